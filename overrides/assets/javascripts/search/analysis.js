// Words of a query as the index knows them: what hooks/library/search/analysis.py does at build time, by the same rules,
// and what helps when a query finds nothing.
var LibrarySearch = LibrarySearch || {};
(function () {
  "use strict";

  var rules = LibrarySearch.rules;

  function wordsOf(lines) { return lines.join(" ").split(" "); }

  // -- letters and words ---------------------------------------------------------------

  var SPELT = {
    "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ħ": "h", "ı": "i", "ŋ": "n", "ə": "a",
    "‘": "'", "’": "'", "ʼ": "'", "ʻ": "'", "ʹ": "'", "′": "'", "´": "'", "`": "'", "‐": "-", "‑": "-",
    "\u00ad": "", "\u200b": "", "\u200c": "", "\u200d": "", "\u2060": "", "\ufeff": ""
  };
  var MARKS = /[\u0300-\u036f]/g;
  // Before NFKC, which makes a free-standing acute accent a space.
  var BEFORE = /[´‑\u00ad\u200b-\u200d\u2060\ufeff]/g;
  var UNUSUAL = /[\u00c0-\u024f\u0259\u02b9\u02bb\u02bc\u0300-\u036f\u0451\u1e00-\u1eff‘’′‐`]/g;

  function spelt(letter) {
    if (letter in SPELT) { return SPELT[letter]; }
    var bare = letter.normalize("NFD").replace(MARKS, "");
    return bare in SPELT ? SPELT[bare] : bare;
  }

  function fold(text) {
    var plain = text.replace(BEFORE, spelt).normalize("NFKC").toLowerCase().normalize("NFKC");
    return plain.replace(UNUSUAL, spelt);
  }

  var HANGUL = "\\u1100-\\u11ff\\ua960-\\ua97f\\uac00-\\ud7ff";
  var HAN = "\\u3007\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{3ffff}";
  var PIECE = /[\p{L}\p{N}]+(?:['-][\p{L}\p{N}]+)*/gu;
  var RUN = new RegExp("[a-z]+(?:'[a-z]+)+|[" + HANGUL + "]+|[" + HAN + "]|[^'" + HANGUL + HAN + "]+", "gu");
  var ISBN = /^(?:(?:[0-9]-?){9}[0-9x]|(?:[0-9]-?){13})$/;
  var IS_HANGUL = new RegExp("^[" + HANGUL + "]", "u");

  function runs(text) { return text.match(RUN) || []; }

  function partsOf(piece) {
    if (piece.indexOf("-") < 0) { return runs(piece); }
    var whole = piece.replace(/-/g, "");
    if (ISBN.test(piece)) { return [whole]; }
    var parts = piece.split("-").map(runs).flat();
    return runs(whole)[0] === whole && !IS_HANGUL.test(whole) ? parts.concat(whole) : parts;
  }

  function tokens(text) {
    return (fold(text).match(PIECE) || []).map(partsOf).flat();
  }

  // -- stems ---------------------------------------------------------------------------

  function replacements(list) {
    return list.map(function (rule) { return [new RegExp([].concat(rule[0]).join("")), rule[1]]; });
  }

  var spelling = replacements(rules.spelling);

  function english(word) {
    var bare = word.replace(/'s$/, "");
    if (Object.prototype.hasOwnProperty.call(rules.irregular, bare)) { word = rules.irregular[bare]; }
    spelling.forEach(function (rule) { word = word.replace(rule[0], rule[1]); });
    return LibrarySearch.stemmers.en(word).replace(/'/g, "");
  }

  var kazakh = (function () {
    var law = rules.kazakh;
    var vowels = law.groups.V;
    var whole = new Set(wordsOf(law.whole));
    var short = new Set(law.short.split(" "));
    var passives = law.passives.map(function (rule) { return [new RegExp(rule[0]), rule[1]]; });
    var layers = {};
    Object.keys(law.layers).forEach(function (name) { layers[name] = endings(law.layers[name]); });

    function endings(rows) {
      var found = [];
      rows.forEach(function (row) {
        var after = row[1].replace(/[A-Z]/g, function (group) { return law.groups[group]; });
        row[0].split(" ").forEach(function (text) {
          found.push({ text: text, after: new RegExp("(?:" + after + ")[ьъ]?$"), harmony: row[2] ? "" : harmonyOf(text) });
        });
      });
      return found.sort(function (one, other) { return other.text.length - one.text.length; });
    }

    function harmonyOf(text) {
      for (var place = text.length - 1; place >= 0; place -= 1) {
        if (law.back.includes(text[place])) { return "back"; }
        if (law.front.includes(text[place])) { return "front"; }
        if (law.neutral.includes(text[place])) { return ""; }
      }
      return "";
    }

    function isVowel(letter) { return letter !== undefined && vowels.includes(letter); }
    function sounds(letter) { return letter === "у" || isVowel(letter); }
    function isEnough(stem) { return short.has(stem) || (stem.length > 2 && stem.split("").some(sounds)); }
    function agree(stem, harmony) { return !harmony || ["", harmony].includes(harmonyOf(stem)); }

    function fits(word, ending) {
      if (!word.endsWith(ending.text)) { return false; }
      var stem = word.slice(0, -ending.text.length);
      return isEnough(stem) && ending.after.test(stem) && agree(stem, ending.harmony);
    }

    function without(word, layer) {
      if (whole.has(word) || whole.has(unpossessed(word))) { return word; }
      var stems = layers[layer].filter(function (ending) { return fits(word, ending); })
        .map(function (ending) { return word.slice(0, -ending.text.length); });
      var known = stems.filter(function (stem) { return whole.has(stem); });
      return known.concat(stems, word)[0];
    }

    function unpossessed(word) {
      var stem = word.slice(0, -1);
      var last = word.slice(-1);
      var fitting = (last === "ы" || last === "і") && !isVowel(stem.slice(-1) || undefined) && isEnough(stem);
      return fitting && agree(stem, harmonyOf(last)) ? stem : word;
    }

    function inflected(word) {
      var stem = without(word, "relative") !== word ? word.slice(0, -2) : word;
      stem = without(without(stem, "case"), "ours");
      return without(whole.has(stem) ? stem : unpossessed(stem), "plural");
    }

    function cut(stem) {
      if (Object.prototype.hasOwnProperty.call(law.restored, stem)) { return stem; }
      var shorter = stem.slice(0, -1);
      var last = stem.slice(-1);
      var before = shorter.slice(-1);
      if (last === "ь" || (last === before && !isVowel(last))) { return shorter; }
      if (last === "с" && sounds(before) && stem.split("").filter(sounds).length > 1 && isEnough(shorter)) { return shorter; }
      return unpossessed(stem);
    }

    function noun(stem) {
      var before = "";
      if (/[ыі]н$/.test(stem) && !whole.has(stem) && isEnough(stem.slice(0, -1))) { stem = stem.slice(0, -1); }
      while (stem !== before && !whole.has(stem)) {
        before = stem;
        stem = cut(stem);
      }
      return stem.endsWith("у") && isEnough(stem.slice(0, -1)) && !whole.has(stem) ? verb(stem.slice(0, -1)) : ended(stem);
    }

    function verb(stem) {
      passives.forEach(function (rule) { if (rule[0].test(stem)) { stem = stem.slice(0, -rule[1]); } });
      return ended(unpossessed(stem));
    }

    function ended(stem) { return law.restored[stem] || stem.slice(0, -1) + (law.hard[stem.slice(-1)] || stem.slice(-1)); }

    return function (word) {
      var done = without(word, "finite");
      // қабілет-ін, not қабіл-етін
      if (done !== word && !whole.has(unpossessed(word.replace(/н$/, "")))) { return verb(done); }
      var stem = inflected(word);
      if (without(stem, "relative") !== stem) { stem = inflected(stem); }
      var participle = without(stem, "participle");
      return participle === stem ? noun(stem) : verb(participle);
    };
  })();

  function cyrillicOf(language) { return language === "kk" ? "kk" : "ru"; }

  var stems = { kk: new Map(), ru: new Map() };

  function stem(token, language) {
    var cyrillic = cyrillicOf(language);
    var known = stems[cyrillic];
    if (!known.has(token)) { known.set(token, stemOf(token, cyrillic)); }
    return known.get(token);
  }

  var names = replacements(rules.russian.names);
  var fleeting = replacements(rules.russian.fleeting);

  function russianStem(word) {
    var name = names.filter(function (rule) { return rule[0].test(word); })[0];
    if (name) { return word.replace(name[0], name[1]); }
    return fleeting.reduce(function (stem, rule) { return stem.replace(rule[0], rule[1]); }, LibrarySearch.stemmers.ru(word));
  }

  function stemOf(token, cyrillic) {
    if (/^[a-z']+$/.test(token)) { return english(token); }
    if (!/^[\u0400-\u052f]+$/.test(token)) { return token; }
    return cyrillic === "kk" ? kazakh(token) : russianStem(token);
  }

  var stopWords = {};
  Object.keys(rules.stopWords).forEach(function (tag) { stopWords[tag] = new Set(wordsOf(rules.stopWords[tag])); });

  function isStopword(token, language) {
    return ["en", cyrillicOf(language), "ko"].some(function (tag) { return stopWords[tag].has(token); });
  }

  // -- Korean particles ----------------------------------------------------------------

  function endsInConsonant(word) { return (word.charCodeAt(word.length - 1) - 0xac00) % 28 > 0; }
  function endsInRieul(word) { return (word.charCodeAt(word.length - 1) - 0xac00) % 28 === 8; }

  var particles = [];
  Object.keys(rules.particles).forEach(function (after) {
    wordsOf(rules.particles[after]).forEach(function (text) { particles.push({ text: text, after: after }); });
  });
  particles.sort(function (one, other) { return other.text.length - one.text.length; });

  function follows(particle, word) {
    if (particle.after === "any") { return true; }
    if (particle.after === "consonant") { return endsInConsonant(word); }
    return (!endsInConsonant(word) && !word.endsWith("으")) || (particle.text[0] === "로" && endsInRieul(word));
  }

  function withoutParticle(token) {
    if (!/^[\uac00-\ud7a3]{3,}$/.test(token)) { return []; }
    var forms = [];
    var left = [token];
    // Particles follow one another (공무원-들-에게-는), so what is left may end in another.
    while (left.length) {
      var word = left.shift();
      particles.forEach(function (particle) {
        var rest = word.slice(0, -particle.text.length);
        if (rest.length > 1 && word.endsWith(particle.text) && follows(particle, rest) && !forms.includes(rest)) {
          forms.push(rest);
          left.push(rest);
        }
      });
    }
    return forms;
  }

  // -- one key for the ways to write a word in Latin letters ------------------------------

  var romanised = rules.skeleton.letters;
  var classes = rules.skeleton.classes.map(function (rule) { return [new RegExp(rule[0], "g"), rule[1]]; });

  function skeleton(token) {
    var latin = token.toLowerCase().normalize("NFC").replace(/[^a-z0-9]/g, function (letter) {
      if (letter in romanised) { return romanised[letter]; }
      var bare = fold(letter);
      return /^[a-z0-9]+$/.test(bare) ? bare : "";
    });
    classes.forEach(function (rule) { latin = latin.replace(rule[0], rule[1]); });
    return latin;
  }

  // -- the same keys on another keyboard -------------------------------------------------

  var layouts = rules.layouts;

  function keysTo(letters) {
    var map = {};
    Array.from(layouts.keys).forEach(function (key, place) { map[key] = letters[place]; });
    return map;
  }

  var russian = keysTo(Array.from(layouts.russian));
  var kazakhKeys = Object.assign({}, russian, layouts.kazakh);
  var latinKeys = {};
  Object.keys(russian).forEach(function (key) { latinKeys[russian[key]] = key; });

  var LEADS = layouts.leads.split(" ");
  var VOWELS = layouts.vowels.split(" ");
  var TAILS = layouts.tails.split(" ");
  var VOWEL_KEYS = "[" + VOWELS.join("") + "]";
  function longestFirst(keys) { return keys.slice().sort(function (one, other) { return other.length - one.length; }).join("|"); }
  var SYLLABLE = new RegExp(
    "(" + LEADS.join("|") + ")(" + longestFirst(VOWELS) + ")(?:(" + longestFirst(TAILS) + ")(?!" + VOWEL_KEYS + "))?", "g");
  var SYLLABLES = new RegExp("^(?:" + SYLLABLE.source + ")+$");

  function plainKeys(word) {
    return word.replace(/[A-Z]/g, function (key) { return "QWERTOP".includes(key) ? key : key.toLowerCase(); });
  }

  function composed(word) {
    var keys = plainKeys(word);
    if (!SYLLABLES.test(keys)) { return ""; }
    return keys.replace(SYLLABLE, function (all, lead, vowel, tail) {
      var number = (LEADS.indexOf(lead) * 21 + VOWELS.indexOf(vowel)) * 28 + (tail ? TAILS.indexOf(tail) + 1 : 0);
      return String.fromCharCode(0xac00 + number);
    });
  }

  function keysOfJamo(jamo) {
    var code = jamo.charCodeAt(0);
    return LEADS[code - 0x1100] || VOWELS[code - 0x1161] || TAILS[code - 0x11a8] || "-";
  }

  function decomposed(word) {
    return Array.from(word.normalize("NFKD")).map(keysOfJamo).join("").toLowerCase();
  }

  function mapped(word, map) {
    return Array.from(word.toLowerCase()).map(function (key) { return map[key] || " "; }).join("");
  }

  function when(word, possible) { return possible.test(word) ? word : ""; }

  // A number is typed alike on all of them.
  function kept(word, change) { return /^[0-9]+$/.test(word) ? word : change(word); }

  var CHANGES = [
    function (word) { return when(mapped(word, russian), /^[а-яё]+$/); },
    function (word) { return when(mapped(word, kazakhKeys), /^[а-яёәғқңөұүһі]+$/); },
    function (word) { return composed(word); },
    function (word) { return composed(word.toLowerCase()); },
    function (word) { return /^[\u0400-\u052f]+$/.test(word) ? when(mapped(word, latinKeys), /^[a-z]+(?:'[a-z]+)?$/) : ""; },
    function (word) { return when(decomposed(word), /^[a-z]+$/); }
  ];

  function changed(words) {
    var found = CHANGES.map(function (change) {
      var other = words.map(function (word) { return kept(word, change); });
      return other.every(Boolean) ? other.join(" ") : "";
    });
    return Array.from(new Set(found)).filter(function (query) { return query && query !== words.join(" "); });
  }

  function otherLayouts(token) { return changed([token]); }

  function otherLayoutsOfQuery(query) {
    var words = query.trim().split(/\s+/).filter(Boolean);
    return words.length ? changed(words) : [];
  }

  // -- how far two words are apart -------------------------------------------------------

  function sounded(word) {
    return word.replace(/[\uac00-\ud7a3]/g, function (syllable) { return syllable.normalize("NFD"); });
  }

  // Optimal string alignment: one letter more, less, other, or two neighbours changed over. Above the limit: the limit and one.
  function distance(one, other, limit) {
    var a = sounded(one);
    var b = sounded(other);
    if (Math.abs(a.length - b.length) > limit) { return limit + 1; }
    var before = [];
    var last = [];
    var row = [];
    for (var column = 0; column <= b.length; column += 1) { row[column] = column; }
    for (var i = 1; i <= a.length; i += 1) {
      before = last;
      last = row;
      row = [i];
      for (var j = 1; j <= b.length; j += 1) {
        var same = a[i - 1] === b[j - 1];
        row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1));
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) { row[j] = Math.min(row[j], before[j - 2] + 1); }
      }
      if (Math.min.apply(null, row) > limit) { return limit + 1; }
    }
    return Math.min(row[b.length], limit + 1);
  }

  LibrarySearch.analysis = {
    fold: fold, tokens: tokens, stem: stem, isStopword: isStopword, withoutParticle: withoutParticle, skeleton: skeleton,
    otherLayouts: otherLayouts, otherLayoutsOfQuery: otherLayoutsOfQuery, distance: distance
  };
})();

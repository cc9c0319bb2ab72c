/* From words to works. Each word of a question is looked up in the files of words that it may
   stand in; where a word is not there, other ways to read it are tried, in this order: another
   script, another keyboard layout, the other languages, another spelling. */
(function (global) {
  "use strict";
  var space = global.LibrarySearch = global.LibrarySearch || {};
  var HANGUL = /[\uac00-\ud7a3]/;
  var PARTICLE = /^[은는이가을를의에와과도로만]$/;
  // A word that only begins like the one asked for counts less than the word itself.
  var BEGINNING = 0.6;
  // With fewer letters too many words begin so, and too many files would be read.
  var SHORTEST_BEGINNING = 3;
  var ROMANISED = ["ru", "kk"];
  var WORDS_TRIED = 12;
  var CORRECTIONS = 3;

  function spelt(text) { return text.normalize("NFD"); }

  /* The words of one language of the site. */
  function Language(tag, files) {
    this.tag = tag;
    this.files = files;
  }

  Language.prototype.shards = function () {
    return this.files.load(this.tag + "/words.json").then(function (file) { return file.shards; });
  };

  Language.prototype.shard = function (prefix) {
    var name = Array.from(prefix).map(function (letter) { return ("000" + letter.codePointAt(0).toString(16)).slice(-4); }).join("-");
    return this.files.load(this.tag + "/words/" + name + ".json").then(function (file) { return file.terms; });
  };

  /* Terms, with their entries, of every file in which a word like this may stand; `wide`: in
     which a word beginning so may. */
  Language.prototype.near = function (word, wide) {
    var language = this;
    var key = spelt(word);
    return language.shards().then(function (shards) {
      var home = shards.filter(function (prefix) { return key.indexOf(prefix) === 0; }).sort(function (a, b) { return b.length - a.length; })[0];
      var under = wide ? shards.filter(function (prefix) { return prefix !== home && prefix.indexOf(key) === 0; }) : [];
      return Promise.all((home ? [home] : []).concat(under).map(function (prefix) { return language.shard(prefix); }));
    });
  };

  Language.prototype.term = function (term) {
    return this.near(term, false).then(function (found) {
      return found.length && Object.prototype.hasOwnProperty.call(found[0], term) ? [[1, found[0][term]]] : [];
    });
  };

  function beginsSo(term, forms, word) {
    if (term.indexOf(word) === 0) { return true; }
    return forms !== "" && forms.split(" ").some(function (form) {
      return (form[0] === "/" ? form.slice(1) : term + form).indexOf(word) === 0;
    });
  }

  /* Entries of all terms that begin so, or of which a form does: pairs of weight and entry. */
  Language.prototype.beginning = function (word, stem) {
    var language = this;
    if (Array.from(word).length < (HANGUL.test(word) ? 1 : SHORTEST_BEGINNING)) { return Promise.resolve([]); }
    return Promise.all([language.near(word, true), stem === word ? [] : language.near(stem, false)]).then(function (near) {
      var entries = {};
      near[0].concat(near[1]).forEach(function (terms) {
        Object.keys(terms).forEach(function (term) {
          if (beginsSo(term, terms[term][0], word)) { entries[term] = [term === word ? 1 : BEGINNING, terms[term]]; }
        });
      });
      return Object.keys(entries).map(function (term) { return entries[term]; });
    });
  };

  /* A Hangul word whose last syllable is still being put together: 바 on the way to 발. */
  Language.prototype.unfinished = function (word) {
    var key = spelt(word);
    return this.near(word, true).then(function (near) {
      var entries = [];
      near.forEach(function (terms) {
        Object.keys(terms).forEach(function (term) { if (spelt(term).indexOf(key) === 0) { entries.push([BEGINNING, terms[term]]); } });
      });
      return entries;
    });
  };

  /* The words as they are written, with the number of works that have each. */
  Language.prototype.written = function () {
    return this.files.load(this.tag + "/spelling.json").then(function (file) {
      if (file.list) { return file.list; }
      var before = "";
      file.list = file.words.split(" ").filter(Boolean).map(function (piece) {
        var parts = piece.split("\t");
        before = before.slice(0, parseInt(parts[0][0], 36)) + parts[0].slice(1);
        return { word: before, works: parts.length > 1 ? Number(parts[1]) : 1 };
      });
      return file.list;
    });
  };

  /* What entries say of works: the best weight of each, by number. */
  function scores(entries, works) {
    var best = new Map();
    entries.forEach(function (pair) {
      var entry = pair[1];
      var rarity = Math.log(1 + works / (entry.length - 1));
      var number = -1;
      for (var at = 1; at < entry.length; at += 1) {
        number += Math.floor(entry[at] / 16);
        var score = pair[0] * rarity * (entry[at] % 16);
        if (!(best.get(number) >= score)) { best.set(number, score); }
      }
    });
    return best;
  }

  /* Works that have all the words, with the sum of their scores. */
  function all(found) {
    var sums = new Map();
    if (!found.length) { return sums; }
    found[0].forEach(function (score, number) {
      if (found.every(function (word) { return word.has(number); })) {
        sums.set(number, found.reduce(function (sum, word) { return sum + word.get(number); }, 0));
      }
    });
    return sums;
  }

  /* Works that have at least half of the words; those with more of them first. */
  function some(found) {
    var sums = new Map();
    var numbers = new Map();
    found.forEach(function (word) {
      word.forEach(function (score, number) {
        sums.set(number, (sums.get(number) || 0) + score);
        numbers.set(number, (numbers.get(number) || 0) + 1);
      });
    });
    numbers.forEach(function (number, work) {
      if (number * 2 < found.length) { sums.delete(work); } else { sums.set(work, sums.get(work) + 1000 * number); }
    });
    return sums;
  }

  function merge(maps) {
    var best = new Map();
    maps.forEach(function (map) {
      map.forEach(function (score, number) { if (!(best.get(number) >= score)) { best.set(number, score); } });
    });
    return best;
  }

  /* `works` is how many there are. */
  function Search(files, analysis, works) {
    this.files = files;
    this.analysis = analysis;
    this.works = works;
    this.languages = {};
  }

  Search.prototype.language = function (tag) {
    if (!this.languages[tag]) { this.languages[tag] = new Language(tag, this.files); }
    return this.languages[tag];
  };

  /* The words that count of a question; where there are stop words only, none. The parts of
     a hyphenated word stand for it, and a particle behind a foreign name (Baimenov의) for nothing. */
  Search.prototype.wordsOf = function (query, tag) {
    var analysis = this.analysis;
    var tokens = analysis.tokens(query);
    return tokens.filter(function (token, place) {
      if (tokens.indexOf(token) < place || analysis.isStopword(token, tag)) { return false; }
      if (/^[\uac00-\ud7a3]$/.test(token) && place > 0 && !HANGUL.test(tokens[place - 1]) && PARTICLE.test(token)) { return false; }
      return !(place > 1 && joined(tokens, place));
    }).slice(0, WORDS_TRIED);
  };

  function joined(tokens, place) {
    var before = "";
    for (var at = place - 1; at >= 0 && before.length < tokens[place].length; at -= 1) {
      before = tokens[at] + before;
      if (before === tokens[place] && at < place - 1) { return true; }
    }
    return false;
  }

  /* Entries of one word as it stands. `last`: it may be unfinished. */
  Search.prototype.asWritten = function (word, language, last) {
    if (HANGUL.test(word)) { return this.hangul(word, language, last); }
    var stem = this.analysis.stem(word, language.tag);
    return language.term(stem).then(function (entries) {
      return entries.length || !last ? entries : language.beginning(word, stem);
    });
  };

  /* A Hangul word: what begins so, and what begins so without its particle. A particle of one
     syllable may be the end of a noun as well (평가), so what is found without it counts less. */
  Search.prototype.hangul = function (word, language, last) {
    var forms = this.analysis.withoutParticle(word);
    return Promise.all([language.beginning(word, word)].concat(forms.map(function (form) {
      var certain = Array.from(word).length - Array.from(form).length > 1;
      return language.beginning(form, form).then(function (entries) {
        return entries.map(function (pair) { return [pair[0] * (certain ? 0.9 : 0.5), pair[1]]; });
      });
    }))).then(function (found) {
      var entries = found.reduce(function (before, each) { return before.concat(each); }, []);
      return entries.length || !last ? entries : language.unfinished(word);
    });
  };

  /* Scores of each word; an empty map where a word is nowhere. */
  Search.prototype.each = function (words, language) {
    var search = this;
    return Promise.all(words.map(function (word, place) {
      return search.asWritten(word, language, place === words.length - 1).then(function (entries) {
        var whole = scores(entries, search.works);
        return search.inParts(word, language, whole).then(function (parts) { return merge([whole, parts]); });
      });
    }));
  };

  /* Works that have both parts of a word that others write as two (공무원교육, госслужба). */
  Search.prototype.inParts = function (word, language, whole) {
    var search = this;
    var short = (search.analysis.shortened || function () { return null; })(word, language.tag);
    if (short) { return whole.size ? Promise.resolve(new Map()) : search.both(short[0], short[1], language); }
    var letters = Array.from(word);
    if (!HANGUL.test(word) || letters.length < 4) { return Promise.resolve(new Map()); }
    function part(at) {
      if (at < 2) { return Promise.resolve(new Map()); }
      return search.both(letters.slice(0, at).join(""), letters.slice(at).join(""), language).then(function (found) { return found.size ? found : part(at - 1); });
    }
    return part(letters.length - 2);
  };

  /* Works that have two words, for less than the one that was asked for. */
  Search.prototype.both = function (one, other, language) {
    var search = this;
    return search.asWritten(one, language, false).then(function (first) {
      if (!first.length) { return new Map(); }
      return search.asWritten(other, language, false).then(function (second) {
        var found = all([scores(first, search.works), scores(second, search.works)]);
        found.forEach(function (score, number) { found.set(number, score * 0.3); });
        return found;
      });
    });
  };

  Search.prototype.plainly = function (query, tag) {
    var search = this;
    var words = search.wordsOf(query, tag);
    return search.each(words, search.language(tag)).then(function (found) {
      return { words: words, found: found, scores: all(found) };
    });
  };

  /* The same word in another script, for each word that is nowhere: what reads alike. */
  Search.prototype.inOtherScript = function (tried, tag) {
    return this.mended(tried, tag, function (word, written, analysis, last, tag) {
      var key = analysis.skeleton(word);
      if (key.length < 3) { return []; }
      var stem = analysis.skeleton(analysis.stem(word, tag));
      var same = written.filter(function (each) { return each.key === key || (stem.length > 3 && each.key === stem); });
      return same.length || !last ? same : written.filter(function (each) { return each.key.indexOf(key) === 0; });
    }, false);
  };

  /* Words that differ by a letter or two from those that are nowhere. */
  Search.prototype.respelt = function (tried, tag) {
    return this.mended(tried, tag, nearest, true);
  };

  function nearest(word, written, analysis, last, tag) {
    var key = analysis.skeleton(word);
    var hangul = HANGUL.test(word);
    var stem = analysis.stem(word, tag);
    var length = Array.from(word).length;
    var limit = hangul ? (length > 3 ? 2 : 1) : length < 4 ? 0 : length < 8 ? 1 : 2;
    if (!limit) { return []; }
    return written.map(function (each) {
      if (HANGUL.test(each.word) !== hangul) { return null; }
      var steps = Math.min(
        analysis.distance(word, each.word, limit),
        hangul || !key ? limit + 1 : analysis.distance(key, each.key, limit) + 0.3,
        hangul ? limit + 1 : analysis.distance(stem, each.stem, limit) + 0.2
      );
      return steps > limit + 0.3 ? null : { word: each.word, works: each.works, steps: steps + (each.word[0] === word[0] ? 0 : 0.4) };
    }).filter(Boolean).sort(function (a, b) { return a.steps - b.steps || b.works - a.works || (a.word < b.word ? -1 : 1); }).slice(0, CORRECTIONS);
  }

  /* Tries to put other words in the place of those that are nowhere. `choose` gives candidates;
     `one`: they are alternatives, of which the first that leads to a work is taken; otherwise
     all count as the same word. */
  Search.prototype.mended = function (tried, tag, choose, one) {
    var search = this;
    var language = search.language(tag);
    var none = { words: tried.words, found: tried.found, scores: new Map() };
    if (!tried.words.length || tried.found.every(function (map) { return map.size; })) { return Promise.resolve(none); }
    return language.written().then(function (written) {
      written.forEach(function (each) {
        if (each.key === undefined) {
          each.key = search.analysis.skeleton(each.word);
          each.stem = search.analysis.stem(each.word, tag);
        }
      });
      var candidates = tried.words.map(function (word, place) {
        return tried.found[place].size ? null : choose(word, written, search.analysis, place === tried.words.length - 1, tag);
      });
      return search.put(candidates, tried, language, one);
    });
  };

  Search.prototype.put = function (candidates, tried, language, one) {
    var search = this;
    var words = tried.words.slice();
    return Promise.all(candidates.map(function (list, place) {
      if (!list) { return [tried.found[place]]; }
      return Promise.all(list.map(function (each) {
        return search.asWritten(each.word, language, false).then(function (entries) { return scores(entries, search.works); });
      })).then(function (maps) { return one || !maps.length ? maps : [merge(maps)]; });
    })).then(function (choices) {
      var found = tried.found.map(function (map, place) {
        var others = tried.found.filter(function (each, at) { return at !== place && each.size; });
        var at = choices[place].findIndex(function (each) { return all([each].concat(others)).size; });
        if (candidates[place] && candidates[place].length && choices[place].length) { words[place] = candidates[place][Math.max(at, 0)].word; }
        return choices[place][Math.max(at, 0)] || map;
      });
      return { words: words, found: found, scores: all(found) };
    });
  };

  function first(attempts) {
    return attempts.reduce(function (before, attempt) {
      return before.then(function (done) { return done || attempt(); });
    }, Promise.resolve(null));
  }

  /* Promises what a question finds: `scores` by number of the work; `how` it was read ("words",
     "script", "layout", "languages", "spelling", "some", "none"); `as` which words, where they
     are not those that were typed. `tag` is the page's language, `tags` those of the site. */
  Search.prototype.find = function (query, tag, tags, everywhere) {
    var search = this;
    var asked = everywhere ? tags : [tag];
    function merged(results, how) {
      var having = results.filter(function (result) { return result.scores.size; });
      return having.length ? { scores: merge(having.map(function (result) { return result.scores; })), how: how, as: having[0].words.join(" ") } : null;
    }
    function inEach(which, way, how) {
      return Promise.all(which.map(way)).then(function (results) { return merged(results, how); });
    }
    function plainly(each) { return search.plainly(query, each); }
    function script(tried, which) { return function () { return inEach(tried, function (each, place) { return search.inOtherScript(each, which[place]); }, "script"); }; }
    function spelling(tried, which) { return function () { return inEach(tried, function (each, place) { return search.respelt(each, which[place]); }, "spelling"); }; }
    function layouts(which) { return function () { return search.onOtherLayouts(query, which); }; }
    if (!search.wordsOf(query, tag).length) { return Promise.resolve({ scores: new Map(), how: "none", as: "" }); }
    var others = everywhere ? [] : tags.filter(function (each) { return each !== tag; });
    return Promise.all(asked.map(plainly)).then(function (tried) {
      var elsewhere = [];
      return merged(tried, "words") || first([
        script(tried, asked),
        layouts(asked),
        function () {
          return Promise.all(others.map(plainly)).then(function (results) {
            elsewhere = results;
            return merged(results, "languages");
          });
        },
        spelling(tried, asked),
        function () {
          // Only words of these are typed in Latin letters; names stand in every language's files.
          var typed = others.filter(function (each) { return ROMANISED.indexOf(each) >= 0; });
          return script(typed.map(function (each) { return elsewhere[others.indexOf(each)]; }), typed)();
        },
        layouts(others),
        function () { return spelling(elsewhere, others)(); },
        function () { return inEach(tried, function (each) { return Promise.resolve({ words: each.words, scores: each.words.length > 1 ? some(each.found) : new Map() }); }, "some"); }
      ]);
    }).then(function (done) { return done || { scores: new Map(), how: "none", as: "" }; });
  };

  Search.prototype.onOtherLayouts = function (query, tags) {
    var search = this;
    return first(search.analysis.otherLayoutsOfQuery(query).map(function (other) {
      return function () {
        return Promise.all(tags.map(function (tag) { return search.plainly(other, tag); })).then(function (tried) {
          var having = tried.filter(function (each) { return each.words.length && each.scores.size; });
          return having.length ? { scores: merge(having.map(function (each) { return each.scores; })), how: "layout", as: other } : null;
        });
      };
    }));
  };

  space.words = { Search: Search };
})(typeof window === "undefined" ? globalThis : window);

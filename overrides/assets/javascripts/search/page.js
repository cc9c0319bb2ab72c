/* The search page: its form and facets, results as one types, the address that holds it all. */
(function () {
  "use strict";
  var page = document.querySelector(".lib-search");
  var space = window.LibrarySearch;
  // Where a script did not come, the page is left as it is without any.
  if (!page || !["files", "common", "selection", "facets"].every(function (part) { return space && space[part]; })) { return; }
  space.started = true;

  var LATER = 90; // milliseconds without a key before results are looked for
  var element = space.common.element;
  var words = new space.common.Words(page);
  var files = space.files.fromFolder(page.dataset.search);
  var box = page.querySelector("#search-words");
  var everywhere = page.querySelector("[name=in]");
  var sort = page.querySelector("#search-sort");
  var results = page.querySelector(".lib-results");
  var status = page.querySelector(".lib-results__status");
  var how = page.querySelector(".lib-results__how");
  var list = page.querySelector(".lib-cards");
  var more = page.querySelector(".lib-results__more button");
  var facets = null;
  var search = null;
  var selection = space.selection.empty();
  var shown = [];
  var turn = 0;
  var timer = 0;
  var take = null;

  // -- scripts that are fetched when they are first needed ----------------------------------

  var scripts = {};

  function script(name) {
    if (!scripts[name]) {
      scripts[name] = new Promise(function (resolve, reject) {
        var made = element("script", { src: words.texts.scripts[name] });
        made.onload = resolve;
        made.onerror = function () {
          delete scripts[name];
          reject(new space.files.FileError(name, "missing"));
        };
        document.head.appendChild(made);
      });
    }
    return scripts[name];
  }

  function searcher() {
    return script("words").then(function () {
      if (!search) { search = new space.words.Search(files, space.analysis, facets.works); }
      return search;
    });
  }

  function taker() {
    return script("take").then(function () {
      if (!take) {
        take = new space.Take(page, files, words, {
          works: function () { return Promise.resolve(shown); },
          name: function () { return words.say("selectionName"); },
          print: function (style) {
            selection.print = style;
            chosen(true);
          }
        });
      }
      return take;
    });
  }

  // -- facets ------------------------------------------------------------------------------

  function label(facet, value) {
    var found = page.querySelector('[data-facet="' + facet + '"] [data-value="' + CSS.escape(value) + '"] .lib-filter__label');
    return found ? found.textContent : value;
  }

  /* Links become boxes to tick; their labels and numbers stay. */
  function enliven() {
    page.querySelectorAll("[data-facet]").forEach(function (facet) {
      var name = facet.dataset.facet;
      facet.querySelectorAll("li[data-value]").forEach(function (item) {
        var link = item.querySelector("a");
        var made = element("label");
        var box = element("input", { type: "checkbox", value: item.dataset.value });
        made.appendChild(box);
        made.appendChild(element("span", { class: "lib-filter__label" }, link.textContent));
        item.replaceChild(made, link);
        box.addEventListener("change", function () {
          var values = selection.values[name];
          var at = values.indexOf(item.dataset.value);
          if (at >= 0) { values.splice(at, 1); } else { values.push(item.dataset.value); }
          selection.show = space.selection.PAGE;
          chosen(true);
        });
      });
      var later = facet.querySelector(".lib-filter__more");
      if (later) {
        later.addEventListener("click", function () { open(facet, !facet.classList.contains("is-whole")); });
        open(facet, false);
        later.hidden = false;
      }
    });
    var toggle = page.querySelector(".lib-filters__toggle");
    toggle.hidden = false;
    toggle.addEventListener("click", function () {
      var opened = page.querySelector(".lib-filters").classList.toggle("is-open");
      toggle.setAttribute("aria-expanded", String(opened));
    });
  }

  function open(facet, whole) {
    facet.classList.toggle("is-whole", whole);
    var later = facet.querySelector(".lib-filter__more");
    later.textContent = whole ? words.say("showFewer") : words.say("showAll", { number: words.number(facet.querySelectorAll("li").length) });
    later.setAttribute("aria-expanded", String(whole));
  }

  function count(found) {
    var counts = facets.counts(selection.values, found);
    page.querySelectorAll("[data-facet]").forEach(function (facet) {
      var name = facet.dataset.facet;
      facet.querySelectorAll("li[data-value]").forEach(function (item) {
        var number = counts[name][item.dataset.value] || 0;
        var place = item.querySelector(".lib-count");
        var text = words.number(number);
        if (place.textContent !== text) { place.textContent = text; }
        place.title = words.plural("publications", number);
        var ticked = selection.values[name].indexOf(item.dataset.value) >= 0;
        item.querySelector("input").checked = ticked;
        item.classList.toggle("is-none", !number && !ticked);
        item.classList.toggle("is-chosen", ticked);
      });
    });
    var number = space.selection.chosen(selection);
    page.querySelector(".lib-filters__toggle").textContent = number ? words.plural("filters", number) : words.say("noFilters");
  }

  function chips() {
    var place = page.querySelector(".lib-chips");
    place.textContent = "";
    space.selection.FACETS.forEach(function (facet) {
      selection.values[facet].forEach(function (value) {
        var item = element("li");
        var button = element("button", { type: "button", class: "lib-chip", "aria-label": words.say("remove", { value: label(facet, value) }) }, label(facet, value));
        button.addEventListener("click", function () {
          selection.values[facet] = selection.values[facet].filter(function (each) { return each !== value; });
          // The button goes; the keyboard goes on from the next one.
          chosen(true).then(function () { (page.querySelector(".lib-chip") || box).focus(); });
        });
        item.appendChild(button);
        place.appendChild(item);
      });
    });
    place.hidden = !place.children.length;
  }

  // -- results -----------------------------------------------------------------------------

  function ordered(numbers, scores) {
    var order = selection.sort || (scores ? "relevance" : "newest");
    if (order === "title") {
      return files.load(words.language + "/titles.json").then(function (file) {
        var kept = new Set(numbers);
        return file.order.filter(function (number) { return kept.has(number); });
      });
    }
    var byScore = order === "relevance" && scores;
    return Promise.resolve(numbers.sort(function (a, b) { return (byScore ? scores.get(b) - scores.get(a) : 0) || b - a; }));
  }

  function find() {
    var query = selection.q.trim();
    if (!query) { return Promise.resolve(null); }
    return searcher().then(function (ready) { return ready.find(query, words.language, words.texts.tags, selection.all); });
  }

  function marks(found) {
    if (!found) { return null; }
    var bytes = new Uint8Array(facets.works);
    found.scores.forEach(function (score, number) { bytes[number] = 1; });
    return bytes;
  }

  function say(found) {
    how.textContent = "";
    var told = found && ["script", "layout", "languages", "spelling", "some"].indexOf(found.how) >= 0;
    how.hidden = !told;
    if (!told) { return; }
    var parts = words.texts[found.how].split("{words}");
    how.appendChild(document.createTextNode(space.common.filled(parts[0], { typed: selection.q.trim() })));
    if (parts.length > 1) {
      var other = Object.assign(space.selection.empty(), selection, { q: found.as });
      how.appendChild(element("a", { href: space.selection.write(other) }, found.as));
      how.appendChild(document.createTextNode(space.common.filled(parts[1], { typed: selection.q.trim() })));
    }
  }

  function mark(found) {
    if (!window.Highlight || !CSS.highlights) { return; }
    CSS.highlights.delete("found");
    if (!found || !search) { return; }
    var wanted = search.wordsOf(found.how === "words" || found.how === "some" ? selection.q : found.as, words.language);
    var ranges = space.marks.ranges(list, wanted, words.language);
    if (ranges.length) { CSS.highlights.set("found", new Highlight(...ranges)); }
  }

  function render() {
    var mine = turn += 1;
    page.setAttribute("aria-busy", "true");
    var found = null;
    return find().then(function (answer) {
      if (mine !== turn) { return null; }
      found = answer;
      var bytes = marks(found);
      count(bytes);
      chips();
      var left = facets.left(selection.values, bytes, null);
      var numbers = [];
      left.forEach(function (kept, number) { if (kept) { numbers.push(number); } });
      return ordered(numbers, found && found.scores);
    }).then(function (numbers) {
      if (mine !== turn || !numbers) { return null; }
      shown = numbers;
      return space.common.cards(files, words.language, numbers.slice(0, selection.show));
    }).then(function (cards) {
      if (mine !== turn || !cards) { return; }
      say(shown.length ? found : null);
      list.replaceChildren.apply(list, cards);
      LibraryReadingList.show(list);
      status.textContent = shown.length ? words.plural("publications", shown.length) : words.say("none") + " " + words.say("noneWays");
      more.hidden = shown.length <= cards.length;
      more.nextElementSibling.textContent = shown.length > cards.length ? words.say("shown", { shown: words.number(cards.length), number: words.number(shown.length) }) : "";
      page.querySelector(".lib-results__tools").hidden = !shown.length;
      sort.value = selection.sort || (found ? "relevance" : "newest");
      sort.querySelector("[value=relevance]").disabled = !found;
      results.hidden = false;
      mark(found);
      if (selection.print && shown.length) { return taker().then(function (ready) { return ready.show(selection.print, heading(), back); }); }
      return take && take.hide();
    }).catch(function (error) {
      if (mine !== turn) { return; }
      space.common.failure(page, words, files, error, render);
    }).then(function () {
      if (mine !== turn) { return; }
      page.removeAttribute("aria-busy");
      page.dataset.turn = String(mine);
      performance.mark("search-settled");
    });
  }

  function heading() {
    var named = [];
    space.selection.FACETS.forEach(function (facet) {
      selection.values[facet].forEach(function (value) { named.push(label(facet, value)); });
    });
    return [selection.q.trim() ? words.say("quoted", { words: selection.q.trim() }) : ""].concat(named).filter(Boolean).join(" · ") +
      (selection.q.trim() || named.length ? ": " : "") + words.plural("publications", shown.length);
  }

  function back() {
    selection.print = "";
    take.hide();
    chosen(true);
    page.querySelector(".lib-take summary").focus();
  }

  // -- the address -------------------------------------------------------------------------

  function address() {
    return location.pathname + space.selection.write(selection);
  }

  /* The selection has changed; `step`: the reader can go back to the one before. */
  function chosen(step) {
    var wanted = address();
    if (wanted !== location.pathname + location.search) { history[step ? "pushState" : "replaceState"](null, "", wanted); }
    links();
    return render();
  }

  /* The other languages of this page keep the search. */
  function links() {
    document.querySelectorAll(".lib-languages a").forEach(function (link) {
      link.search = space.selection.write(selection);
    });
  }

  function fromAddress() {
    var read = space.selection.read(location.search, function (facet, value) { return facets.has(facet, value); });
    selection = read.selection;
    if (selection.print && words.texts.styles.indexOf(selection.print) < 0) {
      read.unknown.push(["print", selection.print]);
      selection.print = "";
    }
    box.value = selection.q;
    everywhere.checked = selection.all;
    space.common.notice(page, [
      read.unknown.length ? words.say("unknown", { what: read.unknown.slice(0, 5).map(function (pair) { return pair[0] + " = " + pair[1].slice(0, 60); }).join("; ") }) : "",
      read.cut ? words.say("cut") : ""
    ].filter(Boolean).join(" "));
    links();
    return render();
  }

  // -- events ------------------------------------------------------------------------------

  function typed() {
    var text = Array.from(box.value);
    var long = text.length > space.selection.LONGEST;
    space.common.notice(page, long ? words.say("cut") : "");
    selection.q = text.slice(0, space.selection.LONGEST).join("");
    selection.show = space.selection.PAGE;
    selection.sort = selection.sort === "relevance" ? "" : selection.sort;
  }

  function listen() {
    box.addEventListener("input", function () {
      clearTimeout(timer);
      timer = setTimeout(function () {
        typed();
        chosen(false);
      }, LATER);
    });
    box.addEventListener("focus", function () { searcher().catch(function () { /* said when a word is looked for */ }); }, { once: true });
    page.querySelector("#search-form").addEventListener("submit", function (event) {
      event.preventDefault();
      clearTimeout(timer);
      typed();
      chosen(true);
    });
    everywhere.addEventListener("change", function () {
      selection.all = everywhere.checked;
      chosen(true);
    });
    sort.addEventListener("change", function () {
      selection.sort = sort.value;
      chosen(true);
    });
    more.addEventListener("click", function () {
      var before = list.children.length;
      selection.show += space.selection.PAGE;
      chosen(false);
      var wait = new MutationObserver(function () {
        if (list.children.length > before) {
          wait.disconnect();
          list.children[before].querySelector("a").focus();
        }
      });
      wait.observe(list, { childList: true });
    });
    page.querySelector(".lib-take").addEventListener("toggle", function () {
      // Until its script is there, nothing in the panel would answer.
      var panel = page.querySelector(".lib-take__panel");
      panel.inert = !take;
      taker().then(function () { panel.inert = false; }).catch(function (error) { space.common.failure(page, words, files, error, function () {
        taker().then(function () { panel.inert = false; }, function () { /* still not there */ });
      }); });
    });
    addEventListener("popstate", fromAddress);
  }

  function start() {
    return files.load("facets.json").then(function (file) {
      facets = new space.facets.Facets(file);
      if (!start.done) {
        enliven();
        listen();
        everywhere.closest("p").hidden = false;
        start.done = true;
      }
      return fromAddress();
    }).catch(function (error) {
      page.classList.add("has-failed");
      space.common.failure(page, words, files, error, function () {
        page.classList.remove("has-failed");
        start();
      });
    });
  }

  page.classList.add("is-live");
  start();
})();

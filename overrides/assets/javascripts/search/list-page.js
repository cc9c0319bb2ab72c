/* The reading list's page: the browser's own list, or one that came with the address. */
(function () {
  "use strict";
  var page = document.querySelector(".lib-list");
  var space = window.LibrarySearch;
  // Where a script did not come, the page is left as it is without any.
  if (!page || !["files", "common", "Take"].every(function (part) { return space && space[part]; })) { return; }
  space.started = true;

  var words = new space.common.Words(page);
  var files = space.files.fromFolder(page.dataset.search);
  var list = page.querySelector(".lib-cards");
  var status = page.querySelector(".lib-results__status");
  var sent = page.querySelector(".lib-list__sent");
  var shown = { ids: [], numbers: [] };
  var printing = "";
  var turn = 0;

  /* The ids that the address names, or null where it names none. */
  function fromAddress() {
    var text = new URLSearchParams(location.search).get("works");
    if (text === null) { return null; }
    return text.split(",").map(function (id) { return id.trim(); }).filter(function (id, at, all) { return id && all.indexOf(id) === at; }).slice(0, LibraryReadingList.LONGEST);
  }

  function address(ids, style) {
    // Commas stay as they are: the address is shorter, and readable.
    return location.pathname + "?works=" + ids.map(encodeURIComponent).join(",") + (style ? "&print=" + encodeURIComponent(style) : "");
  }

  /* Pairs of id and number, of works that exist; `gone` are the others. */
  function found(ids) {
    return files.load("addresses.json").then(function (file) {
      if (!file.ids) {
        file.ids = new Map();
        file.addresses.forEach(function (each, number) { file.ids.set(each.split("/").pop(), number); });
      }
      return {
        ids: ids.filter(function (id) { return file.ids.has(id); }),
        gone: ids.filter(function (id) { return !file.ids.has(id); }),
        numbers: ids.filter(function (id) { return file.ids.has(id); }).map(function (id) { return file.ids.get(id); })
      };
    });
  }

  function same(a, b) { return a.length === b.length && a.every(function (id, at) { return id === b[at]; }); }

  function render() {
    var mine = turn += 1;
    var own = LibraryReadingList.read();
    var named = fromAddress();
    var ids = named || own;
    page.setAttribute("aria-busy", "true");
    return found(ids).then(function (result) {
      return space.common.cards(files, words.language, result.numbers).then(function (cards) {
        if (mine !== turn) { return; }
        shown = result;
        list.replaceChildren.apply(list, cards);
        LibraryReadingList.show(list);
        // A list that was sent is not yet the reader's own.
        sent.hidden = !named || same(named, own);
        sent.querySelector("p").textContent = words.say("sentList");
        status.textContent = !ids.length ? words.say("emptyList") : words.plural(named && !same(named, own) ? "publications" : "listed", result.ids.length);
        space.common.notice(page, [
          result.gone.length ? words.say("gone", { what: result.gone.slice(0, 5).map(function (id) { return id.slice(0, 60); }).join(", ") }) : "",
          LibraryReadingList.keeps() ? "" : words.say("noStore"),
          own.length >= LibraryReadingList.LONGEST ? words.say("full") : ""
        ].filter(Boolean).join(" "));
        page.querySelector(".lib-results__tools").hidden = !result.ids.length;
        page.querySelector("[data-empty]").hidden = !own.length || !sent.hidden;
        page.querySelector(".lib-results").hidden = false;
        document.querySelectorAll(".lib-languages a").forEach(function (link) { link.search = location.search; });
      });
    }).then(function () {
      return printing && shown.ids.length ? take.show(printing, words.plural("publications", shown.ids.length), back) : take.hide();
    }).catch(function (error) {
      if (mine === turn) { space.common.failure(page, words, files, error, render); }
    }).then(function () {
      if (mine !== turn) { return; }
      page.removeAttribute("aria-busy");
      page.dataset.turn = String(mine);
    });
  }

  function back() {
    printing = "";
    take.hide();
    page.querySelector(".lib-take summary").focus();
  }

  var take = new space.Take(page, files, words, {
    works: function () { return Promise.resolve(shown.numbers); },
    name: function () { return words.say("listName"); },
    print: function (style) {
      printing = style;
      history.pushState(null, "", address(shown.ids, style));
      render();
    }
  });

  page.querySelector("[data-send]").addEventListener("click", function () {
    // From a folder on the reader's own disk the list leads to the web, where a colleague can open it.
    var text = element(new URL(words.texts.root + "reading-list/" + address(shown.ids).slice(location.pathname.length), location.href).href);
    LibraryPage.copy(text, false).then(function (copied) {
      take.say(words.say(copied ? "copied" : "failed"));
      text.remove();
    });
  });

  function element(text) {
    var made = space.common.element("span", { class: "lib-hidden" }, text);
    page.appendChild(made);
    return made;
  }

  page.querySelector("[data-adopt]").addEventListener("click", function () {
    var own = LibraryReadingList.read();
    LibraryReadingList.write(own.concat(shown.ids.filter(function (id) { return own.indexOf(id) < 0; })));
    history.replaceState(null, "", location.pathname);
    render().then(function () { status.setAttribute("tabindex", "-1"); status.focus(); });
  });

  page.querySelector("[data-empty]").addEventListener("click", function () {
    LibraryReadingList.write([]);
    history.replaceState(null, "", location.pathname);
    render().then(function () { status.setAttribute("tabindex", "-1"); status.focus(); });
  });

  document.addEventListener("readinglist", function () {
    // A work taken out stays in sight until the page is loaded again: a slip can be undone.
    if (!fromAddress()) { status.textContent = words.plural("listed", LibraryReadingList.read().length); }
  });
  addEventListener("popstate", function () {
    printing = new URLSearchParams(location.search).get("print") || "";
    render();
  });

  page.classList.add("is-live");
  printing = new URLSearchParams(location.search).get("print") || "";
  if (words.texts.styles.indexOf(printing) < 0) { printing = ""; }
  render();
})();

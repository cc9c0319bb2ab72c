/* What the search page and the reading list share: words, notices, cards. */
(function (global) {
  "use strict";
  var space = global.LibrarySearch = global.LibrarySearch || {};
  // Works in one file (hooks/library/search/files.py).
  var CARDS = 8;
  var REFERENCES = 20;

  /* A page's own words and numbers, from the JSON that stands in it. */
  function Words(page) {
    this.texts = JSON.parse(page.querySelector("[data-words]").textContent);
    this.language = this.texts.language;
  }

  Words.prototype.say = function (key, values) {
    return filled(this.texts[key], values || {});
  };

  Words.prototype.number = function (number) {
    return String(number).replace(/\B(?=(\d{3})+$)/g, this.texts.group);
  };

  Words.prototype.plural = function (key, number) {
    var forms = this.texts[key];
    // Some browsers do not know every language; then the form for one and for many must do.
    var known = Intl.PluralRules.supportedLocalesOf(this.language).length;
    var category = known ? new Intl.PluralRules(this.language).select(number) : number === 1 ? "one" : "other";
    return filled(forms[category] || forms.other || forms.many || forms.one, { number: this.number(number) });
  };

  function filled(text, values) {
    return text.replace(/\{(\w+)\}/g, function (found, name) { return Object.prototype.hasOwnProperty.call(values, name) ? values[name] : found; });
  }

  function element(name, attributes, text) {
    var made = document.createElement(name);
    Object.keys(attributes || {}).forEach(function (key) { made.setAttribute(key, attributes[key]); });
    if (text !== undefined) { made.textContent = text; }
    return made;
  }

  /* Puts a notice with a way on above everything; none takes the last away. */
  function notice(page, text, label, act) {
    var place = page.querySelector(".lib-search__notices");
    place.textContent = "";
    if (!text) { return; }
    var box = element("p", { class: "lib-notice" }, text + " ");
    if (label) {
      var button = element("button", { class: "lib-button", type: "button" }, label);
      button.addEventListener("click", act);
      box.appendChild(button);
    }
    place.appendChild(box);
  }

  /* Says what went wrong, and offers to try again with every file read anew. */
  function failure(page, words, files, error, again) {
    var reason = error && error.reason ? error.reason : "broken";
    var stale = reason === "stale";
    notice(page, words.say(reason), words.say(stale ? "reload" : "again"), function () {
      if (stale) {
        location.reload();
        return;
      }
      notice(page, "");
      files.forget();
      again();
    });
  }

  /* Items of works by number, from files of so many. */
  function bundled(files, folder, numbers, size) {
    return Promise.all(numbers.map(function (number) {
      return files.load(folder + "/" + Math.floor(number / size) + ".json").then(function (file) {
        var item = file.items && file.items[number % size];
        if (item === undefined) { throw new space.files.FileError(folder, "broken"); }
        return item;
      });
    }));
  }

  /* Cards as the build made them: every text in them was escaped by the template. */
  function cards(files, language, numbers) {
    return bundled(files, language + "/cards", numbers, CARDS).then(function (htmls) {
      return htmls.map(function (html) {
        var template = document.createElement("template");
        template.innerHTML = html;
        return template.content.firstElementChild;
      });
    });
  }

  /* What stands in the files of citations and references, by number. */
  function references(files, folder, numbers) { return bundled(files, folder, numbers, REFERENCES); }

  space.common = { Words: Words, element: element, notice: notice, failure: failure, references: references, cards: cards, filled: filled };
})(typeof window === "undefined" ? globalThis : window);

/* Taking away what the reader sees: files for reference managers, a bibliography to copy, to
   download or to print. */
(function (global) {
  "use strict";
  var space = global.LibrarySearch = global.LibrarySearch || {};
  // Styles whose bibliographies are numbered, and the one whose order is the reader's own.
  var NUMBERED = { gost: true, "gost-full": true, vancouver: true };
  var OWN_ORDER = "vancouver";

  function download(text, type, name) {
    var address = URL.createObjectURL(new Blob([text], { type: type + ";charset=utf-8" }));
    var link = space.common.element("a", { href: address, download: name });
    document.body.appendChild(link);
    link.click();
    link.remove();
    setTimeout(function () { URL.revokeObjectURL(address); }, 60000);
  }

  /* `page` is the page's element, `works()` promises the numbers of what it shows, `name()` gives
     the files' name, `print(style)` opens the page for printing. */
  function Take(page, files, words, options) {
    this.page = page;
    this.files = files;
    this.words = words;
    this.options = options;
    this.frames = words.texts.frames;
    this.bind();
  }

  Take.prototype.bind = function () {
    var take = this;
    var style = take.page.querySelector(".lib-take__style");
    var wanted = LibraryPage.remembered("library-style");
    if (wanted && Array.from(style.options).some(function (option) { return option.value === wanted; })) { style.value = wanted; }
    style.addEventListener("change", function () { LibraryPage.remember("library-style", style.value); });
    take.page.querySelectorAll("[data-take]").forEach(function (button) {
      button.addEventListener("click", function () { take.guard(take.file(button.dataset.take, button.dataset.type)); });
    });
    take.page.querySelector("[data-bibliography=copy]").addEventListener("click", function () { take.guard(take.copy(style.value)); });
    take.page.querySelector("[data-bibliography=file]").addEventListener("click", function () { take.guard(take.text(style.value)); });
    take.page.querySelector("[data-bibliography=print]").addEventListener("click", function () { take.options.print(style.value); });
  };

  Take.prototype.say = function (text) {
    var status = this.page.querySelector(".lib-take__status");
    status.textContent = "";
    requestAnimationFrame(function () { status.textContent = text; });
  };

  Take.prototype.guard = function (work) {
    var take = this;
    return work.catch(function (error) { space.common.failure(take.page, take.words, take.files, error, function () { /* the reader asks again */ }); });
  };

  /* A file of citations, joined as the library's own files of lists are. */
  Take.prototype.file = function (folder, type) {
    var take = this;
    var ending = folder.split("/")[1];
    var frame = take.frames[ending];
    return take.options.works().then(function (numbers) {
      return space.common.references(take.files, folder, numbers);
    }).then(function (works) {
      var entries = works.reduce(function (before, texts) { return before.concat(texts); }, []);
      download(frame[0] + entries.join(frame[1]) + frame[2], type, take.options.name() + "." + ending);
    });
  };

  /* One reference a work: of the edition in the page's language, or else of the original. */
  Take.prototype.references = function (style) {
    var take = this;
    return take.options.works().then(function (numbers) {
      return space.common.references(take.files, "references/" + style, numbers).then(function (works) {
        var made = works.map(function (editions, place) {
          var own = editions.filter(function (edition) { return edition[0] === take.words.language; })[0] || editions[0];
          var item = space.common.element("li", own[0] ? { lang: own[0] } : {});
          item.innerHTML = own[1];
          LibraryPage.stampDays(item);
          return { item: item, text: item.textContent, number: numbers[place] };
        });
        // Russian stands in for Kazakh where a browser does not know its alphabet.
        var order = new Intl.Collator([take.words.language, "ru"], { numeric: true });
        return style === OWN_ORDER ? made : made.sort(function (a, b) { return order.compare(a.text, b.text); });
      });
    });
  };

  Take.prototype.list = function (style) {
    return this.references(style).then(function (made) {
      var list = space.common.element(NUMBERED[style] ? "ol" : "ul", { class: "lib-bibliography" });
      made.forEach(function (reference) { list.appendChild(reference.item); });
      return { list: list, references: made };
    });
  };

  function plain(style, references) {
    return references.map(function (reference, place) { return (NUMBERED[style] ? (place + 1) + ". " : "") + reference.text; }).join("\n\n") + "\n";
  }

  Take.prototype.text = function (style) {
    var take = this;
    return take.list(style).then(function (made) { download(plain(style, made.references), "text/plain", take.options.name() + "-" + style + ".txt"); });
  };

  Take.prototype.copy = function (style) {
    var take = this;
    return take.list(style).then(function (made) {
      var holder = space.common.element("div", { class: "lib-hidden" });
      holder.appendChild(made.list);
      take.page.appendChild(holder);
      return LibraryPage.copy(made.list, true, plain(style, made.references)).then(function (copied) {
        holder.remove();
        take.say(take.words.say(copied ? "copied" : "failed"));
      });
    });
  };

  /* Shows the page for printing in the place of the list; `heading` says what it holds. */
  Take.prototype.show = function (style, heading, back) {
    var take = this;
    var place = take.page.querySelector(".lib-printing");
    return take.list(style).then(function (made) {
      return take.files.load("addresses.json").then(function (file) {
        made.references.forEach(function (reference) {
          var address = new URL(take.words.texts.root + file.addresses[reference.number] + "/", location.href).href;
          var line = space.common.element("span", { class: "lib-bibliography__address" });
          line.appendChild(space.common.element("a", { href: address }, address));
          reference.item.appendChild(line);
        });
        place.querySelector(".lib-printing__what").textContent = heading;
        place.querySelector(".lib-printing__list").replaceChildren(made.list);
        place.querySelector("[data-print]").onclick = function () { window.print(); };
        place.querySelector("[data-back]").onclick = back;
        place.hidden = false;
        take.page.classList.add("is-printing");
        place.querySelector("h2").focus();
      });
    });
  };

  Take.prototype.hide = function () {
    this.page.querySelector(".lib-printing").hidden = true;
    this.page.classList.remove("is-printing");
  };

  space.Take = Take;
})(typeof window === "undefined" ? globalThis : window);

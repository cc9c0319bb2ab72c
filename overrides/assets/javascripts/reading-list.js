/* The reading list: works that a reader puts aside, by their ids, kept in this browser only. */
(function () {
  "use strict";
  var NAME = "library-reading-list";
  var LONGEST = 500;
  var stored = [];
  var keeps = true;

  function read() {
    try {
      var found = JSON.parse(localStorage.getItem(NAME) || "[]");
      stored = Array.isArray(found) ? found.filter(function (id) { return /^[a-z0-9-]+$/.test(id); }).slice(0, LONGEST) : [];
    } catch (error) {
      keeps = keeps && error.name !== "SecurityError";
    }
    return stored.slice();
  }

  function write(ids) {
    stored = ids.slice(0, LONGEST);
    try { localStorage.setItem(NAME, JSON.stringify(stored)); } catch (error) { keeps = false; }
    show();
    document.dispatchEvent(new CustomEvent("readinglist"));
  }

  function toggle(id) {
    var ids = read();
    var at = ids.indexOf(id);
    if (at >= 0) { ids.splice(at, 1); } else { ids.push(id); }
    write(ids);
  }

  /* Marks the buttons below an element, and how many the list holds. */
  function show(below) {
    var ids = read();
    (below || document).querySelectorAll("[data-keep]").forEach(function (button) {
      button.hidden = false;
      button.setAttribute("aria-pressed", String(ids.indexOf(button.dataset.keep) >= 0));
    });
    document.querySelectorAll("[data-kept]").forEach(function (count) {
      count.textContent = ids.length ? String(ids.length) : "";
      count.closest("[data-list-link]").hidden = false;
    });
  }

  document.addEventListener("click", function (event) {
    var button = event.target.closest && event.target.closest("[data-keep]");
    if (button) { toggle(button.dataset.keep); }
  });
  // Another tab may change the list; a page brought back may be older than it.
  addEventListener("storage", function (event) {
    if (event.key === NAME) {
      show();
      document.dispatchEvent(new CustomEvent("readinglist"));
    }
  });
  addEventListener("pageshow", function () { show(); });
  // As in other libraries and code hosts: a stroke leads to the search box.
  document.addEventListener("keydown", function (event) {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) { return; }
    if (/^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName) || event.target.isContentEditable) { return; }
    var box = document.querySelector("#search-words") || document.querySelector("#header-search");
    if (box) {
      event.preventDefault();
      box.focus();
    }
  });
  show();

  window.LibraryReadingList = { read: read, write: write, show: show, keeps: function () { return keeps; }, LONGEST: LONGEST };
})();

/* What the reader has chosen, and its address: words, values of facets, order, languages. */
(function (global) {
  "use strict";
  var space = global.LibrarySearch = global.LibrarySearch || {};
  var FACETS = ["theme", "country", "type", "year", "language", "series", "format"];
  var SORTS = ["relevance", "newest", "title"];
  var PAGE = 20;
  // Longer questions would only make the browser wait; the reader is told.
  var LONGEST = 200;
  // Marks that mailers and networks add to an address; the library does not read them.
  var FOREIGN = /^(utm_.*|fbclid|gclid|yclid|_ga|ref|from)$/;

  function empty() {
    var values = {};
    FACETS.forEach(function (facet) { values[facet] = []; });
    return { q: "", values: values, sort: "", all: false, show: PAGE, print: "" };
  }

  /* The selection that an address asks for. `known(facet, value)` tells whether a value exists;
     `unknown` lists what was left out, as pairs of name and value; `cut` is true where words were. */
  function read(address, known) {
    var selection = empty();
    var unknown = [];
    var cut = false;
    new URLSearchParams(address).forEach(function (value, name) {
      if (name === "q") {
        cut = value.length > LONGEST;
        // By characters: half of a surrogate pair would not be text.
        selection.q = Array.from(value).slice(0, LONGEST).join("");
      } else if (FACETS.indexOf(name) >= 0) {
        value = value.toLowerCase();
        if (!known(name, value)) { unknown.push([name, value]); } else if (selection.values[name].indexOf(value) < 0) { selection.values[name].push(value); }
      } else if (name === "sort") {
        if (SORTS.indexOf(value) >= 0) { selection.sort = value; } else { unknown.push([name, value]); }
      } else if (name === "in") {
        if (value === "all") { selection.all = true; } else { unknown.push([name, value]); }
      } else if (name === "show") {
        selection.show = Math.max(PAGE, Math.min(100000, Math.ceil(Number(value) / PAGE) * PAGE || PAGE));
      } else if (name === "print") {
        selection.print = value;
      } else if (!FOREIGN.test(name)) {
        unknown.push([name, value]);
      }
    });
    return { selection: selection, unknown: unknown, cut: cut };
  }

  /* The address of a selection, from its question mark on; empty where nothing is chosen. */
  function write(selection) {
    var address = new URLSearchParams();
    if (selection.q.trim()) { address.append("q", selection.q.trim()); }
    FACETS.forEach(function (facet) {
      selection.values[facet].slice().sort().forEach(function (value) { address.append(facet, value); });
    });
    if (selection.all) { address.append("in", "all"); }
    if (selection.sort) { address.append("sort", selection.sort); }
    if (selection.show > PAGE) { address.append("show", String(selection.show)); }
    if (selection.print) { address.append("print", selection.print); }
    var text = address.toString();
    return text ? "?" + text : "";
  }

  function chosen(selection) {
    return FACETS.reduce(function (number, facet) { return number + selection.values[facet].length; }, 0);
  }

  space.selection = { FACETS: FACETS, PAGE: PAGE, LONGEST: LONGEST, empty: empty, read: read, write: write, chosen: chosen };
})(typeof window === "undefined" ? globalThis : window);

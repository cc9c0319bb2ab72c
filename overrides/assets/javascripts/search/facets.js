/* Which works stand under each value of each facet, and how many a selection leaves. */
(function (global) {
  "use strict";
  var space = global.LibrarySearch = global.LibrarySearch || {};

  /* Ascending numbers, from the steps between them: a letter is a step of 1 to 26, a longer
     one a decimal before a comma (hooks/library/search/facets.py). */
  function unpack(text) {
    var numbers = [];
    var number = -1;
    var step = 0;
    for (var at = 0; at < text.length; at += 1) {
      var code = text.charCodeAt(at);
      if (code >= 97) {
        numbers.push(number += code - 96);
      } else if (code === 44) {
        numbers.push(number += step);
        step = 0;
      } else {
        step = step * 10 + code - 48;
      }
    }
    return numbers;
  }

  /* `file` is facets.json. */
  function Facets(file) {
    var facets = this;
    facets.works = file.works;
    facets.values = {};
    Object.keys(file.facets).forEach(function (facet) {
      var found = {};
      Object.keys(file.facets[facet]).forEach(function (path) {
        var numbers = unpack(file.facets[facet][path]);
        // A work under a narrower value is under each broader one, too: digitalisation/open-data.
        path.split("/").forEach(function (value) {
          found[value] = found[value] || new Set();
          numbers.forEach(function (number) { found[value].add(number); });
        });
      });
      facets.values[facet] = {};
      Object.keys(found).forEach(function (value) { facets.values[facet][value] = Array.from(found[value]); });
    });
  }

  Facets.prototype.has = function (facet, value) {
    return Object.prototype.hasOwnProperty.call(this.values, facet) && Object.prototype.hasOwnProperty.call(this.values[facet], value);
  };

  /* One byte a work: 1 where it has one of the values. */
  Facets.prototype.having = function (facet, chosen) {
    var marks = new Uint8Array(this.works);
    var values = this.values[facet];
    chosen.forEach(function (value) { values[value].forEach(function (number) { marks[number] = 1; }); });
    return marks;
  };

  /* Works that have one of the chosen values in every facet but `except`, and are in `found` (a
     byte a work, or null for all). */
  Facets.prototype.left = function (chosen, found, except) {
    var facets = this;
    var marks = found ? Uint8Array.from(found) : new Uint8Array(facets.works).fill(1);
    Object.keys(chosen).forEach(function (facet) {
      if (facet === except || !chosen[facet].length) { return; }
      var having = facets.having(facet, chosen[facet]);
      for (var number = 0; number < marks.length; number += 1) { marks[number] &= having[number]; }
    });
    return marks;
  };

  /* For every value, how many works there would be with it and the choices in other facets. */
  Facets.prototype.counts = function (chosen, found) {
    var facets = this;
    var counts = {};
    Object.keys(facets.values).forEach(function (facet) {
      var marks = facets.left(chosen, found, facet);
      counts[facet] = {};
      Object.keys(facets.values[facet]).forEach(function (value) {
        counts[facet][value] = facets.values[facet][value].reduce(function (sum, number) { return sum + marks[number]; }, 0);
      });
    });
    return counts;
  };

  space.facets = { Facets: Facets, unpack: unpack };
})(typeof window === "undefined" ? globalThis : window);

/* Where the words that were looked for stand in the cards, so that they can be marked without a change of the page. */
(function (global) {
  "use strict";
  var space = global.LibrarySearch = global.LibrarySearch || {};
  var WORD = /[\p{L}\p{N}]+/gu;
  var HANGUL = /[\uac00-\ud7a3]/;

  /* Ranges of the words of an element's titles, bylines and summaries that have the stem of a wanted one. */
  function ranges(element, wanted, language) {
    var analysis = space.analysis;
    var stems = {};
    wanted.forEach(function (word) { stems[analysis.stem(word, language)] = true; });
    var beginnings = wanted.filter(function (word) { return HANGUL.test(word) || word.length > 2; });
    var found = [];
    var walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      var node = walker.currentNode;
      if (!node.parentElement.closest(".lib-card__title, .lib-card__byline, .lib-card__summary")) { continue; }
      Array.from(node.data.matchAll(WORD)).forEach(function (match) {
        var word = analysis.fold(match[0]);
        var part = beginnings.filter(function (each) { return HANGUL.test(each) ? word.indexOf(each) >= 0 : word.indexOf(each) === 0; })[0];
        if (!stems[analysis.stem(word, language)] && part === undefined) { return; }
        var range = new Range();
        var from = part !== undefined && HANGUL.test(part) ? match.index + word.indexOf(part) : match.index;
        range.setStart(node, from);
        range.setEnd(node, part !== undefined && HANGUL.test(part) ? from + part.length : match.index + match[0].length);
        found.push(range);
      });
    }
    return found;
  }

  space.marks = { ranges: ranges };
})(typeof window === "undefined" ? globalThis : window);

// What scripts add to pages that work without them: a light and dark switch, and copying.
(function () {
  "use strict";

  var root = document.documentElement;

  function isDark() {
    return root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  }

  document.querySelectorAll("[data-theme-toggle]").forEach(function (button) {
    button.hidden = false;
    button.setAttribute("aria-pressed", String(isDark()));
    button.addEventListener("click", function () {
      root.dataset.theme = isDark() ? "light" : "dark";
      button.setAttribute("aria-pressed", String(isDark()));
      try { localStorage.setItem("library-theme", root.dataset.theme); } catch (error) { /* private windows keep nothing */ }
    });
  });

  // On a phone the sections are one line to push sideways: the one the reader is in comes into sight.
  var section = document.querySelector(".lib-nav [aria-current]");
  if (section) { section.closest(".lib-nav").scrollLeft = section.offsetLeft - 16; }

  function remembered(name) {
    try { return localStorage.getItem(name); } catch (error) { return null; }
  }

  function remember(name, value) {
    try { localStorage.setItem(name, value); } catch (error) { /* private windows keep nothing */ }
  }

  // The style that a reader chose once is chosen on every page.
  var styles = document.querySelectorAll(".lib-styles input");
  function chooseRemembered() {
    var wanted = remembered("library-style");
    styles.forEach(function (choice) { if (choice.value === wanted) { choice.checked = true; } });
  }
  chooseRemembered();
  styles.forEach(function (choice) {
    choice.addEventListener("change", function () { remember("library-style", choice.value); });
  });

  // References name the day on which the document was seen: today, not the day of the build.
  var today = new Date();
  function two(number) { return String(number).padStart(2, "0"); }
  // Chromium knows no Kazakh months (it writes "2026 M11 22"); the short ones are their first three letters.
  var kazakh = "қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан".split(" ")[today.getMonth()];
  function isKazakh(locale) { return locale.split("-")[0] === "kk"; }
  // Beside a day, as Russian has other short months alone than in a date (июнь, июн.).
  function short(locale) {
    if (isKazakh(locale)) { return kazakh.slice(0, 3); }
    var parts = new Intl.DateTimeFormat(locale, { day: "numeric", month: "short" }).formatToParts(today);
    return parts.filter(function (part) { return part.type === "month"; })[0].value.replace(/\.$/, "");
  }
  var forms = {
    dots: function () { return two(today.getDate()) + "." + two(today.getMonth() + 1) + "." + today.getFullYear(); },
    month: function (locale) { return today.getFullYear() + " " + short(locale) + " " + today.getDate(); },
    long: function (locale) {
      return isKazakh(locale) ? today.getFullYear() + " ж. " + today.getDate() + " " + kazakh : today.toLocaleDateString(locale, { dateStyle: "long" });
    }
  };
  function stampDays(below) {
    below.querySelectorAll("time[data-accessed]").forEach(function (time) {
      time.textContent = forms[time.dataset.accessed](time.dataset.locale);
      time.dateTime = today.getFullYear() + "-" + two(today.getMonth() + 1) + "-" + two(today.getDate());
    });
  }
  stampDays(document);

  // Without a secure context there is no clipboard API; the old command still works there.
  function copyBySelection(element) {
    var selection = getSelection();
    var range = document.createRange();
    var details = element.closest("details");
    var closed = details && !details.open;
    if (closed) { details.open = true; }
    range.selectNodeContents(element);
    selection.removeAllRanges();
    selection.addRange(range);
    var copied = document.execCommand("copy");
    selection.removeAllRanges();
    if (closed) { details.open = false; }
    return copied;
  }

  // Word and its like take the HTML of the clipboard, with its italics; all others the text.
  function write(element, rich, plain) {
    var text = plain || element.textContent;
    if (!rich) { return navigator.clipboard.writeText(text); }
    var html = (element.tagName === "P" ? element.innerHTML : element.outerHTML).replace(/<\/?time[^>]*>/g, "");
    return navigator.clipboard.write([new ClipboardItem({
      "text/html": new Blob([html], { type: "text/html" }),
      "text/plain": new Blob([text], { type: "text/plain" })
    })]);
  }

  // `plain` is the text to copy where it is not just the element's.
  function copy(element, rich, plain) {
    if (navigator.clipboard && isSecureContext && (!rich || window.ClipboardItem)) {
      return write(element, rich, plain).then(function () { return true; }, function () { return copyBySelection(element); });
    }
    return Promise.resolve(copyBySelection(element));
  }

  function chosenStyle() { return document.querySelector(".lib-styles input:checked"); }

  // Null where the chosen style does not fit the edition and a note stands there instead.
  function whatToCopy(button) {
    var citation = button.closest(".lib-citation");
    if (button.dataset.copy === "bibtex") { return citation.querySelector(".lib-bibtex"); }
    return citation.querySelector("[data-style=" + chosenStyle().value + "] p:not(.lib-unknown)");
  }

  function nameOf(button) {
    var edition = button.closest(".lib-citation").querySelector("h3").textContent;
    return (button.dataset.copy === "bibtex" ? "BibTeX" : chosenStyle().parentElement.textContent.trim()) + ", " + edition;
  }

  var copyButtons = document.querySelectorAll("[data-copy]");

  function offerCopies() {
    copyButtons.forEach(function (button) { button.hidden = !whatToCopy(button); });
  }

  offerCopies();
  styles.forEach(function (choice) { choice.addEventListener("change", offerCopies); });
  // Browsers bring back a page, or its form, as it was left.
  addEventListener("pageshow", function () { chooseRemembered(); offerCopies(); });
  copyButtons.forEach(function (button) {
    var status = button.closest(".lib-cite").querySelector("[role=status]");
    button.addEventListener("click", function () {
      copy(whatToCopy(button), button.dataset.copy === "rich").then(function (copied) {
        status.textContent = "";
        // A change of text is what makes screen readers speak, so it comes a moment later.
        requestAnimationFrame(function () {
          status.textContent = (copied ? status.dataset.copied : status.dataset.failed) + (copied ? ": " + nameOf(button) : "");
        });
      });
    });
  });

  window.LibraryPage = { stampDays: stampDays, copy: copy, remembered: remembered, remember: remember };
})();

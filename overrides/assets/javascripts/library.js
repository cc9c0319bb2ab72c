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

  function copy(element) {
    if (navigator.clipboard && isSecureContext) {
      return navigator.clipboard.writeText(element.textContent).then(function () { return true; }, function () {
        return copyBySelection(element);
      });
    }
    return Promise.resolve(copyBySelection(element));
  }

  document.querySelectorAll("[data-copy]").forEach(function (button) {
    var status = button.closest(".lib-cite").querySelector("[role=status]");
    button.hidden = false;
    button.addEventListener("click", function () {
      copy(document.getElementById(button.dataset.copy)).then(function (copied) {
        status.textContent = "";
        // A change of text is what makes screen readers speak, so it comes a moment later.
        requestAnimationFrame(function () {
          status.textContent = (copied ? status.dataset.copied : status.dataset.failed) + (copied ? ": " + button.textContent : "");
        });
      });
    });
  });
})();

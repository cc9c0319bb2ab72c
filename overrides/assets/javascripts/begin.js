// Before the first paint: styles learn that scripts run, and in which light the reader wants the page.

const root = document.documentElement;
root.className = "js";
try {
  const theme = localStorage.getItem("library-theme");
  if (theme === "light" || theme === "dark") { root.dataset.theme = theme; }
} catch { /* private windows keep nothing */ }

// Where a script of the search did not come, its page is left as it is without any.
addEventListener("load", () => {
  if (document.querySelector("[data-words]") && !document.querySelector(".is-live")) { root.className = ""; }
});

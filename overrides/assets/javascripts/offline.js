// Pages that were visited open without a connection: the service worker's beginning, and the page that lists what it keeps.
(function () {
  "use strict";
  if (!document.currentScript || !/^https?:$/.test(location.protocol)) { return; }
  var root = new URL("../../", document.currentScript.src);
  var able = "serviceWorker" in navigator && "caches" in window && isSecureContext && root.origin === location.origin;

  // -- registering -------------------------------------------------------------------------

  /* A page that came before the worker is not yet kept, nor what it took in. */
  function keepThis(registration) {
    registration.active.postMessage({
      act: "keep",
      page: location.href,
      files: performance.getEntriesByType("resource").map(function (entry) { return entry.name; })
    });
  }

  function register() {
    var first = !navigator.serviceWorker.controller;
    navigator.serviceWorker.register(root.href + "sw.js", { scope: root.href }).then(function () {
      return first ? navigator.serviceWorker.ready.then(keepThis) : null;
    }).catch(function () { /* the library is read as it was before */ });
  }

  if (able) { addEventListener("load", register); }

  // -- the page of what is kept ------------------------------------------------------------

  var page = document.querySelector(".lib-offline");
  if (!page) { return; }
  var list = page.querySelector("[data-kept-pages]");
  var forget = page.querySelector("[data-forget]");
  var status = page.querySelector("[role=status]");
  var leaving = false;

  function show(name, shown) { page.querySelector("[data-" + name + "]").hidden = !shown; }

  /* The name that the service worker gives to what it keeps. */
  function cache() { return caches.open("library " + root.pathname + " kept"); }

  function item(address, html) {
    var made = new DOMParser().parseFromString(html, "text/html");
    var heading = made.querySelector("h1");
    var line = document.createElement("li");
    var link = document.createElement("a");
    link.href = address;
    link.lang = made.documentElement.lang;
    link.textContent = (heading ? heading.textContent : made.title).trim() || address;
    line.appendChild(link);
    return line;
  }

  /* Pages, the last visited first. */
  function pages() {
    return cache().then(function (opened) {
      return Promise.all([opened.keys(), opened.matchAll()]).then(function (both) {
        return Promise.all(both[0].map(function (request, place) {
          var answer = both[1][place];
          return answer && answer.headers.get("X-Library-Kind") === "page" && !/\/offline\/$/.test(request.url)
            ? answer.text().then(function (html) { return item(request.url, html); }) : null;
        }));
      });
    }).then(function (items) { return items.filter(Boolean).reverse(); });
  }

  function fill() {
    return pages().then(function (items) {
      list.textContent = "";
      items.forEach(function (one) { list.appendChild(one); });
      show("nothing", !items.length);
      forget.hidden = !items.length;
    }).catch(function () { show("unable", true); });
  }

  page.dataset.own = new URL(page.dataset.own, location.href).href;
  // The service worker shows this page in the place of one that is not at hand.
  var instead = new URL(location.pathname, location.href).href !== page.dataset.own;
  show("instead", instead);
  if (instead) {
    page.querySelector("[data-again]").addEventListener("click", function () { location.reload(); });
    // A connection that comes and goes says "online" too early, and a reader on the way elsewhere is not called back.
    addEventListener("beforeunload", function () { leaving = true; });
    addEventListener("online", function () {
      fetch(location.href, { method: "HEAD" }).then(function () {
        if (!leaving) { location.reload(); }
      }).catch(function () { /* there is the button */ });
    });
  }
  if (!able) {
    show("unable", true);
    return;
  }
  forget.addEventListener("click", function () {
    cache().then(function (opened) {
      return opened.keys().then(function (keys) { return Promise.all(keys.map(function (key) { return opened.delete(key); })); });
    }).then(fill).then(function () {
      status.textContent = status.dataset.forgotten;
      status.focus();
    });
  });
  fill();
})();

/* The service worker: pages that were visited open again without a connection.

   Pages and the index of the search come from the network; a slow line gets what was kept after
   a while. Styles, scripts, fonts and pictures come from what was kept and are renewed behind it.
   All else passes by: downloads, feeds, the API, other hosts. What is kept has a bound.
   https://www.w3.org/TR/service-workers/ */
(function () {
  "use strict";
  var BUILD = {}; // put in by the build: version, core, prefixes of languages

  var PATIENCE = 4000; // milliseconds until a kept page is shown instead
  var MOST_PAGES = 60;
  var MOST_BYTES = 25e6;
  var ROOT = new URL("./", self.location.href).href;
  // Other libraries may lie on the same host, and share its caches.
  var OURS = "library " + new URL(ROOT).pathname + " ";
  var CORE = OURS + "core " + BUILD.version;
  var KEPT = OURS + "kept";
  var core = BUILD.core.map(function (path) { return ROOT + path; });
  var prefixes = BUILD.prefixes;
  var stamp = "";
  var trimmed = Promise.resolve();

  // -- what is asked for -------------------------------------------------------------------

  /* "page", "index" or "asset"; nothing for what passes by. */
  function kindOf(request) {
    if (request.method !== "GET" || request.url.indexOf(ROOT) !== 0 || request.headers.has("range")) { return ""; }
    var path = new URL(request.url).pathname.slice(new URL(ROOT).pathname.length);
    if (request.mode === "navigate") { return /(^|\/)([^/.]*|[^/]+\.html)$/.test(path) ? "page" : ""; }
    if (/^search\/index\/.*\.json$/.test(path)) { return "index"; }
    return /^assets\//.test(path) || request.destination === "image" ? "asset" : "";
  }

  /* A page's address in the cache: nothing on this site depends on what follows the question mark. */
  function bare(address) {
    var url = new URL(address);
    var path = url.pathname.replace(/(^|\/)index\.html$/, "$1");
    return url.origin + (/\.html$|\/$/.test(path) ? path : path + "/");
  }

  // -- what is kept ------------------------------------------------------------------------

  /* Whole answers of this site; neither errors nor answers that came from another address. */
  function whole(answer) {
    return answer.status === 200 && answer.type === "basic" && !answer.redirected;
  }

  function isPage(answer) { return /^text\/html/.test(answer.headers.get("Content-Type") || ""); }

  function prefixOf(address) {
    var first = address.slice(ROOT.length).split("/")[0] + "/";
    return prefixes.indexOf(first) >= 0 ? first : "";
  }

  function offline(prefix) { return ROOT + prefix + "offline/"; }

  /* A copy with the facts by which it is found and forgotten. */
  function copy(answer, facts) {
    return answer.blob().then(function (body) {
      var headers = new Headers(answer.headers);
      // Of the answer as it travelled; a cache would even look at "Vary" when it is asked.
      ["Content-Encoding", "Content-Length", "Vary"].forEach(function (name) { headers.delete(name); });
      headers.set("X-Library-Bytes", String(body.size));
      Object.keys(facts).forEach(function (name) { headers.set(name, facts[name]); });
      return new Response(body, { status: 200, headers: headers });
    });
  }

  function put(name, address, answer, facts) {
    return Promise.all([caches.open(name), copy(answer, facts)]).then(function (both) { return both[0].put(address, both[1]); })
      .then(function () { return name === KEPT ? trim() : null; });
  }

  function kept(address) {
    return caches.open(KEPT).then(function (cache) { return cache.match(address); });
  }

  /* Entries in the order in which they were put, the oldest first. */
  function entries(cache) {
    return Promise.all([cache.keys(), cache.matchAll()]).then(function (both) {
      return both[0].map(function (request, place) {
        var headers = both[1][place] ? both[1][place].headers : new Headers();
        return {
          request: request,
          kind: headers.get("X-Library-Kind"),
          stamp: headers.get("X-Library-Stamp"),
          bytes: Number(headers.get("X-Library-Bytes"))
        };
      });
    });
  }

  /* One after the other: each counts what the one before has left. */
  function trim() {
    trimmed = trimmed.then(trimNow, trimNow);
    return trimmed;
  }

  function trimNow() {
    return caches.open(KEPT).then(function (cache) {
      return entries(cache).then(function (all) {
        var pages = all.filter(function (entry) { return entry.kind === "page"; }).length;
        var bytes = all.reduce(function (sum, entry) { return sum + entry.bytes; }, 0);
        return Promise.all(all.filter(function (entry) {
          var page = entry.kind === "page";
          var goes = bytes > MOST_BYTES || (page && pages > MOST_PAGES);
          if (goes) {
            bytes -= entry.bytes;
            pages -= page ? 1 : 0;
          }
          return goes;
        }).map(function (entry) { return cache.delete(entry.request); }));
      });
    });
  }

  function keepPage(address, answer) {
    if (answer.status === 404 || answer.status === 410) {
      return caches.open(KEPT).then(function (cache) { return cache.delete(address); });
    }
    if (!whole(answer) || !isPage(answer)) { return Promise.resolve(); }
    return put(KEPT, address, answer, { "X-Library-Kind": "page" });
  }

  /* Files of one build only: those of another number the works differently. */
  function keepIndex(address, answer) {
    if (!whole(answer)) { return Promise.resolve(); }
    return answer.clone().text().then(function (text) {
      var found = /^\{"stamp":"([^"]*)"/.exec(text);
      return found && forgetOthers(found[1]).then(function () {
        return put(KEPT, address, answer, { "X-Library-Kind": "index", "X-Library-Stamp": found[1] });
      });
    });
  }

  function forgetOthers(current) {
    if (current === stamp) { return Promise.resolve(); }
    stamp = current;
    return caches.open(KEPT).then(function (cache) {
      return entries(cache).then(function (all) {
        var others = all.filter(function (entry) { return entry.kind === "index" && entry.stamp !== current; });
        return Promise.all(others.map(function (entry) { return cache.delete(entry.request); }));
      });
    });
  }

  function keepAsset(address, answer, before) {
    var same = before && ["ETag", "Last-Modified"].some(function (name) {
      return before.headers.has(name) && before.headers.get(name) === answer.headers.get(name);
    });
    // Some hosts answer with a page where a file is missing.
    if (same || !whole(answer) || isPage(answer)) { return Promise.resolve(); }
    return put(core.indexOf(address) >= 0 ? CORE : KEPT, address, answer, { "X-Library-Kind": "asset" });
  }

  // -- answers -----------------------------------------------------------------------------

  /* The network's answer, or what was kept where that takes long, fails or is the server's own error. */
  function newest(coming, address, instead) {
    return new Promise(function (resolve) {
      var timer = setTimeout(function () {
        kept(address).then(function (found) { if (found) { resolve(found); } });
      }, PATIENCE);
      coming.then(function (answer) {
        clearTimeout(timer);
        if (answer.status < 500) { return resolve(answer); }
        return kept(address).then(function (found) { resolve(found || answer); });
      }, function () {
        clearTimeout(timer);
        return kept(address).then(function (found) { return found || instead(); }).then(resolve);
      }).catch(function () { resolve(Response.error()); });
    });
  }

  /* Does something with a copy of an answer, however the reader's own is used; a full disk is no error. */
  function aside(event, coming, act) {
    var copied = coming.then(function (answer) { return act(answer.clone()); });
    event.waitUntil(copied.catch(function () { /* the page was shown all the same */ }));
  }

  function page(event) {
    var address = bare(event.request.url);
    var coming = Promise.resolve(event.preloadResponse).then(function (answer) { return answer || fetch(event.request); });
    aside(event, coming, function (answer) { return keepPage(address, answer).then(function () { return hold(prefixes.map(offline), "no-cache"); }); });
    return newest(coming, address, function () { return offlinePage(address); });
  }

  /* The page that says what is kept, in the language that the address is in, or else in one that is at hand. */
  function offlinePage(address) {
    var wanted = [prefixOf(address)].concat(prefixes).map(offline);
    return caches.open(CORE).then(function (cache) {
      return Promise.all(wanted.map(function (each) { return cache.match(each); }));
    }).then(function (found) { return found.filter(Boolean)[0] || Response.error(); });
  }

  function index(event) {
    var address = event.request.url;
    var coming = fetch(event.request);
    aside(event, coming, function (answer) { return keepIndex(address, answer); });
    // The page asks so when what it had was not whole, or of another build.
    if (event.request.cache === "reload") { return coming; }
    return newest(coming, address, function () { return Response.error(); });
  }

  function asset(event) {
    var address = event.request.url;
    return caches.open(CORE).then(function (cache) { return cache.match(address); }).then(function (found) {
      return found || kept(address);
    }).then(function (found) {
      var coming = fetch(event.request);
      var before = found && found.clone();
      aside(event, coming, function (answer) { return keepAsset(address, answer, before); });
      return found || coming;
    });
  }

  var ways = { page: page, index: index, asset: asset };

  self.addEventListener("fetch", function (event) {
    var kind = kindOf(event.request);
    if (kind) { event.respondWith(ways[kind](event)); }
  });

  // -- its life ----------------------------------------------------------------------------

  /* A new worker takes over when no page of the library is open any more, as browsers have it. It is not
     told to hurry: Chromium at times lets neither worker answer then, and the next page never comes. The
     old one does no harm meanwhile: it asks for pages anew, and renews styles and scripts behind them. */

  /* Puts those addresses of the library's beginning that are not yet there; `cache`: how far the browser's own cache is trusted. */
  function hold(addresses, cache) {
    return caches.open(CORE).then(function (held) {
      return Promise.all(addresses.map(function (address) {
        return held.match(address).then(function (found) {
          return found || fetch(new Request(address, { cache: cache })).then(function (answer) {
            if (!whole(answer)) { throw new Error(address + ": " + answer.status); }
            return put(CORE, address, answer, { "X-Library-Kind": "asset" });
          });
        });
      }));
    });
  }

  /* A first visit stays light: its page has just brought the files, and the offline page is that of its language;
     those of the others come with the next page. */
  function installFirst() {
    return self.clients.matchAll({ type: "window", includeUncontrolled: true }).then(function (open) {
      var read = open.map(function (client) { return client.url; }).filter(function (url) { return url.indexOf(ROOT) === 0; }).map(prefixOf);
      return hold(core.concat(prefixes.filter(function (prefix) { return read.indexOf(prefix) >= 0; }).map(offline)), "force-cache");
    });
  }

  self.addEventListener("install", function (event) {
    event.waitUntil(caches.keys().then(function (names) {
      var earlier = names.some(function (name) { return name.indexOf(OURS + "core ") === 0 && name !== CORE; });
      return earlier ? hold(core.concat(prefixes.map(offline)), "no-cache") : installFirst();
    }));
  });

  self.addEventListener("activate", function (event) {
    event.waitUntil(caches.keys().then(function (names) {
      return Promise.all(names.filter(function (name) {
        return name.indexOf(OURS) === 0 && name !== CORE && name !== KEPT;
      }).map(function (name) { return caches.delete(name); }));
    }).then(function () {
      return self.registration.navigationPreload && self.registration.navigationPreload.enable();
    }).then(function () { return self.clients.claim(); }));
  });

  /* The page that brought the worker was loaded before it: it and its files are kept now, as the browser still has them. */
  function keepFirst(page, files) {
    var again = { cache: "force-cache" };
    var wanted = files.map(function (address) { return { address: address, request: new Request(address, again) }; });
    return Promise.all([fetch(new Request(page, again)).then(function (answer) { return keepPage(bare(page), answer); })].concat(wanted.map(function (one) {
      var kind = kindOf(one.request);
      if (!kind || core.indexOf(one.address) >= 0) { return null; }
      return fetch(one.request).then(function (answer) {
        return kind === "index" ? keepIndex(one.address, answer) : keepAsset(one.address, answer);
      });
    })).map(function (one) { return Promise.resolve(one).catch(function () { /* the next visit keeps it */ }); }));
  }

  self.addEventListener("message", function (event) {
    var told = event.data || {};
    if (told.act === "keep" && String(told.page).indexOf(ROOT) === 0) { event.waitUntil(keepFirst(told.page, told.files)); }
  });
})();

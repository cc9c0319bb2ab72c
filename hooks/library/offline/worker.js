/* The service worker: pages that were visited open again without a connection.

   Pages and the index of the search come from the network; a slow line gets what was kept after
   a while. Styles, scripts, fonts and pictures come from what was kept and are renewed behind it.
   All else passes by: downloads, feeds, the API, other hosts. What is kept has a bound.
   https://www.w3.org/TR/service-workers/ */

/** @type {{ version: string, core: string[], prefixes: string[] }} put in by the build: prefixes are those of the languages */
const BUILD = { version: "", core: [], prefixes: [] };

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (globalThis));
const PATIENCE = 4000; // milliseconds until a kept page is shown instead
const MOST_PAGES = 60;
const MOST_BYTES = 25e6;
const ROOT = new URL("./", worker.location.href).href;
// Other libraries may lie on the same host, and share its caches.
const OURS = `library ${new URL(ROOT).pathname} `;
const CORE = `${OURS}core ${BUILD.version}`;
const KEPT = `${OURS}kept`;
const core = BUILD.core.map((path) => ROOT + path);
const { prefixes } = BUILD;
let stamp = "";
/** @type {Promise<void>} */
let trimmed = Promise.resolve();

// -- what is asked for -------------------------------------------------------------------

/**
 * Null for what passes by.
 * @param {Request} request
 * @returns {"page" | "index" | "asset" | null}
 */
function kindOf(request) {
  if (request.method !== "GET" || !request.url.startsWith(ROOT) || request.headers.has("range")) { return null; }
  const path = new URL(request.url).pathname.slice(new URL(ROOT).pathname.length);
  if (request.mode === "navigate") { return (/(?:^|\/)(?:[^/.]*|[^/]+\.html)$/.test(path)) ? "page" : null; }
  if (/^search\/index\/.*\.json$/.test(path)) { return "index"; }
  return path.startsWith("assets/") || request.destination === "image" ? "asset" : null;
}

/**
 * A page's address in the cache: nothing on this site depends on what follows the question mark.
 * @param {string} address
 */
function bare(address) {
  const url = new URL(address);
  const path = url.pathname.replace(/(^|\/)index\.html$/, "$1");
  return url.origin + (/\.html$|\/$/.test(path) ? path : `${path}/`);
}

// -- what is kept ------------------------------------------------------------------------

/**
 * Whether it is a whole answer of this site; neither an error nor one that came from another address.
 * @param {Response} answer
 */
function isWhole(answer) { return answer.status === 200 && answer.type === "basic" && !answer.redirected; }

/** @param {Response} answer */
function isPage(answer) { return Boolean(answer.headers.get("Content-Type")?.startsWith("text/html")); }

/** @param {string} address */
function prefixOf(address) {
  const first = `${address.slice(ROOT.length).split("/")[0]}/`;
  return prefixes.includes(first) ? first : "";
}

/** @param {string} prefix */
function offline(prefix) { return `${ROOT}${prefix}offline/`; }

/**
 * A copy with the facts by which it is found and forgotten.
 * @param {Response} answer
 * @param {Readonly<Record<string, string>>} facts
 */
async function copy(answer, facts) {
  const body = await answer.blob();
  const headers = new Headers(answer.headers);
  // Of the answer as it travelled; a cache would even look at "Vary" when it is asked.
  for (const name of ["Content-Encoding", "Content-Length", "Vary"]) { headers.delete(name); }
  headers.set("X-Library-Bytes", String(body.size));
  for (const [name, value] of Object.entries(facts)) { headers.set(name, value); }
  return new Response(body, { status: 200, headers });
}

/**
 * @param {string} name of the cache
 * @param {string} address
 * @param {Response} answer
 * @param {Readonly<Record<string, string>>} facts
 */
async function put(name, address, answer, facts) {
  const [cache, copied] = await Promise.all([caches.open(name), copy(answer, facts)]);
  await cache.put(address, copied);
  if (name === KEPT) { await trim(); }
}

/** @param {string} address */
async function kept(address) {
  const cache = await caches.open(KEPT);
  return cache.match(address);
}

/**
 * Entries in the order in which they were put, the oldest first.
 * @param {Cache} cache
 */
async function entries(cache) {
  const [keys, answers] = await Promise.all([cache.keys(), cache.matchAll()]);
  return keys.map((request, place) => {
    const headers = answers[place]?.headers ?? new Headers();
    return {
      request,
      kind: headers.get("X-Library-Kind"),
      stamp: headers.get("X-Library-Stamp"),
      bytes: Number(headers.get("X-Library-Bytes")),
    };
  });
}

/** One after the other: each counts what the one before has left. */
function trim() {
  trimmed = trimmed.then(trimNow, trimNow);
  return trimmed;
}

async function trimNow() {
  const cache = await caches.open(KEPT);
  const all = await entries(cache);
  let pages = all.filter((entry) => entry.kind === "page").length;
  let bytes = all.reduce((sum, entry) => sum + entry.bytes, 0);
  /** @type {Request[]} */
  const gone = [];
  for (const entry of all) {
    const isOne = entry.kind === "page";
    if (bytes <= MOST_BYTES && !(isOne && pages > MOST_PAGES)) { continue; }
    gone.push(entry.request);
    bytes -= entry.bytes;
    pages -= isOne ? 1 : 0;
  }
  await Promise.all(gone.map((request) => cache.delete(request)));
}

/**
 * @param {string} address
 * @param {Response} answer
 */
async function keepPage(address, answer) {
  if (answer.status === 404 || answer.status === 410) {
    const cache = await caches.open(KEPT);
    await cache.delete(address);
  } else if (isWhole(answer) && isPage(answer)) {
    await put(KEPT, address, answer, { "X-Library-Kind": "page" });
  }
}

/**
 * Files of one build only: those of another number the works differently.
 * @param {string} address
 * @param {Response} answer
 */
async function keepIndex(address, answer) {
  if (!isWhole(answer)) { return; }
  const found = /^\{"stamp":"([^"]*)"/.exec(await answer.clone().text());
  if (!found) { return; }
  await forgetOthers(found[1]);
  await put(KEPT, address, answer, { "X-Library-Kind": "index", "X-Library-Stamp": found[1] });
}

/** @param {string} current */
async function forgetOthers(current) {
  if (current === stamp) { return; }
  stamp = current;
  const cache = await caches.open(KEPT);
  const others = (await entries(cache)).filter((entry) => entry.kind === "index" && entry.stamp !== current);
  await Promise.all(others.map((entry) => cache.delete(entry.request)));
}

/**
 * @param {string} address
 * @param {Response} answer
 * @param {Response} [before] what was kept of it
 */
async function keepAsset(address, answer, before) {
  const same = before && ["ETag", "Last-Modified"].some((name) => (
    before.headers.has(name) && before.headers.get(name) === answer.headers.get(name)
  ));
  // Some hosts answer with a page where a file is missing.
  if (same || !isWhole(answer) || isPage(answer)) { return; }
  await put(core.includes(address) ? CORE : KEPT, address, answer, { "X-Library-Kind": "asset" });
}

// -- answers -----------------------------------------------------------------------------

/**
 * The network's answer, or what was kept where that takes long, fails or is the server's own error.
 * @param {Promise<Response>} coming
 * @param {string} address
 * @param {() => Response | Promise<Response>} instead
 * @returns {Promise<Response>}
 */
function newest(coming, address, instead) {
  return new Promise((resolve) => {
    const timer = setTimeout(async () => {
      const found = await kept(address).catch(() => undefined);
      if (found) { resolve(found); }
    }, PATIENCE);
    coming.then(async (answer) => {
      clearTimeout(timer);
      resolve(answer.status < 500 ? answer : await kept(address) ?? answer);
    }, async () => {
      clearTimeout(timer);
      resolve(await kept(address) ?? await instead());
    }).catch(() => resolve(Response.error()));
  });
}

/**
 * Does something with a copy of an answer, however the reader's own is used; a full disk is no error.
 * @param {FetchEvent} event
 * @param {Promise<Response>} coming
 * @param {(answer: Response) => Promise<void>} act
 */
function aside(event, coming, act) {
  const copied = coming.then((answer) => act(answer.clone()));
  event.waitUntil(copied.catch(() => { /* the page was shown all the same */ }));
}

/** @param {FetchEvent} event */
async function fetched(event) {
  /** @type {Response | undefined} */
  const preloaded = await event.preloadResponse;
  return preloaded ?? fetch(event.request);
}

/** @param {FetchEvent} event */
function page(event) {
  const address = bare(event.request.url);
  const coming = fetched(event);
  aside(event, coming, async (answer) => {
    await keepPage(address, answer);
    await hold(prefixes.map(offline), "no-cache");
  });
  return newest(coming, address, () => offlinePage(address));
}

/**
 * The page that says what is kept, in the language that the address is in, or else in one that is at hand.
 * @param {string} address
 */
async function offlinePage(address) {
  const cache = await caches.open(CORE);
  const found = await Promise.all([prefixOf(address), ...prefixes].map((prefix) => cache.match(offline(prefix))));
  return found.find(Boolean) ?? Response.error();
}

/** @param {FetchEvent} event */
function index(event) {
  const address = event.request.url;
  const coming = fetch(event.request);
  aside(event, coming, (answer) => keepIndex(address, answer));
  // The page asks so when what it had was not whole, or of another build.
  if (event.request.cache === "reload") { return coming; }
  return newest(coming, address, () => Response.error());
}

/** @param {FetchEvent} event */
async function asset(event) {
  const address = event.request.url;
  const cache = await caches.open(CORE);
  const found = await cache.match(address) ?? await kept(address);
  const coming = fetch(event.request);
  const before = found?.clone();
  aside(event, coming, (answer) => keepAsset(address, answer, before));
  return found ?? coming;
}

const ways = { page, index, asset };

worker.addEventListener("fetch", (event) => {
  const kind = kindOf(event.request);
  if (kind) { event.respondWith(ways[kind](event)); }
});

// -- its life ----------------------------------------------------------------------------

/* A new worker takes over when no page of the library is open any more, as browsers have it. It is not
   told to hurry: Chromium at times lets neither worker answer then, and the next page never comes. The
   old one does no harm meanwhile: it asks for pages anew, and renews styles and scripts behind them. */

/**
 * Puts those addresses of the library's beginning that are not yet there.
 * @param {readonly string[]} addresses
 * @param {RequestCache} cache how far the browser's own cache is trusted
 */
async function hold(addresses, cache) {
  const held = await caches.open(CORE);
  await Promise.all(addresses.map(async (address) => {
    if (await held.match(address)) { return; }
    const answer = await fetch(new Request(address, { cache }));
    if (!isWhole(answer)) { throw new Error(`${address}: ${answer.status}`); }
    await put(CORE, address, answer, { "X-Library-Kind": "asset" });
  }));
}

/**
 * A first visit stays light: its page has just brought the files, and the offline page is that of its language; those of the
 * others come with the next page.
 */
async function installFirst() {
  const open = await worker.clients.matchAll({ type: "window", includeUncontrolled: true });
  const read = new Set(open.filter(({ url }) => url.startsWith(ROOT)).map(({ url }) => prefixOf(url)));
  await hold([...core, ...prefixes.filter((prefix) => read.has(prefix)).map(offline)], "force-cache");
}

async function install() {
  const names = await caches.keys();
  const earlier = names.some((name) => name.startsWith(`${OURS}core `) && name !== CORE);
  await (earlier ? hold([...core, ...prefixes.map(offline)], "no-cache") : installFirst());
}

async function activate() {
  const others = (await caches.keys()).filter((name) => name.startsWith(OURS) && name !== CORE && name !== KEPT);
  await Promise.all(others.map((name) => caches.delete(name)));
  // Not every browser has it.
  if ("navigationPreload" in worker.registration) { await worker.registration.navigationPreload.enable(); }
  await worker.clients.claim();
}

worker.addEventListener("install", (event) => event.waitUntil(install()));
worker.addEventListener("activate", (event) => event.waitUntil(activate()));

/**
 * The page that brought the worker was loaded before it: it and its files are kept now, as the browser still has them.
 * @param {string} first its address
 * @param {readonly string[]} files
 */
async function keepFirst(first, files) {
  const again = /** @type {const} */ ({ cache: "force-cache" });
  const kinds = files.map((address) => ({ address, request: new Request(address, again) }))
    .map((file) => ({ ...file, kind: kindOf(file.request) }))
    .filter(({ address, kind }) => kind && !core.includes(address));
  // What fails is kept with the next visit.
  await Promise.allSettled([
    fetch(new Request(first, again)).then((answer) => keepPage(bare(first), answer)),
    ...kinds.map(async ({ address, request, kind }) => {
      const answer = await fetch(request);
      await (kind === "index" ? keepIndex(address, answer) : keepAsset(address, answer));
    }),
  ]);
}

worker.addEventListener("message", (event) => {
  const told = event.data ?? {};
  if (told.act !== "keep" || typeof told.page !== "string" || !told.page.startsWith(ROOT) || !Array.isArray(told.files)) { return; }
  event.waitUntil(keepFirst(told.page, told.files.filter((/** @type {unknown} */ file) => typeof file === "string")));
});

// Pages that were visited open without a connection: the service worker's beginning, and the page that lists what it keeps.

import { part } from "./search/elements.js";

/** @typedef {NonNullable<Window["LibraryPage"]>} Own */

// -- registering -------------------------------------------------------------------------

/** @param {Own} own */
function isAble(own) {
  return "serviceWorker" in navigator && "caches" in window && isSecureContext && new URL(own.root).origin === location.origin;
}

/**
 * A page that came before the worker is not yet kept, nor what it took in.
 * @param {ServiceWorkerRegistration} registration
 */
function keepThis(registration) {
  registration.active?.postMessage({
    act: "keep",
    page: location.href,
    files: performance.getEntriesByType("resource").map(({ name }) => name),
  });
}

/** @param {Own} own */
async function register(own) {
  const first = !navigator.serviceWorker.controller;
  try {
    await navigator.serviceWorker.register(own.ownScript(`${own.root}sw.js`), { scope: own.root });
    if (first) { keepThis(await navigator.serviceWorker.ready); }
  } catch { /* the library is read as it was before */ }
}

// -- a host that is out of reach ----------------------------------------------------------

/** Seconds before the host is asked whether it is back: where the browser thinks that there is a connection, and at most. */
const FIRST_WAIT = 4;
const LONGEST_WAIT = 60;

/**
 * Whether the host answers for an address within ten seconds, whatever it says.
 * @param {string} address
 */
async function isBack(address) {
  try {
    await fetch(address, { method: "HEAD", cache: "no-store", signal: AbortSignal.timeout(10_000) });
    return true;
  } catch {
    return false;
  }
}

// -- the page of what is kept ------------------------------------------------------------

/**
 * @param {Own} own
 * @param {string} address
 * @param {string} html
 */
function item(own, address, html) {
  const made = own.parsed(html);
  const line = document.createElement("li");
  const link = document.createElement("a");
  link.href = address;
  link.lang = /<html[^>]*? lang="([\w-]+)"/.exec(html)?.[1] ?? "";
  link.textContent = (made.querySelector("h1") ?? made.querySelector("title"))?.textContent?.trim() || address;
  line.append(link);
  return line;
}

class KeptPages {
  /**
   * @param {HTMLElement} page
   * @param {Own} own
   */
  constructor(page, own) {
    this.page = page;
    this.own = own;
    this.forget = part(page, "[data-forget]");
  }

  /**
   * @param {string} name
   * @param {boolean} shown
   */
  #show(name, shown) { part(this.page, `[data-${name}]`).hidden = !shown; }

  /** The cache by the name that the service worker gives to what it keeps. */
  #cache() { return caches.open(`library ${new URL(this.own.root).pathname} kept`); }

  /** Lines of pages, the last visited first. */
  async #items() {
    const cache = await this.#cache();
    const [keys, answers] = await Promise.all([cache.keys(), cache.matchAll()]);
    const items = await Promise.all(keys.map(async ({ url }, place) => {
      const answer = answers[place];
      const shown = answer?.headers.get("X-Library-Kind") === "page" && !/\/offline\/$/.test(url);
      return shown ? item(this.own, url, await answer.text()) : null;
    }));
    return items.filter((each) => each !== null).reverse();
  }

  async #fill() {
    try {
      const items = await this.#items();
      part(this.page, "[data-kept-pages]").replaceChildren(...items);
      this.#show("nothing", !items.length);
      this.forget.hidden = !items.length;
    } catch {
      this.#show("unable", true);
    }
  }

  async #forgetAll() {
    const cache = await this.#cache();
    await Promise.all((await cache.keys()).map((key) => cache.delete(key)));
    await this.#fill();
    const status = part(this.page, "[data-forgotten]");
    status.textContent = status.dataset.forgotten ?? "";
    status.focus();
  }

  /** The service worker shows this page in the place of one that is not at hand: there it waits for the connection. */
  #standIn() {
    let leaving = false;
    let timer = 0;
    part(this.page, "[data-again]").addEventListener("click", () => location.reload());
    // A reader on the way elsewhere is not called back.
    addEventListener("beforeunload", () => { leaving = true; });
    // A connection that comes and goes says "online" too early: the host is asked, less and less often, until it answers.
    const ask = (/** @type {number} */ seconds) => {
      clearTimeout(timer);
      timer = setTimeout(async () => {
        if (leaving || !navigator.onLine) { return; }
        if (!(await isBack(location.href))) {
          ask(Math.min(2 * seconds + 1, LONGEST_WAIT));
        } else if (!leaving) {
          location.reload();
        }
      }, 1000 * seconds);
    };
    addEventListener("online", () => ask(0));
    ask(FIRST_WAIT);
  }

  start() {
    const { dataset } = this.page;
    dataset.own = new URL(dataset.own ?? "", location.href).href;
    const instead = new URL(location.pathname, location.href).href !== dataset.own;
    this.#show("instead", instead);
    if (instead) { this.#standIn(); }
    if (!isAble(this.own)) {
      this.#show("unable", true);
      return;
    }
    this.forget.addEventListener("click", () => this.#forgetAll());
    this.#fill();
  }
}

const own = window.LibraryPage;
if (own && /^https?:$/.test(location.protocol)) {
  if (isAble(own)) { addEventListener("load", () => register(own)); }
  const page = /** @type {HTMLElement | null} */ (document.querySelector(".lib-offline"));
  if (page) { new KeptPages(page, own).start(); }
}

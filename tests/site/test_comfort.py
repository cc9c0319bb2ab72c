"""Reading comfort: lines, targets, focus, zoom, spacing, motion, forced colours, stillness, print and weight.

Each page is opened once per width and asked everything that a width can answer; tests then
judge the answers. Success criteria are those of WCAG 2.2 (https://www.w3.org/TR/WCAG22/).
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from kinds import awkward_works, in_turn, page_kinds
from library.pages.style import SHAPE_CONTRAST, contrast
from playwright.sync_api import Browser, Page
from readers import new_reader, until
from serving import Line, running
from sites import LANGUAGES, ROOT, SITE_URL, Built

pytestmark = pytest.mark.slow

WIDE, NARROW = 1280, 390
REFLOWED = 320
"""CSS pixels that a screen of 1280 has at 400 % (1.4.10)."""

LONGEST_LINE = 80
"""Characters; a syllable of Hangul counts as two, as 1.4.8 halves the number for East Asian scripts."""

SMALLEST_SHIFT = 0.02
"""A shift of the layout that nobody sees; 0.1 is called good (https://web.dev/articles/cls)."""

PAGE_BYTES, SEARCH_BYTES, FIRST_VISIT_BYTES = 60_000, 80_000, 250_000
"""Of a first visit, compressed: without fonts, of the search page with its index and the cards of the newest works, and with everything."""

A_TEXT = "ru/publications/motivation-public-servants-pakistan/"
A_LIST = "themes/motivation/"


def prefix(language: str) -> str:
    return "" if language == "en" else f"{language}/"


def pages_in_turn(site: Built) -> list[str]:
    """Pages of every kind, each in one language, and what searches show."""
    return [*in_turn(site), *(f"{prefix(language)}search/?q=state" for language in LANGUAGES)]


# -- what pages are asked ------------------------------------------------------------------------

TOOLS = r"""
window.comfort = (function () {
  const seen = element => element.checkVisibility({visibilityProperty: true, opacityProperty: true});
  // Kept for those who listen, or until the keyboard reaches it: nothing to point at.
  const pointed = element => !element.closest(".lib-hidden, .lib-skip, .pic-skip, [inert]");
  const box = element => element.getBoundingClientRect();
  const name = element => {
    const label = element.tagName.toLowerCase()
      + (element.className && element.className.baseVal === undefined ? "." + element.className.replace(/ /g, ".") : "");
    return label + " “" + (element.textContent || element.name || "").trim().replace(/\s+/g, " ").slice(0, 40) + "”";
  };

  const width = text => text.length + (text.match(/[\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3]/g) || []).length;

  // Characters of each full line of each text of more than two lines; the longest is told.
  function longestLine() {
    let longest = {characters: 0, text: ""};
    const blocks = "p, li, dd, dt, blockquote, td, figcaption, h1, h2, h3, h4";
    for (const block of document.querySelectorAll("main :is(p, li, dd, dt, blockquote, td, figcaption)")) {
      if (block.textContent.length < 120 || !seen(block) || !pointed(block)) continue;
      if (!/^(block|list-item|flow-root|-webkit-box)$/.test(getComputedStyle(block).display)) continue;
      // A title is looked at, not read line by line.
      if ([...block.querySelectorAll("a")].some(link => link.textContent.length > block.textContent.length / 2)) continue;
      const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
      const range = document.createRange();
      let line = "", last = null;
      const full = () => { if (width(line.trim()) > longest.characters) longest = {characters: width(line.trim()), text: line.trim()}; };
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        if (node.parentElement.closest(blocks) !== block || !seen(node.parentElement) || !pointed(node.parentElement)) continue;
        for (const word of node.data.matchAll(/\S+\s*|^\s+/g)) {
          range.setStart(node, word.index);
          range.setEnd(node, word.index + 1);
          const place = range.getClientRects()[0];
          if (place && (!last || place.top > last.top + last.height / 2)) { full(); line = ""; last = place; }
          line += word[0];
        }
      }
      full();
    }
    return longest;
  }

  // Targets under 24 by 24 pixels whose circle of 24 pixels meets another target or its circle (2.5.8).
  function crowdedTargets() {
    const pressed = "a[href], button, input:not([type=hidden]), select, textarea, summary, [role=button]";
    const found = [...document.querySelectorAll(pressed)].map(element => element.closest("label") || element);
    const targets = [...new Set(found)].filter(element => seen(element) && pointed(element))
      .map(element => ({element, box: box(element), boxes: [...element.getClientRects()]})).filter(target => target.box.width > 0);
    const small = targets.filter(target => target.box.width < 24 || target.box.height < 24);
    for (const target of small) target.centre = [(target.box.left + target.box.right) / 2, (target.box.top + target.box.bottom) / 2];
    const near = (centre, rect) => Math.hypot(centre[0] - Math.max(rect.left, Math.min(centre[0], rect.right)),
                                              centre[1] - Math.max(rect.top, Math.min(centre[1], rect.bottom)));
    const inSentence = element => {
      if (getComputedStyle(element).display !== "inline") return false;
      let block = element.parentElement;
      while (getComputedStyle(block).display === "inline") block = block.parentElement;
      const rest = block.cloneNode(true);
      for (const link of rest.querySelectorAll(pressed)) link.remove();
      return (rest.textContent.match(/\p{L}{2,}/gu) || []).length >= 2;
    };
    const crowded = target => targets.some(other => other !== target
      && !target.element.contains(other.element) && !other.element.contains(target.element)
      && (other.boxes.some(rect => near(target.centre, rect) < 12)
          || (other.centre && Math.hypot(other.centre[0] - target.centre[0], other.centre[1] - target.centre[1]) < 24)));
    return small.filter(target => !inSentence(target.element) && crowded(target))
      .map(target => name(target.element) + " " + Math.round(target.box.width) + "×" + Math.round(target.box.height));
  }

  // Text that a box cuts off, and what stands outside the screen where nothing scrolls.
  function lost() {
    const found = [];
    const wide = document.documentElement.scrollWidth;
    if (wide > innerWidth) found.push("the page is " + wide + " wide");
    for (const element of document.querySelectorAll("body *")) {
      if (!pointed(element) || !seen(element) || element.closest("svg")) continue;
      const style = getComputedStyle(element);
      // Summaries in lists are shortened on purpose: the page behind the title has them whole.
      if (style.webkitLineClamp !== "none") continue;
      const typed = /^(INPUT|SELECT|TEXTAREA)$/.test(element.tagName);  // what is typed scrolls
      if (typed) continue;
      const cut = /hidden|clip/;
      if (cut.test(style.overflowX) && element.scrollWidth > element.clientWidth + 1) found.push(name(element) + " is cut at its side");
      if (cut.test(style.overflowY) && element.scrollHeight > element.clientHeight + 1) found.push(name(element) + " is cut at its foot");
      if (element.tagName === "BUTTON" && element.scrollWidth > element.clientWidth + 1) found.push(name(element) + " is too narrow");
    }
    return found;
  }

  const opaque = colour => { const parts = colour.match(/[\d.]+/g); return parts.length < 4 || Number(parts[3]) > 0.99; };
  function ground(element) {
    for (let at = element.parentElement; at; at = at.parentElement) {
      const colour = getComputedStyle(at).backgroundColor;
      if (opaque(colour)) return colour;
    }
    return "rgb(255, 255, 255)";
  }

  // The ring of each thing that the keyboard reaches, on what it stands on. Drawn by the thing itself,
  // by the label around it, or by the first rectangle of a link in a drawing.
  function rings() {
    const found = {}, counted = {};
    const reached = "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]:not([tabindex='-1'])";
    for (const element of document.querySelectorAll(reached)) {
      if (!seen(element) || element.closest("[inert]")) continue;
      // Two of each kind are enough: hundreds of links in a list are alike.
      const kind = [element, element.parentElement, element.parentElement.parentElement]
        .map(one => one.tagName + one.getAttribute("class")).join(">");
      counted[kind] = (counted[kind] || 0) + 1;
      if (counted[kind] > 2) continue;
      element.focus({preventScroll: true});
      if (document.activeElement !== element) continue;
      const drawn = element.closest("svg") && element.querySelector("rect");
      const own = getComputedStyle(element).outlineStyle !== "none" && parseFloat(getComputedStyle(element).outlineWidth) > 0;
      const bearer = own ? element : element.closest("label") || element;
      const style = getComputedStyle(drawn || bearer);
      const ring = drawn ? [style.stroke, parseFloat(style.strokeWidth)]
        : [style.outlineColor, style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth)];
      found[[...ring, ground(bearer)].join("|")] = {colour: ring[0], width: ring[1], ground: ground(bearer), what: name(element)};
    }
    document.activeElement.blur();
    return Object.values(found);
  }

  function moving() {
    const found = [];
    for (const element of document.querySelectorAll("*")) for (const part of [null, "::before", "::after"]) {
      const style = getComputedStyle(element, part);
      const lasts = [style.transitionDuration, style.animationName === "none" ? "0s" : style.animationDuration].join(", ").split(", ");
      if (lasts.some(time => parseFloat(time) > 0) || style.scrollBehavior === "smooth") found.push(name(element) + (part || ""));
    }
    return found;
  }

  // Without the page's colours: what is pressed or typed into keeps a border, what is chosen still differs.
  function unmarked() {
    const found = [];
    const bordered = ".lib-button, .lib-badge, .lib-chip, .lib-styles label, "
      + "input[type=search], select, .lib-take summary, .lib-theme, .lib-find button";
    const differs = (element, other) => ["fontWeight", "borderBottomColor", "borderBottomStyle", "borderBottomWidth",
      "backgroundColor", "outlineStyle", "textDecorationLine"]
      .some(property => getComputedStyle(element)[property] !== getComputedStyle(other)[property]);
    for (const element of document.querySelectorAll(bordered)) {
      const style = getComputedStyle(element);
      if (seen(element) && (style.borderBlockStartStyle === "none"
          || parseFloat(style.borderBlockStartWidth) === 0 || style.borderBlockStartColor === ground(element)))
        found.push(name(element) + " has no border");
    }
    for (const list of document.querySelectorAll(".lib-nav ul, .lib-languages ul, .lib-pages ol")) {
      const current = list.querySelector("[aria-current]"), other = list.querySelector("a:not([aria-current])");
      if (current && other && !differs(current, other)) found.push(name(current) + " looks like the others");
    }
    const [chosen, left] = [":has(:checked)", ":not(:has(:checked))"].map(state => document.querySelector(".lib-styles label" + state));
    if (chosen && left && !differs(chosen, left)) found.push(name(chosen) + " looks like the others");
    return found;
  }

  return {longestLine, crowdedTargets, lost, rings, moving, unmarked};
})();
"""

LARGER_TEXT = "html { font-size: 200% !important; }"
"""Text alone at 200 % (1.4.4), as browsers with a setting for it do."""

SPACED_TEXT = """
* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
p { margin-block-end: 2em !important; }
"""
"""Text spacing of 1.4.12, word for word."""


@dataclass(frozen=True)
class Look:
    """What one page answered at one width, by question."""

    path: str
    answers: Mapping[str, Any]


def opened(page: Page, address: str) -> None:
    page.goto(address)
    if "/search/" in address or "/reading-list/" in address:
        page.locator(".lib-results:not([hidden]), .lib-search__plain:visible").first.wait_for()
    page.evaluate(TOOLS)


def with_style(page: Page, css: str, question: str) -> Any:
    """The answer while a reader's own style is on the page."""
    # A sheet beside those of the page, which forbids styles in its own text.
    page.evaluate("css => { const sheet = new CSSStyleSheet(); sheet.replaceSync(css); document.adoptedStyleSheets = [sheet]; }", css)
    answer = page.evaluate(question)
    page.evaluate("document.adoptedStyleSheets = []")
    return answer


def look(page: Page, address: str, path: str, width: int) -> Look:
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme="light")
    opened(page, address + path)
    answers = {
        "line": page.evaluate("comfort.longestLine()"),
        "targets": page.evaluate("comfort.crowdedTargets()"),
        "larger": with_style(page, LARGER_TEXT, "comfort.lost()"),
        "spaced": with_style(page, SPACED_TEXT, "comfort.lost()"),
    }
    if width == WIDE:
        page.keyboard.press("Tab")  # what a script focuses after a key, browsers ring
        answers["rings"] = page.evaluate("comfort.rings()")
        page.emulate_media(color_scheme="dark")
        page.keyboard.press("Tab")
        answers["rings"] += page.evaluate("comfort.rings()")
        page.emulate_media(color_scheme="light", reduced_motion="reduce")
        answers["moving"] = page.evaluate("comfort.moving()")
        page.emulate_media(reduced_motion="no-preference", forced_colors="active")
        answers["unmarked"] = page.evaluate("comfort.unmarked()")
        page.emulate_media(forced_colors="none")
        page.set_viewport_size({"width": REFLOWED, "height": 256})
        answers["reflowed"] = page.evaluate("comfort.lost()")
    return Look(path, answers)


@pytest.fixture(scope="module")
def looks(
    browser: Browser, served: Mapping[str, str], small_site: Built, kept_site: Built, amount: Callable[[int, int], int]
) -> dict[int, list[Look]]:
    """What pages answer, by width: every kind in both, at a desk those of November 2026 and on a phone those of the awkward catalogue.

    Awkward works are seen in both, on a phone in two languages; in scripts/test long every page is, in all.
    """
    context = new_reader(browser)
    page = context.new_page()
    kept = [(served["kept"], path) for path in pages_in_turn(kept_site)]
    small = [(served["small"], path) for path in pages_in_turn(small_site)]
    awkward = [(served["small"], path) for path in awkward_works(small_site)]
    everything = amount(0, 1)
    visited = {
        WIDE: [*kept, *(place for place in small if everything or place in awkward)],
        NARROW: list(dict.fromkeys([*small, *(awkward if everything else awkward[::2]), *(kept if everything else [])])),
    }
    found = {width: [look(page, address, path, width) for address, path in visited[width]] for width in visited}
    context.close()
    return found


def told(looks: list[Look], question: str) -> str:
    """The answers of pages that found something, a line each."""
    return "\n".join(f"{look.path}: {', '.join(look.answers[question][:6])}" for look in looks if look.answers[question])


# -- reading -------------------------------------------------------------------------------------


def test_lines_of_text_are_short_enough_to_find_the_next(looks: dict[int, list[Look]]) -> None:
    lines = [(look.answers["line"]["characters"], look.path, look.answers["line"]["text"]) for look in looks[WIDE]]
    longer = sorted((line for line in lines if line[0] > LONGEST_LINE), reverse=True)
    assert not longer, longer[:10]
    assert max(lines)[0] > LONGEST_LINE // 2, "no line was measured"


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_what_is_pressed_is_large_or_stands_apart(width: int, looks: dict[int, list[Look]]) -> None:
    crowded = told(looks[width], "targets")
    assert not crowded, crowded


def test_the_keyboard_is_always_seen(looks: dict[int, list[Look]]) -> None:
    """A ring of 2 pixels at least, 3 : 1 on what it stands on, in light and dark (2.4.7, 1.4.11, 2.4.13)."""
    faint = {
        f"{look.path}: {ring['what']}: {ring['width']} px {ring['colour']} on {ring['ground']}"
        for look in looks[WIDE]
        for ring in look.answers["rings"]
        if ring["width"] < 2 or contrast(ring["colour"], ring["ground"]) < SHAPE_CONTRAST
    }
    assert not faint, "\n".join(sorted(faint)[:20])
    assert all(look.answers["rings"] for look in looks[WIDE])


def test_nothing_is_lost_at_400_per_cent(looks: dict[int, list[Look]]) -> None:
    assert not told(looks[WIDE], "reflowed"), told(looks[WIDE], "reflowed")


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_nothing_is_lost_where_text_alone_is_twice_as_large(width: int, looks: dict[int, list[Look]]) -> None:
    assert not told(looks[width], "larger"), told(looks[width], "larger")


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_nothing_is_lost_where_a_reader_spaces_text(width: int, looks: dict[int, list[Look]]) -> None:
    assert not told(looks[width], "spaced"), told(looks[width], "spaced")


def test_nothing_moves_for_those_who_ask_for_stillness(looks: dict[int, list[Look]]) -> None:
    assert not told(looks[WIDE], "moving"), told(looks[WIDE], "moving")


def test_borders_and_choices_are_seen_without_the_pages_colours(looks: dict[int, list[Look]]) -> None:
    assert not told(looks[WIDE], "unmarked"), told(looks[WIDE], "unmarked")


# -- a first visit -------------------------------------------------------------------------------

SHIFTS = """
new PerformanceObserver(list => {
  for (const entry of list.getEntries()) {
    if (entry.hadRecentInput) continue;
    window.shift = (window.shift || 0) + entry.value;
    window.shifted = (window.shifted || []).concat(entry.sources.map(source =>
      source.node && source.node.className || String(source.node && source.node.nodeName)));
  }
}).observe({type: "layout-shift", buffered: true});
"""
PHONE_LINE = Line(latency=0.04, rate=500_000)
"""4 Mbit/s: slow enough that text is seen before its letters have arrived."""

VISITED = {"home": "", "list": A_LIST, "work": "publications/motivation-public-servants-pakistan/", "search": "search/"}


VISITS = [
    pytest.param(language, kind, width, marks=[] if (LANGUAGES.index(language) + place + turn) % 2 == 0 else pytest.mark.long)
    for language in LANGUAGES
    for place, kind in enumerate(VISITED)
    for turn, width in enumerate((NARROW, WIDE))
]
"""Every kind in every language, on a phone and at a desk in turn; in both in scripts/test long."""


@pytest.fixture(scope="module")
def phone_line(kept_site: Built) -> Iterator[str]:
    """The address of the site of November 2026 behind a phone's line."""
    with running(kept_site.folder, line=PHONE_LINE) as host:
        yield host.address


@pytest.fixture
def newcomer(browser: Browser) -> Iterator[Page]:
    """A reader who was never here: nothing is kept."""
    context = browser.new_context(viewport={"width": NARROW, "height": 844})
    yield context.new_page()
    context.close()


def settle(page: Page) -> None:
    """Waits until all letters are there and were drawn."""
    page.wait_for_load_state("networkidle")
    page.evaluate("document.fonts.ready.then(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))))")


@pytest.mark.parametrize(("language", "kind", "width"), VISITS)
def test_nothing_jumps_while_a_page_arrives(language: str, kind: str, width: int, newcomer: Page, phone_line: str) -> None:
    newcomer.add_init_script(SHIFTS)
    newcomer.set_viewport_size({"width": width, "height": 844})
    newcomer.goto(phone_line + prefix(language) + VISITED[kind])
    settle(newcomer)
    assert newcomer.evaluate("window.shift || 0") <= SMALLEST_SHIFT, newcomer.evaluate("window.shifted")


@pytest.mark.parametrize("kind", VISITED)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_first_visit_is_light(language: str, kind: str, newcomer: Page, served: dict[str, str]) -> None:
    session = newcomer.context.new_cdp_session(newcomer)
    session.send("Network.enable")
    kinds: dict[str, str] = {}
    sizes: dict[str, float] = {}
    session.on("Network.responseReceived", lambda event: kinds.update({event["requestId"]: event["type"]}))
    session.on("Network.loadingFinished", lambda event: sizes.update({event["requestId"]: event["encodedDataLength"]}))
    newcomer.goto(served["kept"] + prefix(language) + VISITED[kind])
    settle(newcomer)
    fonts = sum(size for request, size in sizes.items() if kinds[request] == "Font")
    everything = sum(sizes.values())
    assert everything - fonts <= (SEARCH_BYTES if kind == "search" else PAGE_BYTES), (everything, fonts)
    assert everything <= FIRST_VISIT_BYTES, (everything, fonts)


KEPT = """() => {
  const files = performance.getEntriesByType("resource").map(entry => entry.name).filter(name => name.includes("/assets/"));
  return Promise.all([location.href, ...files].map(address => caches.match(address))).then(found => files.length > 5 && found.every(Boolean));
}"""


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_first_visit_is_light_with_all_that_the_service_worker_fetches(language: str, browser: Browser, kept_site: Built) -> None:
    """By the host's own account: the worker's requests are not the page's."""
    with running(kept_site.folder) as host:
        context = browser.new_context(viewport={"width": NARROW, "height": 844})
        page = context.new_page()
        page.goto(host.address + prefix(language) + VISITED["work"])
        page.wait_for_function("() => navigator.serviceWorker.controller")
        until(page, KEPT)
        sent = host.sent
        context.close()
    assert PAGE_BYTES < sent <= FIRST_VISIT_BYTES


# -- print ---------------------------------------------------------------------------------------


def printed(page: Page, address: str, into: Path) -> tuple[str, int]:
    """The text of the page on A4 paper, its spaces as one, and how many sheets it takes."""
    page.goto(address)
    page.pdf(path=into, format="A4")
    text = subprocess.run(["pdftotext", "-layout", str(into), "-"], capture_output=True, text=True, check=True).stdout
    return text, text.count("\f")


def plain(text: str | None) -> str:
    """Letters only: lines break, and hyphens fall, where a sheet wants them."""
    return re.sub(r"\s+", "", text or "")


def test_a_printed_work_says_what_it_is_where_it_is_and_how_to_cite_it(page: Page, served: dict[str, str], tmp_path: Path) -> None:
    page.goto(served["kept"] + A_TEXT)
    title, summary = page.locator("h1").text_content(), page.locator(".lib-work__summary").text_content()
    page.locator(".lib-styles input[value=harvard]").check()
    references = page.locator(".lib-reference:visible p").all_text_contents()
    others = page.locator(".lib-reference[data-style=vancouver] p").all_text_contents()
    documents = page.locator(".lib-edition__ways a[href^=http]").evaluate_all("links => links.map(link => link.href)")
    text, sheets = printed(page, served["kept"] + A_TEXT, tmp_path / "work.pdf")
    assert sheets <= 3
    for wanted in (title, summary, f"{SITE_URL}{A_TEXT}", *references, *documents):
        assert plain(wanted) in plain(text), wanted
    for unwanted in (*others, "Скопировать", "BibLaTeX", "Главная", "Қазақша 한국어"):
        assert plain(unwanted) not in plain(text), unwanted


def test_a_printed_list_has_its_works_and_its_address(page: Page, served: dict[str, str], tmp_path: Path) -> None:
    page.goto(served["kept"] + A_LIST)
    titles = page.locator(".lib-card__title").all_text_contents()
    text, sheets = printed(page, served["kept"] + A_LIST, tmp_path / "list.pdf")
    assert sheets <= 1 + len(titles) // 5
    for wanted in (str(page.locator("h1").text_content()), f"{SITE_URL}{A_LIST}", *titles):
        assert plain(wanted) in plain(text), wanted
    for unwanted in ("BibTeX", "Reading list", "Search", "About"):
        assert unwanted not in text, unwanted


def test_a_page_chosen_dark_is_printed_in_black(page: Page, served: dict[str, str]) -> None:
    page.goto(served["kept"] + A_TEXT)
    page.evaluate("document.documentElement.dataset.theme = 'dark'")
    page.emulate_media(media="print", color_scheme="dark")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    dark = page.evaluate("""[...document.querySelectorAll("main *")].filter(one => one.checkVisibility() && !one.closest("svg"))
        .map(one => getComputedStyle(one).color).filter(colour => Math.max(...colour.match(/\\d+/g).slice(0, 3).map(Number)) > 110)""")
    assert not dark


def test_every_page_has_the_style_for_paper(kept_site: Built) -> None:
    assert (ROOT / "overrides" / "assets" / "stylesheets" / "print.css").is_file()
    for path in page_kinds(kept_site):
        assert re.search(r'<link rel="stylesheet" href="[^"]*/print\.css" media="print">', kept_site.text(path)), path

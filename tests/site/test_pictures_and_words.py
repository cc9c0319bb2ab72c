"""No picture, cover or small cover lies over words, its own or others'."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest
from kinds import in_turn, page_kinds
from playwright.sync_api import Browser, Page
from readers import new_reader
from sites import LANGUAGES, Built

pytestmark = pytest.mark.slow

WIDTHS = (390, 1280)

COVERED = """() => {
  const seen = box => box.width > 1 && box.height > 1
  const meet = (a, b) => ({
    left: Math.max(a.left, b.left), right: Math.min(a.right, b.right), top: Math.max(a.top, b.top), bottom: Math.min(a.bottom, b.bottom),
  })
  const area = ({ left, right, top, bottom }) => ({ left, right, top, bottom, width: right - left, height: bottom - top })
  // What an element shows of a box: line clamps and scrolled tables cut it.
  const shown = (box, element) => {
    for (let at = element; at && at !== document.body; at = at.parentElement) {
      if (getComputedStyle(at).overflow !== "visible" && at.namespaceURI.endsWith("xhtml")) {
        box = meet(box, at.getBoundingClientRect())
      }
    }
    return area(box)
  }
  const visible = element => element.checkVisibility({ visibilityProperty: true, opacityProperty: true })
  // Signs that stand in every page are masks.
  const masked = element => getComputedStyle(element).maskImage !== "none"
  const drawn = element => element.matches("img, canvas, svg:not(svg svg), .lib-thumb, .sty-swatch") || masked(element)
  const pictures = [...document.body.querySelectorAll("*")]
    .filter(element => drawn(element) && visible(element))
    .map(element => ({ element, box: shown(element.getBoundingClientRect(), element) }))
    .filter(({ box }) => seen(box))
  const words = []
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const node = walker.currentNode, holder = node.parentElement
    if (!node.data.trim() || !visible(holder) || holder.closest("title, script, .lib-hidden, .lib-skip:not(:focus)")) continue
    const range = document.createRange()
    range.selectNodeContents(node)
    for (const rectangle of range.getClientRects()) {
      const box = shown(rectangle, holder)
      if (seen(box)) words.push({ node, box })
    }
  }
  const found = []
  for (const picture of pictures) {
    for (const word of words) {
      const common = area(meet(picture.box, word.box))
      if (common.width > 1.5 && common.height > 1.5 && !picture.element.contains(word.node)) {
        found.push(`${picture.element.getAttribute("class") || picture.element.tagName} lies over "${word.node.data.trim().slice(0, 60)}"`)
      }
    }
  }
  return { found: [...new Set(found)], pictures: pictures.length, words: words.length }
}"""


def covered_words(page: Page, address: str) -> tuple[list[str], int]:
    """What lies over words on a page, at each width, and how many pictures were compared: pages of words alone have none."""
    found, pictures = [], 0
    page.goto(address)
    page.evaluate("document.fonts.ready.then(() => 0)")
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 844})
        seen = page.evaluate(COVERED)
        assert seen["words"] > 10, f"{address}: nothing was compared"
        pictures += seen["pictures"]
        found += [f"{address} at {width} px: {what}" for what in seen["found"]]
    return found, pictures


def assert_no_words_are_covered(browser: Browser, addresses: Iterable[str]) -> None:
    page = new_reader(browser).new_page()
    seen = [covered_words(page, address) for address in addresses]
    page.context.close()
    found = [what for covered, _ in seen for what in covered]
    assert not found, "\n".join(found)
    assert sum(pictures > 0 for _, pictures in seen) > len(seen) / 2, "few pages had pictures to compare"


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_picture_lies_over_words(
    browser: Browser, served: dict[str, str], small_site: Built, language: str, amount: Callable[[int, int], int]
) -> None:
    """Each kind of page in two of the languages, in all four in scripts/test long."""
    every = amount(2, 1)
    pages = page_kinds(small_site, [language])[LANGUAGES.index(language) % every :: every]
    assert_no_words_are_covered(browser, [served["small"] + path for path in pages])


def test_no_picture_lies_over_words_of_the_real_catalogue(browser: Browser, served: dict[str, str], kept_site: Built) -> None:
    homes = ["index.html" if language == "en" else f"{language}/index.html" for language in LANGUAGES]
    assert_no_words_are_covered(browser, [served["kept"] + path for path in dict.fromkeys([*homes, *in_turn(kept_site)])])

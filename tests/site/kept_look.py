"""How pages look, kept as small pictures: taken, made small, compared, and shown to a person.

A kept picture has a cell for each square of eight CSS pixels of a page, down to a set depth, and says in fifteen steps how dark it is:
small enough to keep hundreds, fine enough that a line that moved or a cover over a title changes many cells.
Letters are those of the web fonts alone, and what these lack is Liberation's, so that every machine draws the same.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from kinds import page_kinds
from machine_fonts import fonts_alone
from outside import BROWSER
from PIL import Image, ImageChops
from playwright.sync_api import Browser, Page, Route
from readers import new_reader
from searching import settle
from sites import LANGUAGES, Built

FOLDER = Path(__file__).with_name("kept_pictures")
WIDTHS = (360, 390, 768, 1280)
DEPTH = 1600
"""CSS pixels of a page that are looked at; below, lists go on as they began."""
CELL, STEPS = 8, 15

LIGHTER_OR_DARKER = 2
"""Steps by which a cell may differ: letters are smoothed otherwise by another release of the browser."""
CELLS = 0.001
"""Share of cells that may differ by more."""
LOWER = 1
"""Rows of cells by which a page may be longer or shorter."""

FOLDER_LIMIT = 3_000_000
"""Bytes of all kept pictures."""

FURTHER = {
    "alliances": r"alliances/index\.html",
    "projects": r"projects/index\.html",
    "results": r"results/index\.html",
    "elsewhere": r"elsewhere/index\.html",
    "guide": r"staff/index\.html",
    "series": r"series/[^/]+/index\.html",
    "country": r"countries/[^/]+/index\.html",
}
"""Kinds of pages that other tests of all pages see as another kind."""


@dataclass(frozen=True)
class Look:
    """A page at each width, one beside the other: cells by how dark they are, 0 to 14."""

    picture: Image.Image

    def parts(self) -> Iterator[tuple[int, Image.Image]]:
        """Each width with its own part, cut below where its page ends."""
        left = 0
        for width in WIDTHS:
            right = left + cells_of(width)
            part = self.picture.crop((left, 0, right, self.picture.height))
            ends = part.point(lambda step: 255 if step != BLANK else 0).getbbox()
            yield width, part.crop((0, 0, part.width, ends[3] if ends else 0))
            left = right


BLANK = STEPS
"""The colour below the end of a page, which is no step."""


def cells_of(pixels: int) -> int:
    return -(-pixels // CELL)


def steps_of(shot: bytes) -> Image.Image:
    """A screenshot in cells; the root of the darkness, as letters on white are pale when seen from afar."""
    grey = Image.open(io.BytesIO(shot)).convert("L")
    whole = Image.new("L", (cells_of(grey.width) * CELL, cells_of(grey.height) * CELL), 255)
    whole.paste(grey)
    return whole.reduce(CELL).point([round((STEPS - 1) * ((255 - value) / 255) ** 0.5) for value in range(256)])


def of_shots(shots: Mapping[int, bytes]) -> Look:
    parts = [steps_of(shots[width]) for width in WIDTHS]
    joined = Image.new("L", (sum(part.width for part in parts), max(part.height for part in parts)), BLANK)
    left = 0
    for part in parts:
        joined.paste(part, (left, 0))
        left += part.width
    return Look(joined)


def differing(kept: Image.Image, seen: Image.Image) -> Image.Image:
    """White where a cell differs by more than it may; what one of the two lacks differs."""
    size = (max(kept.width, seen.width), max(kept.height, seen.height))
    first, second = Image.new("L", size, 4 * STEPS), Image.new("L", size, 8 * STEPS)
    first.paste(kept)
    second.paste(seen)
    return ImageChops.difference(first, second).point(lambda steps: 255 if steps > LIGHTER_OR_DARKER else 0)


def faults(kept: Look, seen: Look) -> list[str]:
    """What a person would see, by width; nothing where the pages look alike."""
    found = []
    for (width, old), (_, new) in zip(kept.parts(), seen.parts(), strict=True):
        if abs(old.height - new.height) > LOWER:
            found.append(f"{width} px: {new.height * CELL} px long, kept {old.height * CELL}")
            continue
        height = min(old.height, new.height)
        cells = differing(old.crop((0, 0, old.width, height)), new.crop((0, 0, new.width, height)))
        count = cells.histogram()[255]
        if count > CELLS * cells.width * cells.height:
            box = [edge * CELL for edge in cells.getbbox()]
            found.append(f"{width} px: {count} of {cells.width * cells.height} cells differ, from {box[:2]} to {box[2:]} (CSS px)")
    return found


# -- kept -----------------------------------------------------------------------------------------

_GREYS = [value for step in range(STEPS) for value in [255 - step * 255 // (STEPS - 1)] * 3] + [255, 244, 214]


def write(look: Look, path: Path) -> None:
    """A PNG that looks like the page, a point for each cell."""
    picture = Image.frombytes("P", look.picture.size, look.picture.tobytes())
    picture.putpalette(_GREYS)
    path.parent.mkdir(parents=True, exist_ok=True)
    picture.save(path, optimize=True, bits=4)


def read(path: Path) -> Look:
    kept = Image.open(path)
    return Look(Image.frombytes("L", kept.size, kept.tobytes()))


def name_of(path: str) -> str:
    """The name of the kept picture of a page of the site."""
    plain = path.removesuffix("index.html").removesuffix(".html").strip("/")
    return (re.sub("[/?=]+", "--", plain) or "en") + ".png"


# -- taken ----------------------------------------------------------------------------------------


def all_pages(site: Built) -> dict[str, list[str]]:
    """Pages of every kind and awkward works, by language; the same kinds in the same order in each."""
    found = {}
    for language in LANGUAGES:
        prefix = "" if language == "en" else f"{language}/"
        pages = page_kinds(site, [language])
        plain = [path for path in site.pages if 'http-equiv="refresh"' not in site.text(path)]
        for pattern in FURTHER.values():
            pages += [path for path in plain if re.fullmatch(prefix + pattern, path)][:1]
        found[language] = [*dict.fromkeys(pages), f"{prefix}search/?q=state"]
    return found


def styles(more: str = "") -> Callable[[Route], None]:
    """Answers with the stylesheet and ``more``, with words that wait for their fonts: by itself a slow page takes others."""

    def answer(route: Route) -> None:
        sent = route.fetch()
        route.fulfill(response=sent, body=sent.text().replace("font-display: optional", "font-display: block") + more)

    return answer


@contextmanager
def looking(browser: Browser, into: Path) -> Iterator[Page]:
    """A page of a browser to which the machine has Liberation Sans alone, where nothing moves."""
    configuration = fonts_alone(into, ("Liberation Sans",))
    opened = browser.browser_type.launch(
        executable_path=BROWSER,
        args=["--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--font-render-hinting=none", "--disable-lcd-text"],
        env={"FONTCONFIG_FILE": str(configuration), "HOME": str(configuration.parent), "PATH": "/usr/bin:/bin"},
    )
    context = new_reader(opened, reduced_motion="reduce", color_scheme="light", locale="en-GB", timezone_id="UTC")
    context.route("**/site*.css", styles())
    page = context.new_page()
    # What is made in the page is made for the day on which the site was.
    page.clock.set_fixed_time(1_906_545_600_000)
    yield page
    opened.close()


_ALL_THERE = """() => {
  for (const image of document.images) { image.loading = "eager" }
  return Promise.all([...document.images].map(image => image.decode().catch(() => 0)))
}"""


def shots(page: Page, address: str) -> dict[int, bytes]:
    """Pictures of a page at each width, PNG, one CSS pixel a point, down to the set depth."""
    page.set_viewport_size({"width": WIDTHS[-1], "height": 900})
    page.goto(address)
    page.evaluate(_ALL_THERE)
    if page.locator("main .lib-search").count():
        settle(page)
    taken = {}
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        page.evaluate("document.fonts.ready.then(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))))")
        height = min(DEPTH, page.evaluate("document.documentElement.scrollHeight"))
        clip = {"x": 0, "y": 0, "width": width, "height": height}
        taken[width] = page.screenshot(full_page=True, clip=clip, animations="disabled", caret="hide", scale="css")
    return taken

"""What the style page shows: the stylesheet's tokens with their contrast, and parts cut out of real pages.

Nothing is written down twice: values come from the stylesheet and markup from the pages that the
templates make, so that the page cannot disagree with either.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from markupsafe import Markup

from library.catalogue.catalogue import Catalogue, Placed
from library.catalogue.indexes import LIST_LENGTH, Indexes, Shelf
from library.pages.cutting import cut, element_a_line
from library.pages.search import SearchViews
from library.press.output import OutputFile
from library.press.shells import BASE
from library.words.labels import Link

if TYPE_CHECKING:
    from library.pages.stamper import Stamper

TOKENS = "tokens.css"
"""Where all tokens stand."""

GROUNDS = ("paper", "surface", "sunken")
"""Tokens that things stand on; contrast is that of every other colour on them."""

TEXT_CONTRAST, SHAPE_CONTRAST = 4.5, 3.0
"""What WCAG 2.2 asks of text (1.4.3) and of what is drawn, like a focus ring (1.4.11)."""

_SHAPES = ("focus",)
"""Colours of lines and marks only; never of text."""

_UNREAD = ("rule",)
"""Colours that part things and say nothing: no contrast is asked of them."""

_BRACE = re.compile(r"([^{};]*)([{}])")
_TOKEN = re.compile(r"--([a-z][a-z0-9-]*)\s*:\s*([^;]+)")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_NIGHT = "@media (prefers-color-scheme: dark)"
_LIGHT, _DARK, _DARK_AT_NIGHT = ":root", ':root[data-theme="dark"]', ':root:not([data-theme="light"])'


# -- tokens ----------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Contrast:
    """A colour on a ground, as ratios rounded down to a tenth; ``enough`` in light and dark both."""

    ground: str
    light: float
    dark: float
    enough: bool


@dataclass(frozen=True)
class Token:
    """A custom property: its name without dashes, its values by day and by night, and what it is for.

    ``dark`` equals ``light`` where night changes nothing; ``use`` is empty for a token nobody described.
    """

    name: str
    light: str
    dark: str
    use: str
    contrasts: tuple[Contrast, ...] = ()

    @property
    def day(self) -> str:
        """The light value as CSS paints it; only of a colour."""
        return _painted(self.light)

    @property
    def night(self) -> str:
        """The dark value as CSS paints it; only of a colour."""
        return _painted(self.dark)


@dataclass(frozen=True)
class TokenGroup:
    """Tokens of one kind: ``colour``, ``size``, ``space`` or ``other``."""

    kind: str
    title: str
    tokens: tuple[Token, ...]


def tokens_css(folder: Path) -> str:
    """The text of the stylesheet that holds the tokens, out of a folder of stylesheets."""
    return (folder / TOKENS).read_text("utf-8")


def values(css: str, selector: str = _LIGHT, inside: str = "") -> dict[str, str]:
    """Custom properties by name, of all rules with exactly this selector; a later one wins, as in browsers.

    ``inside`` is the at-rule that they stand in, as ``@media print``; empty: in none.
    """
    found: dict[str, str] = {}
    for path, declared in _rules(_COMMENT.sub("", css)):
        if path == [name for name in (inside, selector) if name]:
            found.update((name, value.strip()) for name, value in _TOKEN.findall(declared))
    return found


def _rules(css: str) -> Iterator[tuple[list[str], str]]:
    """Each innermost rule: the selectors and at-rules down to it, and its declarations."""
    path: list[str] = []
    begin = 0
    for brace in _BRACE.finditer(css):
        if brace[2] == "{":
            path.append(brace[1].strip())
        else:
            yield path[:], css[begin : brace.end() - 1]
            path.pop()
        begin = brace.end()


def nights(css: str) -> tuple[dict[str, str], dict[str, str]]:
    """Dark values as the reader chooses them and as the system does. They have to be alike, which a test holds."""
    return values(css, _DARK), values(css, _DARK_AT_NIGHT, _NIGHT)


def token_groups(css: str, say: Callable[[str], str]) -> tuple[TokenGroup, ...]:
    """All tokens of the stylesheets by kind, in the stylesheets' order."""
    light, dark = values(css), {**values(css), **values(css, _DARK)}
    told = uses(say)
    groups: dict[str, list[Token]] = {kind: [] for kind in _titles(say)}
    for name, value in light.items():
        groups[_kind(name, value)].append(Token(name, value, dark[name], told.get(name, ""), _contrasts(name, light, dark)))
    return tuple(TokenGroup(kind, title, tuple(groups[kind])) for kind, title in _titles(say).items() if groups[kind])


def _kind(name: str, value: str) -> str:
    if _channels(value):
        return "colour"
    return next((kind for kind in ("size", "space") if name.startswith(f"{kind}-")), "other")


def _contrasts(name: str, light: Mapping[str, str], dark: Mapping[str, str]) -> tuple[Contrast, ...]:
    if name in GROUNDS or name in _UNREAD or not _channels(light[name]):
        return ()
    least = SHAPE_CONTRAST if name in _SHAPES else TEXT_CONTRAST
    found = []
    for ground in GROUNDS:
        ratios = [contrast(scheme[name], scheme[ground]) for scheme in (light, dark)]
        # Rounded down, so that 4.46 is never shown as enough.
        day, night = (int(ratio * 10) / 10 for ratio in ratios)
        found.append(Contrast(ground, day, night, min(ratios) >= least))
    return tuple(found)


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, 1 to 21 (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio).

    Colours are ``#rrggbb``, or red, green and blue of 0 to 255 as ``11 85 99`` or ``rgb(11, 85, 99)``;
    anything else raises ValueError.
    """
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    """Relative luminance, 0 (black) to 1 (white): https://www.w3.org/TR/WCAG22/#dfn-relative-luminance."""
    channels = _channels(colour)
    if not channels:
        raise ValueError(f"{colour!r} is no colour of the form #rrggbb or rgb(r, g, b)")
    red, green, blue = (_linear(channel / 255) for channel in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def _channels(value: str) -> tuple[int, int, int] | None:
    if found := re.fullmatch(r"#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})", value, re.IGNORECASE):
        return int(found[1], 16), int(found[2], 16), int(found[3], 16)
    if found := re.fullmatch(r"(?:rgb\()?(\d{1,3})[ ,]+(\d{1,3})[ ,]+(\d{1,3})\)?", value):
        return int(found[1]), int(found[2]), int(found[3])
    return None


def _painted(value: str) -> str:
    return value if value.startswith("#") else f"rgb({value})"


def _titles(say: Callable[[str], str]) -> dict[str, str]:
    return {"colour": say("Colours"), "size": say("Type sizes"), "space": say("Spaces"), "other": say("Widths and typefaces")}


def uses(say: Callable[[str], str]) -> dict[str, str]:
    """What each token is for."""
    return {
        "paper": say("The background of every page"),
        "surface": say("Raised surfaces: header, boxes, fields"),
        "sunken": say("Surfaces set back: footer, notices, code"),
        "ink": say("Text and headings"),
        "muted": say("Secondary text: dates, labels, notes"),
        "rule": say("Dividers"),
        "link": say("Links and buttons"),
        "link-hover": say("Links and buttons under the pointer"),
        "mark": say("Selected items and highlights"),
        "focus": say("Focus ring"),
        "heat": say("Shades in charts, with an opacity"),
        "size-badge": say("Badges"),
        "size-label": say("Labels of facts, numbers, dates"),
        "size-note": say("Notes, buttons, breadcrumbs, filters"),
        "size-list": say("Cards and the column at the side"),
        "size-text": say("Running text"),
        "size-heading": say("Small headings, titles of cards, fields for search"),
        "size-lead": say("Summaries and the opening of a page"),
        "size-section": say("Headings of sections"),
        "size-title": say("The title of a page"),
        "size-hero": say("The title of the home page"),
        "space-0": say("Between lines that belong together"),
        "space-1": say("Between a label and its value"),
        "space-2": say("Between buttons, inside them"),
        "space-3": say("Between a heading and its text"),
        "space-4": say("Between paragraphs, inside boxes"),
        "space-5": say("Between parts of a page"),
        "space-6": say("Before a new section"),
        "space-7": say("Between columns"),
        "gap": say("Between columns"),
        "text": say("Typeface of text"),
        "heading": say("Typeface of headings"),
        "code": say("Typeface of code"),
        "measure": say("The longest line of running text"),
        "measure-wide": say("The longest row of a search field"),
        "head": say("The width of a page's opening"),
        "page": say("The width of a page"),
        "edge": say("Space at the sides of a page"),
        "radius": say("Corners of boxes and buttons"),
        "pill": say("Corners of toggles"),
        "stripe": say("The stripe at the side of notices and references"),
        "target": say("The smallest height of buttons and links"),
    }


# -- parts of pages --------------------------------------------------------------------------------


@dataclass(frozen=True)
class Part:
    """A part of pages as it is seen, with the template that makes it; ``inside`` is the class of the list it needs around it."""

    id: str
    title: str
    use: str
    html: Markup
    template: str
    inside: str = ""


@dataclass(frozen=True)
class _Sample:
    """Where a part is found: the page it is cut out of, and its class there."""

    id: str
    page: str
    template: str
    inside: str = ""


_SAMPLES = (
    _Sample("lib-crumbs", "list", "macros.html: crumbs"),
    _Sample("lib-card", "card", "card.html", "lib-cards"),
    _Sample("lib-counts", "list", "macros.html: counts"),
    _Sample("lib-exports", "list", "macros.html: exports"),
    _Sample("lib-filter", "search", "search.html"),
    _Sample("lib-work__keep", "work", "macros.html: keep"),
    _Sample("lib-edition", "work", "work.html"),
    _Sample("lib-facts", "work", "work.html"),
    _Sample("lib-cite", "work", "work.html"),
)
"""In the order of the page: from what every page has to what only a work has."""


def parts(pages: Mapping[str, str], say: Callable[[str], str]) -> tuple[Part, ...]:
    """The parts that the pages have; what no page has is left out. ``pages`` are HTML by ``card``, ``list``, ``search`` and ``work``."""
    told = _told(say)
    found = ((sample, cut(pages[sample.page], sample.id)) for sample in _SAMPLES)
    return tuple(Part(sample.id, *told[sample.id], Markup(html), sample.template, sample.inside) for sample, html in found if html)


def _told(say: Callable[[str], str]) -> dict[str, tuple[str, str]]:
    """Name of each part, and when to take it."""
    return {
        "lib-crumbs": (say("Breadcrumbs"), say("At the top of every page below the home page.")),
        "lib-card": (
            say("Card"),
            say("A publication in a list, with badges for its languages. A list is lib-cards, a shelf of covers lib-cards--shelf too."),
        ),
        "lib-counts": (say("Counts"), say("Terms with the number of their publications.")),
        "lib-exports": (say("Exports"), say("Files to download. Each is a lib-button.")),
        "lib-filter": (say("Filter"), say("One facet of the search; without scripts its values are links.")),
        "lib-work__keep": (say("Keep"), say("Puts a publication on the reading list; a script shows it.")),
        "lib-edition": (say("Edition"), say("One language of a publication. The main way to read it is a lib-button--chief.")),
        "lib-facts": (say("Facts"), say("Labels and values, one below the other, or in a row with lib-facts--row.")),
        "lib-cite": (say("Citation box"), say("References in every style; only the chosen one shows.")),
    }


def specimen(works: Iterable[Placed]) -> Placed:
    """The work whose page has most to show in little room: one edition, known to be read somewhere, a short title."""
    return min(
        works,
        key=lambda placed: (
            len(placed.work.editions) != 1,
            not any(edition.address for edition in placed.work.editions),
            min(map(len, placed.work.title.values())),
            placed.work.id,
        ),
    )


def small_list(catalogue: Catalogue, indexes: Indexes) -> Shelf | None:
    """The list whose first page is to be shown: a theme with finer ones below it, and few works; None, that of all works, where no work has a theme."""

    def size(shelf: Shelf) -> tuple[bool, int]:
        finer = catalogue.vocabularies["themes"].narrower.get(shelf.term, ())
        return not any(indexes.shelf("themes", term) for term in finer), min(len(shelf.works), LIST_LENGTH)

    return min(indexes.shelves["themes"].values(), key=size, default=None)


def page(stamper: Stamper) -> OutputFile:
    """Tokens and parts of pages, for those who work on the look."""
    say = stamper.words.say
    folder = stamper.settings.overrides / "assets" / "stylesheets"
    body = stamper.body(
        "style.html",
        groups=token_groups(tokens_css(folder), say),
        parts=parts(_samples(stamper), say),
        number=stamper.words.number,
        element_a_line=element_a_line,
    )
    title, description = say("Style"), say("Colours, sizes, spaces and parts of the library's pages, for those who change them.")
    sheet = f'<link rel="stylesheet" href="{BASE}/assets/stylesheets/style-page.css">'
    head = stamper.heads.page("style", stamper.language, title) + sheet
    return stamper.page("style", title, description, "about", body, head)


def _samples(stamper: Stamper) -> Mapping[str, str]:
    """Pages out of which the style page cuts its parts: small ones."""
    placed = specimen(stamper.catalogue.offered)
    view = stamper.views_of(small_list(stamper.catalogue, stamper.library.indexes))[0]
    facets = sorted(SearchViews(stamper.lists).facets(), key=lambda facet: len(facet.values))[:1]
    section = Link(stamper.words.say("Publications"), "publications")
    return {
        "card": stamper.card(placed),
        "list": stamper.body("list.html", view=view),
        "search": stamper.body("search.html", facets=facets, beside=False, take_away="", printing="", scripts=""),
        "work": stamper.body(
            "work.html",
            view=stamper.works.work(placed),
            texts=[],
            cover=stamper.covers.of(placed),
            section=section,
            events=(),
            ask=None,
            groups=(),
            credits=(),
        ),
    }

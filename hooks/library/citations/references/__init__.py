"""Formatted references: one citation, in the styles that readers' institutions ask for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from babel.dates import format_date
from markupsafe import Markup, escape

from library.citations.citation import Citation
from library.citations.references import csl, gost, romanised
from library.citations.references.text import ACCESSED, Reference
from library.press.text_cache import TextCache


@dataclass(frozen=True)
class Style:
    """A way to write a reference.

    ``write`` makes a reference where the library does it itself; the others go through a CSL
    engine. ``accessed`` is how the style writes the day on which a reader saw the document:
    ``dots`` (22.11.2026), ``month`` (2026 Nov 22) or ``long`` (22 November 2026).
    """

    id: str
    accessed: str
    write: Callable[[Citation], Reference | None] | None = None


STYLES = (
    Style("gost", "dots", gost.short),  # GOST R 7.0.5-2008
    Style("gost-full", "dots", gost.full),  # GOST R 7.0.100-2018
    Style("apa", "long"),  # American Psychological Association, 7th edition
    Style("chicago", "long"),  # The Chicago Manual of Style, 18th edition, author-date
    Style("harvard", "long"),  # Cite Them Right, Harvard
    Style("vancouver", "month"),  # Citing Medicine (NLM), citation-sequence
    Style("romanised", "dots", romanised.reference),  # as journals of Kazakhstan ask for
)
"""In the order in which the citation box offers them."""


@dataclass(frozen=True)
class Formatted:
    """A reference in one style, as the site prints it: HTML with ``<i>`` and ``<span>`` only."""

    style: Style
    html: Markup


def formatted(citations: Iterable[Citation], cache: TextCache, whole: bool = True) -> Mapping[str, tuple[Formatted, ...]]:
    """References in every style, by citation key. A style that does not fit a citation is left out.

    The day of access is that on which the library last described the work, until a script in
    the reader's browser puts in the reader's: so a page does not change from day to day.
    ``whole`` says that these are all citations of a catalogue.
    """
    citations = list(citations)
    engine = csl.render(citations, cache, whole=whole)
    return {citation.key: tuple(_in_each_style(citation, engine)) for citation in citations}


def _in_each_style(citation: Citation, engine: Mapping[tuple[str, str], Reference]) -> Iterable[Formatted]:
    for style in STYLES:
        reference = style.write(citation) if style.write else engine.get((citation.key, style.id))
        if reference is not None:
            yield Formatted(style, _dated(reference.html, style, citation) + _withdrawn(style, citation))


_WITHDRAWN = {
    "en": {"superseded": " [Superseded {}]", "retracted": " [Retracted {}]", "": " [Withdrawn {}]"},
    "ru": {"superseded": " [Заменено {}]", "retracted": " [Отозвано издателем {}]", "": " [Изъято {}]"},
    "kk": {"superseded": " [Орнына басқасы келді: {}]", "retracted": " [Баспагер қайтарып алды: {}]", "": " [Қайтарып алынды: {}]"},
    "ko": {"superseded": " [대체됨: {}]", "retracted": " [발행처 철회: {}]", "": " [철회됨: {}]"},
}
"""What stands behind the reference to a withdrawn work, in the language of the reference; styles have no place of their own for it."""


def _withdrawn(style: Style, citation: Citation) -> Markup:
    """Nothing for a work that is offered."""
    if citation.withdrawn is None:
        return Markup("")
    told = _WITHDRAWN.get(citation.words, _WITHDRAWN["en"])
    when = citation.withdrawn
    locale = "" if style.accessed == "dots" else csl.date_locale(citation, style.id)
    day = day_of_access(when.first_day, style.accessed, locale) if when.day else str(when)
    return escape(told.get(citation.because, told[""]).format(day))


def _dated(html: Markup, style: Style, citation: Citation) -> Markup:
    if ACCESSED not in html:
        return html
    day = citation.changed.first_day
    locale = "" if style.accessed == "dots" else csl.date_locale(citation, style.id)
    # No time element: Zotero takes the first on a page that has its day in figures for the date of an undated work.
    stands = Markup('<span data-accessed="{}" data-locale="{}">{}</span>').format(
        style.accessed, locale.replace("_", "-"), day_of_access(day, style.accessed, locale)
    )
    return Markup(str(html).replace(ACCESSED, stands))


def day_of_access(day: date, form: str, locale: str) -> str:
    """The day as a style writes it; the script of the site writes the reader's the same way."""
    if form == "dots":
        return f"{day:%d.%m.%Y}"
    if form == "month":
        return f"{day.year} {format_date(day, 'MMM', locale=locale).rstrip('.')} {day.day}"
    return format_date(day, "long", locale=locale)

"""The page of what others have on the same themes, marked as not the library's."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from library.catalogue.elsewhere import Elsewhere
from library.catalogue.languages import chosen
from library.pages.work import SourceView
from library.press.output import OutputFile
from library.words.labels import Link

if TYPE_CHECKING:
    from library.pages.stamper import Stamper

PATH = "elsewhere"


@dataclass(frozen=True)
class EntryView:
    """An entry. ``url`` is set only where a person has opened the address; else ``address`` is text, and ``said`` tells of it."""

    id: str
    title: str
    language: str
    facts: str
    links: tuple[Link, ...]
    address: str
    url: str
    said: str
    sources: tuple[SourceView, ...]


@dataclass(frozen=True)
class ShelfView:
    id: str
    title: str
    entries: tuple[EntryView, ...]


def shelves(stamper: Stamper) -> tuple[ShelfView, ...]:
    """Platforms and works, each in the order of the file; a part without entries is left out."""
    say = stamper.words.say
    entries = stamper.catalogue.vocabularies["elsewhere"].terms.values()
    titles = {"platform": say("Platforms and programmes"), "work": say("Works")}
    found = (
        ShelfView(kind, title, tuple(_entry(stamper, each) for each in entries if each.kind == kind)) for kind, title in titles.items()
    )
    return tuple(shelf for shelf in found if shelf.entries)


def _entry(stamper: Stamper, each: Elsewhere) -> EntryView:
    words, labels = stamper.words, stamper.labels
    language, title = chosen(each.label, stamper.language, *stamper.catalogue.languages)
    facts = [*each.authors, each.bodies or "", each.number or "", words.date(each.issued) if each.issued else ""]
    links = [Link(labels.term("themes", theme), _list_of(stamper, "themes", theme)) for theme in each.themes]
    links += [Link(labels.term("countries", code), _list_of(stamper, "countries", code)) for code in each.countries]
    return EntryView(
        id=each.id,
        title=f"[{title}]" if each.described else title,
        language="" if language == stamper.language else language,
        facts=", ".join(fact for fact in facts if fact),
        links=tuple(links),
        address=each.printed_address or "",
        url=(each.printed_address or "") if each.opened else "",
        said=_said(stamper, each),
        sources=tuple(map(stamper.works.source, each.provenance)),
    )


def _list_of(stamper: Stamper, facet: str, term: str) -> str:
    shelf = stamper.labels.indexes.shelf(facet, term)
    return shelf.path if shelf else ""


def _said(stamper: Stamper, each: Elsewhere) -> str:
    say = stamper.words.say
    if not each.printed_address:
        return say("No address is printed.")
    if each.opened:
        return say("Opened on %(day)s", day=stamper.words.date(each.opened))
    if each.unusable:
        return say("Address as printed; it cannot be used as it is.")
    return say("Address as printed; nobody has opened it yet.")


def page(stamper: Stamper) -> OutputFile:
    say = stamper.words.say
    title = say("Elsewhere")
    lead = say("Platforms and works of others on the same themes. They are not publications of this library and are not counted with them.")
    body = stamper.body("elsewhere.html", title=title, lead=lead, shelves=shelves(stamper))
    return stamper.page(PATH, title, lead, "", body)

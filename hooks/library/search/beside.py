"""What the search looks through besides publications, when a reader asks for it: other records, and what others have.

There are few of these beside the works, so one small file a language holds all of them with their texts, and the
browser analyses these by the rules of the words index. They are under the values of the same facets, and never
counted with publications.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from library.catalogue import titles
from library.catalogue.catalogue import Catalogue, Filed
from library.catalogue.dates import Issued
from library.catalogue.elsewhere import Elsewhere
from library.catalogue.event_lists import newest_first
from library.catalogue.languages import chosen
from library.press.output import OutputFile
from library.search import files
from library.search.numbering import Numbering
from library.words.events import event_kinds
from library.words.labels import Labels
from library.words.learning import learning_forms

KINDS = ("event", "alliance", "project", "learning")
"""Kinds of records that are found beside the publications, in the order in which they stand."""

ELSEWHERE = "elsewhere"
"""What others have: its page, and its group among the results."""


def holds_any(catalogue: Catalogue) -> bool:
    """Whether there is anything to look through."""
    return any(map(catalogue.of_kind, KINDS)) or bool(catalogue.vocabularies[ELSEWHERE].terms)


def file(labels: Labels, numbering: Numbering) -> OutputFile:
    """``[kind, address, title, its language, facts, text, {facet: values}]`` for each; the language is empty where it is the page's."""
    catalogue = labels.catalogue
    told = [_record(filed, labels) for kind in KINDS for filed in _in_order(catalogue, kind)]
    told += [_entry(each, labels) for each in catalogue.vocabularies[ELSEWHERE].terms.values()]
    return files.written(files.of_beside(labels.language), numbering.stamp, records=told)


def _in_order(catalogue: Catalogue, kind: str) -> Iterable[Filed]:
    return newest_first(catalogue) if kind == "event" else catalogue.of_kind(kind).values()


def _record(filed: Filed, labels: Labels) -> list[Any]:
    value, language = filed.value, labels.language
    title = titles.of_texts(value.title, value.supplied.title, language)
    begun, ended = _dates(value)
    countries = _countries(value)
    facts = [labels.words.dates(begun, ended) if begun else "", ", ".join(labels.vocabulary("countries", code) for code in countries)]
    if kind := getattr(value, "kind", None):
        facts.append(event_kinds(labels.words.say)[kind])
    if form := getattr(value, "form", None):
        facts.append(learning_forms(labels.words.say)[form])
    texts = [*value.title.values(), *value.summary.values(), *getattr(value, "also_printed", ()), *facts, *_parties(filed, labels)]
    themes, languages = getattr(value, "themes", ()), tuple(tag.lower() for tag in getattr(value, "languages", ()))
    texts += [labels.term("themes", theme) for theme in themes]
    shown = [title.marked, title.language_beside(language), " · ".join(filter(None, facts)), _text(texts)]
    return [filed.kind.collection, filed.address, *shown, _facets(labels.catalogue, themes, countries, begun, ended, languages)]


def _entry(each: Elsewhere, labels: Labels) -> list[Any]:
    """What others have, by what a source prints of it; the search leads to its place on the page, never to its address."""
    language, title = chosen(each.label, labels.language, *labels.catalogue.languages)
    date = labels.words.date(each.issued) if each.issued else ""
    facts = ", ".join(filter(None, (*each.authors, each.bodies or "", each.number or "", date)))
    texts = [*each.label.values(), facts, each.printed_address or "", *(labels.term("themes", theme) for theme in each.themes)]
    texts += [labels.vocabulary("countries", code) for code in each.countries]
    shown = [f"[{title}]" if each.described else title, "" if language == labels.language else language, facts, _text(texts)]
    facets = _facets(labels.catalogue, each.themes, each.countries, each.issued, None)
    return [ELSEWHERE, f"{ELSEWHERE}/#{each.id}", *shown, facets]


def _text(texts: Iterable[str]) -> str:
    return "\n".join(dict.fromkeys(filter(None, texts)))


def _parties(filed: Filed, labels: Labels) -> Iterator[str]:
    """Names of those whom a record names."""
    value = filed.value
    named = (*getattr(value, "speakers", ()), *getattr(value, "partners", ()), *getattr(value, "funders", ()))
    for party in dict.fromkeys([*(each.party for each in named), *getattr(value, "member_bodies", ())]):
        yield labels.party(party)


def _dates(value: Any) -> tuple[Issued | None, Issued | None]:
    """When it began and ended; an alliance began when it was founded."""
    return getattr(value, "start", None) or getattr(value, "founded", None) or getattr(value, "issued", None), getattr(value, "end", None)


def _countries(value: Any) -> tuple[str, ...]:
    """Where an event was, who is in an alliance, whom a project is for."""
    place = getattr(value, "country", None)
    return (place,) if place else (*getattr(value, "members", ()), *getattr(value, "countries", ()))


def _facets(
    catalogue: Catalogue,
    themes: Iterable[str],
    countries: Iterable[str],
    begun: Issued | None,
    ended: Issued | None,
    languages: Iterable[str] = (),
) -> dict[str, list[str]]:
    """Values as the search's address writes them; a record under a narrower theme is under the broader ones, too."""
    vocabulary = catalogue.vocabularies["themes"]
    years = range(begun.year, (ended.year if ended else begun.year) + 1) if begun else ()
    found = {
        "theme": [value for theme in themes for value in (theme, *vocabulary.ancestors(theme))],
        "country": [code.lower() for code in countries],
        "year": list(map(str, years)),
        "language": list(languages),
    }
    return {facet: list(dict.fromkeys(values)) for facet, values in found.items() if values}

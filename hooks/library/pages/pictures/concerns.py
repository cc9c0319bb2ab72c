"""Cross-cutting concerns: the few works whose own words name one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from library.catalogue import titles
from library.catalogue.model_parts import Tagged
from library.pages.pictures.parts import Wording
from library.words.labels import Link


@dataclass(frozen=True)
class ConcernView:
    """A concern with the works that name it, and where each names it."""

    label: str
    scope: str
    number: str
    works: tuple[tuple[Link, str], ...]


@dataclass(frozen=True)
class ConcernsView:
    """All concerns of the vocabulary, those too that no work names. ``says`` counts the works that name any."""

    says: str
    concerns: tuple[ConcernView, ...]


def where(tagged: Tagged, say: Callable[..., str]) -> str:
    """Where the words stand that name a concern."""
    places: Mapping[str, str] = {
        "title": say("named in the title"),
        "description": say("named in the source's description"),
        "editorial": say("named in the issue's editorial"),
        "document": say("named in the document"),
    }
    return places[tagged.stands_in]


def concerns(wording: Wording) -> ConcernsView | None:
    """None where the library has no such vocabulary."""
    labels, say = wording.labels, wording.say
    vocabulary = labels.catalogue.vocabularies["tags"]
    if not len(vocabulary):
        return None
    language = labels.language
    found: dict[str, list[tuple[Link, str]]] = {tag: [] for tag in vocabulary}
    named = 0
    for placed in labels.indexes.newest:
        named += bool(placed.work.tags)
        for tagged in placed.work.tags:
            shown = titles.title(placed.work, language)
            link = Link(shown.marked, placed.address, shown.language_beside(language))
            found[tagged.tag].append((link, where(tagged, say)))
    return ConcernsView(
        says=say(
            "Of %(all)s, %(some)s name one of these concerns in their own words. Nothing is tagged by what it might be about.",
            all=wording.publications(len(labels.indexes.newest)),
            some=wording.number(named),
        ),
        concerns=tuple(
            ConcernView(
                label=vocabulary[tag].label[language],
                scope=vocabulary[tag].scope[language] if vocabulary[tag].scope else "",
                number=wording.publications(len(works)),
                works=tuple(works),
            )
            for tag, works in found.items()
        ),
    )

"""Why works stand beside each other, in words."""

from __future__ import annotations

from dataclasses import dataclass

from library.catalogue import titles
from library.catalogue.catalogue import Placed
from library.catalogue.related import Related
from library.words.labels import Labels
from library.words.withdrawals import mark


@dataclass(frozen=True)
class RelatedView:
    """A work that another page names; ``withdrawn`` is a word, empty for a work that is offered."""

    path: str
    title: str
    language: str
    supplied: bool
    reasons: tuple[str, ...]
    withdrawn: str


def related_view(related: Related, labels: Labels) -> RelatedView:
    """A neighbour as the page of a work shows it."""
    return named_work(related.work, labels, reasons(related, labels))


def named_work(placed: Placed, labels: Labels, why: tuple[str, ...] = ()) -> RelatedView:
    """A work as the page of another record shows it."""
    shown = titles.title(placed.work, labels.language)
    return RelatedView(placed.address, shown.text, shown.language_beside(labels.language), shown.supplied, why, mark(placed, labels.words))


def reasons(related: Related, labels: Labels) -> tuple[str, ...]:
    """What is shared, a sentence for each kind, the weightiest kinds first; two at most."""
    shared: dict[str, list[str]] = {}
    for facet, term in related.reasons:
        shared.setdefault(facet, []).append("" if facet == "related" else labels.term(facet, term))
    return tuple(_reason(facet, shown, labels) for facet, shown in list(shared.items())[:2])


def _reason(facet: str, terms: list[str], labels: Labels) -> str:
    if facet == "related":
        return labels.words.say("belongs together with this publication")
    number, shown = len(terms), ", ".join(terms[:3])
    plural = labels.words.plural
    if number > 3:
        shown += " …"
    match facet:  # spelt out, so that translators' tools find the words
        case "series":
            return plural("same series: %(label)s", "same series: %(label)s", number, label=shown)
        case "people":
            return plural("same person or body: %(label)s", "same persons or bodies: %(label)s", number, label=shown)
        case "themes":
            return plural("same theme: %(label)s", "same themes: %(label)s", number, label=shown)
        case "countries":
            return plural("same country: %(label)s", "same countries: %(label)s", number, label=shown)
    raise KeyError(facet)

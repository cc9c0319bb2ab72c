"""What the page of a withdrawn work says of that: strings ready to print in one language."""

from __future__ import annotations

from dataclasses import dataclass

from library.catalogue import titles
from library.catalogue.catalogue import Placed
from library.catalogue.languages import chosen
from library.catalogue.model_parts import Withdrawn
from library.words.labels import Labels
from library.words.withdrawals import said


@dataclass(frozen=True)
class WorkLink:
    """The title of another work, leading to it; ``language`` is set where it is not in the page's."""

    path: str
    title: str
    language: str
    supplied: bool


@dataclass(frozen=True)
class Tombstone:
    """That a work was withdrawn and what happened to it; ``reason`` in the words of those who withdrew it, and its
    language where that is not the page's; ``replaced_by`` the work that stands in its place."""

    said: str
    reason: str
    reason_language: str
    replaced_by: WorkLink | None


def tombstone(placed: Placed, labels: Labels) -> Tombstone | None:
    """None for a work that is offered."""
    withdrawn = placed.work.withdrawn
    if withdrawn is None:
        return None
    language, reason = ("", "")
    if withdrawn.reason:
        language, reason = chosen(withdrawn.reason, labels.language, *labels.catalogue.languages)
    return Tombstone(
        said(withdrawn, labels.words), reason, "" if language == labels.language else language, _in_its_place(withdrawn, labels)
    )


def replaces(placed: Placed, labels: Labels) -> tuple[WorkLink, ...]:
    """The works that were withdrawn for this one."""
    return tuple(_link(other, labels) for other in labels.catalogue.replaced.get(placed.work.id, ()))


def _in_its_place(withdrawn: Withdrawn, labels: Labels) -> WorkLink | None:
    if not withdrawn.replaced_by:
        return None
    return _link(labels.catalogue.works[withdrawn.replaced_by], labels)


def _link(other: Placed, labels: Labels) -> WorkLink:
    shown = titles.title(other.work, labels.language)
    return WorkLink(other.address, shown.text, shown.language_beside(labels.language), shown.supplied)

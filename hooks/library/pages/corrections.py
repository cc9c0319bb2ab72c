"""What the page of a work says of its corrections: strings ready to print in one language."""

from __future__ import annotations

from dataclasses import dataclass

from library.catalogue.catalogue import Placed
from library.catalogue.languages import chosen
from library.words.labels import Labels


@dataclass(frozen=True)
class CorrectionView:
    """The day of a correction in words, and what was corrected; ``language`` is set where that is not in the page's."""

    said: str
    what: str
    language: str


def corrections(placed: Placed, labels: Labels) -> tuple[CorrectionView, ...]:
    """The newest first."""
    return tuple(
        _view(correction.day, *chosen(correction.what, labels.language, *labels.catalogue.languages), labels)
        for correction in sorted(placed.work.corrected, key=lambda each: each.day, reverse=True)
    )


def _view(day: object, language: str, what: str, labels: Labels) -> CorrectionView:
    said = labels.words.say("Corrected on %(date)s:", date=labels.words.date(day))  # type: ignore[arg-type]
    return CorrectionView(said, what, "" if language == labels.language else language)

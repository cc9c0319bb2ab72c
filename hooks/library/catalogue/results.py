"""Indicators beside the library's own records: what was reported, and what the records give."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from library.catalogue.catalogue import Catalogue
from library.catalogue.indicators import Framework, Indicator, Target
from library.catalogue.problems import Problem


@dataclass(frozen=True)
class Result:
    """An indicator and the number of records that it counts; None where no record counts it."""

    indicator: Indicator
    counted: int | None

    @property
    def aim(self) -> Target | None:
        """The final target, or else the last."""
        targets = self.indicator.targets
        return next((target for target in targets if target.at == "final"), targets[-1] if targets else None)

    @property
    def below_baseline(self) -> bool:
        """Whether every target lies below the baseline: such a line is no progress, whatever was reached."""
        baseline = self.indicator.baseline
        if baseline is None or baseline.value is None or not self.indicator.targets:
            return False
        return all(target.value < baseline.value for target in self.indicator.targets)

    @property
    def difference(self) -> Decimal | None:
        """What the records give above the reported figure, or below it; None where one of the two is not there."""
        if self.counted is None or self.indicator.reached is None:
            return None
        return self.counted - self.indicator.reached.value


def results(catalogue: Catalogue) -> tuple[tuple[Framework, tuple[Result, ...]], ...]:
    """The results of every framework that has indicators, in the order of the files."""
    indicators = catalogue.vocabularies["indicators"].terms.values()
    found = (
        (framework, tuple(Result(each, _counted(catalogue, each)) for each in indicators if each.framework == framework.id))
        for framework in catalogue.vocabularies["frameworks"].terms.values()
    )
    return tuple((framework, held) for framework, held in found if held)


def _counted(catalogue: Catalogue, indicator: Indicator) -> int | None:
    counts = indicator.counts
    if counts is None:
        return None
    if counts.records == "issues":
        return len(catalogue.issues)
    return sum(not placed.in_journal and (not counts.types or placed.work.type in counts.types) for placed in catalogue.offered)


def problems(catalogue: Catalogue) -> Iterator[Problem]:
    """Indicators that share a figure with one that is not there, or that has another figure; and years that go backwards."""
    vocabulary = catalogue.vocabularies["indicators"]
    for term in vocabulary.terms.values():
        record, place = vocabulary.stands[term.id]
        other = term.reached.together_with if term.reached else None
        keys = (place, "reached", "together_with")
        if other and (other not in vocabulary or other == term.id):
            said = f'"{other}" is not the id of another indicator'
            yield record.problem(keys, "unknown-term", said, "write the id of the indicator that has the same figure")
        elif other and other in vocabulary.terms:
            reached = vocabulary[other].reached
            if reached is None or reached.value != term.reached.value:
                said = f'"{other}" does not have the figure {term.reached.value}'
                yield record.problem(keys, "one-figure", said, "one figure of two indicators stands with both: compare with the source")

"""The page of results: each indicator's baseline, target and reported figure, and what the library's own records give."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from library.catalogue.indicators import Indicator
from library.catalogue.languages import chosen
from library.catalogue.results import Result, results
from library.machines.changes import last_change
from library.pages.work import SourceView
from library.press.output import OutputFile
from library.press.shells import BASE

if TYPE_CHECKING:
    from library.pages.stamper import Stamper

PATH = "results"

WIDTH = 300
"""Width of a bar's drawing in its own units."""


@dataclass(frozen=True)
class Bar:
    """An indicator drawn: places in units from the left, None for what is not known. Each indicator has a scale of its own."""

    reached: int | None
    baseline: int | None
    target: int | None
    counted: int | None


@dataclass(frozen=True)
class ResultView:
    """A line of the table and of the picture. Empty text: not stated, or nothing to say."""

    id: str
    number: str
    label: str
    unit: str
    baseline: str
    target: str
    reached: str
    counted: str
    told: str
    remarks: tuple[str, ...]
    explained: str
    explained_language: str
    bar: Bar | None


@dataclass(frozen=True)
class FrameworkView:
    """A results framework. ``day`` says up to when its results were reported."""

    id: str
    title: str
    day: str
    results: tuple[ResultView, ...]
    sources: tuple[SourceView, ...]
    correct: str


class ResultViews:
    """Makes the views of results in one language."""

    def __init__(self, stamper: Stamper) -> None:
        self.stamper = stamper
        self.catalogue = stamper.catalogue
        self.labels = stamper.labels
        self.words = stamper.words
        self.language = stamper.language

    def frameworks(self) -> tuple[FrameworkView, ...]:
        return tuple(
            FrameworkView(
                id=framework.id,
                title=framework.label[self.language],
                day=self.words.date(framework.reported_by) if framework.reported_by else "",
                results=tuple(map(self._result, held)),
                sources=tuple(map(self.stamper.works.source, framework.provenance)),
                correct=self.stamper.works.correct(self.catalogue.vocabularies["indicators"].stands[held[0].indicator.id][0].name),
            )
            for framework, held in results(self.catalogue)
        )

    def _result(self, result: Result) -> ResultView:
        indicator, say = result.indicator, self.words.say
        language, explained = chosen(indicator.explained, self.language, *self.catalogue.languages) if indicator.explained else ("", "")
        figures = {
            say("Baseline"): self._baseline(indicator),
            say("Target"): self._target(result),
            say("Reported"): self._number(indicator.reached.value) if indicator.reached else "",
            say("In the library"): self.words.number(result.counted) if result.counted is not None else "",
        }
        baseline, target, reached, counted = figures.values()
        return ResultView(
            id=indicator.id,
            number=indicator.number or "",
            label=indicator.label[self.language],
            unit=indicator.unit[self.language],
            baseline=baseline,
            target=target,
            reached=reached,
            counted=counted,
            told="; ".join(f"{name}: {figure}" for name, figure in figures.items() if figure),
            remarks=tuple(self._remarks(result)),
            explained=explained,
            explained_language="" if language == self.language else language,
            bar=bar(result),
        )

    def _number(self, value: Decimal) -> str:
        return self.words.decimal(value)

    def _baseline(self, indicator: Indicator) -> str:
        baseline = indicator.baseline
        if baseline is None:
            return ""
        if baseline.text:
            return chosen(baseline.text, self.language, *self.catalogue.languages)[1]
        assert baseline.value is not None, "a baseline is a figure or words"
        return self._with_year(self._number(baseline.value), str(baseline.year or ""))

    def _target(self, result: Result) -> str:
        aim = result.aim
        return self._with_year(self._number(aim.value), str(aim.year or "")) if aim else ""

    def _with_year(self, text: str, year: str) -> str:
        return f"{text}{self.words.before_bracket}({year})" if year else text

    def _remarks(self, result: Result) -> list[str]:
        say, indicator = self.words.say, result.indicator
        found = []
        if result.below_baseline:
            found.append(say("All targets are below the baseline: no progress can be read from this line."))
        if indicator.dropped:
            found.append(say("Given up by those in charge of the project."))
        if result.aim and result.aim.basis == "ours":
            found.append(say("The source prints yearly targets only; this is their sum."))
        if indicator.reached and indicator.reached.together_with:
            other = self.catalogue.vocabularies["indicators"][indicator.reached.together_with]
            found.append(say("One figure was reported for this line and for “%(other)s”.", other=other.label[self.language]))
        if result.difference is not None and indicator.reached and result.counted is not None:
            numbers = {"reported": self._number(indicator.reached.value), "counted": self.words.number(result.counted)}
            if result.difference:
                found.append(say("Reported: %(reported)s; in the library: %(counted)s.", **numbers))
            else:
                found.append(say("The library has as many records as were reported."))
        if indicator.counts and indicator.counts.basis == "ours":
            found.append(say("The indicator does not say what it counts; the library chose."))
        return found


def bar(result: Result) -> Bar | None:
    """The drawing of an indicator; None where there is no figure to draw but one, or where targets lie below the baseline."""
    indicator = result.indicator
    baseline = indicator.baseline.value if indicator.baseline else None
    target = result.aim.value if result.aim else None
    reached = indicator.reached.value if indicator.reached else None
    figures = [figure for figure in (baseline, target, reached, result.counted) if figure is not None]
    largest = max(figures, default=0)
    if not largest or len(figures) < 2 or result.below_baseline:
        return None

    def place(figure: Decimal | int | None) -> int | None:
        return None if figure is None else round(figure * WIDTH / largest)

    return Bar(place(reached), place(baseline), place(target), place(result.counted))


def page(stamper: Stamper) -> OutputFile:
    say = stamper.words.say
    title = say("Results")
    lead = say(
        "What projects aimed at, what was reported, and what the records of this library give: side by side, as the sources print it."
    )
    day = stamper.words.date(last_change(stamper.catalogue.works.values()))
    body = stamper.body("results.html", title=title, lead=lead, day=day, frameworks=ResultViews(stamper).frameworks(), width=WIDTH)
    sheet = f'<link rel="stylesheet" href="{BASE}/assets/stylesheets/pictures.css">'
    head = stamper.heads.page(PATH, stamper.language, title) + sheet
    return stamper.page(PATH, title, lead, "", body, head)

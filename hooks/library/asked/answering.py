"""The change that a form asks for, tried on a copy, and the answer to whoever filled it in, in the form's language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from library.asked import adding, mending
from library.asked.forms import Asked
from library.catalogue.catalogue import Catalogue
from library.catalogue.dates import today
from library.catalogue.problems import Phrase, Problem, part
from library.catalogue.visible import shown
from library.importing.entries import Reading
from library.importing.known import Same
from library.importing.planning import whole_and_checked
from library.importing.records import Given
from library.importing.reporting import side_by_side
from library.keeping.changes import Changes, Refused
from library.preview.comment import fenced, plain
from library.words.problems import in_words

ADD, MISTAKE, TRANSLATION = "add-publication", "mistake", "translation"
"""The forms' labels."""

MARK = "<!-- answer of the library -->"

_MOST = 40
"""Remarks and problems that a comment has."""

_LONGEST = 600
"""Letters of each: a value may be as long as a page."""


@dataclass
class Answer:
    """What became of a form: ``changes`` that were tried, in the file ``record``, or ``why`` there are none."""

    asked: Asked
    changes: Changes | None = None
    record: str = ""
    why: str = ""
    remarks: Sequence[str] = ()
    problems: Sequence[Problem] = ()
    same: Same | None = None
    """The record of the library that the form seems to tell of."""


def answer(asked: Asked, catalogue: Catalogue) -> Answer:
    """Makes the change on a copy; nothing is written to the catalogue."""
    try:
        if asked.kind == ADD:
            return _added(asked, catalogue)
        changes, page = (mending.mistake if asked.kind == MISTAKE else mending.translation)(asked, catalogue)
        if not changes:
            return Answer(asked, why=part("the record says so already"))
        changes.check()
    except mending.ForPeople as said:
        return Answer(asked, why=str(said))
    except Refused as refused:
        return Answer(asked, why=part("the check of the catalogue refuses it"), problems=refused.problems)
    return Answer(asked, changes, page.record.name)


def _added(asked: Asked, catalogue: Catalogue) -> Answer:
    if not asked.address:
        return Answer(asked, why=part("nothing tells the address of the issue, which the record names as its source"))
    given = Given(asked.address, today().isoformat())
    plan = whole_and_checked(catalogue, Reading([adding.entry(asked, catalogue)]), given)
    [outcome] = plan.outcomes
    if outcome.why:
        return Answer(asked, why=outcome.why, same=outcome.same)
    new = [part(f'"{party["id"]}" is new among persons and bodies') for party in plan.parties.values()]
    return Answer(asked, plan.changes, outcome.record, remarks=[*outcome.remarks, *new])


def comment(answer: Answer, phrase: Phrase) -> str:
    """The answer as Markdown: nothing of the form becomes markup, a link or somebody's name in it."""
    lines = [MARK, phrase("Thank you. A member of staff reads this before anything is published."), ""]
    if answer.changes is not None:
        lines += [phrase(_PROPOSED[answer.asked.kind]), "", f"- `{shown(answer.record)}`", ""]
        lines += [phrase("The check of the catalogue has found nothing wrong with it."), ""]
    else:
        lines += [phrase("Nothing was changed; a member of staff will look at it."), "", f"- {_said(answer.why, phrase)}", ""]
    lines += [f"- {_said(remark, phrase)}" for remark in answer.remarks[:_MOST]]
    for problem in answer.problems[:_MOST]:
        lines += _problem(problem, phrase)
    if answer.same:
        lines += ["", phrase("Both records side by side:"), "", *fenced([shown(line) for line in side_by_side(answer.same, phrase)])]
    return "\n".join(lines).rstrip() + "\n"


_PROPOSED = {
    ADD: part("The publication is proposed as a new record:"),
    MISTAKE: part("The correction is proposed in the record:"),
    TRANSLATION: part("The translation is proposed in the record:"),
}


def _said(text: str, phrase: Phrase) -> str:
    return plain(in_words(text, phrase)[:_LONGEST])


def _problem(problem: Problem, phrase: Phrase) -> Iterator[str]:
    yield f"- {_said(problem.message, phrase)}"
    if problem.hint:
        yield f"  {phrase('hint')}: {_said(problem.hint, phrase)}"

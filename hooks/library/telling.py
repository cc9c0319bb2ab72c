"""How ``library check`` tells: lines for a terminal, annotations for a workflow of GitHub, or JSON for other programs.

Annotations: https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands (error message, notice message).
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from pathlib import Path

import click

from library.catalogue.problems import Problem, report
from library.catalogue.visible import shown
from library.words.problems import WRITTEN_IN, ProblemWords, in_words

LINES, GITHUB, JSON = "lines", "github", "json"


class Telling:
    """Tells problems and remarks in one form and one language.

    Where a program reads them, the lines that sum up go to the standard error.
    """

    def __init__(self, phrase: ProblemWords, form: str = LINES, folder: Path = Path("catalogue")) -> None:
        self.phrase = phrase
        self.form = form
        self.above = folder.resolve().parent

    def problems(self, problems: Iterable[Problem]) -> None:
        if self.form == LINES:
            for said in report(problems, self.phrase):
                click.echo(said)
        else:
            self._each(problems, "problem")

    def remarks(self, problems: Iterable[Problem]) -> None:
        if self.form == LINES:
            for problem in problems:
                click.echo(f"{self.phrase('remark')}: {problem.printed(self.phrase)}")
        else:
            self._each(problems, "remark")

    def settings(self, said: str) -> None:
        """What is wrong with mkdocs.yml, in a sentence that names it."""
        said = in_words(said, self.phrase)
        if self.form == GITHUB:
            click.echo(f"::error file=mkdocs.yml::{_escaped(said)}")
        else:
            self.line(said)

    def line(self, said: str, error: bool = False) -> None:
        """What is no problem of a file, already in its language."""
        click.echo(said, err=error or self.form == JSON)

    def _each(self, problems: Iterable[Problem], kind: str) -> None:
        for problem in problems:
            click.echo(as_json(problem, self.phrase, kind) if self.form == JSON else annotation(problem, self.phrase, kind, self.above))


def as_json(problem: Problem, phrase: ProblemWords, kind: str) -> str:
    """One object in a line, in ASCII: ``line`` and ``column`` count from 1, 0 is the file as a whole.

    ``language`` is that of message and hint: English where one of them has no words in the language that was asked for.
    """
    told = [phrase.known(text) if text else "" for text in (problem.message, problem.hint)]
    language = phrase.language if None not in told else WRITTEN_IN
    message, hint = told if None not in told else (problem.message, problem.hint)
    return json.dumps(
        {
            "kind": kind,
            "file": shown(problem.path),
            "line": problem.line,
            "column": problem.column,
            "code": problem.code,
            "message": shown(message or ""),
            "hint": shown(hint or ""),
            "language": language,
        }
    )


def annotation(problem: Problem, phrase: ProblemWords, kind: str, above: Path, environment: Mapping[str, str] = os.environ) -> str:
    """``::error file=catalogue/…,line=3,col=5,title=bad-date::…``; a remark is a notice.

    ``above`` is the folder from which the problem names its file; GitHub names it from the top of the repository.
    """
    top = Path(environment.get("GITHUB_WORKSPACE") or Path.cwd()).resolve()
    file = above / problem.path
    name = file.relative_to(top).as_posix() if file.is_relative_to(top) else problem.path
    properties = {"file": shown(name), "line": problem.line, "col": problem.column, "title": problem.code}
    said = ",".join(f"{key}={_escaped(str(value), ':,')}" for key, value in properties.items() if value)
    text = shown(phrase(problem.message)) + (f"\n{phrase('hint')}: {shown(phrase(problem.hint))}" if problem.hint else "")
    return f"::{'error' if kind == 'problem' else 'notice'} {said}::{_escaped(text)}"


def _escaped(text: str, besides: str = "") -> str:
    """As a workflow command takes it (https://github.com/actions/toolkit, packages/core/src/command.ts)."""
    for letter in f"%\r\n{besides}":
        text = text.replace(letter, f"%{ord(letter):02X}")
    return text

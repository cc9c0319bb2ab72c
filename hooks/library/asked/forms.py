"""The forms of ``.github/ISSUE_TEMPLATE``, and what somebody wrote into one of them.

The host makes Markdown of a form that is filled in: each question as a heading of the third level, its answer below, and
``_No response_`` where there is none (https://docs.github.com/en/communities/using-templates-to-encourage-useful-issues-and-pull-requests/syntax-for-issue-forms).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from library.importing.entries import Unreadable

LONGEST = 70_000
"""Letters of an issue: the host takes 65,536 (https://github.com/orgs/community/discussions/41331)."""

_EMPTY = ("_No response_", "None")
_PAYLOAD = 5_000_000


@dataclass(frozen=True)
class Form:
    """A form: its ``kind`` is its label (``add-publication``), ``questions`` are pairs of a field's id and what it asks."""

    kind: str
    language: str
    questions: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Asked:
    """A form that somebody filled in. ``answers`` are by the field's id, each with its own lines; ``address`` is that of the issue."""

    kind: str
    language: str
    answers: Mapping[str, str]
    address: str = ""

    def one(self, name: str) -> str:
        """An answer; empty where the form does not ask, or nobody answered."""
        return self.answers.get(name, "")


def forms(folder: Path) -> list[Form]:
    """The forms of a folder: ``1-add-publication.kk.yml`` asks in Kazakh."""
    found = []
    for path in sorted(folder.glob("*.*.yml")):
        written: Any = yaml.safe_load(path.read_text("utf-8"))
        questions = [(each["id"], each["attributes"]["label"]) for each in written["body"] if "id" in each]
        found.append(Form(written["labels"][0], path.stem.rpartition(".")[2], tuple(questions)))
    return found


def read(path: Path, known: Sequence[Form], address: str = "") -> Asked | None:
    """What a file holds: the body of an issue, or what the host tells a workflow of it (JSON). None where it is none of the forms.

    Raises Unreadable for what is no text.
    """
    try:
        text = path.read_bytes()[:_PAYLOAD].decode("utf-8").removeprefix("\ufeff")
    except OSError as error:
        raise Unreadable(f"{path.name} cannot be read: {error.strerror}", "look at its name and its permissions") from None
    except UnicodeDecodeError:
        raise Unreadable(f"{path.name} is no text in UTF-8", "save the text of the issue, or take the file of the event") from None
    if text.lstrip().startswith("{"):
        text, address = _told_by_the_host(text, path.name, address)
    if len(text) > LONGEST:
        raise Unreadable(f"{path.name} has {len(text):,} letters; a form has at most {LONGEST:,}", "shorten it")
    return filled_in(text, known, address)


def _told_by_the_host(text: str, name: str, address: str) -> tuple[str, str]:
    try:
        issue = json.loads(text)["issue"]
        body, told = issue["body"] or "", str(issue.get("html_url") or "")
    except (ValueError, KeyError, TypeError, RecursionError):
        raise Unreadable(f"{name} tells of no issue", "take the file of the event, or the text of the issue") from None
    return str(body), address or (told if re.fullmatch(r"https://[\w.-]+(/[\w.-]+)*/issues/[0-9]+", told, re.ASCII) else "")


def filled_in(text: str, known: Sequence[Form], address: str = "") -> Asked | None:
    """The form of which every question stands in the text, one after the other."""
    lines = re.split(r"\r\n|\r|\n", text)
    for form in known:
        places = list(_places(lines, form))
        if len(places) == len(form.questions) and places:
            ends = [*(at for _, at in places[1:]), len(lines)]
            answers = {name: _answer(lines[at + 1 : end]) for (name, at), end in zip(places, ends, strict=True)}
            return Asked(form.kind, form.language, answers, address)
    return None


def _places(lines: Sequence[str], form: Form) -> Iterator[tuple[str, int]]:
    """Where each question stands. A line of an answer that reads like a later question ends the answer there: what follows is seen by people."""
    at = -1
    for name, question in form.questions:
        heading = f"### {question}"
        at = next((number for number in range(at + 1, len(lines)) if lines[number].rstrip() == heading), -2)
        if at < 0:
            return
        yield name, at


def _answer(lines: Sequence[str]) -> str:
    text = "\n".join(lines).strip()
    return "" if text in _EMPTY else text

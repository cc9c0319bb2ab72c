"""Hostile and awkward inputs, as data: each is named with its place and remedy, or passes; none ends in a traceback.

``places.yml`` has places in the small catalogue, ``letters.yml`` what is put into them, ``records.yml`` one line a
case. To add a case, add a line.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path
from typing import Any

import pytest
import yaml
from amounts import marked
from catalogues import SMALL, SpoiltCatalogue
from library.catalogue.visible import shown

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Case:
    """An edit of one file of the small catalogue, and what the check says: codes, or nothing. ``tells`` stands in a message."""

    what: str
    file: str
    line: str
    put: str
    codes: frozenset[str]
    tells: str = ""


def data(name: str) -> Any:
    return yaml.safe_load((HERE / f"{name}.yml").read_text("utf-8"))


PLACES = data("places")
NAMED = {"AD", "IS", "KG", "KR", "KZ", "NO", "TJ", "TM", "UZ"}
"""Countries that stay in the copy."""

OF_A_FILE = {"file-too-large", "stray-file", "unreadable-file"}
"""Problems that have no line."""


def at(place: str, text: str, what: str, *codes: str, tells: str = "") -> Case:
    file, line, put = PLACES[place]
    return Case(what, file, line, put.replace("{}", text), frozenset(codes), tells)


def letters() -> Iterator[Case]:
    """Cases of ``letters.yml``."""
    found = data("letters")
    places = cycle(PLACES)
    for kind, codes in found["refused"].items():
        for code in codes:
            place = next(places)
            yield at(place, chr(int(code, 16)), f"{kind}: U+{code} in {place}", "bad-encoding", tells=f"U+{code}")
    for place in PLACES:
        yield at(place, "\u200b", f"a space of no width in {place}", "bad-encoding", tells="U+200B")
    for escape in found["escaped"]:
        quoted = f'  en: "Public Service{escape}"'
        yield Case(f"{escape} in a value", *PLACES["title"][:2], quoted, frozenset({"bad-encoding"}), "U+")
        yield Case(f"{escape} in a field", *PLACES["title"][:2], f'  "en{escape}": Public Service', frozenset({"bad-encoding"}), "U+")
    for text, what in found["passes"]:
        yield at("title", text, what)
    for letter, place, code in found["mixed"]:
        yield at(place, letter, f"{code} in {place}", "mixed-alphabets", tells=code)
    for mark, count, place in found["heaps"]:
        yield at(place, "a" + mark * count, f"{count} marks in {place}", "too-many-marks")


def records() -> Iterator[Case]:
    """Cases of ``records.yml``."""
    for name, cases in data("records").items():
        file = name if "/" in name else f"knowledge-products/{name}.yml"
        for line, tried in cases.items():
            for what, put, codes in tried:
                yield Case(what, file, line, put, frozenset(codes.split()) - {"passes"})


CASES = [*letters(), *records()]


@pytest.fixture(scope="module")
def tried(tmp_path_factory: pytest.TempPathFactory) -> SpoiltCatalogue:
    """One copy for all cases; each writes its file back. Without most countries, it is read in a third of the time."""
    folder = tmp_path_factory.mktemp("hostile") / "catalogue"
    shutil.copytree(SMALL, folder)
    copy = SpoiltCatalogue(folder)
    copy.path("knowledge-products/forty-countries.yml").unlink()
    lines = copy.text("vocabularies/countries.yml").splitlines(keepends=True)
    copy.write("vocabularies/countries.yml", "".join(line for line in lines if line[7:9] in NAMED or not line.startswith("- {id: ")))
    assert copy.problems() == []
    return copy


def test_no_case_stands_twice() -> None:
    seen = [(case.file, case.line, case.put) for case in CASES]
    assert [case.what for case in CASES if seen.count((case.file, case.line, case.put)) > 1] == []
    assert len(CASES) >= 300


@pytest.mark.parametrize("case", marked(CASES, 8), ids=[shown(case.what) for case in CASES])
def test_a_hostile_input_is_named_or_passes(tried: SpoiltCatalogue, case: Case) -> None:
    sound = tried.path(case.file).read_bytes()
    try:
        tried.write(case.file, _edited(sound.decode(), case))
        problems = tried.problems()
    finally:
        tried.write(case.file, sound)
    said = "\n".join(map(str, problems))
    assert {problem.code for problem in problems} == case.codes, said or "no problem was found"
    assert all(problem.hint and problem.line for problem in problems if problem.code not in OF_A_FILE), said
    assert case.tells in said
    assert said.isprintable() or all(shown(line) == line for line in said.split("\n"))


def _edited(text: str, case: Case) -> str:
    """The text with one of its lines changed; a line of several, or the end of the file, is named by how it begins."""
    found = f"\n{text}".count(f"\n{case.line}\n")
    assert found == 1, f"{case.line!r} stands {found} times in {case.file}"
    return f"\n{text}".replace(f"\n{case.line}\n", f"\n{case.put}\n")[1:]

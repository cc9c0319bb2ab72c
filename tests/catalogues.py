"""The small catalogue, copies of it to spoil, and citations of a whole catalogue."""

from __future__ import annotations

import os
import re
import shutil
import unicodedata
from collections.abc import Iterable
from contextlib import suppress
from itertools import product
from pathlib import Path

from library.catalogue.catalogue import Catalogue
from library.catalogue.loading import load
from library.catalogue.problems import MOST_LINES, CatalogueError, Problem
from library.citations.citation import Citation
from library.citations.citing import Citing
from library.words.problems import ProblemWords
from renew_golden import SITE, golden_texts

TESTS = Path(__file__).resolve().parent
ROOT = TESTS.parent
SMALL = TESTS / "small_catalogue" / "catalogue"
KEPT = TESTS / "kept_catalogue" / "catalogue"
REAL = Path(os.environ.get("LIBRARY_CATALOGUE") or ROOT / "catalogue").resolve()
"""The library's own records, or others on which to try what must hold for any: ``LIBRARY_CATALOGUE=folder``."""

EVERY_KIND = TESTS / "every_kind"
"""A work of each kind of reference, in three scripts: records and types to lie beside those of the small catalogue."""

Citations = dict[str, Citation]


def guided_codes() -> list[str]:
    """Codes of problems that have a paragraph in the cataloguers' guide, in its order."""
    return re.findall(r"^### `?([a-z][a-z0-9-]*)`?$", (ROOT / "catalogue" / "README.md").read_text("utf-8"), re.MULTILINE)


TOLD_IN = [ProblemWords(language, ROOT / "overrides" / "locales") for language in ("ru", "kk")]
"""Every problem that a test makes has its words in these."""

FOREIGN_PLACES = re.compile(r"FIELD|ERROR\d?")
"""Places for names of fields, and for what readers of pictures, zips and addresses say."""

OF_YAML = re.compile(r"(?:while|did not|could not|found|expected|mapping|block|control) .*", re.DOTALL)
"""What the reader of YAML says."""


def hold_words(problems: Iterable[Problem]) -> None:
    """Every problem has its words in each language, and says the same values there."""
    for problem in problems:
        for words, text in product(TOLD_IN, filter(None, (problem.message, problem.hint))):
            assert said_whole(words, text), (words.language, text, unsaid(words, text))
            found = words.found(text)
            values = [value for name, value in found[1].items() if not name.isupper()] if found else []
            assert [value for value in values if value not in words(text)] == [], words(text)


def said_whole(words: ProblemWords, text: str) -> bool:
    """Whether a text can be said in a language, but for what is not in words of ours."""
    return all(map(_of_others, unsaid(words, text)))


def unsaid(words: ProblemWords, text: str) -> list[str]:
    """What of a text has no words in a language: the text, or what stands in its places for words."""
    found = words.found(text)
    if found is None:
        return [text]
    places = [held for name, held in found[1].items() if name.isupper() and not FOREIGN_PLACES.fullmatch(name)]
    return [said for held in places for said in unsaid(words, held)]


def _of_others(text: str) -> bool:
    """Whether a text is the name that Unicode has for a letter, the tag of a language, or what the reader of YAML says."""
    with suppress(KeyError):
        return bool(unicodedata.lookup(text.upper()))
    return len(text) < 4 or OF_YAML.fullmatch(text) is not None


class SpoiltCatalogue:
    """A copy of the small catalogue that a test may spoil, and what is then wrong with it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def path(self, name: str) -> Path:
        return self.folder / name

    def text(self, name: str) -> str:
        return self.path(name).read_text("utf-8")

    def write(self, name: str, content: str | bytes) -> None:
        """Writes a whole file, in bytes where they are not UTF-8 text."""
        path = self.path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())

    def replace(self, name: str, old: str, new: str) -> None:
        """Replaces a text that stands in the file exactly once."""
        text = self.text(name)
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {name}"
        self.write(name, text.replace(old, new))

    def append(self, name: str, text: str) -> None:
        self.write(name, self.text(name) + text)

    def place(self, name: str, marker: str) -> tuple[int, int]:
        """Line and column, counted from 1, of a text that stands in the file exactly once."""
        text = self.text(name)
        assert text.count(marker) == 1, f"{marker!r} stands {text.count(marker)} times in {name}"
        before = text[: text.index(marker)]
        return before.count("\n") + 1, len(before) - before.rfind("\n")

    def problems(self) -> list[Problem]:
        """What the catalogue is refused for; an empty list where it is not."""
        try:
            load(self.folder)
        except CatalogueError as error:
            hold_words(error.problems[:MOST_LINES])
            return error.problems
        return []

    def problem(self, code: str, name: str, marker: str | None = None) -> Problem:
        """The only problem, after holding its code, file and place against the expected.

        ``marker`` is the text at which it stands. Without one the place is that of the file
        as a whole, line and column 0.
        """
        problems = self.problems()
        assert [problem.code for problem in problems] == [code], "\n".join(map(str, problems)) or "no problem was found"
        found = problems[0]
        assert found.path == f"catalogue/{name}"
        assert (found.line, found.column) == (self.place(name, marker) if marker is not None else (0, 0))
        assert found.message
        assert found.hint
        return found


def citations(catalogue: Catalogue) -> Citations:
    """Every edition's citation by its key, in the order of the files."""
    citing = Citing(catalogue, SITE)
    found = [citation for placed in catalogue.works.values() for citation in citing.of_work(placed)]
    by_key = {citation.key: citation for citation in found}
    assert len(by_key) == len(found)
    return by_key


def every_kind_in(folder: Path) -> Catalogue:
    """The small catalogue with a work of every kind in it, made below a folder."""
    shutil.copytree(SMALL, folder / "catalogue")
    shutil.copytree(EVERY_KIND, folder / "catalogue", dirs_exist_ok=True)
    return load(folder / "catalogue")


KINDS_OF_WORKS = sorted(path.stem for path in (EVERY_KIND / "knowledge-products").glob("*.yml"))
"""Ids of the works of every kind."""

IN_WHOLES = {
    "beisenov2019podgotovka": "Вестник государственного управления",
    "beisenov2020kirispe": "Мемлекеттік қызмет негіздері",
    "kim2022training": "Public Service in Transition",
    "kim2021training": "한국행정학회 학술대회 논문집",
    "oneill2020oaths": "Open Journal of Service",
    "yuschenko2015prisyaga": "Энциклопедия государственной службы",
}
"""What the parts among them stand in, by key."""


def citations_of_every_kind(catalogue: Catalogue) -> Citations:
    return {key: citation for key, citation in citations(catalogue).items() if citation.work in KINDS_OF_WORKS}


def golden(name: str) -> tuple[str, str]:
    """A golden file's text, and what the exports give now."""
    made = golden_texts()[name]
    return (TESTS / "golden" / name).read_bytes().decode(), made

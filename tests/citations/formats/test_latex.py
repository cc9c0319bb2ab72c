"""BibTeX and BibLaTeX in papers: LuaLaTeX makes PDFs of them and has nothing to complain of.

LuaLaTeX and not XeLaTeX, because Debian's package of that brings 110 MB more along.
"""

from __future__ import annotations

import os
import re
import subprocess
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from catalogues import Citations
from library.citations.citation import Citation
from library.citations.formats import biblatex, bibtex

pytestmark = pytest.mark.slow

PAPERS = Path(__file__).with_name("latex")

NO_MATTER_OF_THE_DATA = {
    "Font shape": "a font without small capitals or italics",
    "Overfull": "long addresses in a narrow column",
    "Underfull": "the same, on a short line",
}
"""Beginnings of warnings that come whatever is cited, with what they are about."""


class Paper:
    """A folder with a paper, the library's references beside it, and the programs that set it."""

    def __init__(self, folder: Path, name: str, citations: Citations, environment: dict[str, str]) -> None:
        self.folder, self.name, self.environment = folder, name, environment
        for path in PAPERS.glob("*.tex"):
            (folder / path.name).write_bytes(path.read_bytes())
        (folder / "latin-and-cyrillic.ttf").symlink_to(font("DejaVu Sans:style=Book", "Aяә"))
        (folder / "hangul.ttf").symlink_to(font("Bandal", "한"))
        (folder / "library.bib").write_text(bibtex.join(map(bibtex.entry, citations.values())), "utf-8")
        (folder / "library.biblatex.bib").write_text(biblatex.join(map(biblatex.entry, citations.values())), "utf-8")

    @property
    def cited(self) -> list[str]:
        """Keys in the order of the paper."""
        return re.findall(r"\\(?:\w*cite)\{([\w-]+)\}", self.read("tex"))

    def read(self, ending: str) -> str:
        return (self.folder / f"{self.name}.{ending}").read_text("utf-8")

    def run(self, *command: str) -> None:
        done = subprocess.run(command, cwd=self.folder, env=self.environment, capture_output=True, check=False)
        assert done.returncode == 0, (done.stdout + done.stderr).decode("utf-8", "replace")[-3000:]

    def lualatex(self, times: int = 1) -> None:
        for _ in range(times):
            self.run("lualatex", "-interaction=nonstopmode", "-halt-on-error", "-no-shell-escape", self.name)

    def warnings(self) -> list[str]:
        """What the logs warn of, on one line each, without what is no matter of the data."""
        found = re.findall(r"^(?:.* Warning:|Overfull|Underfull|Missing character|!).*(?:\n\(\w+\).*)*", self.read("log"), re.MULTILINE)
        found += re.findall(r".*(?:Warning--|WARN|ERROR|error message|I couldn't|I was expecting|I found).*", self.read("blg"))
        return [text for text in found if not any(known in text for known in NO_MATTER_OF_THE_DATA)]

    def text(self) -> str:
        """The words of the PDF, on one line, without the spaces that lines end with."""
        self.run("pdftotext", "-raw", "-enc", "UTF-8", f"{self.name}.pdf", f"{self.name}.txt")
        return " ".join(unicodedata.normalize("NFC", self.read("txt")).split())


def font(pattern: str, letters: str) -> str:
    """The file of an installed font, which must have the letters."""
    charset = " ".join(f"{ord(letter):x}" for letter in letters)
    path, has = subprocess.run(
        ["fc-match", "--format=%{file}\n%{charset}", f"{pattern}:charset={charset}:outline=true"],
        capture_output=True,
        check=True,
        text=True,
    ).stdout.split("\n")
    ranges = [tuple(int(end, 16) for end in part.split("-")) for part in has.split()]
    assert all(any(part[0] <= ord(letter) <= part[-1] for part in ranges) for letter in letters), f"{path} lacks some of {letters}"
    return path


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Settings of TeX that leave everything of the user's alone; its cache of fonts serves all tests of this file."""
    home = tmp_path_factory.mktemp("tex")
    own = {"HOME": home, "TEXMFHOME": home / "home", "TEXMFVAR": home / "var", "TEXMFCONFIG": home / "config", "TEXMFCACHE": home / "var"}
    # TeX breaks the lines of its log in the middle of a word, unless they may be long.
    return {**os.environ, **{name: str(path) for name, path in own.items()}, "max_print_line": "10000", "LC_ALL": "C.UTF-8"}


@pytest.fixture
def paper(tmp_path: Path, environment: dict[str, str], small_citations: Citations, kept_citations: Citations) -> Callable[..., Paper]:
    """Makes one of the papers in ``latex/`` ready to be set, with the references of a catalogue."""

    def make(name: str, which: str = "small") -> Paper:
        return Paper(tmp_path, name, {"small": small_citations, "kept": kept_citations}[which], environment)

    return make


def printed(text: str) -> str:
    """A text as TeX's ligatures print it: straight quotation marks come out as curly ones."""
    return unicodedata.normalize("NFC", text).replace('"', "”").replace("'", "’")


def shown(citation: Citation) -> Iterator[str]:
    """What a reference to a work must show: its title, the family names, the year."""
    yield printed(citation.title)
    for name in (*citation.authors, *citation.editors):
        yield printed(name.literal or name.family)
    if citation.issued:
        yield str(citation.issued.year)


# -- biblatex ----------------------------------------------------------------------------------


def test_a_paper_with_biblatex_cites_ten_works_in_three_scripts(paper: Callable[..., Paper], small_citations: Citations) -> None:
    made = paper("biblatex")
    assert len(made.cited) == len(set(made.cited)) == 10
    made.lualatex()
    made.run("biber", "--quiet", "biblatex")
    made.lualatex(times=2)
    assert made.warnings() == []
    text = made.text()
    assert [(key, part) for key in made.cited for part in shown(small_citations[key]) if part not in text] == []
    # The translation and its original are told of shortly in one another, never with the whole reference.
    assert "Translated into Kazakh (beisenov2021adep)" in text
    assert "Translated from the Russian edition (beisenov2021etika)" in text


@pytest.mark.parametrize("which", ["small", pytest.param("kept", marks=pytest.mark.long)])
def test_the_whole_library_is_one_list_of_references_with_biblatex(
    paper: Callable[..., Paper], which: str, request: pytest.FixtureRequest
) -> None:
    made = paper("everything", which)
    made.lualatex()
    made.run("biber", "--quiet", "everything")
    made.lualatex(times=2)
    assert made.warnings() == []
    text = made.text()
    citations: Citations = request.getfixturevalue(f"{which}_citations")
    assert [(key, part) for key, citation in citations.items() for part in shown(citation) if part not in text] == []


# -- BibTeX ------------------------------------------------------------------------------------


def test_a_paper_with_bibtex_cites_ten_works_in_three_scripts(paper: Callable[..., Paper], small_citations: Citations) -> None:
    made = paper("bibtex")
    assert len(made.cited) == len(set(made.cited)) == 10
    made.lualatex()
    made.run("bibtex", "bibtex")
    made.lualatex(times=2)
    assert made.warnings() == []
    text = made.text().casefold()
    for key in made.cited:
        citation = small_citations[key]
        parts = [printed(citation.title), *(printed(name.literal or name.family) for name in citation.authors)]
        # Its styles write English titles in small letters.
        assert [part for part in parts if part.casefold() not in text] == [], key


def test_given_names_in_any_script_are_abbreviated_by_bibtexu(paper: Callable[..., Paper]) -> None:
    # bibtex and bibtex8 count bytes, and cut the first letter of a Cyrillic name in two.
    made = paper("bibtex")
    (made.folder / "bibtex.tex").write_text(made.read("tex").replace("{plain}", "{abbrv}"), "utf-8")
    made.lualatex()
    made.run("bibtexu", "bibtex")
    made.lualatex(times=2)
    assert made.warnings() == []
    text = made.text()
    assert "Қ. Ө. Бейсенов and Е. Ю. Ющенко-Жукова" in text
    assert "К. О. Бейсенов and Е. Ю. Ющенко-Жукова" in text
    assert "J. Q. Harrow" in text or "J. Q Harrow" in text


def expected_warnings(citations: Citations) -> set[tuple[str, str]]:
    """What plain.bst misses in records that do not have it: none of it may be made up."""
    found = set()
    for key, citation in citations.items():
        if not citation.authors and not (citation.kind == "book" and citation.editors):
            found |= {("empty author", key), ("to sort, need author or key", key)}
        if citation.kind == "book" and citation.authors and citation.editors:
            found.add(("can't use both author and editor fields", key))
        if not citation.issued:
            found.add(("empty year", key))
        if citation.kind != "article" and not citation.publisher:
            found.add((f"empty {'publisher' if citation.kind == 'book' else 'institution'}", key))
        if citation.kind == "article" and citation.number and not citation.volume:
            found.add(("there's a number but no volume", key))
    return found


@pytest.mark.parametrize("which", ["small", "kept"])
def test_bibtex_misses_only_what_no_source_tells(paper: Callable[..., Paper], which: str, request: pytest.FixtureRequest) -> None:
    made = paper("bibtex", which)
    (made.folder / "bibtex.aux").write_text("\\citation{*}\n\\bibstyle{plain}\n\\bibdata{library}\n", "utf-8")
    made.run("bibtex", "bibtex")
    told = re.findall(r"^Warning--(.*?) in ([\w:-]+)$", made.read("blg"), re.MULTILINE)
    assert len(told) == made.read("blg").count("Warning--")
    assert set(told) - expected_warnings(request.getfixturevalue(f"{which}_citations")) == set()

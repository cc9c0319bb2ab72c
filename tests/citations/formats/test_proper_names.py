"""Proper names in English titles: they keep their capitals where a style lowers the others."""

from __future__ import annotations

import html
import json
import re
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import npm_readers
import pypandoc
import pytest
import typst
from catalogues import KEPT, Citations, SpoiltCatalogue
from library.catalogue.catalogue import Catalogue
from library.catalogue.loading import load
from library.citations.formats import biblatex, bibtex, tex
from library.citations.proper_names import ProperNames
from tex_reader import depths

LOST_BEFORE = {
    "Kyrgyz Republic",
    "Republic of Korea",
    "Republic of Kyrgyzstan",
    "Republic of Kazakhstan",
    "South Korea",
    "United States of America",
    "Russia",
    "Chinese",
    "Georgian",
    "Japanese",
    "European",
    "American",
    "Kazakhstani",
    "Soviet",
    "Astana",
    "Pavlodar Regional Maslikhat",
    "Vietnam",
    "Woodrow Wilson",
    "Xi Jinping",
    "Federal Executive Institute",
    "Hub",
    "ASAN",
    "U.S.",
    "Q",
}
"""Names in titles of November 2026 that readers of BibTeX had in small letters."""


def in_small_letters(entry_title: str) -> str:
    """A title as BibTeX's ``change.case$`` with "t" gives it: what stands in no brace in small letters, but the first letter."""
    lowered = [letter if depth else letter.lower() for letter, depth in zip(entry_title, depths(entry_title), strict=True)]
    return entry_title[:1] + re.sub(r"[{}]", "", "".join(lowered[1:]))


@pytest.fixture(scope="module")
def names(kept_catalogue: Catalogue) -> ProperNames:
    return ProperNames(kept_catalogue)


@pytest.fixture(scope="module")
def by_pandoc(kept_citations: Citations) -> dict[str, str]:
    """Titles by key, as pandoc reads them from BibTeX: English ones in sentence case."""
    made = bibtex.join(map(bibtex.entry, kept_citations.values()))
    command = [pypandoc.get_pandoc_path(), "--from=bibtex", "--to=csljson"]
    done = subprocess.run(command, input=made.encode(), capture_output=True, check=True, timeout=60)
    return {item["id"]: re.sub(r"<[^>]+>", "", item["title"]) for item in json.loads(done.stdout)}


@pytest.mark.parametrize("name", sorted(LOST_BEFORE))
def test_no_reader_loses_a_name_that_was_lost(name: str, kept_citations: Citations, by_pandoc: dict[str, str]) -> None:
    whole = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)")
    held = [citation for citation in kept_citations.values() if citation.title_language == "en" and whole.search(citation.title)]
    assert held
    for citation in held:
        lowered = in_small_letters(tex.title(citation.title, "en", citation.proper_names))
        assert len(whole.findall(lowered)) == len(whole.findall(citation.title)), lowered
        assert whole.search(by_pandoc[citation.key]), by_pandoc[citation.key]


def by_program(program: str, made: str, folder: Path) -> dict[str, str]:
    """English titles by key as a program has them that puts them into sentence case; of Typst what it prints, all under ""."""
    if program == "better-bibtex":
        return {key: entry["title"] for key, entry in npm_readers.better_bibtex(made).items()}
    if program == "typst":
        (folder / "library.bib").write_text(made)
        (folder / "page.typ").write_text('#bibliography("/library.bib", full: true, style: "apa")')
        page = typst.compile(str(folder / "page.typ"), root=str(folder), format="html")
        return {"": html.unescape(re.sub(r"<[^>]+>", "", page if isinstance(page, str) else page.decode()))}
    command = [pypandoc.get_pandoc_path(), f"--from={program}", "--to=csljson"]
    done = subprocess.run(command, input=made.encode(), capture_output=True, check=True, timeout=60)
    return {item["id"]: re.sub(r"<[^>]+>", "", item["title"]) for item in json.loads(done.stdout)}


@pytest.mark.slow
@pytest.mark.parametrize(
    ("program", "dialect"),
    [
        ("better-bibtex", bibtex),
        ("better-bibtex", biblatex),
        ("typst", bibtex),
        ("typst", biblatex),
        ("bibtex", bibtex),
        ("biblatex", biblatex),
    ],
    ids=["better-bibtex", "better-bibtex-biblatex", "typst", "typst-biblatex", "pandoc", "pandoc-biblatex"],
)
def test_no_program_loses_a_name_of_the_catalogue(
    program: str, dialect: Any, real_citations: Citations, tmp_path: Path, amount: Callable[[int, int], int]
) -> None:
    named = [citation for citation in real_citations.values() if citation.proper_names]
    asked = named[:: max(1, len(named) // amount(25, max(25, len(named))))]
    found = by_program(program, dialect.join(map(dialect.entry, asked)), tmp_path)
    for citation in asked:
        read = found.get(citation.key, found.get("", "")).replace("’", "'")
        assert [name for name in citation.proper_names if name.replace("’", "'") not in read] == [], read


@pytest.mark.parametrize("which", ["kept_citations", "real_citations"])
def test_every_name_that_was_found_survives(which: str, request: pytest.FixtureRequest) -> None:
    for citation in request.getfixturevalue(which).values():
        lowered = in_small_letters(tex.title(citation.title, citation.title_language, citation.proper_names))
        assert [name for name in citation.proper_names if name not in tex_plain(lowered)] == [], lowered


def tex_plain(text: str) -> str:
    return re.sub(r"\\([&%#_$])", r"\1", text)


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("Recruitment in the Kyrgyz Republic and South Korea", ("Kyrgyz Republic", "South Korea")),
        ("Pay in the Republic of Kazakhstan and in Kazakhstan's Regions", ("Republic of Kazakhstan", "Kazakhstan")),
        ("The Georgian Police and the Vietnamese Tax Office", ("Georgian", "Vietnamese")),
        ("Reforms in post-Soviet Eurasia", ("Soviet", "Eurasia")),
        ("A Republic of Letters and a State of Emergency", ()),
        ("Turning points in the Meiji period: What the Diet saw", ("Meiji", "Diet")),
        ("Lessons of the Meiji Period: What the Diet saw", ()),
        ("A study of Meiji Japan (long version)", ("Japan",)),
        ("Modern pay. Old rules", ()),
    ],
)
def test_names_come_from_vocabularies_and_from_titles_in_sentence_case(names: ProperNames, title: str, found: tuple[str, ...]) -> None:
    assert names.in_title(title) == found


@pytest.mark.parametrize(
    ("title", "kept"),
    [
        ("Pay in U.S. Governments", "pay in U.S. governments"),
        ("The Q Methodology and World War I", "the Q methodology and world war I"),
        ("A Plan A and a Plan B: A Review", "a plan a and a plan B: a review"),
        ("What J. Smith Said of the U.N. Charter", "what J. smith said of the U.N. charter"),
        ("One-Stop-Shop E-Government and e-HRM", "one-stop-shop e-government and e-HRM"),
        ("SDGs, AT&T, COVID-19 and McKinsey", "SDGs, AT&T, COVID-19 and McKinsey"),
    ],
)
def test_abbreviations_and_single_capitals_are_no_words_to_lower(title: str, kept: str) -> None:
    assert tex_plain(in_small_letters("x" + tex.title(title, "en")))[1:] == kept


def test_further_names_are_those_of_the_list(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.write("vocabularies/names.yml", "- name: Meiji\n- name: al-Farabi\n- name: eGov\n")
    found = ProperNames(load(catalogue_copy.folder))
    assert found.in_title("From al-Farabi's City to Meiji eGov Offices") == ("al-Farabi", "Meiji", "eGov")


def test_a_catalogue_needs_no_list_of_names(small_catalogue: Catalogue) -> None:
    assert small_catalogue.names == ()


def test_the_names_of_november_are_sorted_and_stand_once() -> None:
    listed = re.findall(r"^- name: (.+)$", Path(KEPT / "vocabularies/names.yml").read_text("utf-8"), re.MULTILINE)
    assert listed == sorted(set(listed))

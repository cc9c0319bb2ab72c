"""BibTeX, read back by bibtexparser and by biber."""

from __future__ import annotations

import random
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import bibtexparser
import pytest
from awkward import AWKWARD, texts
from bibtexparser.middlewares import SeparateCoAuthors, SplitNameParts
from bibtexparser.model import Entry
from catalogues import Citations, golden
from hypothesis import example, given
from hypothesis import strategies as st
from library.citations import Citation, Name
from library.exports import bibtex

MACROS = {
    r"\textbackslash": "\\", r"\textasciitilde": "~", r"\textasciicircum": "^", r"\textbraceleft": "{", r"\textbraceright": "}",
    r"\textquotedbl": '"', r"\textless": "<", r"\textgreater": ">", r"\vphantom": "",
}
TOKEN = re.compile(r"\\vphantom\{\\[{}]\}|(\\[A-Za-z]+)(?:\{\}|(?=[^A-Za-z]|\Z) ?)|\\([{}&%#_$])|[{}]|(.)", re.DOTALL)


def plain(tex: str) -> str:
    """What TeX prints for a field: macros and escapes as their characters, bare braces as nothing."""
    return "".join(MACROS[found[1]] if found[1] else found[2] or found[3] or "" for found in TOKEN.finditer(tex))


def depths(tex: str) -> list[int]:
    """How deep in braces each character stands. BibTeX and biber count them all, escaped or not."""
    depth, found = 0, []
    for letter in tex:
        depth += {"{": 1, "}": -1}.get(letter, 0)
        found.append(depth)
    return found


def read(text: str) -> list[Entry]:
    library = bibtexparser.parse_string(text)
    assert library.failed_blocks == []
    return library.entries


def field(entry: Entry, name: str) -> str:
    return entry.fields_dict[name].value


def read_names(text: str, name: str = "author") -> list[tuple[str, str, str]]:
    """Family name, given names and suffix of each person, as a BibTeX reader takes them apart."""
    library = bibtexparser.parse_string(text, append_middleware=[SeparateCoAuthors(), SplitNameParts()])
    assert library.failed_blocks == []
    people = library.entries[0].fields_dict[name].value
    parts = [(person.von + person.last, person.first, person.jr) for person in people]
    return [tuple(" ".join(plain(" ".join(words)).split()) for words in person) for person in parts]


# -- whole files -----------------------------------------------------------------------------


def test_the_small_catalogue_gives_the_golden_file() -> None:
    expected, made = golden("library.bib")
    assert made == expected


@pytest.mark.parametrize("which", ["small_citations", "real_citations"])
def test_every_edition_is_read_back_under_its_key(which: str, request: pytest.FixtureRequest) -> None:
    citations: Citations = request.getfixturevalue(which)
    entries = read(bibtex.join(map(bibtex.entry, citations.values())))
    assert [entry.key for entry in entries] == list(citations)


@pytest.mark.parametrize("which", ["small_citations", "real_citations"])
def test_every_title_abstract_and_publisher_is_read_back_letter_by_letter(which: str, request: pytest.FixtureRequest) -> None:
    citations: Citations = request.getfixturevalue(which)
    for entry in read(bibtex.join(map(bibtex.entry, citations.values()))):
        citation = citations[entry.key]
        assert plain(field(entry, "title")) == citation.title
        assert plain(field(entry, "abstract")) == citation.abstract
        if citation.kind != "article" and citation.publisher:
            assert plain(field(entry, "institution" if citation.kind == "report" else "publisher")) == citation.publisher


@pytest.mark.parametrize("which", ["small_citations", "real_citations"])
def test_every_name_is_read_back_in_its_parts(which: str, request: pytest.FixtureRequest) -> None:
    citations: Citations = request.getfixturevalue(which)
    for citation in citations.values():
        for name, people in (("author", citation.authors), ("editor", citation.editors)):
            if people:
                expected = [(person.literal or person.family, person.given, person.suffix) for person in people]
                others = [("others", "", "")] if citation.and_others and name == "author" else []
                assert read_names(bibtex.entry(citation), name) == expected + others, citation.key


def test_every_entry_closes_every_brace(small_citations: Citations, real_citations: Citations) -> None:
    for citation in (*small_citations.values(), *real_citations.values()):
        found = depths(bibtex.entry(citation))
        assert found[-1] == 0 and 0 not in found[found.index(1):-1], citation.key


def test_an_empty_list_is_an_empty_file() -> None:
    assert bibtex.join([]).strip() == ""


# -- biber -----------------------------------------------------------------------------------

ALLOWED = {
    r"Entry '[^']+' \([^)]+\): Missing mandatory field - one of 'date, year' must be defined":
        "the year of some works is not known, and is never guessed",
    r"Entry '[^']+' \([^)]+\): Missing mandatory field 'author'":
        "some works name no author, only the body that issues them, which stands as institution",
    r"Entry '[^']+' \([^)]+\): Invalid field 'location' for entrytype 'article'":
        "a journal's place of publication, which GOST styles print; others pass over it",
    r"Entry '[^']+' \([^)]+\): Invalid field 'isbn' for entrytype 'report'":
        "some reports have an ISBN, and Zotero and JabRef read it",
    r"Entry '[^']+' \([^)]+\): Invalid field 'editor' for entrytype 'report'":
        "some reports name an editor, and Zotero and JabRef read it",
}
"""Warnings of biber that we know and want, and why."""


def biber(text: str, folder: Path) -> tuple[str, list[str], list[str]]:
    """What biber made of a .bib file: its own text of it, its warnings and its errors."""
    path = folder / "library.bib"
    path.write_bytes(text.encode())
    done = subprocess.run(["biber", "--tool", "--validate-datamodel", "--nolog", "--output-file", "out.bib", path.name], cwd=folder,
                          capture_output=True, text=True, check=False, timeout=50)
    said = done.stdout.splitlines()
    out = folder / "out.bib"
    return (out.read_text("utf-8") if out.is_file() else "",
            [line for line in said if line.startswith("WARN")], [line for line in said if line.startswith(("ERROR", "FATAL"))])


@pytest.mark.slow
@pytest.mark.parametrize("which", ["small_citations", "real_citations"])
def test_biber_reads_the_whole_library_without_errors(which: str, request: pytest.FixtureRequest, tmp_path: Path) -> None:
    citations: Citations = request.getfixturevalue(which)
    out, warnings, errors = biber(bibtex.join(map(bibtex.entry, citations.values())), tmp_path)
    assert errors == []
    assert [line for line in warnings if not any(re.search(allowed, line) for allowed in ALLOWED)] == []
    assert sorted(re.findall(r"^@[A-Z]+\{([^,]+),", out, re.MULTILINE)) == sorted(citations)


@pytest.mark.slow
def test_biber_reads_a_title_of_any_characters(one_citation: Callable[..., Citation], tmp_path: Path) -> None:
    chance = random.Random(7)
    made = ["".join(chance.choices(AWKWARD, k=chance.randint(1, 60))).strip() or "x" for _ in range(120)]
    citations = [one_citation(title=text, abstract=text, publisher=text) for text in made]
    entries = [bibtex.entry(citation).replace("harrow2022public", f"made{number}", 1) for number, citation in enumerate(citations)]
    out, _, errors = biber(bibtex.join(entries), tmp_path)
    assert errors == []
    assert len(re.findall(r"^@[A-Z]+\{made\d+,", out, re.MULTILINE)) == len(made)


# -- one field at a time -------------------------------------------------------------------------


@given(text=texts())
@example(text="}")
@example(text="{")
@example(text="}{")
@example(text="a\\")
@example(text="\\{")
@example(text="100%")
@example(text='"')
@example(text="@article{x,")
@example(text="{}" * 250)
def test_any_text_is_read_back(one_citation: Callable[..., Citation], text: str) -> None:
    for language in ("en", "ru", ""):
        entry = bibtex.entry(one_citation(title=text, abstract=text, publisher=text, place=text, keywords=(text,), language=language))
        found = depths(entry)
        assert found[-1] == 0 and 0 not in found[found.index(1):-1]
        [back] = read(entry)
        for name in ("title", "abstract", "publisher", "address", "keywords"):
            assert plain(field(back, name)) == text


PERSON = st.tuples(texts(max_size=30), texts(max_size=30), st.sampled_from(["", "", "", "II", "Jr."]))


@given(people=st.lists(PERSON, min_size=1, max_size=3))
@example(people=[("van Hung", "Do", "")])
@example(people=[("Smith and Sons", "A", "")])
@example(people=[("and", "and", "")])
@example(people=[("others", "", "")])
@example(people=[("Comma, Jr", "First, Second", "")])
@example(people=[("{", "}", "")])
def test_any_names_are_read_back_in_their_parts(one_citation: Callable[..., Citation], people: list[tuple[str, str, str]]) -> None:
    names = tuple(Name(family, given, suffix) for family, given, suffix in people)
    folded = [tuple(" ".join(part.split()) for part in person) for person in people]  # BibTeX has one kind of space in names
    assert read_names(bibtex.entry(one_citation(authors=names, and_others=False))) == folded


@given(body=texts(max_size=60))
@example(body="Ministry of Labour, Family and Social Protection")
@example(body="Smith and others")
@example(body="{")
def test_any_body_is_one_name(one_citation: Callable[..., Citation], body: str) -> None:
    assert read_names(bibtex.entry(one_citation(authors=(Name(literal=body),), and_others=False))) == [(" ".join(body.split()), "", "")]


@pytest.mark.parametrize(("text", "tex"), [
    ("R&D at 100% #1 a_b $5", r"R\&D at 100\% \#1 a\_b \$5"),
    ("~ ^ \\", r"\textasciitilde{} \textasciicircum{} \textbackslash{}"),
    ("3 < 5 “so” 'old' é Ә 가 😀", "3 < 5 “so” 'old' é Ә 가 😀"),
])
def test_special_characters_are_escaped_and_others_kept(text: str, tex: str) -> None:
    assert bibtex.escape(text) == tex


@pytest.mark.parametrize(("title", "tex"), [
    ("HRM in OECD/SIGMA Countries", "{HRM} in {OECD}/{SIGMA} Countries"),
    ("e-HRM and e-Government", "e-{HRM} and e-Government"),
    ("A Report on Korea", "A Report on Korea"),
    ("The AT&T Case", r"The {AT}\&T Case"),
])
def test_capitals_that_a_style_would_lower_are_protected(title: str, tex: str) -> None:
    assert bibtex.title(title, "en") == tex


def test_a_title_in_another_script_is_protected_whole() -> None:
    assert bibtex.title("Ғылым және мемлекет", "kk") == "{Ғылым және мемлекет}"
    assert bibtex.title("Обзор e-HRM", "") == "{Обзор e-HRM}"


def test_addresses_and_identifiers_are_never_escaped(one_citation: Callable[..., Citation]) -> None:
    citation = one_citation(url="https://example.org/a_b/c%20d?x=1&y=2#z~", doi="10.5555/a_b#c")
    [entry] = read(bibtex.entry(citation))
    assert field(entry, "url") == "https://example.org/a_b/c%20d?x=1&y=2#z~"
    assert field(entry, "doi") == "10.5555/a_b#c"


def test_a_body_stands_in_double_braces(small_citations: Citations) -> None:
    assert "  author = {{Ministry of Labour, Family and Social Protection}},\n" in bibtex.entry(small_citations["ministry2018third-en"])


def test_a_suffix_stands_between_family_and_given_name(small_citations: Citations) -> None:
    assert "  author = {Harrow, III, Jane Q and Kim, Min-jun and others},\n" in bibtex.entry(small_citations["harrow2022public"])


def test_a_month_is_a_macro_and_not_a_text(small_citations: Citations) -> None:
    assert "  month = may,\n" in bibtex.entry(small_citations["seitova2019science-kk"])


def test_pages_are_joined_by_two_hyphens(small_citations: Citations) -> None:
    assert "  pages = {11--31},\n" in bibtex.entry(small_citations["harrow2021pay"])


def test_the_number_of_a_book_in_its_series_is_kept(one_citation: Callable[..., Citation]) -> None:
    [entry] = read(bibtex.entry(one_citation(series="Needs surveys", series_number="3")))
    assert (field(entry, "series"), field(entry, "number")) == ("Needs surveys", "3")


def test_language_is_told_to_zotero_and_to_biblatex(small_citations: Citations) -> None:
    text = bibtex.entry(small_citations["seitova2015world"])
    assert "  language = {kk},\n  langid = {kazakh},\n" in text


def test_what_is_not_known_is_left_out(small_citations: Citations) -> None:
    [entry] = read(bibtex.entry(small_citations["scshndnorway"]))
    assert {"year", "month", "author", "language", "langid", "doi", "isbn", "address"} & set(entry.fields_dict) == set()


def test_a_supplied_title_is_told_in_a_note(small_citations: Citations) -> None:
    [entry] = read(bibtex.entry(small_citations["oneill2020rd-ru"]))
    assert field(entry, "title").startswith("{[") and field(entry, "title").endswith("]}")
    assert "supplied" in field(entry, "note")


def test_a_translator_is_told_in_a_note(small_citations: Citations) -> None:
    [entry] = read(bibtex.entry(small_citations["delacruz2021guide"]))
    assert "Kim, Min-jun" in field(entry, "note")


def test_an_old_work_has_the_old_name_of_its_issuer(small_citations: Citations) -> None:
    [entry] = read(bibtex.entry(small_citations["scsh2013report"]))
    assert field(entry, "institution") == "Sample Regional Hub of Civil Service"

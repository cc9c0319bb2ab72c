"""What must hold in both BibTeX dialects: read back by bibtexparser and by biber."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest
from awkward import AWKWARD, texts
from catalogues import Citations
from hypothesis import example, given
from hypothesis import strategies as st
from library.catalogue.dates import Issued
from library.catalogue.names import Name
from library.citations.citation import Citation
from library.citations.formats import biblatex, bibtex, tex
from tex_reader import biber, field, is_closed, keys, plain, read, read_names

DIALECTS = pytest.mark.parametrize("dialect", [bibtex, biblatex], ids=["bibtex", "biblatex"])
CATALOGUES = pytest.mark.parametrize("which", ["small_citations", "real_citations"])


@pytest.fixture
def citations(which: str, request: pytest.FixtureRequest) -> Citations:
    return request.getfixturevalue(which)


# -- whole files -----------------------------------------------------------------------------


@DIALECTS
@CATALOGUES
def test_every_edition_is_read_back_under_its_key(dialect: ModuleType, citations: Citations) -> None:
    assert [entry.key for entry in read(dialect.join(map(dialect.entry, citations.values())))] == list(citations)


@DIALECTS
@CATALOGUES
def test_every_text_is_read_back_letter_by_letter(dialect: ModuleType, citations: Citations) -> None:
    for entry in read(dialect.join(map(dialect.entry, citations.values()))):
        citation = citations[entry.key]
        assert plain(field(entry, "title")) == citation.title
        told = {"abstract": citation.abstract, "keywords": ", ".join(citation.keywords)}
        found = {name: plain(field(entry, name)) for name in told if name in entry.fields_dict}
        assert found == {name: text for name, text in told.items() if text}
        if citation.kind != "article" and citation.publisher:
            assert plain(field(entry, "institution" if citation.kind == "report" else "publisher")) == citation.publisher


@DIALECTS
@CATALOGUES
def test_every_name_is_read_back_in_its_parts(dialect: ModuleType, citations: Citations) -> None:
    for citation in citations.values():
        for name, people in (("author", citation.authors), ("editor", citation.editors)):
            if people:
                expected = [(person.literal or person.family, person.given, person.suffix) for person in people]
                others = [("others", "", "")] if citation.and_others and name == "author" and dialect is biblatex else []
                assert read_names(dialect.entry(citation), name) == expected + others, citation.key


@DIALECTS
def test_every_entry_closes_every_brace(dialect: ModuleType, small_citations: Citations, real_citations: Citations) -> None:
    assert [
        citation.key for citation in (*small_citations.values(), *real_citations.values()) if not is_closed(dialect.entry(citation))
    ] == []


@DIALECTS
def test_an_empty_list_is_an_empty_file(dialect: ModuleType) -> None:
    assert dialect.join([]).strip() == ""


# -- biber -----------------------------------------------------------------------------------

ALLOWED = {
    r"Entry '[^']+' \([^)]+\): Missing mandatory field - one of 'date, year' must be defined": "the year of some works is not known, and is never guessed",
    r"Entry '[^']+' \([^)]+\): Missing mandatory field 'author'": "some works name no author, only the body that issues them, which stands as institution",
    r"Entry '[^']+' \([^)]+\): Invalid field 'location' for entrytype 'article'": "a journal's place of publication, which GOST styles print; others pass over it",
    r"Entry '[^']+' \([^)]+\): Invalid field '(isbn|editor|translator|series|origlanguage)' for entrytype 'report'": "some reports have them, Zotero, JabRef and styles such as APA's read them, and others pass over them",
    r"Entry '[^']+' \([^)]+\): Field 'copyright' invalid in data model - ignoring": "the licence, which Zotero and JabRef read from BibTeX; BibLaTeX has it in addendum",
}
"""Warnings of biber that we know and want, and why."""

SEVERAL_ISBNS = (
    r"^WARN - (ISBN '[^',]+, [^']+' in entry '{key}' is invalid|Datamodel: Entry '{key}' \([^)]+\): Invalid ISBN in value of field 'isbn')"
)
"""BibTeX has both ISBNs of a book in one field, which Zotero and JabRef keep; biber's data model has room for one, as has our BibLaTeX."""


@pytest.mark.slow
@DIALECTS
@CATALOGUES
def test_biber_reads_the_whole_library_without_errors(dialect: ModuleType, citations: Citations, tmp_path: Path) -> None:
    out, warnings, errors = biber(dialect.join(map(dialect.entry, citations.values())), tmp_path)
    assert errors == []
    allowed = {
        *ALLOWED,
        *(SEVERAL_ISBNS.format(key=key) for key, citation in citations.items() if len(citation.isbn) > 1 and dialect is bibtex),
    }
    assert [line for line in warnings if not any(re.search(pattern, line) for pattern in allowed)] == []
    assert sorted(keys(out)) == sorted(citations)


@pytest.mark.slow
@DIALECTS
def test_biber_reads_a_title_of_any_characters(dialect: ModuleType, one_citation: Callable[..., Citation], tmp_path: Path) -> None:
    chance = random.Random(7)
    made = ["".join(chance.choices(AWKWARD, k=chance.randint(1, 60))).strip() or "x" for _ in range(120)]
    citations = [one_citation(key="harrow2022public", title=text, abstract=text, publisher=text, place=text) for text in made]
    entries = [dialect.entry(citation).replace("harrow2022public", f"made{number}", 1) for number, citation in enumerate(citations)]
    out, _, errors = biber(dialect.join(entries), tmp_path)
    assert errors == []
    assert len(keys(out)) == len(made)


# -- one field at a time -------------------------------------------------------------------------


@DIALECTS
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
@example(text="others")
@example(text="R&D and AT&T_2")
def test_any_text_is_read_back(dialect: ModuleType, one_citation: Callable[..., Citation], text: str) -> None:
    for language in ("en", "ru", ""):
        entry = dialect.entry(
            one_citation(
                title=text,
                abstract=text,
                publisher=text,
                place=text,
                keywords=(text,),
                series=text,
                title_language=language,
                proper_names=(text.split()[0],),
            )
        )
        assert is_closed(entry)
        [back] = read(entry)
        for name in ("title", "abstract", "publisher", "address" if dialect is bibtex else "location", "keywords", "series"):
            assert plain(field(back, name)) == text


PERSON = st.tuples(texts(max_size=30), texts(max_size=30), st.sampled_from(["", "", "", "II", "Jr."]))


@DIALECTS
@given(people=st.lists(PERSON, min_size=1, max_size=3))
@example(people=[("van Hung", "Do", "")])
@example(people=[("Smith and Sons", "A", "")])
@example(people=[("and", "and", "")])
@example(people=[("others", "", "")])
@example(people=[("Comma, Jr", "First, Second", "")])
@example(people=[("{", "}", "")])
@example(people=[("family=x", "given=y", "")])
def test_any_names_are_read_back_in_their_parts(
    dialect: ModuleType, one_citation: Callable[..., Citation], people: list[tuple[str, str, str]]
) -> None:
    names = tuple(Name(family, given, suffix) for family, given, suffix in people)
    folded = [tuple(" ".join(part.split()) for part in person) for person in people]  # BibTeX has one kind of space in names
    assert read_names(dialect.entry(one_citation(authors=names, and_others=False))) == folded


@DIALECTS
@given(body=texts(max_size=60))
@example(body="Ministry of Labour, Family and Social Protection")
@example(body="Smith and others")
@example(body="{")
def test_any_body_is_one_name(dialect: ModuleType, one_citation: Callable[..., Citation], body: str) -> None:
    entry = dialect.entry(one_citation(authors=(Name(literal=body),), and_others=False))
    assert read_names(entry) == [(" ".join(body.split()), "", "")]


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("R&D at 100% #1 a_b $5", r"R\&D at 100\% \#1 a\_b \$5"),
        ("~ ^ \\", r"\textasciitilde{} \textasciicircum{} \textbackslash{}"),
        ("3 < 5 “so” 'old' é Ә 가 😀", "3 < 5 “so” 'old' é Ә 가 😀"),
    ],
)
def test_special_characters_are_escaped_and_others_kept(text: str, escaped: str) -> None:
    assert tex.escape(text) == escaped


@pytest.mark.parametrize(
    ("title", "protected"),
    [
        ("HRM in OECD/SIGMA Countries", "{HRM} in {OECD}/{SIGMA} Countries"),
        ("e-HRM and e-Government", "e-{HRM} and e-Government"),
        ("A Report on Korea", "A Report on Korea"),
        ("The AT&T Case", r"The {AT\&T} Case"),
    ],
)
def test_capitals_that_a_style_would_lower_are_protected(title: str, protected: str) -> None:
    assert tex.title(title, "en") == tex.title(title, "en-GB") == protected


def test_proper_names_are_protected_the_longest_first() -> None:
    assert tex.title("Pay in South Korea and Korea", "en", ("Korea", "South Korea")) == "Pay in {South Korea} and {Korea}"


def test_a_title_in_another_script_is_protected_whole() -> None:
    assert tex.title("Ғылым және мемлекет", "kk") == "{Ғылым және мемлекет}"
    assert tex.title("Обзор e-HRM", "") == "{Обзор e-HRM}"


def test_a_protected_text_is_never_taken_for_an_accented_letter() -> None:
    assert tex.title("#1 по HRM", "ru") == r"{{}\#1 по HRM}"


@DIALECTS
def test_addresses_and_identifiers_are_never_escaped(dialect: ModuleType, one_citation: Callable[..., Citation]) -> None:
    citation = one_citation(url="https://example.org/a_b/c%20d?x=1&y=2#z~", doi="10.5555/a_b#c")
    [entry] = read(dialect.entry(citation))
    assert field(entry, "url") == "https://example.org/a_b/c%20d?x=1&y=2#z~"
    assert field(entry, "doi") == "10.5555/a_b#c"


@DIALECTS
def test_a_body_stands_in_double_braces(dialect: ModuleType, small_citations: Citations) -> None:
    assert "  author = {{Ministry of Labour, Family and Social Protection}},\n" in dialect.entry(small_citations["ministry2018third-en"])


@DIALECTS
def test_a_suffix_stands_between_family_and_given_name(dialect: ModuleType, small_citations: Citations) -> None:
    assert "  author = {Harrow, III, Jane Q and Kim, Min-jun" in dialect.entry(small_citations["harrow2022public"])


@DIALECTS
def test_pages_are_joined_by_two_hyphens(dialect: ModuleType, small_citations: Citations) -> None:
    assert "  pages = {11--31},\n" in dialect.entry(small_citations["harrow2021pay"])


@DIALECTS
def test_a_supplied_title_is_told_in_a_note(dialect: ModuleType, small_citations: Citations) -> None:
    [entry] = read(dialect.entry(small_citations["oneill2020rd-ru"]))
    assert field(entry, "title").startswith("{[") and field(entry, "title").endswith("]}")
    assert "Title supplied by the library" in field(entry, "note")


@DIALECTS
def test_a_withdrawn_work_is_told_first_in_a_note(
    dialect: ModuleType, small_citations: Citations, one_citation: Callable[..., Citation]
) -> None:
    [entry] = read(dialect.entry(small_citations["scsh2013report"]))
    assert field(entry, "note") == "Withdrawn on 2024-05-01"
    [further] = read(dialect.entry(one_citation("ministry2018third-en", withdrawn=Issued(2025, 1, 2))))
    assert field(further, "note").startswith("Withdrawn on 2025-01-02. Needs surveys, 3")


@DIALECTS
def test_an_old_work_has_the_old_name_of_its_issuer(dialect: ModuleType, small_citations: Citations) -> None:
    [entry] = read(dialect.entry(small_citations["scsh2013report"]))
    assert field(entry, "institution") == "Sample Regional Hub of Civil Service"


@pytest.mark.parametrize(
    ("language", "name"),
    [("ru", "russian"), ("kk", "kazakh"), ("ky", "kyrgyz"), ("de", "ngerman"), ("pt-BR", "portuguese"), ("tg", ""), ("", "")],
)
def test_a_language_has_the_name_that_babel_knows_or_none(language: str, name: str) -> None:
    assert tex.langid(language) == name

"""References (romanised): cases read by hand, both catalogues, and any text."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path

import pytest
import yaml
from awkward import texts
from catalogues import Citations
from hypothesis import example, given
from hypothesis import strategies as st
from library.catalogue.dates import Issued
from library.catalogue.names import Name
from library.citations.citation import Citation
from library.citations.references import romanised
from library.citations.references.romanisation import is_cyrillic, romanise
from library.citations.references.text import ACCESSED

GOLDEN = Path(__file__).resolve().parents[2] / "golden" / "romanised.yml"
CASES = yaml.load(GOLDEN.read_text("utf-8"), yaml.BaseLoader)
# A citation of which nothing is known, whatever fields it may gain.
UNKNOWN = {"str": "", "bool": False, "int | None": None}
BLANK = {field.name: UNKNOWN.get(field.type, () if field.type.startswith("tuple") else None) for field in fields(Citation)}


def name(parts: dict) -> Name:
    return Name(**{part: name(value) if part == "latin" else value for part, value in parts.items()})


def cited(**known: object) -> Citation:
    """A citation of which only these fields are known."""
    return Citation(**BLANK | {"title_language": known.get("language", "")} | known)


def citation_of(case: dict) -> Citation:
    """A citation from a case of the golden file."""
    read = {
        "authors": lambda people: tuple(map(name, people)),
        "editors": lambda people: tuple(map(name, people)),
        "publishing": name,
        "other_titles": lambda titles: tuple(titles.items()),
        "issued": lambda year: Issued(int(year)),
        "extent": int,
        "supplied": bool,
        "and_others": bool,
    }
    return cited(**{field: read.get(field, str)(value) for field, value in case.items()})


def html(citation: Citation) -> str:
    reference = romanised.reference(citation)
    assert reference is not None
    return reference.html


# -- cases -----------------------------------------------------------------------------------


@pytest.mark.parametrize("case", CASES, ids=[case["case"] for case in CASES])
def test_the_golden_cases_hold(case: dict) -> None:
    reference = romanised.reference(citation_of(case["citation"]))
    assert (str(reference.html) if reference else "") == case["reference"].replace("⌛", ACCESSED)


def test_a_title_whose_sign_falls_away_is_still_there() -> None:
    assert html(cited(kind="report", language="kk", title="Ь")) == "<i>&#39;</i>. (In Kazakh)."


def test_a_document_elsewhere_is_cited_where_it_is(small_citations: Citations, one_citation: Callable[..., Citation]) -> None:
    held = small_citations["beisenov2021etika"]
    assert f"URL: {held.url} (accessed {ACCESSED})." in html(held)
    assert "URL" not in html(one_citation("beisenov2021etika", document=None))


# -- both catalogues -------------------------------------------------------------------------


@pytest.mark.parametrize("which", ["small_citations", "kept_citations"])
def test_every_work_in_russian_or_kazakh_has_a_reference_and_no_other(which: str, request: pytest.FixtureRequest) -> None:
    citations: Citations = request.getfixturevalue(which)
    assert [key for key, citation in citations.items() if romanised.reference(citation)] == [
        key for key, citation in citations.items() if citation.language in ("ru", "kk")
    ]


@pytest.mark.parametrize("which", ["small_citations", "kept_citations"])
def test_no_reference_has_a_cyrillic_letter_a_double_space_or_a_ragged_end(which: str, request: pytest.FixtureRequest) -> None:
    for citation in request.getfixturevalue(which).values():
        reference = romanised.reference(citation)
        if reference:
            assert not is_cyrillic(reference.text)
            assert not re.search(r"\s\s|\.\.|\s[.,:]|,,|\[\]|\[\[|\(\)", reference.text), reference.text
            assert reference.text.endswith(".")


@pytest.mark.parametrize("which", ["small_citations", "kept_citations"])
def test_every_reference_names_all_authors_the_english_title_and_the_year(which: str, request: pytest.FixtureRequest) -> None:
    for citation in request.getfixturevalue(which).values():
        reference = romanised.reference(citation)
        if reference:
            assert dict(citation.other_titles)["en"].strip("[]") in reference.text
            assert citation.issued is None or f"{citation.issued.year}." in reference.text
            for author in citation.authors:
                spelt = author.latin or author
                assert (spelt.family or spelt.literal) in reference.text or is_cyrillic(spelt.inverted)


# -- any text --------------------------------------------------------------------------------

CYRILLIC = st.text(st.sampled_from("абвгдеёжзийклщъыьэюяӘҒҚҢӨҰҮҺІіЦЮЁ &<>\"'[]().,?-"), min_size=1, max_size=60)


@given(
    title=texts(max_size=80),
    english=texts(max_size=80),
    family=CYRILLIC,
    given_name=CYRILLIC,
    place=texts(max_size=30),
    language=st.sampled_from(["ru", "kk", "uk", "mn"]),
    kind=st.sampled_from(["article", "book", "report"]),
)
@example(title="[а", english="]", family="Ь", given_name="ь", place="Ъ", language="kk", kind="book")
@example(title="<i>", english="</i>", family="<i>", given_name="А", place="<", language="ru", kind="book")
def test_any_text_stays_text(title: str, english: str, family: str, given_name: str, place: str, language: str, kind: str) -> None:
    reference = romanised.reference(
        cited(
            kind=kind,
            language=language,
            title=f"Я {title}",
            other_titles=(("en", english),),
            place=place,
            container=title,
            issued=Issued(2020),
            authors=(Name(family, given_name), Name(literal=family)),
        )
    )
    assert reference is not None
    assert re.sub("</?i>|&(amp|lt|gt|#34|#39);", "", reference.html).count("<") == 0
    assert len(re.findall("<i>", reference.html)) == len(re.findall("</i>", reference.html)) <= 1
    assert " ".join(romanise(f"Я {title}", language).split()) in reference.text
    assert not is_cyrillic(re.sub(re.escape(" ".join(english.split())), "", reference.text))
    assert "  " not in reference.text
    assert re.search(r"[.!?…] \(In [A-Z][a-z]+\.?\)\.$", reference.text)

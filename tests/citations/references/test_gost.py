"""References by GOST, held against golden/gost.txt, which was read line by line against the standards.

In that file ⍽ stands for a no-break space and {day} for the day of access. It is not renewed
by a script: a changed line is written there by hand, after reading the standard.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import fields

import pytest
from awkward import texts
from catalogues import Citations
from gost_cases import (
    BOTH,
    CASES,
    ELECTRONIC,
    FORM,
    FORMS,
    GOLDEN,
    NURMAGAMBETOV,
    PRINT,
    RU_JOURNAL,
    article,
    body,
    book,
    cited,
    people,
    person,
    shown,
)
from hypothesis import example, given
from hypothesis import strategies as st
from library.catalogue.names import Name
from library.citations.citation import Citation
from library.citations.references import gost
from library.citations.references.gost_names import direct, initials, inverted
from library.citations.references.gost_terms import ENGLISH, KAZAKH, KOREAN, RUSSIAN, terms_for
from library.citations.references.text import ACCESSED, Reference

NBSP = "\u00a0"


# -- golden references ---------------------------------------------------------------------------


@pytest.mark.parametrize(("case", "form"), [(case, form) for case in CASES for form in FORMS])
def test_a_reference_is_the_golden_one(case: str, form: str) -> None:
    assert shown(FORMS[form](CASES[case])) == GOLDEN[case, form]


def test_every_golden_reference_has_a_case() -> None:
    assert {case for case, _ in GOLDEN} == set(CASES)


def test_golden_references_are_of_every_type_and_language() -> None:
    assert {citation.type for citation in CASES.values()} == {
        "article",
        "book",
        "book-review",
        "case-study",
        "commentary",
        "comparative-study",
        "country-profile",
        "methodological-guide",
        "policy-paper",
        "report",
        "research-paper",
        "survey-report",
    }
    assert {citation.language for citation in CASES.values()} >= {"en", "ru", "kk", "ko", ""}


# -- names -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("whole", "short"),
    [
        ("Алихан Мухамедьевич", "А. М."),
        ("Қайрат Өмірұлы", "Қ. Ө."),
        ("Әлия", "Ә."),
        ("Ғалым", "Ғ."),
        ("Ұлан", "Ұ."),
        ("Үміт", "Ү."),
        ("Ілияс", "І."),
        ("Һарун", "Һ."),
        ("Ңай", "Ң."),
        ("Жан-Поль", "Ж.-П."),
        ("Rex L", "R. L."),
        ("James L.", "J. L."),
        ("L.", "L."),
        ("Pan Suk", "P. S."),
        ("Min-jun", "M.-J."),
        ("K. Kh.", "K. Kh."),
        ("А.С.", "А. С."),
        ("Ж.-П.", "Ж.-П."),
        ("Md. Mustafizur", "Md. M."),
        ("ST.", "ST."),
        ("Ильхам Гейдар оглы", "И. Г. оглы"),
        ("Ludwig van", "L. van"),
        ("D’Arcy", "D."),
        ("ʻIolani", "I."),
        ("bell", "B."),
        ("E\u0301tienne", "E\u0301."),
        ("И\u0306осиф Ян", "И\u0306. Я."),
        ("მაია", "მ."),
        ("Մանվել", "Մ."),
        ("민준", "민준"),
        ("محمد علي", "محمد علي"),
        ("'Abd", "A."),
        ("123", ""),
        ("", ""),
    ],
)
def test_given_names_become_initials(whole: str, short: str) -> None:
    assert initials(whole).replace(NBSP, " ") == short


@pytest.mark.parametrize(
    ("name", "heading", "statement"),
    [
        (person(NURMAGAMBETOV), "Нурмагамбетов⍽А.⍽С.", "А.⍽С.⍽Нурмагамбетов"),
        (person("Facer, Rex L, II"), "Facer⍽R.⍽L., II", "R.⍽L.⍽Facer⍽II"),
        (person("de la Cruz, María José"), "de la Cruz⍽M.⍽J.", "M.⍽J.⍽de la Cruz"),
        (person("O'Connor, Karl"), "O'Connor⍽K.", "K.⍽O'Connor"),
        (person("Манас"), "Манас", "Манас"),
        (person("김, 민준"), "김민준", "김민준"),
        (person("김, Min-jun"), "김⍽M.-J.", "M.-J.⍽김"),
        (person("Kim, 123"), "Kim", "Kim"),
        (Name(family="Harrow", suffix="III"), "Harrow, III", "Harrow III"),
        (body("Хаб, отдел"), "Хаб, отдел", "Хаб, отдел"),
    ],
)
def test_a_name_has_its_order(name: Name, heading: str, statement: str) -> None:
    assert (inverted(name).replace(NBSP, "⍽"), direct(name).replace(NBSP, "⍽")) == (heading, statement)


@given(letter=st.characters(categories=("Lu", "Lt")), marks=st.text(st.characters(categories=("Mn", "Mc")), max_size=3))
@example(letter="И", marks="\u0306")
def test_an_initial_keeps_its_marks(letter: str, marks: str) -> None:
    assert initials(f"{letter}{marks}bc") == f"{letter.title()}{marks}."


@given(given_name=texts(max_size=40))
def test_initials_have_no_spaces_to_spare(given_name: str) -> None:
    assert not re.search(r"  |\u00a0\u00a0|^[ \u00a0]|[ \u00a0]$", initials(given_name))


# -- words -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("fields_known", "terms"),
    [
        ({"language": "ru"}, RUSSIAN),
        ({"language": "kk"}, KAZAKH),
        ({"language": "en"}, ENGLISH),
        ({"language": "ko"}, KOREAN),
        ({"language": "en-GB"}, ENGLISH),
        ({"language": "ru", "title": "Latin"}, RUSSIAN),
        ({"language": "", "title_language": "kk"}, KAZAKH),
        ({"language": "kk-Latn", "title": "Qyzmet"}, ENGLISH),
        ({"language": "kk-Cyrl", "title": "Қызмет"}, KAZAKH),
        ({"language": "tg", "title": "Хизмати давлатӣ"}, RUSSIAN),
        ({"language": "mn", "title": "Төрийн алба"}, RUSSIAN),
        ({"language": "tr", "title": "Kamu hizmeti"}, ENGLISH),
        ({"language": "ar", "title": "الخدمة المدنية"}, ENGLISH),
    ],
)
def test_words_are_in_the_language_of_the_document(fields_known: dict[str, object], terms: object) -> None:
    assert terms_for(cited(**fields_known)) is terms


@pytest.mark.parametrize("terms", [RUSSIAN, KAZAKH])
def test_cyrillic_words_have_no_latin_letter(terms: object) -> None:
    words = [value for field in fields(terms) if field.name != "locale" for value in [getattr(terms, field.name)]]
    text = re.sub(r"\{\w*\}", "", " ".join(" ".join(value) if isinstance(value, tuple) else value for value in words))
    assert [sign for sign in text if sign.isascii() and sign.isalpha()] == []


@FORM
@pytest.mark.parametrize("language", ["ru", "kk", "ky", "tg"])
def test_a_cyrillic_document_has_no_latin_terms(form: Callable[[Citation], Reference], language: str) -> None:
    citation = article(**{**RU_JOURNAL, "language": language, "authors": people(*["Иванова, Мария"] * 5), "formats": PRINT})
    assert re.findall("[A-Za-z]", form(citation).text) == []


# -- rules that hold for any citation --------------------------------------------------------------


def faults(text: str) -> list[str]:
    """Signs that no description has."""
    return re.findall(r"[ \u00a0]{2,}|[ \u00a0][.,]|,,|\.[ \u00a0]\.|\.\.|,\.|\( | \)|[?!…]\.|//[ \u00a0]*(?:\.|$)|None|\{\}", text)


@FORM
@pytest.mark.parametrize("which", ["small_citations", "real_citations"])
def test_every_citation_has_a_reference_without_faults(
    which: str, form: Callable[[Citation], Reference], request: pytest.FixtureRequest
) -> None:
    citations: Citations = request.getfixturevalue(which)
    for citation in citations.values():
        text = form(citation).text
        assert citation.title in text
        assert text.endswith(".")
        assert faults(text.replace(citation.title, "Title")) == [], text
        assert (ACCESSED in text) == ("URL: " in text)
        assert all(" ".join(value.split()) in text for value in (citation.doi, citation.container) if value)
        assert not re.search(r"<|>", re.sub("&[a-z0-9#]+;", "", str(form(citation).html)))


@FORM
def test_golden_references_have_no_faults(form: Callable[[Citation], Reference]) -> None:
    for citation in CASES.values():
        assert faults(form(citation).text.replace(citation.title, "Title")) == []


UNKNOWN: dict[str, object] = {
    "authors": (),
    "editors": (),
    "translators": (),
    "responsibility": "",
    "issued": None,
    "publisher": "",
    "place": "",
    "volume": "",
    "number": "",
    "pages": "",
    "extent": None,
    "series": "",
    "series_number": "",
    "isbn": (),
    "issn": (),
    "doi": "",
    "address": "",
    "formats": (),
}


@FORM
@given(unknown=st.sets(st.sampled_from(sorted(UNKNOWN))), case=st.sampled_from(sorted(CASES)), others=st.booleans())
def test_whatever_is_unknown_is_left_out_cleanly(form: Callable[[Citation], Reference], unknown: set[str], case: str, others: bool) -> None:
    known = {field.name: getattr(CASES[case], field.name) for field in fields(Citation)}
    citation = cited(**{**known, "title": "Заглавие", **{name: UNKNOWN[name] for name in unknown}, "and_others": others})
    text = form(citation).text
    assert faults(text) == []
    assert text.endswith(".")


@FORM
@given(title=texts())
@example(title="<i>&amp;</i>")
@example(title="Что делать?")
def test_any_title_is_read_back(form: Callable[[Citation], Reference], title: str) -> None:
    reference = form(article(**{**RU_JOURNAL, "title": title}))
    assert " ".join(title.split()) in " ".join(reference.text.split())
    assert "<" not in reference.html and ">" not in reference.html


@FORM
@given(text=texts(max_size=60))
@example(text="{0}")
@example(text="Inc.")
def test_any_text_is_escaped(form: Callable[[Citation], Reference], text: str) -> None:
    reference = form(
        book(title="T", authors=(Name(text, text),), publisher=text, place=text, series=text, series_number=text, responsibility=text)
    )
    assert "<" not in reference.html and ">" not in reference.html
    assert " ".join(text.split()) in " ".join(reference.text.split())


@FORM
def test_what_is_not_known_is_not_invented(form: Callable[[Citation], Reference]) -> None:
    assert form(cited()).text == "Заглавие."


def test_a_description_has_no_italics(small_citations: Citations) -> None:
    assert not any("<i>" in form(citation).html for form in FORMS.values() for citation in small_citations.values())


# -- address, DOI and type of content ----------------------------------------------------------------


@pytest.mark.parametrize(
    "address", ["https://doi.org/10.1234/a(b)c", "http://dx.doi.org/10.1234/A(B)C", "https://doi.org/10.1234/a%28b%29c"]
)
@FORM
def test_a_doi_is_not_printed_twice(form: Callable[[Citation], Reference], address: str) -> None:
    text = form(cited(doi="10.1234/a(b)c", address=address)).text
    assert "URL" not in text
    assert ACCESSED not in text


@FORM
def test_the_page_about_a_document_is_not_the_document(form: Callable[[Citation], Reference]) -> None:
    assert "URL" not in form(cited(read_here=False)).text
    assert "URL: https://library.example/publications/work/ (" in form(cited(read_here=True)).text


@pytest.mark.parametrize(
    ("known", "content"),
    [
        ({"formats": PRINT}, "Текст : непосредственный"),
        ({"formats": ELECTRONIC}, "Текст : электронный"),
        ({"formats": BOTH}, ""),
        ({"formats": ()}, ""),
        ({"formats": PRINT, "doi": "10.1234/5"}, "Текст : электронный"),
        ({"formats": BOTH, "address": "https://example.org/"}, "Текст : электронный"),
    ],
)
def test_the_type_of_content_is_told_where_it_is_known(known: dict[str, object], content: str) -> None:
    text = gost.full(cited(**known)).text
    assert (content in text) if content else ("Текст" not in text)


def test_a_body_never_heads_a_description() -> None:
    citation = cited(authors=(body("Хаб"),))
    assert (gost.short(citation).text, gost.full(citation).text) == ("Заглавие / Хаб.", "Заглавие / Хаб.")


@pytest.mark.parametrize(
    ("volume", "number", "issue"),
    [
        ("6", "2", "Т. 6, № 2"),
        ("", "2", "№ 2"),
        ("6", "", "Т. 6"),
        ("XII", "1/2", "Т. XII, № 1/2"),
        ("", "спец. вып.", "Спец. вып."),
        ("6", "спец. вып.", "Т. 6, спец. вып."),
        ("", "S1", "№ S1"),
        ("", "", ""),
    ],
)
def test_a_number_has_its_term_unless_it_brings_one(volume: str, number: str, issue: str) -> None:
    assert RUSSIAN.issue(volume, number).replace(NBSP, " ") == issue


@pytest.mark.parametrize(
    ("language", "said"),
    [("ru", "УДК 351/354. ББК 67.401."), ("kk", "ӘОЖ 351/354. КБЖ 67.401."), ("en", "UDC 351/354. BBK 67.401.")],
)
def test_class_marks_stand_behind_the_full_description_alone(language: str, said: str) -> None:
    citation = cited(language=language, identifiers=(("udc", "351/354"), ("bbk", "67.401"), ("urn", "urn:nbn:de:101:1-2")))
    assert gost.full(citation).text.endswith(f"urn:nbn:de:101:1-2. {said}")
    assert "351/354" not in gost.short(citation).text

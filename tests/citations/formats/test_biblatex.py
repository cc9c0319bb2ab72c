"""BibLaTeX: what differs from BibTeX; the rest is in test_tex."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from catalogues import Citations, golden
from library.catalogue.dates import Issued
from library.citations.citation import Citation, Sibling
from library.citations.formats import biblatex
from tex_reader import plain, read, read_names


def fields(citation: Citation) -> dict[str, str]:
    [entry] = read(biblatex.entry(citation))
    return {name: plain(value.value) for name, value in entry.fields_dict.items()}


def sibling(key: str, language: str, relation: str = "other-language") -> Sibling:
    return Sibling(key, language, "Title", relation, "", f"https://library.example/{key}/")


def test_the_small_catalogue_gives_the_golden_file() -> None:
    expected, made = golden("library.biblatex.bib")
    assert made == expected


@pytest.mark.parametrize(
    ("key", "type_"),
    [("harrow2021pay", "article"), ("harrow2022public", "book"), ("ministry2018third-en", "report"), ("scshndnorway", "report")],
)
def test_an_entry_has_the_type_of_its_kind(small_citations: Citations, key: str, type_: str) -> None:
    assert biblatex.entry(small_citations[key]).startswith(f"@{type_}{{{key},\n")


@pytest.mark.parametrize(
    ("issued", "date"), [(Issued(2019), "2019"), (Issued(2019, 5), "2019-05"), (Issued(2019, 5, 3), "2019-05-03"), (Issued(45), "0045")]
)
def test_a_date_is_edtf_as_precise_as_known(one_citation: Callable[..., Citation], issued: Issued, date: str) -> None:
    made = fields(one_citation(issued=issued))
    assert made["date"] == date
    assert {"year", "month"} & set(made) == set()


def test_the_journal_of_an_article_is_named(small_citations: Citations) -> None:
    made = fields(small_citations["harrow2021pay"])
    assert [made[name] for name in ("journaltitle", "volume", "number", "pages", "issn", "location")] == [
        "Sample Journal of Civil Service",
        "5",
        "2",
        "11--31",
        "1234-5679",
        "Nur-Sultan",
    ]


def test_the_series_of_a_report_is_told_in_a_note(small_citations: Citations) -> None:
    # biblatex prints "number" of a report as the report's own.
    made = fields(small_citations["ministry2018third-en"])
    assert (made["type"], made["note"].split(". ")[0], made["pagetotal"], made["isbn"]) == (
        "Survey report",
        "Needs surveys, 3",
        "64",
        "0-00-000000-0",
    )
    assert {"series", "number"} & set(made) == set()


def test_a_series_without_a_number_is_told_alone(one_citation: Callable[..., Citation]) -> None:
    assert fields(one_citation("ministry2018third-en", series_number="", siblings=()))["note"] == "Needs surveys"


def test_the_number_of_a_book_in_its_series_is_kept(one_citation: Callable[..., Citation]) -> None:
    made = fields(one_citation(series="Needs surveys", series_number="3"))
    assert (made["series"], made["number"]) == ("Needs surveys", "3")
    assert "note" not in made


def test_that_the_library_wrote_the_abstract_is_told_in_an_annotation(one_citation: Callable[..., Citation]) -> None:
    assert fields(one_citation(abstract_supplied=True, isbn=()))["annotation"] == "Abstract written by the library"
    assert "annotation" not in fields(one_citation(abstract_supplied=False, isbn=()))


def test_a_second_isbn_is_told_where_biber_takes_it(small_citations: Citations) -> None:
    made = fields(small_citations["harrow2022public"])
    assert (made["isbn"], made["annotation"]) == ("978-1-23456-789-7", "Further ISBN: 978-1-23456-790-3. Abstract written by the library")


def test_others_are_told_as_biber_knows_them(small_citations: Citations) -> None:
    assert "  author = {Harrow, III, Jane Q and Kim, Min-jun and others},\n" in biblatex.entry(small_citations["harrow2022public"])


def test_a_translator_has_a_field(small_citations: Citations) -> None:
    assert read_names(biblatex.entry(small_citations["beisenov2021adep"]), "translator") == [("Сейтова", "Әйгүл Өмірқызы", "")]


def test_the_english_title_is_added_to_another(small_citations: Citations) -> None:
    assert fields(small_citations["beisenov2021etika"])["titleaddon"] == "[Ethics of Civil Servants]"
    assert fields(small_citations["seitova2015world"])["titleaddon"] == "[Public Service of the World]"
    assert "titleaddon" not in fields(small_citations["ministry2018third-en"])


@pytest.mark.parametrize(
    ("language", "key", "langid"),
    [("ru", "russian", "russian"), ("kk", "Kazakh", "kazakh"), ("de", "german", "ngerman"), ("tg", "Tajik", "")],
)
def test_a_language_is_a_key_of_biblatex_or_its_english_name(
    one_citation: Callable[..., Citation], language: str, key: str, langid: str
) -> None:
    made = fields(one_citation(language=language))
    assert (made["language"], made.get("langid", "")) == (key, langid)


def test_a_body_with_and_in_its_name_is_one_institution(small_citations: Citations) -> None:
    assert "  institution = {{Ministry of Labour, Family and Social Protection}},\n" in biblatex.entry(
        small_citations["ministry2018third-en"]
    )


def test_the_licence_is_told(small_citations: Citations) -> None:
    assert fields(small_citations["harrow2022public"])["addendum"] == "Licence: CC-BY-4.0"


def test_what_is_not_known_is_left_out(small_citations: Citations) -> None:
    absent = {"date", "author", "language", "langid", "doi", "isbn", "location", "addendum", "note"}
    assert absent & set(fields(small_citations["scshndnorway"])) == set()


# -- other editions ------------------------------------------------------------------------------


def test_other_editions_are_named_shortly(small_citations: Citations) -> None:
    # biblatex prints the whole reference of what stands in "related" within this one.
    translation, original = fields(small_citations["beisenov2021adep"]), fields(small_citations["beisenov2021etika"])
    assert translation["note"].endswith("Translated from the Russian edition (beisenov2021etika)")
    assert translation["origlanguage"] == "russian"
    assert original["note"].endswith("Translated into Kazakh (beisenov2021adep)")
    assert "origlanguage" not in original


def test_every_other_edition_is_told(one_citation: Callable[..., Citation]) -> None:
    made = fields(one_citation(siblings=(sibling("a-ko", "ko"), sibling("b-ru", "ru", "translation-of"), sibling("c", ""))))
    assert made["note"] == (
        "Also published in Korean (a-ko). Translated from the Russian edition (b-ru). Another edition states no language (c)"
    )


@pytest.mark.parametrize("which", ["small_citations", "real_citations"])
def test_no_entry_needs_another(which: str, request: pytest.FixtureRequest) -> None:
    citations: Citations = request.getfixturevalue(which)
    for citation in citations.values():
        assert {"related", "xref", "crossref", "xdata", "entryset"} & set(fields(citation)) == set()


def test_an_edition_alone_leads_nowhere(small_citations: Citations) -> None:
    made = fields(replace(small_citations["beisenov2021adep"], siblings=()))
    assert {"origlanguage", "note"} & set(made) == set()

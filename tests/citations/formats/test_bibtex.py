"""BibTeX: what differs from BibLaTeX; the rest is in test_tex."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from catalogues import Citations, golden
from library.catalogue.dates import Issued
from library.citations.citation import Citation
from library.citations.formats import bibtex
from tex_reader import field, read, read_names


def test_the_small_catalogue_gives_the_golden_file() -> None:
    expected, made = golden("library.bib")
    assert made == expected


def test_a_month_is_a_macro_and_not_a_text(small_citations: Citations) -> None:
    assert "  month = may,\n" in bibtex.entry(small_citations["seitova2019science-kk"])


@pytest.mark.parametrize(
    ("key", "type_"), [("harrow2021pay", "article"), ("harrow2022public", "book"), ("ministry2018third-en", "techreport")]
)
def test_an_entry_has_the_type_of_its_kind(small_citations: Citations, key: str, type_: str) -> None:
    assert bibtex.entry(small_citations[key]).startswith(f"@{type_}{{{key},\n")


def test_the_number_of_a_book_in_its_series_is_kept(one_citation: Callable[..., Citation]) -> None:
    [entry] = read(bibtex.entry(one_citation(series="Needs surveys", series_number="3")))
    assert (field(entry, "series"), field(entry, "number")) == ("Needs surveys", "3")


def test_the_series_of_a_report_is_told_in_a_note(small_citations: Citations) -> None:
    [entry] = read(bibtex.entry(small_citations["ministry2018third-en"]))
    assert "Needs surveys, 3. 64 pages" in field(entry, "note")
    assert {"series", "number"} & set(entry.fields_dict) == set()


def test_that_the_library_wrote_the_abstract_is_told_where_no_style_prints_it(one_citation: Callable[..., Citation]) -> None:
    [supplied], [printed] = (read(bibtex.entry(one_citation(abstract_supplied=told))) for told in (True, False))
    assert field(supplied, "annote") == "Abstract written by the library"
    assert "annote" not in printed.fields_dict


def test_language_is_told_to_zotero_and_to_biblatex(small_citations: Citations) -> None:
    text = bibtex.entry(small_citations["seitova2015world"])
    assert "  language = {kk},\n  langid = {kazakh},\n" in text


def test_what_is_not_known_is_left_out(small_citations: Citations) -> None:
    [entry] = read(bibtex.entry(small_citations["scshndnorway"]))
    absent = {"year", "month", "author", "language", "langid", "doi", "isbn", "address", "copyright", "note"}
    assert absent & set(entry.fields_dict) == set()


def test_a_translator_has_a_field_and_is_told_in_a_note_which_styles_print(small_citations: Citations) -> None:
    [entry] = read(bibtex.entry(small_citations["delacruz2021guide"]))
    assert "Translated by Kim, Min-jun" in field(entry, "note")
    assert read_names(bibtex.entry(small_citations["delacruz2021guide"]), "translator") == [("Kim", "Min-jun", "")]


@pytest.mark.parametrize(("issued", "day"), [(Issued(2021, 6, 3), "3"), (Issued(2021, 6), None), (Issued(2021), None), (None, None)])
def test_a_day_is_told_where_it_is_known(one_citation: Callable[..., Citation], issued: Issued | None, day: str | None) -> None:
    [entry] = read(bibtex.entry(one_citation(issued=issued)))
    assert (field(entry, "day") if "day" in entry.fields_dict else None) == day


def test_both_isbns_of_a_book_stand_in_one_field(small_citations: Citations) -> None:
    [entry] = read(bibtex.entry(small_citations["harrow2022public"]))
    assert field(entry, "isbn") == "978-1-23456-789-7, 978-1-23456-790-3"


@pytest.mark.parametrize("which", ["small_citations", "real_citations"])
def test_nobody_is_called_others(which: str, request: pytest.FixtureRequest) -> None:
    citations: Citations = request.getfixturevalue(which)
    for citation in citations.values():
        [entry] = read(bibtex.entry(citation))
        if "author" in entry.fields_dict:
            assert not field(entry, "author").endswith(" and others")
        assert (
            "The source names only the first authors" in (field(entry, "note") if "note" in entry.fields_dict else "")
        ) == citation.and_others


def test_the_english_title_is_told_in_a_note(small_citations: Citations) -> None:
    [entry] = read(bibtex.entry(small_citations["beisenov2021etika"]))
    assert field(entry, "note").startswith("In English: [Ethics of Civil Servants]. 48 pages")


@pytest.mark.parametrize(
    ("key", "told"),
    [
        ("beisenov2021adep", "Translated from the Russian edition (beisenov2021etika)"),
        ("beisenov2021etika", "Translated into Kazakh (beisenov2021adep)"),
        ("seitova2019science-kk", "Also published in Russian (seitova2019science-ru)"),
    ],
)
def test_other_editions_are_told_in_a_note(small_citations: Citations, key: str, told: str) -> None:
    [entry] = read(bibtex.entry(small_citations[key]))
    assert field(entry, "note").endswith(told)


def test_the_licence_is_told(small_citations: Citations) -> None:
    assert "  copyright = {CC-BY-4.0},\n" in bibtex.entry(small_citations["harrow2022public"])

"""A form becomes the change that it asks for, checked, and an answer in its language; what is hostile in it stays a text."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from catalogues import ROOT, SpoiltCatalogue
from filling_in import ADDRESS, Fill
from library.asked.answering import Answer, answer, comment
from library.asked.forms import Asked
from library.catalogue.loading import load
from library.catalogue.model import Work
from library.words.problems import ProblemWords

LOCALES = ROOT / "overrides" / "locales"
BOOK = {"title": "Ethics in hard times", "type": "Book", "authors": "Doe, Jane", "year": "2024-05", "languages": "English", "source": "x"}
PAGE = "https://library.example.org/ru/publications/russian-study/"


def answered(copy: SpoiltCatalogue, asked: Asked) -> Answer:
    """The answer, its change carried out."""
    made = answer(asked, load(copy.folder))
    if made.changes is not None:
        made.changes.carry_out()
        assert copy.problems() == []
    return made


def added(copy: SpoiltCatalogue, asked: Asked) -> Work:
    made = answered(copy, asked)
    assert made.changes is not None, made.why
    return load(copy.folder).works[Path(made.record).stem].work


def said(made: Answer) -> str:
    return comment(made, ProblemWords(made.asked.language, LOCALES))


# -- adding ------------------------------------------------------------------------------------------


def test_a_publication_becomes_a_record_whose_source_is_the_issue(catalogue_copy: SpoiltCatalogue, fill: Fill) -> None:
    told = {
        **BOOK,
        "authors": 'Doe, Jane\n"New Bureau"\net al.',
        "languages": "English and Kazakh",
        "identifiers": "ISBN 978-5-699-12014-7, https://doi.org/10.5555/abc.1; no. 12",
        "address": "see https://www.example.org/doc",
        "document": "[doc.pdf](https://github.com/user-attachments/files/1/doc.pdf)",
        "source": "The document itself, p. 2",
    }
    work = added(catalogue_copy, fill("add-publication", **told))
    [edition] = work.editions
    assert (work.type, str(work.issued), work.and_others) == ("book", "2024-05", "yes")
    assert [each.party for each in work.creators] == ["doe-jane", "new-bureau"]
    assert (edition.language, edition.also_in, edition.isbn) == ("en", ("kk",), ("978-5-699-12014-7",))
    assert (edition.doi, edition.address, edition.file) == ("10.5555/abc.1", "https://www.example.org/doc", None)
    assert [each.url for each in work.provenance] == [ADDRESS]
    assert work.note == (
        "identifiers: no. 12",
        "address: see",
        "document: https://github.com/user-attachments/files/1/doc.pdf",
        "source: The document itself, p. 2",
    )


@pytest.mark.parametrize(
    ("language", "answers", "expected"),
    [
        ("ru", {"languages": "казахский и русский", "type": "Книга"}, ("book", "kk", ("ru",))),
        ("kk", {"languages": "қазақ және орыс тілдері", "type": "кітап"}, ("book", "kk", ("ru",))),
        ("kk", {"languages": "орыс тілі", "type": ""}, ("report", "ru", ())),
    ],
)
def test_languages_and_types_are_known_by_their_names(
    catalogue_copy: SpoiltCatalogue, fill: Fill, language: str, answers: dict[str, str], expected: tuple[str, str, tuple[str, ...]]
) -> None:
    work = added(catalogue_copy, fill("add-publication", language, **{**BOOK, **answers, "title": "Этика қызметі"}))
    assert (work.type, work.editions[0].language, work.editions[0].also_in) == expected


def test_a_publication_that_is_there_is_shown_beside(catalogue_copy: SpoiltCatalogue, fill: Fill) -> None:
    made = answered(catalogue_copy, fill("add-publication", "ru", **{**BOOK, "identifiers": "978-1-23456-789-7"}))
    assert made.changes is None
    told = said(made)
    assert "held-book" in told and "```\n" in told


def test_two_people_who_add_the_same_work_are_told_once_the_first_is_in(catalogue_copy: SpoiltCatalogue, fill: Fill) -> None:
    asked = fill("add-publication", **BOOK)
    before = load(catalogue_copy.folder)
    first, second = answer(asked, before), answer(asked, before)
    assert first.changes and second.changes
    # Both are proposed under one name, so that the host refuses to merge the second.
    assert first.record == second.record
    first.changes.carry_out()
    third = answer(asked, load(catalogue_copy.folder))
    assert third.changes is None and "there already" in third.why


# -- mending -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("wrong", "right", "line"),
    [
        ("Этика государственных служащих", "Этика госслужащих", "  ru: Этика госслужащих"),
        ("oaths", "vows", "  en: A study of how vows, codes and training shape conduct."),
        ("2021-06-03", "2021-06-04", "issued: 2021-06-04"),
        ("под редакцией М. Х. де ла Крус", "ред. М. де ла Крус", "    responsibility: ред. М. де ла Крус"),
    ],
)
def test_a_mistake_is_mended_where_it_stands_once(catalogue_copy: SpoiltCatalogue, fill: Fill, wrong: str, right: str, line: str) -> None:
    name = "knowledge-products/russian-study.yml"
    before = catalogue_copy.text(name).splitlines()
    made = answered(catalogue_copy, fill("mistake", page=PAGE, wrong=wrong, right=right, source="the book"))
    assert made.record == f"catalogue/{name}"
    after = catalogue_copy.text(name).splitlines()
    assert [one for one in after if one not in before] == [line]
    assert len(after) == len(before)


@pytest.mark.parametrize(
    ("answers", "why"),
    [
        ({"page": "https://library.example.org/about/"}, "not that of the page of a record"),
        ({"page": "//[::1/publications/russian-study"}, "not that of the page of a record"),
        ({"right": ""}, "does not say what is right"),
        ({"wrong": "nowhere"}, "does not stand in the record"),
        ({"wrong": "beisenov-qairat"}, "does not stand in the record"),
        ({"wrong": "sample-report"}, "does not stand in the record"),
        ({"wrong": "служащих"}, "in several places"),
        ({"wrong": "oaths", "right": "oaths"}, "says so already"),
    ],
)
def test_what_is_not_one_place_in_one_record_is_left_to_people(
    catalogue_copy: SpoiltCatalogue, fill: Fill, answers: dict[str, str], why: str
) -> None:
    made = answered(catalogue_copy, fill("mistake", **{"page": PAGE, "wrong": "oaths", "right": "vows", "source": "x", **answers}))
    assert made.changes is None
    assert why in made.why
    assert "Nothing was changed" in said(made)


def test_what_would_be_wrong_then_is_refused_in_the_readers_language(catalogue_copy: SpoiltCatalogue, fill: Fill) -> None:
    made = answered(catalogue_copy, fill("mistake", "ru", page=PAGE, wrong="2021-06-03", right="2021-66-03", source="x"))
    assert made.changes is None
    [problem] = made.problems
    assert problem.code == "bad-date"
    told = said(made)
    assert "проверка каталога" in told and "подсказка: " in told


@pytest.mark.parametrize(
    ("page", "wrong", "kind"),
    [
        ("/kk/events/sample-forum-2023/", "", "event"),
        ("https://x/lib/journal/10/", "", "issue"),
        ("x/publications/one-window/", "", "work"),
    ],
)
def test_pages_of_every_kind_are_found(catalogue_copy: SpoiltCatalogue, page: str, wrong: str, kind: str) -> None:
    from library.asked.places import page_of

    found = page_of(load(catalogue_copy.folder), page)
    assert found is not None
    assert (found.kind, wrong) == (kind, "")


# -- translating -------------------------------------------------------------------------------------

LANGUAGE = {"en": "Korean", "ru": "Корейский", "kk": "Корей тілі"}


@pytest.mark.parametrize("language", ["en", "ru"])
def test_a_translation_goes_where_there_is_none_and_is_supplied(catalogue_copy: SpoiltCatalogue, fill: Fill, language: str) -> None:
    name = "knowledge-products/russian-study.yml"
    catalogue_copy.replace(name, "  ko: 공무원 윤리\n", "")
    catalogue_copy.replace(name, "  title: [en, ko]\n", "  title: [en]\n")
    asked = fill(
        "translation", language, page=PAGE, language=LANGUAGE[language], original="Ethics of Civil Servants", translation="공무원의 윤리"
    )
    assert answered(catalogue_copy, asked).changes
    work = load(catalogue_copy.folder).works["russian-study"].work
    assert (work.title["ko"], work.supplied.title) == ("공무원의 윤리", ("en", "ko"))


def test_a_better_translation_takes_the_place_of_the_one_that_is_named(catalogue_copy: SpoiltCatalogue, fill: Fill) -> None:
    asked = fill("translation", page=PAGE, language="Korean", original="공무원 윤리", translation="공무원의 윤리")
    assert answered(catalogue_copy, asked).changes
    assert load(catalogue_copy.folder).works["russian-study"].work.title["ko"] == "공무원의 윤리"


@pytest.mark.parametrize(
    ("answers", "why"),
    [
        ({"language": "Klingon"}, "none of the site's languages"),
        ({"original": "Ethics of Civil Servants"}, "other words in that language"),
        ({"original": "Nothing of the kind"}, "neither a title nor a summary"),
        ({"original": ""}, "does not say which text"),
        ({"page": "https://x/events/sample-forum-2023/"}, "not that of a publication"),
    ],
)
def test_a_translation_of_nothing_that_is_known_is_left_to_people(
    catalogue_copy: SpoiltCatalogue, fill: Fill, answers: dict[str, str], why: str
) -> None:
    told = {"page": PAGE, "language": "Korean", "original": "공무원 윤리", "translation": "윤리", **answers}
    made = answered(catalogue_copy, fill("translation", **told))
    assert made.changes is None
    assert why in made.why


# -- what is hostile ---------------------------------------------------------------------------------

HOSTILE = [
    "<script>alert(1)</script> $(touch pwned) `touch pwned` ${{ github.token }} Ethics",
    "Ethics\n::set-output name=x::y\n::error::z\n```\n</details>\n# Ethics @everyone #1\n~~~",
    "a: b\n- c: [d, *e, &f]\n---\nid: other\n---\nEthics: |\n  x",
    "\u202eEthics\u2066 \u200b\u00ad of ../../etc/passwd",
    "=HYPERLINK(1) %(name)s {0} Ethics\n\n### Year\n\n1999",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_text_stays_a_text(catalogue_copy: SpoiltCatalogue, fill: Fill, text: str) -> None:
    before = {path.relative_to(catalogue_copy.folder) for path in catalogue_copy.folder.rglob("*")}
    told = {**BOOK, "title": text, "authors": text, "source": text, "identifiers": text, "address": text, "year": text, "document": text}
    made = answered(catalogue_copy, fill("add-publication", "kk", **told))
    new = {path.relative_to(catalogue_copy.folder).as_posix() for path in catalogue_copy.folder.rglob("*")} - {
        each.as_posix() for each in before
    }
    if made.changes is not None:
        [name] = new
        assert re.fullmatch(r"knowledge-products/[a-z0-9-]+\.yml", name)
        assert "<script" not in catalogue_copy.text(name)
    else:
        assert made.why and not new
    answer_ = said(made)
    assert not re.search(r"^::|<script|(?<!\u200b)@everyone|\$\{\{ |^# |^~~~", answer_, re.MULTILINE)
    outside = re.sub(r"`catalogue/[\w./-]+`", "", answer_)
    assert "`" not in re.sub(r"^`{3,}$", "", outside, flags=re.MULTILINE)


@pytest.mark.parametrize("name", ["title", "authors", "source"])
def test_a_text_as_long_as_the_host_takes_is_answered(catalogue_copy: SpoiltCatalogue, fill: Fill, name: str) -> None:
    made = answered(catalogue_copy, fill("add-publication", **{**BOOK, name: "word; " * 10_000}))
    assert len(said(made)) < 60_000


def test_remarks_and_problems_are_told_in_the_forms_language(catalogue_copy: SpoiltCatalogue, fill: Fill) -> None:
    told = {**BOOK, "authors": "John Roe", "type": "thing", "languages": "English, Klingon", "document": "https://example.org/a.pdf"}
    for language, words in (("ru", "Спасибо"), ("kk", "Рақмет")):
        made = answer(fill("add-publication", language, **told), load(catalogue_copy.folder))
        text = said(made).partition("\n")[2]
        assert words in text
        assert not re.search(r"\b(the|and|is|no|of|it)\b", text)

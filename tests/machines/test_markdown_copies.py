"""Copies of works in Markdown, read back by python-markdown, and llms.txt by the rules of its page."""

from __future__ import annotations

import re
from typing import Any

import markdown
import pytest
from awkward import texts
from catalogues import SpoiltCatalogue
from hypothesis import example, given
from library.catalogue.catalogue import Catalogue
from library.catalogue.figures import as_shown
from library.catalogue.loading import load
from library.machines.markdown_copies import NEWEST, MarkdownCopies, path_of, plain
from lxml import html


def read(text: str) -> Any:
    return html.document_fromstring(markdown.markdown(text, extensions=["footnotes", "tables", "sane_lists"]))


def copies(harvested: Any, language: str = "en") -> MarkdownCopies:
    return MarkdownCopies(harvested.labels(language), harvested.site)


@given(texts())
@example("# 1. *A* _b_ `c` [d](e) <f> &amp; \\ ![g]")
@example("- a + b: 50 % of_all <script>alert(1)</script>")
def test_text_is_shown_as_it_is(text: str) -> None:
    shown = read(f"- label: {plain(text)}").xpath("string(//li)")
    assert shown.split() == f"label: {text}".split()
    assert not read(f"- label: {plain(text)}").xpath("//li//*")


def test_every_work_has_one_copy_with_all_its_titles(small: Any) -> None:
    made = copies(small)
    for placed in small.catalogue.works.values():
        file = made.work(placed)
        assert file.path == f"{placed.address}/{placed.work.id}.md"
        page = read(file.text)
        shown = " ".join(page.text_content().split())
        for text in (*placed.work.title.values(), *placed.work.summary.values()):
            assert " ".join(text.split()) in shown
        for edition in placed.work.editions:
            assert edition.citation_key in shown
        assert len(page.xpath("//h1")) == 1


def test_what_is_not_known_is_said_to_be_not_stated(small: Any) -> None:
    text = copies(small).work(small.catalogue.works["unknown-year"]).text
    assert "- Date of issue: not stated" in text


def test_a_supplied_title_stands_in_brackets_and_the_words_are_those_of_the_first_language(small: Any) -> None:
    placed = next(placed for placed in small.catalogue.works.values() if "kk" in placed.work.supplied.title)
    assert f"- Казахский: \\[{plain(placed.work.title['kk'])}\\]" in copies(small, "ru").work(placed).text


def test_a_withdrawn_work_says_so(small: Any) -> None:
    placed = next(placed for placed in small.catalogue.works.values() if placed.work.withdrawn)
    assert "Withdrawn on " in copies(small).work(placed).text


def test_texts_of_case_studies_are_whole_and_their_footnotes_apart(small: Any) -> None:
    catalogue = small.catalogue
    held = {work_id for work_id, _ in catalogue.texts}
    assert held
    for work_id in held:
        text = copies(small).work(catalogue.works[work_id]).text
        for (owner, language), own in catalogue.texts.items():
            if owner == work_id:
                noted = re.sub(r"\[\^", f"[^{language}-", as_shown(own.strip(), catalogue.figures.get(owner, ())))
                assert re.sub(r"^(#{1,4} )", r"##\1", noted, flags=re.MULTILINE) in text
        notes = re.findall(r"^\[\^([^\]]+)\]:", text, re.MULTILINE)
        assert len(notes) == len(set(notes))


def test_llms_names_the_library_its_lists_and_its_newest_works(small: Any) -> None:
    file = copies(small).llms()
    lines = file.text.split("\n")
    assert (file.path, lines[0][:2], lines[2][:2]) == ("llms.txt", "# ", "> ")
    links = re.findall(r"^- \[(.+?)\]\((https://[^)]+)\)(?:: .+)?$", file.text, re.MULTILINE)
    assert len(links) == sum(line.startswith("- ") for line in lines)
    assert {f"{small.site.url}new/", f"{small.site.url}themes/", f"{small.site.url}api/v1/index.json"} < {url for _, url in links}
    named = [url for _, url in links if url.endswith(".md")]
    assert len(named) == min(NEWEST, len(small.catalogue.offered))
    assert set(named) <= {f"{small.site.url}{path_of(placed)}" for placed in small.catalogue.offered}


def test_llms_of_an_empty_library_names_no_work(harvest_of: Any, empty: Catalogue) -> None:
    assert ".md)" not in copies(harvest_of(empty)).llms().text


@pytest.mark.parametrize("written", ["[a](b)", "*a* `b`", "1\\. # x"])
def test_a_title_never_becomes_markup(catalogue_copy: SpoiltCatalogue, harvest_of: Any, written: str) -> None:
    catalogue_copy.replace("knowledge-products/russian-study.yml", "en: Ethics of Civil Servants", f"en: '{written}'")
    placed = load(catalogue_copy.folder).works["russian-study"]
    page = read(copies(harvest_of(load(catalogue_copy.folder))).work(placed).text)
    assert page.xpath("string(//h1)") in (written, f"[{written}]")
    assert not page.xpath("//h1/*")

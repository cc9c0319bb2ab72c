"""Withdrawn works: gone from lists, feeds, search, exports and sitemaps, or, where another stands in their place, marked there;
their pages say why and lead on."""

from __future__ import annotations

import json
import re

import pytest
from catalogues import SpoiltCatalogue
from lxml import html
from projects import Project, project

pytestmark = pytest.mark.slow

MISTAKE, SUPERSEDED, RETRACTED, OLD = "aelem-public-service", "gylym-and-government", "pay-and-ethics", "withdrawn-report"
TEXT = "one-window"
"""A case study whose text, with a figure, was published here."""
ALL = (MISTAKE, SUPERSEDED, RETRACTED, OLD, TEXT)
GONE = (MISTAKE, RETRACTED, OLD, TEXT)
"""Those in whose place nothing stands."""
ISSUE = "journal/issues/10.yml"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The small catalogue with works withdrawn for each reason; its strict build says that no link leads nowhere."""
    made = project(tmp_path_factory.mktemp("withdrawn"))
    copy = SpoiltCatalogue(made.folder / "catalogue")
    copy.append(f"knowledge-products/{MISTAKE}.yml", "withdrawn:\n  on: 2026-05-01\n  because: mistake\n")
    copy.replace(f"case-studies/{TEXT}.md", "type: case-study\n", "type: case-study\nwithdrawn: {on: 2026-05-04, because: mistake}\n")
    copy.append(
        f"knowledge-products/{SUPERSEDED}.yml",
        "withdrawn:\n  on: 2026-05-02\n  because: superseded\n  replaced_by: russian-study\n  reason:\n    ru: Вышло новое исследование.\n",
    )
    copy.replace(ISSUE, "  - id: pay-and-ethics\n", "  - id: pay-and-ethics\n    withdrawn: {on: 2026-05-03, because: retracted}\n")
    made.build()
    return made


def text(built: Project, path: str) -> str:
    return (built.folder / "site" / path).read_text("utf-8")


def notice(built: Project, path: str) -> html.HtmlElement:
    [found] = html.document_fromstring(text(built, f"{path}/index.html")).find_class("lib-notice")
    return found


@pytest.mark.parametrize("prefix", ["", "ru/", "kk/", "ko/"])
def test_only_their_own_pages_and_the_machines_record_name_them(built: Project, prefix: str) -> None:
    pages = [
        path for path in built.tree() if path.startswith(prefix) and path.endswith(("index.html", ".xml", ".bib", ".ris", ".csv", ".json"))
    ]
    own = re.compile(
        rf"(?:^|/)(?:{'|'.join(ALL)})/|^api/|^resourcesync/|first-year|^search/|(?:^|/)events/sample-forum-2023/"
    )  # the event of which it came out
    named = [path for path in pages if not own.search(path) and any(f"/{work}/" in text(built, path) for work in GONE)]
    assert named == []


def test_a_withdrawn_text_is_not_shown_nor_its_figures(built: Project) -> None:
    assert [path for path in built.tree() if path.startswith(f"publications/{TEXT}/") and path.endswith(".webp")] == []
    page, copy = text(built, f"publications/{TEXT}/index.html"), text(built, f"publications/{TEXT}/{TEXT}.md")
    assert "data-book" not in page and 'id="text-' not in page and "#text-" not in page
    assert "## Text" not in copy and "## Editions" in copy


@pytest.mark.parametrize(("prefix", "word"), [("", "Withdrawn"), ("ru/", "Отозвана"), ("kk/", "Қайтарып алынған"), ("ko/", "철회됨")])
def test_an_event_marks_what_came_out_of_it_and_was_withdrawn(built: Project, prefix: str, word: str) -> None:
    page = html.document_fromstring(text(built, f"{prefix}events/sample-forum-2023/index.html"))
    [line] = [link.getparent() for link in page.iter("a") if (link.get("href") or "").endswith(f"/publications/{TEXT}/")]
    assert word in line.text_content()


def test_search_knows_none_of_them(built: Project) -> None:
    addresses = json.loads(text(built, "search/index/addresses.json"))["addresses"]
    assert [address.rpartition("/")[2] for address in addresses if address.rpartition("/")[2] in ALL] == [SUPERSEDED]


MARKS = {"": "Superseded", "ru/": "Заменена другой", "kk/": "Орнына басқасы келген", "ko/": "다른 출판물로 대체됨"}


@pytest.mark.parametrize("prefix", MARKS)
def test_a_work_that_another_replaced_stays_in_lists_with_a_mark(built: Project, prefix: str) -> None:
    page = html.document_fromstring(text(built, f"{prefix}years/2019/index.html"))
    [card] = [card for card in page.find_class("lib-card") if f"/{SUPERSEDED}/" in card.find(".//a").get("href")]
    assert [mark.text for mark in card.find_class("lib-replaced")] == [MARKS[prefix]]
    assert not card.find_class("lib-readable")
    lines = html.document_fromstring(text(built, f"{prefix}titles/index.html")).find_class("lib-titles")
    [line] = [line for found in lines for line in found.iter("li") if f"/{SUPERSEDED}/" in line.find(".//a").get("href")]
    assert MARKS[prefix] in line.text_content()
    assert f">{MARKS[prefix]}: " in re.sub(r"[\[\]]", "", text(built, f"{prefix}feed.xml"))
    assert f"/{prefix}publications/{SUPERSEDED}/" in text(built, f"sitemap{'-' + (prefix or 'en/')[:-1]}.xml")


def test_the_work_in_its_place_names_it(built: Project) -> None:
    found = notice(built, "publications/russian-study")
    assert found.text_content().split(":")[0].strip() == "It replaces a publication that was withdrawn"
    assert [link.get("href") for link in found.iter("a")] == [f"../../publications/{SUPERSEDED}/"]


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("exports/library.bib", "Superseded on 2026-05-02; in its place: [Ethics"),
        ("exports/library.ris", "Superseded on 2026-05-02; in its place: "),
        ("exports/library.json", "Superseded on 2026-05-02; in its place: "),
        ("exports/library.csv", "superseded,beisenov2021etika"),
        ("exports/library.marc.xml", "Superseded on 2026-05-02; in its place: "),
        ("exports/oai.xml", "Superseded on 2026-05-02; in its place: "),
    ],
)
def test_whole_exports_hold_it_and_say_what_stands_in_its_place(built: Project, path: str, told: str) -> None:
    whole = text(built, path)
    assert "eitova2019science" in whole or SUPERSEDED in whole
    assert told.split("[")[0] in whole
    assert "Published by mistake" not in whole and MISTAKE not in whole


def test_programs_are_told_of_both_works(built: Project) -> None:
    old, new = (text(built, f"publications/{work}/index.html") for work in (SUPERSEDED, "russian-study"))
    assert '"creativeWorkStatus":"Superseded"' in old and '"http://purl.org/dc/terms/isReplacedBy":{' in old
    assert '"http://purl.org/dc/terms/replaces":[{' in new and 'name="DCTERMS.replaces"' in new and 'name="DCTERMS.isReplacedBy"' in old
    assert 'rel="successor-version"' in old and 'rel="predecessor-version"' in new
    assert 'relationType="IsObsoletedBy"' in text(built, f"publications/{SUPERSEDED}/{SUPERSEDED}.datacite.xml")
    assert 'relationType="Obsoletes"' in text(built, "publications/russian-study/russian-study.datacite.xml")
    record = json.loads(text(built, f"api/v1/works/{SUPERSEDED}.json"))
    assert record["withdrawn"]["replaced_by"] == "russian-study"
    assert json.loads(text(built, "api/v1/works/russian-study.json"))["replaces"] == [SUPERSEDED]


def test_harvesters_keep_the_description_of_a_replaced_work_and_of_no_other(built: Project) -> None:
    resources, changes = text(built, "resourcesync/resourcelist.xml"), text(built, "resourcesync/changelist.xml")
    assert f"/{SUPERSEDED}.datacite.xml" in resources and f"/{MISTAKE}.datacite.xml" not in resources
    assert re.search(rf'/{MISTAKE}\.datacite\.xml</loc>.*?change="deleted"', changes)


@pytest.mark.parametrize(("work", "told"), [(MISTAKE, "[Қайтарып алынды: "), (SUPERSEDED, "[Заменено "), (OLD, "[Withdrawn 2024")])
def test_every_reference_says_so(built: Project, work: str, told: str) -> None:
    page = html.document_fromstring(text(built, f"publications/{work}/index.html"))
    references = [
        "".join(each.find("p").itertext()).strip()
        for each in page.find_class("lib-reference")
        if each.get("data-style") and not each.find_class("lib-unknown")
    ]
    assert references and all(each.endswith("]") and " [" in each for each in references)
    assert any(told in each for each in references)


def test_each_page_says_what_happened(built: Project) -> None:
    assert notice(built, f"publications/{MISTAKE}").text_content() == "Withdrawn on 1 May 2026: it was published here by mistake."
    assert notice(built, f"journal/10/{RETRACTED}").text_content() == "Withdrawn on 3 May 2026: those who published it took it back."
    assert notice(built, f"publications/{OLD}").text_content() == "Withdrawn on 1 May 2024. Replaced by a new edition."


def test_a_superseded_work_leads_on_and_a_reason_is_marked_with_its_language(built: Project) -> None:
    found = notice(built, f"publications/{SUPERSEDED}")
    assert found.text_content() == (
        "Withdrawn on 2 May 2026: another publication has replaced it. Вышло новое исследование. In its place: [Ethics of Civil Servants]"
    )
    assert [span.get("lang") for span in found.iter("span")] == ["ru"]
    assert [link.get("href") for link in found.iter("a")] == ["../../publications/russian-study/"]
    assert [span.get("lang") for span in notice(built, f"ru/publications/{SUPERSEDED}").iter("span")] == [None]


def test_a_list_that_would_hold_withdrawn_works_alone_is_not_there_and_not_led_to(built: Project) -> None:
    assert not (built.folder / "site" / "years" / "2013").exists()
    head = html.document_fromstring(text(built, f"publications/{OLD}/index.html")).find_class("lib-kind")[0]
    assert [link.get("href") for link in head.iter("a")] == []
    assert "2013" in head.text_content()


def test_an_issue_counts_the_articles_that_it_offers(built: Project) -> None:
    page = html.document_fromstring(text(built, "journal/10/index.html"))
    cards = page.find_class("lib-card")
    assert page.find_class("lib-total")[0].text_content().endswith(f"{len(cards)} articles")
    assert len(cards) == 3


def test_a_tombstone_is_made_anew_when_a_list_comes_or_goes_or_the_other_title_changes(built: Project) -> None:
    catalogue = SpoiltCatalogue(built.folder / "catalogue")
    catalogue.replace("knowledge-products/russian-study.yml", "en: Ethics of Civil Servants", "en: Ethics in Office")
    catalogue.replace("knowledge-products/long-title.yml", "issued: 2017-10-20", "issued: 2013")
    built.build()
    assert "[Ethics in Office]" in notice(built, f"publications/{SUPERSEDED}").text_content()
    built.build("anew", kept=False, anew=True)
    here, there = built.tree(), built.tree("anew")
    assert [path for path in sorted(here.keys() | there.keys()) if here.get(path) != there.get(path)] == []

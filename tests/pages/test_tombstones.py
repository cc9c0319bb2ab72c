"""Withdrawn works: gone from lists, feeds, search, exports and sitemaps; their pages say why and lead on."""

from __future__ import annotations

import json
import re

import pytest
from catalogues import SpoiltCatalogue
from lxml import html
from projects import Project, project

pytestmark = pytest.mark.slow

MISTAKE, SUPERSEDED, RETRACTED, OLD = "aelem-public-service", "gylym-and-government", "pay-and-ethics", "withdrawn-report"
ALL = (MISTAKE, SUPERSEDED, RETRACTED, OLD)
ISSUE = "journal/issues/10.yml"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The small catalogue with works withdrawn for each reason; its strict build says that no link leads nowhere."""
    made = project(tmp_path_factory.mktemp("withdrawn"))
    copy = SpoiltCatalogue(made.folder / "catalogue")
    copy.append(f"knowledge-products/{MISTAKE}.yml", "withdrawn:\n  on: 2026-05-01\n  because: mistake\n")
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
    own = re.compile(rf"(?:^|/)(?:{'|'.join(ALL)})/|^api/|^resourcesync/|first-year|^search/")
    named = [path for path in pages if not own.search(path) and any(f"/{work}/" in text(built, path) for work in ALL)]
    assert named == []


def test_search_knows_none_of_them(built: Project) -> None:
    addresses = json.loads(text(built, "search/index/addresses.json"))["addresses"]
    assert addresses and not [address for address in addresses if address.rpartition("/")[2] in ALL]


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

"""The pages of events, alliances, projects and learning resources, printed one by one: every record has one, and every link leads to a page there is."""

from __future__ import annotations

import pytest
from library.catalogue.catalogue import Catalogue
from library.catalogue.checks.addresses import pages as known_pages
from library.pages import events, groupings, learning
from library.press.output import OutputFile
from library.press.shells import BASE
from lxml import html
from stamped import read, shop_of


def printed(catalogue: Catalogue) -> list[OutputFile]:
    """All pages of the kinds in every language."""
    shop = shop_of(catalogue)
    made = [*events.pages(shop.stampers), *groupings.pages(shop.stampers), *learning.pages(shop.stampers)]
    for stamper in shop.stampers:
        made += [events.page(stamper, filed) for filed in catalogue.of_kind("event").values()]
        made += [events.list_page(stamper, found) for found in shop.library.indexes.events.values()]
        made += [learning.page(stamper, filed) for filed in catalogue.of_kind("learning").values()]
        made += [groupings.page(stamper, filed) for kind in groupings.KINDS for filed in catalogue.of_kind(kind).values()]
    return made


@pytest.fixture(scope="module")
def small_pages(small_catalogue: Catalogue) -> dict[str, html.HtmlElement]:
    return {file.path.removesuffix("index.html").strip("/"): read(file) for file in printed(small_catalogue)}


@pytest.mark.costly
def test_every_record_has_a_page_in_every_language(small_pages: dict[str, html.HtmlElement], small_catalogue: Catalogue) -> None:
    for records in small_catalogue.filed.values():
        for filed in records.values():
            assert {f"{prefix}{filed.address}" for prefix in ("", "ru/", "kk/", "ko/")} <= set(small_pages)


def test_every_link_leads_to_a_page_of_the_register(small_pages: dict[str, html.HtmlElement], small_catalogue: Catalogue) -> None:
    known = set(known_pages(small_catalogue))
    for path, page in small_pages.items():
        prefix = path.split("/")[0] if path.split("/")[0] in ("ru", "kk", "ko") else ""
        for href in page.xpath("//body//a[not(@download) and not(@rel)]/@href"):
            target = href.removeprefix(BASE).strip("/")
            if target.endswith((".ics", ".xml", ".csv", ".json")):
                continue
            below = target.removeprefix(prefix).strip("/") if prefix else target
            assert below in known, (path, href)


def test_a_page_marks_texts_in_another_language(small_pages: dict[str, html.HtmlElement]) -> None:
    [heading] = small_pages["ko/events/bare-event"].iter("h1")
    assert (heading.text_content(), heading.get("lang")) == ("Собрание без подробностей", "ru")
    [heading] = small_pages["alliances/bare-alliance"].iter("h1")
    assert (heading.text_content(), heading.get("lang")) == ("[Еще один альянс]", "ru")


def test_no_page_shows_signs_as_markup(small_pages: dict[str, html.HtmlElement]) -> None:
    [heading] = small_pages["events/sample-forum-2023"].iter("h1")
    assert heading.text_content().startswith('Forum "A & B; {C}, D\\E": 100 %')
    assert not [path for path, page in small_pages.items() if page.xpath("//body//script | //*[@style] | //*[@onclick]")]


def test_a_library_without_such_records_has_no_such_page(kept_catalogue: Catalogue) -> None:
    assert printed(kept_catalogue) == []


@pytest.mark.costly
def test_every_page_of_the_library_itself_is_printed(real_catalogue: Catalogue) -> None:
    number = sum(len(records) for records in real_catalogue.filed.values())
    made = {file.path for file in printed(real_catalogue)}
    assert len([path for path in made if not path.startswith(("ru/", "kk/", "ko/"))]) >= number

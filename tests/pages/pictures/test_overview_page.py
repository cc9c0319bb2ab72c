"""The page of pictures as a whole: links, names, tables, weight, words of records."""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable

import pytest
from catalogues import SpoiltCatalogue
from library.catalogue.catalogue import Catalogue
from library.catalogue.indexes import index
from library.catalogue.loading import load
from lxml import etree
from overview_page import LANGUAGES, OverviewPage, render, terms

Overview = Callable[[str, str], OverviewPage]
PARAMETERS = {"theme": "themes", "country": "countries", "type": "types", "language": "languages"}


@pytest.mark.parametrize("which", ["small", "real"])
def test_every_link_leads_to_a_list_that_exists(
    overview: Overview, which: str, small_catalogue: Catalogue, real_catalogue: Catalogue
) -> None:
    catalogue = {"small": small_catalogue, "real": real_catalogue}[which]
    shelves = index(catalogue).shelves
    lists = {shelf.path for of_facet in shelves.values() for shelf in of_facet.values()} | {"publications", "years"}
    lists |= {placed.address for placed in catalogue.offered}  # which name a concern
    page = overview(which, "en")
    for link in page.tree.xpath("//a[starts-with(@href, '../')][not(ancestor::nav[@class='lib-crumbs'])][not(ancestor::header)]"):
        address = link.get("href")
        if "search/" in address:
            asked = dict(pair.split("=") for pair in terms(address))
            works = [{placed.work.id for placed in shelves[PARAMETERS[name]][value].works} for name, value in asked.items()]
            assert set.intersection(*works), address
        else:
            assert "/".join(terms(address)) in lists, address


def test_ids_are_unique_and_links_within_the_page_lead_somewhere(overview: Overview) -> None:
    page = overview("kept", "ko")
    ids = page.tree.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {link[1:] for link in page.tree.xpath("//a/@href") if link.startswith("#")} <= set(ids)
    assert set(re.findall(r'aria-labelledby="([^"]+)"', page.text)) <= set(ids)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_link_of_a_drawing_has_a_name_first(overview: Overview, language: str) -> None:
    links = overview("kept", language).tree.xpath("//svg//a")
    assert len(links) > 150
    for link in links:
        assert link[0].tag == "title" and link[0].text.strip(), link.get("href")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_table_has_a_caption_and_heads_with_their_scope(overview: Overview, language: str) -> None:
    tables = overview("kept", language).tree.xpath("//details//table")
    assert len(tables) == 6
    for table in tables:
        assert table.xpath("string(caption)").strip()
        assert all(head.get("scope") in ("col", "row", "colgroup") for head in table.xpath(".//th"))
        assert {len(row.xpath("./th|./td")) for row in table.xpath("./tbody/tr")} == {
            sum(int(cell.get("colspan", 1)) for cell in table.xpath("./thead/tr[1]/th"))
        }


@pytest.mark.parametrize("language", LANGUAGES)
def test_drawings_are_well_formed(overview: Overview, language: str) -> None:
    for drawing in re.findall(r"<svg.*?</svg>", overview("real", language).text, re.DOTALL):
        etree.fromstring(drawing)


def test_words_of_records_stay_text(catalogue_copy: SpoiltCatalogue) -> None:
    awkward = "K & \"z\" < 5 > 'x' {{ y }} %(z)s"
    for name, label in (("countries", "en: Kazakhstan,"), ("themes", "en: Digitalisation\n")):
        text = catalogue_copy.text(f"vocabularies/{name}.yml")
        assert label in text
        quoted = "en: '" + awkward.replace("'", "''") + "'"
        catalogue_copy.write(f"vocabularies/{name}.yml", text.replace(label, quoted + label[-1], 1))
    page = render(load(catalogue_copy.folder), "en")
    assert page.tree.xpath("//details//th/a/text()").count(awkward) == 3, "as a country twice, as a theme once"
    titles = page.tree.xpath("//svg//a/title/text()")
    assert f"{awkward}: 5 publications" in titles
    assert f"{awkward}, {awkward}: 2 publications" in titles


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_is_light(overview: Overview, language: str) -> None:
    data = overview("kept", language).text.encode()
    assert len(data) < 180_000 and len(gzip.compress(data, mtime=0)) < 22_000


def test_the_matrix_shows_thirty_countries_and_says_so(overview: Overview, small_catalogue: Catalogue) -> None:
    countries = {code for placed in small_catalogue.works.values() for code in placed.work.coverage.countries}
    assert len(countries) > 40
    matrix = overview("small", "en").view.matrix
    assert matrix and sum(len(block.rows) for block in matrix.blocks) == 30
    assert matrix.cut == f"The 30 countries with the most publications, of {len(countries)}."


def test_years_long_past_are_stated_beside_the_chart(catalogue_copy: SpoiltCatalogue) -> None:
    records = sorted(catalogue_copy.folder.glob("knowledge-products/*.yml"))
    dated = next(path for path in records if re.search(r"^issued: ", path.read_text("utf-8"), re.MULTILINE))
    dated.write_text(re.sub(r"^issued: .*$", "issued: 1991", dated.read_text("utf-8"), flags=re.MULTILINE), "utf-8")
    chart = render(load(catalogue_copy.folder), "en").view.timelines[0]
    assert len(chart.bars) == 20
    early = chart.beside[0]
    assert (early.name, early.number, early.path) == ("1991 and earlier", 1, "years/")

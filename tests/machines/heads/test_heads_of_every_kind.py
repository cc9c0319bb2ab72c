"""Heads of works of every kind, read back by others' parsers."""

from __future__ import annotations

from typing import Any

from catalogues import IN_WHOLES, KINDS_OF_WORKS, citations_of_every_kind
from library.catalogue.catalogue import Catalogue
from library.machines.heads.described import schema_type
from made_heads import by_html_metadata, graph, heads, page_of


def test_heads_say_what_a_work_stands_in(every_kind: Catalogue) -> None:
    made, of_all = citations_of_every_kind(every_kind), heads(every_kind)
    pages = {key: page_of(of_all, every_kind.works[citation.work], "en") for key, citation in made.items()}
    read_back = dict(zip(pages, by_html_metadata([page.html for page in pages.values()]), strict=True))
    titles = ("journal_title", "inbook_title")
    assert {
        key: next(read_back[key]["highwirePress"][name] for name in titles if name in read_back[key]["highwirePress"]) for key in IN_WHOLES
    } == IN_WHOLES
    assert read_back["kim2021training"]["highwirePress"]["conference_title"] == "한국행정학회 하계학술대회"
    assert read_back["seitova2017oqytu"]["highwirePress"]["dissertation_institution"] == "Үлгі институты"
    # Zotero would take a law or a video with Highwire tags for an article.
    assert "citation_title" not in pages["law2015"].head
    assert '<meta name="z:itemType" content="statute">' in pages["law2015"].head


def test_json_ld_nests_issue_volume_and_journal(every_kind: Catalogue) -> None:
    of_all = heads(every_kind)
    works = {name: _work(graph(page_of(of_all, every_kind.works[name], "en").html)) for name in KINDS_OF_WORKS}
    assert {name: work["@type"] for name, work in works.items()} == {
        name: schema_type(every_kind, every_kind.works[name]) for name in KINDS_OF_WORKS
    }
    part_of = works["article-elsewhere"]["isPartOf"]
    assert (part_of["issueNumber"], part_of["isPartOf"]["volumeNumber"]) == ("3", "12")
    assert part_of["isPartOf"]["isPartOf"] == {"@type": "Periodical", "name": IN_WHOLES["beisenov2019podgotovka"], "issn": ["2049-3630"]}
    assert works["chapter-in-record"]["isPartOf"]["@id"].endswith("/publications/held-book/#work")
    assert works["doctoral-thesis"]["inSupportOf"] == "Философия докторы (PhD) диссертациясы"


def _work(found: dict[str, dict[str, Any]]) -> dict[str, Any]:
    return next(node for address, node in found.items() if address.endswith("/#work"))

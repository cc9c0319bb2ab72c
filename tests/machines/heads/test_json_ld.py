"""JSON-LD, read back by extruct and html-metadata, and held against schema.org's own terms."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest
from awkward import texts
from catalogues import SMALL
from hypothesis import example, given
from hypothesis import strategies as st
from library.catalogue.catalogue import Catalogue
from library.machines.heads import Heads
from library.machines.heads.described import schema_type
from library.machines.heads.elements import in_script
from library.words.labels import Link
from lxml import html
from made_heads import LANGUAGES, SITE, TRAIL, Page, document, graph, heads, page_of

_THING = {"name", "alternateName", "description", "identifier", "sameAs", "url"}
_WORK = _THING | {
    "about",
    "abstract",
    "author",
    "contributor",
    "creativeWorkStatus",
    "dateModified",
    "datePublished",
    "editor",
    "encoding",
    "encodingFormat",
    "exampleOfWork",
    "funder",
    "funding",
    "genre",
    "inLanguage",
    "isAccessibleForFree",
    "isPartOf",
    "keywords",
    "license",
    "mainEntity",
    "publisher",
    "sdLicense",
    "sdPublisher",
    "spatialCoverage",
    "sponsor",
    "translationOfWork",
    "translator",
    "workExample",
    "workTranslation",
}
_ARTICLE = _WORK | {"pageStart", "pageEnd"}
_PAGE = _WORK | {"breadcrumb"}
PROPERTIES = {
    "Article": _ARTICLE,
    "ScholarlyArticle": _ARTICLE,
    "Report": _ARTICLE,
    "Book": _WORK | {"isbn", "numberOfPages"},
    "CreativeWork": _WORK,
    "MediaObject": _WORK | {"contentUrl", "contentSize", "sha256"},
    "WebPage": _PAGE,
    "AboutPage": _PAGE,
    "CollectionPage": _PAGE,
    "ProfilePage": _PAGE,
    "WebSite": _WORK | {"issn"},
    "DataCatalog": _WORK,
    "Periodical": _WORK | {"issn"},
    "PublicationVolume": _WORK | {"volumeNumber"},
    "PublicationIssue": _WORK | {"issueNumber"},
    "CreativeWorkSeries": _WORK | {"issn"},
    "BookSeries": _WORK | {"issn"},
    "Person": _THING | {"familyName", "givenName", "honorificSuffix"},
    "Organization": _THING,
    "Country": _THING,
    "Place": _THING,
    "Grant": _THING | {"funder"},
    "DefinedTerm": _THING | {"inDefinedTermSet"},
    "PropertyValue": _THING | {"propertyID", "value"},
    "BreadcrumbList": _THING | {"itemListElement"},
    "ListItem": _THING | {"position", "item"},
}
"""Properties that a type has by https://schema.org/, as far as we use them."""


def typed(value: Any) -> Iterator[dict[str, Any]]:
    """Every object with a type, however deep."""
    if isinstance(value, dict):
        if "@type" in value:
            yield value
        for part in value.values():
            yield from typed(part)
    elif isinstance(value, list):
        for part in value:
            yield from typed(part)


def references(value: Any) -> Iterator[str]:
    """Ids that are only named, not told of."""
    if isinstance(value, dict):
        if set(value) == {"@id"}:
            yield value["@id"]
        for part in value.values():
            yield from references(part)
    elif isinstance(value, list):
        for part in value:
            yield from references(part)


def work_and_edition(page: Page) -> tuple[dict[str, Any], dict[str, Any]]:
    nodes = graph(page.html)
    return nodes[f"{page.citation.url}#work"], nodes[f"{page.citation.url}#{page.citation.anchor}"]


def other_heads(made: Heads, language: str) -> list[str]:
    """The head of a page of each kind that is no work's."""
    return [
        made.home(language, "t"),
        made.page("about", language, "t", "AboutPage"),
        made.page("titles", language, "t", trail=TRAIL),
        made.journal(language, "t"),
        *(made.issue(issue, language, "t", TRAIL) for issue in made.catalogue.issues.values()),
        *(made.party(party, f"people/{party}", language, "t", TRAIL) for party in made.catalogue.vocabularies["parties"]),
        *(
            made.term(facet, term, f"{facet}/{term.lower()}", language, "t", TRAIL)
            for facet in ("themes", "countries", "regions", "series", "languages", "types")
            for term in made.catalogue.vocabularies[facet]
        ),
    ]


# -- a work ------------------------------------------------------------------------------------


def test_titles_authors_date_and_language_are_the_records(read_pages: list[tuple[Page, dict[str, Any]]]) -> None:
    for page, found in read_pages:
        citation = page.citation
        nodes = {node["@id"]: node for node in found["jsonLd"]["@graph"]}
        edition = nodes[f"{citation.url}#{citation.anchor}"]
        assert edition["name"] == citation.bare_title
        assert edition.get("datePublished", "") == str(citation.issued or "")
        assert edition.get("inLanguage", "") == citation.language
        authors = [nodes[author["@id"]] for author in edition.get("author", [])]
        assert [author["@id"] for author in authors] == [f"{SITE.url}people/{name.party}/#party" for name in citation.authors]
        for author, name in zip(authors, citation.authors):
            spellings = [author["name"], *author.get("alternateName", [])]
            assert any(all(part in spelling for part in (name.literal, name.family, name.given)) for spelling in spellings)
        texts = [nodes[f"{citation.url}#work"]["name"], *nodes[f"{citation.url}#work"].get("alternateName", [])]
        own = {edition.language: edition.title for edition in page.placed.work.editions if edition.title}
        expected = {**page.placed.work.title, **{tag: title for tag, title in own.items() if tag == citation.title_language}}
        assert {text["@language"] for text in texts} == set(expected)


def test_extruct_reads_what_html_metadata_reads(read_pages: list[tuple[Page, dict[str, Any]]]) -> None:
    for page, found in read_pages[::7]:
        assert graph(page.html) == {node["@id"]: node for node in found["jsonLd"]["@graph"]}


def test_every_property_is_one_that_the_type_has(all_pages: list[Page], small_heads: Heads) -> None:
    graphs = [graph(page.html) for page in all_pages] + [graph(document(head)) for head in other_heads(small_heads, "kk")]
    for nodes in graphs:
        for node in typed(list(nodes.values())):
            kinds = node["@type"] if isinstance(node["@type"], list) else [node["@type"]]
            known = set().union(*(PROPERTIES[kind] for kind in kinds))
            assert {name for name in node if not name.startswith("@")} <= known, node["@type"]


def test_what_a_graph_names_it_also_tells_of_or_another_page_does(all_pages: list[Page]) -> None:
    elsewhere = re.compile(re.escape(SITE.url) + r"(#library|people/[a-z0-9-]+/#party)")
    for page in all_pages:
        nodes = graph(page.html)
        missing = set(references(list(nodes.values()))) - set(nodes)
        # Every edition is told of on the page in the default language, to which its id leads (see the next test).
        editions = set() if page.language == LANGUAGES[0] else {each["@id"] for each in nodes[f"{page.citation.url}#work"]["workExample"]}
        assert {name for name in missing if not elsewhere.fullmatch(name)} <= editions


def test_pages_in_all_languages_tell_the_same_of_a_work_and_of_the_edition_that_each_describes(
    small_catalogue: Catalogue, small_heads: Heads
) -> None:
    for placed in small_catalogue.works.values():
        pages = [page_of(small_heads, placed, language) for language in LANGUAGES]
        graphs = [graph(page.html) for page in pages]
        for nodes, language in zip(graphs, LANGUAGES):
            own = nodes.pop(f"{SITE.address(placed.address, language)}#page")
            assert own["inLanguage"] == language
            assert own["mainEntity"] == {"@id": f"{SITE.url}{placed.address}/#work"}
        landing = f"{SITE.url}{placed.address}/#"
        editions = {name for name in graphs[0] if name.startswith(landing)} - {f"{landing}work"}
        assert len(editions) == len(placed.work.editions)
        for page, nodes in zip(pages[1:], graphs[1:]):
            described = f"{page.citation.url}#{page.citation.anchor}"
            assert nodes == {name: node for name, node in graphs[0].items() if name not in editions or name == described}


def test_a_translation_and_its_original_name_each_other(small_page: Callable[..., Page]) -> None:
    nodes = graph(small_page("russian-study").html)
    landing = "https://library.example.org/publications/russian-study/"
    original, translation = nodes[f"{landing}#edition-ru"], nodes[f"{landing}#edition-kk"]
    assert original["workTranslation"] == [{"@id": f"{landing}#edition-kk"}]
    assert translation["translationOfWork"] == {"@id": f"{landing}#edition-ru"}
    assert [node["exampleOfWork"]["@id"] for node in (original, translation)] == [f"{landing}#work"] * 2
    assert translation["translator"] == [{"@id": f"{SITE.url}people/seitova-aigul/#party"}]
    assert "translator" not in original


def test_a_held_document_is_described_and_free(small_page: Callable[..., Page]) -> None:
    page = small_page("held-book")
    work, edition = work_and_edition(page)
    data = (SMALL / "files" / "held-book.en.pdf").read_bytes()
    assert work["@type"] == edition["@type"] == "Book"
    assert edition["encoding"]["contentUrl"] == "https://library.example.org/publications/held-book/held-book.en.pdf"
    assert edition["encoding"]["contentSize"] == f"{len(data)} B"
    assert edition["encoding"]["sha256"] == page.citation.document.sha256
    assert edition["isAccessibleForFree"] is True
    assert (edition["isbn"], edition["numberOfPages"]) == (["978-1-23456-789-7", "978-1-23456-790-3"], 579)
    assert edition["sameAs"] == ["https://doi.org/10.5555/sample.2022"]


def test_nothing_is_called_free_that_cannot_be_read_here(all_pages: list[Page]) -> None:
    for page in all_pages:
        _, edition = work_and_edition(page)
        assert edition.get("isAccessibleForFree", False) == bool(page.citation.document or page.citation.read_here)


def test_an_article_is_part_of_an_issue_of_a_volume_of_the_journal(small_page: Callable[..., Page]) -> None:
    page = small_page("pay-and-ethics")
    nodes = graph(page.html)
    work, edition = work_and_edition(page)
    assert (work["@type"], edition["pageStart"], edition["pageEnd"]) == ("ScholarlyArticle", "11", "31")
    way = [work]
    while "isPartOf" in way[-1]:
        way.append(nodes[way[-1]["isPartOf"]["@id"]])
    assert [node["@type"] for node in way[1:]] == ["PublicationIssue", "PublicationVolume", "Periodical"]
    assert way[-1]["issn"] == ["1234-5679"]
    assert {"@language": "ru", "@value": "Примерный журнал государственной службы"} in way[-1]["name"]


def test_an_article_whose_issue_is_not_known_is_part_of_the_journal(small_page: Callable[..., Page]) -> None:
    work, _ = work_and_edition(small_page("unplaced-article"))
    assert work["isPartOf"] == {"@id": f"{SITE.url}journal/#journal"}


def test_people_have_their_identifiers(small_page: Callable[..., Page]) -> None:
    nodes = graph(small_page("russian-study", "kk").html)
    person = nodes[f"{SITE.url}people/beisenov-qairat/#party"]
    assert (person["@type"], person["sameAs"]) == ("Person", ["https://isni.org/isni/0000000121032683"])
    assert {"Кайрат Омарович Бейсенов", "Қайрат Өмірұлы Бейсенов"} == {person["name"], *person["alternateName"]}
    body = nodes[f"{SITE.url}people/sample-institute/#party"]
    assert (body["@type"], body["sameAs"]) == ("Organization", ["https://ror.org/05dxps055", "https://viaf.org/viaf/123456789"])


def test_a_name_is_printed_in_its_bearers_order(small_page: Callable[..., Page]) -> None:
    nodes = graph(small_page("held-book").html)
    assert nodes[f"{SITE.url}people/kim-min-jun/#party"]["name"] == "Kim Min-jun"
    assert nodes[f"{SITE.url}people/harrow-jane/#party"]["name"] == "Jane Q Harrow III"


def test_a_summary_of_the_library_is_a_description_and_no_abstract(read_pages: list[tuple[Page, dict[str, Any]]]) -> None:
    told = set()
    for page, found in read_pages:
        citation = page.citation
        nodes = {node["@id"]: node for node in found["jsonLd"]["@graph"]}
        edition = nodes[f"{citation.url}#{citation.anchor}"]
        name, other = ("description", "abstract") if citation.abstract_supplied else ("abstract", "description")
        if not citation.abstract:
            assert not {name, other} & edition.keys()
            continue
        told.add(name)
        assert edition[name] == {"@language": citation.abstract_language, "@value": citation.abstract}
        assert other not in edition
    assert told == {"description", "abstract"}


def test_the_number_in_a_series_is_no_number_of_the_report(small_page: Callable[..., Page]) -> None:
    work, edition = work_and_edition(small_page("ministry-survey"))
    assert work["isPartOf"]["name"] == "Needs surveys"
    assert edition["@type"] == "Report"
    assert "reportNumber" not in small_page("ministry-survey").head


def test_the_descriptions_are_free_of_any_right(small_page: Callable[..., Page], small_heads: Heads) -> None:
    work, _ = work_and_edition(small_page("held-book"))
    library = graph(document(small_heads.home("en", "t")))[f"{SITE.url}#library"]
    assert work["sdLicense"] == library["sdLicense"] == "https://creativecommons.org/publicdomain/zero/1.0/"


def test_a_withdrawn_work_says_so(small_page: Callable[..., Page]) -> None:
    work, edition = work_and_edition(small_page("withdrawn-report"))
    assert work["creativeWorkStatus"] == "Withdrawn"
    assert "encoding" not in edition


def test_a_profile_without_a_document_is_about_its_country(small_page: Callable[..., Page]) -> None:
    work, _ = work_and_edition(small_page("unknown-year"))
    assert work["@type"] == "CreativeWork"
    assert "https://library.example.org/countries/no/#term" in [about["@id"] for about in work["about"]]


def test_nothing_depends_on_the_day_of_the_build(all_pages: list[Page]) -> None:
    assert [page.url for page in all_pages if "sdDatePublished" in page.head] == []


def test_the_way_to_a_page_leads_through_its_section(small_page: Callable[..., Page]) -> None:
    page = small_page("held-book", "ko")
    steps = graph(page.html)[f"{page.url}#page"]["breadcrumb"]["itemListElement"]
    assert [step["position"] for step in steps] == [1, 2, 3]
    assert [step["item"] for step in steps] == [
        "https://library.example.org/ko/journal/",
        "https://library.example.org/ko/journal/17/",
        page.url,
    ]
    assert steps[-1]["name"] == page.placed.work.title["ko"]


# -- other pages -------------------------------------------------------------------------------


def test_a_persons_page_is_a_profile_with_all_spellings(small_heads: Heads) -> None:
    head = small_heads.party("beisenov-qairat", "people/beisenov-qairat", "kk", "t")
    nodes = graph(document(head))
    person = nodes[f"{SITE.url}people/beisenov-qairat/#party"]
    assert nodes[f"{SITE.url}kk/people/beisenov-qairat/#page"]["@type"] == "ProfilePage"
    assert person["name"] == "Kairat O. Beissenov"
    assert person["alternateName"] == ["Кайрат Омарович Бейсенов", "Қайрат Өмірұлы Бейсенов"]


def test_a_bodys_page_has_its_name_in_the_pages_language_and_its_former_names(small_heads: Heads) -> None:
    nodes = graph(document(small_heads.party("sample-hub", "people/sample-hub/2", "kk", "t")))
    body = nodes[f"{SITE.url}people/sample-hub/#party"]
    assert body["name"] == "Үлгі мемлекеттік қызмет хабы"
    assert {"Sample Civil Service Hub", "Sample Regional Hub of Civil Service", "SCSH"} <= set(body["alternateName"])
    assert body["name"] not in body["alternateName"]


def test_an_issue_of_old_has_the_journals_old_title(small_heads: Heads) -> None:
    nodes = graph(document(small_heads.issue(small_heads.catalogue.issues["1"], "en", "t")))
    journal = nodes[f"{SITE.url}journal/#journal"]
    assert {"@language": "en", "@value": "Journal of the Sample Regional Hub"} in journal["alternateName"]
    assert nodes[f"{SITE.url}journal/1/#issue"]["isPartOf"] == {"@id": f"{SITE.url}journal/#journal"}


def test_an_issue_stands_in_its_volume(small_heads: Heads) -> None:
    nodes = graph(document(small_heads.issue(small_heads.catalogue.issues["10"], "en", "t")))
    issue = nodes[f"{SITE.url}journal/10/#issue"]
    assert (issue["issueNumber"], issue["datePublished"]) == ("2", "2021-12-15")
    volume = nodes[issue["isPartOf"]["@id"]]
    assert (volume["volumeNumber"], volume["isPartOf"]) == ("5", {"@id": f"{SITE.url}journal/#journal"})


# -- safety ------------------------------------------------------------------------------------

HOSTILE = "</script><script>alert(1)</script><!-- ]]> &lt;/script&gt; \u2028\u2029 \\u003c <!--<script>"


@pytest.mark.costly
@given(st.recursive(texts(60), lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts(20), inner, max_size=3)))
@example(HOSTILE)
@example({HOSTILE: [HOSTILE]})
def test_nothing_leaves_the_script(value: object) -> None:
    text = in_script(value)
    assert not re.search("[<>&\u2028\u2029]", text)
    assert json.loads(text) == value


@given(text=texts())
@example(text=HOSTILE)
def test_any_text_is_read_back_and_the_script_closes_once(small_heads: Heads, text: str) -> None:
    placed = small_heads.catalogue.works["russian-study"]
    head = small_heads.work(placed, "ko", text, [Link(text, "journal")])
    tree = html.document_fromstring(document(head))
    [script] = tree.xpath("//script")
    own = json.loads(script.text)["@graph"][0]
    assert own["name"] == own["breadcrumb"]["itemListElement"][0]["name"] == text
    assert head.count("</script") == head.count("<script") == 1
    assert head.endswith("</script>\n")


@pytest.mark.parametrize("title", [HOSTILE, '"><script>alert(1)</script>', "' onload='alert(1)"])
def test_a_hostile_record_stays_text(small_catalogue: Catalogue, title: str) -> None:
    placed = small_catalogue.works["held-book"]
    work = placed.work.model_copy(update={"title": dict.fromkeys(LANGUAGES, title), "summary": dict.fromkeys(LANGUAGES, title)})
    made = page_of(heads(small_catalogue), replace(placed, work=work), "en")
    tree = html.document_fromstring(made.html)
    assert len(tree.xpath("//script")) == 1
    assert tree.xpath('//meta[@name="citation_title"]/@content') == [title]
    assert {name for element in tree.iter() for name in element.attrib} <= {
        "name",
        "content",
        "lang",
        "rel",
        "href",
        "type",
        "property",
        "charset",
    }
    _, edition = work_and_edition(made)
    assert edition["name"] == title


def test_every_type_of_the_vocabulary_has_one_of_schema_org(kept_catalogue: Catalogue) -> None:
    assert {schema_type(kept_catalogue, placed) for placed in kept_catalogue.works.values()} == {
        "ScholarlyArticle",
        "Article",
        "Report",
        "Book",
        "CreativeWork",
    }

"""DataCite records, held against the rules of metadata schema 4.6."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from awkward import texts
from catalogues import Citations, SpoiltCatalogue
from deposit_files import GOLDEN, deposits, golden_deposits, with_issns, with_summary
from hypothesis import example, given
from library.catalogue.catalogue import Catalogue, Placed
from library.catalogue.dates import Issued
from library.catalogue.loading import load
from library.catalogue.names import Name
from library.citations.citation import Citation
from library.citations.deposits import datacite
from lxml import etree
from rules import DATACITE, DATACITE_NAMESPACE, LANG, violations

NAMES = {"d": DATACITE_NAMESPACE}
INVERSE = {"HasTranslation": "IsTranslationOf", "IsTranslationOf": "HasTranslation", "IsVariantFormOf": "IsVariantFormOf"}


def valid(text: str) -> etree._Element:
    root = etree.fromstring(text.encode())
    assert list(violations(root, DATACITE, DATACITE_NAMESPACE)) == []
    return root


def said(root: etree._Element, path: str) -> list[str]:
    """Texts of the elements, or values of the attributes, at a path."""
    return [str(found) if isinstance(found, str) else found.text for found in root.xpath(path, namespaces=NAMES)]


def editions(catalogue: Catalogue) -> Iterator[tuple[Placed, Citation, etree._Element]]:
    made = deposits(catalogue)
    for placed in catalogue.works.values():
        for citation in made.citing.of_work(placed):
            if placed.issued:
                yield placed, citation, valid(made.datacite_edition(placed, citation))


@pytest.fixture(scope="session")
def record(small_catalogue: Catalogue, small_citations: Citations):
    """Makes the record of an edition of the small catalogue whose citation says the given."""

    def make(key: str = "harrow2022public", **fields: object) -> etree._Element:
        citation = replace(small_citations[key], **fields)
        return valid(datacite.edition(small_catalogue, small_catalogue.works[citation.work], citation))

    return make


# -- whole files -----------------------------------------------------------------------------


@pytest.mark.parametrize("name", [name for name in golden_deposits() if name.startswith("datacite")])
def test_the_small_catalogue_gives_the_golden_files(name: str) -> None:
    assert golden_deposits()[name] == (GOLDEN / name).read_bytes().decode()


def test_every_work_is_valid(either_catalogue: Catalogue) -> None:
    made = deposits(either_catalogue)
    for placed in either_catalogue.works.values():
        if placed.issued:
            assert placed.work.id in said(valid(made.datacite(placed)), "//d:alternateIdentifier")


def test_every_edition_has_an_identifier_of_its_own(either_catalogue: Catalogue) -> None:
    identifiers = [said(root, "d:identifier")[0] for _, _, root in editions(either_catalogue)]
    assert len(set(identifiers)) == len(identifiers)


def test_nothing_pretends_to_have_a_doi(either_catalogue: Catalogue) -> None:
    for _, citation, root in editions(either_catalogue):
        kind = said(root, "d:identifier/@identifierType")
        assert kind == (["DOI"] if citation.doi else ["URL"])
        assert said(root, "d:identifier")[0].startswith(citation.doi or citation.url)


def test_every_pair_of_editions_is_linked_in_both_directions(either_catalogue: Catalogue) -> None:
    links = {}
    pairs = 0
    for placed, _, root in editions(either_catalogue):
        [own] = said(root, "d:identifier")
        related = root.xpath("d:relatedIdentifiers/d:relatedIdentifier", namespaces=NAMES)
        links.update({(own, other.text): other.get("relationType") for other in related})
        pairs += len(placed.work.editions) - 1
    assert pairs == len(links) > 0
    for (one, other), relation in links.items():
        assert links[other, one] == INVERSE[relation]


def descriptions(root: etree._Element) -> list[tuple[str, str, str]]:
    """Language, kind and text of each description."""
    return [(one.get(LANG), one.get("descriptionType"), one.text) for one in root.iter(f"{{{DATACITE_NAMESPACE}}}description")]


def test_summaries_are_in_every_language_of_the_site_and_those_of_the_library_no_abstracts(either_catalogue: Catalogue) -> None:
    for placed, citation, root in editions(either_catalogue):
        found = descriptions(root)
        assert {language: text for language, _, text in found} == placed.work.summary
        assert [language for language, kind, _ in found if kind == "Other"] == [
            language for language, _, _ in found if language in placed.work.supplied.summary
        ]
        assert {kind for _, kind, _ in found} <= {"Abstract", "Other"}
        assert found[0] == (citation.abstract_language, "Other" if citation.abstract_supplied else "Abstract", citation.abstract)


@pytest.mark.parametrize(
    ("supplied", "kinds"),
    [
        ((), ["Abstract"] * 4),
        (("en",), ["Other"] + ["Abstract"] * 3),
        (("kk", "ko"), ["Abstract", "Abstract", "Other", "Other"]),
        (("en", "ru", "kk", "ko"), ["Other"] * 4),
    ],
)
def test_only_a_summary_of_the_document_itself_is_an_abstract(
    small_catalogue: Catalogue, supplied: tuple[str, ...], kinds: list[str]
) -> None:
    catalogue = with_summary(small_catalogue, "pay-and-ethics", supplied=supplied)
    found = descriptions(valid(deposits(catalogue).datacite(catalogue.works["pay-and-ethics"])))
    assert [(language, kind) for language, kind, _ in found] == list(zip(("en", "ru", "kk", "ko"), kinds))


def test_an_issn_needs_no_medium_here(small_catalogue: Catalogue) -> None:
    catalogue = with_issns(small_catalogue, ("1234-5679",))
    root = valid(deposits(catalogue).datacite(catalogue.works["pay-and-ethics"]))
    assert said(root, "//d:relatedItemIdentifier[@relatedItemIdentifierType='ISSN']") == ["1234-5679"]


# -- what the schema asks for and nobody knows -----------------------------------------------


def test_an_unknown_author_is_said_to_be_unavailable(small_catalogue: Catalogue) -> None:
    unsigned = [root for placed, _, root in editions(small_catalogue) if not placed.work.creators]
    assert unsigned
    assert {tuple(said(root, "//d:creatorName")) for root in unsigned} == {("(:unav)",)}


def test_authors_whom_the_source_leaves_out_are_said_to_be_more(record) -> None:
    assert said(record("harrow2021pay"), "//d:creatorName")[-1] == "(:etal)"


def test_a_work_of_an_unknown_year_has_no_record(small_catalogue: Catalogue) -> None:
    assert deposits(small_catalogue).datacite(small_catalogue.works["unknown-year"]) is None


def test_an_unknown_publisher_is_said_to_be_unavailable(record) -> None:
    assert said(record(publisher="", publishing=None), "d:publisher") == ["(:unav)"]


# -- which edition a work's record describes --------------------------------------------------


def test_a_work_is_described_by_its_first_edition(small_catalogue: Catalogue) -> None:
    made = deposits(small_catalogue)
    for placed in small_catalogue.works.values():
        first = made.citing.of_work(placed)[0]
        assert made.datacite(placed) == (made.datacite_edition(placed, first) if placed.issued else None)


def test_a_work_whose_first_edition_is_a_translation_is_described_by_the_original(catalogue_copy: SpoiltCatalogue) -> None:
    name = "knowledge-products/russian-study.yml"
    catalogue_copy.replace(name, "    translation_of: ru\n", "")
    catalogue_copy.replace(name, "    language: ru\n", "    language: ru\n    translation_of: kk\n")
    catalogue = load(catalogue_copy.folder)
    root = valid(deposits(catalogue).datacite(catalogue.works["russian-study"]))
    assert said(root, "d:language") == ["kk"]
    assert said(root, "//d:relatedIdentifier/@relationType") == ["HasTranslation"]


def test_a_translation_of_a_translation_leads_to_the_original(catalogue_copy: SpoiltCatalogue) -> None:
    name = "knowledge-products/awkward-characters.yml"
    catalogue_copy.replace(name, "    language: ko\n", "    language: ko\n    translation_of: ru\n")
    catalogue_copy.replace(name, "    language: en\n", "    language: en\n    translation_of: ko\n")
    catalogue = load(catalogue_copy.folder)
    root = valid(deposits(catalogue).datacite(catalogue.works["awkward-characters"]))
    assert said(root, "d:language") == ["ru"]
    assert sorted(said(root, "//d:relatedIdentifier/@relationType")) == ["HasTranslation", "IsVariantFormOf"]


# -- one field at a time ----------------------------------------------------------------------


@given(text=texts())
@example(text="</title><title>")
@example(text="]]>&amp;--&#38;")
def test_any_text_is_read_back(record, text: str) -> None:
    root = record(title=text, abstract=text, publisher=text)
    assert said(root, "d:titles/d:title")[0] == text
    assert said(root, "d:descriptions/d:description")[0] == text
    assert said(root, "d:publisher") == [text]


@given(family=texts(max_size=60), given_name=texts(max_size=60))
def test_any_name_is_read_back(record, family: str, given_name: str) -> None:
    root = record("harrow2021pay", authors=(Name(family, given_name), Name(literal=family), Name(family)))
    assert said(root, "//d:creatorName")[:3] == [f"{family}, {given_name}", family, family]
    assert said(root, "//d:creator/d:familyName") == [family, family]
    assert said(root, "//d:creator/d:givenName") == [given_name]


def test_persons_and_bodies_are_told_apart(either_catalogue: Catalogue) -> None:
    parties = either_catalogue.vocabularies["parties"]
    for placed, _, root in editions(either_catalogue):
        kinds = [{"person": "Personal", "body": "Organizational"}[parties[creator.party].kind] for creator in placed.work.creators]
        assert said(root, "//d:creatorName/@nameType") == kinds


def test_identifiers_of_names_are_addresses(record) -> None:
    assert said(record("harrow2021pay"), "//d:nameIdentifier[@nameIdentifierScheme='ORCID']") == ["https://orcid.org/0000-0002-1825-0097"]
    assert said(record("beisenov2021etika"), "//d:nameIdentifier[@nameIdentifierScheme='ISNI']") == [
        "https://isni.org/isni/0000000121032683"
    ]
    assert said(record("beisenov2021etika"), "d:publisher/@publisherIdentifier") == ["https://ror.org/05dxps055"]


def test_a_supplied_title_keeps_its_brackets_only_where_it_is_the_title(small_catalogue: Catalogue) -> None:
    for placed, citation, root in editions(small_catalogue):
        first, *others = root.xpath("d:titles/d:title", namespaces=NAMES)
        assert (first.text, first.get("titleType")) == (citation.title, None)
        assert {other.get(LANG): other.text for other in others} == {
            language: text for language, text in placed.work.title.items() if language != citation.title_language
        }
        assert {other.get("titleType") for other in others} <= {"TranslatedTitle"}


def test_a_translator_belongs_to_the_translation(record) -> None:
    assert said(record("beisenov2021etika"), "//d:contributor/@contributorType") == ["Editor"]
    assert said(record("beisenov2021adep"), "//d:contributor/@contributorType") == ["Translator", "Editor"]


def test_a_funder_has_a_place_of_its_own(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.replace(
        "knowledge-products/russian-study.yml",
        "issuer: sample-institute\n",
        "  - party: sample-institute\n    role: funder\nissuer: sample-institute\n",
    )
    catalogue = load(catalogue_copy.folder)
    root = valid(deposits(catalogue).datacite(catalogue.works["russian-study"]))
    assert said(root, "//d:funderName") == ["Примерный институт"]
    assert said(root, "//d:funderIdentifier[@funderIdentifierType='ROR']") == ["https://ror.org/05dxps055"]
    assert said(root, "//d:contributor/@contributorType") == ["Editor"]


def test_a_work_of_a_project_names_each_funder_with_its_award(small_catalogue: Catalogue) -> None:
    root = valid(deposits(small_catalogue).datacite(small_catalogue.works["held-book"]))
    references = root.findall(".//{*}fundingReference")
    told = [[reference.findtext(f"{{*}}{name}") for name in ("awardNumber", "awardTitle")] for reference in references]
    assert told == [["ML-7", "Support to the Sample Hub & Others"], [None, "Support to the Sample Hub & Others"]]
    assert "Hub" in references[1].findtext("{*}funderName")


@pytest.mark.parametrize(("issued", "expected"), [(Issued(2019), "2019"), (Issued(2019, 5), "2019-05"), (Issued(2019, 5, 3), "2019-05-03")])
def test_a_date_is_as_precise_as_known(record, issued: Issued, expected: str) -> None:
    root = record(issued=issued)
    assert said(root, "//d:date[@dateType='Issued']") == [expected]
    assert said(root, "d:publicationYear") == ["2019"]


def test_days_of_the_library_are_told_to_be_such(record) -> None:
    root = record("beisenov2021etika")
    assert said(root, "//d:date[@dateType='Available']") == ["2026-11-22"]
    assert said(root, "//d:date[@dateType='Updated']") == ["2026-12-01"]
    assert said(root, "//d:date/@dateInformation") == ["Added to the library", "Record revised"]


def test_a_withdrawn_work_says_when(small_catalogue: Catalogue) -> None:
    placed = small_catalogue.works["withdrawn-report"]
    root = valid(deposits(small_catalogue).datacite(placed))
    assert said(root, "//d:date[@dateType='Withdrawn']") == [str(placed.work.withdrawn.on)]


def test_the_journal_of_an_article_is_a_related_item(record) -> None:
    [item] = record("harrow2021pay").xpath("//d:relatedItem", namespaces=NAMES)
    assert (item.get("relatedItemType"), item.get("relationType")) == ("Journal", "IsPublishedIn")
    assert said(item, ".//text()[normalize-space()]") == [
        "1234-5679",
        "Sample Journal of Civil Service",
        "2021",
        "5",
        "2",
        "11",
        "31",
        "Sample Civil Service Hub",
    ]


@pytest.mark.parametrize(
    ("key", "kind", "words"),
    [
        ("harrow2021pay", "JournalArticle", "Article"),
        ("oneill2021review", "JournalArticle", "Book review"),
        ("harrow2022public", "Book", "Book"),
        ("beisenov2021etika", "Report", "Research paper"),
    ],
)
def test_a_record_has_the_type_of_its_kind(record, key: str, kind: str, words: str) -> None:
    root = record(key)
    assert (said(root, "d:resourceType/@resourceTypeGeneral"), said(root, "d:resourceType")) == ([kind], [words])


def test_a_held_document_gives_size_and_format(record) -> None:
    root = record("beisenov2021etika")
    assert said(root, "//d:format") == ["application/pdf"]
    assert said(root, "//d:size")[0] == "48 pages"
    assert said(record("beisenov2021adep"), "//d:format") == []


def test_a_licence_is_an_spdx_id(record) -> None:
    root = record("beisenov2021etika")
    assert said(root, "//d:rights/@rightsIdentifier") == ["CC-BY-4.0"]
    assert said(root, "//d:rights/@rightsURI") == ["https://creativecommons.org/licenses/by/4.0/"]
    assert said(record("beisenov2021adep"), "//d:rights") == []

"""Crossref deposits, held against Crossref's schema with the network off."""

from __future__ import annotations

import re
from functools import cache

import pytest
from awkward import texts
from catalogues import SpoiltCatalogue
from deposit_files import GOLDEN, MEDIA, SCHEMAS, UNTOLD, Saying, deposits, golden_deposits, with_issns, with_summary
from hypothesis import example, given
from library.catalogue.catalogue import Catalogue
from library.catalogue.dates import Issued
from library.catalogue.loading import load
from library.catalogue.names import Name
from library.citations.deposits import crossref
from lxml import etree

FOLDER = SCHEMAS / "crossref-5.3.1"
NAMES = {
    "c": crossref.NAMESPACE,
    "jats": "http://www.ncbi.nlm.nih.gov/JATS1",
    "rel": "http://www.crossref.org/relations.xsd",
    "fr": "http://www.crossref.org/fundref.xsd",
    "ai": "http://www.crossref.org/AccessIndicators.xsd",
}
ARTICLE = "harrow2021pay"


class _Local(etree.Resolver):
    """Gives the one schema that is imported by its address on the web."""

    def resolve(self, system_url: str, public_id: str, context: object) -> object:
        if system_url.startswith("http"):
            assert system_url.endswith("/mathml3.xsd"), f"{system_url} is not in {FOLDER}"
            return self.resolve_filename(str(FOLDER / "standard-modules" / "mathml3" / "mathml3.xsd"), context)
        return None


@cache
def schema() -> etree.XMLSchema:
    parser = etree.XMLParser(no_network=True)
    parser.resolvers.add(_Local())
    return etree.XMLSchema(etree.parse(FOLDER / f"crossref{crossref.SCHEMA_VERSION}.xsd", parser))


def valid(text: str | None) -> etree._Element:
    assert text is not None
    root = etree.fromstring(text.encode())
    schema().assertValid(root)
    return root


def said(root: etree._Element, path: str) -> list[str]:
    """Texts of the elements, or values of the attributes, at a path."""
    return [str(found) if isinstance(found, str) else found.text for found in root.xpath(path, namespaces=NAMES)]


def comments(root: etree._Element) -> str:
    return "\n".join(said(root, "//comment()"))


# -- whole files -----------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["crossref-1.xml", "crossref-10.xml"])
def test_the_small_catalogue_gives_the_golden_files(name: str) -> None:
    assert golden_deposits()[name] == (GOLDEN / name).read_bytes().decode()


def test_every_issue_is_valid(either_catalogue: Catalogue) -> None:
    made = deposits(either_catalogue)
    for issue in either_catalogue.issues.values():
        valid(made.crossref(issue))


def test_every_doi_of_an_issue_is_deposited_and_no_other(either_catalogue: Catalogue) -> None:
    made = deposits(either_catalogue)
    for issue in either_catalogue.issues.values():
        dois = [edition.doi for article in issue.articles for edition in article.editions if edition.doi]
        assert said(valid(made.crossref(issue)), "//c:doi_data/c:doi") == dois


def test_articles_without_a_doi_are_named(either_catalogue: Catalogue) -> None:
    made = deposits(either_catalogue)
    for issue in either_catalogue.issues.values():
        named = set(re.findall(r"[a-z0-9-]+", comments(valid(made.crossref(issue)))))
        for article in issue.articles:
            assert (article.id in named) == any(not edition.doi for edition in article.editions)


def test_an_issue_without_a_doi_is_valid_and_deposits_nothing(small_catalogue: Catalogue) -> None:
    root = valid(deposits(small_catalogue).crossref(small_catalogue.issues["1"]))
    assert said(root, "//c:journal_issue/c:issue") == ["1"]
    assert root.xpath("//c:doi_data", namespaces=NAMES) == []


def test_an_issue_without_a_date_has_no_file(small_catalogue: Catalogue) -> None:
    assert deposits(small_catalogue).crossref(small_catalogue.issues["1"].model_copy(update={"issued": None})) is None


def test_a_divided_prefix_is_not_crossrefs(small_catalogue: Catalogue) -> None:
    root = valid(crossref.issue(small_catalogue, Saying(small_catalogue, ARTICLE, doi="10.5555.3/a"), small_catalogue.issues["10"]))
    assert said(root, "//c:doi") == []
    assert "pay-and-ethics" in comments(root)


# -- head ------------------------------------------------------------------------------------


def test_without_an_address_the_file_says_so(small_catalogue: Catalogue) -> None:
    root = valid(deposits(small_catalogue).crossref(small_catalogue.issues["10"]))
    [address] = said(root, "//c:email_address")
    assert address.endswith(".invalid")
    assert address in comments(root)


def test_a_configured_address_is_the_depositors(small_catalogue: Catalogue) -> None:
    root = valid(deposits(small_catalogue, email="deposits@library.example").crossref(small_catalogue.issues["10"]))
    assert said(root, "//c:email_address") == ["deposits@library.example"]
    assert "address" not in comments(root)


def test_the_journals_issuer_deposits(small_catalogue: Catalogue) -> None:
    root = valid(deposits(small_catalogue).crossref(small_catalogue.issues["10"]))
    assert said(root, "//c:depositor_name") == said(root, "//c:registrant") == ["Sample Civil Service Hub"]


def test_the_number_of_a_batch_follows_the_last_change(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.replace(
        "journal/issues/10.yml", "    related: [korean-guide]\n", "    related: [korean-guide]\n    revised: 2027-03-09\n"
    )
    catalogue = load(catalogue_copy.folder)
    root = valid(deposits(catalogue).crossref(catalogue.issues["10"]))
    assert said(root, "//c:timestamp") == ["20270309000000"]
    assert said(root, "//c:doi_batch_id") == ["sample-journal-10-2027-03-09"]


# -- the journal and the issue ---------------------------------------------------------------


def test_an_old_issue_has_the_old_title_and_no_abbreviation(small_catalogue: Catalogue) -> None:
    root = valid(deposits(small_catalogue).crossref(small_catalogue.issues["1"]))
    assert said(root, "//c:full_title") == ["Journal of the Sample Regional Hub"]
    assert said(root, "//c:abbrev_title") == []


def test_a_title_that_is_supplied_is_no_title_of_an_issue(small_catalogue: Catalogue) -> None:
    issue = small_catalogue.issues["10"]
    assert said(valid(deposits(small_catalogue).crossref(issue)), "//c:journal_issue/c:titles/c:title") == ["Ethics & Pay"]
    unprinted = issue.model_copy(update={"supplied": issue.supplied.model_copy(update={"title": ("en", "ru", "kk", "ko")})})
    assert said(valid(deposits(small_catalogue).crossref(unprinted)), "//c:journal_issue/c:titles") == []


@pytest.mark.parametrize(("issns", "printed", "electronic", "as_print", "as_electronic", "left_out"), MEDIA)
def test_an_issn_is_deposited_only_with_a_known_medium(
    small_catalogue: Catalogue,
    issns: tuple[str, ...],
    printed: str | None,
    electronic: str | None,
    as_print: list[str],
    as_electronic: list[str],
    left_out: list[str],
) -> None:
    catalogue = with_issns(small_catalogue, issns, printed, electronic)
    root = valid(deposits(catalogue).crossref(catalogue.issues["10"]))
    assert said(root, "//c:issn[@media_type='print']") == as_print
    assert said(root, "//c:issn[@media_type='electronic']") == as_electronic
    assert len(said(root, "//c:issn")) == len(as_print + as_electronic)
    assert [text.strip() for text in said(root, "//c:journal_metadata/comment()")] == ([UNTOLD + ", ".join(left_out)] if left_out else [])


def test_of_a_journal_without_issn_none_is_missed(small_catalogue: Catalogue) -> None:
    catalogue = with_issns(small_catalogue, ())
    root = valid(deposits(catalogue).crossref(catalogue.issues["10"]))
    assert said(root, "//c:issn") == []
    assert "ISSN" not in comments(root)


# -- one article -----------------------------------------------------------------------------


def article(catalogue: Catalogue, **fields: object) -> etree._Element:
    """The only deposited article of the tenth issue, in a valid file, where its citation says the given."""
    root = valid(crossref.issue(catalogue, Saying(catalogue, ARTICLE, **fields), catalogue.issues["10"]))
    [found] = root.xpath("//c:journal_article", namespaces=NAMES)
    return found


@given(text=texts())
@example(text="</title><title>")
@example(text="]]>&amp;--&#38;")
def test_any_title_and_abstract_is_read_back(small_catalogue: Catalogue, text: str) -> None:
    found = article(with_summary(small_catalogue, "pay-and-ethics", supplied=()), title=text, abstract=text)
    assert said(found, "c:titles/c:title") == [text]
    assert said(found, "jats:abstract[@xml:lang='en']/jats:p") == [text]


@pytest.mark.parametrize(
    ("supplied", "expected"),
    [
        (("en", "ru", "kk", "ko"), []),
        (("kk", "ko"), ["en", "ru"]),
        (("en", "kk", "ko"), ["ru"]),
        (("ru",), ["en", "kk", "ko"]),
        ((), ["en", "ru", "kk", "ko"]),
    ],
)
def test_only_abstracts_of_the_document_itself_are_deposited(
    small_catalogue: Catalogue, supplied: tuple[str, ...], expected: list[str]
) -> None:
    catalogue = with_summary(small_catalogue, "pay-and-ethics", supplied=supplied)
    found = article(catalogue)
    assert said(found, "jats:abstract/@xml:lang") == expected
    assert said(found, "jats:abstract/jats:p") == [catalogue.works["pay-and-ethics"].work.summary[language] for language in expected]


def test_the_documents_own_abstract_stands_first(small_catalogue: Catalogue) -> None:
    catalogue = with_summary(small_catalogue, "pay-and-ethics", supplied=("kk",))
    found = article(catalogue, language="ru", abstract="Своя аннотация.", abstract_language="ru")
    assert said(found, "jats:abstract/@xml:lang") == ["ru", "en", "ko"]
    assert said(found, "jats:abstract/jats:p")[0] == "Своя аннотация."


def test_no_summary_of_the_library_is_deposited_as_an_abstract(either_catalogue: Catalogue) -> None:
    made = deposits(either_catalogue)
    for issue in either_catalogue.issues.values():
        deposited = {
            language
            for article in issue.articles
            if any(edition.doi for edition in article.editions)
            for language in article.summary
            if language not in article.supplied.summary
        }
        assert set(said(valid(made.crossref(issue)), "//jats:abstract/@xml:lang")) == deposited


@given(family=texts(max_size=80), given_name=texts(max_size=80), body=texts(max_size=400))
@example(family="O'Neill", given_name="Seán", body="A & B")
@example(family="Мұқтарұлы", given_name="Ә. Ғ.", body="Ministry <of> Labour")
def test_any_name_is_read_back(small_catalogue: Catalogue, family: str, given_name: str, body: str) -> None:
    found = article(small_catalogue, authors=(Name(family, given_name), Name(literal=body)))
    person, organization = found.xpath("c:contributors/*", namespaces=NAMES)
    if person.tag.endswith("person_name"):
        assert (said(person, "c:surname"), said(person, "c:given_name")) == ([family], [given_name])
    else:
        assert person.text == f"{family}, {given_name}"
    assert organization.text == body


def test_a_name_of_letters_stands_by_parts(small_catalogue: Catalogue) -> None:
    found = article(small_catalogue)
    assert said(found, "c:contributors/c:person_name/c:surname") == ["Harrow", "de la Cruz", "Kim"]
    assert said(found, "c:contributors/c:person_name/c:suffix") == ["III"]
    assert said(found, "c:contributors/c:person_name/c:ORCID") == ["https://orcid.org/0000-0002-1825-0097"]


def test_the_first_contributor_alone_is_first(small_catalogue: Catalogue) -> None:
    found = article(small_catalogue, editors=(Name("Baimenov", "Alikhan"),), translators=(Name("Kim"),))
    assert said(found, "c:contributors/*/@sequence") == ["first"] + ["additional"] * 4
    assert said(found, "c:contributors/*/@contributor_role") == ["author"] * 3 + ["editor", "translator"]


def test_unknown_authors_are_left_out(small_catalogue: Catalogue) -> None:
    assert said(article(small_catalogue, authors=()), "c:contributors") == []


@pytest.mark.parametrize(
    ("issued", "parts"), [(Issued(2019), ["2019"]), (Issued(2019, 5), ["05", "2019"]), (Issued(2019, 5, 3), ["05", "03", "2019"])]
)
def test_a_date_is_as_precise_as_known(small_catalogue: Catalogue, issued: Issued, parts: list[str]) -> None:
    assert said(article(small_catalogue, issued=issued), "c:publication_date/*") == parts


def test_an_article_stated_to_be_in_print_alone_is_dated_so(small_catalogue: Catalogue) -> None:
    assert said(article(small_catalogue, formats=("print",)), "c:publication_date/@media_type") == ["print"]
    assert said(article(small_catalogue), "c:publication_date/@media_type") == ["online"]


@pytest.mark.parametrize(("pages", "first", "last"), [("11-31", ["11"], ["31"]), ("90", ["90"], []), ("", [], [])])
def test_pages_are_two_fields(small_catalogue: Catalogue, pages: str, first: list[str], last: list[str]) -> None:
    found = article(small_catalogue, pages=pages)
    assert (said(found, "c:pages/c:first_page"), said(found, "c:pages/c:last_page")) == (first, last)


def test_a_licence_is_its_address(small_catalogue: Catalogue) -> None:
    address = "https://creativecommons.org/licenses/by/4.0/"
    assert said(article(small_catalogue, licence="CC-BY-4.0", licence_url=address), "ai:program/ai:license_ref") == [address]
    assert said(article(small_catalogue), "ai:program") == []


def test_a_work_of_a_project_names_each_funder_with_its_award(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.replace("projects/sample-project.yml", "works: [held-book]", "works: [held-book, pay-and-ethics]")
    catalogue = load(catalogue_copy.folder)
    root = valid(deposits(catalogue).crossref(catalogue.issues["10"]))
    groups = root.findall(".//{*}assertion[@name='fundgroup']")
    assert [len(each) for each in groups] == [2, 1]
    assert said(root, "//fr:assertion[@name='award_number']") == ["ML-7"]


def test_the_doi_leads_to_the_articles_own_page_and_failing_that_to_the_landing_page(small_catalogue: Catalogue) -> None:
    landing = "https://library.example/journal/10/pay-and-ethics/"
    for address, leads_to in {
        "https://example.org/a/21": "https://example.org/a/21",
        "": landing,
        "https://doi.org/10.5555/sjcs.21": landing,
    }.items():
        assert said(article(small_catalogue, address=address), "c:doi_data/c:resource") == [leads_to]


def test_every_language_of_the_catalogue_may_be_a_documents(small_catalogue: Catalogue, either_catalogue: Catalogue) -> None:
    for language in either_catalogue.vocabularies["languages"]:
        told = language.split("-")[0]
        assert said(article(small_catalogue, language=language), "@language") == ([told] if len(told) == 2 else [])


def test_a_language_without_a_two_letter_code_is_left_out(small_catalogue: Catalogue) -> None:
    assert said(article(small_catalogue, language="sah"), "@language") == []
    assert said(article(small_catalogue, language="zh-Hant"), "@language") == ["zh"]


# -- translations ----------------------------------------------------------------------------

TRANSLATION = """        address: https://example.org/journal/10/21
      - citation_key: harrow2021oplata
        language: ru
        title: Оплата труда и этика
"""


@pytest.mark.parametrize(
    ("doi", "told", "here", "there"),
    [
        ("        doi: 10.5555/sjcs.21-ru\n", True, "hasTranslation", "isTranslationOf"),
        ("        doi: 10.5555/sjcs.21-ru\n", False, "isVariantFormOf", "isVariantFormOf"),
        ("", True, "hasTranslation", ""),
    ],
)
def test_translations_are_linked_in_both_directions(catalogue_copy: SpoiltCatalogue, doi: str, told: bool, here: str, there: str) -> None:
    edition = TRANSLATION + ("        translation_of: en\n" if told else "") + doi
    catalogue_copy.replace("journal/issues/10.yml", "        address: https://example.org/journal/10/21\n", edition)
    catalogue = load(catalogue_copy.folder)
    root = valid(deposits(catalogue).crossref(catalogue.issues["10"]))
    page = "https://library.example/journal/10/pay-and-ethics/"
    links = {
        said(found, "c:doi_data/c:doi")[0]: (
            said(found, ".//rel:intra_work_relation/@relationship-type"),
            said(found, ".//rel:intra_work_relation/@identifier-type"),
            said(found, ".//rel:intra_work_relation"),
        )
        for found in root.xpath("//c:journal_article", namespaces=NAMES)
    }
    expected = {"10.5555/sjcs.21": ([here], ["doi" if doi else "uri"], ["10.5555/sjcs.21-ru" if doi else f"{page}#edition-ru"])}
    if doi:
        expected["10.5555/sjcs.21-ru"] = ([there], ["doi"], ["10.5555/sjcs.21"])
        assert said(root, "//c:doi_data/c:resource") == ["https://example.org/journal/10/21", f"{page}#edition-ru"]
    else:
        assert "pay-and-ethics (ru)" in comments(root)
    assert links == expected
    originals = said(root, "//c:original_language_title[@language='en']")
    assert originals == (["Pay and Ethics in Public Office"] if doi and told else [])

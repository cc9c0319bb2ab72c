"""One citation per edition: what any reference format needs, and nothing that was never printed."""

from __future__ import annotations

from dataclasses import replace

import pytest
from catalogues import SpoiltCatalogue, citations
from library.catalogue.authorities import PARTIES, Party
from library.catalogue.catalogue import Catalogue
from library.catalogue.dates import Issued, parse_issued
from library.catalogue.loading import load
from library.catalogue.model import Edition
from library.catalogue.names import Name, body_name, cited_name
from library.citations.citation import Citation
from library.citations.citing import Citing, original
from renew_golden import SITE

Citations = dict[str, Citation]

BOOK = "knowledge-products/held-book.yml"
STUDY = "knowledge-products/russian-study.yml"


def spelt(*names: Name) -> tuple[Name, ...]:
    """Names as they are written, without party, identifiers and Latin spelling."""
    return tuple(replace(name, party="", identifiers=(), latin=None) for name in names)


def party(kind: str, *names: dict) -> Party:
    return PARTIES[kind].model_validate({"id": "some-party", "kind": kind, "names": list(names)})


def body(label: str, **dates: str) -> dict:
    return {"label": {"en": label, "ru": f"{label} по-русски"}, **dates}


# -- every edition -----------------------------------------------------------------------


def test_every_edition_has_a_citation(either_catalogue: Catalogue) -> None:
    citing = Citing(either_catalogue, SITE)
    for placed in either_catalogue.works.values():
        assert [citation.key for citation in citing.of_work(placed)] == [edition.citation_key for edition in placed.work.editions]


def test_every_citation_leads_to_the_page_of_its_work(either_catalogue: Catalogue) -> None:
    citing = Citing(either_catalogue, SITE)
    for placed in either_catalogue.works.values():
        assert {citation.url for citation in citing.of_work(placed)} == {f"{SITE}{placed.address}/"}


def test_every_citation_has_a_title_and_a_kind_and_the_abstract_that_there_is(
    small_citations: Citations, real_citations: Citations
) -> None:
    for citation in (*small_citations.values(), *real_citations.values()):
        assert citation.title and bool(citation.abstract) == bool(citation.abstract_language)
        assert citation.kind in ("article", "book", "report")


def test_reports_have_the_english_name_of_their_type_as_genre_and_nothing_else_has_one(either_catalogue: Catalogue) -> None:
    citing = Citing(either_catalogue, SITE)
    types = either_catalogue.vocabularies["types"]
    for placed in either_catalogue.works.values():
        for citation in citing.of_work(placed):
            assert citation.genre == (types[placed.work.type].label["en"] if citation.kind == "report" else ""), citation.key


@pytest.mark.parametrize(
    ("key", "kind", "genre"),
    [
        ("harrow2021pay", "article", ""),
        ("oneill2021review", "article", ""),
        ("anon2021open", "article", ""),
        ("manas2019article", "article", ""),
        ("harrow2022public", "book", ""),
        ("manas2023window-ru", "report", "Case study"),
        ("ministry2018third-en", "report", "Survey report"),
        ("delacruz2021guide", "report", "Methodological guide"),
    ],
)
def test_a_citation_has_the_kind_of_its_work(small_citations: Citations, key: str, kind: str, genre: str) -> None:
    assert (small_citations[key].kind, small_citations[key].genre) == (kind, genre)


# -- titles --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("key", "title", "supplied"),
    [
        ("seitova2015world", "Әлемнің мемлекеттік қызметі", False),
        ("oneill2020rd-ru", '[НИОКР «на 100%» & {№ 1} #1_а $5 ~ ^ \\ "так" 3 < 5 } 😀]', True),
        ("delacruz2021guide", "공정한 보수 안내서", False),
        ("ministry2018third-en", "Third Needs Survey: Results", False),
        ("seitova2015steps", "О первых шагах", False),
    ],
)
def test_a_supplied_title_stands_in_square_brackets(small_citations: Citations, key: str, title: str, supplied: bool) -> None:
    assert (small_citations[key].title, small_citations[key].supplied) == (title, supplied)


def test_brackets_stand_exactly_where_the_title_was_supplied(either_catalogue: Catalogue) -> None:
    citing = Citing(either_catalogue, SITE)
    for placed in either_catalogue.works.values():
        for edition, citation in zip(placed.work.editions, citing.of_work(placed), strict=True):
            printed = edition.title or citation.title_language not in placed.work.supplied.title
            bracketed = citation.title.startswith("[") and citation.title.endswith("]")
            assert bracketed == citation.supplied, citation.key
            assert citation.supplied != bool(printed), citation.key
            if edition.language in placed.work.title:
                assert citation.title_language == edition.language, citation.key


def test_an_edition_with_a_printed_title_of_its_own_shows_it(small_citations: Citations) -> None:
    citation = small_citations["ministry2018third-ru"]
    assert (citation.title, citation.supplied) == ("Исследование потребностей № 3", False)


def test_an_edition_of_no_stated_language_shows_the_first_printed_title(small_citations: Citations) -> None:
    citation = small_citations["scshndnorway"]
    assert (citation.title, citation.language, citation.supplied) == ("Country Profile: Norway", "", False)


@pytest.mark.parametrize(
    ("title", "supplied", "bare"),
    [("[Ethics]", True, "Ethics"), ("Ethics", False, "Ethics"), ("[Draft] of a Law [2nd]", False, "[Draft] of a Law [2nd]")],
)
def test_a_bare_title_has_no_brackets_of_ours(small_citations: Citations, title: str, supplied: bool, bare: str) -> None:
    assert replace(small_citations["harrow2022public"], title=title, supplied=supplied).bare_title == bare


def test_other_titles_are_those_in_other_languages(small_citations: Citations) -> None:
    assert [language for language, _ in small_citations["delacruz2021guide"].other_titles] == ["en", "ru", "kk"]


# -- names ---------------------------------------------------------------------------------


def test_a_body_is_never_split(small_citations: Citations) -> None:
    assert spelt(*small_citations["ministry2018third-en"].authors) == (Name(literal="Ministry of Labour, Family and Social Protection"),)


def test_a_person_has_name_parts(small_citations: Citations) -> None:
    assert spelt(*small_citations["harrow2022public"].authors) == (
        Name("Harrow", "Jane Q", "III"),
        Name("Kim", "Min-jun", family_first=True),
    )


def test_a_person_of_one_name_has_a_family_name_only(small_citations: Citations) -> None:
    assert spelt(*small_citations["manas2023window-ru"].authors) == (Name("Manas"),)


def test_a_person_of_one_name_keeps_the_suffix() -> None:
    assert spelt(cited_name(party("person", {"family": "Manas", "suffix": "II"}), "en", None)) == (Name("Manas", "", "II"),)


def test_a_single_name_of_several_words_is_never_split() -> None:
    assert spelt(cited_name(party("person", {"family": "Sayed Zabil Ullah"}), "en", None)) == (Name(literal="Sayed Zabil Ullah"),)


@pytest.mark.parametrize(
    ("name", "inverted"),
    [
        (Name("Facer", "Rex L", "II"), "Facer, Rex L, II"),
        (Name("Kim", "Min-jun"), "Kim, Min-jun"),
        (Name("Manas"), "Manas"),
        (Name(literal="Ministry of Labour, Family and Social Protection"), "Ministry of Labour, Family and Social Protection"),
    ],
)
def test_an_inverted_name_has_the_family_name_first(name: Name, inverted: str) -> None:
    assert name.inverted == inverted


def test_authors_stand_in_printed_order(small_citations: Citations) -> None:
    assert [name.family for name in small_citations["harrow2021pay"].authors] == ["Harrow", "de la Cruz", "Kim"]


def test_others_whom_the_source_does_not_name_are_told(small_citations: Citations) -> None:
    assert {key for key, citation in small_citations.items() if citation.and_others} == {"harrow2022public", "harrow2021pay"}


def test_only_editors_and_translators_are_cited_as_such(small_citations: Citations) -> None:
    assert spelt(*small_citations["ministry2018third-en"].editors) == (Name("O’Neill-Brown", "Seán"),)  # and not its partner
    assert spelt(*small_citations["delacruz2021guide"].translators) == (Name("Kim", "Min-jun", family_first=True),)


@pytest.mark.parametrize(("key", "given"), [("beisenov2021etika", "Кайрат Омарович"), ("beisenov2021adep", "Қайрат Өмірұлы")])
def test_a_person_is_spelt_as_documents_in_that_language_print(small_citations: Citations, key: str, given: str) -> None:
    name = small_citations[key].authors[0]
    assert (name.family, name.given, name.party) == ("Бейсенов", given, "beisenov-qairat")


def test_a_spelling_holds_in_a_language_that_is_none_of_the_sites(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.replace("vocabularies/parties.yml", "      languages: [ru]\n", "      languages: [ru, ky]\n")
    catalogue_copy.replace(STUDY, "    language: kk\n", "    language: ky\n")
    catalogue_copy.replace(STUDY, "    editions: [kk]", "    editions: [ky]")
    catalogue_copy.replace(STUDY, "  title: [en, ko]", "  title: [en, kk, ko]")
    name = citations(load(catalogue_copy.folder))["beisenov2021adep"].authors[0]
    assert (name.family, name.given) == ("Бейсенов", "Кайрат Омарович")


@pytest.mark.parametrize("language", ["en", "ko", "fr"])
def test_a_person_without_a_spelling_in_a_language_has_the_preferred_one(small_catalogue: Catalogue, language: str) -> None:
    name = cited_name(small_catalogue.vocabularies["parties"]["beisenov-qairat"], language, None)
    assert (name.family, name.given, name.latin) == ("Beissenov", "Kairat O.", None)


def test_a_name_in_other_letters_carries_the_persons_own_latin_spelling(small_citations: Citations) -> None:
    latin = small_citations["beisenov2021adep"].authors[0].latin
    assert latin and (latin.family, latin.given, latin.party) == ("Beissenov", "Kairat O.", "beisenov-qairat")


def test_no_latin_spelling_is_made_up(small_citations: Citations) -> None:
    assert [name.family for name in small_citations["beisenov2021etika"].authors if name.latin is None] == ["Ющенко-Жукова"]
    assert small_citations["harrow2022public"].authors[0].latin is None


def test_a_body_in_another_language_carries_its_english_name(small_citations: Citations) -> None:
    publishing = small_citations["beisenov2021etika"].publishing
    assert publishing and publishing.latin
    assert (publishing.literal, publishing.latin.literal) == ("Примерный институт", "Sample Institute")
    english = small_citations["ministry2018third-en"].publishing
    assert english and english.latin is None


def test_names_carry_identifiers_bare(small_citations: Citations) -> None:
    assert dict(small_citations["harrow2022public"].authors[0].identifiers)["orcid"] == "0000-0002-1825-0097"
    assert set(dict(small_citations["beisenov2021etika"].authors[0].identifiers)) == {"isni"}
    publishing = small_citations["beisenov2021etika"].publishing
    assert publishing and dict(publishing.identifiers)["ror"] == "05dxps055"


def test_a_translator_of_one_edition_is_cited_for_that_alone(small_citations: Citations) -> None:
    assert spelt(*small_citations["beisenov2021adep"].translators) == (Name("Сейтова", "Әйгүл Өмірқызы"),)
    assert small_citations["beisenov2021etika"].translators == ()


def test_a_contributor_without_editions_is_cited_for_all(small_citations: Citations) -> None:
    for key in ("beisenov2021etika", "beisenov2021adep"):
        assert spelt(*small_citations[key].editors) == (Name("de la Cruz", "María José"),)


# -- bodies that were renamed ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("key", "name"),
    [
        ("seitova2015world", "Sample Regional Hub of Civil Service"),  # whose Kazakh name the library supplied
        ("harrow2017design", "Sample Regional Hub of Civil Service"),
        ("scsh2013report", "Sample Regional Hub of Civil Service"),
        ("scsh2020pay-ru", "Примерный хаб в сфере госслужбы"),
        ("seitova2019science-kk", "Үлгі мемлекеттік қызмет хабы"),
        ("scshndnorway", "Sample Civil Service Hub"),
    ],
)
def test_a_renamed_issuer_has_the_name_of_the_works_time_and_language(small_citations: Citations, key: str, name: str) -> None:
    assert small_citations[key].publisher == name


@pytest.mark.parametrize(
    ("supplied", "language", "name", "latin"),
    [
        ([], "ru", "Old по-русски", "Old"),
        (["kk"], "ru", "Old по-русски", "Old"),
        (["ru"], "ru", "Old", None),
        (["ru"], "en", "Old", None),
        (["en", "ru"], "ru", "Old по-русски", "Old"),
        (["en"], "ru", "Old по-русски", "Old"),
        (["en"], "en", "Old", None),
        (["ru"], "kk", "Old", None),
    ],
)
def test_a_name_that_the_library_translated_is_in_no_reference(supplied: list[str], language: str, name: str, latin: str | None) -> None:
    cited = cited_name(party("body", {**body("Old"), "supplied": supplied}), language, None)
    assert cited.literal == name
    assert (cited.latin.literal if cited.latin else None) == latin


def test_names_that_are_supplied_are_looked_up_in_the_name_of_that_time() -> None:
    hub = party("body", body("New", since="2018"), {**body("Old", until="2017"), "supplied": ["ru"]})
    assert [cited_name(hub, "ru", Issued(year)).literal for year in (2015, 2020)] == ["Old", "New по-русски"]


def test_no_reference_has_a_supplied_name_of_a_body(either_catalogue: Catalogue) -> None:
    bodies = [term for term in either_catalogue.vocabularies["parties"].terms.values() if term.kind == "body"]
    supplied = {name.label[language] for term in bodies for name in term.names for language in name.supplied if "en" not in name.supplied}
    printed = {text for term in bodies for name in term.names for language, text in name.label.items() if language not in name.supplied}
    assert supplied
    citing = Citing(either_catalogue, SITE)
    cited = {
        name.literal
        for placed in either_catalogue.works.values()
        for citation in citing.of_work(placed)
        for name in (citation.publishing, *citation.authors, *citation.editors, *citation.translators)
        if name
    }
    assert cited & (supplied - printed) == set()


def test_a_renamed_creator_has_the_name_of_the_works_time(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.replace("knowledge-products/forty-countries.yml", "issued: 2020", "issued: 2014")
    loaded = load(catalogue_copy.folder)
    citation = Citing(loaded, SITE).of_work(loaded.works["forty-countries"])[0]
    assert spelt(*citation.authors) == (Name(literal="Sample Regional Hub of Civil Service"),)


@pytest.mark.parametrize(
    ("when", "label"),
    [("2012", "Old"), ("2013", "Old"), ("2017-12", "Old"), ("2018", "New"), ("2018-01", "New"), ("2020", "New"), (None, "New")],
)
def test_a_name_holds_from_the_year_it_was_taken(when: str | None, label: str) -> None:
    hub = party("body", body("New", since="2018-05"), body("Old", since="2013-03-15", until="2017-10-20"))
    assert body_name(hub, parse_issued(when) if when else None).label["en"] == label


@pytest.mark.parametrize(("when", "label"), [("2015", "Old"), ("2017", "Old"), ("2018", "New"), (None, "New")])
def test_a_name_without_a_first_date_waits_for_the_end_of_the_former(when: str | None, label: str) -> None:
    hub = party("body", body("New"), body("Old", until="2017-10-20"))
    assert body_name(hub, parse_issued(when) if when else None).label["en"] == label


def test_the_middle_of_three_names_is_found() -> None:
    hub = party("body", body("Third", since="2020"), body("Second", since="2015", until="2019"), body("First", until="2014"))
    assert [body_name(hub, Issued(year)).label["en"] for year in (2013, 2016, 2021)] == ["First", "Second", "Third"]


def test_a_publisher_that_is_not_the_issuer_is_cited(small_citations: Citations) -> None:
    assert small_citations["harrow2022public"].publisher == "Harrow Press & Sons"


# -- the journal -------------------------------------------------------------------------------


def test_an_article_has_its_issues_volume_number_place_and_pages(small_citations: Citations) -> None:
    citation = small_citations["harrow2021pay"]
    assert (citation.container, citation.volume, citation.number, citation.place, citation.pages, citation.issn) == (
        "Sample Journal of Civil Service",
        "5",
        "2",
        "Nur-Sultan",
        "11-31",
        ("1234-5679",),
    )


def test_an_article_of_the_journals_former_time_has_its_former_title(small_citations: Citations) -> None:
    assert small_citations["seitova2015steps"].container == "Journal of the Sample Regional Hub"


def test_an_article_of_no_known_issue_is_still_of_the_journal(small_citations: Citations) -> None:
    citation = small_citations["manas2019article"]
    assert (citation.container, citation.volume, citation.number, citation.place) == ("Sample Journal of Civil Service", "", "", "")


def test_a_journal_whose_title_no_source_prints_in_english_can_be_cited(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.replace("journal/journal.yml", "      en: Sample Journal of Civil Service\n", "")
    catalogue_copy.replace("journal/journal.yml", "      en: Journal of the Sample Regional Hub", "      ru: Журнал хаба")
    if catalogue_copy.problems():
        return  # refusing it with a problem is as good
    loaded = load(catalogue_copy.folder)
    assert Citing(loaded, SITE).of_work(loaded.works["pay-and-ethics"])[0].container == "Примерный журнал государственной службы"
    assert Citing(loaded, SITE).of_work(loaded.works["first-article"])[0].container == "Журнал хаба"


def test_the_journal_is_named_in_the_language_of_the_article_where_a_source_prints_it(small_citations: Citations) -> None:
    russian = small_citations["anon2021open"]
    assert (russian.container, russian.container_english) == ("Примерный журнал государственной службы", "Sample Journal of Civil Service")
    former = small_citations["seitova2015steps"]  # of whose journal no source prints a Russian title
    assert (former.container, former.container_english) == ("Journal of the Sample Regional Hub",) * 2


# -- other editions ------------------------------------------------------------------------------


def test_a_translation_and_its_original_know_each_other(small_citations: Citations) -> None:
    [original], [translation] = (small_citations[key].siblings for key in ("beisenov2021adep", "beisenov2021etika"))
    assert (original.key, original.language, original.title, original.relation) == (
        "beisenov2021etika",
        "ru",
        "Этика государственных служащих",
        "translation-of",
    )
    assert (translation.key, translation.language, translation.relation) == ("beisenov2021adep", "kk", "translated-as")


def test_editions_of_unknown_order_are_only_in_another_language(small_citations: Citations) -> None:
    [sibling] = small_citations["seitova2019science-ru"].siblings
    assert (sibling.key, sibling.language, sibling.relation) == ("seitova2019science-kk", "kk", "other-language")


def test_siblings_are_all_other_editions_of_the_work_in_order(either_catalogue: Catalogue) -> None:
    citing = Citing(either_catalogue, SITE)
    opposite = {"translation-of": "translated-as", "translated-as": "translation-of", "other-language": "other-language"}
    for placed in either_catalogue.works.values():
        citations = {citation.key: citation for citation in citing.of_work(placed)}
        for key, citation in citations.items():
            assert [sibling.key for sibling in citation.siblings] == [other for other in citations if other != key]
            for sibling in citation.siblings:
                other = citations[sibling.key]
                assert (sibling.title, sibling.language, sibling.doi) == (other.title, other.language, other.doi)
                assert sibling.url == f"{other.url}#{other.anchor}"
                assert {back.relation for back in other.siblings if back.key == key} == {opposite[sibling.relation]}


def test_a_translation_knows_the_edition_it_was_made_from(small_citations: Citations) -> None:
    original = small_citations["beisenov2021adep"].translated_from
    assert original and original.key == "beisenov2021etika"
    assert small_citations["beisenov2021etika"].translated_from is None
    assert small_citations["seitova2019science-ru"].translated_from is None


@pytest.mark.parametrize(
    ("editions", "place"),
    [
        ([("en", None)], 0),
        ([("", None)], 0),
        ([("en", None), ("ru", "en")], 0),
        ([("ru", "en"), ("en", None)], 1),
        ([("kk", "ru"), ("ru", "en"), ("en", None)], 2),
        ([("kk", None), ("ru", "en"), ("en", None)], 0),
        ([("ru", "en"), ("", None)], 0),
        ([("", "ru"), ("ru", None)], 1),
        ([("ru", "en"), ("kk", None)], 0),
    ],
)
def test_the_original_is_what_the_first_edition_was_made_from_at_any_remove(editions: list[tuple[str, str | None]], place: int) -> None:
    made = [
        Edition.model_validate({"citation_key": f"key{number}", "language": language or None, "translation_of": source})
        for number, (language, source) in enumerate(editions)
    ]
    assert original(made) == place


# -- where the document is -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("key", "address"),
    [
        ("beisenov2021etika", "ru/publications/russian-study/russian-study.ru.pdf"),
        ("harrow2022public", "publications/held-book/held-book.en.pdf"),
    ],
)
def test_a_held_document_lies_beside_the_page_in_its_language(small_citations: Citations, key: str, address: str) -> None:
    citation = small_citations[key]
    assert citation.document and citation.document.path == address
    assert citation.document_url == f"{SITE}{address}"


@pytest.mark.parametrize(
    ("key", "location"),
    [
        ("harrow2021pay", "https://example.org/journal/10/21"),
        ("harrow2022public", "https://doi.org/10.5555/sample.2022"),
        ("beisenov2021etika", f"{SITE}publications/russian-study/"),
        ("manas2023window-ru", f"{SITE}publications/one-window/"),
        ("beisenov2021adep", ""),
    ],
)
def test_the_location_is_where_the_document_can_be_read(small_citations: Citations, key: str, location: str) -> None:
    assert small_citations[key].location == location


# -- other fields --------------------------------------------------------------------------------


def test_an_edition_has_its_own_date(small_citations: Citations) -> None:
    assert [str(small_citations[f"seitova2019science-{language}"].issued) for language in ("kk", "ru")] == ["2019-05", "2020"]


def test_an_unknown_year_is_left_out(small_citations: Citations) -> None:
    assert small_citations["scshndnorway"].issued is None


def test_keywords_are_themes_and_countries_in_the_language_of_the_edition(small_citations: Citations) -> None:
    assert small_citations["seitova2019science-ru"].keywords == ("Обучение", "Открытые данные", "Казахстан")
    assert small_citations["delacruz2021guide"].keywords == ("보수와 보상", "대한민국")


def test_words_are_english_where_the_language_is_not_stated(small_citations: Citations) -> None:
    assert small_citations["scshndnorway"].keywords == ("Human resource management", "Norway")


def test_the_series_has_its_label_and_number(small_citations: Citations) -> None:
    assert (small_citations["ministry2018third-ru"].series, small_citations["ministry2018third-ru"].series_number) == (
        "Исследования потребностей",
        "3",
    )


def test_identifiers_are_bare(small_citations: Citations) -> None:
    citation = small_citations["harrow2022public"]
    assert (citation.doi, citation.isbn, citation.extent) == ("10.5555/sample.2022", ("978-1-23456-789-7", "978-1-23456-790-3"), 579)


def test_nothing_is_invented(either_catalogue: Catalogue) -> None:
    citing = Citing(either_catalogue, SITE)
    for placed in either_catalogue.works.values():
        for edition, citation in zip(placed.work.editions, citing.of_work(placed), strict=True):
            assert citation.doi == (edition.doi or "")
            assert citation.isbn == edition.isbn
            assert citation.extent == edition.extent
            assert bool(citation.pages) == bool(edition.pages)
            assert len(citation.authors) == len(placed.work.creators)
            assert citation.language == (edition.language or "")


def test_proper_names_in_an_english_title_are_told(small_citations: Citations, kept_citations: Citations) -> None:
    assert small_citations["scshndnorway"].proper_names == ("Norway",)
    told = {name for citation in kept_citations.values() for name in citation.proper_names}
    assert {"Kazakhstan", "South Korea", "Republic of Korea"} <= told


@pytest.mark.parametrize(
    ("title", "names"),
    [
        ("Pay in Central Asia and Norway", ("Central Asia", "Norway")),
        ("Central Banks of Asia", ()),  # words of a region's name are none by themselves
        ("Reform in the Republic of Korea and in Korea", ("Republic of Korea", "Korea")),
        ("A Republic of New States", ()),
        ("Norwegian and norway", ()),
        ("From Kazakhstan to Kyrgyzstan, from Kazakhstan on", ("Kazakhstan", "Kyrgyzstan")),
    ],
)
def test_names_of_regions_stand_whole_and_of_countries_by_their_telling_words(
    catalogue_copy: SpoiltCatalogue, title: str, names: tuple[str, ...]
) -> None:
    catalogue_copy.replace(BOOK, "en: Public Service in Transition", f"en: {title}")
    loaded = load(catalogue_copy.folder)
    assert Citing(loaded, SITE).of_work(loaded.works["held-book"])[0].proper_names == names


def test_a_title_in_another_language_has_no_proper_names_to_protect(small_citations: Citations, kept_citations: Citations) -> None:
    citations = [*small_citations.values(), *kept_citations.values()]
    assert {citation.title_language for citation in citations if citation.proper_names} == {"en"}


def test_a_work_is_withdrawn_on_a_day(small_citations: Citations) -> None:
    days = {key: str(citation.withdrawn) for key, citation in small_citations.items() if citation.withdrawn}
    assert days == {"scsh2013report": "2024-05-01"}


@pytest.mark.parametrize(
    ("supplied", "key", "told"),
    [
        ("[en, ru, kk, ko]", "beisenov2021etika", True),
        ("[en, kk, ko]", "beisenov2021etika", False),
        ("[en, kk, ko]", "beisenov2021adep", True),
        ("[ru]", "beisenov2021adep", False),
    ],
)
def test_an_abstract_is_supplied_where_the_record_says_so_of_its_language(
    catalogue_copy: SpoiltCatalogue, supplied: str, key: str, told: bool
) -> None:
    catalogue_copy.replace(STUDY, "  summary: [en, ru, kk, ko]", f"  summary: {supplied}")
    assert citations(load(catalogue_copy.folder))[key].abstract_supplied == told


def test_days_of_the_record_are_those_of_the_work(small_citations: Citations) -> None:
    citation = small_citations["beisenov2021adep"]
    assert (str(citation.added), str(citation.changed)) == ("2026-11-22", "2026-12-01")


def test_the_responsibility_is_that_of_the_edition(small_citations: Citations) -> None:
    assert small_citations["beisenov2021etika"].responsibility == "под редакцией М. Х. де ла Крус"
    assert small_citations["beisenov2021adep"].responsibility == ""

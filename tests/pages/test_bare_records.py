"""Records that leave out everything they may, in every output: what is missing is shown in the language there is, marked and said."""

from __future__ import annotations

import json

import pytest
from bare import BARE, BARE_ARTICLE, BARE_ISSUE, BARE_KAZAKH, BARE_RUSSIAN, BARE_TITLED, add_bare
from catalogues import SpoiltCatalogue
from library.catalogue.indexes import index
from library.catalogue.loading import load
from library.search.texts import SUMMARY, TITLE, searched
from library.words.labels import Labels
from library.words.translations import Words
from lxml import etree, html
from projects import ROOT, Project, project

pytestmark = pytest.mark.slow

ATOM = "{http://www.w3.org/2005/Atom}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
STUDY, TITLED, ARTICLE = f"publications/{BARE}", f"publications/{BARE_TITLED}", f"journal/{BARE_ISSUE}/{BARE_ARTICLE}"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The small catalogue with the bare records, built strictly: no link leads nowhere."""
    made = project(tmp_path_factory.mktemp("bare"))
    add_bare(SpoiltCatalogue(made.folder / "catalogue"))
    made.build()
    return made


def text(built: Project, path: str) -> str:
    return (built.folder / "site" / path).read_text("utf-8")


def page(built: Project, path: str) -> html.HtmlElement:
    return html.document_fromstring(text(built, f"{path}/index.html"))


def said(built: Project, path: str) -> list[str]:
    return [note.text_content() for note in page(built, path).find_class("lib-note")]


# -- pages -------------------------------------------------------------------------------


@pytest.mark.parametrize(("prefix", "language"), [("", "en"), ("kk/", "kk"), ("ko/", "ko")])
def test_a_page_without_a_title_in_its_language_marks_the_printed_one(built: Project, prefix: str, language: str) -> None:
    [heading] = page(built, f"{prefix}{STUDY}").iter("h1")
    assert (heading.text_content(), heading.get("lang")) == (BARE_RUSSIAN, "ru")


def test_a_page_in_the_language_of_the_title_marks_and_says_nothing_of_it(built: Project) -> None:
    [heading] = page(built, f"ru/{STUDY}").iter("h1")
    assert heading.get("lang") is None
    assert not any("Названия на русском языке пока нет" in note for note in said(built, f"ru/{STUDY}"))


def test_a_missing_title_is_said_with_the_language_of_the_one_shown(built: Project) -> None:
    assert "There is no title in this language yet. Language of the title shown: Russian." in said(built, STUDY)
    assert "Қазақ тіліндегі атауы әзірге жоқ. Көрсетілген атаудың тілі: орыс тілі." in said(built, f"kk/{STUDY}")


def test_a_missing_summary_is_said_alone_or_with_the_one_there_is(built: Project) -> None:
    assert "There is no summary in this language yet." in said(built, STUDY)
    assert "Краткого описания на русском языке пока нет." in said(built, f"ru/journal/{BARE_ISSUE}")
    assert "Қысқаша мазмұны қазақ тілінде әзірге жоқ. Көрсетілген мазмұнның тілі: орыс тілі." in said(built, f"kk/{TITLED}")
    [summary] = page(built, f"kk/{TITLED}").find_class("lib-work__summary")
    assert (summary.text_content(), summary.get("lang")) == ("О скупых словах.", "ru")


def test_a_page_of_which_little_is_known_has_a_description_in_its_head(built: Project) -> None:
    [description] = page(built, STUDY).xpath('//meta[@name="description"]/@content')
    assert description == BARE_RUSSIAN


def test_the_head_marks_the_title_and_leaves_the_summary_out(built: Project) -> None:
    head = page(built, f"ko/{STUDY}")
    assert head.xpath('//meta[@name="DC.title"]/@lang') == ["ru"]
    assert head.xpath('//meta[@name="DC.description"]') == []
    [graph] = head.xpath('//script[@type="application/ld+json"]/text()')
    nodes = json.loads(graph)["@graph"]
    assert [node["name"] for node in nodes if node["@id"].endswith("#work")] == [{"@language": "ru", "@value": BARE_RUSSIAN}]
    assert not any("description" in node or "abstract" in node for node in nodes)


# -- lists -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "work", "title", "language"),
    [("kk/publications", STUDY, BARE_RUSSIAN, "ru"), (f"ru/journal/{BARE_ISSUE}", ARTICLE, BARE_KAZAKH, "kk")],
)
def test_a_card_marks_a_title_in_another_language(built: Project, path: str, work: str, title: str, language: str) -> None:
    [link] = [link for link in page(built, path).iter("a") if link.get("href", "").endswith(f"/{work}/")]
    assert (link.text_content(), link.get("lang")) == (title, language)


def test_a_card_marks_a_summary_in_another_language_and_has_none_where_there_is_none(built: Project) -> None:
    cards = page(built, "ko/publications").find_class("lib-card")
    by_title = {card.find_class("lib-card__title")[0].text_content(): card.find_class("lib-card__summary") for card in cards}
    assert by_title[BARE_RUSSIAN] == []
    [summary] = by_title["Скупые слова"]
    assert (summary.text_content(), summary.get("lang")) == ("О скупых словах.", "ru")


def test_titles_in_alphabetical_order_have_each_work_marked_and_in_its_place(built: Project) -> None:
    links = [link for link in page(built, "kk/titles").find_class("lib-titles") for link in link.iter("a")]
    shown = [link.text_content() for link in links]
    assert shown.index("Ғылым және мемлекет") < shown.index(BARE_KAZAKH) < shown.index("Скупые слова")
    assert {link.get("lang") for link in links if link.text_content() in (BARE_RUSSIAN, "Скупые слова")} == {"ru"}
    assert [link.get("lang") for link in links if link.text_content() == BARE_KAZAKH] == [None]


def test_an_issues_own_title_is_marked_on_its_page_and_in_the_journal(built: Project) -> None:
    [lead] = page(built, f"kk/journal/{BARE_ISSUE}").find_class("lib-lead")
    assert (lead.text_content(), lead.get("lang")) == ("Без прикрас", "ru")
    assert [note.get("lang") for note in page(built, "kk/journal").iter("em") if note.text_content() == "Без прикрас"] == ["ru"]


def test_coins_of_a_card_are_those_of_the_document(built: Project) -> None:
    spans = [span.get("title") for span in page(built, "ko/publications").find_class("Z3988")]
    assert any("rft.btitle=Государственная+служба+без+прикрас" in span and "rft.language=ru" in span for span in spans)


# -- search, feeds, exports ------------------------------------------------------------------


@pytest.mark.parametrize("prefix", ["", "ru/", "kk/", "ko/"])
def test_a_feed_marks_titles_and_summaries_in_other_languages(built: Project, prefix: str) -> None:
    feed = etree.fromstring(text(built, f"{prefix}feed.xml").encode())
    [entry] = [entry for entry in feed.iter(f"{ATOM}entry") if entry.findtext(f"{ATOM}id").endswith(f"/{BARE_TITLED}")]
    title, summary = entry.find(f"{ATOM}title"), entry.find(f"{ATOM}summary")
    own = feed.get(LANG)
    assert title.text == ("[Scarce Words]" if own == "en" else "Скупые слова")
    assert title.get(LANG) == (None if own in ("en", "ru") else "ru")
    assert (summary.text, summary.get(LANG)) == ("О скупых словах.", None if own == "ru" else "ru")


def test_an_entry_without_a_summary_has_no_empty_one(built: Project) -> None:
    feed = etree.fromstring(text(built, "feed.xml").encode())
    [entry] = [entry for entry in feed.iter(f"{ATOM}entry") if entry.findtext(f"{ATOM}id").endswith(f"/{BARE}")]
    assert entry.find(f"{ATOM}summary") is None


def test_exports_have_the_title_of_the_document_and_no_empty_abstract(built: Project) -> None:
    assert text(built, f"{STUDY}/{BARE}.ris").splitlines()[:3] == ["TY  - RPRT", "ID  - bare2024", f"TI  - {BARE_RUSSIAN}"]
    for ending in ("bib", "biblatex.bib"):
        assert BARE_RUSSIAN in text(built, f"{STUDY}/{BARE}.{ending}")
        assert "abstract" not in text(built, f"{STUDY}/{BARE}.{ending}")
    [item] = json.loads(text(built, f"{STUDY}/{BARE}.json"))
    assert item["title"] == BARE_RUSSIAN and "abstract" not in item
    [record] = [record for record in json.loads(text(built, "api/v1/works.json"))["works"] if record["id"] == BARE]
    assert (record["title"], record["themes"]) == ({"ru": BARE_RUSSIAN}, [])


def test_references_of_every_style_stand_on_the_page(built: Project) -> None:
    references = page(built, f"ko/{STUDY}").find_class("lib-reference")
    assert len(references) >= 5
    assert all(
        "прикрас" in reference.text_content().replace("\u00ad", "")
        for reference in references
        if reference.get("data-style") != "romanised"
    )


def test_a_search_finds_a_work_by_the_title_that_its_pages_show(built: Project) -> None:
    catalogue = load(built.folder / "catalogue")
    for language in catalogue.languages:
        labels = Labels(catalogue, index(catalogue), Words(language, ROOT / "overrides" / "locales"))
        assert (TITLE, BARE_RUSSIAN) in set(searched(catalogue.works[BARE], labels))
        assert (SUMMARY, "О скупых словах.") in set(searched(catalogue.works[BARE_TITLED], labels))


def test_the_charts_tell_what_is_not_written_yet(built: Project) -> None:
    [section] = page(built, "ru/overview").xpath("//section[@id='missing']")
    rows = [[cell.text_content() for cell in row] for row in section.iter("tr")]
    assert rows[1:] == [["Английский", "3", "4"], ["Русский", "1", "3"], ["Казахский", "3", "4"], ["Корейский", "4", "4"]]

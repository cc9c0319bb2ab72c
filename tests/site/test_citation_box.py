"""The citation box of a work's page, as readers use it: choosing a style, copying, downloading, printing."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest
from kinds import AWKWARD
from library.catalogue.catalogue import Catalogue
from library.catalogue.indexes import index
from library.citations.citing import Citing
from library.citations.references import day_of_access
from markupsafe import Markup
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect
from readers import new_reader
from serving import INSECURE_HOST
from sites import LANGUAGES, Built

pytestmark = pytest.mark.slow

STYLES = ("gost", "gost-full", "apa", "chicago", "harvard", "vancouver", "romanised")
TWO_EDITIONS = "publications/russian-study/"
ENGLISH = "publications/held-book/"
"""In English only, so that nothing of it is romanised."""
MIXED = "publications/motivation-public-servants-pakistan/"
"""Of the records of November 2026: in English, Russian and Kazakh."""
DAY = datetime(2031, 6, 5, 12, 0)
"""Not the day of the build, and of one figure; Russian writes June otherwise alone than in a date."""


def prefix(language: str) -> str:
    return "" if language == "en" else f"{language}/"


def shown(page: Page) -> set[str]:
    """Styles whose references are to be seen."""
    return {str(one.get_attribute("data-style")) for one in page.locator(".lib-reference:visible").all()}


def choose(page: Page, style: str) -> None:
    page.locator(f".lib-styles input[value={style}]").check()


def edition(page: Page, name: str) -> Locator:
    return page.locator(".lib-citation").filter(has=page.locator("h3", has_text=name))


def reference(citation: Locator) -> str:
    """The text of the one reference that is to be seen."""
    return str(citation.locator(".lib-reference:visible p").text_content())


def clipboard(page: Page) -> str:
    return str(page.evaluate("navigator.clipboard.readText()"))


def copied(page: Page, button: Locator) -> str:
    """What pressing a button puts into the clipboard, whatever was there before."""
    page.evaluate("navigator.clipboard.writeText('nothing')")
    page.evaluate("document.querySelector('.lib-status').textContent = ''")  # what the press before it said
    button.click()
    expect(page.locator(".lib-status")).not_to_be_empty()
    return clipboard(page)


# -- choosing a style ----------------------------------------------------------------------------


@pytest.mark.parametrize(("language", "first"), [("en", "apa"), ("ru", "gost"), ("kk", "gost"), ("ko", "apa")])
def test_the_style_chosen_at_first_is_that_of_the_pages_readers(language: str, first: str, page: Page, served: dict[str, str]) -> None:
    page.goto(served["small"] + prefix(language) + TWO_EDITIONS)
    expect(page.locator(f".lib-styles input[value={first}]")).to_be_checked()
    assert shown(page) == {first}


def test_choosing_a_style_shows_it_in_every_edition_and_hides_the_others(page: Page, served: dict[str, str]) -> None:
    page.goto(served["small"] + TWO_EDITIONS)
    for style in STYLES:
        choose(page, style)
        assert shown(page) == {style}
        assert page.locator(".lib-reference:visible").count() == page.locator(".lib-citation").count() == 2


def test_arrow_keys_move_from_style_to_style_in_sight(page: Page, served: dict[str, str]) -> None:
    page.goto(served["small"] + TWO_EDITIONS)
    page.locator(".lib-edition a").last.focus()
    for _ in range(5):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('.lib-styles input')"):
            break
    expect(page.locator(".lib-styles input[value=apa]")).to_be_focused()
    for key, style in (
        ("ArrowRight", "chicago"),
        ("ArrowDown", "harvard"),
        ("ArrowLeft", "chicago"),
        ("ArrowUp", "apa"),
        ("ArrowUp", "gost-full"),
    ):
        page.keyboard.press(key)
        expect(page.locator(f".lib-styles input[value={style}]")).to_be_focused()
        assert shown(page) == {style}
    label = page.locator(".lib-styles label:has(:focus)")
    assert label.evaluate("label => getComputedStyle(label).outlineStyle") == "solid", "the focus is not to be seen"
    assert label.evaluate("label => parseFloat(getComputedStyle(label).outlineWidth)") >= 2
    page.keyboard.press("Tab")
    expect(page.locator(".lib-citation button").first).to_be_focused()


@pytest.mark.parametrize("width", [320, 1280])
def test_what_is_pressed_is_large_enough(width: int, page: Page, served: dict[str, str]) -> None:
    """24 by 24 CSS pixels: WCAG 2.2, 2.5.8. Links within a line of text are excepted there."""
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(served["small"] + "kk/" + TWO_EDITIONS)
    for target in page.locator(".lib-cite :is(label, button, summary):visible").all():
        box = target.bounding_box()
        assert box and min(box["width"], box["height"]) >= 24, target.inner_text()


def test_a_chosen_style_is_kept_from_page_to_page_and_language_to_language(page: Page, served: dict[str, str]) -> None:
    page.goto(served["small"] + TWO_EDITIONS)
    choose(page, "vancouver")
    for path in (ENGLISH, "ru/" + TWO_EDITIONS):
        page.goto(served["small"] + path)
        assert shown(page) == {"vancouver"}
    choose(page, "harvard")
    page.go_back()
    expect(page.locator(".lib-styles input[value=harvard]")).to_be_checked()


@pytest.mark.parametrize("kept", ["romanised", "no-such-style", '"]'])
def test_a_kept_style_that_a_work_lacks_leaves_the_pages_own(kept: str, page: Page, served: dict[str, str]) -> None:
    said: list[str] = []
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(served["small"])
    page.evaluate("style => localStorage.setItem('library-style', style)", kept)
    page.goto(served["small"] + ENGLISH)
    assert shown(page) == {"apa"}
    assert copied(page, page.locator("[data-copy=text]")) == reference(page.locator(".lib-citation"))
    assert not said


def test_a_style_that_does_not_fit_an_edition_says_so_and_is_not_copied(page: Page, served: dict[str, str]) -> None:
    page.goto(served["kept"] + MIXED)
    choose(page, "romanised")
    english, russian = edition(page, "English"), edition(page, "Russian")
    expect(english.locator(".lib-reference:visible")).to_have_text(re.compile("Only for documents in Cyrillic letters."))
    expect(english.locator("[data-copy=text], [data-copy=rich]").first).to_be_hidden()
    expect(english.locator("[data-way=copy]")).to_be_visible()
    assert copied(page, russian.locator("[data-copy=text]")) == reference(russian)
    choose(page, "apa")
    expect(english.locator("[data-copy=text]")).to_be_visible()


# -- copying -------------------------------------------------------------------------------------


def test_copy_writes_the_reference_that_is_seen(page: Page, served: dict[str, str]) -> None:
    page.goto(served["small"] + TWO_EDITIONS)
    for style in STYLES:
        choose(page, style)
        for citation in page.locator(".lib-citation").all():
            text = copied(page, citation.locator("[data-copy=text]"))
            assert text == reference(citation) == citation.locator(".lib-reference:visible p").inner_text()


def test_copying_with_italics_writes_html_and_text(page: Page, served: dict[str, str]) -> None:
    page.goto(served["small"] + TWO_EDITIONS)
    choose(page, "harvard")
    citation = edition(page, "Russian")
    assert copied(page, citation.locator("[data-copy=rich]")) == reference(citation)
    html = page.evaluate("""async () => {
        const [item] = await navigator.clipboard.read();
        return (await item.getType("text/html")).text();
    }""")
    assert "<i>Этика государственных служащих</i>" in html
    assert "data-accessed" not in html
    assert Markup(re.sub(r"<(?!/?i>)[^>]*>", "", html)).striptags() == Markup(reference(citation)).striptags()


def test_copying_bibtex_writes_what_its_download_holds(page: Page, served: dict[str, str], small_site: Built) -> None:
    page.goto(served["small"] + TWO_EDITIONS)
    entries = (small_site.folder / TWO_EDITIONS / "russian-study.bib").read_text("utf-8").strip().split("\n\n")
    for entry, name in zip(entries, ("Russian", "Kazakh"), strict=True):
        text = copied(page, edition(page, name).locator("[data-way=copy]"))
        assert text.startswith("@") and text.strip() == entry


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Copied: APA, Russian"),
        ("ru", "Скопировано: APA, Русский"),
        ("kk", "Көшірілді: APA, Орыс тілі"),
        ("ko", "복사 완료: APA, 러시아어"),
    ],
)
def test_what_was_copied_is_announced_in_the_pages_language(language: str, said: str, page: Page, served: dict[str, str]) -> None:
    page.goto(served["small"] + prefix(language) + TWO_EDITIONS)
    choose(page, "apa")
    page.locator(".lib-citation:has([lang=ru]) [data-copy=text]").click()
    status = page.locator(".lib-status")
    expect(status).to_have_text(said)
    expect(status).to_be_in_viewport()


def test_that_copying_failed_is_announced(page: Page, served: dict[str, str]) -> None:
    page.add_init_script("navigator.clipboard.writeText = () => Promise.reject(); document.execCommand = () => false;")
    page.goto(served["small"] + TWO_EDITIONS)
    page.locator("[data-copy=text]").first.click()
    expect(page.locator(".lib-status")).to_have_text("Copying did not work; select the text and copy it.")


@pytest.mark.parametrize("what", ["copy=text", "copy=rich", "way=copy"])
def test_copying_works_where_there_is_no_clipboard_api(what: str, context: BrowserContext, page: Page, served: dict[str, str]) -> None:
    page.goto(served["small"].replace("127.0.0.1", INSECURE_HOST) + TWO_EDITIONS)
    assert page.evaluate("[isSecureContext, typeof navigator.clipboard]") == [False, "undefined"]
    citation = page.locator(".lib-citation").first
    citation.locator(f"[data-{what}]").click()
    expect(page.locator(".lib-status")).to_contain_text("Copied")
    assert page.locator("details[open]").count() == 0
    expected = citation.locator(".lib-bibtex").text_content() if what == "way=copy" else reference(citation)
    other = context.new_page()
    other.goto(served["small"])
    assert clipboard(other).strip() == str(expected).strip()


# -- the day of access ---------------------------------------------------------------------------

REFERENCE_DAYS = [
    ("ru", "gost", "дата обращения: 05.06.2031"),
    ("ru", "gost-full", "дата обращения: 05.06.2031"),
    ("ru", "harvard", "Дата обращения: 5 июня 2031 г."),
    ("ru", "vancouver", "дата обращения 2031 июн 5"),
    ("ru", "romanised", "accessed 05.06.2031"),
    ("kk", "gost", "қаралған күні: 05.06.2031"),
    ("kk", "harvard", "Қаралған күні: 2031 ж. 5 маусым"),
    ("kk", "vancouver", "қаралған күні 2031 мау 5"),
]


def test_references_name_the_readers_day_in_the_words_of_the_document(page: Page, served: dict[str, str]) -> None:
    page.clock.set_fixed_time(DAY)
    page.goto(served["small"] + "ko/publications/one-window/")
    for language, style, words in REFERENCE_DAYS:
        choose(page, style)
        citation = page.locator(f".lib-citation:has(.lib-reference [lang={language}])")
        assert words in reference(citation)
        assert words in copied(page, citation.locator("[data-copy=text]"))
        expect(citation.locator("[data-accessed]:visible")).to_have_text(re.compile(r"\d"))
        assert page.locator("time").count() == 0, "Zotero takes one for the date of an undated work"


@pytest.mark.parametrize("month", range(1, 13))
def test_the_script_writes_a_day_as_the_build_does(month: int, page: Page, served: dict[str, str]) -> None:
    """But for spaces: Babel joins the year and its sign in Russian with a narrow one, browsers do not."""
    day = date(2031, month, 2 * month + 1)
    forms = [("dots", "")] + [(form, locale) for form in ("month", "long") for locale in ("en-US", "en-GB", "ru-RU", "kk-KZ", "ko-KR")]
    times = "".join(f'<span data-accessed="{form}" data-locale="{locale}"></span>' for form, locale in forms)
    body = f'<!doctype html><meta charset="utf-8">{times}<script src="assets/javascripts/library.js"></script>'
    page.route("**/dates", lambda route: route.fulfill(content_type="text/html", body=body))
    page.clock.set_fixed_time(datetime(day.year, day.month, day.day, 12, 0))
    page.goto(served["small"] + "dates")
    written = [" ".join(text.split()) for text in page.locator("[data-accessed]").all_text_contents()]
    assert written == [" ".join(day_of_access(day, form, locale.replace("-", "_")).split()) for form, locale in forms]


# -- editions and downloads ----------------------------------------------------------------------


@pytest.mark.parametrize(("language", "first"), [("en", "English"), ("ru", "Русский"), ("kk", "Қазақ тілі")])
def test_the_edition_in_the_pages_language_stands_first(language: str, first: str, page: Page, served: dict[str, str]) -> None:
    page.goto(served["kept"] + prefix(language) + MIXED)
    assert page.locator(".lib-citation").first.get_attribute("data-edition") == first
    assert page.locator(".lib-citation h3").count() > 1


LABELS = ["BibTeX", "BibLaTeX", "RIS", "CSL JSON", "CSV", "XLSX"]

ENTRIES: dict[str, Callable[[str], int]] = {
    "bib": lambda text: len(re.findall(r"^@\w+\{", text, re.MULTILINE)),
    "ris": lambda text: len(re.findall(r"^TY  - ", text, re.MULTILINE)),
    "json": lambda text: len(json.loads(text)),
    "csv": lambda text: len(list(csv.DictReader(io.StringIO(text)))),
}
"""How many entries a file holds, by its ending."""


def take(page: Page, place: Locator, label: str) -> tuple[str, bytes]:
    """Name and content of a file in a format that a form offers."""
    place.locator("[data-format]").select_option(label=label)
    with page.expect_download() as downloading:
        place.locator("[data-way=file]").click()
    return downloading.value.suggested_filename, Path(downloading.value.path()).read_bytes()


def in_file(name: str, data: bytes) -> int:
    """How many entries a file holds."""
    if name.endswith(".xlsx"):
        return openpyxl.load_workbook(io.BytesIO(data)).active.max_row - 1
    return ENTRIES[name.rpartition(".")[2]](data.decode("utf-8-sig"))


def test_an_edition_is_taken_alone_and_all_together_in_every_format(page: Page, served: dict[str, str], small_catalogue: Catalogue) -> None:
    names = set()
    page.goto(served["small"] + TWO_EDITIONS)
    forms = page.locator("[data-formats]")
    expect(forms).to_have_count(3)
    for form, wanted in zip(forms.all(), (1, 1, 2)):
        assert form.locator("option").all_text_contents() == LABELS
        for label in ("BibLaTeX", "CSV", "XLSX"):  # browsers stop a page that makes more than ten files
            name, data = take(page, form, label)
            assert in_file(name, data) == wanted, name
            names.add(name)
    day = small_catalogue.works["russian-study"].changed
    assert {name for name in names if name.endswith(".csv")} == {f"russian-study{edition}-{day}.csv" for edition in ("", "-ru", "-kk")}


def test_an_edition_is_copied_in_the_chosen_format(page: Page, served: dict[str, str]) -> None:
    page.goto(served["small"] + TWO_EDITIONS)
    form = page.locator("[data-formats]").first
    for label, begins in (("RIS", "TY  - "), ("CSL JSON", '[{"id":'), ("CSV", "key,"), ("XLSX", "key\twork\t"), ("BibLaTeX", "@report{")):
        form.locator("[data-format]").select_option(label=label)
        form.locator("[data-way=copy]").click()
        expect(page.locator(".lib-cite > .lib-status")).to_have_text(re.compile(f"^Copied: {label}, (Russian|Kazakh)$"))
        assert page.evaluate("navigator.clipboard.readText()").startswith(begins)
    page.reload()
    assert page.locator("[data-formats] select").first.input_value() == "biblatex.bib"  # the reader's choice is kept


def test_an_edition_brings_the_file_of_all_where_it_cannot_be_cut_out(page: Page, served: dict[str, str]) -> None:
    page.route("**/search/index/formats.json", lambda route: route.abort())
    page.goto(served["small"] + TWO_EDITIONS)
    name, data = take(page, page.locator("[data-formats]").first, "RIS")
    assert re.fullmatch(r"russian-study-\d{4}-\d\d-\d\d\.ris", name)
    assert in_file(name, data) == 2


def test_an_edition_alone_has_the_works_files(page: Page, served: dict[str, str]) -> None:
    page.goto(served["small"] + ENGLISH)
    expect(page.locator("[data-formats]")).to_have_count(1)
    links = page.locator(".lib-citation__exports a")
    assert links.all_text_contents() == ["BibTeX", "BibLaTeX", "RIS", "CSL JSON", "CSV"]
    work = ENGLISH.strip("/").rpartition("/")[2]
    assert all(re.fullmatch(rf"{work}-\d{{4}}-\d\d-\d\d\.[a-z.]+", link.get_attribute("download") or "") for link in links.all())


# -- lists ---------------------------------------------------------------------------------------

LIST = "themes/ethics/"
SEVERAL = "themes/pay/"
"""A list with more editions than works."""


def open_list(page: Page, address: str) -> Locator:
    page.goto(address)
    page.locator(".lib-exports summary").click()
    return page.locator(".lib-exports")


def test_a_list_names_each_work_once_unless_every_edition_is_wanted(page: Page, served: dict[str, str], small_catalogue: Catalogue) -> None:
    works = index(small_catalogue).shelves["themes"]["pay"].works
    editions = sum(len(placed.work.editions) for placed in works)
    day = max(placed.changed for placed in works)
    form = open_list(page, served["small"] + SEVERAL)
    expect(form.locator(".lib-entries label")).to_have_text(
        [
            f"Each publication once: {len(works)} publications",
            f"Every edition: {editions} editions",
        ]
    )
    for choice, number in (("once", len(works)), ("all", editions)):
        form.locator(f"[value={choice}]").check()
        for label, ending in (("BibTeX", "bib"), ("BibLaTeX", "biblatex.bib"), ("RIS", "ris"), ("XLSX", "xlsx")):
            name, data = take(page, form, label)
            assert (name, in_file(name, data)) == (f"pay-{day}.{ending}", number)
    assert ENTRIES["bib"](page.request.get(served["small"] + SEVERAL + "works.bib").text()) == len(works) < editions


def test_a_list_is_copied_in_the_editions_that_its_page_offers(page: Page, served: dict[str, str], small_catalogue: Catalogue) -> None:
    citing = Citing(small_catalogue, "https://library.example/", {"kk": ("ru", "en")})
    works = index(small_catalogue).shelves["themes"]["pay"].works
    form = open_list(page, served["small"] + "kk/" + SEVERAL)
    form.locator("[data-format]").select_option("json")
    form.locator("[data-way=copy]").click()
    expect(page.locator(".lib-exports [data-failed]")).to_contain_text("CSL JSON")
    items = json.loads(page.evaluate("navigator.clipboard.readText()"))
    assert [item["id"] for item in items] == [citing.of_work(placed)[citing.offered(placed, "kk")].key for placed in works]


def test_a_list_that_cannot_be_made_says_so_and_can_be_tried_again(page: Page, served: dict[str, str]) -> None:
    page.route("**/search/index/lists/*.json", lambda route: route.abort())
    form = open_list(page, served["small"] + LIST)
    form.locator("[data-way=file]").click()
    expect(page.locator(".lib-exports [data-failed]")).to_contain_text("could not be made")
    page.unroute("**/search/index/lists/*.json")
    take(page, form, "RIS")
    expect(page.locator(".lib-exports [data-failed]")).to_be_empty()


def test_all_publications_are_taken_like_any_list(page: Page, served: dict[str, str], small_catalogue: Catalogue) -> None:
    name, data = take(page, open_list(page, served["small"] + "publications/"), "CSV")
    assert name.startswith("publications-2")
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))
    assert [row["work"] for row in rows] == [placed.work.id for placed in index(small_catalogue).newest]


def test_a_list_of_one_work_offers_the_files_of_the_work(page: Page, served: dict[str, str]) -> None:
    page.goto(served["small"] + "people/beisenov-qairat/")
    links = page.locator(".lib-exports a")
    assert links.all_text_contents() == ["BibTeX", "BibLaTeX", "RIS", "CSL JSON", "CSV"]
    work = str(page.locator(".lib-card__title a").evaluate("link => link.href"))
    assert all(str(link.evaluate("link => link.href")).startswith(work) for link in links.all())
    assert page.request.get(str(links.first.evaluate("link => link.href"))).ok


# -- without scripts, on paper, narrow -----------------------------------------------------------


@pytest.fixture
def scriptless(browser: Browser) -> Iterator[Page]:
    context = new_reader(browser, java_script_enabled=False)
    yield context.new_page()
    context.close()


def test_styles_are_chosen_without_scripts_and_nothing_shows_that_needs_them(scriptless: Page, served: dict[str, str]) -> None:
    page = scriptless
    page.goto(served["small"] + "ru/" + TWO_EDITIONS)
    assert shown(page) == {"gost"}
    for style in STYLES:
        choose(page, style)
        assert shown(page) == {style}
        assert all(text.strip() for text in page.locator(".lib-reference:visible p").all_inner_texts())
    expect(page.locator(".lib-cite button:visible")).to_have_count(0)
    expect(page.locator("[data-formats]:visible")).to_have_count(0)
    expect(page.locator(".lib-cite .lib-note.lib-plain")).to_be_visible()
    with page.expect_download() as download:
        page.locator(".lib-citation__exports a").first.click()
    assert Path(download.value.path()).read_text("utf-8").startswith("@techreport{beisenov2021etika,")


def test_a_list_without_scripts_has_bibtex_and_says_where_the_rest_is(scriptless: Page, served: dict[str, str]) -> None:
    page = scriptless
    page.goto(served["small"] + LIST)
    page.locator(".lib-exports summary").click()
    expect(page.locator(".lib-exports button:visible")).to_have_count(0)
    with page.expect_download() as download:
        page.locator(".lib-exports").get_by_role("link", name="BibTeX").click()
    assert Path(download.value.path()).read_text("utf-8").startswith("@")
    page.locator(".lib-exports .lib-note.lib-plain a").click()
    expect(page).to_have_url(served["small"] + "exports/")


def test_paper_shows_the_chosen_reference_under_its_name_and_nothing_to_press(page: Page, served: dict[str, str]) -> None:
    page.goto(served["small"] + TWO_EDITIONS)
    choose(page, "chicago")
    page.emulate_media(media="print")
    assert shown(page) == {"chicago"}
    assert page.locator(".lib-reference h4:visible").all_inner_texts() == ["Chicago", "Chicago"]
    expect(page.locator(".lib-cite :is(fieldset, input, select, button, summary, a):visible")).to_have_count(0)
    page.emulate_media(media="screen")
    page.locator("summary").first.click()
    page.emulate_media(media="print")
    expect(page.locator(".lib-bibtex:visible")).to_have_count(1)


@pytest.mark.parametrize(("width", "text"), [(320, 100), (640, 200), (320, 200)])
def test_nothing_in_the_box_is_wider_than_the_screen(width: int, text: int, page: Page, served: dict[str, str]) -> None:
    """A window of 1280 px at 400 % is one of 320 px, at 200 % one of 640 px; ``text`` enlarges letters alone, in per cent."""
    page.set_viewport_size({"width": width, "height": 640})
    wide = []
    for path in [f"{prefix(language)}publications/{work}/" for language in LANGUAGES for work in ("russian-study", *AWKWARD)]:
        page.goto(served["small"] + path)
        page.evaluate(
            """size => {
            document.documentElement.style.fontSize = size + '%';
            document.querySelectorAll('.lib-cite details').forEach(details => { details.open = true; });
        }""",
            text,
        )
        wide += [
            f"{path}: {what}"
            for what in page.evaluate("""() => [...document.querySelectorAll('.lib-cite, .lib-cite *')]
            .filter(element => element.getClientRects().length && !element.matches('.lib-hidden'))
            .filter(element => element.getBoundingClientRect().right > innerWidth + 0.5 || element.scrollWidth > element.clientWidth + 1
                && getComputedStyle(element).display !== 'inline' && element.clientWidth)
            .map(element => element.tagName + '.' + element.className)""")
        ]
    assert not wide

"""The search page in a browser: words, facets, the address, the keyboard, what is taken away, what goes wrong."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qs

import bibtexparser
import pytest
import rispy
from accessibility import WIDTHS, looks_in_turn, violations
from library.catalogue.catalogue import Catalogue
from library.catalogue.indexes import index
from library.citations.citing import Citing
from library.citations.formats import BIBTEX, FORMATS
from library.citations.texts import ExportTexts
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect
from readers import new_reader
from searching import PREFIXES, count, found, listen, open_search, search_address, settle
from sites import LANGUAGES, SITE_URL, Built

pytestmark = pytest.mark.slow


@pytest.fixture(scope="session")
def base(served_kept: str) -> str:
    """Records whose words are known: these tests say what is found."""
    return served_kept


def choose(page: Page, facet: str, value: str) -> None:
    box = page.locator(f'[data-facet="{facet}"]')
    if not box.evaluate("facet => facet.open"):
        box.locator("summary").click()
    item = box.locator(f'[data-value="{value}"]')
    if not item.is_visible():
        box.locator(".lib-filter__more").click()
    item.locator("input").click()
    settle(page)


# -- words and facets together --------------------------------------------------------------


def test_results_come_while_a_word_is_typed(page: Page, base: str) -> None:
    open_search(page, base, "ru")
    page.locator("#search-words").press_sequentially("мотивац")
    expect(page.locator(".lib-card__title").first).to_contain_text("отивац")
    expect(page).to_have_url(re.compile(r"\?q=%D0%BC%D0%BE%D1%82"))
    assert "motivation-public-servants-pakistan" in found(page)


def test_words_and_facets_go_together_and_counts_follow(page: Page, base: str, kept_catalogue: Catalogue) -> None:
    shelves = index(kept_catalogue).shelves
    georgian = {placed.work.id for placed in shelves["countries"]["GE"].works}
    digital = {placed.work.id for placed in shelves["themes"]["digitalisation"].works}
    open_search(page, base)
    assert count(page, "country", "ge") == len(georgian)
    choose(page, "theme", "digitalisation")
    assert count(page, "country", "ge") == len(georgian & digital)
    # Within a facet values widen, so the other themes keep their own numbers.
    assert count(page, "theme", "anti-corruption") == len(shelves["themes"]["anti-corruption"].works)
    choose(page, "country", "ge")
    assert set(found(page)) == georgian & digital
    page.locator("#search-words").fill("police")
    page.keyboard.press("Enter")
    settle(page)
    left = found(page)
    assert set(left) <= georgian & digital
    assert count(page, "country", "ge") == len(left)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_value_counts_what_its_page_holds(language: str, page: Page, base: str, kept_catalogue: Catalogue) -> None:
    open_search(page, base, language)
    paths = {
        "theme": "themes",
        "country": "countries",
        "type": "types",
        "year": "years",
        "language": "languages",
        "series": "series",
        "access": "access",
        "format": "formats",
    }
    shown = page.evaluate("""() => [...document.querySelectorAll('[data-facet]')].map(facet => [facet.dataset.facet,
        [...facet.querySelectorAll('[data-value]')].map(item => [item.dataset.value, item.querySelector('.lib-count').textContent])])""")
    shelves = index(kept_catalogue).shelves
    assert {facet: {value: int(number) for value, number in values} for facet, values in shown} == {
        name: {term.lower(): len(shelf.works) for term, shelf in shelves[path].items()} for name, path in paths.items()
    }


def test_two_values_of_a_facet_widen_and_two_facets_narrow(page: Page, base: str) -> None:
    open_search(page, base, country=["kz"], show="200")
    kazakh = set(found(page))
    open_search(page, base, country=["ge"], show="200")
    georgian = set(found(page))
    open_search(page, base, country=["kz", "ge"], show="200")
    both = set(found(page))
    assert both == kazakh | georgian
    open_search(page, base, country=["kz", "ge"], type=["article"], show="200")
    assert set(found(page)) < both


def test_the_order_can_be_chosen(page: Page, base: str, kept_catalogue: Catalogue) -> None:
    newest = [placed.work.id for placed in index(kept_catalogue).newest]
    open_search(page, base, show="200")
    assert found(page) == newest
    page.locator("#search-sort").select_option("title")
    settle(page)
    titles = page.locator(".lib-card__title a").all_text_contents()
    assert len(titles) == len(newest)
    latin = [title.strip('[]"“«').casefold() for title in titles if title[0].isalpha()]
    assert latin[:1] < latin[-1:]
    assert page.url.endswith("sort=title&show=200")
    open_search(page, base, q="ethics", sort="newest")
    ethical = found(page)
    assert ethical == sorted(ethical, key=newest.index)


@pytest.mark.parametrize("language", LANGUAGES)
def test_titles_stand_in_the_order_of_the_list_of_titles(language: str, page: Page, base: str, kept_site: Built) -> None:
    open_search(page, base, language, sort="title", show="200")
    page_of_titles = kept_site.text(f"{PREFIXES[language]}titles/index.html")
    listed = re.findall(
        r'<li><a href="[^"]*/([^/"]+)/">', page_of_titles[page_of_titles.index("lib-titles") : page_of_titles.index("lib-footer")]
    )
    assert found(page) == [work for work in listed if work in set(found(page))]
    assert len(found(page)) == len(listed)


def test_the_switch_searches_every_language(page: Page, base: str) -> None:
    open_search(page, base, "en", q="공무원")
    expect(page.locator(".lib-results__how")).to_contain_text("in another language")
    open_search(page, base, "ru", q="Baimenov", **{"in": "all"})
    everywhere = set(found(page))
    expect(page.locator("[name=in]")).to_be_checked()
    page.locator("[name=in]").uncheck()
    settle(page)
    assert set(found(page)) <= everywhere
    assert "in=all" not in page.url


@pytest.mark.parametrize(
    ("language", "query"), [("ko", "memleket"), ("en", "gosudarstvennaya"), ("kk", "ethcs"), ("ru", "qusghk"), ("en", "ujcelfhcndj")]
)
def test_what_no_word_of_the_page_s_language_is_like_is_looked_for_in_the_others(language: str, query: str, page: Page, base: str) -> None:
    open_search(page, base, language, q=query)
    assert found(page)
    expect(page.locator(".lib-results__how a")).to_be_visible()


def test_more_results_come_at_a_click_and_the_keyboard_goes_on_from_there(page: Page, base: str) -> None:
    open_search(page, base)
    assert len(found(page)) == 20
    page.locator(".lib-results__more button").click()
    expect(page.locator(".lib-results .lib-card")).to_have_count(40)
    assert page.evaluate("[...document.querySelectorAll('.lib-card')].indexOf(document.activeElement.closest('.lib-card'))") == 20
    assert "show=40" in page.url


# -- the address ----------------------------------------------------------------------------


def test_an_address_brings_the_whole_search_back(page: Page, base: str, browser: Browser) -> None:
    open_search(page, base, "kk")
    choose(page, "country", "kz")
    choose(page, "type", "article")
    page.locator("#search-words").fill("қызмет")
    page.keyboard.press("Enter")
    settle(page)
    page.locator("#search-sort").select_option("newest")
    settle(page)
    before = found(page)
    context = new_reader(browser)
    elsewhere = context.new_page()
    elsewhere.goto(page.url)
    settle(elsewhere)
    assert found(elsewhere) == before
    expect(elsewhere.locator("#search-words")).to_have_value("қызмет")
    expect(elsewhere.locator("#search-sort")).to_have_value("newest")
    assert elsewhere.locator(".lib-chip").count() == 2
    context.close()


def test_going_back_undoes_one_choice_after_the_other(page: Page, base: str) -> None:
    open_search(page, base)
    choose(page, "country", "kz")
    first = found(page)
    choose(page, "type", "article")
    page.go_back()
    expect(page.locator(".lib-chip")).to_have_count(1)
    settle(page)
    assert found(page) == first
    page.locator(".lib-card__title a").first.click()
    page.go_back()
    settle(page)
    assert found(page) == first


def test_another_language_of_the_page_keeps_the_search(page: Page, base: str) -> None:
    open_search(page, base, "en", country="ge")
    ids = found(page)
    page.locator(".lib-languages").get_by_role("link", name="한국어").click()
    expect(page.locator("html")).to_have_attribute("lang", "ko")
    settle(page)
    assert found(page) == ids


def test_the_box_of_every_page_leads_to_the_results(page: Page, base: str) -> None:
    page.goto(f"{base}ko/themes/")
    page.locator("#header-search").fill("부패")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/ko/search/\?q="))
    settle(page)
    assert found(page)


# -- the keyboard alone ---------------------------------------------------------------------


def test_the_keyboard_alone_searches_filters_and_puts_aside(page: Page, base: str) -> None:
    page.goto(f"{base}ru/about/")
    page.keyboard.press("/")
    expect(page.locator("#header-search")).to_be_focused()
    page.keyboard.type("реформа")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/ru/search/\?q="))
    settle(page)
    before = len(found(page))
    page.locator("#search-words").focus()
    for _ in range(12):  # past the button and the switch, into the filters
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('.lib-filter input')"):
            break
    assert page.evaluate("document.activeElement.matches('.lib-filter input')")
    page.keyboard.press("Space")
    expect(page.locator(".lib-chip")).to_have_count(1)
    settle(page)
    assert 0 < len(found(page)) <= before
    page.locator(".lib-card__title a").first.focus()
    page.keyboard.press("Tab")
    expect(page.locator("[data-keep]").first).to_be_focused()
    page.keyboard.press("Space")
    expect(page.locator("[data-keep]").first).to_have_attribute("aria-pressed", "true")
    expect(page.locator("[data-kept]")).to_have_text("1")


def test_taking_a_chip_away_keeps_the_keyboard_on_the_page(page: Page, base: str) -> None:
    open_search(page, base, country=["kz", "ge"])
    page.locator(".lib-chip").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".lib-chip")).to_have_count(1)
    expect(page.locator(".lib-chip").first).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".lib-chip")).to_have_count(0)
    expect(page.locator("#search-words")).to_be_focused()


# -- without scripts ------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_javascript_every_value_has_a_page_and_the_search_page_says_so(
    language: str, browser: Browser, base: str, kept_site: Built
) -> None:
    context = new_reader(browser, java_script_enabled=False)
    page = context.new_page()
    page.goto(search_address(base, language, q="этика"))
    expect(page.locator(".lib-search__plain")).to_be_visible()
    links = page.eval_on_selector_all(
        ".lib-filter li a", "links => links.map(link => [link.pathname, link.parentNode.querySelector('.lib-count').textContent])"
    )
    assert len(links) > 100
    for path, number in links:
        total = re.search(r'<p class="lib-total">([^<]*)', kept_site.text(f"{path.strip('/')}/index.html"))[1]
        assert re.search(r"\d+", total)[0] == number, path
    assert page.locator("button:visible").count() == 1, "only the button that sends the words"
    page.locator(".lib-filter a").first.click()
    expect(page.locator(".lib-cards")).to_be_visible()
    context.close()


def test_where_scripts_do_not_load_the_page_is_as_without_them(page: Page, base: str) -> None:
    page.route("**/javascripts/search.js", lambda route: route.abort())
    page.goto(search_address(base))
    expect(page.locator(".lib-search__plain")).to_be_visible()
    expect(page.locator(".lib-filter a").first).to_be_visible()


# -- accessibility in every state -----------------------------------------------------------


STATES = {
    "empty": "",
    "results": "?q={word}&country=kz",
    "none": "?q=qqqqzzzz",
    "unknown": "?theme=nonsense",
    "print": "?country=ge&print=gost",
}
WORDS = {"en": "reform", "ru": "реформа", "kk": "реформа", "ko": "개혁"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_nothing_in_any_state(language: str, browser: Browser, base: str, amount: Callable[[int, int], int]) -> None:
    """Each state in one look and in two of the languages, in the other one in another look."""
    found_: list[str] = []
    place = LANGUAGES.index(language)
    every = amount(2, 1)

    def judge(state: str) -> None:
        nonlocal place
        if place % every == 0:
            found_.extend(f"{state} ({violation})" for violation in violations(page, looks_in_turn(place // every, amount(1, 4))))
        page.set_viewport_size({"width": min(WIDTHS), "height": 900})
        place += 1

    context = new_reader(browser)
    page = context.new_page()
    for state, query in STATES.items():
        page.goto(f"{base}{PREFIXES[language]}search/{query.format(word=WORDS[language])}")
        settle(page)
        judge(state)
    page.goto(f"{base}{PREFIXES[language]}search/")
    settle(page)
    # Where the screen is narrow all filters are behind a button; wide, they are there whether it was pressed or not.
    page.locator(".lib-filters__toggle").click()
    page.evaluate("document.querySelectorAll('.lib-filter').forEach(facet => { facet.open = true; facet.classList.add('is-whole'); })")
    page.locator(".lib-take summary").click()
    judge("facets open")
    for state, query in {"own list": "", "sent list": "?works=motivation-public-servants-pakistan,nowhere"}.items():
        page.locator("[data-keep]:visible").first.click()
        page.goto(f"{base}{PREFIXES[language]}reading-list/{query}")
        settle(page)
        judge(state)
        assert page.evaluate("document.documentElement.scrollWidth") <= min(WIDTHS)
        page.set_viewport_size({"width": max(WIDTHS), "height": 900})
    context.close()
    assert not found_, "\n".join(found_)


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_wider_than_a_narrow_screen(language: str, browser: Browser, base: str) -> None:
    context = new_reader(browser, viewport={"width": 320, "height": 640})
    page = context.new_page()
    for path in (
        "search/?q={word}&country=kz",
        "search/?q=qqqqzzzz",
        "reading-list/?works=motivation-public-servants-pakistan",
        "search/?country=ge&print=apa",
    ):
        page.goto(f"{base}{PREFIXES[language]}{path.format(word=WORDS[language])}")
        settle(page)
        if page.locator(".lib-filters__toggle:visible").count():
            page.locator(".lib-filters__toggle").click()
        if page.locator(".lib-take summary:visible").count():
            page.locator(".lib-take summary").click()
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, path
    context.close()


def test_the_number_of_results_is_told_to_those_who_do_not_see_it(page: Page, base: str) -> None:
    open_search(page, base, "ru", country="kz")
    status = page.get_by_role("status")
    number = len(found(page)) if len(found(page)) < 20 else count(page, "country", "kz")
    expect(status).to_have_text(re.compile(rf"^{number} публикац"))


# -- export what you see --------------------------------------------------------------------


def open_take(page: Page) -> None:
    if not page.locator(".lib-take").evaluate("details => details.open"):
        page.locator(".lib-take summary").click()


def download(page: Page, selector: str) -> tuple[str, bytes]:
    open_take(page)
    with page.expect_download() as downloading:
        page.locator(selector).click()
    return downloading.value.suggested_filename, Path(downloading.value.path()).read_bytes()


def taken(page: Page, ending: str, entries: str = "once") -> tuple[str, str]:
    """Name and text of the selection's file in a format: each work once, or every edition."""
    open_take(page)
    page.locator(".lib-take [data-format]").select_option(ending)
    if page.locator(".lib-entries").is_visible():
        page.locator(f".lib-entries [value={entries}]").check()
    name, data = download(page, ".lib-take [data-way=file]")
    return name, data.decode()


def test_a_selection_is_taken_away_as_the_list_of_its_page_would_be(
    page: Page, base: str, kept_site: Built, kept_catalogue: Catalogue
) -> None:
    works = index(kept_catalogue).shelves["countries"]["GE"].works
    citing = Citing(kept_catalogue, SITE_URL)
    texts = ExportTexts(kept_catalogue, citing)
    editions = sum(len(placed.work.editions) for placed in works)
    open_search(page, base, country="ge")
    open_take(page)
    expect(page.locator(".lib-entries")).to_be_visible()
    expect(page.locator(".lib-entries label")).to_have_text(
        [
            f"Each publication once: {len(works)} publications",
            f"Every edition: {editions} editions",
        ]
    )
    for format_ in FORMATS:
        name, text = taken(page, format_.ending, "all")
        assert name == f"publications-{max(placed.changed for placed in works)}.{format_.ending}"
        assert text == format_.join(entry for placed in works for entry in texts.of(format_, placed)), format_.ending
    once = BIBTEX.join(texts.of(BIBTEX, placed)[citing.offered(placed, "en")] for placed in works)
    assert taken(page, "bib") == (f"publications-{max(placed.changed for placed in works)}.bib", once)
    assert (kept_site.folder / "countries/ge/works.bib").read_bytes().decode() == once


def test_what_is_taken_away_is_read_by_other_programs(page: Page, base: str) -> None:
    open_search(page, base, "ko", q="윤리")
    ids = found(page)
    assert len(ids) >= 2
    library = bibtexparser.parse_string(taken(page, "bib")[1])
    assert not library.failed_blocks
    rows = list(csv.DictReader(io.StringIO(taken(page, "csv")[1].removeprefix("\ufeff"))))
    assert (
        len(library.entries) == len(rispy.loads(taken(page, "ris")[1])) == len(json.loads(taken(page, "json")[1])) == len(rows) == len(ids)
    )


def test_results_are_offered_to_zotero(page: Page, base: str) -> None:
    page.add_init_script("document.addEventListener('ZoteroItemUpdated', () => { document.documentElement.dataset.updated = 'yes'; })")
    open_search(page, base, "ru", country="ge")
    page.mouse.move(200, 300)
    page.mouse.move(210, 320)
    expect(page.locator("html")).to_have_attribute("data-updated", "yes")
    cards = page.locator(".lib-results .lib-card")
    told = [parse_qs(str(title)) for title in page.locator(".lib-results .Z3988").evaluate_all("spans => spans.map((span) => span.title)")]
    assert len(told) == cards.count() > 1
    for card, one in zip(cards.all(), told):
        address = str(card.locator(".lib-card__title a").get_attribute("href")).strip("./")
        [own] = [value for value in one["rft_id"] if "/publications/" in value or "/journal/" in value]
        assert own.strip("/").endswith(address.rpartition("/")[2])
        assert {"rft.title", "rft.btitle", "rft.atitle"} & set(one)
        assert one.get("rft.description", []) == card.locator(".lib-card__summary").all_inner_texts()


@pytest.mark.parametrize("style", ["gost", "apa"])
def test_a_bibliography_names_every_work_once(style: str, page: Page, base: str) -> None:
    open_search(page, base, "ru", country="ge", show="100")
    page.locator(".lib-take summary").click()
    page.locator(".lib-take__style").select_option(style)
    name, text = download(page, '[data-bibliography="file"]')
    assert re.fullmatch(rf"publications-\d{{4}}-\d\d-\d\d-{style}\.txt", name)
    references = [line for line in text.decode().split("\n") if line]
    assert len(references) == len(found(page))
    if style == "gost":
        assert [line.split(". ")[0] for line in references] == [str(number + 1) for number in range(len(references))]
    page.locator('[data-bibliography="copy"]').click()
    expect(page.locator(".lib-take__status")).not_to_be_empty()
    assert page.evaluate("navigator.clipboard.readText()").replace("\r\n", "\n").strip() == text.decode().strip()


@pytest.mark.parametrize(("language", "words"), [("en", "Trends"), ("ru", "Тенденции"), ("ko", "Trends")])
def test_a_bibliography_has_the_edition_that_the_works_page_offers(language: str, words: str, page: Page, base: str) -> None:
    page.goto(f"{base}{PREFIXES[language]}reading-list/?works=civil-service-development-trends-executive-summary")
    settle(page)
    page.locator(".lib-take summary").click()
    page.locator(".lib-take__style").select_option("apa")
    _, text = download(page, '[data-bibliography="file"]')
    assert words.casefold() in text.decode().casefold()


def test_the_page_for_printing_has_an_address_and_holds_every_work(page: Page, base: str) -> None:
    open_search(page, base, "kk", country="ge")
    ids = set(found(page))
    page.locator(".lib-take summary").click()
    page.locator(".lib-take__style").select_option("apa")
    page.locator('[data-bibliography="print"]').click()
    expect(page.locator(".lib-bibliography li")).to_have_count(len(ids))
    assert "print=apa" in page.url
    page.goto(page.url)
    settle(page)
    addresses = page.locator(".lib-bibliography__address a").all_text_contents()
    assert {address.rstrip("/").split("/")[-1] for address in addresses} == ids
    assert all(address.startswith(f"{base}kk/") for address in addresses)
    page.emulate_media(media="print")
    for part in (".lib-nav", ".lib-languages", ".lib-find", ".lib-footer ul"):
        expect(page.locator(part)).to_be_hidden()
    expect(page.locator(".lib-brand")).to_be_visible()  # the letterhead
    expect(page.locator(".lib-printing__ways")).to_be_hidden()
    expect(page.locator(".lib-bibliography li").first).to_be_visible()
    page.emulate_media(media="screen")
    page.locator("[data-back]").click()
    settle(page)
    assert set(found(page)) == ids


# -- the reading list -----------------------------------------------------------------------


def test_a_reading_list_is_kept_sent_and_adopted(page: Page, base: str, browser: Browser) -> None:
    page.goto(f"{base}countries/ge/")
    kept = page.eval_on_selector_all("[data-keep]", "buttons => buttons.slice(0, 3).map(button => button.dataset.keep)")
    for work in kept:
        page.locator(f'[data-keep="{work}"]').click()
    expect(page.locator("[data-kept]")).to_have_text("3")
    page.locator("[data-list-link] a").click()
    settle(page)
    assert found(page) == kept
    page.reload()
    settle(page)
    assert found(page) == kept
    page.locator("[data-send]").click()
    expect(page.locator(".lib-take__status")).not_to_be_empty()
    address = page.evaluate("navigator.clipboard.readText()")
    assert address == f"{base}reading-list/?works={','.join(kept)}"
    context = new_reader(browser)
    colleague = context.new_page()
    colleague.goto(address.replace("/reading-list/", "/ru/reading-list/"))
    settle(colleague)
    assert found(colleague) == kept
    expect(colleague.locator("[data-kept]")).to_have_text("")
    colleague.locator("[data-adopt]").click()
    expect(colleague.locator("[data-kept]")).to_have_text("3")
    assert "works=" not in colleague.url
    colleague.locator("[data-empty]").click()
    expect(colleague.locator(".lib-card")).to_have_count(0)
    context.close()


def test_a_work_on_its_own_page_is_put_aside_and_taken_out_again(page: Page, base: str) -> None:
    page.goto(f"{base}ko/publications/motivation-public-servants-pakistan/")
    button = page.locator(".lib-work__keep [data-keep]")
    button.click()
    expect(button).to_have_attribute("aria-pressed", "true")
    page.reload()
    expect(button).to_have_attribute("aria-pressed", "true")
    button.click()
    expect(button).to_have_attribute("aria-pressed", "false")


def test_a_reading_list_is_taken_away_in_its_own_order(page: Page, base: str) -> None:
    works = ["motivation-public-servants-pakistan", "one-stop-shop-georgia"]
    page.goto(f"{base}reading-list/?works={','.join(works)}")
    settle(page)
    name, text = taken(page, "csv")
    assert re.fullmatch(r"reading-list-\d{4}-\d\d-\d\d\.csv", name)
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))
    pages = list(dict.fromkeys(value for row in rows for value in row.values() if value and "/publications/" in value))
    assert [next(work for work in works if work in value) for value in pages] == works


def test_a_list_from_another_time_says_what_is_gone(page: Page, base: str) -> None:
    said = listen(page)
    page.goto(f"{base}reading-list/?works=one-stop-shop-georgia,no-longer-here,%3Cscript%3Ealert(1)%3C/script%3E")
    settle(page)
    assert found(page) == ["one-stop-shop-georgia"]
    expect(page.locator(".lib-search__notices")).to_contain_text("no-longer-here, <script>alert(1)</script>")
    assert not said


def test_a_browser_that_keeps_nothing_says_so(context: BrowserContext, base: str) -> None:
    context.add_init_script("Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } })")
    page = context.new_page()
    said = listen(page)
    open_search(page, base)
    page.locator("[data-keep]").first.click()
    expect(page.locator("[data-kept]")).to_have_text("1")
    assert not said


@pytest.mark.parametrize("stored", ['{"no": [', "null", '{"length": 1, "0": "a"}', '"text"', '[1, null, true, ["a"], {"id": "a"}]'])
def test_a_spoilt_reading_list_is_an_empty_one(stored: str, context: BrowserContext, base: str) -> None:
    context.add_init_script(f"localStorage.setItem('library-reading-list', {json.dumps(stored)})")
    page = context.new_page()
    said = listen(page)
    page.goto(f"{base}reading-list/")
    settle(page)
    assert found(page) == []
    expect(page.locator(".lib-results__status")).to_contain_text("empty")
    assert not said


# -- wrong input ----------------------------------------------------------------------------


def test_an_unknown_facet_is_named_and_the_rest_is_shown(page: Page, base: str) -> None:
    said = listen(page)
    open_search(page, base, theme="no-such-theme", topic="ethics", country="ge", sort="colour", utm_source="mail")
    notice = page.locator(".lib-search__notices")
    expect(notice).to_contain_text("theme = no-such-theme")
    expect(notice).to_contain_text("topic = ethics")
    expect(notice).to_contain_text("sort = colour")
    expect(notice).not_to_contain_text("utm_source")
    assert len(found(page)) == count(page, "country", "ge")
    assert not said


def test_an_old_bookmark_in_capitals_still_works(page: Page, base: str) -> None:
    open_search(page, base, country="GE")
    assert found(page)
    expect(page.locator(".lib-search__notices")).to_be_empty()


def test_a_question_of_ten_thousand_characters_is_cut_and_said_so(page: Page, base: str) -> None:
    said = listen(page)
    open_search(page, base, "ru", q="реформа " * 1250)
    expect(page.locator(".lib-search__notices .lib-notice")).to_be_visible()
    assert found(page)
    page.locator("#search-words").fill("я" * 10_000)
    page.keyboard.press("Enter")
    settle(page)
    assert len(page.url) < 3_000
    assert not said


@pytest.mark.parametrize(
    "query",
    [
        "<script>document.title='x'</script>",
        '"><img src=x onerror="document.title=1">',
        "{words}",
        "\\u0000 %00 %zz",
        "'; DROP TABLE",
        "😀😀",
        "\u202eabc",
        "ﬁ ﬀ",
        "..",
        "*",
        "constructor",
        "__proto__ toString",
        "a" * 199 + "😀",
    ],
)
def test_a_query_never_becomes_markup_and_never_breaks(query: str, page: Page, base: str) -> None:
    said = listen(page)
    open_search(page, base, q=query)
    assert page.title().startswith("Search")
    assert page.locator(".lib-results script, .lib-results img, .lib-search__notices img").count() == 0
    assert page.locator(".lib-results__status").text_content()
    assert not said


def test_a_title_with_markup_in_it_stays_text(page: Page, served_small: str) -> None:
    said = listen(page)
    open_search(page, served_small, show="100")
    assert page.locator(".lib-cards script, .lib-cards b, .lib-cards img").count() == 0
    assert "&" in page.locator(".lib-cards").inner_text()
    assert not said


def _answer(status: int, body: str = ""):
    return lambda route: route.fulfill(status=status, body=body, content_type="application/json")


def _half(route: Route) -> None:
    text = route.fetch().text()
    route.fulfill(status=200, body=text[: len(text) // 2], content_type="application/json")


def _of_another_build(route: Route) -> None:
    content = route.fetch().json()
    route.fulfill(status=200, body=json.dumps(content | {"stamp": "00000000"}), content_type="application/json")


FAILURES = {
    "missing": _answer(404),
    "half": _half,
    "of another build": _of_another_build,
    "not JSON": _answer(200, "<!doctype html>"),
    "empty": _answer(200),
    "without its parts": _answer(200, '{"stamp":"x"}'),
}


@pytest.mark.parametrize("failure", FAILURES)
@pytest.mark.parametrize("file", ["**/facets.json", "**/words.json", "**/words/*.json", "**/cards/*.json"])
def test_a_file_that_does_not_come_whole_is_said_and_there_is_a_way_on(file: str, failure: str, page: Page, base: str) -> None:
    said = listen(page)
    page.route(file, FAILURES[failure])
    open_search(page, base, "ru", q="реформа", country="kz")
    notice = page.locator(".lib-search__notices .lib-notice")
    if file == "**/facets.json" and failure == "of another build":
        # The first file read says which build it is; the others are then the strange ones.
        expect(notice).to_be_visible()
    expect(notice).to_be_visible()
    expect(notice.locator("button")).to_be_visible()
    assert not said
    if "facets" in file and failure != "of another build":
        expect(page.locator(".lib-search__plain")).to_be_visible()
        assert page.locator(".lib-filter a").count() > 100
    page.unroute_all(behavior="ignoreErrors")
    if failure != "of another build":
        notice.locator("button").click()
        expect(page.locator(".lib-card").first).to_be_visible()
        settle(page)
        assert found(page)
        assert not said


def test_a_script_that_does_not_come_is_said_too(page: Page, base: str) -> None:
    said = listen(page)
    page.route("**/javascripts/search-words.js", lambda route: route.abort())
    open_search(page, base, "ru", q="реформа")
    notice = page.locator(".lib-search__notices .lib-notice")
    expect(notice.locator("button")).to_be_visible()
    page.unroute("**/javascripts/search-words.js")
    notice.locator("button").click()
    expect(page.locator(".lib-card").first).to_be_visible()
    assert not said

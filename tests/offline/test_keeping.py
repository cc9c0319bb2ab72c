"""What a browser keeps of the pages that were visited, and when it shows it."""

from __future__ import annotations

import pytest
from keepers import Host, heading, kept, until_kept, visit
from playwright.sync_api import BrowserContext, Page, Route, expect
from readers import until
from searching import PREFIXES

pytestmark = pytest.mark.slow


OFFLINE_PAGES = "paths => Promise.all(paths.map(path => caches.match(`/library/${path}offline/`))).then(found => found.every(Boolean))"
"""Those of all languages are at hand."""


def active(page: Page) -> str:
    """The version of the worker in charge, as its cache is named."""
    return page.evaluate(
        "async () => (await caches.keys()).filter(name => name.includes(' core ')).map(name => name.split(' core ')[1]).join()"
    )


def test_the_very_first_page_is_kept_with_its_fonts(page: Page, host: Host, context: BrowserContext) -> None:
    visit(page, host, "themes/")
    until(
        page,
        """async () => {
      const keys = await (await caches.open('library /library/ kept')).keys();
      return keys.some(key => key.url.endsWith('.woff2'));
    }""",
    )
    context.set_offline(True)
    page.reload()
    assert heading(page) == "Themes"
    assert page.evaluate("() => document.fonts.ready.then(() => [...document.fonts].some(font => font.status === 'loaded'))")
    assert page.evaluate("() => getComputedStyle(document.querySelector('.lib-brand')).display") == "flex"


def test_a_visited_page_opens_without_a_connection_whatever_follows_its_path(page: Page, host: Host, context: BrowserContext) -> None:
    visit(page, host, "themes/")
    visit(page, host, "titles/")
    context.set_offline(True)
    for address in ("themes/?from=mail#content", "themes/index.html", "themes"):
        page.goto(host.address + address)
        assert heading(page) == "Themes"


def test_a_page_that_was_not_visited_says_so_in_its_language(page: Page, host: Host, context: BrowserContext) -> None:
    visit(page, host, "themes/")
    visit(page, host, "themes/")
    until(page, OFFLINE_PAGES, list(PREFIXES.values()))
    context.set_offline(True)
    for language, prefix in PREFIXES.items():
        page.goto(f"{host.address}{prefix}countries/")
        assert page.url == f"{host.address}{prefix}countries/"
        assert page.evaluate("() => document.documentElement.lang") == language
        assert page.locator("[data-instead]").is_visible()
        page.locator("[data-kept-pages] a").wait_for()
        assert page.locator("[data-kept-pages] a").all_inner_texts() == ["Themes"]
    page.locator("[data-kept-pages] a").click()
    page.wait_for_url("**/library/themes/")
    assert heading(page) == "Themes"


def test_after_one_page_the_offline_page_is_in_its_language_for_all(page: Page, host: Host, context: BrowserContext) -> None:
    """Those of the other languages would make a first visit heavier; they come with the second page."""
    visit(page, host, "kk/themes/")
    assert [path for path in host.asked if path.endswith("offline/")] == ["kk/offline/"]
    context.set_offline(True)
    page.goto(f"{host.address}ru/countries/")
    assert page.evaluate("() => document.documentElement.lang") == "kk"
    expect(page.locator("[data-instead]")).to_be_visible()
    expect(page.locator("[data-kept-pages] a")).to_have_count(1)


def test_the_page_comes_by_itself_when_the_connection_is_back(page: Page, host: Host, context: BrowserContext) -> None:
    visit(page, host, "themes/")
    context.set_offline(True)
    page.goto(host.address + "countries/")
    context.set_offline(False)
    page.locator("h1", has_text="Countries").wait_for()


def test_the_page_comes_by_itself_where_the_host_comes_back_later_than_the_connection(
    page: Page, host: Host, context: BrowserContext
) -> None:
    """A browser says that it is online as soon as it has a network, whether anything is reached through it or not."""
    visit(page, host, "themes/")
    context.set_offline(True)
    page.goto(host.address + "countries/")
    lost = 0

    def answer(route: Route) -> None:
        nonlocal lost
        lost += 1
        if lost == 1:
            route.abort()
        else:
            route.continue_()

    context.route(lambda address: address == host.address + "countries/", answer)
    context.set_offline(False)
    page.locator("h1", has_text="Countries").wait_for()
    assert lost > 1


def test_what_is_kept_can_be_looked_at_and_forgotten(page: Page, host: Host) -> None:
    visit(page, host, "themes/")
    visit(page, host, "ru/titles/")
    page.goto(host.address + "offline/")
    links = page.locator("[data-kept-pages] a")
    links.nth(1).wait_for()
    assert [link.get_attribute("lang") for link in links.all()] == ["ru", "en"]
    assert not page.locator("[data-instead]").is_visible()
    page.locator("[data-forget]").click()
    page.locator("[data-nothing]").wait_for()
    expect(page.locator("[data-forgotten]")).not_to_be_empty()
    assert links.count() == 0
    assert kept(page) == kept(page, "asset") == []


def test_fresh_content_wins(page: Page, host: Host) -> None:
    visit(page, host, "themes/")
    host.change("themes/index.html", "<h1>Themes</h1>", "<h1>New themes</h1>")
    page.reload()
    assert heading(page) == "New themes"


def test_a_slow_line_shows_the_kept_page_after_a_while(page: Page, host: Host) -> None:
    host.change("sw.js", "PATIENCE=4000", "PATIENCE=300")
    visit(page, host, "themes/")
    visit(page, host, "titles/")
    host.change("themes/index.html", "<h1>Themes</h1>", "<h1>New themes</h1>")
    host.open.clear()
    page.goto(host.address + "themes/", wait_until="commit")
    assert heading(page) == "Themes"
    host.open.set()
    # What came too late for the reader is kept for the next time.
    until(page, "() => caches.match('/library/themes/').then(answer => answer.text()).then(text => text.includes('New themes'))")


def test_errors_and_redirects_are_not_kept_and_an_error_of_the_host_does_not_hide_a_page(page: Page, host: Host) -> None:
    visit(page, host, "themes/")
    host.failing |= {"themes/", "countries/"}
    host.moved["years/"] = "/library/titles/"
    page.goto(host.address + "themes/")
    assert heading(page) == "Themes"
    assert page.goto(host.address + "countries/").status == 503
    page.goto(host.address + "years/")
    assert page.url == host.address + "titles/"
    assert page.goto(host.address + "none/").status == 404
    until_kept(page, "titles/")
    assert sorted(kept(page)) == ["themes/", "titles/"]


def test_a_page_that_is_gone_is_forgotten(page: Page, host: Host) -> None:
    visit(page, host, "themes/")
    visit(page, host, "titles/")
    (host.site / "themes" / "index.html").rename(host.site / "moved.html")
    (host.site / "themes").rename(host.site / "gone")
    assert page.goto(host.address + "themes/").status == 404
    until(page, "() => caches.match('/library/themes/').then(found => !found)")


def test_downloads_ranges_and_files_for_programs_pass_by(page: Page, host: Host) -> None:
    visit(page, host, "themes/")
    (host.site / "assets" / "part.css").write_text("a{}")
    page.evaluate("""async () => {
      for (const path of ['feed.xml', 'themes/index.html', 'sitemap.xml', 'sw.js']) { await fetch('/library/' + path); }
      await fetch('/library/assets/part.css', {headers: {range: 'bytes=0-1'}});
      await fetch('/library/search/index/facets.json', {method: 'HEAD'});
    }""")
    visit(page, host, "titles/")
    assert kept(page) == ["themes/", "titles/"]
    assert kept(page, "index") == []
    assert "assets/part.css" not in kept(page, "asset")


def test_the_oldest_pages_go_first(page: Page, host: Host) -> None:
    host.change("sw.js", "MOST_PAGES=60", "MOST_PAGES=3")
    for path in ("themes/", "titles/", "countries/", "themes/", "years/"):
        visit(page, host, path)
    until(page, "() => caches.match('/library/titles/').then(found => !found)")
    assert kept(page) == ["countries/", "themes/", "years/"]


def test_what_is_kept_has_a_bound_in_bytes(page: Page, host: Host) -> None:
    host.change("sw.js", "MOST_BYTES=25e6", "MOST_BYTES=1e6")
    for path in ("themes", "titles"):
        host.change(f"{path}/index.html", "</body>", f"<!-- {'long ' * 100_000} --></body>")
    visit(page, host, "themes/")
    visit(page, host, "titles/")
    until(page, "() => caches.match('/library/themes/').then(found => !found)")
    assert kept(page) == ["titles/"]


def test_search_works_without_a_connection_on_what_was_kept(page: Page, host: Host, context: BrowserContext) -> None:
    visit(page, host, "search/?q=ethics")
    page.wait_for_function("() => document.querySelector('.lib-search').dataset.turn")
    visit(page, host, "search/?q=ethics")
    page.wait_for_function("() => document.querySelector('.lib-search').dataset.turn")
    told = page.locator(".lib-results__status").inner_text()
    assert kept(page, "index")
    context.set_offline(True)
    page.reload()
    page.wait_for_function("() => document.querySelector('.lib-search').dataset.turn")
    assert page.locator(".lib-results__status").inner_text() == told


def test_files_of_the_index_of_an_earlier_build_are_forgotten(page: Page, host: Host) -> None:
    visit(page, host, "themes/")
    page.evaluate("() => Promise.all(['facets', 'addresses'].map(name => fetch(`/library/search/index/${name}.json`)))")
    until_kept(page, "search/index/addresses.json")
    until_kept(page, "search/index/facets.json")
    host.change("search/index/addresses.json", '{"stamp":"', '{"stamp":"new')
    page.evaluate("() => fetch('/library/search/index/addresses.json')")
    until(page, "() => caches.match('/library/search/index/facets.json').then(found => !found)")
    assert kept(page, "index") in ([], ["search/index/addresses.json"])  # the new one is put a moment later


def test_a_new_version_waits_while_a_page_is_open_and_takes_over_then(page: Page, host: Host, context: BrowserContext) -> None:
    visit(page, host, "themes/")
    before = active(page)
    host.change("sw.js", f'"version":"{before}"', '"version":"new"')
    page.evaluate("() => navigator.serviceWorker.getRegistration().then(registration => registration.update())")
    until(page, "() => navigator.serviceWorker.getRegistration().then(registration => Boolean(registration.waiting))")
    for path in ("titles/", "years/", "people/"):
        visit(page, host, path)
        assert sorted(active(page).split(",")) == sorted([before, "new"])
    page.close()
    again = context.new_page()
    visit(again, host, "countries/")
    until(again, "async () => (await caches.keys()).filter(name => name.includes(' core ')).join() === 'library /library/ core new'")
    assert kept(again) == ["themes/", "titles/", "years/", "people/", "countries/"]


def test_caches_of_others_on_the_same_host_are_left_alone(page: Page, host: Host) -> None:
    page.goto(host.address + "robots.txt")
    page.evaluate("() => Promise.all(['library / kept', 'library /library/ core old', 'else'].map(name => caches.open(name)))")
    visit(page, host, "themes/")
    until(page, "() => caches.has('library /library/ core old').then(found => !found)")
    assert page.evaluate("() => Promise.all(['library / kept', 'else'].map(name => caches.has(name)))") == [True, True]

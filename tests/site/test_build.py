"""What the written site promises, read from its files."""

from __future__ import annotations

import re
import shutil
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree

import pytest
from library.catalogue.catalogue import Catalogue
from library.catalogue.indexes import LIST_LENGTH, index
from library.words.collation import sort_key
from lxml import html
from sites import LANGUAGES, ROOT, SITE_URL, Built, configuration, mkdocs

pytestmark = pytest.mark.slow

PREFIXES = {language: "" if language == "en" else f"{language}/" for language in LANGUAGES}


def tree(site: Built, path: str) -> html.HtmlElement:
    return html.document_fromstring(site.text(path).encode(), parser=html.HTMLParser(encoding="utf-8"))


def links(page: html.HtmlElement, rel: str) -> list[html.HtmlElement]:
    return page.xpath(f'//head/link[@rel="{rel}"]')


def landing_pages(catalogue: Catalogue, language: str) -> dict[str, str]:
    return {work_id: f"{PREFIXES[language]}{placed.address}/index.html" for work_id, placed in catalogue.works.items()}


@pytest.fixture(params=["small", "real"])
def pair(
    request: pytest.FixtureRequest, small_site: Built, real_site: Built, small_catalogue: Catalogue, real_catalogue: Catalogue
) -> tuple[Built, Catalogue]:
    """Each site with the catalogue it was made of."""
    return {"small": (small_site, small_catalogue), "real": (real_site, real_catalogue)}[request.param]


def test_a_strict_build_prints_no_warning(pair: tuple[Built, Catalogue]) -> None:
    assert "WARNING" not in pair[0].log
    assert "ERROR" not in pair[0].log


def test_records_in_are_works_out_in_every_language(pair: tuple[Built, Catalogue]) -> None:
    site, catalogue = pair
    for language in LANGUAGES:
        prefix = PREFIXES[language]
        found = {path for path in site.pages if re.fullmatch(rf"{prefix}(publications/[a-z][^/]*|journal/[^/]+/[^/]+)/index\.html", path)}
        redirected = {
            f"{prefix}{address.strip('/')}/index.html" for placed in catalogue.works.values() for address in placed.work.former_addresses
        }
        assert found - redirected == set(landing_pages(catalogue, language).values())


def test_every_work_is_on_the_list_of_each_of_its_terms_and_counts_equal_lists(pair: tuple[Built, Catalogue]) -> None:
    site, catalogue = pair
    shelves = index(catalogue).shelves
    for language in LANGUAGES:
        for facet in shelves:
            counts = counts_on(site, PREFIXES[language], facet)
            assert set(counts) == {shelf.path for shelf in shelves[facet].values()}
            for shelf in shelves[facet].values():
                listed = works_listed(site, PREFIXES[language], shelf.path, len(shelf.works))
                assert listed == [placed.work.id for placed in shelf.works], shelf.path
                assert counts[shelf.path] == len(listed)


def counts_on(site: Built, prefix: str, facet: str) -> dict[str, int]:
    page = tree(site, f"{prefix}{facet}/index.html")
    found = {}
    for count in page.xpath('//*[@class="lib-count"]'):
        link = count.getparent().xpath("./a")[0]
        found[f"{facet}/{link.get('href').rstrip('/').rsplit('/', 1)[-1]}"] = int(count.text)
    return found


def works_listed(site: Built, prefix: str, path: str, number: int) -> list[str]:
    listed = []
    for page in range(1, (number - 1) // LIST_LENGTH + 2):
        file = f"{prefix}{path}/index.html" if page == 1 else f"{prefix}{path}/{page}/index.html"
        listed += [
            link.get("href").rstrip("/").rsplit("/", 1)[-1]
            for link in tree(site, file).xpath('//li[contains(concat(" ", @class, " "), " lib-card ")]//h3/a')
        ]
    return listed


def test_alternates_are_absolute_reciprocal_and_name_the_page_itself(pair: tuple[Built, Catalogue]) -> None:
    site, _ = pair
    for path in site.pages:
        page = tree(site, path)
        if page.xpath('//meta[@name="robots"]'):
            continue
        own = SITE_URL + path.removesuffix("index.html")
        assert [link.get("href") for link in links(page, "canonical")] == [own]
        alternates = {link.get("hreflang"): link.get("href") for link in links(page, "alternate") if link.get("hreflang")}
        assert set(alternates) == {*LANGUAGES, "x-default"}
        assert alternates["x-default"] == alternates["en"]
        language = page.get("lang")
        assert alternates[language] == own
        bare = own.removeprefix(SITE_URL + PREFIXES[language])
        assert {tag: SITE_URL + PREFIXES[tag] + bare for tag in LANGUAGES} == {tag: alternates[tag] for tag in LANGUAGES}
        for href in alternates.values():
            assert (site.folder / href.removeprefix(SITE_URL) / "index.html").is_file()


def test_the_switch_keeps_the_page(pair: tuple[Built, Catalogue]) -> None:
    site, catalogue = pair
    placed = next(iter(catalogue.works.values()))
    page = tree(site, f"ru/{placed.address}/index.html")
    assert [(link.get("hreflang"), link.get("href")) for link in page.xpath('//nav[@class="lib-languages"]//a')] == [
        (tag, f"../../../{PREFIXES[tag]}{placed.address}/") for tag in LANGUAGES
    ]


def test_titles_of_pages_differ_within_a_language(pair: tuple[Built, Catalogue]) -> None:
    """But for works ("Book Review"), persons of one name, and terms of two lists with one label: records may have such."""
    site, catalogue = pair
    for language in LANGUAGES:
        works = landing_pages(catalogue, language).values()
        pages = [
            path.removeprefix(PREFIXES[language])
            for path in site.pages
            if path.startswith(PREFIXES[language]) and (language != "en" or path.split("/")[0] not in LANGUAGES)
            if path not in works and "noindex" not in site.text(path)
        ]
        titles = [
            (path.split("/")[0] if path.count("/") > 1 else "", tree(site, PREFIXES[language] + path).xpath("string(//title)"))
            for path in pages
            if not path.startswith("people/")
        ]
        assert len(titles) > 30
        assert [title for title, times in Counter(titles).items() if times > 1] == []


def test_printed_titles_in_another_language_say_so(small_site: Built) -> None:
    page = tree(small_site, "kk/publications/ministry-survey/index.html")
    printed = page.xpath('//p[@class="lib-edition__title"]')
    assert [(title.get("lang"), title.text) for title in printed] == [
        ("en", "Third Needs Survey: Results"),
        ("ru", "Исследование потребностей № 3"),
    ]
    references = page.xpath('//div[@data-style="gost"]/p')
    assert [reference.get("lang") for reference in references] == ["ru", "en"], "first the one that readers of Kazakh would rather have"


def test_titles_stand_in_the_order_of_each_dictionary(pair: tuple[Built, Catalogue]) -> None:
    site, _ = pair
    for language in LANGUAGES:
        titles = [link.text for link in tree(site, f"{PREFIXES[language]}titles/index.html").xpath('//ol[@class="lib-titles"]/li/a')]
        assert titles == sorted(titles, key=lambda title: sort_key(title, language))


def test_every_page_of_every_language_but_those_of_withdrawn_works_is_in_its_sitemap(pair: tuple[Built, Catalogue]) -> None:
    site, catalogue = pair
    space = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
    names = [loc.text for loc in ElementTree.fromstring(site.text("sitemap.xml")).iterfind("s:sitemap/s:loc", space)]
    assert names == [f"{SITE_URL}sitemap-{language}.xml" for language in LANGUAGES]
    listed = set()
    for name in names:
        for url in ElementTree.fromstring(site.text(name.removeprefix(SITE_URL))).iterfind("s:url", space):
            listed.add(url.find("s:loc", space).text)
            assert {link.get("hreflang") for link in url.iterfind("x:link", space)} == {*LANGUAGES, "x-default"}
    indexed = {SITE_URL + path.removesuffix("index.html") for path in site.pages if "noindex" not in site.text(path)}
    withdrawn = {placed.address for placed in catalogue.works.values() if placed.work.withdrawn}
    assert listed == indexed - {f"{SITE_URL}{PREFIXES[language]}{address}/" for language in LANGUAGES for address in withdrawn}


def test_there_is_a_page_for_missing_addresses_in_each_language(small_site: Built) -> None:
    for language in LANGUAGES:
        page = tree(small_site, f"{PREFIXES[language]}404.html")
        assert page.get("lang") == language
        assert page.xpath('//meta[@name="robots"]/@content') == ["noindex"]
        assert not [href for href in page.xpath("//body//a/@href") if not href.startswith(("/", "#", "https:"))]


def test_no_page_asks_another_host_for_anything(pair: tuple[Built, Catalogue]) -> None:
    site, _ = pair
    for path in site.pages:
        page = tree(site, path)
        asked = page.xpath("//script/@src | //img/@src | //iframe/@src | //link[@rel='stylesheet' or @rel='icon' or @rel='preload']/@href")
        assert not [address for address in asked if re.match(r"(https?:)?//", address)], path
    styles = "".join(file.read_text("utf-8") for file in site.folder.rglob("*.css"))
    assert not re.findall(r"url\(\s*['\"]?(?:https?:)?//[^)]*", styles)


def test_text_of_a_record_never_becomes_markup(small_site: Built, small_catalogue: Catalogue) -> None:
    placed = small_catalogue.works["awkward-characters"]
    page = tree(small_site, f"{placed.address}/index.html")
    heading = page.xpath("//h1")[0]
    assert len(heading) == 0
    assert placed.work.title["en"] in heading.text


def test_a_held_file_lies_beside_its_work(small_site: Built) -> None:
    assert (small_site.folder / "publications/held-book/held-book.en.pdf").read_bytes().startswith(b"%PDF-")
    page = tree(small_site, "kk/publications/held-book/index.html")
    href = page.xpath('//a[contains(@class, "lib-button--chief")]/@href')[0]
    assert (small_site.folder / "kk/publications/held-book" / href).resolve().is_file()


def test_a_former_address_leads_on(small_site: Built, small_catalogue: Catalogue) -> None:
    placed = next(placed for placed in small_catalogue.works.values() if placed.work.former_addresses)
    former = placed.work.former_addresses[0].strip("/")
    for language in LANGUAGES:
        page = tree(small_site, f"{PREFIXES[language]}{former}/index.html")
        target = page.xpath('//meta[@http-equiv="refresh"]/@content')[0].split("url=")[1]
        folder = small_site.folder / f"{PREFIXES[language]}{former}"
        assert (folder / target).resolve() == (small_site.folder / f"{PREFIXES[language]}{placed.address}").resolve()


def test_a_withdrawn_work_keeps_its_page(small_site: Built, small_catalogue: Catalogue) -> None:
    placed = next(placed for placed in small_catalogue.works.values() if placed.work.withdrawn)
    assert tree(small_site, f"{placed.address}/index.html").xpath('//p[@class="lib-notice"]')


# -- what stops a build ------------------------------------------------------------------


def spoilt(tmp_path: Path) -> Path:
    folder = tmp_path / "catalogue"
    shutil.copytree(ROOT / "tests" / "small_catalogue" / "catalogue", folder)
    return folder


def test_a_problem_in_a_record_stops_the_build_and_leaves_the_last_site_as_it_was(tmp_path: Path) -> None:
    """Under plain MkDocs, which empties its own folder before it asks anybody."""
    folder = spoilt(tmp_path)
    last = {"index.html": "the last good site", "ru/publications/index.html": "a list", "exports/library.bib": "@misc{a}", ".nojekyll": ""}
    for path, text in last.items():
        (tmp_path / "site" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "site" / path).write_text(text)
    record = folder / "knowledge-products" / "ministry-survey.yml"
    record.write_text(record.read_text("utf-8").replace("themes:", "theme:", 1), "utf-8")
    done = mkdocs("build", "--strict", config=configuration(tmp_path, folder))
    assert done.returncode != 0
    assert "catalogue/knowledge-products/ministry-survey.yml:" in done.stderr
    assert 'unknown-field: there is no field "theme" here' in done.stderr
    assert "Traceback" not in done.stderr
    site = tmp_path / "site"
    assert {path.relative_to(site).as_posix(): path.read_text() for path in site.rglob("*") if path.is_file()} == last


def test_a_link_that_leads_nowhere_stops_a_strict_build(tmp_path: Path) -> None:
    docs = tmp_path / "pages"
    shutil.copytree(ROOT / "docs", docs)
    with (docs / "about.md").open("a", encoding="utf-8") as file:
        file.write("\n[nowhere](../no-such-page/) and [no anchor](#no-such-anchor)\n")
    config = configuration(tmp_path, ROOT / "tests" / "small_catalogue" / "catalogue")
    config.write_text(config.read_text("utf-8").replace(f"docs_dir: {ROOT / 'docs'}", f"docs_dir: {docs}"), "utf-8")
    done = mkdocs("build", "--strict", config=config)
    assert done.returncode != 0
    assert "about/index.html: the link to no-such-page/ leads nowhere" in done.stderr
    assert "#no-such-anchor leads nowhere" in done.stderr


@pytest.mark.parametrize(
    ("missing", "said"),
    [
        ("images/favicon.svg", "the link to assets/images/favicon.svg leads nowhere"),
        ("javascripts/library.js", "there is no module library.js"),
    ],
)
def test_a_missing_asset_stops_a_strict_build(tmp_path: Path, missing: str, said: str) -> None:
    overrides = tmp_path / "theme"
    shutil.copytree(ROOT / "overrides", overrides)
    (overrides / "assets" / missing).unlink()
    config = configuration(tmp_path, ROOT / "tests" / "small_catalogue" / "catalogue")
    config.write_text(config.read_text("utf-8").replace(f"custom_dir: {ROOT / 'overrides'}", f"custom_dir: {overrides}"), "utf-8")
    done = mkdocs("build", "--strict", config=config)
    assert done.returncode != 0
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_the_site_works_under_a_path_of_its_host(tmp_path: Path) -> None:
    config = configuration(tmp_path, ROOT / "tests" / "small_catalogue" / "catalogue")
    done = mkdocs("build", "--strict", config=config, SITE_URL="https://host.example.org/some/library/")
    assert done.returncode == 0, done.stderr
    page = html.parse(str(tmp_path / "site" / "ru" / "404.html"))
    assert "/some/library/ru/themes/" in page.xpath("//nav//a/@href")

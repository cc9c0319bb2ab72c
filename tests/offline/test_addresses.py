"""Addresses in pages that are read from a folder."""

from __future__ import annotations

import posixpath

import pytest
from hypothesis import given
from hypothesis import strategies as st
from library.offline.addresses import Addresses, of_stylesheet
from library.press.addresses import Site

PAGES = frozenset({"index.html", "themes/index.html", "themes/ethics/index.html", "ru/index.html"})
FILES = frozenset({"assets/a.css", "assets/x.png", "assets/x-2.png", "themes/works.bib"})


def site(url: str = "https://host.example.org/library/") -> Site:
    return Site(url, ("en", "ru"), {"en": "Library", "ru": "Библиотека"}, {"en": "English", "ru": "Русский"})


@pytest.fixture
def addresses() -> Addresses:
    return Addresses(site(), PAGES, lambda path: path in FILES | PAGES)


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("../", "../index.html"),
        ("ethics/", "../themes/ethics/index.html"),
        ("./", "../themes/index.html"),
        ("..", "../index.html"),
        ("../?q=a#b", "../index.html?q=a#b"),
        ("ethics/#works", "../themes/ethics/index.html#works"),
        ("#content", "#content"),
        ("?q=a", "?q=a"),
        ("", ""),
        ("/library/", "../index.html"),
        ("/library/ru/", "../ru/index.html"),
        ("https://host.example.org/library/themes/ethics/", "../themes/ethics/index.html"),
        ("works.bib", "https://host.example.org/library/themes/works.bib"),
        ("../kk/themes/?a=b", "https://host.example.org/library/kk/themes/?a=b"),
        ("https://host.example.org/elsewhere/", "https://host.example.org/elsewhere/"),
        ("//cdn.example.org/x/", "//cdn.example.org/x/"),
        ("mailto:a@example.org", "mailto:a@example.org"),
        ("javascript:void(0)", "javascript:void(0)"),
    ],
)
def test_an_address_leads_into_the_folder_or_to_the_web(addresses: Addresses, address: str, expected: str) -> None:
    assert addresses.led("themes", address) == expected


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('<a class="x" href="../">Home</a>', '<a class="x" href="../index.html">Home</a>'),
        ('<a href="../kk/?a=1&amp;b=2">', '<a href="https://host.example.org/library/kk/?a=1&amp;b=2">'),
        ('<form role="search" action="../themes/" method="get">', '<form role="search" action="../themes/index.html" method="get">'),
        ('<link rel="stylesheet" href="../assets/a.css">', '<link rel="stylesheet" href="../assets/a.css">'),
        ('<link rel="preload" href="../assets/a.woff2" as="font" type="font/woff2" crossorigin><p>x</p>', "<p>x</p>"),
        ('<link rel="search" href="../opensearch.xml">', '<link rel="search" href="https://host.example.org/library/opensearch.xml">'),
        (
            '<link rel="canonical" href="https://host.example.org/library/themes/">',
            '<link rel="canonical" href="https://host.example.org/library/themes/">',
        ),
        (
            '<img src="../assets/x.png" srcset="../assets/x.png 1x, ../assets/x-2.png 2x" alt="">',
            '<img src="../assets/x.png" srcset="../assets/x.png 1x, ../assets/x-2.png 2x" alt="">',
        ),
        (
            '<meta http-equiv="refresh" content="0; url=../themes/ethics/">',
            '<meta http-equiv="refresh" content="0; url=../themes/ethics/index.html">',
        ),
        (
            '<p>Write href="../" there.</p><code>&lt;a href="../"&gt;</code>',
            '<p>Write href="../" there.</p><code>&lt;a href="../"&gt;</code>',
        ),
        ('<span data-href="../">', '<span data-href="../">'),
    ],
)
def test_only_attributes_that_lead_somewhere_change(addresses: Addresses, before: str, after: str) -> None:
    assert addresses.of_page("themes/index.html", before) == after


def test_what_pages_take_in_is_needed_and_what_they_lead_to_is_not(addresses: Addresses) -> None:
    addresses.of_page(
        "themes/index.html",
        '<img src="../assets/x.png"><a href="works.bib"><link rel="stylesheet" href="../assets/a.css">'
        '<img srcset="../assets/x-2.png 2x"><img src="../assets/none.png">',
    )
    assert addresses.needed == {"assets/x.png", "assets/a.css", "assets/x-2.png"}


def test_the_same_way_up_leads_elsewhere_from_another_depth(addresses: Addresses) -> None:
    assert addresses.of_page("themes/index.html", '<a href="../">') == '<a href="../index.html">'
    assert addresses.of_page("themes/ethics/index.html", '<a href="../">') == '<a href="../../themes/index.html">'


@given(
    st.sampled_from(sorted(PAGES)),
    st.sampled_from(sorted(PAGES)),
    st.sampled_from(["https://host.example.org/", "https://host.example.org/library/"]),
    st.sampled_from(["relative", "root", "absolute"]),
    st.sampled_from(["", "#a", "?q=%D1%8D&theme=a", "?a#b"]),
)
def test_every_way_of_writing_an_address_leads_to_the_same_file(page: str, target: str, url: str, way: str, rest: str) -> None:
    made = Addresses(site(url), PAGES, PAGES.__contains__)
    folder, shown = posixpath.dirname(page), target.removesuffix("index.html")
    written = {
        "relative": posixpath.relpath(shown or ".", folder or ".") + "/",
        "absolute": url + shown,
        "root": url.removeprefix("https://host.example.org") + shown,
    }[way] + rest
    led = made.led(folder, written)
    assert led.endswith(rest)
    assert posixpath.normpath(posixpath.join(folder, led.split("?")[0].split("#")[0])) == target


def test_a_stylesheet_names_its_fonts() -> None:
    css = "@font-face{src:url(../fonts/a.woff2) format('woff2'),url( \"../fonts/b.woff2?x\" )}a{background:url(data:image/png;base64,AA);filter:url(#f)}"
    assert list(of_stylesheet("assets/stylesheets/fonts.css", css)) == ["assets/fonts/a.woff2", "assets/fonts/b.woff2"]

"""Scripts and stylesheets as they are sent say what their sources say."""

from __future__ import annotations

import re

import pytest
from catalogues import ROOT
from library.press.scripts import SCRIPTS
from library.press.shortened import script, scripts_and_styles, style
from library.press.stylesheets import PARTS, site_css
from playwright.sync_api import Browser

OVERRIDES = ROOT / "overrides"
MADE = {file.path: str(file.text) for file in scripts_and_styles(OVERRIDES)}
SHEETS = OVERRIDES / "assets" / "stylesheets"


JOINED = {entry for name, entries in SCRIPTS.items() for entry in entries if entry != name}
"""Modules that are sent within another script."""


def test_each_source_is_sent_once_alone_or_joined() -> None:
    assert "assets/stylesheets/site.css" in MADE
    for source in [*(OVERRIDES / "assets" / "javascripts").glob("*.js"), *SHEETS.glob("*.css")]:
        part = source.stem in (PARTS if source.suffix == ".css" else JOINED)
        assert (source.relative_to(OVERRIDES).as_posix() in MADE) is not part, source


def test_licences_stay_and_other_comments_go() -> None:
    words = MADE["assets/javascripts/search-words.js"]
    assert words.count("Copyright (c) 2001, Dr Martin Porter") == 3
    assert "Redistributions in binary form must reproduce" in words
    for path, text in MADE.items():
        assert not re.search(r"/\*(?!!)|^\s*//", text, re.MULTILINE), path


@pytest.mark.parametrize(
    ("source", "sent"),
    [
        ('var a = "/* no comment */"; // one\n', 'var a="/* no comment */";'),
        ('var at = /[/*"]+/g;\nvar b = a / 2 / c;\n', 'var at=/[/*"]+/g;var b=a/2/c;'),
        ("var c = `one  //  ${ d }`;\n", "var c=`one  //  ${ d }`;"),
        ("return a + +b - -c;\n", "return a+ +b- -c;"),
    ],
)
def test_only_comments_and_spaces_leave_a_script(source: str, sent: str) -> None:
    assert script(source).strip() == sent


@pytest.mark.slow
@pytest.mark.parametrize("name", ["site", "print", "pictures", "style-page"])
def test_a_browser_reads_the_same_rules_from_a_stylesheet_as_it_is_sent(name: str, browser: Browser) -> None:
    source = str(site_css(OVERRIDES).text) if name == "site" else (SHEETS / f"{name}.css").read_text("utf-8")
    page = browser.new_page()
    read = "css => { const sheet = new CSSStyleSheet(); sheet.replaceSync(css); return [...sheet.cssRules].map(rule => rule.cssText); }"
    # Values of custom properties are kept as they are written, so spaces are no difference.
    whole, sent = ([re.sub(r"\s", "", rule) for rule in page.evaluate(read, css)] for css in (source, style(source)))
    page.close()
    assert len(whole) > 10
    assert whole == sent
    assert len(style(source)) < len(source)

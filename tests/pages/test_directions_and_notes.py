"""Texts of other languages on a page: their direction, and notes that speak the page's language."""

from __future__ import annotations

import re

import pytest
from catalogues import ROOT
from library.pages.templates import TextRenderer, directed
from library.words.translations import Words

LOCALES = ROOT / "overrides" / "locales"


@pytest.mark.parametrize("language", ["ar", "fa", "fa-AF", "prs", "he", "ur"])
def test_a_text_written_from_right_to_left_says_so(language: str) -> None:
    assert (
        directed(f'<cite lang="{language}">گزارش (نسخه 2): ABC</cite>') == f'<cite lang="{language}" dir="rtl">گزارش (نسخه 2): ABC</cite>'
    )


@pytest.mark.parametrize("html", ['<p lang="kk">', '<a hreflang="fa">', '<p lang="arn">', '<p lang="fa" dir="rtl">', "lang=&#34;fa&#34;"])
def test_nothing_else_is_turned_round(html: str) -> None:
    assert directed(html) == html


@pytest.mark.parametrize(
    ("language", "said"), [("en", "Back to note 1 in the text"), ("ru", "Вернуться к сноске 1 в тексте"), ("ko", "본문의 각주 1")]
)
def test_the_arrow_of_a_footnote_speaks_the_pages_language(language: str, said: str) -> None:
    html = TextRenderer(Words(language, LOCALES))("Text[^1].\n\n[^1]: Note.")
    [title] = re.findall(r'class="footnote-backref"[^>]* title="([^"]*)"', html)
    assert title.startswith(said)

"""Any Markdown in a case study is refused with its line or becomes inert HTML, each within a second, and never a traceback."""

from __future__ import annotations

import re
import time
from html import unescape

import pytest
from amounts import amount
from awkward import texts
from catalogues import ROOT
from hypothesis import example, given, settings
from hypothesis import strategies as st
from library.catalogue.checks.case_texts import linked, markdown_problems
from library.catalogue.checks.slow_texts import slow_texts
from library.pages.templates import TextRenderer
from library.words.translations import Words
from lxml import html

MARKS = [
    *("# ", "> ", "- ", "1. ", "* ", "    ", "\t", "---", "===", "| a | b |\n| --- | --- |\n| 1 | 2 |\n", "```", "~~~", "`", "``"),
    *("**", "__", "_", "*", "\\", "[", "]", "](", "](work:held-book)", "](work:", "](javascript:", "](https://example.org)", "![", "!["),
    *("[^1]", "[^1]: ", "[a]: https://example.org\n", "[a][a]", "<https://example.org>", "<script>", "<!--", "-->", "<b onload=x>", "&lt;"),
    *(
        "&#x6a;avascript:",
        "data:text/html,",
        "\n",
        "\n\n",
        "\r\n",
        "  \n",
        "{: #id onclick=x }",
        "<<",
        "|",
        "\u2028",
        "Ә",
        "한",
        "😀",
        "e\u0301",
    ),
]
MARKDOWN = st.lists(st.sampled_from(MARKS) | texts(max_size=12), max_size=40).map("".join)
MANY = st.builds(lambda mark, times, end: mark * times + end, st.sampled_from(MARKS), st.integers(1, 1000), st.sampled_from(MARKS))
STAIRS = st.builds(
    lambda quoted, mark, between, levels: between.join(f"{quoted}{'    ' * level}{mark}x" for level in range(levels)),
    *(
        st.sampled_from(["", "> ", ">> "]),
        st.sampled_from(["- ", "1. ", "* ", "> ", ""]),
        st.sampled_from(["\n", "\n\n"]),
        st.integers(1, 300),
    ),
)
"""Each line a level deeper than the one before."""

ELEMENTS = {
    "a",
    "blockquote",
    "br",
    "code",
    "div",
    "em",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "img",
    "li",
    "ol",
    "p",
    "pre",
    "strong",
    "sup",
    "table",
    "tbody",
    "td",
    "th",
    "thead",
    "tr",
    "ul",
    "span",
}
ATTRIBUTES = {"align", "alt", "class", "href", "id", "src", "start", "title", "role", "aria-label"}


@pytest.fixture(scope="module")
def render() -> TextRenderer:
    return TextRenderer(Words("en", ROOT / "overrides" / "locales"))


def answered(text: str, render: TextRenderer) -> None:
    started = time.process_time()
    cut, unknown = linked("text.md", text, 1, {"held-book": "publications/held-book"})
    problems = [*markdown_problems("text.md", text, 1), *slow_texts("text.md", text, 1), *unknown]
    for problem in problems:
        assert problem.message and problem.hint and 1 <= problem.line <= text.count("\n") + 1
    made = "" if problems else str(render(cut))
    assert time.process_time() - started < 1
    inert(made)


def inert(made: str) -> None:
    """Whole HTML of the elements that Markdown has, with no attribute that does something and no address that runs."""
    for element in html.fragment_fromstring(made, create_parent="main").iterdescendants():
        assert element.tag in ELEMENTS, made
        assert set(element.attrib) <= ATTRIBUTES, made
        for address in (element.get("href"), element.get("src")):
            scheme = re.sub(r"[\x00-\x20]", "", unescape(address or "")).lower().partition(":")[0]
            assert scheme not in {"javascript", "data", "vbscript"}, made


@given(text=MARKDOWN)
@example(text="")
@example(text="![a](https://example.org/a.png)")
@example(text="[^1]\n\n[^1]: [^1]")
@settings(max_examples=amount(60, 5_000))
def test_any_markdown_is_refused_with_its_line_or_becomes_inert(render: TextRenderer, text: str) -> None:
    answered(text, render)


@pytest.mark.slow
@given(text=MANY | STAIRS)
@example(text="1. " * 1200 + "# ")
@example(text="* " * 1200 + "a")
@example(text="- " * 1200 + "* ")
@example(text="-    " * 1200)
@example(text="\n".join("    " * level + "- x" for level in range(300)))
@example(text="\n".join("> " + "    " * level + "- x" for level in range(300)))
@settings(max_examples=amount(25, 1_000))
def test_a_mark_repeated_a_thousand_times_is_answered_within_a_second(render: TextRenderer, text: str) -> None:
    answered(text, render)

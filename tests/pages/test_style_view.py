"""The style page: tokens as the stylesheets have them, contrasts by WCAG's formula, parts cut out of real pages."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from catalogues import ROOT
from hypothesis import given
from hypothesis import strategies as st
from library.catalogue.catalogue import Catalogue
from library.pages.style import (
    SHAPE_CONTRAST,
    TEXT_CONTRAST,
    contrast,
    cut,
    element_a_line,
    nights,
    parts,
    specimen,
    token_groups,
    tokens_css,
)
from library.pages.style import values as values_of

CSS = tokens_css(ROOT / "overrides" / "assets" / "stylesheets")
CHANNELS = st.tuples(*[st.integers(0, 255)] * 3)


def say(message: str, **_: object) -> str:
    return message


def hex_of(colour: tuple[int, int, int]) -> str:
    return "#" + "".join(f"{channel:02x}" for channel in colour)


# -- contrast ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#ffffff", 21),
        ("#ffffff", "#ffffff", 1),
        ("#777777", "#ffffff", 4.48),
        ("#767676", "#FFFFFF", 4.54),
        ("#0000ff", "#ffffff", 8.59),
        ("11 85 99", "#ffffff", 8.42),
        ("rgb(11, 85, 99)", "#0b5563", 1),
    ],
)
def test_contrast_is_that_of_the_published_examples(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == pytest.approx(ratio, abs=0.01)


@given(CHANNELS, CHANNELS)
def test_contrast_is_the_same_both_ways_and_between_1_and_21(one: tuple[int, int, int], other: tuple[int, int, int]) -> None:
    ratio = contrast(hex_of(one), hex_of(other))
    assert ratio == contrast(hex_of(other), hex_of(one))
    assert 1 <= ratio <= 21.0000001


@pytest.mark.parametrize("colour", ["", "red", "#fff", "#12345g", "var(--ink)", "1 2"])
def test_what_is_no_colour_is_refused(colour: str) -> None:
    with pytest.raises(ValueError, match="no colour"):
        contrast(colour, "#ffffff")


# -- tokens --------------------------------------------------------------------------------------


def test_values_are_those_of_the_rule_itself_not_of_one_within_a_condition() -> None:
    css = """/* --a: 0; */ @page { margin: 0 } :root { --a: 1; --b: x, "y" } p { color: red }
        @media (max-width: 9rem) { :root { --a: 2 } p { margin: 0 } } :root { --c: 3 }"""
    assert values_of(css) == {"a": "1", "b": 'x, "y"', "c": "3"}
    assert values_of(css, inside="@media (max-width: 9rem)") == {"a": "2"}
    assert values_of(css, ':root[data-theme="dark"]') == {}


def test_chosen_dark_and_the_systems_dark_are_alike() -> None:
    chosen, system = nights(CSS)
    assert chosen == system
    assert len(chosen) >= 10
    assert set(chosen) <= set(values_of(CSS))


def test_every_token_says_what_it_is_for() -> None:
    assert not [token.name for group in token_groups(CSS, say) for token in group.tokens if not token.use]


def test_colours_are_legible_in_light_and_dark() -> None:
    """Text 4.5 : 1, and what is drawn 3 : 1, on each ground."""
    colours = next(group for group in token_groups(CSS, say) if group.kind == "colour").tokens
    poor = [(token.name, contrast) for token in colours for contrast in token.contrasts if not contrast.enough]
    assert not poor
    assert {token.name for token in colours if token.contrasts} >= {"ink", "muted", "link", "mark", "focus"}


def test_a_pale_colour_is_told() -> None:
    css = CSS + ":root { --muted: #9aa0a6 } :root { --focus: #9aa0a6 }"
    tokens = {token.name: token for group in token_groups(css, say) for token in group.tokens}
    assert {contrast.ground: contrast.enough for contrast in tokens["muted"].contrasts} == {
        "paper": False,
        "surface": False,
        "sunken": False,
    }
    assert tokens["muted"].contrasts[0].light < SHAPE_CONTRAST < TEXT_CONTRAST
    assert not any(contrast.enough for contrast in tokens["focus"].contrasts)


def test_tokens_keep_the_stylesheets_order_and_none_is_left_out() -> None:
    shown = [token.name for group in token_groups(CSS, say) for token in group.tokens]
    assert sorted(shown) == sorted(values_of(CSS))


# -- parts ---------------------------------------------------------------------------------------

PAGE = """<div><nav class="lib-crumbs"><ol><li>1<br></li></ol></nav>
<section class="lib-cite wide"><p>a &lt; b</p><svg><path/><g></g></svg><section><input></section></section>
<ul class="lib-counts"><li>é 가</li></ul><p class="lib-counts">second</p></div>"""


def test_a_part_is_cut_out_whole() -> None:
    assert cut(PAGE, "lib-crumbs") == '<nav class="lib-crumbs"><ol><li>1<br></li></ol></nav>'
    assert cut(PAGE, "lib-cite") == PAGE.split("\n")[1]
    assert cut(PAGE, "lib-counts") == '<ul class="lib-counts"><li>é 가</li></ul>'
    assert cut(PAGE, "lib-count") == ""


class _Balance(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.depth = 0

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.depth += tag not in ("br", "input")

    def handle_endtag(self, tag: str) -> None:
        self.depth -= 1


def element(made: tuple[str, list[str]]) -> str:
    name, inner = made
    return f"<{name}>{''.join(inner)}</{name}>"


MARKUP = st.recursive(
    st.sampled_from(["x", "<br>", "&amp;"]), lambda inner: st.tuples(st.sampled_from(["p", "div", "li"]), st.lists(inner)).map(element)
)


@given(MARKUP, st.text(st.sampled_from("ab \n"), max_size=9))
def test_any_part_comes_back_as_it_was(inner: str, before: str) -> None:
    part = f'<div class="a sought b">{inner}</div>'
    found = cut(f"<p>{before}</p>{part}<p>after</p>", "sought")
    assert found == part
    balance = _Balance()
    balance.feed(found)
    assert balance.depth == 0


def test_markup_is_shown_an_element_a_line() -> None:
    assert element_a_line("<ul><li>a <b>c</b></li><li>d</li></ul>") == "<ul>\n<li>a <b>c</b>\n</li>\n<li>d</li>\n</ul>"


def test_parts_that_no_page_has_are_left_out() -> None:
    found = parts({"card": '<li class="lib-card">c</li>', "list": "", "search": "", "work": PAGE}, say)
    assert [(part.id, part.inside) for part in found] == [("lib-card", "lib-cards"), ("lib-cite", "")]
    assert all(part.title and part.use and part.template for part in found)


def test_the_specimen_is_the_same_in_every_build(either_catalogue: Catalogue) -> None:
    works = list(either_catalogue.works.values())
    assert specimen(works) is specimen(reversed(works))
    assert len(specimen(works).work.editions) == 1


@pytest.mark.parametrize(("kind", "property_"), [("size", "font-size"), ("space", "inline-size")])
def test_each_token_of_a_size_or_space_has_a_sample_in_the_stylesheet(kind: str, property_: str) -> None:
    sheet = (ROOT / "overrides" / "assets" / "stylesheets" / "style-page.css").read_text("utf-8")
    tokens = next(group.tokens for group in token_groups(CSS, say) if group.kind == kind)
    assert len(tokens) > 5
    assert [token.name for token in tokens if f".sty-{token.name} {{ {property_}: var(--{token.name}); }}" not in sheet] == []

"""Covers: their design, their SVG read by lxml and shown by a browser, covers held as files."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from catalogues import ROOT
from library.catalogue import titles
from library.catalogue.catalogue import Catalogue
from library.catalogue.covers import SHOWN_WIDTH, UnreadableCover, light_copy, size_of
from library.pages.covers import held, stylesheet
from library.pages.covers.cover import HEIGHT, MARGIN, WIDTH, Covers, CoverView
from library.pages.covers.designs import FAMILIES, contrast, design_of
from library.pages.covers.motifs import MOTIF_OF_TYPE, MOTIFS, VARIANTS
from library.pages.covers.picture_cache import PictureCache
from library.pages.templates import environment
from library.press.stylesheets import PARTS
from library.words.translations import Words
from lxml import etree, html
from PIL import Image
from playwright.sync_api import Browser
from serving import serving

CSS = (ROOT / "overrides" / "assets" / "stylesheets" / "covers.css").read_text("utf-8")
TOKENS_CSS = (ROOT / "overrides" / "assets" / "stylesheets" / "tokens.css").read_text("utf-8")
LANGUAGES = ("en", "ru", "kk", "ko")
AWKWARD = (
    "공무원",
    'Pay & <script>alert(1)</script> "{{ x }}" \'',
    "مقدمة 🚀",
    "Государственная служба " * 14,
    "a\u0000b\u202ec",
    "е" * 200,
)


def tokens(rule: str) -> dict[str, str]:
    """The colours that a rule of the site's stylesheet sets, by name."""
    return dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", TOKENS_CSS.split(rule, 1)[1].split("}", 1)[0]))


def markup(cover: CoverView, language: str = "en") -> str:
    templates = environment(ROOT / "overrides" / "library", Words(language, ROOT / "overrides" / "locales"), None)
    return templates.get_template("cover.html").render(cover=cover, base="../..")


def svg(cover: CoverView) -> etree._Element:
    return etree.fromstring(markup(cover).encode(), etree.XMLParser(resolve_entities=False))


@pytest.mark.costly
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_cover_is_well_formed_and_says_title_and_year(
    either_catalogue: Catalogue, covers_of: Callable[[Catalogue, str], Covers], language: str
) -> None:
    covers = covers_of(either_catalogue, language)
    for placed in either_catalogue.works.values():
        text = "".join(svg(covers.cover(placed)).itertext()).replace(" ", "")
        assert titles.title(placed.work, language).text.split()[0] in text
        assert (str(placed.issued.year) if placed.issued else covers.labels.term("years", "not-stated").replace(" ", "")) in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_lines_of_a_cover_lie_within_it_one_below_the_other(
    either_catalogue: Catalogue, covers_of: Callable[[Catalogue, str], Covers], language: str
) -> None:
    covers = covers_of(either_catalogue, language)
    for placed in either_catalogue.works.values():
        view = covers.cover(placed)
        baselines = [float(y) for block in view.texts for y, _ in block.lines]
        assert baselines == sorted(set(baselines))
        assert baselines[0] > 120
        assert baselines[-1] < HEIGHT - MARGIN + 1


@pytest.mark.parametrize("title", AWKWARD)
def test_an_awkward_title_is_text_and_never_markup(
    small_catalogue: Catalogue, covers_of: Callable[[Catalogue, str], Covers], title: str
) -> None:
    placed = next(iter(small_catalogue.works.values()))
    titled = replace(placed, work=placed.work.model_copy(update={"title": {**placed.work.title, "en": title}}))
    made = svg(covers_of(small_catalogue, "en").cover(titled))
    assert {re.sub(r"\{.*\}", "", element.tag) for element in made.iter()} == {"svg", "rect", "image", "text", "tspan"}
    assert made.findall(".//text[@class='lib-cover__title']/tspan")


def test_a_drawn_cover_is_passed_over_by_those_who_listen(
    small_catalogue: Catalogue, covers_of: Callable[[Catalogue, str], Covers]
) -> None:
    made = svg(covers_of(small_catalogue, "en").cover(next(iter(small_catalogue.works.values()))))
    assert (made.get("aria-hidden"), made.get("focusable")) == ("true", "false")


def test_covers_are_light(kept_catalogue: Catalogue, covers_of: Callable[[Catalogue, str], Covers]) -> None:
    covers = covers_of(kept_catalogue, "ru")
    sizes = [len(markup(covers.cover(placed)).encode()) for placed in list(kept_catalogue.works.values())[::5]]
    assert sum(sizes) / len(sizes) < 3_000
    assert max(sizes) < 6_000


def test_the_makers_are_creators_or_editors_or_the_issuing_body(
    small_catalogue: Catalogue, covers_of: Callable[[Catalogue, str], Covers]
) -> None:
    covers = covers_of(small_catalogue, "en")
    for placed in small_catalogue.works.values():
        makers = covers.makers(placed)
        if placed.work.creators:
            assert len(makers) == len(placed.work.creators) + (placed.work.and_others is not None)
        elif small_catalogue.issuer_of(placed):
            assert makers
        elif not placed.work.contributors:
            assert makers == ()


# -- designs -------------------------------------------------------------------------


def test_works_of_a_top_theme_share_a_colour_and_top_themes_differ(either_catalogue: Catalogue) -> None:
    themes = either_catalogue.vocabularies["themes"]
    colours: dict[str, set[int]] = {}
    for placed in either_catalogue.works.values():
        if not placed.work.themes:
            continue
        chief = placed.work.themes[0]
        colours.setdefault((chief, *themes.ancestors(chief))[-1], set()).add(design_of(placed, either_catalogue).family)
    assert all(len(families) == 1 for families in colours.values())
    if sum(not themes.ancestors(theme) for theme in themes) <= len(FAMILIES):
        assert len(set.union(*colours.values())) == len(colours)


def test_every_type_has_a_motif_and_no_two_the_same(kept_catalogue: Catalogue) -> None:
    assert set(kept_catalogue.vocabularies["types"]) == set(MOTIF_OF_TYPE)
    assert set(MOTIF_OF_TYPE.values()) == set(MOTIFS)
    assert len(set(MOTIF_OF_TYPE.values())) == len(MOTIF_OF_TYPE)


def test_designs_lie_within_what_there_is(either_catalogue: Catalogue) -> None:
    for placed in either_catalogue.works.values():
        design = design_of(placed, either_catalogue)
        assert design.family < len(FAMILIES)
        assert design.motif in MOTIFS
        assert design.variant < VARIANTS


# -- the stylesheet ------------------------------------------------------------------


def test_colours_are_the_same_in_the_stylesheet_and_in_the_pictures() -> None:
    assert re.findall(r"^\.lib-cover--(\d+) { --cover: (#[0-9a-f]{6}); }", CSS, re.MULTILINE) == [
        (str(number), colour) for number, colour in enumerate(FAMILIES)
    ]


def test_motifs_in_the_stylesheet_are_those_of_the_code() -> None:
    assert CSS.endswith(stylesheet.rules()), "make them anew: PYTHONPATH=hooks python -m library.pages.covers.stylesheet"


def test_text_on_covers_is_easy_to_read_by_day_and_by_night() -> None:
    day, night = tokens(":root {"), tokens(':root[data-theme="dark"] {')
    assert all(contrast(colour, day["surface"]) >= 7 for colour in FAMILIES)
    assert contrast(night["ink"], night["surface"]) >= 7
    assert contrast(night["muted"], night["surface"]) >= 4.5


# -- covers held as files ------------------------------------------------------------


def picture(path: Path, size: tuple[int, int], mode: str = "RGB", **options: object) -> Path:
    Image.linear_gradient("L").resize(size).convert(mode).save(path, **options)
    return path


@pytest.mark.parametrize(
    ("name", "mode"), [("a.jpg", "RGB"), ("a.jpg", "CMYK"), ("a.png", "RGBA"), ("a.png", "P"), ("a.png", "1"), ("a.webp", "RGB")]
)
def test_a_held_cover_gets_a_light_copy_of_its_stated_size(tmp_path: Path, name: str, mode: str) -> None:
    source = picture(tmp_path / name, (1200, 1801), mode)
    copy = tmp_path / "copy.webp"
    copy.write_bytes(light_copy(source))
    with Image.open(copy) as made:
        assert (made.format, made.size) == ("WEBP", (SHOWN_WIDTH, 720))
        assert size_of(source) == made.size
    assert light_copy(source) == copy.read_bytes()


def test_a_small_cover_is_not_made_larger(tmp_path: Path) -> None:
    assert size_of(picture(tmp_path / "a.png", (200, 300))) == (200, 300)


def test_a_cover_that_lies_on_its_side_is_turned(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    source = picture(tmp_path / "a.jpg", (900, 600), exif=exif)
    (tmp_path / "copy.webp").write_bytes(light_copy(source))
    with Image.open(tmp_path / "copy.webp") as made:
        assert made.size == size_of(source) == (480, 720)
        assert not made.getexif()


@pytest.mark.parametrize(
    "content", [b"", b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"GIF89a" + b"\0" * 40, b"\x89PNG\r\n\x1a\n broken"]
)
def test_a_file_that_is_no_cover_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "cover.png"
    path.write_bytes(content)
    with pytest.raises(UnreadableCover):
        size_of(path)


def test_a_picture_cut_off_halfway_is_refused(tmp_path: Path) -> None:
    path = picture(tmp_path / "a.jpg", (600, 900))
    path.write_bytes(path.read_bytes()[:900])
    with pytest.raises(UnreadableCover):
        light_copy(path)


def test_a_held_cover_is_shown_with_its_size_and_what_it_is(
    small_catalogue: Catalogue, covers_of: Callable[[Catalogue, str], Covers], tmp_path: Path
) -> None:
    placed = next(iter(small_catalogue.works.values()))
    source = picture(tmp_path / "a.png", (1000, 1500))
    [image] = html.fragments_fromstring(markup(covers_of(small_catalogue, "en").cover(placed, source)))
    assert image.tag == "img"
    assert (image.get("width"), image.get("height"), image.get("loading")) == ("480", "720", "lazy")
    assert image.get("src") == f"../../{placed.address}/cover.webp"
    assert placed.work.title["en"] in image.get("alt")


def test_a_light_copy_is_kept_until_its_source_changes(small_catalogue: Catalogue, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    placed = next(iter(small_catalogue.works.values()))
    source = picture(tmp_path / "a.png", (1000, 1500))
    made = held.held_file(placed, source, PictureCache(tmp_path / "kept"))
    with monkeypatch.context() as patch:
        patch.setattr(held, "light_copy", lambda _: pytest.fail("made again"))
        assert held.held_file(placed, source, PictureCache(tmp_path / "kept")) == made
    picture(source, (1000, 1200))
    assert held.held_file(placed, source, PictureCache(tmp_path / "kept")).data != made.data


# -- in a browser --------------------------------------------------------------------


@pytest.mark.slow
def test_lines_fit_in_a_browser_with_the_fonts_and_without_them(
    kept_catalogue: Catalogue, covers_of: Callable[[Catalogue, str], Covers], browser: Browser
) -> None:
    longest = sorted(kept_catalogue.works.values(), key=lambda placed: -len(placed.work.title["ru"]))[:12]
    overflowing = (
        f"[...document.querySelectorAll('tspan')].filter(t => t.getComputedTextLength() > {WIDTH - 2 * MARGIN}).map(t => t.textContent)"
    )
    with serving(ROOT / "overrides") as base:
        sheets = "".join(f'<link rel="stylesheet" href="{base}assets/stylesheets/{name}.css">' for name in PARTS)
        page = browser.new_page(viewport={"width": 390, "height": 800})
        for language in LANGUAGES:
            body = "".join(markup(covers_of(kept_catalogue, language).cover(placed)) for placed in longest)
            for head in (sheets, ""):
                page.goto(base)
                page.set_content(f'<!doctype html><html lang="{language}"><meta charset="utf-8">{head}<body>{body}')
                page.evaluate("document.fonts.ready.then(() => 0)")
                assert page.evaluate(overflowing) == []
        page.close()

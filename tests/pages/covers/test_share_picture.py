"""Share pictures: read back by Pillow, measured by their pixels."""

from __future__ import annotations

import io
import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from catalogues import ROOT
from library.catalogue.catalogue import Catalogue
from library.pages.covers import designs
from library.pages.covers.designs import FAMILIES, PAPER, Design, contrast
from library.pages.covers.motifs import MOTIFS, VARIANTS
from library.pages.covers.picture_cache import PictureCache
from library.pages.covers.share_files import path_of, share_file, text_of
from library.pages.covers.share_picture import BAND, HEIGHT, LEFT, RIGHT, TITLE_FOOT, TITLE_TOP, WIDTH, SharePictures, ShareText, palette
from library.press.addresses import Site
from library.words.labels import Labels
from PIL import Image

FONTS = ROOT / "overrides" / "assets" / "fonts"
NAME = "Библиотека Астанинского хаба в сфере госслужбы"
DESIGN = Design(0, "lines", 0)

AWKWARD = {
    "300 characters": (
        "Сравнительный анализ законодательства о государственной службе в странах Центральной Азии и Кавказа: опыт, "
        "проблемы и перспективы развития институтов меритократии, этики и добропорядочности в условиях цифровой "
        "трансформации и реформирования системы государственного управления; второе издание, исправленное и дополненное"
    ),
    "long Korean": "중앙아시아와 캅카스 국가의 공무원제도 법제 비교 분석: 디지털 전환과 행정 개혁이라는 조건에서 실적주의, 윤리, 청렴 제도의 발전 "
    * 4,
    "one Hangul word": "공무원",
    "one long Hangul word": "정부혁신공무원인사행정제도개혁방안연구보고서최종본종합편제일권부록포함전체판" * 3,
    "one long word": "Pneumonoultramicroscopicsilicovolcanoconiosis" * 12,
    "Kazakh letters": "Ә Ғ Қ Ң Ө Ұ Ү Һ І ә ғ қ ң ө ұ ү һ і",
    "markup": "Pay & rewards <script>alert('x')</script> {{ x }} &amp;",
    "emoji": "Reform 🚀👩🏽\u200d💻 of the state",
    "right to left": "مقدمة في الإدارة العامة",
    "nothing": "",
    "controls": "a\u0000b\u202ec\n\nd",
}


def opened(png: bytes) -> Image.Image:
    picture = Image.open(io.BytesIO(png))
    picture.load()
    return picture


def ink(picture: Image.Image, box: tuple[int, int, int, int]) -> tuple[int, int, int, int] | None:
    """The box around all that is not paper within a box, from the picture's corner."""
    found = picture.crop(box).point(lambda grey: 255 - grey).getbbox()
    return found and (found[0] + box[0], found[1] + box[1], found[2] + box[0], found[3] + box[1])


def test_a_picture_is_a_png_of_the_size_that_networks_ask_for(pictures: SharePictures) -> None:
    png = pictures.png(ShareText("Pay", "Report", "2020", NAME), DESIGN)
    Image.open(io.BytesIO(png)).verify()  # its checksums
    picture = opened(png)
    assert (picture.format, picture.size, picture.mode) == ("PNG", (1200, 630), "P")
    assert {colour for _, colour in picture.convert("RGB").getcolors()} <= {tuple(palette(FAMILIES[0])[i : i + 3]) for i in range(0, 12, 3)}


@pytest.mark.parametrize("title", AWKWARD.values(), ids=AWKWARD)
def test_an_awkward_title_stays_within_its_box(pictures: SharePictures, title: str) -> None:
    picture = pictures.picture(ShareText(title, "비교연구", "Year not stated", NAME), DESIGN)
    assert picture.size == (WIDTH, HEIGHT)
    assert ink(picture, (RIGHT + 3, 0, WIDTH, HEIGHT)) is None
    assert ink(picture, (BAND, 0, LEFT - 3, HEIGHT)) is None
    assert ink(picture, (BAND, TITLE_FOOT + 12, WIDTH, 535)) is None, "the title reaches the site's name"
    assert ink(picture, (BAND, 112, WIDTH, TITLE_TOP + 2)) is None, "the title reaches the kind"
    assert ink(picture, (BAND, TITLE_TOP, WIDTH, TITLE_FOOT)) is not None, "there is no title"


@pytest.mark.parametrize("title", AWKWARD.values(), ids=AWKWARD)
def test_lines_of_a_title_do_not_run_into_each_other(pictures: SharePictures, title: str) -> None:
    lines = list(pictures.lines(ShareText(title, "Report", "2020", NAME)))[1:]
    assert lines
    assert TITLE_TOP <= lines[0].baseline - 0.75 * lines[0].size <= TITLE_TOP + 0.3 * lines[0].size
    assert lines[-1].baseline + 0.25 * lines[-1].size <= TITLE_FOOT + 12
    assert all(line.width <= RIGHT - LEFT + 0.5 for line in lines)
    assert all(later.baseline - earlier.baseline >= 1.2 * later.size for earlier, later in pairwise(lines))


def test_a_title_beyond_the_fonts_leaves_the_kind_in_its_place(pictures: SharePictures) -> None:
    lines = list(pictures.lines(ShareText("مقدمة", "Report", "2020", NAME)))
    assert [line.text for line in lines] == ["Report · 2020", "Report"]


def test_long_kinds_and_names_are_cut_rather_than_run_over(pictures: SharePictures) -> None:
    picture = pictures.picture(ShareText("Pay", "Сравнительное исследование " * 9, "2020", NAME * 4), DESIGN)
    assert ink(picture, (RIGHT + 3, 0, WIDTH, HEIGHT)) is None
    assert ink(picture, (BAND, 112, WIDTH, TITLE_TOP + 2)) is None


def test_the_same_picture_is_the_same_bytes() -> None:
    text = ShareText("Мемлекеттік қызмет", "Есеп", "2020", NAME)
    first, second = (SharePictures(FONTS).png(text, Design(3, "contours", 2)) for _ in range(2))
    assert first == second


@pytest.mark.parametrize(
    "other",
    [
        ShareText("Pay!", "Report", "2020", "Library"),
        ShareText("Pay", "Book", "2020", "Library"),
        ShareText("Pay", "Report", "2021", "Library"),
        ShareText("Pay", "Report", "2020", "Archive"),
    ],
)
def test_each_part_of_the_text_is_seen_and_part_of_the_key(tmp_path: Path, other: ShareText) -> None:
    kept = SharePictures(FONTS, tmp_path)
    assert kept.png(ShareText("Pay", "Report", "2020", "Library"), DESIGN) != kept.png(other, DESIGN)


@pytest.mark.parametrize("other", [Design(1, "lines", 0), Design(0, "squares", 0), Design(0, "lines", 1)])
def test_each_part_of_the_design_is_seen_and_part_of_the_key(tmp_path: Path, other: Design) -> None:
    kept, text = SharePictures(FONTS, tmp_path), ShareText("Pay", "Report", "2020", "Library")
    assert kept.png(text, DESIGN) != kept.png(text, other)


def test_the_band_is_of_the_deep_colour_and_the_text_stands_on_paper(pictures: SharePictures) -> None:
    picture = opened(pictures.png(ShareText("Pay", "Report", "2020", NAME), DESIGN)).convert("RGB")
    assert picture.getpixel((2, 2)) == designs.channels(FAMILIES[0])
    assert picture.getpixel((WIDTH - 2, 2)) == designs.channels(PAPER)


@pytest.mark.parametrize("motif", MOTIFS)
def test_each_motif_has_four_forms_in_three_colours(pictures: SharePictures, motif: str) -> None:
    text = ShareText("", "", "", "")
    made = [pictures.picture(text, Design(0, motif, variant)) for variant in range(VARIANTS)]
    assert len({picture.tobytes() for picture in made}) == VARIANTS
    for picture in made:
        strip = picture.crop((0, 0, BAND, HEIGHT))
        covered = sum(count for count, grey in strip.getcolors(256) if grey > 30) / (BAND * HEIGHT)
        assert 0.05 < covered < 0.75, "a motif is neither nothing nor everything"


@pytest.mark.parametrize("colour", FAMILIES)
def test_text_is_easy_to_read_in_every_colour(colour: str) -> None:
    assert contrast(colour, PAPER) >= 7  # WCAG 2.2, 1.4.6 (AAA)


def test_contrast_is_as_the_standard_defines_it() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)  # known from any checker


def test_families_are_told_apart() -> None:
    triples = [designs.channels(colour) for colour in FAMILIES]
    distances = [sum(abs(a - b) for a, b in zip(one, two, strict=True)) for one in triples for two in triples if one != two]
    assert min(distances) > 30


@pytest.mark.parametrize("language", ["en", "ru", "kk", "ko"])
def test_pictures_of_a_whole_catalogue(
    small_catalogue: Catalogue, labels_of: Callable[[Catalogue, str], Labels], site: Site, language: str
) -> None:
    labels = labels_of(small_catalogue, language)
    pictures = SharePictures(FONTS)
    files = [share_file(pictures, labels, site, placed) for placed in small_catalogue.works.values()]
    assert [file.path for file in files] == [path_of(site, placed, language) for placed in small_catalogue.works.values()]
    assert all(opened(file.data).size == (1200, 630) for file in files)
    assert all(file.path.startswith("ru/") == (language == "ru") for file in files)


def test_a_supplied_title_stands_in_brackets_and_an_unknown_year_is_said(
    small_catalogue: Catalogue, labels_of: Callable[[Catalogue, str], Labels], site: Site
) -> None:
    labels = labels_of(small_catalogue, "en")
    supplied = [placed for placed in small_catalogue.works.values() if "en" in placed.work.supplied.title]
    undated = [placed for placed in small_catalogue.works.values() if placed.issued is None]
    assert supplied
    assert undated
    assert all(text_of(placed, labels, site).title.startswith("[") for placed in supplied)
    assert all(text_of(placed, labels, site).year == "Year not stated" for placed in undated)


# -- kept from build to build --------------------------------------------------------


def test_a_kept_picture_is_not_drawn_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = ShareText("Pay", "Report", "2020", NAME)
    made = SharePictures(FONTS, tmp_path).png(text, DESIGN)
    later = SharePictures(FONTS, tmp_path)
    monkeypatch.setattr(later, "picture", lambda *_: pytest.fail("drawn again"))
    assert later.png(text, DESIGN) == made


def test_a_picture_that_is_not_whole_is_drawn_again(tmp_path: Path) -> None:
    text = ShareText("Pay", "Report", "2020", NAME)
    made = SharePictures(FONTS, tmp_path).png(text, DESIGN)
    [path] = tmp_path.iterdir()
    path.write_bytes(made[:-20])
    assert SharePictures(FONTS, tmp_path).png(text, DESIGN) == made
    assert path.read_bytes() == made


def test_pictures_of_works_that_are_gone_are_forgotten(tmp_path: Path) -> None:
    first = PictureCache(tmp_path)
    for key in ("one", "two"):
        first.keep(key, b"IEND\xaeB`\x82")
    later = PictureCache(tmp_path)
    assert later.find("one")
    later.forget_unused()
    assert [path.name for path in tmp_path.iterdir()] == ["one"]


def test_without_a_writable_folder_pictures_are_made_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file where the folder should be")
    assert SharePictures(FONTS, tmp_path / "taken").png(ShareText("Pay", "Report", "2020", NAME), DESIGN)


# -- size and speed ------------------------------------------------------------------


def test_pictures_are_light(
    kept_catalogue: Catalogue, labels_of: Callable[[Catalogue, str], Labels], site: Site, pictures: SharePictures
) -> None:
    sizes = []
    for language in ("ru", "ko"):
        labels = labels_of(kept_catalogue, language)
        sizes += [
            len(pictures.png(text_of(placed, labels, site), designs.design_of(placed, kept_catalogue)))
            for placed in list(kept_catalogue.works.values())[::6]
        ]
    assert sum(sizes) / len(sizes) < 13_000
    assert max(sizes) < 20_000


def test_a_picture_costs_a_few_compressions_of_its_pixels(pictures: SharePictures) -> None:
    """A ratio, so that a slow machine passes: Pillow's own PNG of the same picture is the yardstick."""
    texts = [ShareText(f"Оценка деятельности государственных служащих {number}", "Отчет", "2020", NAME) for number in range(8)]
    pictures.png(ShareText("Оценка деятельности государственных служащих", "Отчет", "2020", NAME), DESIGN)
    started = time.process_time()
    made = [pictures.png(text, DESIGN) for text in texts]
    ours = time.process_time() - started
    images = [opened(png) for png in made]
    started = time.process_time()
    for image in images:
        image.save(io.BytesIO(), "PNG", optimize=True)
    assert ours < 2 * (time.process_time() - started)

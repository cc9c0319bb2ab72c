"""Figures in the texts of case studies: described pictures of the catalogue, and what is wrong with others."""

from __future__ import annotations

import io

import pytest
from catalogues import ROOT, SpoiltCatalogue
from library.catalogue.digests import Digests
from library.catalogue.figures import as_shown
from library.catalogue.loading import load
from library.keeping import renaming
from library.pages.covers import share_files
from library.pages.covers.picture_cache import PictureCache
from library.pages.templates import TextRenderer
from library.press.shells import BASE
from library.words.translations import Words
from PIL import Image

TEXT = "case-studies/one-window.md"
TRANSLATION = "case-studies/one-window.kk.md"
PLAN = "files/one-window.plan.png"
FIGURE = '\n![Три окна & одно](one-window.plan.png "Зал «до» <и> после")\n'


def picture(width: int = 1600, height: int = 800) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (width, height), "navy").save(out, "PNG")
    return out.getvalue()


def test_a_figure_is_shown_with_size_description_and_caption(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.write(PLAN, picture())
    catalogue_copy.append(TEXT, FIGURE.replace("<и>", "_и_"))
    catalogue_copy.append(TRANSLATION, "\n![Үш терезе](one-window.plan.png)\n")
    catalogue = load(catalogue_copy.folder)
    placed = catalogue.works["one-window"]
    pictures = share_files.pictures_of(catalogue, placed)
    render = TextRenderer(Words("en", ROOT / "overrides" / "locales"))
    source = f'<img src="{BASE}/publications/one-window/one-window.plan.webp" width="1280" height="640"'
    assert (
        f'<figure>{source} alt="Три окна &amp; одно" loading="lazy" decoding="async">'
        "<figcaption>Зал «до» _и_ после</figcaption></figure>" in render(catalogue.texts["one-window", "ru"], pictures)
    )
    assert f'<figure>{source} alt="Үш терезе" loading="lazy" decoding="async"></figure>' in render(
        catalogue.texts["one-window", "kk"], pictures
    )
    (_, file) = share_files.held_figures(catalogue, placed, PictureCache(None))
    assert file.path == "publications/one-window/one-window.plan.webp"
    assert Image.open(io.BytesIO(file.data)).size == (1280, 640)
    copied = as_shown(catalogue.texts["one-window", "ru"], catalogue.figures["one-window"])
    assert '](one-window.plan.webp "Зал' in copied


def test_another_picture_makes_the_page_anew(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.append(TEXT, FIGURE.replace("<и>", "и"))
    made = []
    for size in (40, 50):
        catalogue_copy.write(PLAN, picture(size, size))
        catalogue = load(catalogue_copy.folder)
        made.append(Digests(catalogue).work(catalogue.works["one-window"]))
    assert made[0] != made[1]


def test_figures_follow_when_the_work_is_renamed(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.write(PLAN, picture(40, 40))
    catalogue_copy.append(TEXT, "\n![План](one-window.plan.png)\n")
    catalogue_copy.append(TRANSLATION, "\n![Жоспар](one-window.plan.png)\n")
    renaming.rename(load(catalogue_copy.folder), "work", "one-window", "single-window").carry_out()
    after = load(catalogue_copy.folder)
    assert [figure.name for figure in after.figures["single-window"]] == ["single-window.doors.png", "single-window.plan.png"] * 2
    assert not catalogue_copy.path(PLAN).exists()


@pytest.mark.parametrize(
    ("line", "code", "marker"),
    [
        ("![](one-window.plan.png)", "figure-without-description", "one-window.plan.png)"),
        ("![ ](one-window.plan.png)", "figure-without-description", "one-window.plan.png)"),
        ("![План](one-window.map.png)", "missing-file", "one-window.map.png"),
        ("![План](held-book.plan.png)", "file-name", "held-book.plan.png"),
        ("![План](one-window.plan.svg)", "file-name", "one-window.plan.svg"),
        ("![План](one-window.bad.png)", "unreadable-figure", "one-window.bad.png"),
        ("![План](../one-window.plan.png)", "picture-in-text", "![План]"),
        ("![План](https://tracker.example/x.png)", "picture-in-text", "![План]"),
        ("См. ![План](one-window.plan.png)", "picture-in-text", "![План]"),
        ("![План](one-window.plan.png)\n\n![План](one-window.plan.png)", "repeated-value", None),
    ],
)
def test_a_figure_that_cannot_be_shown_is_a_problem(catalogue_copy: SpoiltCatalogue, line: str, code: str, marker: str | None) -> None:
    catalogue_copy.write(PLAN, picture(40, 40))
    catalogue_copy.write("files/one-window.bad.png", b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>")
    catalogue_copy.append(TEXT, f"\n{line}\n")
    found = [problem for problem in catalogue_copy.problems() if problem.code != "stray-file"]
    assert [problem.code for problem in found] == [code]
    assert marker is None or (found[0].line, found[0].column) == catalogue_copy.place(TEXT, marker)
    assert found[0].path == f"catalogue/{TEXT}" and found[0].hint


def test_a_figure_that_is_a_link_out_of_the_catalogue_is_a_problem(catalogue_copy: SpoiltCatalogue) -> None:
    outside = catalogue_copy.folder.parent / "plan.png"
    outside.write_bytes(picture(40, 40))
    catalogue_copy.path(PLAN).symlink_to(outside)
    catalogue_copy.append(TEXT, "\n![План](one-window.plan.png)\n")
    assert catalogue_copy.problem("outside", TEXT, "one-window.plan.png").hint

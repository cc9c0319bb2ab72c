"""Pictures of the staff's guide: what its steps look like, in each language of the form, taken of the real form and the real site.

They show the records of ``tests/kept_catalogue``, which never change, so that a new picture differs where the form does.
"""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "hooks"), *(str(ROOT / "tests" / folder) for folder in ("", "form", "site"))]
os.environ.setdefault("SOURCE_DATE_EPOCH", "1796083200")  # 2026-12-01: the record that is shown is dated before

from catalogues import KEPT, SMALL
from form_driver import Form, opened, texts_of
from library.catalogue.loading import load
from library.form.configuration import LANGUAGES
from library.form.files import checked
from library.form.files import files as form_files
from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright
from serving import serving

WIDTH = 880
"""Pixels, of the form and of pages; readers see pictures as wide as their column."""
MARGIN = 14
COLOURS = 48
RECORD = "country-profile-belarus"
"""A record with editions and titles in every language."""
DOCUMENT = SMALL / "files" / "russian-study.ru.pdf"
SUPERSEDED = 2
"""The choice after none and "Mistake"."""
NAMED = "shorter-queues-almaty"
PARTIES, THEMES = "catalogue/vocabularies/parties.yml", "catalogue/vocabularies/themes.yml"
TERM = "\n- id: "
"""What each term of a vocabulary begins with."""


def main(into: Path) -> None:
    """Writes every picture of the guide into a folder, as ``add.ru.webp``."""
    into.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        site = built(Path(name))
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"])
        with serving(site) as address:
            for language in LANGUAGES:
                of_form(browser, address, language, into)
                of_site(browser, address, language, into)
        browser.close()


def built(folder: Path) -> Path:
    """The site of the kept records, with a form whose repository is the browser's own."""
    for name in ("docs", "hooks", "overrides"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    # The guide's own pages name the pictures that are made here.
    shutil.rmtree(folder / "docs" / "staff")
    for page in (folder / "docs").glob("contribute*.md"):
        page.write_text(page.read_text("utf-8").replace("(staff/index.md)", "(library:form)"), "utf-8")
    shutil.copytree(KEPT, folder / "catalogue")
    (folder / "catalogue" / "files").mkdir(exist_ok=True)
    shutil.copytree(ROOT / ".cache" / "form", folder / ".cache" / "form")
    settings = (ROOT / "mkdocs.yml").read_text("utf-8").replace("offline_zip: true", "offline_zip: false")
    (folder / "mkdocs.yml").write_text(settings, "utf-8")
    command = [sys.executable, "-m", "library", "build", "--engine", "own", "--into", "site"]
    subprocess.run(command, cwd=folder, check=True, env={**os.environ, "PYTHONPATH": "hooks"})
    form = checked({"name": "test-repo"}, "catalogue")
    for file in form_files(load(folder / "catalogue"), form, folder / "overrides" / "locales", folder / ".cache"):
        (folder / "site" / file.path).write_bytes(file.data)
    return folder / "site"


# -- the form ------------------------------------------------------------------------------


def of_form(browser: Browser, address: str, language: str, into: Path) -> None:
    steps: dict[str, Callable[[Form], bytes]] = {
        "form": lists,
        "add": first_fields,
        "edition": edition,
        "picker": picker,
        "titles": lambda form: part(form, f"knowledge-products/entries/{RECORD}", "title"),
        "supplied": lambda form: part(form, f"knowledge-products/entries/{RECORD}", "supplied"),
        "issue": lambda form: part(form, "issues/entries/17", "articles"),
        "withdraw": withdrawn,
        "person": person,
        "theme": theme,
    }
    with opened(browser, address, texts_of(KEPT), language) as form:
        for name, step in steps.items():
            form.home()
            kept(step(form), into / f"{name}.{language}.webp")
            print(f"{name}.{language}", flush=True)


def at(form: Form, place: str) -> Page:
    """The form at one of its addresses, high enough to draw every field."""
    form.page.evaluate("place => { location.hash = `#/collections/${place}` }", place)
    form.page.locator("[data-key-path]").first.wait_for()
    form.page.set_viewport_size({"width": WIDTH, "height": 20_000})
    return form.page


def lists(form: Form) -> bytes:
    form.page.set_viewport_size({"width": WIDTH, "height": 520})
    form.page.get_by_role("row").nth(5).wait_for()
    return form.page.screenshot()


def part(form: Form, place: str, *fields: str) -> bytes:
    at(form, place)
    return around(form, *fields)


def first_fields(form: Form) -> bytes:
    at(form, "knowledge-products/new")
    form.write("id", NAMED)
    form.write("title.en", "Shorter Queues in Almaty")
    return around(form, "id", "type", "title")


def edition(form: Form) -> bytes:
    at(form, "knowledge-products/new")
    form.add("editions")
    with tempfile.TemporaryDirectory() as folder:
        document = Path(folder, f"{NAMED}.en.pdf")
        shutil.copy(DOCUMENT, document)
        form.attach("editions.0.file", document)
    return around(form, "editions.0.file")


def picker(form: Form) -> bytes:
    page = at(form, "knowledge-products/new")
    form.add("creators")
    page.set_viewport_size({"width": WIDTH, "height": 1_200})
    box = form.field("creators.0.party").get_by_role("combobox").last
    box.scroll_into_view_if_needed()
    box.click()
    page.get_by_role("option").first.wait_for()
    page.keyboard.type("kno")
    page.get_by_role("option", name="Knox").first.wait_for()
    searched = page.get_by_role("dialog").or_(page.locator(".popup")).get_by_role("searchbox").first
    return clipped(
        page, [each.bounding_box() for each in (form.field("creators.0.party"), searched, page.get_by_role("option", name="Knox").first)]
    )


def withdrawn(form: Form) -> bytes:
    at(form, f"knowledge-products/entries/{RECORD}")
    form.add("withdrawn")
    form.write("withdrawn.on", "2026-11-30")
    form.field("withdrawn.because").get_by_role("radio").nth(SUPERSEDED).click()
    form.write("withdrawn.replaced_by", "country-profile-belarus-2026")
    return around(form, "withdrawn")


def person(form: Form) -> bytes:
    at(form, "vocabularies/entries/parties")
    form.add("terms")
    form.page.get_by_role("menuitem").first.click()
    place = f"terms.{len(texts_of(KEPT)[PARTIES].split(TERM)) - 1}"
    form.add(f"{place}.names")
    form.write(f"{place}.id", "han-seo-yeon")
    form.write(f"{place}.names.0.family", "Han")
    form.write(f"{place}.names.0.given", "Seo-yeon")
    return around(form, f"{place}.id", f"{place}.names")


def theme(form: Form) -> bytes:
    at(form, "vocabularies/entries/themes")
    form.add("terms")
    place = f"terms.{len(texts_of(KEPT)[THEMES].split(TERM)) - 1}"
    form.write(f"{place}.id", "data-protection")
    for language, label in {"en": "Data protection", "ru": "Защита данных", "kk": "Деректерді қорғау", "ko": "데이터 보호"}.items():
        form.write(f"{place}.label.{language}", label)
    return around(form, f"{place}.id", f"{place}.label")


def around(form: Form, *fields: str) -> bytes:
    """A picture of some fields and what lies between them."""
    form.page.evaluate("document.activeElement.blur()")
    return clipped(form.page, [form.field(field).bounding_box() for field in fields])


# -- the site ------------------------------------------------------------------------------


def of_site(browser: Browser, address: str, language: str, into: Path) -> None:
    page = browser.new_page(viewport={"width": WIDTH, "height": 760}, locale=language, color_scheme="light")
    page.goto(f"{address}{'' if language == 'en' else language + '/'}publications/{RECORD}/")
    kept(page.screenshot(), into / f"page.{language}.webp")
    link = page.locator("a[href*='/admin/']").first
    link.scroll_into_view_if_needed()
    link.focus()
    box = link.bounding_box()
    assert box
    frame = {"x": 0, "y": max(0, box["y"] - 260), "width": WIDTH, "height": 340}
    kept(page.screenshot(clip=frame), into / f"correct.{language}.webp")
    page.close()


# -- pictures ------------------------------------------------------------------------------


def clipped(page: Page, boxes: list) -> bytes:
    left = min(box["x"] for box in boxes) - MARGIN
    top = min(box["y"] for box in boxes) - MARGIN
    right = max(box["x"] + box["width"] for box in boxes) + MARGIN
    bottom = max(box["y"] + box["height"] for box in boxes) + MARGIN
    return page.screenshot(clip={"x": max(0, left), "y": max(0, top), "width": right - max(0, left), "height": bottom - max(0, top)})


def kept(taken: bytes, path: Path) -> None:
    """Few colours, without loss: letters stay sharp, and a picture has some 15 KB."""
    picture = Image.open(io.BytesIO(taken)).convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE).convert("RGB")
    picture.save(path, "WEBP", lossless=True, quality=100, method=6)


if __name__ == "__main__":
    main(Path(sys.argv[1]))

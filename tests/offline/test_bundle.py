"""The zip of one language, made from a small folder."""

from __future__ import annotations

import io
import json
import subprocess
import zipfile
from datetime import date
from pathlib import Path

import pytest
from library.offline import bundle
from library.pages.offline import zip_views
from library.press.addresses import Site
from library.press.reader import of_folder
from library.words.translations import Words
from sites import ROOT

DAY = date(2026, 11, 22)
LOCALES = ROOT / "overrides" / "locales"
SITE = Site(
    "https://library.example.org/",
    ("en", "ru", "kk"),
    {"en": "Library", "ru": "Библиотека", "kk": "Кітапхана"},
    {"en": "English", "ru": "Русский", "kk": "Қазақша"},
)
AWKWARD = 'a "quoted" \\ \'apostrophe\' \u2028 </script> Ә 한 {"'


def write(folder: Path, files: dict[str, str]) -> None:
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")


@pytest.fixture
def written(tmp_path: Path) -> Path:
    """A site of three languages with one theme."""
    pages = {}
    for prefix, out in {"": "", "ru/": "../", "kk/": "../"}.items():
        for path, up in {"index.html": out, "themes/index.html": f"../{out}"}.items():
            pages[prefix + path] = (
                f'<link rel="stylesheet" href="{up}assets/a.css"><a href="{up}{prefix}themes/">{prefix}</a><a href="{up}kk/">kk</a>'
            )
    index = {
        f"search/index/{path}": json.dumps({"stamp": "1", **rest})
        for path, rest in {
            "facets.json": {"text": AWKWARD},
            "en/words.json": {},
            "ru/words.json": {},
            "ru/titles.json": {},
            "en/titles.json": {},
            "ru/cards/0.json": {"items": ['<li><a href="../../ru/themes/">"Темы"</a></li>']},
            "en/cards/0.json": {"items": []},
        }.items()
    }
    write(
        tmp_path,
        {
            **pages,
            **index,
            "ru/exports/index.html": "",
            "exports/works.bib": "",
            "feed.xml": "",
            "404.html": "",
            "sw.js": "",
            "ru/search/index.html": '<script type="application/json" data-words>{"a": "{", "root": "../../ru/", "tags": []}</script>',
            "assets/a.css": "a{background:url(x.svg)}",
            "assets/x.svg": "",
            "assets/unused.svg": "",
            "assets/fonts/a.woff2": "",
            "assets/fonts/OFL.txt": "",
            "assets/javascripts/a.js": "",
            f"ru/publications/{'long-' * 40}/index.html": "",
        },
    )
    return tmp_path


def opened(folder: Path, language: str) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(bundle.library_zip(SITE, language, of_folder(folder), DAY, LOCALES).data))


def test_a_zip_holds_the_pages_of_its_language_and_what_they_take_in(written: Path) -> None:
    assert opened(written, "ru").namelist() == [
        f"library-ru/{path}"
        for path in [
            "README.txt",
            "index.html",
            "ru/index.html",
            "ru/search/index.html",
            "ru/themes/index.html",
            "search/index/en/words.json.js",
            "search/index/facets.json.js",
            "search/index/ru/cards/0.json.js",
            "search/index/ru/titles.json.js",
            "search/index/ru/words.json.js",
            "assets/a.css",
            "assets/fonts/OFL.txt",
            "assets/fonts/a.woff2",
            "assets/javascripts/a.js",
            "assets/x.svg",
        ]
    ]


def test_the_default_language_stands_at_the_top_without_the_others(written: Path) -> None:
    names = opened(written, "en").namelist()
    assert "library-en/themes/index.html" in names
    assert not [name for name in names if name.startswith(("library-en/ru/", "library-en/kk/"))]


def test_the_first_page_of_a_folder_leads_to_its_language(written: Path) -> None:
    assert b'url=ru/index.html"' in opened(written, "ru").read("library-ru/index.html")


def test_links_lead_into_the_zip_or_to_the_web(written: Path) -> None:
    text = opened(written, "ru").read("library-ru/ru/themes/index.html").decode()
    assert 'href="../../ru/themes/index.html"' in text
    assert 'href="https://library.example.org/kk/"' in text
    assert 'href="../../assets/a.css"' in text


def test_links_of_cards_lead_into_the_zip(written: Path) -> None:
    text = opened(written, "ru").read("library-ru/search/index/ru/cards/0.json.js").decode()
    assert '<a href="../../ru/themes/index.html">' in text.replace('\\\\"', '"')


def test_scripts_write_addresses_on_the_web(written: Path) -> None:
    assert b'"root": "https://library.example.org/ru/", "tags"' in opened(written, "ru").read("library-ru/ru/search/index.html")


def test_the_same_site_and_day_give_the_same_bytes(written: Path) -> None:
    first, second = (bundle.library_zip(SITE, "ru", of_folder(written), DAY, LOCALES) for _ in range(2))
    assert first == second
    assert {entry.date_time for entry in opened(written, "ru").infolist()} == {(2026, 11, 22, 0, 0, 0)}


def test_no_path_is_too_long_for_windows(written: Path) -> None:
    assert max(map(len, opened(written, "ru").namelist())) <= bundle.LONGEST


def test_the_readme_says_language_day_address_and_licence_in_every_language(written: Path) -> None:
    data = opened(written, "ru").read("library-ru/README.txt")
    text = data.decode("utf-8-sig")
    assert data.startswith(b"\xef\xbb\xbf")
    assert text.count("\n") == text.count("\r\n")
    parts = text.split("-" * 72)
    assert [part.strip().split("\r\n")[0] for part in parts] == ["Библиотека", "Library", "Кітапхана"]
    for part, day in zip(parts, ["22 ноября 2026", "22 November 2026", "2026 ж. 22 қараша"]):
        part = " ".join(part.split())  # dates may have spaces that do not break
        for expected in (
            day,
            "Русский",
            "https://library.example.org/",
            "https://creativecommons.org/publicdomain/zero/1.0/",
            "index.html",
        ):
            assert expected in part


def test_the_index_comes_whole_out_of_its_scripts() -> None:
    texts = [json.dumps({"stamp": "1", "text": AWKWARD}, ensure_ascii=ascii_only) for ascii_only in (True, False)] + ["[]\n", r'"\\n\n\\"']
    said = "".join(
        f"document = {{currentScript: {{}}}}; {bundle.script(text)} said.push(document.currentScript.libraryText);" for text in texts
    )
    program = f"var document, said = []; {said} console.log(JSON.stringify(said))"
    done = subprocess.run(["node", "-"], input=program, capture_output=True, text=True, check=True)
    assert json.loads(done.stdout) == [text.strip() for text in texts]


def test_zips_are_offered_with_their_sizes_that_of_the_page_first() -> None:
    views = zip_views(SITE, Words("ru", LOCALES), {"downloads/library-en.zip": 3_700_000, "downloads/library-ru.zip": 4_100_000})
    assert [(view.language, view.path, view.size) for view in views] == [
        ("ru", "downloads/library-ru.zip", "4,1\u00a0МБ"),
        ("en", "downloads/library-en.zip", "3,7\u00a0МБ"),
    ]

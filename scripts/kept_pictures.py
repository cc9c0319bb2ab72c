#!/usr/bin/env python3
"""Takes the kept pictures of all kinds of pages anew and writes a page on which a person sees what has changed: kept_pictures.py FOLDER"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from html import escape
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
os.environ.setdefault("SOURCE_DATE_EPOCH", "1906545600")  # 2030-06-01, the day of all tests
sys.path[:0] = [str(ROOT / folder) for folder in ("tests/site", "tests", "hooks")]

from catalogues import SMALL
from kept_look import FOLDER, WIDTHS, all_pages, faults, looking, name_of, of_shots, read, shots, write
from outside import BROWSER
from playwright.sync_api import sync_playwright
from serving import serving
from sites import build

HEAD = """<!doctype html><meta charset="utf-8"><title>Kept pictures</title>
<style>body { font: 16px sans-serif; margin: 2rem } img { border: 1px solid; vertical-align: top; margin: 0 1rem 1rem 0 }
.was { image-rendering: pixelated; width: 700px } .is { width: 320px }</style>
<h1>What has changed</h1><p>The small pictures show each page at 360, 390, 768 and 1280 pixels as it was kept; the large ones as it is.</p>
"""


def shown(path: str, said: list[str], taken: dict[int, bytes], into: Path) -> str:
    """A section of the page: what differs, the kept picture, and the new ones at their full size."""
    name = name_of(path).removesuffix(".png")
    kept = FOLDER / f"{name}.png"
    pictures = ""
    if kept.exists():
        shutil.copy(kept, into / f"{name}-was.png")
        pictures = f'<p><img class="was" src="{name}-was.png" alt="as it was"></p>'
    for width in WIDTHS:
        (into / f"{name}-{width}.png").write_bytes(taken[width])
        pictures += f'<a href="{name}-{width}.png"><img class="is" src="{name}-{width}.png" alt="{width} pixels"></a>'
    return f"<h2>{escape(path)}</h2><p>{'<br>'.join(map(escape, said))}</p>{pictures}\n"


def main(into: Path) -> None:
    shutil.rmtree(into, ignore_errors=True)
    into.mkdir(parents=True)
    sections, wanted = [], set()
    with tempfile.TemporaryDirectory() as temporary, sync_playwright() as playwright:
        site = build(Path(temporary), SMALL)
        browser = playwright.chromium.launch(executable_path=BROWSER, args=["--no-sandbox"])
        with serving(site.folder) as address, looking(browser, Path(temporary)) as page:
            for path in [path for pages in all_pages(site).values() for path in pages]:
                kept = FOLDER / name_of(path)
                wanted.add(kept.name)
                taken = shots(page, address + path)
                look = of_shots(taken)
                said = faults(read(kept), look) if kept.exists() else ["new"]
                if said:
                    sections.append(shown(path, said, taken, into))
                    write(look, kept)
                    print(f"{path}: {'; '.join(said)}")
        browser.close()
    for stray in {kept.name for kept in FOLDER.glob("*.png")} - wanted:
        (FOLDER / stray).unlink()
    (into / "index.html").write_text(HEAD + "".join(sections or ["<p>Nothing."]), "utf-8")
    print(f"{len(sections)} pages have changed; look at them in {into / 'index.html'}, then commit tests/site/kept_pictures")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]).resolve())

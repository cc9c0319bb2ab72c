"""Makes a preview: both states built, compared, pictured and written into a folder."""

from __future__ import annotations

import shutil
import tempfile
import zipfile
from collections.abc import Callable, Mapping
from html import escape
from pathlib import Path
from typing import Any

import markdown

from library.preview import pictures, states
from library.preview.comment import Preview, comment
from library.preview.differences import compared
from library.preview.works import ChangedWork, changed_works, citation_changes, coverage, read
from library.words.translations import Words

MOST_PICTURES = 6
"""Works that are pictured: a browser takes seconds for each."""

COMMENT, PAGE, SITE = "comment.md", "index.html", "site"
"""What lies in a preview's folder, and ``pictures/`` with it."""


class Making:
    """One preview of a range of commits in a project. ``names`` are those of the site's languages, the default first."""

    def __init__(self, project: Path, names: Mapping[str, str], words: Words, tell: Callable[[str], None]) -> None:
        self.project = project
        self.names = names
        self.words = words
        self.tell = tell

    def make(self, wanted: states.Range, into: Path) -> Preview:
        """Writes the preview into a folder, whose content it replaces. Raises states.Unknown, and then nothing is written."""
        commits = [states.resolved(self.project, name) for name in (wanted.base, wanted.head)]
        with tempfile.TemporaryDirectory(prefix="preview-") as temporary:
            preview = self._made(commits, Path(temporary))
            ready = Path(temporary) / "ready"
            ready.mkdir(exist_ok=True)
            text = comment(preview, self.words, self.names)
            (ready / COMMENT).write_text(text + "\n", "utf-8")
            (ready / PAGE).write_text(self._page(preview, text, ready), "utf-8")
            shutil.rmtree(into, ignore_errors=True)
            shutil.copytree(ready, into)
        return preview

    def _made(self, commits: list[str], folder: Path) -> Preview:
        laid, before = folder / "project", folder / "before"
        states.bring_kept(self.project, laid)
        states.lay_out(self.project, commits[0], laid)
        old = read(laid / "catalogue")
        self.tell("Building the site as it was …")
        no_base = states.build(laid, self.words.language)
        if (laid / "site").is_dir():
            # Builds put new files in the place of old ones, and never write into them.
            shutil.copytree(laid / "site", before, copy_function=_linked)
        states.lay_out(self.project, commits[1], laid)
        self.tell("Building the site as it will be …")
        if refused := states.build(laid, self.words.language):
            return Preview(refused=refused.replace(str(laid), "."))
        new = read(laid / "catalogue")
        if new is None:
            return Preview(refused="the catalogue is built by a program that this one cannot follow; pull the newest and try again")
        works = changed_works(old, new) if not no_base else []
        after = laid / "site"
        _unpack(after, folder / "ready" / SITE)
        return Preview(
            differences=compared(before, after, tuple(self.names)),
            works=works,
            coverage=coverage(old, new),
            citations={work.id: list(citation_changes(work, before, after)) for work in works},
            pictures=self._pictures(works, before, folder),
            no_base=no_base.replace(str(laid), "."),
        )

    def _pictures(self, works: list[ChangedWork], before: Path, folder: Path) -> dict[str, str]:
        """Draws the pages of works in the language of the comment."""
        program = pictures.browser()
        if not program or not works:
            return {}
        self.tell("Drawing the pages of the works that change …")
        old = folder / "old"
        _unpack(before, old)
        drawn = {}
        for work in works[:MOST_PICTURES]:
            path = f"pictures/{work.id}.png"
            pages = (
                self._on_disk(old, work.before.address) if work.before else None,
                self._on_disk(folder / "ready" / SITE, work.after.address) if work.after else None,
            )
            if pictures.side_by_side(program, *pages, folder / "ready" / path):
                drawn[work.id] = path
        return drawn

    def _on_disk(self, unpacked: Path, address: str) -> Path:
        language = self.words.language
        prefix = "" if language == next(iter(self.names)) else f"{language}/"
        return unpacked / f"library-{language}" / prefix / address / "index.html"

    def _page(self, preview: Preview, text: str, ready: Path) -> str:
        """The comment as a page, with the pictures in it and ways into the site."""
        links = [
            f'<a href="{SITE}/{folder}/index.html">{escape(self.names.get(folder.removeprefix("library-"), folder))}</a>'
            for folder in sorted(path.name for path in (ready / SITE).glob("library-*"))
        ]
        told = markdown.markdown(text.replace("<details>", '<details markdown="1">'), extensions=["fenced_code", "md_in_html"])
        shown = "".join(f'<h2>{escape(work)}</h2><img src="{escape(path)}" alt="">' for work, path in preview.pictures.items())
        heading = escape(self.words.say("What this change does to the site"))
        return (
            f'<!doctype html>\n<html lang="{self.words.language}"><head><meta charset="utf-8"><title>{heading}</title>'
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src 'self' file:; style-src 'unsafe-inline'\">"
            "<style>body{font:1rem/1.5 sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem}img{max-width:100%}</style></head>"
            f"<body><p>{' · '.join(links)}</p>{told}{shown}</body></html>\n"
        )


def _linked(source: str, target: str) -> str:
    Path(target).hardlink_to(source)
    return target


def _unpack(site: Path, into: Path) -> None:
    """The zips of a site's languages, which work from a folder; of a site without them the site itself, which wants a server."""
    into.mkdir(parents=True, exist_ok=True)
    packed = sorted((site / "downloads").glob("library-*.zip"))
    for path in packed:
        with zipfile.ZipFile(path) as zipped:
            zipped.extractall(into)
    if not packed and site.is_dir():
        shutil.copytree(site, into, dirs_exist_ok=True)


def for_programs(preview: Preview, into: Path) -> dict[str, Any]:
    """What a preview tells, as JSON: files that lie in its folder, works by id, and pages that differ by language."""
    return {
        "folder": str(into),
        "comment": str(into / COMMENT),
        "refused": preview.refused,
        "works": [work.id for work in preview.works],
        "pages": {language: len(pages) for language, pages in preview.differences.pages.items()},
        "others": sum(preview.differences.others.values()),
    }


def said(preview: Preview) -> str:
    """One line for the end of the command."""
    if preview.refused:
        return "the site cannot be built from this change"
    pages = sum(len(of_language) for of_language in preview.differences.pages.values())
    return f"works changed: {len(preview.works)}; pages that differ: {pages}; other files: {sum(preview.differences.others.values())}"

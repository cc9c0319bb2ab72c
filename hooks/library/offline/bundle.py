"""The library in one language as a zip, to be unpacked and read from a folder.

It holds the language's pages, what they take in, and the index of the search. Files of
citations, feeds, the API, other languages and held documents stay on the web: they would be
several times the pages, and what they say of a work stands on its page.
"""

from __future__ import annotations

import io
import itertools
import json
import re
import zipfile
from collections.abc import Iterable, Iterator
from datetime import date
from html import escape
from pathlib import Path

from library.offline.addresses import INDEX, Addresses, of_stylesheet
from library.offline.readme import readme
from library.press import policy
from library.press.addresses import Site
from library.press.output import OutputFile
from library.press.reader import SiteReader
from library.words.translations import Words

ONLINE_ONLY = ("admin", "exports", "offline", "staff")
"""Pages that are of use on the web alone: the staff's form and its guide, downloads, and what the browser keeps of them."""

WHOLE_FOLDERS = ("assets/fonts", "assets/javascripts")
"""Taken as they are: fonts come with their licences, and scripts fetch further scripts."""

INDEX_FOLDER = "search/index"
"""Where the index of the search lies."""

LONGEST = 190
"""Characters of a path in the zip. Windows' old limit is 260 for the whole path
(https://learn.microsoft.com/en-us/windows/win32/fileio/maximum-file-path-limitation), and
``C:\\Users\\somebody\\Downloads\\library-ru\\`` comes before it."""

_PACKED = (".woff2", ".png", ".jpg", ".jpeg", ".webp", ".avif", ".zip", ".pdf")
_ROOT_OF_SCRIPTS = re.compile(r'(<script type="application/json" data-words>.*?"root": ")[^"]*', re.DOTALL)


def path(language: str) -> str:
    """Path of a language's zip below the site's root."""
    return f"downloads/{name(language)}.zip"


def name(language: str) -> str:
    """Name of the zip, and of the one folder in it."""
    return f"library-{language}"


def library_zip(site: Site, language: str, reader: SiteReader, day: date, locales: Path) -> OutputFile:
    """The zip of a language, from the site as it is read. The same site and day give the same bytes; ``day`` is that of the last change.

    ``locales`` is the folder of the interface's words.
    """
    told = readme(site, [Words(tag, locales) for tag in site.languages], language, day)
    held = itertools.chain([("README.txt", told)], Folder(site, language, reader).files())
    return OutputFile(path(language), _zipped(held, name(language), day))


class Folder:
    """What the zip of one language holds."""

    def __init__(self, site: Site, language: str, reader: SiteReader) -> None:
        self.site = site
        self.language = language
        self.reader = reader
        self.prefix = site.prefix(language)
        self.pages = [page for page in self._pages() if len(f"{name(language)}/{page}") <= LONGEST]
        self.addresses = Addresses(site, frozenset(self.pages), reader.has)

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Path below the zip's folder and content of each file but README.txt.

        They come one after the other: all pages of a large library are hundreds of megabytes.
        """
        if self.prefix:
            yield INDEX, _leading_on(self.site.names[self.language], self.language, f"{self.prefix}{INDEX}").encode()
        for page in self.pages:
            yield page, self._page(page).encode()
        yield from self._index()
        yield from self._taken_in()

    def _pages(self) -> Iterator[str]:
        others = {f"{tag}/" for tag in self.site.languages if self.site.prefix(tag)} - {self.prefix}
        for file in self.reader.below(self.prefix, INDEX):
            if not f"{self.prefix}{file}".startswith(tuple(others)) and file.split("/")[0] not in ONLINE_ONLY:
                yield f"{self.prefix}{file}"

    def _page(self, page: str) -> str:
        html = policy.without(self.addresses.of_page(page, self.reader.text(page)))
        # Scripts write addresses of works into bibliographies: those on the web, not of this folder.
        return _ROOT_OF_SCRIPTS.sub(lambda found: f"{found[1]}{self.site.url}{self.prefix}", html, count=1)

    def _taken_in(self) -> Iterator[tuple[str, bytes]]:
        needed = {f"{folder}/{file}" for folder in WHOLE_FOLDERS for file in self.reader.below(folder) if not file.endswith(".md")}
        needed |= self.addresses.needed
        for stylesheet in [file for file in needed if file.endswith(".css")]:
            taken = of_stylesheet(stylesheet, self.reader.text(stylesheet))
            needed |= {file for file in taken if self.reader.has(file)}
        for file in sorted(needed.difference(self.pages)):
            yield file, self.reader.read(file)

    def _index(self) -> Iterator[tuple[str, bytes]]:
        """The index of the search as scripts: a page on a disk may load scripts, but fetch nothing.

        Words of all languages are looked for where a word is in none of this one's; cards, the
        order of titles and what is beside the publications are needed in this language only.
        """
        others = tuple(
            f"{tag}/{part}" for tag in self.site.languages if tag != self.language for part in ("cards/", "titles.json", "beside.json")
        )
        cards = f"{self.language}/cards/"
        for file in self.reader.below(INDEX_FOLDER, ".json"):
            if not file.startswith(others):
                text = self.reader.text(f"{INDEX_FOLDER}/{file}")
                yield f"{INDEX_FOLDER}/{file}.js", script(self._cards(text) if file.startswith(cards) else text).encode()

    def _cards(self, text: str) -> str:
        """A file of cards, whose links lead on from the search page."""
        content = json.loads(text)
        content["items"] = [self.addresses.of_page(f"{self.prefix}search/{INDEX}", card) for card in content["items"]]
        return json.dumps(content, ensure_ascii=False, separators=(",", ":"))


def script(text: str) -> str:
    """A script that leaves a text as the property ``text`` of the element that loaded it."""
    quoted = text.strip().replace("\\", "\\\\").replace("'", "\\'").replace("\n", "\\n").replace("\r", "\\r")
    return f"document.currentScript.libraryText='{quoted}';\n"


def _leading_on(title: str, language: str, href: str) -> str:
    """A page that leads on to the home page of a language with a folder of its own."""
    return (
        f'<!doctype html>\n<html lang="{language}"><head><meta charset="utf-8"><title>{escape(title)}</title>'
        f'<meta http-equiv="refresh" content="0; url={href}"></head><body><p><a href="{href}">{escape(title)}</a></p></body></html>\n'
    )


def _zipped(held: Iterable[tuple[str, bytes]], top: str, day: date) -> bytes:
    """A zip of files below one folder, all of midnight of a day."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as zipped:
        for file, content in held:
            entry = zipfile.ZipInfo(f"{top}/{file}", (day.year, day.month, day.day, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_STORED if file.endswith(_PACKED) else zipfile.ZIP_DEFLATED
            entry.create_system = 3  # as on Unix, whatever the machine: the bytes are the same
            entry.external_attr = 0o100644 << 16
            zipped.writestr(entry, content)
    return out.getvalue()

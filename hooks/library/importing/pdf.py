"""What a PDF tells of itself: pages, language, tags, text, title. A table of contents is not guessed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pikepdf

from library.catalogue import contents
from library.catalogue.problems import part

LARGE = 5_000_000
"""Bytes above which a document is slow to fetch in many countries of readers."""

_PAGES_LOOKED_AT = 30
"""Pages in which text is looked for: a scan has none on any."""


class Unusable(Exception):
    """A document that no reader can open: the end of a sentence that begins with its name."""


@dataclass(frozen=True)
class Facts:
    """``language`` and ``title`` are empty where the document does not tell them; ``locked`` forbids to copy or print."""

    pages: int
    size: int
    sha256: str
    language: str
    title: str
    tagged: bool
    has_text: bool
    locked: bool

    def remarks(self) -> Iterator[str]:
        """What readers would miss in it."""
        if self.size > LARGE:
            yield part(
                f"it has {self.size:,} bytes: above {LARGE:,} it is slow to fetch on many phones; pictures of fewer dots make it smaller"
            )
        if not self.has_text:
            yield part("it has no text, only pictures of pages: nobody can search it, or have it read aloud; run it through OCR")
        if not self.tagged:
            yield part("it has no tags: screen readers cannot tell headings and tables; export it anew as an accessible (tagged) PDF")
        if not self.language:
            yield part("it does not tell its language, by which it is read aloud and searched")
        if not self.title:
            yield part("it has no title in its metadata: windows and search engines show the name of the file")
        if self.locked:
            yield part("it forbids to copy or print, which keeps screen readers out too")


def facts(path: Path) -> Facts:
    """What a PDF tells. Raises Unusable, and OSError where the file cannot be read."""
    if said := contents.fault_of(path):
        raise Unusable(said)
    with path.open("rb") as file:
        sha256 = hashlib.file_digest(file, "sha256").hexdigest()
    try:
        with pikepdf.open(path) as document:
            root = document.Root
            return Facts(
                pages=len(document.pages),
                size=path.stat().st_size,
                sha256=sha256,
                language=_text(root.get("/Lang")),
                title=_title(document),
                tagged=_tagged(root),
                has_text=any(_has_font(page.obj) for page in list(document.pages)[:_PAGES_LOOKED_AT]),
                locked=document.is_encrypted and not (document.allow.extract and document.allow.print_highres),
            )
    except pikepdf.PasswordError:
        raise Unusable(part("is locked with a password")) from None
    except (pikepdf.PdfError, ValueError, TypeError, RuntimeError) as error:
        raise Unusable(part(f"cannot be opened: {str(error).rpartition(': ')[2]}")) from None


def _text(value: Any) -> str:
    return "" if value is None else " ".join(str(value).split())


def _title(document: pikepdf.Pdf) -> str:
    with document.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        told = _text(metadata.get("dc:title"))
    return told or _text(document.docinfo.get("/Title"))


def _tagged(root: Any) -> bool:
    marked = root.get("/MarkInfo")
    return "/StructTreeRoot" in root and marked is not None and bool(marked.get("/Marked", False))


def _has_font(page: Any, depth: int = 0) -> bool:
    """Whether a page, or a form that it shows, sets text: a scan that was read by machine has a font as well."""
    resources = page.get("/Resources")
    if resources is None and depth == 0:
        parent = page.get("/Parent")
        return parent is not None and _has_font(parent, depth)
    if resources is None:
        return False
    if resources.get("/Font"):
        return True
    shown = resources.get("/XObject") or {}
    return depth < 3 and any(
        _has_font(shown[name], depth + 1) for name in list(shown.keys())[:50] if shown[name].get("/Subtype") == "/Form"
    )

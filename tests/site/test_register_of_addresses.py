"""What the check knows of addresses is what a build writes."""

from __future__ import annotations

import re

import pytest
from library.catalogue.catalogue import Catalogue
from library.catalogue.checks.addresses import register, written_pages
from library.press.addresses import LETTER
from sites import ROOT, Built

pytestmark = pytest.mark.slow

FORM = {"admin"}


def test_the_register_has_every_page_of_each_language_and_no_other(small_site: Built, small_catalogue: Catalogue) -> None:
    known = set(register(small_catalogue))
    written = {address for _, address in written_pages(small_catalogue, ROOT / "docs") if address}
    default, *others = small_catalogue.languages
    folders = {path.parent.relative_to(small_site.folder).as_posix() for path in small_site.folder.rglob("index.html")}
    folders = {"" if path == "." else path for path in folders}
    of_others = {path for path in folders if path.split("/")[0] in others}
    for language in others:
        here = {path.removeprefix(language).strip("/") for path in of_others if path.split("/")[0] == language}
        assert _ours(here) - written == known, language
    assert _ours(folders - of_others) - written == known, default


def _ours(paths: set[str]) -> set[str]:
    """Pages but for those of letters and the form."""
    return {path for path in paths if f"/{LETTER}" not in f"/{path}"} - FORM


def test_every_path_can_lie_on_any_disk(small_site: Built) -> None:
    """Windows and macOS hold no two names that differ in case alone, and Windows keeps some names and signs for itself."""
    paths = [path.relative_to(small_site.folder).as_posix() for path in small_site.folder.rglob("*")]
    assert len(paths) == len({path.lower() for path in paths})
    parts = {part for path in paths for part in path.split("/")}
    assert [part for part in parts if re.search(r'[<>:"|?*\\\x00-\x1f]|[ .]$', part) or len(part.encode()) > 200] == []
    assert [part for part in parts if re.fullmatch(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\..*)?", part)] == []

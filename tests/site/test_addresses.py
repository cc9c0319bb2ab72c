"""What the check knows of addresses is what a build writes."""

from __future__ import annotations

import pytest
from library.catalogue.catalogue import Catalogue
from library.catalogue.checks.addresses import register
from library.press.addresses import LETTER
from sites import Built

pytestmark = pytest.mark.slow

WRITTEN = {"about", "accessibility", "contribute", "find-and-cite", "how-to-cite"}
FORM = {"admin"}


def test_the_register_has_every_page_of_each_language_and_no_other(small_site: Built, small_catalogue: Catalogue) -> None:
    known = set(register(small_catalogue))
    default, *others = small_catalogue.languages
    folders = {path.parent.relative_to(small_site.folder).as_posix() for path in small_site.folder.rglob("index.html")}
    folders = {"" if path == "." else path for path in folders}
    of_others = {path for path in folders if path.split("/")[0] in others}
    for language in others:
        here = {path.removeprefix(language).strip("/") for path in of_others if path.split("/")[0] == language}
        assert _ours(here) == known, language
    assert _ours(folders - of_others) == known, default


def _ours(paths: set[str]) -> set[str]:
    """Pages that the library makes: letters, written pages and the form aside."""
    return {path for path in paths if f"/{LETTER}" not in f"/{path}"} - WRITTEN - FORM

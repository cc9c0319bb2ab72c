"""The page of the whole library's files."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from library.citations.formats import FORMATS
from library.exports.files import WHOLE
from library.machines import changes
from library.pages.offline import zip_views
from library.press.output import OutputFile

if TYPE_CHECKING:
    from library.pages.stamper import Stamper


def page(stamper: Stamper, rows: Sequence[Mapping[str, Any]], zips: Mapping[str, int]) -> OutputFile:
    """``rows`` are those of the manifest, ``zips`` bytes by path."""
    say = stamper.words.say
    formats = [
        (
            format_,
            [(row["path"], row["path"].split("/")[-1], stamper.words.size(row["bytes"])) for row in rows if row["format"] == format_.label],
        )
        for format_ in (*FORMATS, *WHOLE)
    ]
    day = changes.last_change(stamper.catalogue.works.values())
    body = stamper.body("exports.html", formats=formats, file_name=f"library-{day}", zips=zip_views(stamper.site, stamper.words, zips))
    return stamper.page(
        "exports", say("Export the whole library"), say("Every edition of every publication, for reference managers."), "", body
    )

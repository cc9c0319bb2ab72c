"""The page of the works that a reader puts aside; it is filled by a script."""

from __future__ import annotations

from typing import TYPE_CHECKING

from library.pages.search import SearchViews, shared_parts
from library.press.output import OutputFile

if TYPE_CHECKING:
    from library.pages.stamper import Stamper


def page(stamper: Stamper) -> OutputFile:
    say = stamper.words.say
    body = stamper.body("reading_list.html", **shared_parts(stamper, SearchViews(stamper.lists), "reading-list-page"))
    return stamper.page(
        "reading-list", say("Reading list"), say("The publications that you have set aside, to download or to send."), "", body
    )

"""The page for addresses that do not exist."""

from __future__ import annotations

from typing import TYPE_CHECKING

from library.press.output import OutputFile
from library.press.shells import BASE

if TYPE_CHECKING:
    from library.pages.stamper import Stamper


def page(stamper: Stamper) -> OutputFile:
    """In the default language it has a way on in the others: hosts show it for any address."""
    site = stamper.site
    others = (
        [(tag, words.say("This page does not exist"), f"{BASE}/{site.prefix(tag)}") for tag, words in stamper.missing_words.items()]
        if stamper.language == site.languages[0]
        else []
    )
    title = stamper.words.say("This page does not exist")
    return stamper.page_anywhere("", "404.html", title, title, stamper.body("missing.html", others=others), indexed=False)

"""Pages that people write in ``docs/``, but for the home page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from library.press.output import OutputFile
from library.press.printed import WrittenPage

if TYPE_CHECKING:
    from library.pages.stamper import Stamper


def page(stamper: Stamper, written: WrittenPage) -> OutputFile:
    head = stamper.heads.page(written.path, stamper.language, written.title, written.description, "WebPage")
    return stamper.stamped(written.shell, written.path, written.title, written.description, "about", "", head)

"""The page of pictures of the collection."""

from __future__ import annotations

from typing import TYPE_CHECKING

from library.pages.pictures import OverviewViews
from library.press.output import OutputFile
from library.press.shells import BASE

if TYPE_CHECKING:
    from library.pages.stamper import Stamper


def page(stamper: Stamper) -> OutputFile:
    view = OverviewViews(stamper.labels, stamper.library.indexes).view()
    sheet = f'<link rel="stylesheet" href="{BASE}/assets/stylesheets/pictures.css">'
    head = stamper.heads.page("overview", stamper.language, view.title) + sheet
    return stamper.page("overview", view.title, view.lead, "", stamper.body("overview.html", view=view), head)

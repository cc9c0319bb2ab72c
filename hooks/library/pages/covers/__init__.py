"""Covers for works, and the pictures that messengers show of a link.

A work without a cover of its own gets a typographic one (``cover``); each work has a picture
in every language of the site (``share_picture``, ``share_files``). Colour and motif come from
the chief theme and the type of publication (``designs``, ``motifs``), so that they are the
same in every build; texts are set in the site's own fonts (``fonts``, ``layout``).
"""

from library.pages.covers.cover import Covers, CoverView
from library.pages.covers.designs import Design, design_of
from library.pages.covers.share_picture import SharePictures, ShareText

__all__ = ["CoverView", "Covers", "Design", "SharePictures", "ShareText", "design_of"]

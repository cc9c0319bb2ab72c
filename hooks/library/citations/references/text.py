"""The text of a formatted reference: HTML with italics only, and a place for the reader's day."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape

from markupsafe import Markup, escape

ACCESSED = "\ue003"
"""Stands in a reference where the day on which a reader saw the document goes. The site
prints the day it was built, and a script in the browser the present one; formatted
references can so be kept from build to build. No record holds the character (see ``shells``)."""


@dataclass(frozen=True)
class Reference:
    """A reference in one style. ``html`` holds escaped text, ``<i>`` and ACCESSED, nothing else."""

    html: Markup

    @property
    def text(self) -> str:
        """The reference without markup."""
        return unescape(re.sub(r"</?i>", "", self.html))


def plain(text: str) -> Reference:
    """A reference without italics, from plain text."""
    return Reference(escape(text))

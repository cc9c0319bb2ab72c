"""What the list of all titles shows, in the language's alphabetical order: on one page, or parted by letter."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from library.catalogue import titles
from library.catalogue.catalogue import Placed
from library.pages.facets import FacetView, by_initial, parted, printed
from library.press.output import OutputFile
from library.words.labels import Labels

if TYPE_CHECKING:
    from library.pages.stamper import Stamper


def alphabet(labels: Labels) -> Iterator[FacetView]:
    """The pages of all titles in this language's alphabetical order, under their letters."""
    keys = labels.title_keys
    works = sorted(labels.catalogue.listed, key=lambda placed: keys[placed.work.id])

    def title(placed: Placed) -> str:
        return titles.title(placed.work, labels.language).text

    return parted(
        "titles",
        labels.words.say("Titles A–Z"),
        labels.words.say("Titles in alphabetical order. Square brackets mark titles that were supplied for the library."),
        by_initial(works, title, lambda placed: placed, labels.language),
        title,
        lambda: (),
    )


def pages(stamper: Stamper) -> Iterator[OutputFile]:
    """All titles in the language's alphabetical order."""
    return (printed(stamper, view, "publications") for view in alphabet(stamper.labels))

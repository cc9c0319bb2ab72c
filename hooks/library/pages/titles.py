"""What the list of all titles shows, in the language's alphabetical order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from library.pages.facets import FacetView, Group, anchor, by_initial
from library.press.output import OutputFile
from library.words.labels import Labels

if TYPE_CHECKING:
    from library.pages.stamper import Stamper


def alphabet(labels: Labels) -> FacetView:
    """All titles in this language's alphabetical order, under their letters."""
    keys = labels.title_keys
    works = sorted(labels.catalogue.works.values(), key=lambda placed: keys[placed.work.id])
    groups = tuple(
        Group(heading, anchor(heading), tuple(group))
        for heading, group in by_initial(works, lambda placed: placed.work.title[labels.language], labels.language)
    )
    return FacetView(
        "titles",
        labels.words.say("Titles A–Z"),
        labels.words.say("Titles in alphabetical order. Square brackets mark titles that were supplied for the library."),
        groups,
        True,
    )


def page(stamper: Stamper) -> OutputFile:
    """All titles in the language's alphabetical order."""
    view = alphabet(stamper.labels)
    return stamper.page("titles", view.title, view.intro, "publications", stamper.body("facet.html", view=view, line=stamper.line))

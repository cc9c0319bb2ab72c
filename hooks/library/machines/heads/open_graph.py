"""OpenGraph and the Twitter card: what messengers and social networks show of a link.

The type of a record's page is never ``website``, for which Zotero would save a web page and
lose a book's ISBN. Names as in https://ogp.me/; there a time always has a day, so a date
that is only a month or a year is left out.
"""

from __future__ import annotations

from library.catalogue.languages import likely
from library.citations.citation import Citation
from library.citations.kinds import KINDS
from library.machines.heads.described import whole_day
from library.machines.heads.elements import meta, property_
from library.press.addresses import Site

IMAGE_SIZE = (1200, 630)
"""Pixels of a picture to share, as messengers and networks show it without cutting."""


def _locale(language: str) -> str:
    """The language with the country where most of its readers live, as OpenGraph wants it; English is written in the British way here."""
    own, _, country = language.partition("-")
    territory = country if len(country) == 2 else "GB" if own == "en" else likely(language)[1]
    return f"{own}_{territory}" if territory else ""


def tags(site: Site, url: str, language: str, title: str, kind: str = "website", image: str = "") -> str:
    """The tags of any page. ``url`` is its own address, ``image`` that of its picture where it has one.

    The other languages stand in the page's own alternates; its description is told once, in ``main.html``.
    """
    return "".join(
        [
            property_("og:type", kind),
            property_("og:title", title),
            property_("og:url", url),
            property_("og:site_name", site.names[language]),
            property_("og:locale", _locale(language)),
            "".join(
                [
                    property_("og:image", image),
                    property_("og:image:type", "image/png"),
                    property_("og:image:width", str(IMAGE_SIZE[0])),
                    property_("og:image:height", str(IMAGE_SIZE[1])),
                    property_("og:image:alt", title),
                ]
            )
            if image
            else "",
            meta("twitter:card", "summary_large_image" if image else "summary"),
        ]
    )


def record_type(citation: Citation) -> str:
    return KINDS[citation.kind].open_graph


def record_tags(citation: Citation) -> str:
    """What an edition adds to the tags of its work's pages."""
    if citation.kind == "book":
        return property_("book:isbn", citation.isbn[0] if citation.isbn else "") + property_(
            "book:release_date", whole_day(citation.issued)
        )
    if record_type(citation) != "article":
        return ""
    return property_("article:published_time", whole_day(citation.issued)) + property_("article:modified_time", whole_day(citation.changed))

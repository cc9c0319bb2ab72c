"""The text beside the pages in the zip: what it is, of which day, under which licence."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from library.catalogue.dates import Issued
from library.citations.paths import METADATA_LICENCE
from library.press.addresses import Site
from library.words.translations import Words


def readme(site: Site, words: Iterable[Words], language: str, today: date) -> bytes:
    """README.txt in every language of the site, that of the pages first.

    ``words`` are those of each language. With a byte order mark and Windows' line ends: older
    editors there take other texts for ANSI, and show them in one line.
    """
    ordered = sorted(words, key=lambda each: each.language != language)
    parts = [_part(site, each, language, today) for each in ordered]
    return ("\n\n" + "-" * 72 + "\n\n").join(parts).replace("\n", "\r\n").encode("utf-8-sig") + b"\r\n"


def _part(site: Site, words: Words, language: str, today: date) -> str:
    say = words.say
    return "\n\n".join(
        [
            site.names[words.language],
            say(
                "This folder holds the pages of the library in one language: %(language)s. They need no connection. "
                "Open the file index.html in a browser.",
                language=site.autonyms[language],
            ),
            say(
                "Search and the reading list work here as on the web. Links to other languages, to files for reference managers "
                "and to the documents themselves lead to the web."
            ),
            say("Made on %(date)s from %(address)s", date=words.date(Issued(today.year, today.month, today.day)), address=site.url),
            say("Descriptions of the publications are in the public domain (CC0 1.0); the documents keep their own rights.")
            + f"\n{METADATA_LICENCE['url']}",
            say("The fonts are under the SIL Open Font Licence 1.1, which is kept with them in assets/fonts."),
        ]
    )

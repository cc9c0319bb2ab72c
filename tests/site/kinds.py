"""One page of every kind in every language, of any built site."""

from __future__ import annotations

import re
from collections.abc import Iterable

from sites import LANGUAGES, Built

KINDS = {
    "home": r"index\.html",
    "written": r"about/index\.html",
    "work": r"publications/[a-z][^/]*/index\.html",
    "article": r"journal/\d+/[^/]+/index\.html",
    "issue": r"journal/\d+/index\.html",
    "journal": r"journal/index\.html",
    "list": r"themes/[^/]+/index\.html",
    "person": r"people/[^/]+/index\.html",
    "facet": r"themes/index\.html",
    "letters": r"people/index\.html",
    "titles": r"titles/index\.html",
    "new": r"new/index\.html",
    "terms": r"countries/index\.html",
    "offline": r"offline/index\.html",
    "overview": r"overview/index\.html",
    "style": r"style/index\.html",
    "search": r"search/index\.html",
    "reading list": r"reading-list/index\.html",
    "formats": r"formats/index\.html",
    "exports": r"exports/index\.html",
    "machines": r"machines/index\.html",
    "how to cite": r"how-to-cite/index\.html",
    "missing": r"404\.html",
}

WHERE_HELD = {
    "event": r"events/[a-z][^/]*/index\.html",
    "events": r"events/index\.html",
    "events of a year": r"events/years/[^/]+/index\.html",
    "events of a theme": r"events/themes/[^/]+/index\.html",
    "alliances": r"alliances/index\.html",
    "alliance": r"alliances/pay[^/]*/index\.html",
    "project": r"projects/[^/]+/index\.html",
    "learning": r"learning/index\.html",
    "recording": r"learning/sample-video/index\.html",
    "results": r"results/index\.html",
    "elsewhere": r"elsewhere/index\.html",
}
"""Kinds of pages that only a library with such records has."""

AWKWARD = ("awkward-characters", "one-window", "long-title", "forty-countries", "withdrawn-report", "held-book")
"""Works of the small catalogue that need a look of their own."""


def page_kinds(site: Built, languages: Iterable[str] = LANGUAGES) -> list[str]:
    """Paths, in every language, of the first page of each kind and of the awkward works."""
    found = []
    for language in languages:
        prefix = "" if language == "en" else f"{language}/"
        pages = [path for path in site.pages if 'http-equiv="refresh"' not in site.text(path)]
        for kind, pattern in KINDS.items():
            matching = [path for path in pages if re.fullmatch(prefix + pattern, path)]
            assert matching, f"no page of the kind {kind} in {language}"
            found.append(matching[0])
        for pattern in WHERE_HELD.values():
            found += [path for path in pages if re.fullmatch(prefix + pattern, path)][:1]
        found += [path for path in pages if re.fullmatch(prefix + rf"publications/({'|'.join(AWKWARD)})/index\.html", path)]
    return list(dict.fromkeys(found))


def in_turn(site: Built) -> list[str]:
    """Pages of every kind and awkward works, each in one language: enough where another site has all in all."""
    found = {language: page_kinds(site, [language]) for language in LANGUAGES}
    return [found[LANGUAGES[place % len(LANGUAGES)]][place] for place in range(len(found[LANGUAGES[0]]))]


def awkward_works(site: Built) -> list[str]:
    """Pages of the awkward works in every language."""
    return [path for path in page_kinds(site) if any(f"/{work}/" in path for work in AWKWARD)]

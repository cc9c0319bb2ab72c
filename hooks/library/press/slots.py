"""What differs from page to page outside its body: title, links to other languages, marks."""

from __future__ import annotations

from library.press.addresses import Site, in_one_language
from library.press.escaping import escaped
from library.press.shells import BASE, SECTIONS


def values(
    site: Site, path: str, language: str, title: str, description: str, section: str, *, head: str = "", indexed: bool = True
) -> dict[str, str]:
    """The values of all slots but the body.

    ``title`` and ``description`` are plain text. Every page exists in every language, so
    alternates are the same set on each of them, the page itself included
    (https://developers.google.com/search/docs/specialty/international/localized-versions).
    A letter's page alone has none: other alphabets lead to the list that it is a part of.
    """
    name = site.names[language]
    whole = f"{title} – {name}" if title and title != name else name
    return {
        "title": escaped(whole),
        "description": escaped(description),
        "head": (_links(site, path, language) if indexed else '<meta name="robots" content="noindex">') + head,
        "languages": switch(site, path, language),
        "address": site.address(path, language) if indexed else "",
        **{f"current_{name}": ' aria-current="true"' if name == section else "" for name in SECTIONS},
    }


def _links(site: Site, path: str, language: str) -> str:
    lines = [f'<link rel="canonical" href="{site.address(path, language)}">']
    if in_one_language(path):
        return lines[0]
    lines += [f'<link rel="alternate" hreflang="{tag}" href="{site.address(path, tag)}">' for tag in site.languages]
    lines.append(f'<link rel="alternate" hreflang="x-default" href="{site.address(path, site.languages[0])}">')
    return "\n".join(lines)


def switch(site: Site, path: str, language: str) -> str:
    """The items of the language switch: the same page in each language, by its own name."""
    items = []
    elsewhere = path.split("/")[0] if in_one_language(path) else path
    for tag in site.languages:
        there = path if tag == language else elsewhere
        href = f"{BASE}/{site.prefix(tag)}{there + '/' if there else ''}"
        current = ' aria-current="page"' if tag == language else ""
        items.append(f'<li><a href="{href}" hreflang="{tag}" lang="{tag}"{current}>{escaped(site.autonyms[tag])}</a></li>')
    return "".join(items)

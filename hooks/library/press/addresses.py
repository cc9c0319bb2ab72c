"""Where pages lie: the site's own address and the folders of its languages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

LETTER = "letter_"
"""How the address of a letter's page begins. An underscore stands in no id, so that no term can have the same."""


def of_letter(path: str, anchor: str) -> str:
    """Path of the page of one letter of a list: its own if that is a Latin one, the numbers of its code points if not.

    >>> of_letter("people", "a"), of_letter("people", "ж")
    ('people/letter_a', 'people/letter_0436')
    """
    plain = anchor.isascii() and anchor.isalnum()
    return f"{path}/{LETTER}{anchor if plain else '-'.join(f'{ord(letter):04x}' for letter in anchor)}"


def in_one_language(path: str) -> bool:
    """Whether a page is that of a letter, which other languages have elsewhere or not at all."""
    return f"/{LETTER}" in f"/{path}"


@dataclass(frozen=True)
class Site:
    """What the configuration says of the site. ``url`` ends in a slash; the first language
    is the default and has no part in addresses. ``names`` and ``autonyms`` are the site's
    name and the language's own name, by language. ``authority`` is what the names of things begin
    with for programs, an address or a tag (RFC 4151); empty where that is the site's own address."""

    url: str
    languages: tuple[str, ...]
    names: Mapping[str, str]
    autonyms: Mapping[str, str]
    authority: str = ""

    def identity(self, address: str) -> str:
        """The name of what has an address on this site: the same wherever the site moves, if it has an authority.

        >>> Site("https://new.example/library/", ("en",), {}, {}, "tag:old.example,2026:").identity("https://new.example/library/journal/#journal")
        'tag:old.example,2026:journal/#journal'
        """
        return self.authority + address.removeprefix(self.url) if self.authority and address.startswith(self.url) else address

    def prefix(self, language: str) -> str:
        """``ru/``, or nothing for the default language."""
        return "" if language == self.languages[0] else f"{language}/"

    def address(self, path: str, language: str) -> str:
        """Absolute address of a page, given its path without slashes at its ends."""
        return f"{self.url}{self.prefix(language)}{path + '/' if path else ''}"

"""The setting ``editions_instead``: which edition a page offers to cite where there is none in its language.

A record's order of editions says nothing about readers: a Korean page would cite the Russian
edition although there is an English one.
"""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from typing import Any

from library.catalogue.problems import part
from library.citations.citing import Instead

EXAMPLE = "as in editions_instead: {ko: [en, ru]}"


class WrongOrder(ValueError):
    """``editions_instead`` in ``mkdocs.yml`` cannot be followed; the message tells what is wanted."""


def checked(written: Any, languages: Sequence[str]) -> Instead:
    """What ``mkdocs.yml`` says under ``extra: editions_instead:``, by the site's languages; empty where it says nothing. Raises WrongOrder."""
    if written is None:
        return {}
    if not isinstance(written, Mapping):
        raise WrongOrder(f"extra: editions_instead: wants a list of languages for each language of the site, {EXAMPLE}")
    found = {}
    for page, tags in written.items():
        where = f"extra: editions_instead: {page}:"
        if page not in languages:
            raise WrongOrder(f"{where} is no language of the site; write one of {', '.join(languages)}, or take the line out")
        if not isinstance(tags, Sequence) or isinstance(tags, str) or not all(isinstance(tag, str) for tag in tags):
            raise WrongOrder(f"{where} wants a list of languages in quotes or without, the best first, {EXAMPLE}")
        if page in tags:
            raise WrongOrder(f"{where} names {page} itself, whose edition comes first in any case; take it out of the list")
        if repeated := next((tag for place, tag in enumerate(tags) if tag in tags[:place]), None):
            raise WrongOrder(f"{where} names {repeated} twice; keep the first")
        found[str(page)] = tuple(tags)
    return found


def unknown(written: Instead, languages: Container[str]) -> str:
    """What is wrong where a language stands there that the vocabulary of languages does not have; empty where nothing is."""
    for page, tags in written.items():
        for tag in tags:
            if tag not in languages:
                return part(
                    f'extra: editions_instead: {page}: names "{tag}", which is no language of vocabularies/languages.yml; '
                    "mend it, or add the language there"
                )
    return ""

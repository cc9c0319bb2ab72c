"""The sentences of the checks where translators work: ``problems.po`` of each language, beside the site's own words."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from library.words.problems import HOLE, WRITTEN_IN, languages, path
from library.words.problems.sentences import key, read
from library.words.problems.source import templates


def update(locales: Path) -> dict[str, int]:
    """Brings new sentences into each language's file and takes out what is said no more; gives the number of untranslated ones."""
    sentences = templates()
    return {language: _update(path(locales, language), language, sentences) for language in languages(locales) if language != WRITTEN_IN}


def _update(file: Path, language: str, sentences: Iterable[str]) -> int:
    old = {key(read(str(message.id))): message for message in read_po(io.BytesIO(file.read_bytes()), locale=language) if message.id}
    new = Catalog(locale=language, fuzzy=False, header_comment=_HEADER)
    for sentence in sentences:
        known = old.get(key(read(sentence)))
        new.add(sentence, _renamed(str(known.id), str(known.string), sentence) if known and not known.fuzzy else "")
    text = io.BytesIO()
    write_po(text, new, width=0, sort_output=False)
    file.write_bytes(_DATES.sub(b"", text.getvalue()))
    return sum(not message.string for message in new if message.id)


def _renamed(was: str, translation: str, sentence: str) -> str:
    """A translation with its holes called as the code calls them now."""
    names = dict(zip(HOLE.findall(was), HOLE.findall(sentence), strict=True))
    return HOLE.sub(lambda hole: f"%({names.get(hole[1], hole[1])})s", translation)


_HEADER = (
    "# What the checks say; scripts/words brings new sentences in. %(name)s stands for what a problem names; where the\n"
    "# name is in capitals, for words that have an entry of their own here."
)
_DATES = re.compile(
    rb'^"(?:POT-Creation-Date|PO-Revision-Date|Last-Translator|Language-Team|Report-Msgid-Bugs-To|Generated-By):.*\n', re.MULTILINE
)
"""Dates and names that would change with every run and say nothing."""

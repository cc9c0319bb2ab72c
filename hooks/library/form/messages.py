"""The form's words where translators work: ``form.po`` of each of its languages, beside the site's own."""

from __future__ import annotations

import io
import re
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from library.form.configuration import LANGUAGES, words

_HEADER = re.compile(
    rb'^"(?:POT-Creation-Date|PO-Revision-Date|Last-Translator|Language-Team|Report-Msgid-Bugs-To|Generated-By):.*\n', re.MULTILINE
)
"""Dates and names that would change with every run and say nothing."""


def path(locales: Path, language: str) -> Path:
    return locales / language / "LC_MESSAGES" / "form.po"


def update(locales: Path) -> dict[str, int]:
    """Brings new messages into each file and takes out what is said no more; gives the number of untranslated ones by language."""
    return {language: _update(path(locales, language), language) for language in LANGUAGES if language != "en"}


def _update(file: Path, language: str) -> int:
    old = read_po(io.BytesIO(file.read_bytes()), locale=language) if file.is_file() else Catalog(locale=language)
    new = Catalog(locale=language, fuzzy=False, header_comment="# The words of the staff's form; scripts/words brings new ones in.")
    for message in sorted(words()):
        known = old.get(message)
        new.add(message, known.string if known and not known.fuzzy else "")
    text = io.BytesIO()
    write_po(text, new, width=0, sort_output=False)
    file.write_bytes(_HEADER.sub(b"", text.getvalue()))
    return sum(not message.string for message in new if message.id)

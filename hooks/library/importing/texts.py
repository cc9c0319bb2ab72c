"""Texts of other programs as records hold them: letters alone, no markup, nothing that cannot be seen."""

from __future__ import annotations

import html
import re
import unicodedata

from library.catalogue.visible import hidden

_TAG = re.compile(r"</?[A-Za-z][\w:.-]*(?:\s[^<>]*)?/?>|<!--.*?-->|<!\[CDATA\[|\]\]>", re.DOTALL)
_OPENING = re.compile(r"<(?=[A-Za-z/!?])")
_SCRIPT = re.compile(r"(javascript):", re.IGNORECASE)
_ENTITY = re.compile(r"&(?=#?\w+;)")


def plain(text: str) -> str:
    """The text without tags, entities, letters that nobody sees and line breaks; blanks in a row are one.

    What looks like markup and is none (``a<b``) gets a blank, so that no reader takes it for any.
    """
    if not text.isascii() or "<" in text or "&" in text:
        for _ in range(2):  # databases escape twice
            if "<" in text or "&" in text:
                text = html.unescape(_TAG.sub(" " if re.search(r"</?(?:p|br|li|div|jats:p)\b", text) else "", text))
        text = _SCRIPT.sub(r"\1 :", _ENTITY.sub("& ", _OPENING.sub("< ", text)))
        text = without_hidden(unicodedata.normalize("NFC", text))
    return " ".join(text.replace("\x00", "").split())


def without_hidden(text: str) -> str:
    """The text without letters that nobody sees: soft hyphens, marks of direction, what is left of a conversion."""
    text = re.sub(r"[\u2028\u2029\x0b\x0c\x85]", " ", text)
    while found := hidden(text):
        text = text.replace(found[0], "") if found[0] else text
    return text


def language_by_letters(text: str) -> str:
    """The language whose letters a text has, roughly: ``kk``, ``ru``, ``ko`` or ``en``. For texts of which no source says it."""
    if re.search("[ӘәҒғҚқҢңҰұҮүӨөҺһ]", text):
        return "kk"
    counts = {
        "ru": len(re.findall("[\u0400-\u04ff]", text)),
        "ko": len(re.findall("[\uac00-\ud7a3\u1100-\u11ff\u3130-\u318f]", text)) * 2,
        "en": len(re.findall("[A-Za-z]", text)),
    }
    return max(counts, key=lambda tag: (counts[tag], tag == "en"))


def within(text: str, limit: int) -> list[str]:
    """A long text in pieces of at most so many letters, divided at blanks."""
    pieces = []
    while len(text) > limit:
        at = text.rfind(" ", 0, limit)
        at = at if at > 0 else limit
        pieces.append(text[:at])
        text = text[at:].lstrip()
    return [*pieces, text] if text else pieces

"""Letters as texts are compared by them."""

from __future__ import annotations

import unicodedata


def decomposed(text: str) -> str:
    """Latin letters apart from their accents; letters of other scripts whole."""
    return text if text.isascii() else "".join(map(_DECOMPOSED.__getitem__, unicodedata.normalize("NFC", text)))


class _Decomposed(dict[str, str]):
    """What each letter is taken apart into, found when it first occurs."""

    def __missing__(self, letter: str) -> str:
        # Cyrillic й and ё are letters of their own, so only Latin is taken apart.
        whole = "\u0400" <= letter <= "\u04ff" or "\uac00" <= letter <= "\ud7a3"
        made = self[letter] = letter if whole else unicodedata.normalize("NFKD", letter)
        return made


_DECOMPOSED = _Decomposed()

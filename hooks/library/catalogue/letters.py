"""Letters as texts are compared by them."""

from __future__ import annotations

import unicodedata


def decomposed(text: str) -> str:
    """Latin letters apart from their accents; letters of other scripts whole."""
    # Cyrillic й and ё are letters of their own, so only Latin is taken apart.
    return "".join(
        letter if "\u0400" <= letter <= "\u04ff" or "\uac00" <= letter <= "\ud7a3" else unicodedata.normalize("NFKD", letter)
        for letter in unicodedata.normalize("NFC", text)
    )

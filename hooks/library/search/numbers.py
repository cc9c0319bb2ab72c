"""Numbers with what they count as one term: volume 2, Vol. 2, том 2, 2-том and 제2권 are all ``volume2``.

The reader's browser makes the same of a question (``numbers.js``), by the names in ``rules.js``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

_NUMBER = re.compile(r"[0-9]{1,4}")


def counted_words(names: Mapping[str, str]) -> dict[str, str]:
    """The beginning of the term by each word for what is counted, out of lines of words by it."""
    return {word: name for name, line in names.items() for word in line.split()}


def numbered(words: Sequence[str], counted: Mapping[str, str]) -> Iterator[str]:
    """The terms of a text's words."""
    for first, second in pairwise(words):
        for name, number in ((first, second), (second, first)):
            if name in counted and _NUMBER.fullmatch(number):
                yield f"{counted[name]}{int(number)}"

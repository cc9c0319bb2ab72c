"""Numbers with what they count as one term: volume 2, Vol. 2, том 2, 2-том and 제2권 are all ``volume2``.

The reader's browser makes the same of a question (``numbers.js``), by the names in ``rules.js``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

_NUMBER = re.compile(r"[0-9]{1,4}")


def numbered(words: Sequence[str], names: Mapping[str, str]) -> Iterator[str]:
    """The terms of a text's words; ``names`` are words for what is counted, by the term's beginning."""
    counted = {word: name for name, line in names.items() for word in line.split()}
    for first, second in pairwise(words):
        for name, number in ((first, second), (second, first)):
            if name in counted and _NUMBER.fullmatch(number):
                yield f"{counted[name]}{int(number)}"

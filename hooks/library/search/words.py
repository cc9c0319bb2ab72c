"""The words of one language: which works have each, and how weightily, in files by the words' beginnings."""

from __future__ import annotations

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from library.press.output import OutputFile
from library.search import files
from library.search.terms import WEIGHTS, Terms

SHARD_LIMIT = 24_000
"""Characters. Words that share a beginning are divided by their next letter above it: some 8 KB compressed."""

JOINED_LIMIT = 6_000
"""Characters. Neighbours below it lie in one file. With more of them a first answer brings words that nobody asked for."""


@dataclass(slots=True)
class _Row:
    """Of one term: its postings, the last work's number, and of each written form the number of works."""

    postings: list[int] = field(default_factory=list)
    last: int = -1
    forms: dict[str, int] = field(default_factory=dict)


@dataclass
class WordIndex:
    """Collects works in the order of their numbers and gives the language's files.

    A posting is one number: the step from the work before, from -1, times ``WEIGHTS``, plus the weight.
    """

    language: str
    stamp: str
    rows: dict[str, _Row] = field(default_factory=dict)

    def add(self, number: int, terms: Terms) -> None:
        for term, (weight, forms) in terms.items():
            row = self.rows.get(term)
            if row is None:
                row = self.rows[term] = _Row()
            row.postings.append((number - row.last) * WEIGHTS + weight)
            row.last = number
            for form in forms:
                row.forms[form] = row.forms.get(form, 0) + 1

    def all(self) -> Iterator[OutputFile]:
        """The files of words, the list of them, and the words as they are written."""
        shards = divided({term: [_endings(term, row.forms), *row.postings] for term, row in self.rows.items()})
        groups = together(shards)
        for group in groups:
            terms = {term: entry for prefix in group for term, entry in shards[prefix].items()}
            yield files.written(files.of_shard(self.language, group[0]), self.stamp, terms=terms)
        yield files.written(files.of_words(self.language), self.stamp, shards=groups)
        yield files.written(files.of_spelling(self.language), self.stamp, words=front_coded(self._written()))

    def _written(self) -> dict[str, int]:
        """Every form with the number of works that have it; bare numbers are no words."""
        counts: Counter[str] = Counter()
        for row in self.rows.values():
            for form, count in row.forms.items():
                counts[form] += count
        return {form: count for form, count in sorted(counts.items()) if not form.isdigit()}


def _endings(term: str, forms: Iterable[str]) -> str:
    """The forms of a term, by what follows the term; a form that does not begin with it stands whole, after a stroke."""
    return " ".join(form[len(term) :] if form.startswith(term) else f"/{form}" for form in sorted(forms) if form != term)


def letters(term: str) -> str:
    """The letters by which terms are divided: a Hangul syllable's are its parts, or there would be a file for each of hundreds of syllables."""
    return unicodedata.normalize("NFD", term)


def divided(terms: Mapping[str, list[object]], limit: int = SHARD_LIMIT) -> dict[str, dict[str, list[object]]]:
    """Terms by their first letter; where those are too many, by their first two, and so on.

    A term that has no further letter stays under the shorter beginning. Where a term lies
    depends on the terms beside it only, so a change of one work touches few files.
    """
    shards: dict[str, dict[str, list[object]]] = {}
    spelt = {term: letters(term) for term in terms}
    _divide(sorted(terms), 1, terms, spelt, limit, shards)
    return shards


def _divide(
    group: list[str],
    depth: int,
    terms: Mapping[str, list[object]],
    spelt: Mapping[str, str],
    limit: int,
    shards: dict[str, dict[str, list[object]]],
) -> None:
    by_prefix: dict[str, list[str]] = defaultdict(list)
    for term in group:
        by_prefix[spelt[term][:depth]].append(term)
    for prefix, members in by_prefix.items():
        longer = [term for term in members if len(spelt[term]) > depth]
        if len(longer) > 1 and sum(_size(term, terms[term]) for term in members) > limit:
            _divide(longer, depth + 1, terms, spelt, limit, shards)
            members = [term for term in members if len(spelt[term]) <= depth]
        if members:
            shards[prefix] = {term: terms[term] for term in members}


def together(shards: Mapping[str, Mapping[str, list[object]]], limit: int = JOINED_LIMIT) -> list[list[str]]:
    """The beginnings whose words lie in one file: neighbours that differ in their last letter, as many as are below the limit.

    Only what was divided at one place is joined, so that a longer file there moves no words elsewhere.
    """
    groups: list[list[str]] = []
    last: dict[str, tuple[list[str], int]] = {}
    for prefix in sorted(shards):
        size = sum(_size(term, entry) for term, entry in shards[prefix].items())
        group, filled = last.get(prefix[:-1], ([], limit))
        if filled + size > limit:
            group, filled = [], 0
            groups.append(group)
        group.append(prefix)
        last[prefix[:-1]] = (group, filled + size)
    return groups


def _size(term: str, entry: list[object]) -> int:
    return len(term) + len(str(entry[0])) + 6 + 4 * len(entry)


def front_coded(words: Mapping[str, int]) -> str:
    """Sorted words with counts, each by what it does not share with the one before.

    ``cat 3 catalogue cats 2`` is ``0cat3 3alogue 3s2``: a first letter (``0``–``9``, ``a``–``z``)
    for the length of what is shared, 35 at most; the rest; the count where it is above 1.
    """
    pieces, before = [], ""
    for word, count in words.items():
        shared = 0
        while shared < min(len(word), len(before), 35) and word[shared] == before[shared]:
            shared += 1
        pieces.append(f"{_DIGITS[shared]}{word[shared:]}" + (f"\t{count}" if count > 1 else ""))
        before = word
    return " ".join(pieces)


_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"

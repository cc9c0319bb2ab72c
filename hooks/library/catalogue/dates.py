"""Dates of issue, as precise as they are known: EDTF level 1 (ISO 8601-2, https://www.loc.gov/standards/datetime/) and copyright years."""

from __future__ import annotations

import calendar
import os
import re
from dataclasses import dataclass
from datetime import UTC, date, datetime

_EDTF = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?\Z")


class WrongDate(ValueError):
    """A text is no date; the message says why."""


@dataclass(frozen=True, order=True)
class Issued:
    """A year, with month and day where known (0: not known). Sorts by time.

    Of a span these are its beginning, or its end where only that is known. ``edtf`` is the whole
    date where it is more than year, month and day: ``2018/2020``, ``2019~``, ``199X``, ``2019-21``, ``c2019``.
    """

    year: int
    month: int = 0
    day: int = 0
    edtf: str = ""

    def __str__(self) -> str:
        return self.edtf or self.plain

    @property
    def plain(self) -> str:
        """Year, month and day alone."""
        parts = [f"{self.year:04d}"]
        parts += [f"{part:02d}" for part in (self.month, self.day) if part]
        return "-".join(parts)

    @property
    def iso(self) -> str:
        """As ISO 8601-1 has it: a span of two known ends, or else year, month and day."""
        last = self.end.plain if self.end and self.begins else self.plain
        return self.plain if last == self.plain else f"{self.plain}/{last}"

    @property
    def mark(self) -> str:
        """``~`` about, ``?`` not certain, ``%`` both, ``c`` of copyright, ``X`` the decade or century; empty for none."""
        if "/" in self.edtf:
            return ""
        if "X" in self.edtf:
            return "X"
        return "c" if self.edtf.startswith("c") else self.edtf[-1:] if self.edtf[-1:] in ("~", "?", "%") else ""

    @property
    def season(self) -> int:
        """21 to 24, spring to winter; 0 for none."""
        found = _SEASON.match(self.edtf)
        return int(found[1]) if found else 0

    @property
    def when(self) -> tuple[int, int, int]:
        """By which it stands among others: a season by its middle month."""
        return self.year, self.month or (self.season - 20) * 3 if self.season else self.month, self.day

    @property
    def is_span(self) -> bool:
        return "/" in self.edtf

    @property
    def begins(self) -> bool:
        """Whether the beginning of a span is known; always so of what is none."""
        return not self.edtf.startswith(("/", ".."))

    @property
    def end(self) -> Issued | None:
        """The last date of a span, where it is known."""
        last = self.edtf.partition("/")[2]
        return _one(last) if last not in ("", "..") else None

    @property
    def first_day(self) -> date:
        """The day, or the first that it may have been."""
        return date(self.year, self.month or 1, self.day or 1)


def today() -> date:
    """The day by the clock, or by SOURCE_DATE_EPOCH (https://reproducible-builds.org/specs/source-date-epoch/) where it is set."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if re.fullmatch("[0-9]{1,11}", epoch):
        return datetime.fromtimestamp(int(epoch), UTC).date()
    return date.today()


def parse_issued(text: str) -> Issued:
    """The year, and the month and day where known: ``2019-05`` gives ``Issued(2019, 5)``.

    Text is EDTF level 0 (ISO 8601-2), years Gregorian, 1 to 9999. Any other text, or a
    day that no calendar has, raises WrongDate saying what is wrong.
    """
    match = _EDTF.match(text)
    if not match:
        raise WrongDate(f'"{text}" is not a date such as 2019, 2019-05 or 2019-05-31')
    year, month, day = (int(part or 0) for part in match.groups())
    if year == 0:
        raise WrongDate(f'"{text}": there is no year 0000')
    if match[2] and not 1 <= month <= 12:
        raise WrongDate(f'"{text}": there is no month {match[2]}')
    last = calendar.monthrange(year, month or 1)[1]
    if match[3] and not 1 <= day <= last:
        raise WrongDate(f'"{text}": there is no day {match[3]}; this month has {last}')
    return Issued(year, month, day)


def ends_before(one: Issued, other: Issued) -> bool:
    """Whether one date is before another, as far as both are known."""
    pairs = zip((one.year, one.month, one.day), (other.year, other.month, other.day), strict=True)
    return next((left < right for left, right in pairs if left != right and left and right), False)


_SEASON = re.compile(r"[0-9]{4}-(2[1-4])\Z")
_UNSPECIFIED = re.compile(r"(?!0{2}XX)[0-9]{2}(?:[0-9]X|XX)\Z")


def parse_dated(text: str) -> Issued:
    """A date as ``parse_issued`` has it, or one of EDTF level 1, or a copyright year (``c2019``).

    Spans ``2018/2020``, open ones ``2018/..`` (not before) and ``../2018`` (not after); ``2019~`` about, ``2019?`` not certain,
    ``2019%`` both; ``199X``, ``19XX``; seasons ``2019-21`` (spring) to ``2019-24`` (winter). Raises WrongDate saying what is wrong.
    """
    if "/" not in text:
        return _one(text)
    first, _, last = text.partition("/")
    ends = [_one(part) for part in (first, last) if part not in ("", "..")]
    if not ends:
        raise WrongDate(f'"{text}" has neither a beginning nor an end')
    if len(ends) == 2 and ends[1] < ends[0]:
        raise WrongDate(f'"{text}" ends before it begins')
    return Issued(ends[0].year, ends[0].month, ends[0].day, text)


def _one(text: str) -> Issued:
    """One date, no span."""
    if _SEASON.match(text):
        return Issued(parse_issued(text[:4]).year, 0, 0, text)
    if _UNSPECIFIED.match(text):
        return Issued(int(text.replace("X", "0")), 0, 0, text)
    bare = text[1:] if re.fullmatch("c[0-9]{4}", text) else text[:-1] if text[-1:] in ("~", "?", "%") else text
    plain = parse_issued(bare)
    return plain if bare == text else Issued(plain.year, plain.month, plain.day, text)

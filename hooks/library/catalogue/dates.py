"""Dates of issue, as precise as they are known."""

from __future__ import annotations

import calendar
import os
import re
from dataclasses import dataclass
from datetime import UTC, date, datetime

_EDTF = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?\Z")


@dataclass(frozen=True, order=True)
class Issued:
    """A year, with month and day where known (0: not known). Sorts by time."""

    year: int
    month: int = 0
    day: int = 0

    def __str__(self) -> str:
        parts = [f"{self.year:04d}"]
        parts += [f"{part:02d}" for part in (self.month, self.day) if part]
        return "-".join(parts)

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
    day that no calendar has, raises ValueError saying what is wrong.
    """
    match = _EDTF.match(text)
    if not match:
        raise ValueError(f'"{text}" is not a date such as 2019, 2019-05 or 2019-05-31')
    year, month, day = (int(part or 0) for part in match.groups())
    if year == 0:
        raise ValueError(f'"{text}": there is no year 0000')
    if match[2] and not 1 <= month <= 12:
        raise ValueError(f'"{text}": there is no month {match[2]}')
    if match[3] and not 1 <= day <= calendar.monthrange(year, month)[1]:
        raise ValueError(f'"{text}": {calendar.month_name[month]} {year} has no day {match[3]}')
    return Issued(year, month, day)


def ends_before(one: Issued, other: Issued) -> bool:
    """Whether one date is before another, as far as both are known."""
    pairs = zip((one.year, one.month, one.day), (other.year, other.month, other.day), strict=True)
    return next((left < right for left, right in pairs if left != right and left and right), False)

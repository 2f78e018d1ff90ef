"""Days of the Julian calendar, and the same days in the proleptic Gregorian one.

As in astronomy every fourth year is a leap year, the years 4 and -4 included, also where the Romans had
others. 5 October 1582 is the Gregorian 15 October.
"""

from __future__ import annotations

from datetime import date
from itertools import accumulate
from typing import NamedTuple

from timeline.model.day import MONTH_LENGTHS, Day, from_ordinal, year_number

#: The first day of the Gregorian calendar, in Italy, Spain, Portugal and Poland; and in Greece, the last
#: country of Europe that took it up.
INTRODUCTION, LAST_INTRODUCTION = date(1582, 10, 15), date(1923, 3, 1)
_FEBRUARY = 2
_FOUR_YEARS, _YEAR = 1461, 365
#: The ordinal of 1 January of the Julian year 1, which is 30 December of the year before.
_EPOCH = -1


class JulianDay(NamedTuple):
    """The numbers of a day in the Julian calendar; ``number`` is its ordinal."""

    year: int
    month: int
    day: int
    number: int

    def weekday(self) -> int:
        """0 for Monday to 6: both calendars agree on it."""
        return (self.number + 6) % 7

    def __str__(self) -> str:
        return f"{year_number(self.year)}-{self.month:02}-{self.day:02}"


def from_julian(year: int, month: int, day: int) -> Day:
    """The day, in the Gregorian calendar, that the Julian calendar calls so; ValueError if it has none.

    >>> from_julian(1582, 10, 5).isoformat(), from_julian(1066, 10, 14).isoformat()
    ('1582-10-15', '1066-10-20')
    """
    lengths = _lengths(year)
    if not 1 <= month <= len(lengths) or not 1 <= day <= lengths[month - 1]:
        raise ValueError(f"there is no day {day} of month {month}")
    fours, years = divmod(year - 1, 4)
    before = fours * _FOUR_YEARS + years * _YEAR + sum(lengths[: month - 1])
    return from_ordinal(_EPOCH + before + day - 1)


def to_julian(day: Day) -> JulianDay:
    """
    >>> to_julian(from_julian(1500, 2, 29))[:3], to_julian(from_julian(-43, 3, 15))[:3]
    ((1500, 2, 29), (-43, 3, 15))
    """
    fours, within = divmod(day.toordinal() - _EPOCH, _FOUR_YEARS)
    years = min(within // _YEAR, 3)
    year, passed = 4 * fours + years + 1, within - years * _YEAR
    ends = [*accumulate(_lengths(year))]
    month = next(number for number, end in enumerate(ends, 1) if passed < end)
    return JulianDay(year, month, passed - (ends[month - 2] if month > 1 else 0) + 1, day.toordinal())


def days_in_julian_month(year: int, month: int) -> int:
    """The number of days of a month.

    >>> days_in_julian_month(1900, 2)
    29
    """
    return _lengths(year)[month - 1]


def _lengths(year: int) -> list[int]:
    return [
        length + (month == _FEBRUARY and year % 4 == 0) for month, length in enumerate(MONTH_LENGTHS, 1)
    ]

"""Days from 10000 BCE to 9999 CE, in the proleptic Gregorian calendar.

Years are numbered as in astronomy, ISO 8601 and EDTF: the year 0 is 1 BCE, -263 is 264 BCE. From the year 1
on a day is a `datetime.date`; before it, an `EarlyDay`, which has the same attributes and compares and
counts with dates as they do among themselves.
"""

from __future__ import annotations

from calendar import isleap
from dataclasses import dataclass
from datetime import MAXYEAR, date, timedelta
from functools import total_ordering
from itertools import accumulate
from typing import Protocol, overload

FIRST_YEAR, LAST_YEAR = -9999, MAXYEAR
#: The Gregorian calendar repeats after so many years and days, weekdays included.
CYCLE_YEARS, CYCLE_DAYS = 400, 146_097
_FEBRUARY = 2
#: The days of each month in a year without a leap day.
MONTH_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_BEFORE_MONTH = (0, *accumulate(MONTH_LENGTHS))


@total_ordering
@dataclass(frozen=True, slots=True)
class EarlyDay:
    """A day before the year 1, with the interface of `datetime.date`.

    >>> EarlyDay(-43, 3, 15).isoformat(), (date(1, 1, 1) - EarlyDay(0, 12, 31)).days
    ('-0043-03-15', 1)
    """

    year: int
    month: int
    day: int

    def __post_init__(self) -> None:
        if not FIRST_YEAR <= self.year <= 0:
            raise ValueError(f"year {self.year} is not from {FIRST_YEAR} to 0")
        if not 1 <= self.month <= len(MONTH_LENGTHS):
            raise ValueError(f"there is no month {self.month}")
        if not 1 <= self.day <= days_in_month(self.year, self.month):
            raise ValueError(f"month {self.month} has no day {self.day}")

    def toordinal(self) -> int:
        """The number of the day, 0 or less: 1 is 1 January of the year 1, 0 the day before it."""
        before = self.year - 1  # the number of whole years since the year 1, negative
        leap_days = before // 4 - before // 100 + before // 400
        leap_day = self.month > _FEBRUARY and isleap(self.year)
        return 365 * before + leap_days + _BEFORE_MONTH[self.month - 1] + leap_day + self.day

    def weekday(self) -> int:
        """0 for Monday to 6."""
        return (self.toordinal() + 6) % 7

    def isoformat(self) -> str:
        """The day in ISO 8601 with a sign: "-0043-03-15"."""
        return f"{year_number(self.year)}-{self.month:02}-{self.day:02}"

    def replace(self, year: int | None = None, month: int | None = None, day: int | None = None) -> Day:
        """The day with other numbers."""
        return day_of(
            self.year if year is None else year,
            self.month if month is None else month,
            self.day if day is None else day,
        )

    __str__ = isoformat

    def __lt__(self, other: Day) -> bool:
        if not isinstance(other, EarlyDay | date):
            return NotImplemented
        return self.toordinal() < other.toordinal()

    def __add__(self, step: timedelta) -> Day:
        return from_ordinal(self.toordinal() + step.days)

    __radd__ = __add__

    @overload
    def __sub__(self, other: timedelta) -> Day: ...
    @overload
    def __sub__(self, other: Day) -> timedelta: ...
    def __sub__(self, other: Day | timedelta) -> Day | timedelta:
        if isinstance(other, timedelta):
            return from_ordinal(self.toordinal() - other.days)
        return timedelta(days=self.toordinal() - other.toordinal())

    def __rsub__(self, other: date) -> timedelta:
        return timedelta(days=other.toordinal() - self.toordinal())


#: A day of any year.
Day = date | EarlyDay


class CalendarDay(Protocol):
    """What is needed to write a day in words: its numbers in some calendar, and its weekday."""

    @property
    def year(self) -> int: ...
    @property
    def month(self) -> int: ...
    @property
    def day(self) -> int: ...
    def weekday(self) -> int:
        """0 for Monday to 6."""

    def __hash__(self) -> int: ...


def day_of(year: int, month: int, day: int) -> Day:
    """The day with these numbers; raises ValueError if the calendar has none.

    >>> day_of(-263, 7, 1).isoformat(), day_of(2025, 2, 17)
    ('-0263-07-01', datetime.date(2025, 2, 17))
    """
    return date(year, month, day) if year > 0 else EarlyDay(year, month, day)


def from_ordinal(ordinal: int) -> Day:
    """The day with this number; raises OverflowError before 10000 BCE and after 9999.

    >>> from_ordinal(0).isoformat()
    '0000-12-31'
    """
    if ordinal > date.max.toordinal():
        raise OverflowError(f"day {ordinal} lies after the year {LAST_YEAR}")
    if ordinal > 0:
        return date.fromordinal(ordinal)
    cycles = 1 - (ordinal - 1) // CYCLE_DAYS
    same = date.fromordinal(ordinal + cycles * CYCLE_DAYS)
    year = same.year - cycles * CYCLE_YEARS
    if year < FIRST_YEAR:
        raise OverflowError(f"day {ordinal} lies before the year {FIRST_YEAR}")
    return day_of(year, same.month, same.day)


def plus(day: Day, days: int) -> Day:
    """The day so many days later or, if negative, earlier; it may cross the beginning of the year 1.

    >>> plus(date(1, 1, 1), -1)
    EarlyDay(year=0, month=12, day=31)
    """
    return from_ordinal(day.toordinal() + days)


def days_in_month(year: int, month: int) -> int:
    """The number of days of a month."""
    return MONTH_LENGTHS[month - 1] + (month == _FEBRUARY and isleap(year))


def year_number(year: int) -> str:
    """A year as ISO 8601 and EDTF write it: "2025", "-0263".

    >>> year_number(622), year_number(-263)
    ('0622', '-0263')
    """
    return f"{year:04}" if year >= 0 else f"-{-year:04}"

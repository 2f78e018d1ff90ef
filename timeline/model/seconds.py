"""Axis time: whole seconds of the proleptic Gregorian calendar as plain integers, without a zone.

A day begins at its ordinal times ``DAY``; 1 January of the year 1 has the ordinal 1, as in `datetime.date`,
and earlier days have ordinals of zero and below. Integers have no first or last year, and never drift.
"""

from __future__ import annotations

from datetime import date, time
from functools import lru_cache
from typing import NamedTuple

from timeline.model.day import CYCLE_DAYS, CYCLE_YEARS, Day

MINUTE, HOUR, DAY = 60, 3_600, 86_400


class Parts(NamedTuple):
    """An instant of axis time as a calendar and a clock show it; the year 0 is 1 BCE."""

    year: int
    month: int
    day: int
    hour: int = 0
    minute: int = 0
    second: int = 0


def at_day(day: Day, clock: time | None = None) -> int:
    """The beginning of ``day``, or its time ``clock``.

    >>> at_day(date(1, 1, 1)), at_day(date(1, 1, 1), time(0, 1))
    (86400, 86460)
    """
    passed = clock.hour * HOUR + clock.minute * MINUTE + clock.second if clock else 0
    return day.toordinal() * DAY + passed


def parts(seconds: int) -> Parts:
    """
    >>> parts(0), parts(at_day(date(2025, 2, 17), time(16)))[:4]
    (Parts(year=0, month=12, day=31, hour=0, minute=0, second=0), (2025, 2, 17, 16))
    """
    number, passed = divmod(seconds, DAY)
    cycles, within = divmod(number - 1, CYCLE_DAYS)
    day = date.fromordinal(within + 1)
    clock = passed // HOUR, passed // MINUTE % 60, passed % 60
    return Parts(day.year + cycles * CYCLE_YEARS, day.month, day.day, *clock)


def first_of(year: int, month: int = 1) -> int:
    """The beginning of a month.

    >>> parts(first_of(-263, 12))[:3]
    (-263, 12, 1)
    """
    cycles, within = divmod(year - 1, CYCLE_YEARS)
    return (date(within + 1, month, 1).toordinal() + cycles * CYCLE_DAYS) * DAY


@lru_cache(maxsize=1 << 14)  # lines, ticks and dates of a chart are at the same instants
def iso(seconds: int) -> str:
    """ISO 8601 with a space, and a sign before a negative year: what Plotly takes for a date.

    >>> iso(first_of(2025)), iso(first_of(-263))
    ('2025-01-01 00:00:00', '-0263-01-01 00:00:00')
    """
    year, month, day, hour, minute, second = parts(seconds)
    sign = "-" if year < 0 else ""
    return f"{sign}{abs(year):04}-{month:02}-{day:02} {hour:02}:{minute:02}:{second:02}"


#: What Plotly's axis of dates can show.
EARLIEST, LATEST = first_of(-9999), first_of(10000) - 1

"""The calendar in which a phrase is written, and what its numbers mean, for the time of one reading."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from timeline.model.day import CalendarDay, Day, day_of, days_in_month
from timeline.model.julian import days_in_julian_month, from_julian, to_julian

#: The calendar in which dates are written, for the time of one reading: "" is the Gregorian one.
_CALENDAR: ContextVar[str] = ContextVar("calendar", default="")


@contextmanager
def in_calendar(name: str) -> Iterator[None]:
    """Within it, days, months and years are those of this calendar: "julian", else the Gregorian one."""
    token = _CALENDAR.set(name)
    try:
        yield
    finally:
        _CALENDAR.reset(token)


def is_julian() -> bool:
    """Whether the calendar of `in_calendar` is the Julian one."""
    return _CALENDAR.get() == "julian"


def is_stated() -> bool:
    """Whether the words or their file name the calendar."""
    return bool(_CALENDAR.get())


def numbers(day: Day) -> CalendarDay:
    """The year, month and number of a day in the calendar of `in_calendar`.

    >>> with in_calendar("julian"):
    ...     numbers(day_of(1066, 10, 20)).day
    14
    """
    return to_julian(day) if is_julian() else day


def day_by_number(year: int, month: int, number: int) -> Day:
    """The day that `in_calendar` calls so; ValueError if it has none."""
    build = from_julian if is_julian() else day_of
    return build(year, month, number)


def days_in_written_month(year: int, month: int) -> int:
    """The number of days of a month of `in_calendar`."""
    count = days_in_julian_month if is_julian() else days_in_month
    return count(year, month)

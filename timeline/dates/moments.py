"""Moments from numbers of the calendar; Refused where the calendar has no such day."""

from __future__ import annotations

from calendar import monthrange
from datetime import MAXYEAR, MINYEAR, date, timedelta

from timeline.model.when import Moment, Precision

_FEBRUARY = 2
#: The first, second and last third of something.
THIRDS = {"early": 0, "mid": 1, "late": 2}


class Refused(Exception):  # noqa: N818 - a refusal is a result, not an error
    """The words have no honest reading: ``reason`` says why, ``hint`` what to write instead."""

    def __init__(self, reason: str, hint: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.hint = hint


def a_day(year: int, month: int, day: int, weekday: int | None = None) -> Moment:
    """That day; ``weekday`` (0 is Monday), if not None, must be its weekday.

    >>> a_day(2025, 6, 31)
    Traceback (most recent call last):
    timeline.dates.moments.Refused: June has 30 days
    """
    try:
        found = date(year, month, day)
    except ValueError:
        raise _no_such_day(year, month, day) from None
    if weekday is not None and weekday != found.weekday():
        name, right, wrong = MONTH_NAMES[month - 1], WEEKDAY_NAMES[found.weekday()], WEEKDAY_NAMES[weekday]
        raise Refused(
            f"{day} {name} {year} is a {right}, not a {wrong}",
            f"correct the weekday or the day, as in {right} {day} {name} {year}",
        )
    return Moment.day(found)


def _no_such_day(year: int, month: int, day: int) -> Refused:
    last = a_month(year, month).latest.day
    name = MONTH_NAMES[month - 1]
    if day < 1:
        return Refused("there is no day 0", f"1 {name} {year}")
    which = f"{name} {year}" if month == _FEBRUARY else name
    return Refused(f"{which} has {last} days", f"{last} {name} {year}")


def a_month(year: int, month: int) -> Moment:
    """Some day of that month."""
    if not 1 <= month <= len(MONTH_NAMES):
        raise Refused(f"there is no month {month}", "a month from 01 to 12, as in 2025-02-17")
    return months(year, month, 1, Precision.MONTH)


def a_year(year: int) -> Moment:
    """Some day of that year."""
    return months(year, 1, 12, Precision.YEAR)


def a_season(year: int, first_month: int) -> Moment:
    """Three months from March, June, September or December of that year (northern seasons).

    >>> a_season(2024, 12).latest
    datetime.date(2025, 2, 28)
    """
    return months(year, first_month, 3, Precision.SEASON)


def a_quarter(year: int, number: int) -> Moment:
    """The calendar quarter 1 to 4."""
    return months(year, 3 * number - 2, 3, Precision.QUARTER)


def a_half(year: int, number: int) -> Moment:
    """The first or second half of a year."""
    return months(year, 6 * number - 5, 6, Precision.HALF)


def a_decade(first_year: int) -> Moment:
    """Ten years, as in EDTF's 192X."""
    return Moment(*_years(first_year, first_year + 9), Precision.DECADE)


def a_hundred_years(first_year: int) -> Moment:
    """A hundred years as in EDTF's 19XX: 1900 to 1999, one year off the 20th century."""
    return Moment(*_years(first_year, first_year + 99), Precision.CENTURY)


def a_century(number: int) -> Moment:
    """The 19th century is 1801 to 1900; EDTF's 18XX is 1800 to 1899, so this is a stretch of days."""
    return stretch(*_years(100 * number - 99, 100 * number))


def a_week(day: date) -> Moment:
    """The week from Monday to Sunday that holds ``day`` (ISO 8601)."""
    monday = day - timedelta(days=day.weekday())
    return Moment(monday, monday + timedelta(days=6), Precision.WEEK)


def an_iso_week(year: int, week: int) -> Moment:
    """Week 1 is the one that holds the first Thursday of the year (ISO 8601)."""
    try:
        return a_week(date.fromisocalendar(year, week, 1))
    except ValueError as error:
        raise Refused(f"{year} has no such week", "a week from W01 to W52 or W53") from error


def third_of_week(monday: date, third: str) -> Moment:
    """Monday to Wednesday, Tuesday to Thursday, Thursday to Sunday."""
    first, last = ((0, 2), (1, 3), (3, 6))[THIRDS[third]]
    return stretch(monday + timedelta(days=first), monday + timedelta(days=last))


def third_of_month(year: int, month: int, third: str) -> Moment:
    """Days 1-10, 11-20, and from 21 to the end."""
    last = a_month(year, month).latest
    first_day, last_day = ((1, 10), (11, 20), (21, last.day))[THIRDS[third]]
    return stretch(last.replace(day=first_day), last.replace(day=last_day))


def third_of_year(year: int, third: str) -> Moment:
    """Months 1-4, 5-8 and 9-12."""
    return months(year, 4 * THIRDS[third] + 1, 4, Precision.PART)


def some_years(first: int, last: int) -> Moment:
    """Some day of those years."""
    return stretch(*_years(first, last))


def stretch(first: date, last: date) -> Moment:
    """One imprecise moment from ``first`` to ``last``; seven days from a Monday are a week."""
    if last < first:
        raise Refused("it ends before it begins", "the earlier day first")
    if last == first:
        return Moment.day(first)
    week = a_week(first)
    return week if (week.earliest, week.latest) == (first, last) else Moment(first, last, Precision.PART)


def months(year: int, first_month: int, count: int, precision: Precision) -> Moment:
    """``count`` whole months from the first day of ``first_month``."""
    last_year, last_month = divmod(12 * year + first_month + count - 2, 12)
    _years(year, last_year)
    last_day = monthrange(last_year, last_month + 1)[1]
    return Moment(date(year, first_month, 1), date(last_year, last_month + 1, last_day), precision)


def _years(first: int, last: int) -> tuple[date, date]:
    """The first and the last day of those years."""
    if first < MINYEAR:
        raise Refused("years before the year 1 are not read", "a year from 0001 to 9999")
    if last > MAXYEAR:
        raise Refused("years beyond 9999 are not read", "a year from 0001 to 9999")
    return date(first, 1, 1), date(last, 12, 31)


MONTH_NAMES = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip


WEEKDAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

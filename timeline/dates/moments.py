"""Moments from numbers of the written calendar; Refused where it has no such day."""

from __future__ import annotations

from timeline.dates.refused import Contradiction, Refused
from timeline.dates.written_calendar import day_by_number, days_in_written_month, is_stated, numbers
from timeline.model.day import FIRST_YEAR, LAST_YEAR, Day, day_of, plus
from timeline.model.julian import INTRODUCTION, LAST_INTRODUCTION, from_julian
from timeline.model.when import Moment, Precision

_FEBRUARY, _LEAP_DAY = 2, 29
#: The first, second and last third of something.
THIRDS = {"early": 0, "mid": 1, "late": 2}


def a_day(year: int, month: int, day: int, weekday: int | None = None) -> Moment:
    """That day; ``weekday`` (0 is Monday), if not None, must be its weekday.

    The numbers are those of `written_calendar`.

    >>> a_day(2025, 6, 31)
    Traceback (most recent call last):
    timeline.dates.refused.Contradiction: June has 30 days
    """
    _check_years(year, year)
    try:
        found = day_by_number(year, month, day)
    except ValueError:
        raise _no_such_day(year, month, day) from None
    if weekday is not None and weekday != found.weekday():
        raise _wrong_weekday(f"{day} {MONTH_NAMES[month - 1]} {in_words(year)}", found, weekday)
    return Moment(found, found, Precision.DAY)


def _wrong_weekday(words: str, day: Day, weekday: int) -> Contradiction:
    """That ``words`` are a ``day`` of another weekday; where the Julian calendar may be meant, also there.

    That is so before the Gregorian calendar, and until its last introduction if the weekday is right there.
    """
    right, wrong = WEEKDAY_NAMES[day.weekday()], WEEKDAY_NAMES[weekday]
    hint = f"correct the weekday or the day, as in {right} {words}"
    plain = Contradiction(f"{words} is a {right}, not a {wrong}", hint)
    if is_stated() or day >= LAST_INTRODUCTION:
        return plain
    there = WEEKDAY_NAMES[from_julian(day.year, day.month, day.day).weekday()]
    if day >= INTRODUCTION and there != wrong:
        return plain
    too = ", in which days before its introduction are counted too" if day < INTRODUCTION else ""
    reason = f"{words} is a {right} in the Gregorian calendar{too}; in the Julian calendar it was a {there}"
    if there == wrong:
        return Contradiction(reason, f"calendar: julian, if that is meant; or {hint}")
    return Contradiction(
        f"{reason}, not a {wrong}", f"{hint}, or as in {there} {words} with calendar: julian"
    )


def _no_such_day(year: int, month: int, day: int) -> Contradiction:
    last = a_month(year, month).days
    name, year_in_words = MONTH_NAMES[month - 1], in_words(year)
    if day < 1:
        return Contradiction("there is no day 0", f"1 {name} {year_in_words}", in_every_year=True)
    which = f"{name} {year_in_words}" if month == _FEBRUARY else name
    hint, is_leap_day = f"{last} {name} {year_in_words}", (month, day) == (_FEBRUARY, _LEAP_DAY)
    return Contradiction(f"{which} has {last} days", hint, in_every_year=not is_leap_day)


def in_words(year: int) -> str:
    """A year in a message: 2025, 264 BC.

    >>> in_words(-263)
    '264 BC'
    """
    return str(year) if year > 0 else f"{1 - year} BC"


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
    """Ten years: from 1920 the 1920s (EDTF's 192X), from -268 (269 BC) the 260s BC."""
    return _whole_years(first_year, 10, Precision.DECADE)


def a_hundred_years(first_year: int) -> Moment:
    """A hundred years as in EDTF's 19XX: 1900 to 1999, one year off the 20th century."""
    return _whole_years(first_year, 100, Precision.CENTURY)


def a_century(number: int) -> Moment:
    """The 19th century is 1801 to 1900, the 5th century BC, number -5, 500 to 401 BC.

    >>> a_century(-5).earliest.year, a_century(1).earliest.year
    (-499, 1)
    """
    return _whole_years(first_year_of(number, 100), 100, Precision.CENTURY)


def a_millennium(number: int) -> Moment:
    """The 2nd millennium is 1001 to 2000, the 2nd millennium BC, number -2, 2000 to 1001 BC."""
    return _whole_years(first_year_of(number, 1000), 1000, Precision.MILLENNIUM)


def first_year_of(number: int, length: int) -> int:
    """The first year of a century or millennium; those with a negative number are before our era.

    >>> first_year_of(19, 100), first_year_of(-5, 100)
    (1801, -499)
    """
    return length * number + (1 if number < 0 else 1 - length)


def a_thousand_years(first_year: int) -> Moment:
    """A thousand years as in EDTF's 1XXX: 1000 to 1999, one year off the 2nd millennium."""
    return _whole_years(first_year, 1000, Precision.MILLENNIUM)


def _whole_years(first: int, count: int, precision: Precision) -> Moment:
    return Moment(*_years(first, first + count - 1), precision)


def a_week(day: Day) -> Moment:
    """The week from Monday to Sunday that holds ``day`` (ISO 8601)."""
    monday = plus(day, -day.weekday())
    return Moment(monday, plus(monday, 6), Precision.WEEK)


def an_iso_week(year: int, week: int) -> Moment:
    """Week 1 is the one that holds the first Thursday of the year (ISO 8601)."""
    thursday = plus(a_week(day_of(year, 1, 4)).earliest, 7 * (week - 1) + 3)
    if week < 1 or thursday.year != year:
        raise Contradiction(f"{year} has no such week", "a week from W01 to W52 or W53")
    return a_week(thursday)


def third_of_week(monday: Day, third: str) -> Moment:
    """Monday to Wednesday, Tuesday to Thursday, Thursday to Sunday."""
    first, last = ((0, 2), (1, 3), (3, 6))[THIRDS[third]]
    return stretch(plus(monday, first), plus(monday, last))


def third_of_month(year: int, month: int, third: str) -> Moment:
    """Days 1-10, 11-20, and from 21 to the end."""
    whole = a_month(year, month)
    first, last = ((0, 9), (10, 19), (20, whole.days - 1))[THIRDS[third]]
    return stretch(plus(whole.earliest, first), plus(whole.earliest, last))


def third_of_year(year: int, third: str) -> Moment:
    """Months 1-4, 5-8 and 9-12."""
    return months(year, 4 * THIRDS[third] + 1, 4, Precision.PART)


def some_years(first: int, last: int) -> Moment:
    """Some day of those years."""
    return stretch(*_years(first, last))


def stretch(first: Day, last: Day) -> Moment:
    """One imprecise moment from ``first`` to ``last``; what has a name of its own is read as that.

    Seven days from a Monday are a week; years that make up a decade, century or millennium are that.

    >>> stretch(day_of(1801, 1, 1), day_of(1900, 12, 31)).precision
    <Precision.CENTURY: 'century'>
    """
    if last < first:
        raise Refused("it ends before it begins", "the earlier day first")
    if last == first:
        return Moment.day(first)
    begins, ends = numbers(first), numbers(last)
    if (begins.month, begins.day, ends.month, ends.day) == (1, 1, 12, 31):
        return Moment(first, last, _precision_of_years(begins.year, ends.year))
    is_week = first.weekday() == 0 and (last - first).days == 6
    return Moment(first, last, Precision.WEEK if is_week else Precision.PART)


def _precision_of_years(first: int, last: int) -> Precision:
    """The precision of a named run of years; PART if it has no name, YEAR is left to `a_year`."""
    count, is_early = last - first + 1, last <= 0
    names = {10: Precision.DECADE, 100: Precision.CENTURY, 1000: Precision.MILLENNIUM}
    before = {10: 2, 100: 1, 1000: 1}.get(count, 0) if is_early else {10: 0, 100: 1, 1000: 1}.get(count, 0)
    return names[count] if count in names and first % count == before else Precision.PART


def months(year: int, first_month: int, count: int, precision: Precision) -> Moment:
    """``count`` whole months from the first day of ``first_month``."""
    last_year, last_month = divmod(12 * year + first_month + count - 2, 12)
    _check_years(year, last_year)
    last_day = days_in_written_month(last_year, last_month + 1)
    last = day_by_number(last_year, last_month + 1, last_day)
    return Moment(day_by_number(year, first_month, 1), last, precision)


def _years(first: int, last: int) -> tuple[Day, Day]:
    """The first and the last day of those years."""
    _check_years(first, last)
    return day_by_number(first, 1, 1), day_by_number(last, 12, 31)


def _check_years(first: int, last: int) -> None:
    if first < FIRST_YEAR:
        raise Refused("years before 10000 BC are not read", YEARS)
    if last > LAST_YEAR:
        raise Refused("years beyond 9999 are not read", YEARS)


#: What to write instead of a year that is not read.
YEARS = "a year from 10000 BC to 9999"

MONTH_NAMES = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip


WEEKDAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

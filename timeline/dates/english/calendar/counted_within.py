"""English days and weeks counted within a month or a year: "the last Monday of March 2025"."""

from __future__ import annotations

import re
from datetime import timedelta

from timeline.dates import moments
from timeline.dates.context import Context
from timeline.dates.english.calendar import BuildInYear, month_of, read_in_year
from timeline.dates.english.vocabulary import MONTHS, ORDINALS, WEEKDAYS, alternatives
from timeline.dates.refused import Refused
from timeline.dates.rule import Explanation, Rule
from timeline.model.messages import message
from timeline.model.when import Moment, When

_COUNTED_WITHIN = Explanation(message("counted within the named month or year"))

_MONTH = rf"(?P<month>{alternatives(MONTHS)})"
_YEAR = r"(?: (?:of |in )?(?P<year>\d{4}))?"
_NTH = rf"(?:the )?(?P<nth>{alternatives(ORDINALS)})"
_WEEKDAY = rf"(?P<weekday>{alternatives(WEEKDAYS)})"
_WEEK, _DAY = timedelta(days=7), timedelta(days=1)
_THURSDAY, _SATURDAY = 3, 5


def _nth_weekday(found: re.Match[str], year: int) -> tuple[Moment, ...]:
    first, last = month_of(found, year)
    nth, weekday = ORDINALS[found["nth"]], WEEKDAYS[found["weekday"]]
    if nth < 0:
        return (Moment.day(last - timedelta(days=(last.weekday() - weekday) % 7)),)
    day = first + timedelta(days=(weekday - first.weekday()) % 7) + (nth - 1) * _WEEK
    if day > last:
        raise Refused("that month has only four of that weekday", "the last one, or its day")
    return (Moment.day(day),)


def _nth_week(found: re.Match[str], year: int) -> tuple[Moment, ...]:
    """Seven days from the 1st, or whole weeks, or weeks with most of their days in it: usage differs."""
    first, last = month_of(found, year)
    nth = ORDINALS[found["nth"]]
    if nth > 4:
        raise Refused("that month has no such week", "the days")
    if nth < 0:
        plain = last - 6 * _DAY
        whole = last - timedelta(days=(last.weekday() + 1) % 7)
        most = last - timedelta(days=(last.weekday() - _THURSDAY) % 7)
    else:
        plain = first + (nth - 1) * _WEEK
        whole = plain + timedelta(days=-first.weekday() % 7)
        most = plain + timedelta(days=(_THURSDAY - first.weekday()) % 7)
    return moments.stretch(plain, plain + 6 * _DAY), moments.a_week(most), moments.a_week(whole)


def _nth_weekend(found: re.Match[str], year: int) -> tuple[Moment, ...]:
    """Saturday and Sunday; a weekend that belongs to two months may be counted or not."""
    first, last = month_of(found, year)
    nth = ORDINALS[found["nth"]]
    if nth < 0:
        final = last - timedelta(days=(last.weekday() - _SATURDAY) % 7)
        found_days = [final, final - _WEEK] if final == last else [final]
    else:
        start = first + timedelta(days=(_SATURDAY - first.weekday()) % 7) + (nth - 1) * _WEEK
        found_days = [start, start - _WEEK] if first.weekday() == _SATURDAY + 1 else [start]
    return tuple(moments.stretch(saturday, saturday + _DAY) for saturday in found_days)


def _edge_of_month(found: re.Match[str], year: int) -> tuple[Moment, ...]:
    first, last = month_of(found, year)
    return (Moment.day(last if ORDINALS[found["nth"]] < 0 else first),)


def _edge_of_year(found: re.Match[str], year: int) -> tuple[Moment, ...]:
    last = ORDINALS[found["nth"]] < 0
    return (moments.a_day(year, 12, 31) if last else moments.a_day(year, 1, 1),)


RULES: tuple[Rule[BuildInYear], ...] = (
    Rule(
        "weekday counted in its month",
        rf"{_NTH} {_WEEKDAY} (?:of|in) {_MONTH}{_YEAR}",
        "the first Monday of March 2025",
        _nth_weekday,
        _COUNTED_WITHIN,
    ),
    Rule(
        "week counted in its month",
        rf"{_NTH} week (?:of|in) {_MONTH}{_YEAR}",
        "first week of September 2025",
        _nth_week,
        _COUNTED_WITHIN,
    ),
    Rule(
        "weekend counted in its month",
        rf"{_NTH} weekend (?:of|in) {_MONTH}{_YEAR}",
        "the first weekend of March 2025",
        _nth_weekend,
        _COUNTED_WITHIN,
    ),
    Rule(
        "first or last day of a month",
        rf"(?:the )?(?:very )?(?P<nth>first|last) day of {_MONTH}{_YEAR}",
        "the last day of February 2025",
        _edge_of_month,
        _COUNTED_WITHIN,
    ),
    Rule(
        "first or last day of a year",
        r"(?:the )?(?:very )?(?P<nth>first|last) day of (?P<year>\d{4})",
        "the last day of 2025",
        _edge_of_year,
        _COUNTED_WITHIN,
    ),
)


def read(phrase: str, context: Context) -> tuple[When, ...]:
    """The readings of days counted within a month; without its year, those near the day of publication.

    >>> [when.edtf for when in read("the first monday of march 2025", Context())]
    ['2025-03-03']
    """
    return read_in_year(RULES, phrase, context)

"""The parts of a date that a phrase states, and the dates that they may mean."""

from __future__ import annotations

from typing import NamedTuple

from timeline.dates import moments, written_calendar
from timeline.dates.context import Context
from timeline.dates.nearest import Check, nearest_month, nearest_year
from timeline.dates.refused import Refused
from timeline.dates.spans import span
from timeline.model.when import Moment, Precision, When

_PARTS_OF_YEAR = {
    Precision.SEASON: moments.a_season,
    Precision.QUARTER: moments.a_quarter,
    Precision.HALF: moments.a_half,
}
_DECEMBER = 12
_HALF_A_YEAR = 183


class PartialDate(NamedTuple):
    """The parts of a date that a phrase states; None for the rest.

    ``unit`` is YEAR, HALF, SEASON, QUARTER, MONTH or DAY; ``number`` the half, the quarter or the season's
    first month; ``weekday`` counts from 0, Monday; ``third`` is "", "early", "mid" or "late".
    """

    unit: Precision
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    number: int = 0
    third: str = ""


def moments_of(stated: PartialDate) -> tuple[Moment, ...]:
    """The moments that may be meant; the year must be stated. There are two only for "winter 2025".

    >>> [str(moment.earliest) for moment in moments_of(PartialDate(Precision.SEASON, 2025, number=12))]
    ['2024-12-01', '2025-12-01']
    """
    year, month = stated.year or 0, stated.month or 0
    if stated.unit is Precision.SEASON and stated.number == _DECEMBER:
        return moments.a_season(year - 1, _DECEMBER), moments.a_season(year, _DECEMBER)
    if stated.unit is Precision.DAY:
        return (moments.a_day(year, month, stated.day or 0, stated.weekday),)
    if stated.unit is Precision.MONTH:
        return (
            moments.third_of_month(year, month, stated.third)
            if stated.third
            else moments.a_month(year, month),
        )
    if stated.unit is Precision.YEAR:
        return (moments.third_of_year(year, stated.third) if stated.third else moments.a_year(year),)
    return (_PARTS_OF_YEAR[stated.unit](year, stated.number),)


def readings(stated: PartialDate, context: Context, rule: str) -> tuple[When, ...]:
    """The dates that may be meant; without a year or month, those near publication (`nearest`)."""
    if stated.year is not None:
        return tuple([When(moment, rule=rule) for moment in moments_of(stated)])
    check = _weekdays(stated.weekday, None)
    bare = stated._replace(weekday=None)
    if stated.unit is Precision.DAY and stated.month is None:
        return nearest_month(
            lambda year, month: readings(bare._replace(year=year, month=month), context, rule),
            context,
            check,
        )
    return nearest_year(lambda year: readings(bare._replace(year=year), context, rule), context, check)


def spans(start: PartialDate, end: PartialDate, context: Context, rule: str) -> tuple[When, ...]:
    """From ``start`` to ``end``; each takes what it leaves out from the other: "17-18 February 2025".

    A start without a year, in a later month than the end, is of the year before: in "28 December -
    2 January 2025" that is 2024.
    """
    check = None
    if (start.year, end.year) == (None, None):
        check = _weekdays(start.weekday, end.weekday)
        start, end = start._replace(weekday=None), end._replace(weekday=None)
    if start.unit is Precision.DAY and start.month is None:
        start = start._replace(month=end.month)
    if end.unit is Precision.DAY and end.month is None:
        end = end._replace(month=start.month)
    end = end._replace(year=start.year) if end.year is None else end
    if end.unit is Precision.DAY and end.month is None:
        return nearest_month(
            lambda year, month: spans(start, end._replace(year=year, month=month), context, rule),
            context,
            check,
        )
    if end.year is None:
        return nearest_year(
            lambda year: spans(start, end._replace(year=year), context, rule), context, check
        )
    wraps = start.year is None and (start.month or 0) > (end.month or 0) > 0
    year = start.year if start.year is not None else end.year - wraps
    begins, ends = moments_of(start._replace(year=year)), moments_of(end)
    if len(begins) > 1 or len(ends) > 1:
        raise Refused("a span with a winter in it can be read in many ways", "the months")
    if wraps and (ends[0].latest - begins[0].earliest).days > _HALF_A_YEAR:
        raise Refused("it ends before it begins", "the year at both ends")
    found = span(begins[0], ends[0], rule)
    if ends[0].earliest <= begins[0].latest:
        raise Refused(
            "one end lies within the other", "both ends in the same way, as in 17-18 February 2025"
        )
    return (found,)


def _weekdays(first: int | None, last: int | None) -> Check | None:
    """The check that a reading begins and ends on these weekdays; None when none is stated."""
    if (first, last) == (None, None):
        return None

    def check(when: When) -> None:
        for moment, weekday in ((when.start, first), (when.end or when.start, last)):
            if weekday not in (None, moment.earliest.weekday()):
                at = written_calendar.numbers(moment.earliest)
                moments.a_day(at.year, at.month, at.day, weekday)  # raises

    return check

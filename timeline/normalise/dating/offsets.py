"""A date a number of hours, days, weeks or months before or after that of another event."""

from __future__ import annotations

from dataclasses import replace
from datetime import time, timedelta

from timeline.dates.moments import a_month
from timeline.dates.written_calendar import in_calendar, numbers
from timeline.model import Moment, Precision, Resolution, When
from timeline.model.day import (
    FIRST_YEAR,
    LAST_YEAR,
    CalendarDay,
    Day,
    from_ordinal,
    plus,
)
from timeline.model.seconds import DAY, HOUR, at_day
from timeline.normalise.dating.zone_shift import shift_moment, with_offset

_DAYS = {"day": 1, "week": 7}


def apply_offset(by: str, direction: str, anchor: When, zone: str) -> Resolution:
    """The date that is ``by`` ("2 days") after the end or before the beginning of ``anchor``.

    ``direction`` is "after" or "before", ``zone`` that of the event. Months are those of the calendar in
    which the anchor was written. The result is as exact as the anchor:
    two days after "some day in February" is some day from 3 February to 2 March.

    >>> from datetime import date
    >>> summit = When(Moment.day(date(2025, 2, 17)))
    >>> apply_offset("2 days", "after", summit, "").readings[0].edtf
    '2025-02-19'
    """
    number, unit = by.rstrip("s").split(" ")
    text, count = f"{by} {direction}", int(number) if direction == "after" else -int(number)
    if direction == "after" and anchor.lacks_end:
        reason = "is still going on" if anchor.open_end else "has no known end"
        return Resolution(text, (), f"that event {reason}", "a date of its own")
    if direction == "before" and anchor.lacks_start:
        return Resolution(text, (), "that event has no known start", "a date of its own")
    moment = anchor.end or anchor.start if direction == "after" else anchor.start
    try:
        with in_calendar(moment.calendar):
            found = _stepped(moment, count, unit, anchor.zone, zone)
    except OverflowError:
        what = (
            "its clock time lies outside the years 1"
            if moment.clock
            else "it lies outside the years 10000 BC"
        )
        return Resolution(text, (), f"{what} to 9999", "a date of its own")
    if not found:
        return Resolution(text, (), "that month has no such day", "the distance in days")
    whens = (When(each, zone=zone or anchor.zone) for each in found)
    readings = tuple(each if zone else with_offset(each) for each in whens)
    if len(found) > 1:
        reason = "the hour it counts from occurs twice"
        return Resolution(text, readings, reason, "a date of its own")
    return Resolution(text, readings)


def _stepped(moment: Moment, count: int, unit: str, zone: str, to_zone: str) -> tuple[Moment, ...]:
    """``moment`` moved by ``count`` units: none if the month is too short, two if its hour occurs twice."""
    if unit == "hour":
        passed = timedelta(hours=count)
        if moment.clock:
            return shift_moment(moment, zone, passed, to_zone)
        if moment.earliest.year < 2:  # it may lie before the year 1, where no zone has clocks
            ends = at_day(moment.earliest), at_day(moment.latest, time(23, 59))
            early, late = (from_ordinal((end + count * HOUR) // DAY) for end in ends)
            return (_between(moment, early, late),)
        first = shift_moment(Moment.day(moment.earliest, time.min), zone, passed, to_zone)[0]
        last = shift_moment(Moment.day(moment.latest, time(23, 59)), zone, passed, to_zone)[-1]
        return (_between(moment, first.earliest, last.latest),)
    if unit == "month":
        return _months_away(moment, count)
    step = _DAYS[unit] * count
    whole_weeks = moment.precision is Precision.WEEK and not step % 7
    days = plus(moment.earliest, step), plus(moment.latest, step)
    return (_between(moment, *days, is_week=whole_weeks),)


def _months_away(moment: Moment, count: int) -> tuple[Moment, ...]:
    """The same days of another month, or none if it is too short; the end of a month stays the end."""
    begins, ends = numbers(moment.earliest), numbers(moment.latest)
    first, last = _same_day(begins, count), _same_day(ends, count)
    is_day = moment.earliest == moment.latest
    if not is_day and ends.day == _month_of(ends).days:
        last = _month_of(numbers(last)).latest
    elif numbers(last).day != ends.day:
        return ()
    if numbers(first).day != begins.day or (first == last) != is_day:
        return ()
    return (_between(moment, first, last),)


def _same_day(day: CalendarDay, count: int) -> Day:
    """The same day ``count`` months later, or the last day of that month."""
    year, month = divmod(12 * day.year + day.month - 1 + count, 12)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise OverflowError
    there = a_month(year, month + 1)
    return plus(there.earliest, min(day.day, there.days) - 1)


def _month_of(day: CalendarDay) -> Moment:
    return a_month(day.year, day.month)


def _between(moment: Moment, first: Day, last: Day, *, is_week: bool = False) -> Moment:
    """Some day from ``first`` to ``last``, as certain as ``moment``."""
    month = _month_of(numbers(first))
    if first == last:
        precision = Precision.DAY
    elif is_week:
        precision = Precision.WEEK
    elif (first, last) == (month.earliest, month.latest):
        precision = Precision.MONTH
    else:
        precision = Precision.PART
    return replace(moment, earliest=first, latest=last, precision=precision, clock=None, offset=None)

"""Compares two readings of a date: whether they are compatible, and which is more exact."""

from __future__ import annotations

from datetime import datetime

from timeline.model import Moment, When
from timeline.model.day import FIRST_YEAR, LAST_YEAR, Day, day_of


def fits(when: When, reading: When) -> bool:
    """Whether ``reading`` is compatible with the date ``when``.

    It is if ``when`` lies within it (Tuesday 18 February in "February 2025"), or if it lies within ``when``
    (a source names the first day of a two-day meeting). Clock times are compared if both have one, their
    zones are both known or both unknown, and neither is approximate.

    >>> from datetime import date
    >>> from timeline.model import Moment, Precision
    >>> tuesday = When(Moment.day(date(2025, 2, 18)))
    >>> february = When(Moment(date(2025, 2, 1), date(2025, 2, 28), Precision.MONTH))
    >>> fits(tuesday, february), fits(tuesday, When(Moment.day(date(2025, 2, 11))))
    (True, False)
    """
    if _clocks_differ(when, reading):
        return False
    if _is_same_instant(when, reading):
        return True
    room = _is_inside(_start(when), _start(reading)) and _is_inside(_end(when), _end(reading))
    return room or _is_inside((_start(reading)[0], _end(reading)[1]), (_start(when)[0], _end(when)[1]))


def _is_same_instant(when: When, reading: When) -> bool:
    """Whether both are the same minute, which may be on different days in different zones."""
    instants = {each.start.instant(each.zone) for each in (when, reading) if not each.is_span}
    return len(instants) == 1 and None not in instants and not (when.is_span or reading.is_span)


_Days = tuple[Day, Day]
_FIRST, _LAST = day_of(FIRST_YEAR, 1, 1), day_of(LAST_YEAR, 12, 31)


def _clocks_differ(when: When, reading: When) -> bool:
    """Whether ``reading`` begins at another minute than ``when`` or, for a span, lies outside it."""
    begins, ends = _minute(when.start, when.zone), _minute(when.end, when.zone)
    starts, stops = _minute(reading.start, reading.zone), _minute(reading.end, reading.zone)
    if not when.is_span:
        return _is_before(starts, begins) or _is_before(begins, starts)
    if when.lacks_start:
        begins, ends = None, begins
    return _is_before(starts, begins) or _is_before(ends, stops or starts)


def _minute(moment: Moment | None, zone: str) -> datetime | None:
    """The minute in UTC, or without a zone if that is unknown; None if the minute is not certain."""
    if moment is None or moment.clock is None or not moment.is_day:
        return None
    return moment.instant(zone) or moment.local


def _is_before(one: datetime | None, other: datetime | None) -> bool:
    """Whether ``one`` is certainly earlier: both are known, and both in UTC or both without a zone."""
    if one is None or other is None or (one.tzinfo is None) != (other.tzinfo is None):
        return False
    return one < other


def _start(when: When) -> _Days:
    """The days on which it may begin: any day, if the start is not known."""
    first = _FIRST if when.lacks_start else when.start.earliest
    return first, when.start.latest


def _end(when: When) -> _Days:
    """The days on which it may end: any day, if it is still going on or its end is not known."""
    if when.lacks_end:
        return when.start.earliest, _LAST
    end = when.end or when.start
    return end.earliest, end.latest


def _is_inside(inner: _Days, outer: _Days) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def coarseness(when: When) -> tuple[int, bool, bool]:
    """A sort key, least for the most exact: possible days, approximate or uncertain, no clock time."""
    spread = sum((last - first).days for first, last in (_start(when), _end(when)))
    moments = [when.start, when.end or when.start]
    unsure = any(moment.approximate or moment.uncertain for moment in moments)
    return 1 + spread, unsure, when.start.clock is None

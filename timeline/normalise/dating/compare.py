"""Compares two readings of a date: whether they are compatible, and which is more exact."""

from __future__ import annotations

from datetime import date

from timeline.dates.english.bounds import ONE_SIDED
from timeline.model import Moment, When
from timeline.model.day import FIRST_YEAR, LAST_YEAR, Day, EarlyDay
from timeline.model.seconds import MINUTE, at_day


def fits(when: When, reading: When, day: int = 0) -> bool:
    """Whether ``reading`` is compatible with the date ``when``.

    It is if ``when`` lies within it (Tuesday 18 February in "February 2025"), or if it lies within ``when``
    (17 February in "mid-February 2025"). A day of an event of several days must be its first or its last,
    or the one with the number ``day`` if the source is about that day alone. Clock times are compared if
    both have one, their zones are both known or both unknown, and neither is approximate.

    >>> from datetime import date
    >>> from timeline.model import Moment, Precision
    >>> tuesday = When(Moment.day(date(2025, 2, 18)))
    >>> february = When(Moment(date(2025, 2, 1), date(2025, 2, 28), Precision.MONTH))
    >>> fits(tuesday, february), fits(tuesday, When(Moment.day(date(2025, 2, 11))))
    (True, False)
    >>> week = When(Moment.day(date(2025, 2, 17)), Moment.day(date(2025, 2, 21)))
    >>> fits(week, tuesday), fits(week, tuesday, day=2)
    (False, True)

    "Before 20 February" is compatible with each earlier day.

    >>> fits(tuesday, When(Moment.day(date(2025, 2, 19)), rule="before", open_start=True))
    True
    """
    if day and day_of(when, reading) != day:
        return False
    if _clocks_differ(when, reading):
        return False
    if _is_same_instant(when, reading):
        return True
    if reading.rule in ONE_SIDED:
        return _is_on_side(when, reading)
    if _is_inside(_start(when), _start(reading)) and _is_inside(_end(when), _end(reading)):
        return True
    is_inside = _is_inside((_start(reading)[0], _end(reading)[1]), (_start(when)[0], _end(when)[1]))
    return is_inside and (day > 0 or not is_in_midst(when, reading))


def is_in_midst(when: When, reading: When) -> bool:
    """Whether ``reading`` has neither the first nor the last day of the span ``when``; both are exact.

    A span of which an end is open or not known has no last day, so that any day of it will do.
    """
    if when.end is None or not reading.is_exact:
        return False
    return not (_overlap(_start(when), _start(reading)) or _overlap(_end(when), _end(reading)))


def day_of(when: When, reading: When) -> int:
    """Which day of the span ``when`` the reading is, 1 for the first; 0 if it is not one day of it."""
    if not (when.end and when.start.is_day and reading.is_one_day):
        return 0
    number = (reading.first - when.first).days + 1
    return number if 1 <= number <= (when.last - when.first).days + 1 else 0


def _is_on_side(when: When, reading: When) -> bool:
    """Whether a date lies on the side of "by Friday" or "after 20 January"."""
    return _end(when)[1] <= reading.last if reading.lacks_start else reading.first <= _start(when)[0]


def _is_same_instant(when: When, reading: When) -> bool:
    """Whether both are the same minute, which may be on different days in different zones."""
    instants = {each.start.instant(each.zone) for each in (when, reading) if not each.is_span}
    return len(instants) == 1 and None not in instants and not (when.is_span or reading.is_span)


_Days = tuple[Day, Day]
_FIRST, _LAST = EarlyDay(FIRST_YEAR, 1, 1), date(LAST_YEAR, 12, 31)


def _clocks_differ(when: When, reading: When) -> bool:
    """Whether ``reading`` begins at another minute than ``when`` or, for a span, lies outside it."""
    begins, ends = _minute(when.start, when.zone), _minute(when.end, when.zone)
    starts, stops = _minute(reading.start, reading.zone), _minute(reading.end, reading.zone)
    if not when.is_span:
        return _is_before(starts, begins) or _is_before(begins, starts)
    if when.lacks_start:
        begins, ends = None, begins
    return _is_before(starts, begins) or _is_before(ends, stops or starts)


def _minute(moment: Moment | None, zone: str) -> tuple[int, bool] | None:
    """The second of axis time, and whether it is in UTC or local; None if the minute is not certain."""
    if moment is None or moment.clock is None or not moment.is_day:
        return None
    instant = moment.instant(zone)
    return (at_day(moment.earliest, moment.clock), False) if instant is None else (instant, True)


def _is_before(one: tuple[int, bool] | None, other: tuple[int, bool] | None) -> bool:
    """Whether ``one`` is certainly earlier: both are known, and both in UTC or both without a zone."""
    if one is None or other is None or one[1] != other[1]:
        return False
    if not (one[0] % MINUTE and other[0] % MINUTE):  # one may have been written without its seconds
        return one[0] // MINUTE < other[0] // MINUTE
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


def _overlap(one: _Days, other: _Days) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]


def _is_inside(inner: _Days, outer: _Days) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def coarseness(when: When) -> tuple[int, bool, bool]:
    """A sort key, least for the most exact: possible days, approximate or uncertain, no clock time."""
    spread = sum((last - first).days for first, last in (_start(when), _end(when)))
    moments = [when.start, when.end or when.start]
    unsure = any(moment.approximate or moment.uncertain for moment in moments)
    return 1 + spread, unsure, when.start.clock is None

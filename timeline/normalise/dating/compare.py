"""Two readings of a date side by side: whether they speak of the same, and which is finer."""

from __future__ import annotations

from datetime import date, datetime

from timeline.model import Moment, When


def fits(when: When, reading: When) -> bool:
    """Whether ``reading`` speaks of the date ``when``.

    It does when it leaves room for it (Tuesday 18 February lies in "February 2025"), or when
    all of it lies inside (a source that speaks of the first day of a two-day meeting). Clock times count
    where both have one, by clocks that can be compared, and neither is "about".

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
    """One minute, though clocks of other zones may show it on another day."""
    instants = {each.start.instant(each.zone) for each in (when, reading) if not each.is_span}
    return len(instants) == 1 and None not in instants and not (when.is_span or reading.is_span)


_Days = tuple[date, date]


def _clocks_differ(when: When, reading: When) -> bool:
    """Whether ``reading`` begins at another minute, or for a span lies outside its minutes."""
    begins, ends = _minute(when.start, when.zone), _minute(when.end, when.zone)
    starts, stops = _minute(reading.start, reading.zone), _minute(reading.end, reading.zone)
    if not when.is_span:
        return _is_before(starts, begins) or _is_before(begins, starts)
    if when.lacks_start:
        begins, ends = None, begins
    return _is_before(starts, begins) or _is_before(ends, stops or starts)


def _minute(moment: Moment | None, zone: str) -> datetime | None:
    """That minute in UTC, or by a clock of nobody knows which zone, where it is certain."""
    if moment is None or moment.clock is None or not moment.is_day:
        return None
    return moment.instant(zone) or datetime.combine(moment.earliest, moment.clock)


def _is_before(one: datetime | None, other: datetime | None) -> bool:
    """Certainly so: both are known, by clocks that can be compared."""
    if one is None or other is None or (one.tzinfo is None) != (other.tzinfo is None):
        return False
    return one < other


def _start(when: When) -> _Days:
    """The days it may begin on; what has no known start may begin on any."""
    first = date.min if when.lacks_start else when.start.earliest
    return first, when.start.latest


def _end(when: When) -> _Days:
    """The days it may end on; what is still going on, or has no known end, may end on any."""
    if when.lacks_end:
        return when.start.earliest, date.max
    end = when.end or when.start
    return end.earliest, end.latest


def _is_inside(inner: _Days, outer: _Days) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def coarseness(when: When) -> tuple[int, bool, bool]:
    """How much is left open: the days that start and end may be, "about" or "perhaps", the hour."""
    spread = sum((last - first).days for first, last in (_start(when), _end(when)))
    moments = [when.start, when.end or when.start]
    unsure = any(moment.approximate or moment.uncertain for moment in moments)
    return 1 + spread, unsure, when.start.clock is None

"""Two readings of a date side by side: whether they speak of the same, and which is finer."""

from __future__ import annotations

from datetime import date, datetime

from timeline.model import Moment, When


def fits(when: When, reading: When) -> bool:
    """Whether ``reading`` speaks of the date ``when``.

    It does when it leaves room for it (Tuesday 18 February lies in "February 2025"), or when
    all of it lies inside (a source that speaks of the first day of a two-day meeting). Clock times count
    where both have one by the same clocks, and neither is "about".

    >>> from datetime import date
    >>> from timeline.model import Moment, Precision
    >>> tuesday = When(Moment.day(date(2025, 2, 18)))
    >>> february = When(Moment(date(2025, 2, 1), date(2025, 2, 28), Precision.MONTH))
    >>> fits(tuesday, february), fits(tuesday, When(Moment.day(date(2025, 2, 11))))
    (True, False)
    """
    if _clocks_differ(when, reading):
        return False
    room = _is_inside(_start(when), _start(reading)) and _is_inside(_end(when), _end(reading))
    return room or _is_inside((reading.first, _end(reading)[1]), (when.first, _end(when)[1]))


_Days = tuple[date, date]


def _clocks_differ(when: When, reading: When) -> bool:
    """Whether ``reading`` begins at another minute, or for a span lies outside its minutes."""
    if when.zone != reading.zone:
        return False
    begins, ends = _minute(when.start), _minute(when.end)
    starts, stops = _minute(reading.start), _minute(reading.end)
    if not (when.end or when.open_end):
        return bool(begins and starts and begins != starts)
    last = stops or starts
    return bool((begins and starts and starts < begins) or (ends and last and ends < last))


def _minute(moment: Moment | None) -> datetime | None:
    """That minute by the clock, where it is certain."""
    if moment is None or moment.clock is None or not moment.is_day:
        return None
    return datetime.combine(moment.earliest, moment.clock)


def _start(when: When) -> _Days:
    return when.start.earliest, when.start.latest


def _end(when: When) -> _Days:
    """The days it may end on; what is still going on may end on any."""
    if when.open_end:
        return when.start.earliest, date.max
    end = when.end or when.start
    return end.earliest, end.latest


def _is_inside(inner: _Days, outer: _Days) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def coarseness(when: When) -> tuple[int, bool, bool]:
    """How much is left open: the days that start and end may be, "about" or "perhaps", the hour."""
    first, last = _end(when)
    moments = [when.start, when.end or when.start]
    unsure = any(moment.approximate or moment.uncertain for moment in moments)
    return when.start.days + (last - first).days, unsure, when.start.clock is None

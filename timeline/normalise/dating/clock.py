"""Adds an event's clock time, its ``time``, to its date."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta

from timeline.dates.english.clock import read_span
from timeline.model import Moment, Precision, When
from timeline.model.problems import Location
from timeline.model.zones import zone_info
from timeline.normalise.faults import Faults
from timeline.normalise.text import quoted, shown


def check_time(text: str, at: Location, faults: Faults) -> None:
    """Report a ``time`` that cannot be read, whatever the date."""
    if text and read_span(text) is None:
        faults.add(at, "E015", f"time {quoted(text)} cannot be read", "time: 16:00, or time: 16:00/19:00")


def with_clock(when: When, text: str, at: Location, faults: Faults) -> When:
    """``when`` with the clock time of ``text`` ("16:00", "16:00/19:00"); unchanged if that is not possible.

    Of two times, the first belongs to the first day and the second to the last; they may be the same day.
    A text that cannot be read is reported by `check_time`.
    """
    span = read_span(text) if text else None
    if span is None:
        return when
    start, end = span
    problem = _problem(when, start, end)
    if problem:
        message, hint = problem
        faults.add(at, "E015", f"time {quoted(text)} {message}", hint)
        return when
    return _timed(when, start, end)


def _timed(when: When, start: time, end: time | None) -> When:
    begins, ends = _at(when.start, start), when.end
    if end:
        ends = _at(ends or replace(when.start, precision=Precision.DAY, clock=None, offset=None), end)
    return replace(when, start=begins, end=ends)


def _at(moment: Moment, clock: time) -> Moment:
    """``moment``, a day, if it has a clock time already, perhaps with an offset; else ``clock`` on it."""
    return moment if moment.clock else replace(moment, precision=Precision.MINUTE, clock=clock)


def _problem(when: When, start: time, end: time | None) -> tuple[str, str] | None:
    """Why these times do not fit that date, and what to do; None if they do."""
    if not when.is_exact:
        return f"needs an exact day, but the date is {shown(when)}", "remove time"
    if not isinstance(when.first, date):
        return "is of a year before the year 1, which has no clock times", "remove time"
    written = when.start.clock, when.end.clock if when.end else None
    if written[0] not in {None, start} or (end and written[1] not in {None, end}):
        return f"differs from that of the date, {shown(when)}", "write the time once"
    if end is not None and when.lacks_end:
        return "has an end, but the date has none", "give only the time of the beginning"
    if end is not None and when.lacks_start:
        return "has a beginning, but the date has none", "give only the time of the end"
    if end is not None and when.first == when.last and end <= start:
        return "ends before it begins", "if it ran past midnight, write both days in date"
    timed = _timed(when, start, end)
    return _clock_change(timed, timed.start) or _clock_change(timed, timed.end)


def _clock_change(when: When, moment: Moment | None) -> tuple[str, str] | None:
    """What is wrong if the clocks of its zone skip ``moment`` of ``when``, or show it twice.

    With fold 0, a repeated time has the larger offset and a skipped time the smaller one (PEP 495).
    """
    minute = moment.local if moment else None
    if moment is None or minute is None or moment.offset is not None:
        return None
    day, clock, zone = minute.date(), minute.time(), when.zone
    local = minute.replace(tzinfo=zone_info(zone or "UTC"))
    offsets = [local.replace(fold=fold).utcoffset() or timedelta() for fold in (0, 1)]
    if offsets[0] < offsets[1]:
        message = f"does not exist in {zone} on {day}: the clocks skip {clock:%H:%M}"
        return message, "the time that the clocks showed"
    if offsets[0] > offsets[1]:
        moments = (replace(moment, offset=offset) for offset in offsets)
        either = (
            replace(when, start=each) if moment is when.start else replace(when, end=each)
            for each in moments
        )
        hint = "without time, " + ", or ".join(f"date: {each.edtf_for(moment.calendar)}" for each in either)
        return f"occurs twice in {zone} on {day}", hint
    return None

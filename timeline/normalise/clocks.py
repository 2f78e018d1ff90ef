"""An event's clock time: ``time`` put to its day."""

from __future__ import annotations

from dataclasses import replace
from datetime import time

from timeline.dates.clock import read_span
from timeline.model import Moment, When
from timeline.normalise.faults import Faults
from timeline.normalise.words import quoted, shown
from timeline.problems import Location


def with_clock(when: When, text: str, at: Location, faults: Faults) -> When:
    """``when`` at the clock time of ``text`` ("16:00", "16:00/19:00"), or as it was.

    Two times are those of the first and of the last day, which may be the same.
    """
    if not text:
        return when
    span = read_span(text)
    if span is None:
        faults.add(at, "E015", f"time {quoted(text)} cannot be read", "time: 16:00, or time: 16:00/19:00")
        return when
    start, end = span
    problem = _problem(when, start, end)
    if problem:
        message, hint = problem
        faults.add(at, "E015", f"time {quoted(text)} {message}", hint)
        return when
    if end is None:
        return replace(when, start=Moment.day(when.first, start))
    return replace(when, start=Moment.day(when.first, start), end=Moment.day(when.last, end))


def _problem(when: When, start: time, end: time | None) -> tuple[str, str] | None:
    """Why these times cannot stand on that date, and what to do; None when they can."""
    if not when.is_exact:
        return f"needs an exact day, and the date is {shown(when)}", "leave time out"
    if when.start.clock not in {None, start}:
        return f"is not that of the date, {shown(when)}", "write the time once"
    if end is not None and when.open_end:
        return "ends, but the date does not", "give the time of the beginning alone"
    if end is not None and when.first == when.last and end <= start:
        return "ends before it begins", "for a meeting past midnight let date span both days"
    return None

"""Spans from one moment to another, which must not end before they begin."""

from __future__ import annotations

from datetime import time

from timeline.dates.refused import Refused
from timeline.model.when import Moment, When


def spans_between(starts: tuple[Moment, ...], ends: tuple[Moment, ...], rule: str) -> tuple[When, ...]:
    """The spans from each start to each end that is not before it; raises Refused if there are none."""
    found = tuple(
        When(start, end, rule=rule) for start in starts for end in ends if not _is_before(end, start)
    )
    if not found:
        raise Refused("it ends before it begins", "the earlier date first")
    return found


def _is_before(end: Moment, start: Moment) -> bool:
    """Whether ``end`` is earlier: by the instant if both have an offset, else by the local time."""
    first, last = start.instant(""), end.instant("")
    if first is not None and last is not None:
        return last < first
    return (end.latest, end.clock or time.max) < (start.earliest, start.clock or time.min)


def span(start: Moment, end: Moment, rule: str) -> When:
    """The span from ``start`` to ``end``; raises Refused if it ends before it begins."""
    return spans_between((start,), (end,), rule)[0]

"""The date axis: which stretch of time a sheet shows, and where a moment stands on it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta

from timeline.layout.grid import grids
from timeline.model import Moment, Timeline
from timeline.scene import Grid

#: Clock times move a mark only on a sheet that shows less than this; on a longer one a day is a point.
_CLOCK_SPAN = timedelta(days=3)


@dataclass(frozen=True, slots=True)
class Axis:
    """The instants at shares 0 and 1, and the grids between them."""

    first: datetime
    last: datetime
    grids: tuple[Grid, ...]
    by_clock: bool

    def share(self, moment: Moment) -> tuple[float, float]:
        """The shares of its earliest and latest day (or minute); equal for a single day."""
        clock = (moment.clock if self.by_clock else None) or time()
        return (
            self._share(datetime.combine(moment.earliest, clock)),
            self._share(datetime.combine(moment.latest, clock)),
        )

    def _share(self, instant: datetime) -> float:
        return (instant - self.first) / (self.last - self.first)


def axis(timeline: Timeline, plot_width: float, margin: float) -> Axis:
    """The axis over all events of ``timeline``, for a plot of that many px.

    It begins on a grid line at or before the first event and ends on the last one. ``margin`` is how far
    (px) a date may stand out beyond the plot's right edge.
    """
    whens = [event.when for event in timeline.events]
    start = datetime.combine(min(when.first for when in whens), time())
    last = datetime.combine(max(when.last for when in whens), time())
    by_clock = last - start < _CLOCK_SPAN
    end = last.replace(hour=23, minute=59) if by_clock else last
    begin, found = grids(start, end, plot_width, margin, by_clock=by_clock)
    return Axis(begin, end, found, by_clock)

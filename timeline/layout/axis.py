"""The date axis: which stretch of time a sheet shows, and where a moment stands on it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from timeline.language import Language
from timeline.layout.ticks import PlotSize, grids
from timeline.model import Moment, Timeline
from timeline.model.scene import Grid

#: Clock times move a mark only on a sheet that shows less than this; on a longer one a day is a point.
_CLOCK_SPAN = timedelta(days=3)
#: A timeline of a single day is shown with so much before and after it.
_AROUND = timedelta(days=3)


@dataclass(frozen=True, slots=True)
class Axis:
    """The instants at shares 0 and 1, and the grids between them."""

    first: datetime
    last: datetime
    grids: tuple[Grid, ...]
    by_clock: bool

    def share(self, moment: Moment) -> tuple[float, float]:
        """The shares of its earliest and latest day; by the clock, of its minute or of whole days."""
        first, last = datetime.combine(moment.earliest, time()), datetime.combine(moment.latest, time())
        if self.by_clock and moment.clock:
            first = last = datetime.combine(moment.earliest, moment.clock)
        elif self.by_clock:
            last = _moved(last, timedelta(days=1))
        return self._share(first), self._share(last)

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
    by_clock = last - start < _CLOCK_SPAN and any(when.start.clock for when in whens)
    if by_clock:
        last = _moved(last, timedelta(days=1))
    elif start == last:
        start, last = _moved(start, -_AROUND), _moved(last, _AROUND)
    size = PlotSize(plot_width, margin, Language(timeline.language))
    begin, found = grids(start, last, size, by_clock=by_clock)
    return Axis(begin, last, found, by_clock)


def _moved(instant: datetime, by: timedelta) -> datetime:
    """So far on, or the first or last instant of the years 1 to 9999."""
    try:
        return instant + by
    except OverflowError:
        return (
            datetime.combine(date.min, time()) if by < timedelta() else datetime.combine(date.max, time.max)
        )

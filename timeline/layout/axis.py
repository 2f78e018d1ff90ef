"""The date axis: the time that a scene covers, and the positions of moments on it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from timeline.language import Language
from timeline.layout.ticks import PlotSize, grids
from timeline.model import Moment, Timeline
from timeline.model.scene import Grid

#: Clock times move a mark only on a shorter axis than this; on a longer one a day is a point.
_CLOCK_SPAN = timedelta(days=3)
#: How much an axis shows before and after the events of a single day.
_AROUND = timedelta(days=3)


@dataclass(frozen=True, slots=True)
class Axis:
    """The instants at shares 0 and 1, and the grids between them.

    ``by_clock``: whether clock times move a mark.
    """

    first: datetime
    last: datetime
    grids: tuple[Grid, ...]
    by_clock: bool

    def share(self, moment: Moment) -> tuple[float, float]:
        """The shares of its earliest and latest day; ``by_clock`` of its minute, or of whole days."""
        first, last = datetime.combine(moment.earliest, time()), datetime.combine(moment.latest, time())
        if self.by_clock and moment.clock:
            first = last = datetime.combine(moment.earliest, moment.clock)
        elif self.by_clock:
            last = _shifted(last, timedelta(days=1))
        return self._share(first), self._share(last)

    def _share(self, instant: datetime) -> float:
        return (instant - self.first) / (self.last - self.first)


def axis(timeline: Timeline, plot_width: float, margin: float) -> Axis:
    """The axis for all events of ``timeline`` in a plot ``plot_width`` px wide.

    It begins on a grid line at or before the first event and ends with the last event. ``margin`` is how
    far (px) a date may extend beyond the plot's right edge.
    """
    whens = [event.when for event in timeline.events]
    start = datetime.combine(min(when.first for when in whens), time())
    last = datetime.combine(max(when.last for when in whens), time())
    by_clock = last - start < _CLOCK_SPAN and any(when.start.clock for when in whens)
    if by_clock:
        last = _shifted(last, timedelta(days=1))
    elif start == last:
        start, last = _shifted(start, -_AROUND), _shifted(last, _AROUND)
    size = PlotSize(plot_width, margin, Language(timeline.language))
    begin, found = grids(start, last, size, by_clock=by_clock)
    return Axis(begin, last, found, by_clock)


def _shifted(instant: datetime, by: timedelta) -> datetime:
    """``instant`` plus ``by``, at least the first and at most the last instant of the years 1 to 9999."""
    try:
        return instant + by
    except OverflowError:
        return (
            datetime.combine(date.min, time()) if by < timedelta() else datetime.combine(date.max, time.max)
        )

"""The date axis: the time that a scene covers, and the positions of moments on it."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.language import Language
from timeline.layout.ticks import PlotSize, grids
from timeline.model import Moment, Timeline, When
from timeline.model.clock import position
from timeline.model.scene import Grid
from timeline.model.seconds import DAY, EARLIEST, LATEST

#: On a shorter axis than this with clock times, a day without one has its length; on a longer one, it is
#: the point at which it begins.
_DAYS_AS_POINTS = 3 * DAY
#: How much an axis shows before and after the events of a single day.
_AROUND = 3 * DAY


@dataclass(frozen=True, slots=True)
class Axis:
    """The instants (`timeline.model.seconds`) at shares 0 and 1, and the grids between them.

    ``clock`` is the zone whose clocks the axis follows, or "". With ``has_clock`` there are clock times,
    with ``has_long_days`` a day reaches from its beginning to its end.
    """

    first: int
    last: int
    grids: tuple[Grid, ...]
    clock: str
    has_clock: bool
    has_long_days: bool

    def extent(self, when: When) -> tuple[float, float]:
        """The shares of the first and last instant of what is known of a date."""
        start, end = self._moment(when.start, when.zone)
        if when.end:
            end = max(start, self._moment(when.end, when.zone)[1])
        return self.share(start), self.share(end)

    def share(self, instant: int) -> float:
        """The share of the axis up to an instant."""
        return (instant - self.first) / (self.last - self.first)

    def _moment(self, moment: Moment, zone: str) -> tuple[int, int]:
        return _extent(moment, zone, self.clock, has_long_days=self.has_long_days)


def axis(timeline: Timeline, plot_width: float, margin: float) -> Axis:
    """The axis for all events of ``timeline`` in a plot ``plot_width`` px wide.

    It begins on a grid line at or before the first event and ends with the last event. ``margin`` is how
    far (px) a date may extend beyond the plot's right edge.
    """
    whens = [event.when for event in timeline.events]
    has_clock = any(moment.clock for when in whens for moment in (when.start, when.end) if moment)
    start, last = _bounds(whens, timeline.clock, has_long_days=False)
    has_long_days = has_clock and last - start < _DAYS_AS_POINTS
    if has_long_days:
        start, last = _bounds(whens, timeline.clock, has_long_days=True)
    if start == last:
        day = start // DAY * DAY
        start, last = (day, day + DAY) if has_clock else (start - _AROUND, last + _AROUND)
    start, last = max(EARLIEST, start), min(LATEST, last)
    size = PlotSize(plot_width, margin, Language(timeline.language))
    begin, found = grids(start, last, size, by_clock=has_clock)
    return Axis(begin, last, found, timeline.clock, has_clock, has_long_days)


def _bounds(whens: list[When], clock: str, *, has_long_days: bool) -> tuple[int, int]:
    """The first and the last instant of all dates."""
    extents = [
        _extent(moment, when.zone, clock, has_long_days=has_long_days)
        for when in whens
        for moment in (when.start, when.end)
        if moment
    ]
    return min(first for first, _ in extents), max(last for _, last in extents)


def _extent(moment: Moment, zone: str, clock: str, *, has_long_days: bool) -> tuple[int, int]:
    first = position(moment, zone, clock)
    if moment.clock:
        return first, first
    return first, min(LATEST, (moment.latest.toordinal() + has_long_days) * DAY)

"""The date axis: the time that a scene covers, and the positions of moments on it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from timeline.language import Language
from timeline.layout.ticks import PlotSize, Step, grids
from timeline.model import Event, Moment, Timeline, When
from timeline.model.clock import position
from timeline.model.scene import Grid
from timeline.model.seconds import DAY, EARLIEST, LATEST, MINUTE, at_day

#: On a shorter axis than this with clock times, a day without one has its length; on a longer one, it is
#: the point at which it begins.
_DAYS_AS_POINTS = 3 * DAY
#: The least time that a plot may show, in seconds: so much, or a day where no event has a clock time.
LEAST_BY_CLOCK = 10 * MINUTE
#: How much an axis shows before and after the events of a single day.
_AROUND = 3 * DAY


@dataclass(frozen=True, slots=True)
class Known:
    """What scenes of all widths need to know of a timeline's events, found out for the first of them.

    ``extents`` are the first and the last instant of the dates by their `id`, each with the date itself,
    which so keeps its id; ``periods`` when the events' periods begin, and whether they are uncertain;
    ``ranked`` the events of each track by importance.
    """

    extents: dict[tuple[int, bool], tuple[When, int, int]] = field(default_factory=dict)
    periods: dict[tuple[str, Step], tuple[int, bool]] = field(default_factory=dict)
    ranked: dict[str, list[Event]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Axis:
    """The instants (`timeline.model.seconds`) at shares 0 and 1, and the grids.

    They are the ends of the part that is shown first; ``whole`` are the shares of the ends of all.

    ``clock`` is the zone whose clocks the axis follows, or "". With ``has_clock`` there are clock times,
    with ``has_long_days`` a day reaches from its beginning to its end.
    """

    first: int
    last: int
    whole: tuple[float, float]
    grids: tuple[Grid, ...]
    clock: str
    has_clock: bool
    has_long_days: bool
    known: Known = field(default_factory=Known, compare=False)

    def extent(self, when: When) -> tuple[float, float]:
        """The shares of the first and last instant of what is known of a date."""
        start, end = _extent_of(when, self.clock, self.known, has_long_days=self.has_long_days)
        return self.share(start), self.share(end)

    def beginning(self, when: When) -> tuple[int, int]:
        """The instants of the earliest and the latest day on which it may have begun, or of its clock."""
        earliest = position(when.start, when.zone, self.clock)
        return earliest, earliest if when.start.clock else at_day(when.start.latest)

    def instant(self, share: float) -> int:
        """The instant at a share of the axis, to the second."""
        return self.first + round((self.last - self.first) * share)

    def share(self, instant: int) -> float:
        """The share of the axis up to an instant."""
        return (instant - self.first) / (self.last - self.first)

    def day_end(self, when: When) -> float | None:
        """Where the day of a date ends, if it is a point among clock times."""
        if not self.has_clock or self.has_long_days or when.start.clock:
            return None
        return self.share((when.start.latest.toordinal() + 1) * DAY)

    @property
    def deepest(self) -> float:
        """The zoom at which the plot shows the least time that it may show."""
        return (self.last - self.first) / (LEAST_BY_CLOCK if self.has_clock else DAY)


def axis(timeline: Timeline, plot_width: float, margin: float, known: Known | None = None) -> Axis:
    """The axis for all events of ``timeline`` in a plot ``plot_width`` px wide.

    It begins on a grid line at or before the first event and ends with the last event. ``margin`` is how
    far (px) a date may extend beyond the plot's right edge. ``known`` is that of another axis of
    these events.
    """
    known = known or Known()
    whens = [event.when for event in timeline.events]
    has_clock = any(moment.clock for when in whens for moment in (when.start, when.end) if moment)
    start, last = _bounds(whens, timeline.clock, known, has_long_days=False)
    has_long_days = has_clock and last - start < _DAYS_AS_POINTS
    if has_long_days:
        start, last = _bounds(whens, timeline.clock, known, has_long_days=True)
    if start == last:
        day = start // DAY * DAY
        start, last = (day, day + DAY) if has_clock else (start - _AROUND, last + _AROUND)
    start, last = max(EARLIEST, start), min(LATEST, last)
    size = PlotSize(plot_width, margin, Language(timeline.language))
    if timeline.view is None:
        begin, found = grids(start, last, size, by_clock=has_clock)
        return Axis(begin, last, (0.0, 1.0), found, timeline.clock, has_clock, has_long_days, known)
    end = min(LATEST, at_day(timeline.view.last) + DAY)
    first, shown = grids(at_day(timeline.view.first), end, size, by_clock=has_clock)
    last = max(last, end)
    begin, found = grids(min(start, first), last, size, by_clock=has_clock)
    whole = Axis(begin, last, (0.0, 1.0), found, timeline.clock, has_clock, has_long_days, known)
    return _showing(whole, first, end, shown)


def _showing(axis: Axis, first: int, last: int, shown: tuple[Grid, ...]) -> Axis:
    """The same axis with its shares counted from ``first`` to ``last``, where its grids are ``shown``."""
    start, zoom = axis.share(first), (axis.last - axis.first) / (last - first)
    grids = tuple(
        Grid(
            grid.zoom / zoom,
            tuple(replace(tick, x=(tick.x - start) * zoom) for tick in grid.ticks),
            grid.minor * zoom,
        )
        for grid in axis.grids
        if grid.zoom < zoom
    )
    whole = -start * zoom, (1 - start) * zoom
    return replace(axis, first=first, last=last, whole=whole, grids=(*grids, *shown))


def _bounds(whens: list[When], clock: str, known: Known, *, has_long_days: bool) -> tuple[int, int]:
    """The first and the last instant of all dates."""
    extents = [_extent_of(when, clock, known, has_long_days=has_long_days) for when in whens]
    return min(first for first, _ in extents), max(last for _, last in extents)


def _extent_of(when: When, clock: str, known: Known, *, has_long_days: bool) -> tuple[int, int]:
    key = id(when), has_long_days
    if key not in known.extents:
        first, last = _extent(when.start, when.zone, clock, has_long_days=has_long_days)
        if when.end:
            last = max(last, _extent(when.end, when.zone, clock, has_long_days=has_long_days)[1])
        known.extents[key] = when, first, last
    return known.extents[key][1:]


def _extent(moment: Moment, zone: str, clock: str, *, has_long_days: bool) -> tuple[int, int]:
    first = position(moment, zone, clock)
    if moment.clock:
        return first, first
    return first, min(LATEST, (moment.latest.toordinal() + has_long_days) * DAY)

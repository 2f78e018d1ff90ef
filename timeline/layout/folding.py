"""Lanes that have no room for all their events are folded: a few labels above columns of squares."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import ceil, inf

from timeline.layout.axis import Axis
from timeline.layout.placement import Frame, Placed, place
from timeline.layout.skyline import PERIODS, inside, period_of
from timeline.layout.ticks import Step, next_line
from timeline.model import Event, Shape
from timeline.model.scene.clusters import Cluster, Clusters
from timeline.model.scene.skyline import GAP, SQUARE
from timeline.model.sources.origins import origins

#: The greatest height in px of a scene on a page: one and a half screens.
TALLEST = 1200.0
#: Fewer events than these are always laid out whole: one can read them all.
FOLDED_FROM = 100
#: A scene has at most so many marks, and so many clusters.
MOST_MARKS, _MOST_CLUSTERS = 1500, 1000
#: A scene of so many events has as many labels in its folded lanes, one of more events fewer.
_FEW, _LABELS_OF_FEW, _LABELS_OF_MANY = 300, 120, 40
#: The width in px of the narrowest plot with clusters, which are the same in wider ones.
_NARROWEST = 536.0
#: The most squares of a column where lanes are few and where they are many, and their part of a lane.
_HIGHEST, _LOWEST, _PART = 12, 3, 0.4
#: Px between the lowest row of labels and the highest column; and the height of a square with its gap.
ABOVE_COLUMNS, CELL = 4.0, SQUARE + GAP
#: Kinds of event from those that change most to those that change least, by the shapes of their marks.
_WEIGHT = {shape: rank for rank, shape in enumerate((Shape.SQUARE, Shape.DISC, Shape.RING, Shape.DOT))}


def importance(event: Event, shape: Shape) -> tuple[int, int, int]:
    """A key by which more important events come first.

    Main events are more important than others, then those with more independent sources, then decisions,
    meetings, calls and statements in this order.
    """
    return -event.key, -len(origins(event.sources)), _WEIGHT[shape]


def shared(needs: Sequence[float], room: float) -> list[float]:
    """How much of ``room`` each gets: what it needs or else an equal share of what the others leave.

    >>> shared([10, 70, 50], 90)
    [10, 40.0, 40.0]
    """
    found = list(needs)
    left = room
    for number, at in enumerate(sorted(range(len(needs)), key=needs.__getitem__)):
        found[at] = min(needs[at], left / (len(needs) - number))
        left -= found[at]
    return found


def most_labels(events: int) -> int:
    """How many labels the folded lanes of a scene of so many events have at most."""
    return _LABELS_OF_FEW if events <= _FEW else _LABELS_OF_MANY


@dataclass(frozen=True, slots=True)
class Folded:
    """What a folded lane shows: marks with labels in ``rows`` rows, and below them all ``others``."""

    placed: tuple[Placed, ...]
    others: tuple[Event, ...]
    rows: int


@dataclass(frozen=True, slots=True)
class Folding:
    """What folding needs: the axis, the frame, the shapes of marks, the height of rows, and how many lanes
    the scene has and how much ``room`` for the events of each (px).
    """

    dates: Axis
    frame: Frame
    shape_of: Callable[[Event], Shape]
    row_height: float
    lanes: int
    room: float

    @property
    def highest(self) -> int:
        """The most squares of a column; at least one."""
        many = min(_LOWEST, int(self.room / CELL))
        return max(1, many, min(_HIGHEST, int(self.room * _PART / CELL)))

    def in_view(self, events: Sequence[Event]) -> list[Event]:
        """The events of which any is in the part that is shown first."""
        if self.dates.whole == (0.0, 1.0):
            return list(events)
        extents = ((event, *self.dates.extent(event.when)) for event in events)
        return [event for event, start, end in extents if end >= 0 and start <= 1]

    def fold(self, events: Sequence[Event], labels: int, room: float) -> Folded:
        """The most important ``labels`` events in view in as many rows as fit above the columns in ``room``
        px.
        """
        limit = max(0, int((room - self.highest * CELL - ABOVE_COLUMNS) // self.row_height))
        chosen = self.in_view(self._ranked(events))[:labels]
        found = place(chosen, self.shape_of, self.dates, self.frame, most_rows=limit) if limit else []
        placed = tuple(entry for entry in found if entry.zoom < inf)
        marked = {entry.event.id for entry in placed}
        return Folded(
            placed,
            tuple(event for event in events if event.id not in marked),
            max((entry.row + entry.rows for entry in placed), default=0),
        )

    def _ranked(self, events: Sequence[Event]) -> list[Event]:
        ranked = self.dates.known.ranked
        track = events[0].track
        if track not in ranked:
            ranked[track] = sorted(events, key=lambda event: importance(event, self.shape_of(event)))
        return ranked[track]

    def clusters(self, groups: Mapping[int, Sequence[Event]]) -> Clusters:
        """The events of each lane by period. Their y is still to be found."""
        dates, period = self.dates, self._period()
        found: list[Cluster] = []
        for lane, events in groups.items():
            bins: dict[int, list[tuple[str, bool]]] = defaultdict(list)
            for event in events:
                begin, is_faded = period_of(event, period, dates)
                bins[begin].append((event.id, is_faded))
            for begin, members in sorted(bins.items()):
                end = next_line(begin, period)
                x = inside(dates.share((begin + end) // 2), dates.whole)
                faded = sum(is_faded for _, is_faded in members)
                found.append(Cluster(lane, x, 0.0, begin, end, tuple(name for name, _ in members), faded))
        return Clusters(period.unit, period.every, self._per_square(found), tuple(found))

    def _period(self) -> Step:
        """The shortest period whose columns stand apart, and are not too many."""
        most = min(_NARROWEST / CELL, _MOST_CLUSTERS / self.lanes)
        time = self.dates.last - self.dates.first
        return next((one for one in PERIODS if time / one.length <= most), PERIODS[-1])

    def _per_square(self, clusters: Sequence[Cluster]) -> int:
        """For how many events a square stands, so that no column has more squares than it may."""
        number = ceil(max(len(cluster.events) for cluster in clusters) / self.highest)
        while any(
            ceil((len(one.events) - one.faded) / number) + ceil(one.faded / number) > self.highest
            for one in clusters
        ):
            number += 1
        return number

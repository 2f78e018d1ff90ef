"""The lanes of a scene one below the other, each as high as its events need or as there is room."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import inf
from typing import NamedTuple

from timeline.layout.folding import (
    ABOVE_COLUMNS,
    CELL,
    FOLDED_FROM,
    MOST_MARKS,
    Folded,
    Folding,
    most_labels,
    shared,
)
from timeline.layout.growing import grow_by_zoom
from timeline.layout.placement import Placed, place
from timeline.layout.zooming import label_by_zoom
from timeline.model import Event, Track
from timeline.model.scene import FONT_SIZE, MARGIN, Lane, Node, mark_size
from timeline.model.scene.clusters import Clusters
from timeline.typography import fit

_PAD = 6.5
_NAME_LINE = 20.0


def around(*, names_above: bool = False) -> float:
    """Px of a lane that are no rows."""
    return 2 * _PAD + (_NAME_LINE if names_above else 0.0)


class LaneSpace(NamedTuple):
    """Where the first lane begins, the height for all of them, and that of a row (px); the scene's width.

    With ``names_above``, the tracks' names stand above their rows instead of beside them.
    """

    top: float
    height: float
    row_height: int
    width: int
    names_above: bool

    @property
    def name_line(self) -> float:
        """The height of a name above the rows."""
        return _NAME_LINE if self.names_above else 0.0

    @property
    def around(self) -> float:
        """Px of a lane that are no rows."""
        return around(names_above=self.names_above)


class Lanes(NamedTuple):
    """The lanes from top to bottom, the nodes of all events, and the clusters if any are gathered."""

    lanes: tuple[Lane, ...]
    nodes: list[Node]
    clusters: Clusters | None


_Track = tuple[int, Track, Sequence[Event]]


def placed_lanes(tracks: Sequence[_Track], space: LaneSpace, folding: Folding) -> Lanes:
    """The lanes of tracks, each with its index and its events."""
    contents = _contents(tracks, space, folding)
    folded = {lane: content.others for lane, content in enumerate(contents) if isinstance(content, Folded)}
    groups = {lane: others for lane, others in folded.items() if others}
    clusters = folding.clusters(groups) if groups else None
    lanes: list[Lane] = []
    nodes: list[Node] = []
    top = space.top
    for number, ((index, track, _), content) in enumerate(zip(tracks, contents, strict=True)):
        first_row = top + _PAD + space.name_line
        if isinstance(content, Folded):
            placed: Sequence[Placed] = content.placed
            rows = content.rows * space.row_height + (ABOVE_COLUMNS if content.rows else 0)
            ground = first_row + max(space.row_height - space.name_line, rows + _columns(clusters, number))
            nodes += [_gathered(event, number, ground, folding) for event in content.others]
        else:
            placed = label_by_zoom(content, folding.frame, folding.dates.deepest)
            placed = grow_by_zoom(placed, folding.frame)
            ground = first_row + _rows(content) * space.row_height
        nodes += [
            _node(entry, number, first_row + (entry.row + 0.5) * space.row_height) for entry in placed
        ]
        name = fit(track.name, FONT_SIZE, space.width - 2 * MARGIN, bold=True)
        name_y = top + _PAD + (_NAME_LINE if space.names_above else space.row_height) / 2
        lanes.append(Lane(name, index, top, ground + _PAD, name_y, track.colour))
        top = ground + _PAD
    return Lanes(tuple(lanes), nodes, _standing(clusters, lanes))


def _columns(clusters: Clusters | None, lane: int) -> float:
    """The height of the highest column of a lane in what is shown first."""
    shown = [one for one in clusters.each if one.lane == lane and 0 <= one.x <= 1] if clusters else []
    return max((sum(clusters.squares(one)) for one in shown if clusters), default=0) * CELL


def _standing(clusters: Clusters | None, lanes: Sequence[Lane]) -> Clusters | None:
    """The clusters on the grounds of their lanes."""
    if clusters is None:
        return None
    each = tuple(replace(cluster, y=lanes[cluster.lane].bottom - _PAD) for cluster in clusters.each)
    return replace(clusters, each=each)


def _contents(
    tracks: Sequence[_Track], space: LaneSpace, folding: Folding
) -> Sequence[Sequence[Placed] | Folded]:
    """The events of each track placed, or folded where all of them together would need too much room."""
    counts = [len(events) for _, _, events in tracks]
    shown = [len(folding.in_view(events)) for _, _, events in tracks]
    labels = shared(shown, most_labels(sum(shown)))
    may_fold = space.height < inf and sum(counts) >= FOLDED_FROM
    is_crowd = may_fold and sum(counts) > MOST_MARKS
    placed = [
        None
        if is_crowd and len(events) > most
        else place(events, folding.shape_of, folding.dates, folding.frame)
        for (_, _, events), most in zip(tracks, labels, strict=True)
    ]
    needs = [
        inf
        if one is None or (may_fold and _is_crammed(one))
        else _rows(one) * space.row_height + space.around
        for one in placed
    ]
    rooms = shared(needs, space.height) if may_fold else needs
    return [
        one
        if one is not None and need <= room
        else folding.fold(events, max(1, int(most)), room - space.around)
        for (_, _, events), one, need, room, most in zip(tracks, placed, needs, rooms, labels, strict=True)
    ]


def _is_crammed(placed: Sequence[Placed]) -> bool:
    """Whether some marks have no label."""
    return any(entry.zoom == inf for entry in placed)


def _rows(placed: Sequence[Placed]) -> int:
    return max(entry.row + entry.rows for entry in placed)


def _node(entry: Placed, lane: int, y: float) -> Node:
    """The placed event as a node of that lane, in the row whose middle is at ``y``."""
    event = entry.event
    return Node(
        event=event.id,
        lane=lane,
        label=entry.label,
        mark_kind=entry.mark_kind,
        start=entry.start,
        x=(entry.start + entry.end) / 2 if entry.mark_kind in {"soft", "blur"} else entry.start,
        end=entry.end,
        y=y,
        shape=entry.shape,
        size=entry.size,
        key=event.key,
        hollow=not event.is_held,
        side=entry.side or 1,
        width=entry.width,
        zoom=entry.zoom,
        title_zoom=entry.title_zoom,
        note=entry.note,
        along=entry.side == 0,
        along_from=entry.along_from if entry.side == 0 else None,
        band_from=entry.band_from,
        day_end=entry.day_end,
    )


def _gathered(event: Event, lane: int, y: float, folding: Folding) -> Node:
    """An event in a cluster that stands on ``y``."""
    shape = folding.shape_of(event)
    start, end = folding.dates.extent(event.when)
    return Node(
        event=event.id,
        lane=lane,
        label=event.label,
        mark_kind="dot",
        start=start,
        x=start,
        end=folding.frame.whole[1] if event.when.open_end else end,
        y=y,
        shape=shape,
        size=mark_size(shape, key=event.key),
        key=event.key,
        hollow=not event.is_held,
        side=1,
        width=0.0,
        zoom=inf,
        gathered=True,
    )

"""Places the events of one track: each in a row, with labels that never overlap."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from math import ceil, inf, log2

from timeline.layout.axis import Axis
from timeline.layout.rows import SPACE, Row
from timeline.model import Event, Shape
from timeline.model.scene import FONT_SIZE, label_gap, mark_size
from timeline.typography import fit, text_width

#: A track has at most this many rows; labels that find no place then are shown only after zooming in ...
MAX_ROWS = 12
#: ... but events of the same day, which no zoom separates, may have up to this many.
_MAX_PILE = 100
#: Rows at the bottom of a track for marks that found no place in the others.
_BOTTOM_ROWS = 3
#: Labels may wait for the zooms up to this power of two, or for those up to the deepest zoom.
_LEVELS = 14
#: A label's sides in order of preference: right of the mark (1), left of it (-1), along the bar (0).
_SIDES = (1, -1, 0)
#: The kinds of marks that a label may stand along.
_BARS = frozenset({"span", "soft"})


@dataclass(frozen=True, slots=True)
class Frame:
    """The bounds of labels: so many px beyond the ends of the plot.

    ``whole`` are the shares between which there are events; at zoom 1 only those from 0 to 1 are in view.
    """

    plot_width: float
    margin: float
    whole: tuple[float, float]

    def is_in_view(self, share: float, zoom: float) -> bool:
        """Whether that place is in the part that the plot shows first, at that zoom."""
        return zoom == 1 and 0 <= share <= 1

    def bounds(self, anchor: float, zoom: float) -> tuple[float, float]:
        """The least and greatest px, from share 0, of a label at the share ``anchor``."""
        first, last = (0.0, 1.0) if self.is_in_view(anchor, zoom) else self.whole
        width = self.plot_width * zoom
        return first * width - self.margin, last * width + self.margin


@dataclass(frozen=True, slots=True)
class Placed:
    """An event with its mark, label and row.

    ``start`` and ``end`` are shares of the plot, ``width`` (of the label) and ``size`` are px. The label
    is shown from ``zoom`` on, on one of the ``_SIDES``.
    """

    event: Event
    mark_kind: str
    label: str
    start: float
    end: float
    width: float
    size: float
    shape: Shape = Shape.DISC
    row: int = 0
    side: int = 1
    zoom: float = inf
    band_from: float = 0.0
    day_end: float | None = None

    @property
    def along_from(self) -> float:
        """Where a label along a bar begins: with the bar, but not before the part that is shown first."""
        return max(0.0, self.start) if self.is_in_view else self.start

    def anchor(self, side: int) -> float:
        """The share from which a label on that side is measured."""
        return {1: self.end, -1: self.start, 0: self.along_from}[side]

    @property
    def is_in_view(self) -> bool:
        """Whether any of the mark is in the part that is shown first."""
        return self.end >= 0 and self.start <= 1

    def extent(self, plot_width: float, side: int) -> tuple[float, float]:
        """The left and right end of mark and label in px, in a plot ``plot_width`` px wide."""
        start, end = self.mark_extent(plot_width)
        reach = label_gap(self.size) + self.width
        return {
            1: (start, self.end * plot_width + reach),
            -1: (self.start * plot_width - reach, end),
            0: (start, max(end, self.along_from * plot_width + reach)),
        }[side]

    def text_extent(self, plot_width: float) -> tuple[float, float]:
        """The left and right end of the label alone."""
        gap, reach = label_gap(self.size), label_gap(self.size) + self.width
        if self.side < 0:
            return self.start * plot_width - reach, self.start * plot_width - gap
        at = self.anchor(self.side) * plot_width
        return at + gap, at + reach

    def mark_extent(self, plot_width: float) -> tuple[float, float]:
        """The left and right end of the mark alone."""
        return self.start * plot_width - self.size, self.end * plot_width + self.size


def place(
    events: Sequence[Event], shape_of: Callable[[Event], Shape], axis: Axis, frame: Frame
) -> list[Placed]:
    """The events of a track placed in rows, in the order given; ``shape_of`` gives the shapes of marks.

    Labels of a row never overlap, at any zoom at which they are shown. A label stands right of its mark;
    left of it near the right edge or where only that side is free; above a bar without room beside it.
    """
    entries = [_measured(event, shape_of(event), axis, frame) for event in events]
    limit = max(MAX_ROWS, min(_MAX_PILE, max(Counter(entry.start for entry in entries).values())))
    rows: list[Row] = []
    placed: dict[str, Placed] = {}
    for entry in sorted(entries, key=lambda entry: (entry.start, not entry.event.key)):
        found = _in_some_row(entry, rows, frame)
        if not found and len(rows) < limit:
            rows.append(Row())
            found = _in_row(replace(entry, row=len(rows) - 1), rows[-1], frame)
        placed[entry.event.id] = found or entry
    count = _give_rows_to_bare_marks(placed, rows, frame.plot_width)
    _label_by_zoom(placed, count, frame, axis.deepest)
    _hide_by_zoom(placed, frame)
    return [placed[event.id] for event in events]


def _measured(event: Event, shape: Shape, axis: Axis, frame: Frame) -> Placed:
    """The event's mark, and its label, shortened to the widest room that it can have."""
    when = event.when
    start, end = axis.extent(when)
    mark_kind = "dot" if when.is_exact and start == end else "soft"
    size = mark_size(shape, key=event.key)
    band_from = 0.0
    if when.end or when.open_end:
        mark_kind = "span"
        end = frame.whole[1] if when.open_end else end
    elif mark_kind == "soft" and (end - start) * frame.plot_width < 2 * size:
        mark_kind = "blur"
        band_from = 2 * size / ((end - start) * frame.plot_width) if end > start else inf
    begins = max(0.0, start) if mark_kind in _BARS and end >= 0 else start
    left, right = frame.bounds(begins, 1.0)
    at = begins * frame.plot_width
    room = max(right - at, at - left) - label_gap(size)
    label = fit(event.label, FONT_SIZE, room, bold=event.key)
    width = text_width(label, FONT_SIZE, bold=event.key)
    day_end = axis.day_end(when) if mark_kind == "dot" else None
    return Placed(
        event, mark_kind, label, start, end, width, size, shape, band_from=band_from, day_end=day_end
    )


def _in_some_row(entry: Placed, rows: list[Row], frame: Frame) -> Placed | None:
    """Takes the first row with room on the best side; None if there is none."""
    for side in _SIDES:
        for number, row in enumerate(rows):
            found = _in_row(entry, row, frame, sides=(side,))
            if found:
                return replace(found, row=number)
    return None


def _in_row(
    entry: Placed, row: Row, frame: Frame, zoom: float = 1.0, sides: Sequence[int] = _SIDES
) -> Placed | None:
    """Takes room in ``row`` on the first of ``sides`` that is free at this zoom; None if none is."""
    for side, (left, right) in _extents_within(entry, frame, zoom, sides):
        if row.is_free(left, right):
            row.take(left, right)
            return replace(entry, side=side, zoom=zoom)
    return None


def _extents_within(
    entry: Placed, frame: Frame, zoom: float, sides: Sequence[int]
) -> Iterator[tuple[int, tuple[float, float]]]:
    """The ``sides`` on which the label stays within the frame, each with the left and right end (px).

    At first, the label of a mark in view is in view too: a bar that leaves it has its label inside.
    """
    width = frame.plot_width * zoom
    for side in sides:
        left, right = entry.extent(width, side)
        anchor = entry.anchor(side)
        first, last = frame.bounds(anchor, zoom)
        text_right = entry.along_from * width + label_gap(entry.size) + entry.width
        within = {
            1: right <= last,
            -1: left >= first,
            0: entry.mark_kind in _BARS and text_right <= last,
        }
        is_seen = zoom > 1 or not entry.is_in_view or frame.is_in_view(anchor, zoom)
        if within[side] and is_seen:
            yield side, (left, right)


def _give_rows_to_bare_marks(placed: dict[str, Placed], rows: list[Row], plot_width: float) -> int:
    """Gives each mark without a label a row with room for it, or one at the bottom of the track.

    Returns the number of rows.
    """
    overflow = 0
    for name, entry in placed.items():
        if entry.zoom < inf:
            continue
        left, right = entry.mark_extent(plot_width)
        number = next((number for number, row in enumerate(rows) if row.is_free(left, right)), None)
        if number is None:
            number = len(rows) + overflow % _BOTTOM_ROWS
            overflow += 1
        else:
            rows[number].take(left, right)
        placed[name] = replace(entry, row=number)
    return len(rows) + min(overflow, _BOTTOM_ROWS)


def _label_by_zoom(placed: dict[str, Placed], count: int, frame: Frame, deepest: float) -> None:
    """Gives each unlabelled event the first zoom at which its row has room for its label."""
    for level in range(1, 1 + max(_LEVELS, ceil(log2(deepest)))):
        zoom = 2.0**level
        waiting = [entry for entry in placed.values() if entry.zoom == inf]
        if not waiting:
            return
        rows = [Row() for _ in range(count)]
        for entry in placed.values():
            if entry.zoom < zoom:
                rows[entry.row].take(*entry.extent(frame.plot_width * zoom, entry.side))
        for entry in waiting:
            found = _in_row(entry, rows[entry.row], frame, zoom)
            placed[entry.event.id] = found or entry


def _hide_by_zoom(placed: dict[str, Placed], frame: Frame) -> None:
    """Gives each event that is labelled in the part shown first the least zoom at which its label has room.

    Below zoom 1 the chart shows more of the time than at first: marks come together and may meet, but no
    label stands on a mark or on another label.
    """
    least = 1 / (frame.whole[1] - frame.whole[0])
    rows: dict[int, list[Placed]] = {}
    for entry in placed.values():
        rows.setdefault(entry.row, []).append(entry)
    for row in rows.values():
        shown: list[Placed] = []
        zoom = least
        while zoom < 1:
            for entry in sorted(row, key=lambda entry: not entry.event.key):
                if entry.zoom == 1 and entry not in shown and _has_room(entry, row, shown, frame, zoom):
                    shown.append(entry)
                    placed[entry.event.id] = replace(entry, zoom=zoom)
            zoom *= 2


def _has_room(
    entry: Placed, row: Sequence[Placed], shown: Sequence[Placed], frame: Frame, zoom: float
) -> bool:
    """Whether the label is within the frame, and apart from the marks and the labels shown in its row."""
    width = frame.plot_width * zoom
    left, right = entry.text_extent(width)
    first, last = frame.bounds(entry.start, zoom)
    marks = [other.mark_extent(width) for other in row if other is not entry]
    labels = [other.text_extent(width) for other in shown]
    return (
        first <= left
        and right <= last
        and all(right <= start or end <= left for start, end in marks)
        and all(right + SPACE <= start or end + SPACE <= left for start, end in labels)
    )

"""Places the events of one track: each in a row, with labels that never overlap."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import inf

from timeline.layout.axis import Axis
from timeline.layout.rows import Row
from timeline.model import Event
from timeline.model.scene import FONT_SIZE, label_gap, mark_size
from timeline.typography import fit, text_width

#: A track has at most this many rows; labels that find no place then are shown only after zooming in ...
MAX_ROWS = 12
#: ... but events of the same day, which no zoom separates, may have up to this many.
_MAX_PILE = 100
#: Rows at the bottom of a track for marks that found no place in the others.
_BOTTOM_ROWS = 3
#: The least share of the plot that a faded band takes, so that its soft ends can be seen.
_MIN_BAND = 0.045
_ZOOMS = tuple(2.0**level for level in range(1, 15))
#: A label's sides in order of preference: right of the mark (1), left of it (-1), along the bar (0).
_SIDES = (1, -1, 0)


@dataclass(frozen=True, slots=True)
class Frame:
    """The bounds of labels, in px from the plot's left edge at zoom 1."""

    plot_width: float
    left: float
    right: float

    @property
    def overhang(self) -> float:
        """How far (px) a label may extend beyond the plot's right edge."""
        return self.right - self.plot_width


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
    row: int = 0
    side: int = 1
    zoom: float = inf

    def extent(self, plot_width: float, side: int) -> tuple[float, float]:
        """The left and right end of mark and label in px, in a plot ``plot_width`` px wide."""
        start, end = self.mark_extent(plot_width)
        reach = label_gap(self.size) + self.width
        return {
            1: (start, self.end * plot_width + reach),
            -1: (self.start * plot_width - reach, end),
            0: (start, max(end, self.start * plot_width + reach)),
        }[side]

    def mark_extent(self, plot_width: float) -> tuple[float, float]:
        """The left and right end of the mark alone."""
        return self.start * plot_width - self.size, self.end * plot_width + self.size


def place(events: Sequence[Event], shape: str, axis: Axis, frame: Frame) -> list[Placed]:
    """The events of a track placed in rows, in the order given; ``shape`` is that of the track's marks.

    Labels of a row never overlap, at any zoom at which they are shown. A label stands right of its mark;
    left of it near the right edge or where only that side is free; above a bar without room beside it.
    """
    entries = [_measured(event, shape, axis, frame) for event in events]
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
    _label_by_zoom(placed, count, frame)
    return [placed[event.id] for event in events]


def _measured(event: Event, shape: str, axis: Axis, frame: Frame) -> Placed:
    """The event's mark, and its label, shortened to the widest room that it can have."""
    when = event.when
    start, end = axis.extent(when)
    mark_kind = "dot" if when.is_exact and start == end else "soft"
    if when.end or when.open_end:
        mark_kind = "span"
        end = 1.0 if when.open_end else end
    elif mark_kind == "soft" and end - start < _MIN_BAND:
        start, end = max(0.0, start - _MIN_BAND / 2), min(1.0, end + _MIN_BAND / 2)
    size = mark_size(shape, key=event.key)
    after = start if mark_kind != "dot" else end
    room = max(frame.right - after * frame.plot_width, start * frame.plot_width - frame.left) - label_gap(
        size
    )
    label = fit(event.label, FONT_SIZE, room, bold=event.key)
    return Placed(event, mark_kind, label, start, end, text_width(label, FONT_SIZE, bold=event.key), size)


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
    """The ``sides`` on which the label stays within the frame, each with the left and right end (px)."""
    width = frame.plot_width * zoom
    for side in sides:
        left, right = entry.extent(width, side)
        text_right = entry.start * width + label_gap(entry.size) + entry.width
        within = {
            1: right <= width + frame.overhang,
            -1: left >= frame.left,
            0: entry.mark_kind != "dot" and text_right <= width + frame.overhang,
        }
        if within[side]:
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


def _label_by_zoom(placed: dict[str, Placed], count: int, frame: Frame) -> None:
    """Gives each unlabelled event the first zoom at which its row has room for its label."""
    for zoom in _ZOOMS:
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

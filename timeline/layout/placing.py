"""Where the events of one track stand: a row for each, and labels that never meet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import inf

from timeline.layout.axis import Axis
from timeline.layout.rows import Row
from timeline.layout.text import fit, text_width
from timeline.model import Event
from timeline.scene import FONT_SIZE, label_gap, mark_size

#: A track grows to so many rows; what finds no place then is labelled only when one zooms in ...
MAX_ROWS = 12
#: ... except that events of one day, which no zoom parts, may have more.
_MAX_PILE = 100
#: "About 12 February" is drawn at least so wide (px): soft ends need some length to be seen.
_SOFT = 24.0
_ZOOMS = tuple(2.0**level for level in range(1, 15))


@dataclass(frozen=True, slots=True)
class Frame:
    """What labels must stay within, in px from the plot's left edge, at zoom 1."""

    plot_width: float
    left: float
    right: float

    @property
    def overhang(self) -> float:
        """How far a label may stand out right of the plot."""
        return self.right - self.plot_width


@dataclass(frozen=True, slots=True)
class Placed:
    """An event with its mark (shares of the plot), its label, its row, and the zoom its label needs."""

    event: Event
    label: str
    start: float
    end: float
    width: float
    size: float
    row: int = 0
    side: int = 1
    zoom: float = inf

    def stretch(self, plot_width: float, side: int) -> tuple[float, float]:
        """Px from the left end of mark and label to their right end, for a plot that wide."""
        start, end = self.start * plot_width, self.end * plot_width
        reach = label_gap(self.size) + self.width
        return (start - self.size, end + reach) if side > 0 else (start - reach, end + self.size)


def place(events: Sequence[Event], shape: str, axis: Axis, frame: Frame) -> list[Placed]:
    """The events of a track whose marks have that shape, each in a row, in the order given.

    Labels of one row never meet, at any zoom from their own on. Main events choose their rows first. A
    label stands right of its mark, or left of it near the right edge and where only that is free.
    """
    entries = [_measured(event, shape, axis, frame) for event in events]
    limit = max(MAX_ROWS, min(_MAX_PILE, _largest_pile(entries)))
    rows: list[Row] = []
    placed: dict[str, Placed] = {}
    for entry in sorted(entries, key=lambda entry: not entry.event.key):
        found = _first_room(entry, rows, frame, 1.0, limit)
        if found:
            placed[entry.event.id] = found
    homeless = [entry for entry in entries if entry.event.id not in placed]
    for number, entry in enumerate(homeless):
        placed[entry.event.id] = replace(entry, row=number % len(rows))
    _label_by_zoom(placed, len(rows), frame)
    return [placed[event.id] for event in events]


def _measured(event: Event, shape: str, axis: Axis, frame: Frame) -> Placed:
    """The event's mark and the width of its label, cut to the room beside the mark."""
    start = axis.share(event.when.start)[0]
    end = axis.share(event.when.end or event.when.start)[1]
    if event.when.open_end:
        end = 1.0
    size = mark_size(shape, key=event.key)
    if not event.when.is_exact and (short := _SOFT / frame.plot_width - (end - start)) > 0:
        start, end = max(0.0, start - short / 2), min(1.0, end + short / 2)
    room = max(frame.right - end * frame.plot_width, start * frame.plot_width - frame.left) - label_gap(
        size
    )
    label = fit(event.label, FONT_SIZE, room, bold=event.key)
    return Placed(event, label, start, end, text_width(label, FONT_SIZE, bold=event.key), size)


def _largest_pile(entries: list[Placed]) -> int:
    """How many events stand on the fullest spot."""
    spots = [entry.start for entry in entries]
    return max(map(spots.count, set(spots)))


def _first_room(entry: Placed, rows: list[Row], frame: Frame, zoom: float, limit: int) -> Placed | None:
    """The entry in the first row that has room for it, which is then taken; None when none has."""
    for number in range(limit):
        if number == len(rows):
            rows.append(Row())
        found = _in_row(replace(entry, row=number), rows[number], frame, zoom)
        if found:
            return found
    return None


def _in_row(entry: Placed, row: Row, frame: Frame, zoom: float) -> Placed | None:
    """The entry with its label on the side that is free at this zoom, which is then taken, or None."""
    for side, (left, right) in _stretches(entry, frame, zoom):
        if row.is_free(left, right):
            row.take(left, right)
            return replace(entry, side=side, zoom=zoom)
    return None


def _stretches(entry: Placed, frame: Frame, zoom: float) -> Iterator[tuple[int, tuple[float, float]]]:
    """The sides on which the label stays in the frame, the right one first."""
    wide = frame.plot_width * zoom
    left, right = entry.stretch(wide, -1), entry.stretch(wide, 1)
    if right[1] <= wide + frame.overhang:
        yield 1, right
    if left[0] >= frame.left:
        yield -1, left


def _label_by_zoom(placed: dict[str, Placed], count: int, frame: Frame) -> None:
    """Give each event without a label the first zoom at which its own row has room for one."""
    for zoom in _ZOOMS:
        waiting = [entry for entry in placed.values() if entry.zoom == inf]
        if not waiting:
            return
        rows = [Row() for _ in range(count)]
        for entry in placed.values():
            if entry.zoom < zoom:
                rows[entry.row].take(*entry.stretch(frame.plot_width * zoom, entry.side))
        for entry in waiting:
            placed[entry.event.id] = _in_row(entry, rows[entry.row], frame, zoom) or entry

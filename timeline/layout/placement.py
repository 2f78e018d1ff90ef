"""Where the events of one track stand: a row for each, and labels that never meet."""

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

#: A track grows to so many rows; what finds no place then is labelled only when one zooms in ...
MAX_ROWS = 12
#: ... except that events of one day, which no zoom parts, may have more.
_MAX_PILE = 100
#: Rows at a track's foot for marks that found no place among the others.
_STRIPS = 3
#: Of the plot's width, what "about 12 February" takes at least: soft ends need some length to be seen.
_SOFT = 0.045
_ZOOMS = tuple(2.0**level for level in range(1, 15))
#: Right of the mark, left of it, and along the bar: a label's sides in order of preference.
_SIDES = (1, -1, 0)


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
    mark_kind: str
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
        start, end = self.bare(plot_width)
        reach = label_gap(self.size) + self.width
        return {
            1: (start, self.end * plot_width + reach),
            -1: (self.start * plot_width - reach, end),
            0: (start, max(end, self.start * plot_width + reach)),
        }[side]

    def bare(self, plot_width: float) -> tuple[float, float]:
        """Px from the left end of the mark alone to its right end."""
        return self.start * plot_width - self.size, self.end * plot_width + self.size


def place(events: Sequence[Event], shape: str, axis: Axis, frame: Frame) -> list[Placed]:
    """The events of a track whose marks have that shape, each in a row, in the order given.

    Labels of one row never meet, at any zoom from their own on. A label stands right of its mark; left of
    it near the right edge and where only that is free; above a bar that leaves no room beside it.
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
    """The event's mark and the width of its label, cut to the widest room that it can have."""
    when = event.when
    start, end = axis.share(when.start)
    mark_kind = "dot" if when.is_exact and start == end else "soft"
    if when.end or when.open_end:
        mark_kind = "span"
        end = 1.0 if when.open_end else axis.share(when.end or when.start)[1]
    elif mark_kind == "soft" and end - start < _SOFT:
        start, end = max(0.0, start - _SOFT / 2), min(1.0, end + _SOFT / 2)
    size = mark_size(shape, key=event.key)
    after = start if mark_kind != "dot" else end
    room = max(frame.right - after * frame.plot_width, start * frame.plot_width - frame.left) - label_gap(
        size
    )
    label = fit(event.label, FONT_SIZE, room, bold=event.key)
    return Placed(event, mark_kind, label, start, end, text_width(label, FONT_SIZE, bold=event.key), size)


def _in_some_row(entry: Placed, rows: list[Row], frame: Frame) -> Placed | None:
    """The entry in the first row with room on the best side, which is then taken; None when none has."""
    for side in _SIDES:
        for number, row in enumerate(rows):
            found = _in_row(entry, row, frame, sides=(side,))
            if found:
                return replace(found, row=number)
    return None


def _in_row(
    entry: Placed, row: Row, frame: Frame, zoom: float = 1.0, sides: Sequence[int] = _SIDES
) -> Placed | None:
    """The entry with its label on the first of the sides that is free at this zoom, which is then taken."""
    for side, (left, right) in _stretches(entry, frame, zoom, sides):
        if row.is_free(left, right):
            row.take(left, right)
            return replace(entry, side=side, zoom=zoom)
    return None


def _stretches(
    entry: Placed, frame: Frame, zoom: float, sides: Sequence[int]
) -> Iterator[tuple[int, tuple[float, float]]]:
    """Those of the sides on which the label stays in the frame."""
    wide = frame.plot_width * zoom
    for side in sides:
        left, right = entry.stretch(wide, side)
        text_right = entry.start * wide + label_gap(entry.size) + entry.width
        within = {
            1: right <= wide + frame.overhang,
            -1: left >= frame.left,
            0: entry.mark_kind != "dot" and text_right <= wide + frame.overhang,
        }
        if within[side]:
            yield side, (left, right)


def _give_rows_to_bare_marks(placed: dict[str, Placed], rows: list[Row], plot_width: float) -> int:
    """A row for each mark without a label, where it is free or in strips at the track's foot; all rows."""
    homeless = 0
    for name, entry in placed.items():
        if entry.zoom < inf:
            continue
        left, right = entry.bare(plot_width)
        number = next((number for number, row in enumerate(rows) if row.is_free(left, right)), None)
        if number is None:
            number = len(rows) + homeless % _STRIPS
            homeless += 1
        else:
            rows[number].take(left, right)
        placed[name] = replace(entry, row=number)
    return len(rows) + min(homeless, _STRIPS)


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
            found = _in_row(entry, rows[entry.row], frame, zoom)
            placed[entry.event.id] = found or entry

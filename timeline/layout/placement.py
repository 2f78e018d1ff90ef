"""Places the events of one track: each in a row, with labels that do not overlap at first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from math import inf

from timeline.layout.axis import Axis
from timeline.layout.rows import Row
from timeline.model import Event, Shape
from timeline.model.scene import FONT_SIZE, KEY_FONT_SIZE, NOTE_SIZE, label_gap, mark_size
from timeline.typography import fit, text_width

#: A track has at most this many rows; labels that find no place then are shown only after zooming in ...
MAX_ROWS = 12
#: ... but events of the same day, which no zoom separates, may have up to this many.
_MAX_PILE = 100
#: Rows at the bottom of a track for marks that found no place in the others.
_BOTTOM_ROWS = 3
#: A label's sides in order of preference: right of the mark (1), left of it (-1), along the bar (0).
_SIDES = (1, -1, 0)
#: The kinds of marks that a label may stand along.
_BARS = frozenset({"span", "soft"})


#: The left and right end of something, in px.
Extent = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Frame:
    """The bounds of labels: so many px beyond the ends of the plot.

    ``whole`` are the shares between which there are events; at zoom 1 only those from 0 to 1 are in view.
    Without ``has_ranks``, labels of main events are only bold, and have no notes.
    """

    plot_width: float
    margin: float
    whole: tuple[float, float]
    has_ranks: bool = True

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
    is shown from ``zoom`` on, on one of the ``_SIDES``, and is the title from ``title_zoom`` on. ``note``
    is the line below it, in the next row.
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
    note: str = ""
    title_zoom: float = inf

    @property
    def gap(self) -> float:
        """Px from the end of the mark to the label."""
        return label_gap(self.size, key=self.event.key)

    @property
    def rows(self) -> int:
        """How many rows mark, label and note take."""
        return 2 if self.note else 1

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

    def extents(self, plot_width: float, side: int) -> list[Extent]:
        """The left and right end in px of what it takes of each of its rows, in a plot so many px wide.

        That is mark and label in the first row and the note in the second.
        """
        (start, end), texts = self.mark_extent(plot_width), self.text_extents(plot_width, side)
        texts[0] = min(start, texts[0][0]), max(end, texts[0][1])
        return texts

    def text_extents(self, plot_width: float, side: int) -> list[Extent]:
        """The left and right end of the label alone, and of the note if there is one."""
        at = self.anchor(side) * plot_width
        widths = [self.width, *([text_width(self.note, NOTE_SIZE)] if self.note else [])]
        if side < 0:
            return [(at - self.gap - width, at - self.gap) for width in widths]
        return [(at + self.gap, at + self.gap + width) for width in widths]

    def mark_extent(self, plot_width: float) -> tuple[float, float]:
        """The left and right end of the mark alone."""
        return self.start * plot_width - self.size, self.end * plot_width + self.size


def place(
    events: Sequence[Event],
    shape_of: Callable[[Event], Shape],
    axis: Axis,
    frame: Frame,
    *,
    most_rows: int = 0,
) -> list[Placed]:
    """The events of a track placed in rows, in the order given; ``shape_of`` gives the shapes of marks.

    With ``most_rows`` there are no more rows of labels than that, and the first events are placed first.

    Labels of a row never overlap; one without room has an infinite ``zoom``. A label stands right of its
    mark; left of it near the right edge or where only that side is free; above a bar without room beside
    it. Main events are placed first, so that no other event takes their room.
    """
    entries = [_measured(event, shape_of(event), axis, frame) for event in events]
    piles: Counter[float] = Counter()
    for entry in entries:
        piles[entry.start] += entry.rows
    limit = most_rows or max(MAX_ROWS, min(_MAX_PILE, max(piles.values())))
    rows: list[Row] = []
    placed: dict[str, Placed] = {}
    if not most_rows:
        entries.sort(key=lambda entry: (not entry.event.key, entry.start))
    for entry in entries:
        found = _in_some_row(entry, rows, frame, limit)
        if not found and entry.note:
            found = _in_some_row(replace(entry, note=""), rows, frame, limit)
        placed[entry.event.id] = found or replace(entry, note="")
    _give_rows_to_bare_marks(placed, rows, frame.plot_width)
    return [placed[event.id] for event in events]


def _mark(event: Event, shape: Shape, axis: Axis, frame: Frame) -> Placed:
    """The event's mark, with no label."""
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
    return Placed(
        event,
        mark_kind,
        "",
        start,
        end,
        width=0.0,
        size=size,
        shape=shape,
        band_from=band_from,
        day_end=axis.day_end(when) if mark_kind == "dot" else None,
    )


def _measured(event: Event, shape: Shape, axis: Axis, frame: Frame) -> Placed:
    """The event's mark, and its label, shortened to the widest room that it can have."""
    mark = _mark(event, shape, axis, frame)
    begins = max(0.0, mark.start) if mark.mark_kind in _BARS and mark.end >= 0 else mark.start
    left, right = frame.bounds(begins, 1.0)
    at = begins * frame.plot_width
    room = max(right - at, at - left) - mark.gap
    is_serif = event.key and frame.has_ranks
    font_size = KEY_FONT_SIZE if is_serif else FONT_SIZE
    label = fit(event.label, font_size, room, bold=event.key, is_serif=is_serif)
    has_note = is_serif and bool(label) and text_width(event.note, NOTE_SIZE) <= room
    return replace(
        mark,
        label=label,
        width=text_width(label, font_size, bold=event.key, is_serif=is_serif),
        note=event.note if has_note else "",
    )


def _in_some_row(entry: Placed, rows: list[Row], frame: Frame, limit: int) -> Placed | None:
    """Takes the first row with room on the best side, or else a new one; None if there is none."""
    options = list(extents_within(entry, frame, 1.0))
    for side, extents in options:
        for number in range(min(len(rows), limit + 1 - len(extents))):
            if has_room(rows, number, extents):
                take(rows, number, extents)
                return replace(entry, row=number, side=side, zoom=1.0)
    if not options or len(rows) + entry.rows > limit:
        return None
    side, extents = options[0]
    take(rows, len(rows), extents)
    return replace(entry, row=len(rows) - len(extents), side=side, zoom=1.0)


def has_room(rows: Sequence[Row], number: int, extents: Sequence[Extent]) -> bool:
    """Whether the row of that number and those below it have room for an extent each."""
    taken = rows[number : number + len(extents)]
    return all(row.is_free(*extent) for row, extent in zip(taken, extents, strict=False))


def take(rows: list[Row], number: int, extents: Sequence[Extent]) -> None:
    """Take the extents in the row of that number and those below it, which are added if need be."""
    rows += [Row() for _ in range(number + len(extents) - len(rows))]
    for row, extent in zip(rows[number:], extents, strict=False):
        row.take(*extent)


def extents_within(entry: Placed, frame: Frame, zoom: float) -> Iterator[tuple[int, list[Extent]]]:
    """The sides on which the texts stay within the frame at that zoom, each with the extents in its rows.

    At first, the label of a mark in view is in view too: a bar that leaves it has its label inside.
    """
    width = frame.plot_width * zoom
    for side in _SIDES:
        texts = entry.text_extents(width, side)
        anchor = entry.anchor(side)
        first, last = frame.bounds(anchor, zoom)
        is_within = all(first <= left and right <= last for left, right in texts)
        is_seen = zoom > 1 or not entry.is_in_view or frame.is_in_view(anchor, zoom)
        if is_within and is_seen and (side or entry.mark_kind in _BARS):
            yield side, entry.extents(width, side)


def _give_rows_to_bare_marks(placed: dict[str, Placed], rows: list[Row], plot_width: float) -> None:
    """Gives each mark without a label a row with room for it, or one at the bottom of the track."""
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

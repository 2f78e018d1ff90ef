"""Labels above the events on the axis of a card, as many as have room, and the dates below it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from timeline.model.scene.axis_marks import Tick
from timeline.render.pictures.card import Leader, Line
from timeline.render.pictures.sheet import Sheet
from timeline.render.pictures.text_roles import reserve
from timeline.typography import text_width

#: Px from a leader to its label, and around a label; and how far a label may extend beyond the margin.
_GAP, _CLEAR, _BEYOND = 9.0, 14.0, 20.0
#: Px between two dates.
_APART = 30.0


@dataclass(frozen=True, slots=True)
class Plot:
    """Where the graphic of a card stands: below ``top``, on an axis at ``ground``."""

    sheet: Sheet
    top: float
    ground: float
    is_mirrored: bool = False
    #: How far the lines of the dates reach below the axis.
    tick: float = 16.0

    @property
    def dates(self) -> float:
        """The baseline of the dates."""
        return self.ground + self.tick + self.sheet.small * 0.95

    def x(self, share: float) -> float:
        """The px from the card's left edge to that share of the axis."""
        return self.sheet.margin + share * self.sheet.room


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on the card."""

    left: float
    right: float
    top: float
    bottom: float

    def overlaps(self, other: Box) -> bool:
        """Whether they have more than an edge in common."""
        beside = self.right <= other.left or other.right <= self.left
        return not beside and self.top < other.bottom and other.top < self.bottom


@dataclass(frozen=True, slots=True)
class Labelled:
    """An event that may have a label above the point ``x``, ``y``."""

    text: str
    x: float
    y: float
    key: bool


def labels(
    events: Iterable[Labelled], plot: Plot, obstacles: Sequence[Box], taken: Iterable[Box] = ()
) -> tuple[tuple[Line, ...], tuple[Leader, ...], tuple[Box, ...]]:
    """Labels for the events that have room, the main events first; their leaders, and the boxes of both.

    A leader goes up from the event to its label; no label is crossed by a leader, or overlaps another, one
    of the ``obstacles`` or of the boxes ``taken``.
    """
    size = plot.sheet.label
    row = size * 1.2
    lowest = plot.ground - row
    rows = [lowest - number * row for number in range(int((lowest - plot.top) // row) + 1)]
    later_first = 1 if plot.is_mirrored else -1
    others = [(box, box) for box in taken]
    boxes: list[tuple[Box, Box]] = []
    lines, leaders = [], []
    for event in sorted(events, key=lambda event: (not event.key, later_first * event.x)):
        for side, y in ((side, y) for side in _sides(plot) for y in rows if y < event.y):
            label, leader = _label_boxes(event, y, side, plot)
            left, right = plot.sheet.margin - _BEYOND, plot.sheet.width - plot.sheet.margin + _BEYOND
            inside = label.left >= left and label.right <= right
            overlaps = any(
                label.overlaps(one) or label.overlaps(two) or leader.overlaps(one)
                for one, two in (*others, *boxes)
            )
            if inside and not overlaps and not any(map(label.overlaps, obstacles)):
                boxes.append((label, leader))
                style, anchor = ("key" if event.key else "label"), ("start" if side > 0 else "end")
                lines.append(Line(event.text, event.x + _GAP * side, y + size / 3, size, style, anchor))
                leaders.append(Leader(event.x, y - size * 0.43, event.y))
                break
    return tuple(lines), tuple(leaders), tuple(box for pair in boxes for box in pair)


def dates(ticks: Sequence[Tick], plot: Plot) -> tuple[Line, ...]:
    """As many of the grid's dates as fit without touching; the first has the year."""
    sheet = plot.sheet
    taken: list[tuple[float, float]] = []
    lines = []
    for tick in sorted(ticks, key=lambda tick: -tick.x if plot.is_mirrored else tick.x):
        text = tick.label if taken else tick.alone
        width = text_width(text, sheet.small) * reserve(text, "note")
        x = plot.x(tick.x)
        right = sheet.width - sheet.margin
        left = min(max(x - (width if plot.is_mirrored else 0), sheet.margin), right - width)
        if all(left >= end + _APART or left + width + _APART <= start for start, end in taken):
            taken.append((left, left + width))
            anchor, begins = ("end", left + width) if plot.is_mirrored else ("start", left)
            lines.append(Line(text, begins, plot.dates, sheet.small, "note", anchor))
    return tuple(lines)


def _sides(plot: Plot) -> tuple[int, int]:
    return (-1, 1) if plot.is_mirrored else (1, -1)


def _label_boxes(event: Labelled, y: float, side: int, plot: Plot) -> tuple[Box, Box]:
    """The boxes of a label at height ``y`` on that side, and of its leader."""
    size = plot.sheet.label
    width = text_width(event.text, size, bold=event.key) * reserve(event.text, "label")
    left, right = sorted((event.x + side * 6, event.x + side * (_GAP + width + _CLEAR)))
    half = size * 0.6
    return Box(left, right, y - half, y + half), Box(event.x - 5, event.x + 5, y, event.y)

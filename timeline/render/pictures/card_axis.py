"""Scene -> the axis at the foot of a card: all events as marks, labels where there is room, dates."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from timeline.model.scene import Node, Scene
from timeline.render.pictures.card import CardMark, Line
from timeline.render.pictures.text_roles import reserve
from timeline.typography import text_width

#: The size (px) of link previews: https://ogp.me/, https://developer.x.com/en/docs/x-for-websites/cards
WIDTH, HEIGHT = 1200, 630
MARGIN = 60.0
ROOM = WIDTH - 2 * MARGIN
#: Text sizes in px. A phone shows a card at about 0.3 times its size.
SMALL, _LABEL = 28.0, 30.0
#: The height (y) of the axis, and the baseline of its dates.
GROUND, _DATES = 496.0, 540.0
#: How much larger marks are than on the page, main ones a little less; and the px between marks that would
#: overlap and are stacked, or less where the stack would be too high for its card.
_MAGNIFIED, _KEY_MAGNIFIED, _STACK = 2.0, 1.7, 21.0
#: Px between rows of labels, from a leader to its label, and around a label.
_ROW, _GAP, _CLEAR = 36.0, 9.0, 14.0


def x_at(share: float) -> float:
    """The px from the card's left edge to that share of the axis."""
    return MARGIN + share * ROOM


def marks(scene: Scene, highest: float) -> tuple[CardMark, ...]:
    """A mark for every event; those that would overlap are stacked up to ``highest`` px."""
    levels: dict[str, int] = {}
    stacks: list[list[float]] = []
    for node in sorted(scene.nodes, key=lambda node: not node.key):
        x = x_at(node.x)
        free = (
            level for level, stack in enumerate(stacks) if all(abs(x - other) >= _STACK for other in stack)
        )
        level = next(free, len(stacks))
        if level == len(stacks):
            stacks.append([])
        stacks[level].append(x)
        levels[node.event] = level
    step = min(_STACK, highest / max(1, len(stacks) - 1))
    return tuple(
        CardMark(
            node=node,
            x=x_at(node.x),
            y=GROUND - levels[node.event] * step,
            start=x_at(node.start),
            end=x_at(node.end),
            size=node.size * (_KEY_MAGNIFIED if node.key else _MAGNIFIED),
        )
        for node in scene.nodes
    )


@dataclass(frozen=True, slots=True)
class _Box:
    left: float
    right: float
    top: float
    bottom: float

    def overlaps(self, other: _Box) -> bool:
        beside = self.right <= other.left or other.right <= self.left
        return not beside and self.top < other.bottom and other.top < self.bottom


def with_labels(marks: tuple[CardMark, ...], scene: Scene, top: float) -> tuple[CardMark, ...]:
    """The marks, with labels for those that have room between ``top`` and the axis; main events first.

    A leader goes up from the mark to its label; no label is crossed by a leader or overlaps another.
    """
    lowest = GROUND - _ROW
    rows = [lowest - number * _ROW for number in range(int((lowest - top) // _ROW) + 1)]
    mark_boxes = [_Box(m.x - m.size, m.x + m.size, m.y - m.size, m.y + m.size) for m in marks]
    taken: list[tuple[_Box, _Box]] = []
    positions: dict[str, tuple[float, int]] = {}
    later_first = 1 if scene.is_mirrored else -1
    for mark in sorted(marks, key=lambda mark: (not mark.node.key, later_first * mark.x)):
        for side, y in ((side, y) for side in _sides(scene) for y in rows if y < mark.y):
            label, leader = _label_boxes(mark, y, side)
            inside = label.left >= MARGIN - 20 and label.right <= WIDTH - MARGIN + 20
            overlaps = any(
                label.overlaps(one) or label.overlaps(two) or leader.overlaps(one) for one, two in taken
            )
            if inside and not overlaps and not any(map(label.overlaps, mark_boxes)):
                taken.append((label, leader))
                positions[mark.node.event] = y, side
                break
    return tuple(
        replace(mark, label_y=positions[name][0], node=replace(mark.node, side=positions[name][1]))
        if (name := mark.node.event) in positions
        else mark
        for mark in marks
    )


def _sides(scene: Scene) -> tuple[int, int]:
    return (-1, 1) if scene.is_mirrored else (1, -1)


def _label_boxes(mark: CardMark, y: float, side: int) -> tuple[_Box, _Box]:
    """The boxes of a label at height ``y`` on that side, and of its leader."""
    reach = _GAP + _label_width(mark.node) + _CLEAR
    left, right = sorted((mark.x + side * 6, mark.x + side * reach))
    return _Box(left, right, y - _ROW / 2, y + _ROW / 2), _Box(mark.x - 5, mark.x + 5, y, mark.y)


def _label_width(node: Node) -> float:
    return text_width(node.label, _LABEL, bold=node.key) * reserve(node.label, "label")


def labels(marks: Sequence[CardMark]) -> Iterator[Line]:
    """The labels of the marks that have one."""
    for mark in marks:
        if mark.label_y is not None:
            x = mark.x + _GAP * mark.node.side
            style, anchor = (
                ("key" if mark.node.key else "label"),
                ("start" if mark.node.side > 0 else "end"),
            )
            yield Line(mark.node.label, x, mark.label_y + _LABEL / 3, _LABEL, style, anchor)


def dates(scene: Scene) -> Iterator[Line]:
    """As many of the grid's dates as fit without touching; the first has the year."""
    taken: list[tuple[float, float]] = []
    ticks = sorted(scene.ticks, key=lambda tick: -tick.x if scene.is_mirrored else tick.x)
    for tick in ticks:
        text = tick.label if taken else tick.alone
        width = text_width(text, SMALL) * reserve(text, "note")
        x = x_at(tick.x)
        left = min(max(x - (width if scene.is_mirrored else 0), MARGIN), WIDTH - MARGIN - width)
        if all(left >= end + 30 or left + width + 30 <= start for start, end in taken):
            taken.append((left, left + width))
            anchor, begins = ("end", left + width) if scene.is_mirrored else ("start", left)
            yield Line(text, begins, _DATES, SMALL, "note", anchor)

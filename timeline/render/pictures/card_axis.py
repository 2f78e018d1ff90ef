"""Scene -> the line at the foot of a card: all events as marks, flags where there is room, dates."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from timeline.model.scene import Node, Scene
from timeline.render.pictures.card import Line, Spot
from timeline.render.pictures.text_roles import reserve
from timeline.typography import text_width

#: The size that link previews are shown in: https://ogp.me/, https://developer.x.com/en/docs/x-for-websites/cards
WIDTH, HEIGHT = 1200, 630
MARGIN = 60.0
ROOM = WIDTH - 2 * MARGIN
#: Px: on a phone a card is about 0.3 times as large.
SMALL, _LABEL = 28.0, 30.0
#: The height of the line, and the baseline of its dates.
GROUND, _DATES = 496.0, 540.0
#: Marks are that much larger than on the page, main ones a little less; those that would meet are piled up,
#: each so far above the other, or nearer, so that the pile is no higher than it may be on a card.
_MAGNIFIED, _KEY_MAGNIFIED, _PILE = 2.0, 1.7, 21.0
#: Px between rows of labels, from a leader to its label, and between what must not meet.
_ROW, _GAP, _CLEAR = 36.0, 9.0, 14.0


def across(share: float) -> float:
    """The px from the card's left edge to that share of the line."""
    return MARGIN + share * ROOM


def spots(scene: Scene, highest: float) -> tuple[Spot, ...]:
    """Every event on the line; those that would meet in piles up to ``highest`` px, main ones lowest."""
    levels: dict[str, int] = {}
    piles: list[list[float]] = []
    for node in sorted(scene.nodes, key=lambda node: not node.key):
        x = across(node.x)
        free = (level for level, pile in enumerate(piles) if all(abs(x - other) >= _PILE for other in pile))
        level = next(free, len(piles))
        if level == len(piles):
            piles.append([])
        piles[level].append(x)
        levels[node.event] = level
    step = min(_PILE, highest / max(1, len(piles) - 1))
    return tuple(
        Spot(
            node=node,
            x=across(node.x),
            y=GROUND - levels[node.event] * step,
            start=across(node.start),
            end=across(node.end),
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

    def meets(self, other: _Box) -> bool:
        beside = self.right <= other.left or other.right <= self.left
        return not beside and self.top < other.bottom and other.top < self.bottom


def flagged(spots: tuple[Spot, ...], scene: Scene, top: float) -> tuple[Spot, ...]:
    """The spots, those with a flag that there is room for between ``top`` and the line; main events first.

    A flag is a leader upwards with the label beside it; no label is crossed by a leader or meets another.
    """
    lowest = GROUND - _ROW
    rows = [lowest - number * _ROW for number in range(int((lowest - top) // _ROW) + 1)]
    marks = [_Box(s.x - s.size, s.x + s.size, s.y - s.size, s.y + s.size) for s in spots]
    taken: list[tuple[_Box, _Box]] = []
    flags: dict[str, tuple[float, int]] = {}
    later_first = 1 if scene.is_mirrored else -1
    for spot in sorted(spots, key=lambda spot: (not spot.node.key, later_first * spot.x)):
        for side, y in ((side, y) for side in _sides(scene) for y in rows if y < spot.y):
            label, leader = _flag(spot, y, side)
            inside = label.left >= MARGIN - 20 and label.right <= WIDTH - MARGIN + 20
            meets = any(label.meets(one) or label.meets(two) or leader.meets(one) for one, two in taken)
            if inside and not meets and not any(map(label.meets, marks)):
                taken.append((label, leader))
                flags[spot.node.event] = y, side
                break
    return tuple(
        replace(spot, flag=flags[name][0], node=replace(spot.node, side=flags[name][1]))
        if (name := spot.node.event) in flags
        else spot
        for spot in spots
    )


def _sides(scene: Scene) -> tuple[int, int]:
    return (-1, 1) if scene.is_mirrored else (1, -1)


def _flag(spot: Spot, y: float, side: int) -> tuple[_Box, _Box]:
    """The room of a label at height ``y`` on that side, and of its leader."""
    reach = _GAP + _label_width(spot.node) + _CLEAR
    left, right = sorted((spot.x + side * 6, spot.x + side * reach))
    return _Box(left, right, y - _ROW / 2, y + _ROW / 2), _Box(spot.x - 5, spot.x + 5, y, spot.y)


def _label_width(node: Node) -> float:
    return text_width(node.label, _LABEL, bold=node.key) * reserve(node.label, "label")


def labels(spots: Sequence[Spot]) -> Iterator[Line]:
    """The labels of the spots that have a flag."""
    for spot in spots:
        if spot.flag is not None:
            x = spot.x + _GAP * spot.node.side
            style, anchor = (
                ("key" if spot.node.key else "label"),
                ("start" if spot.node.side > 0 else "end"),
            )
            yield Line(spot.node.label, x, spot.flag + _LABEL / 3, _LABEL, style, anchor)


def dates(scene: Scene) -> Iterator[Line]:
    """As many of the grid's dates as stand clear of each other; the first has the year."""
    taken: list[tuple[float, float]] = []
    ticks = sorted(scene.ticks, key=lambda tick: -tick.x if scene.is_mirrored else tick.x)
    for tick in ticks:
        text = tick.label if taken else tick.alone
        width = text_width(text, SMALL) * reserve(text, "note")
        x = across(tick.x)
        left = min(max(x - (width if scene.is_mirrored else 0), MARGIN), WIDTH - MARGIN - width)
        if all(left >= end + 30 or left + width + 30 <= start for start, end in taken):
            taken.append((left, left + width))
            anchor, begins = ("end", left + width) if scene.is_mirrored else ("start", left)
            yield Line(text, begins, _DATES, SMALL, "note", anchor)

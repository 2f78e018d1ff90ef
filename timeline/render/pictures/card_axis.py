"""Scene -> the axis of a card with a mark for each event, where there are too few for a skyline."""

from __future__ import annotations

from timeline.model.scene import Scene
from timeline.render.pictures.card import CardMark, Graphic, Leader, Line
from timeline.render.pictures.card_labels import Box, Labelled, Plot, dates, labels

#: How much larger marks are than on the page, main ones a little less; and the px between marks that would
#: overlap and are stacked, or less where the stack would be too high for its card.
_MAGNIFIED, _KEY_MAGNIFIED, _STACK = 2.0, 1.7, 21.0
#: How high marks may be stacked, as a share of the room above the axis.
_HIGHEST = 0.5


def axis_graphic(scene: Scene, plot: Plot, *, is_labelled: bool, chosen: str = "") -> Graphic:
    """The events of ``scene`` as marks, with labels where there is room.

    With the id of a ``chosen`` event, the others are faint and it is drawn last.
    """
    marks = _marks(scene, plot, chosen)
    lines: tuple[Line, ...] = ()
    leaders: tuple[Leader, ...] = ()
    if is_labelled:
        boxes = [Box(m.x - m.size, m.x + m.size, m.y - m.size, m.y + m.size) for m in marks]
        events = [Labelled(mark.node.label, mark.x, mark.y, mark.node.key) for mark in marks]
        lines, leaders, _ = labels(events, plot, boxes)
    return Graphic(
        ground=plot.ground,
        tick=plot.tick,
        ticks=tuple(plot.x(tick.x) for tick in scene.ticks),
        marks=tuple(sorted(marks, key=lambda mark: not mark.faint)),
        leaders=leaders,
        lines=(*lines, *dates(scene.ticks, plot)),
    )


def _marks(scene: Scene, plot: Plot, chosen: str) -> list[CardMark]:
    """A mark for every event; those that would overlap are stacked."""
    levels: dict[str, int] = {}
    stacks: list[list[float]] = []
    for node in sorted(scene.nodes, key=lambda node: not node.key):
        x = plot.x(node.x)
        free = (
            level for level, stack in enumerate(stacks) if all(abs(x - other) >= _STACK for other in stack)
        )
        level = next(free, len(stacks))
        if level == len(stacks):
            stacks.append([])
        stacks[level].append(x)
        levels[node.event] = level
    step = min(_STACK, (plot.ground - plot.top) * _HIGHEST / max(1, len(stacks) - 1))
    return [
        CardMark(
            node=node,
            x=plot.x(node.x),
            y=plot.ground - levels[node.event] * step,
            start=plot.x(node.start),
            end=plot.x(node.end),
            size=node.size * (_KEY_MAGNIFIED if node.key else _MAGNIFIED),
            faint=bool(chosen) and node.event != chosen,
        )
        for node in scene.nodes
    ]

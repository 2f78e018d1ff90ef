"""Scene -> SVG: the chart of the page, which fits any width, and the still, which has one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from timeline.language import Language
from timeline.language.events import spoken
from timeline.model import Event, Timeline
from timeline.model.scene import ROW_HEIGHT, Node, Scene, label_gap
from timeline.render.web.marker import outline
from timeline.render.web.templates import Markup, fill


@dataclass(frozen=True, slots=True)
class _Way:
    """A way in which an event stands on some sheets (by number): its label, "" for none, and its bar.

    The label is tied to share ``at`` and reaches ``reach`` px from there, the first ``gap`` of them empty.
    """

    text: str
    at: float
    side: int
    gap: float
    reach: float
    bar_y: float
    sheets: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Mark:
    """What is drawn for one event: the same mark on all sheets, with a height for each."""

    event: Event
    node: Node
    outline: str
    heights: tuple[float, ...]
    ways: tuple[_Way, ...]
    spoken: str

    @property
    def is_labelled(self) -> bool:
        """Whether its label is seen on all sheets."""
        return all(way.text for way in self.ways)


def chart(timeline: Timeline, scenes: Sequence[Scene], *, is_terse: bool = False) -> Markup:
    """The page's chart: one SVG whose marks take their places from the scene that fits its container.

    ``scenes`` go from narrow to wide. Each event is one link, whatever the width. Needs ``sheets`` (the
    container queries) in the same page. A terse one leaves it to the page how links open, and has no more
    names for them than their labels.
    """
    drawn = _marks(timeline, scenes)
    return fill("chart/chart.svg", scenes=scenes, marks=drawn, row=ROW_HEIGHT, is_terse=is_terse)


def sheets(scenes: Sequence[Scene]) -> Markup:
    """The CSS container queries that choose among the scenes: from its own width to the next one's."""
    ends = [*(scene.width - 0.02 for scene in scenes[1:]), None]
    return fill("chart/widths.css", scenes=list(zip(scenes, ends, strict=True)))


def marks(timeline: Timeline, scene: Scene) -> Sequence[_Mark]:
    """What is drawn for each event of a single scene."""
    return _marks(timeline, [scene])


def _marks(timeline: Timeline, scenes: Sequence[Scene]) -> list[_Mark]:
    events, language = {event.id: event for event in timeline.events}, Language(timeline.language)
    return [
        _mark(events[nodes[0].event], nodes, language)
        for nodes in zip(*(scene.nodes for scene in scenes), strict=True)
    ]


def _mark(event: Event, nodes: tuple[Node, ...], language: Language) -> _Mark:
    ways: dict[tuple[str, int, bool], list[int]] = {}
    for sheet, node in enumerate(nodes):
        ways.setdefault((node.label if node.zoom <= 1 else "", node.side, node.along), []).append(sheet)
    return _Mark(
        event,
        nodes[0],
        outline(nodes[0].shape, nodes[0].size),
        tuple(node.y for node in nodes),
        tuple(_way(text, nodes[sheets[0]], tuple(sheets)) for (text, *_), sheets in ways.items()),
        spoken(event, language),
    )


def _way(text: str, node: Node, sheets: tuple[int, ...]) -> _Way:
    gap = label_gap(node.size)
    return _Way(
        text=text,
        at=node.label_at,
        side=node.side,
        gap=gap,
        reach=gap + node.width,
        bar_y=node.bar_y - node.y,
        sheets=sheets,
    )

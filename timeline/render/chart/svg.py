"""Scenes -> SVG: the chart of a page, which fits any width, and the marks of a single scene."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from timeline.language import Language
from timeline.language.events import accessible_name
from timeline.model import Event, Timeline
from timeline.model.scene import ROW_HEIGHT, Node, Scene, label_gap
from timeline.render.web.marker import outline
from timeline.render.web.templates import Markup, fill


@dataclass(frozen=True, slots=True)
class LabelVariant:
    """The label and bar of an event as they are in some of the scenes (by number).

    ``text`` is "" for no label. The label begins at share ``at`` and takes ``reach`` px from there, the
    first ``gap`` of them empty.
    """

    text: str
    at: float
    side: int
    gap: float
    reach: float
    bar_y: float
    scenes: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """What is drawn for one event: the same mark in all scenes, at a height of its own in each."""

    event: Event
    node: Node
    outline: str
    heights: tuple[float, ...]
    variants: tuple[LabelVariant, ...]
    accessible_name: str

    @property
    def is_labelled(self) -> bool:
        """Whether its label is shown in all scenes."""
        return all(variant.text for variant in self.variants)


def chart(timeline: Timeline, scenes: Sequence[Scene], *, is_terse: bool = False) -> Markup:
    """The page's chart: one SVG whose marks take their places from the scene that fits its container.

    ``scenes`` are sorted from narrow to wide. Each event is one link at every width. The page's style must
    hold ``container_queries``. With ``is_terse`` the page decides how links open, and a link's only name is
    its label.
    """
    return fill(
        "chart/chart.svg",
        scenes=scenes,
        marks=_marks(timeline, scenes),
        row=ROW_HEIGHT,
        is_terse=is_terse,
    )


def container_queries(scenes: Sequence[Scene]) -> Markup:
    """The CSS that selects the scene that fits: each from its own width up to that of the next."""
    ends = [*(scene.width - 0.02 for scene in scenes[1:]), None]
    return fill("chart/widths.css", scenes=list(zip(scenes, ends, strict=True)))


def marks(timeline: Timeline, scene: Scene) -> Sequence[Mark]:
    """The marks of a single scene."""
    return _marks(timeline, [scene])


def _marks(timeline: Timeline, scenes: Sequence[Scene]) -> list[Mark]:
    events = {event.id: event for event in timeline.events}
    language = Language(timeline.language)
    return [
        _mark(events[nodes[0].event], nodes, language)
        for nodes in zip(*(scene.nodes for scene in scenes), strict=True)
    ]


def _mark(event: Event, nodes: tuple[Node, ...], language: Language) -> Mark:
    alike: dict[tuple[str, int, bool], list[int]] = {}
    for number, node in enumerate(nodes):
        alike.setdefault((node.label if node.zoom <= 1 else "", node.side, node.along), []).append(number)
    return Mark(
        event,
        nodes[0],
        outline(nodes[0].shape, nodes[0].size),
        tuple(node.y for node in nodes),
        tuple(_variant(text, nodes[numbers[0]], tuple(numbers)) for (text, *_), numbers in alike.items()),
        accessible_name(event, language),
    )


def _variant(text: str, node: Node, scenes: tuple[int, ...]) -> LabelVariant:
    gap = label_gap(node.size)
    return LabelVariant(
        text=text,
        at=node.label_at,
        side=node.side,
        gap=gap,
        reach=gap + node.width,
        bar_y=node.bar_y - node.y,
        scenes=scenes,
    )

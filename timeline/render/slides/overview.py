"""Timeline -> slides that show what the chart shows first, or all of it: its scene, drawn with shapes."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import inf
from typing import NamedTuple

from timeline.language import Language
from timeline.language.events import accessible_name, axis_note
from timeline.layout import lay_out
from timeline.model import Event, Timeline
from timeline.model.scene import (
    FONT_SIZE,
    MARGIN,
    TICK_GAP,
    Lane,
    Node,
    Scene,
    label_gap,
)
from timeline.render.slides.deck import SMALLEST, Paragraph, Rect, Run, Shape, SlideGeometry, TextBox
from timeline.render.slides.overview_parts import Part, in_view, split
from timeline.render.slides.text_boxes import height, reserve, shortened, width
from timeline.typography.direction import is_leftward

#: The least height of a row, as a multiple of its label's.
_ROW = 1.1
#: Opacity of lines and of eras; of spans, and of dates that are not known to the day.
_GRID, _ERA, _SPAN, _SOFT = 0.16, 0.07, 0.7, 0.35
#: How much higher rows may become where there are few, and how much larger marks are than on the page.
_TALLEST, _LARGER = 1.5, 1.2
#: The narrowest scene that is laid out, in px.
_NARROWEST = 320
#: The middle of the line that names the clock, in px from the top of the scene.
_CLOCK_Y = 23
#: The height of the line that counts the events out of view, as a multiple of its text's size.
_EDGES = 1.6
#: How many more slides are tried where labels are cut.
_MORE = 3


class OverviewSlide(NamedTuple):
    """One slide of an overview: the ids of its events, in time order, and its parts."""

    events: tuple[str, ...]
    parts: tuple[TextBox | Shape, ...]


def overview(
    timeline: Timeline, geometry: SlideGeometry, shown: Collection[Event], targets: Mapping[str, str]
) -> tuple[OverviewSlide, ...]:
    """The slides that show the timeline: one, or as many as the labels of the ``shown`` events need.

    Those events have slides of their own; the others are marks without a label. ``targets`` gives the link
    of each event by its id. A few more slides are tried where labels would be cut. Of a timeline with a
    view they show the view, and how many events are earlier and later.
    """
    whole, labelled = in_view(timeline), frozenset(event.id for event in shown)
    found: list[list[_Chart]] = []
    most = len(whole.timeline.events)
    for count in range(1, most + 1):
        charts: list[_Chart] = []
        for part in split(whole, count):
            charts.append(_chart(part, geometry, labelled, targets))
            # Of many events, a division into few parts fails at the first, which is all that is laid out
            if not charts[-1].shows_all_labels and count < most:
                break
        else:
            found.append(charts)
        if found and (count - len(found[0]) >= _MORE or not _cut_labels(found[-1])):
            break
    charts = min(found, key=_cut_labels)
    ids = (tuple(event.id for event in chart.timeline.events) for chart in charts)
    return tuple(
        OverviewSlide(events, tuple(chart.parts())) for events, chart in zip(ids, charts, strict=True)
    )


def _cut_labels(charts: Sequence[_Chart]) -> int:
    """How many labels end in an ellipsis."""
    return sum(len(chart.cut) for chart in charts)


def _chart(
    part: Part, geometry: SlideGeometry, labelled: Collection[str], targets: Mapping[str, str]
) -> _Chart:
    timeline = part.timeline
    events = tuple(event if event.id in labelled else replace(event, label="") for event in timeline.events)
    widest = max(reserve(event.label, geometry.text_width_factor) for event in events)
    area, x_scale = geometry.chart.body, SMALLEST * widest / FONT_SIZE
    px = max(_NARROWEST, int(area.width / x_scale))
    scene = lay_out(
        replace(timeline, events=events), px, beside_from=_NARROWEST, has_ranks=False, tallest=inf
    )
    foot = SMALLEST * _EDGES if any(part.edges) else 0.0
    y_scale = min(_TALLEST * x_scale, (area.height - foot) / scene.height)
    return _Chart(timeline, scene, area, geometry.text_width_factor, x_scale, y_scale, targets, part.edges)


class _Anchor(NamedTuple):
    """The point at which a line of text begins (``side`` 1) or ends (-1), halfway up the line."""

    x: float
    y: float
    side: int


@dataclass(frozen=True)
class _Chart:
    """A scene scaled to an ``area`` of a slide, by ``x_scale`` and ``y_scale`` points to the px.

    ``edges`` say how many events are earlier and later than all of the view.
    """

    timeline: Timeline
    scene: Scene
    area: Rect
    width_factor: float
    x_scale: float
    y_scale: float
    targets: Mapping[str, str]
    edges: tuple[str, str]

    @property
    def shows_all_labels(self) -> bool:
        """Whether all labels fit at once, in rows that are high enough."""
        high = self.scene.row_height * self.y_scale >= SMALLEST * _ROW
        return high and all(node.zoom <= 1 for node in self.scene.nodes)

    @property
    def cut(self) -> frozenset[str]:
        """The ids of the events whose labels are cut."""
        labels = {event.id: event.label for event in self.timeline.events}
        nodes = self.scene.nodes
        return frozenset(node.event for node in nodes if node.label not in ("", labels[node.event]))

    def parts(self) -> Iterator[TextBox | Shape]:
        """The parts from back to front, in reading order: grid, tracks, events in time order."""
        yield from self._hairlines()
        yield from self._eras()
        yield from self._grid()
        yield from self._clock()
        yield from map(self._lane_name, self.scene.named_lanes)
        events = {event.id: event for event in self.timeline.events}
        for node in self.scene.nodes:
            yield from self._event(node, events[node.event])
        yield from self._edge_counts()

    # ---- positions

    def _x(self, share: float) -> float:
        return self.area.x + (self.scene.left + share * self.scene.plot_width) * self.x_scale

    def _x_in_view(self, share: float) -> float:
        """Like `_x`; beyond the view the place a little outside of it, where a bar that goes on ends."""
        bleed = MARGIN / self.scene.plot_width
        return self._x(min(max(share, -bleed), 1 + bleed))

    def _y(self, y: float) -> float:
        return self.area.y + y * self.y_scale

    def _text(
        self, text: str, at: _Anchor, *, colour: str | int, bold: bool = False, link: str = ""
    ) -> TextBox:
        """One line of text, kept within the chart."""
        x, y, side = at
        text = shortened(text, SMALLEST, self.area.width, self.width_factor, bold=bold)
        long = width(text, SMALLEST, self.width_factor, bold=bold)
        left = min(max(x if side > 0 else x - long, self.area.x), self.area.right - long)
        is_rtl = is_leftward(text, otherwise=self.scene.is_mirrored)
        line = Paragraph((Run(text, bold),), SMALLEST, colour, is_rtl=is_rtl)
        tall = height((line,), long, self.width_factor)
        rect = Rect(left, y - tall / 2, long, tall)
        return TextBox(rect, (line,), link, align="left" if side > 0 else "right", is_line=True)

    # ---- behind the events

    def _hairlines(self) -> Iterator[Shape]:
        for lane in self.scene.lanes[:-1]:
            rect = Rect(self.area.x, self._y(lane.bottom), self.area.width, 0.75)
            yield Shape(rect, "rectangle", "ink", _GRID)

    def _eras(self) -> Iterator[TextBox | Shape]:
        for era in self.scene.eras:
            if era.end < 0 or era.start > 1:
                continue
            left, right, top = self._x_in_view(era.start), self._x_in_view(era.end), self._y(era.top)
            rect = Rect(left, top, right - left, self._y(self.scene.height) - top)
            yield Shape(rect, "rectangle", "ink", _ERA)
            yield Shape(Rect(left, top, right - left, 1.5), "rectangle", "quiet")
            side = 1 if era.anchor == "start" else -1
            x = self._x(era.name_at) + side * TICK_GAP
            yield self._text(era.name, _Anchor(x, self._y(era.y), side), colour="quiet")

    def _grid(self) -> Iterator[TextBox | Shape]:
        end = -1.0
        for tick in sorted(self.scene.ticks, key=lambda tick: tick.x):
            x, side = self._x(tick.x), 1 if tick.anchor == "start" else -1
            rect = Rect(x - 0.375, self.area.y, 0.75, self._y(self.scene.height) - self.area.y)
            yield Shape(rect, "rectangle", "ink", _GRID)
            date = self._text(tick.label, _Anchor(x + side * TICK_GAP, self._y(9), side), colour="quiet")
            if date.rect.x > end:
                yield date
                end = date.rect.right

    def _clock(self) -> Iterator[TextBox]:
        """By whose clocks the axis goes, if it shows hours; below the dates, where time ends."""
        note = axis_note(self.timeline, Language(self.timeline.language))
        if note and self.scene.shows_hours:
            mirrored, margin = self.scene.is_mirrored, MARGIN * self.x_scale
            x = self.area.x + margin if mirrored else self.area.right - margin
            yield self._text(note, _Anchor(x, self._y(_CLOCK_Y), 1 if mirrored else -1), colour="quiet")

    def _edge_counts(self) -> Iterator[TextBox]:
        """How many events are earlier and later, below the ends of the axis."""
        y = self._y(self.scene.height) + SMALLEST * _EDGES / 2
        ends = _Anchor(self.area.x, y, 1), _Anchor(self.area.right, y, -1)
        for text, at in zip(self.edges, reversed(ends) if self.scene.is_mirrored else ends, strict=True):
            if text:
                yield self._text(text, at, colour="quiet")

    def _lane_name(self, lane: Lane) -> TextBox:
        mirrored = self.scene.is_mirrored
        edge = self.area.right - MARGIN * self.x_scale if mirrored else self.area.x + MARGIN * self.x_scale
        side = -1 if mirrored else 1
        return self._text(
            lane.name, _Anchor(edge, self._y(lane.name_y), side), colour=lane.index, bold=True
        )

    # ---- events

    def _event(self, node: Node, event: Event) -> Iterator[TextBox | Shape]:
        link, colour = self.targets[event.id], self.scene.lanes[node.lane].index
        alt = accessible_name(event, Language(self.timeline.language))
        begins_in_view = 0 <= node.x <= 1
        x, y, radius = (
            self._x(min(max(node.x, 0.0), 1.0)),
            self._y(node.y),
            node.size * min(self.x_scale, self.y_scale) * _LARGER,
        )
        if node.mark_kind == "blur":
            rect = Rect(x - radius, y - radius, 2 * radius, 2 * radius)
            yield Shape(rect, node.shape, colour, _SOFT, node.hollow, link=link, alt=alt)
        elif node.mark_kind != "dot":
            left, right, thick = self._x_in_view(node.start), self._x_in_view(node.end), radius * 1.2
            soft = node.mark_kind == "soft"
            rect = Rect(left, self._y(node.bar_y) - thick / 2, max(thick, right - left), thick)
            bar = Shape(rect, "bar", colour, _SOFT if soft else _SPAN, node.hollow)
            yield replace(bar, link=link, alt=alt) if soft or not begins_in_view else bar
        if node.mark_kind in {"dot", "span"} and begins_in_view:
            rect = Rect(x - radius, y - radius, 2 * radius, 2 * radius)
            yield Shape(rect, node.shape, colour, hollow=node.hollow, link=link, alt=alt)
        if node.label and node.zoom <= 1:
            at = self._x(node.label_at) + node.side * label_gap(node.size, key=node.key) * self.x_scale
            label = self._text(
                node.label, _Anchor(at, y, node.side), colour="ink", bold=node.key, link=link
            )
            yield replace(label, tip=event.label) if node.event in self.cut else label

"""Timeline -> slides that show the whole line: the chart's own scene, drawn with shapes."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import NamedTuple

from timeline.language import Language
from timeline.language.events import spoken
from timeline.layout import lay_out
from timeline.model import Event, Timeline
from timeline.model.scene import FONT_SIZE, MARGIN, ROW_HEIGHT, TICK_GAP, Lane, Node, Scene, label_gap
from timeline.render.slides.deck import SMALLEST, Paragraph, Rect, Run, Shape, Sheet, Text
from timeline.render.slides.text_boxes import height, reserve, shortened, width
from timeline.typography.direction import is_leftward

#: A row is at least so many times as high as its label.
_ROW = 1.1
#: How much of a colour is in bands, in lines of the grid and in eras; in spans, and in dates that are known
#: to be one of several days.
_BAND, _GRID, _ERA, _SPAN, _SOFT = 0.04, 0.16, 0.07, 0.7, 0.35
#: Where there are few rows, they are so much higher, and marks so much larger.
_TALLEST, _LARGER = 1.5, 1.2
#: The narrowest scene that is laid out, in px.
_NARROWEST = 320
#: So many slides more are tried for labels that are cut.
_MORE = 3


class Stretch(NamedTuple):
    """One slide of an overview: the ids of its events, in order of time, and its shapes."""

    events: tuple[str, ...]
    parts: tuple[Text | Shape, ...]


def overview(
    timeline: Timeline, sheet: Sheet, shown: Collection[Event], targets: Mapping[str, str]
) -> tuple[Stretch, ...]:
    """The slides that show the whole line: one, or as many as it takes for each of the events that are
    ``shown`` on slides of their own to have its label. The others are marks without one. ``targets`` is the
    link of each event by its id. Labels that are cut for want of room are worth a few slides more.
    """
    found: list[list[_Chart]] = []
    for count in range(1, len(timeline.events) + 1):
        charts = [_chart(part, sheet, shown, targets) for part in _parted(timeline, count)]
        if all(chart.has_all for chart in charts):
            found.append(charts)
        if found and (len(found) > _MORE or not _cut(charts)):
            break
    charts = min(found or [charts], key=_cut)
    ids = (tuple(event.id for event in chart.timeline.events) for chart in charts)
    return tuple(Stretch(events, tuple(chart.parts())) for events, chart in zip(ids, charts, strict=True))


def _parted(timeline: Timeline, count: int) -> list[Timeline]:
    """That many timelines with as many events each."""
    events = timeline.events
    ends = [len(events) * number // count for number in range(count + 1)]
    return [replace(timeline, events=events[first:last]) for first, last in pairwise(ends)]


def _cut(charts: Sequence[_Chart]) -> int:
    """How many labels end in an ellipsis."""
    return sum(len(chart.cut) for chart in charts)


def _chart(
    timeline: Timeline, sheet: Sheet, shown: Collection[Event], targets: Mapping[str, str]
) -> _Chart:
    events = tuple(event if event in shown else replace(event, label="") for event in timeline.events)
    wide = max(reserve(event.label, sheet.plain) for event in events)
    room, across = sheet.chart.body, SMALLEST * wide / FONT_SIZE
    px = max(_NARROWEST, int(room.width / across))
    scene = lay_out(replace(timeline, events=events), px, beside_from=_NARROWEST)
    down = min(_TALLEST * across, room.height / scene.height)
    return _Chart(timeline, scene, room, sheet.plain, across, down, targets)


class _Tie(NamedTuple):
    """Where a line of text begins (``side`` 1) or ends (-1), and its middle."""

    x: float
    y: float
    side: int


@dataclass(frozen=True)
class _Chart:
    """A scene on its way to a slide: ``across`` and ``down`` are points for each of its px."""

    timeline: Timeline
    scene: Scene
    room: Rect
    wide: float
    across: float
    down: float
    targets: Mapping[str, str]

    @property
    def has_all(self) -> bool:
        """Whether every label has room at once, in a row that is high enough."""
        high = ROW_HEIGHT * self.down >= SMALLEST * _ROW
        return high and all(node.zoom <= 1 for node in self.scene.nodes)

    @property
    def cut(self) -> frozenset[str]:
        """The ids of the events whose labels are cut."""
        labels = {event.id: event.label for event in self.timeline.events}
        nodes = self.scene.nodes
        return frozenset(node.event for node in nodes if node.label not in ("", labels[node.event]))

    def parts(self) -> Iterator[Text | Shape]:
        """From back to front, and as they are read: grid, tracks, events in order of time."""
        yield from self._bands()
        yield from self._eras()
        yield from self._grid()
        yield from map(self._name, self.scene.lanes)
        events = {event.id: event for event in self.timeline.events}
        for node in self.scene.nodes:
            yield from self._event(node, events[node.event])

    # ---- where things are

    def _x(self, share: float) -> float:
        return self.room.x + (self.scene.left + share * self.scene.plot_width) * self.across

    def _y(self, y: float) -> float:
        return self.room.y + y * self.down

    def _text(self, text: str, at: _Tie, *, colour: str | int, bold: bool = False, link: str = "") -> Text:
        """One line, held within the chart."""
        x, y, side = at
        text = shortened(text, SMALLEST, self.room.width, self.wide, bold=bold)
        long = width(text, SMALLEST, self.wide, bold=bold)
        left = min(max(x if side > 0 else x - long, self.room.x), self.room.right - long)
        leftward = is_leftward(text, otherwise=self.scene.is_mirrored)
        line = Paragraph((Run(text, bold),), SMALLEST, colour, leftward=leftward)
        tall = height((line,), long, self.wide)
        rect = Rect(left, y - tall / 2, long, tall)
        return Text(rect, (line,), link, align="left" if side > 0 else "right", is_line=True)

    # ---- what stands behind the events

    def _bands(self) -> Iterator[Shape]:
        for lane in self.scene.lanes[::2]:
            top, bottom = self._y(lane.top), self._y(lane.bottom)
            rect = Rect(self.room.x, top, self.room.width, bottom - top)
            yield Shape(rect, "rectangle", "ink", _BAND)

    def _eras(self) -> Iterator[Text | Shape]:
        for era in self.scene.eras:
            left, right, top = self._x(era.start), self._x(era.end), self._y(era.y - 9)
            rect = Rect(left, top, right - left, self._y(self.scene.height) - top)
            yield Shape(rect, "rectangle", "ink", _ERA)
            side = 1 if era.anchor == "start" else -1
            x = (left if side > 0 else right) + side * TICK_GAP
            yield self._text(era.name, _Tie(x, self._y(era.y), side), colour="quiet")

    def _grid(self) -> Iterator[Text | Shape]:
        end = -1.0
        for tick in sorted(self.scene.ticks, key=lambda tick: tick.x):
            x, side = self._x(tick.x), 1 if tick.anchor == "start" else -1
            rect = Rect(x - 0.375, self.room.y, 0.75, self._y(self.scene.height) - self.room.y)
            yield Shape(rect, "rectangle", "ink", _GRID)
            date = self._text(tick.label, _Tie(x + side * TICK_GAP, self._y(9), side), colour="quiet")
            if date.rect.x > end:
                yield date
                end = date.rect.right

    def _name(self, lane: Lane) -> Text:
        mirrored = self.scene.is_mirrored
        edge = self.room.right - MARGIN * self.across if mirrored else self.room.x + MARGIN * self.across
        side = -1 if mirrored else 1
        return self._text(lane.name, _Tie(edge, self._y(lane.name_y), side), colour=lane.index, bold=True)

    # ---- events

    def _event(self, node: Node, event: Event) -> Iterator[Text | Shape]:
        link, colour = self.targets[event.id], self.scene.lanes[node.lane].index
        alt = spoken(event, Language(self.timeline.language))
        x, y, radius = self._x(node.x), self._y(node.y), node.size * min(self.across, self.down) * _LARGER
        if node.mark_kind != "dot":
            left, right, thick = self._x(node.start), self._x(node.end), radius * 1.2
            soft = node.mark_kind == "soft"
            rect = Rect(left, self._y(node.bar_y) - thick / 2, max(thick, right - left), thick)
            bar = Shape(rect, "bar", colour, _SOFT if soft else _SPAN, node.hollow)
            yield replace(bar, link=link, alt=alt) if soft else bar
        if node.mark_kind != "soft":
            rect = Rect(x - radius, y - radius, 2 * radius, 2 * radius)
            yield Shape(rect, node.shape, colour, hollow=node.hollow, link=link, alt=alt)
        if node.label and node.zoom <= 1:
            at = self._x(node.label_at) + node.side * label_gap(node.size) * self.across
            label = self._text(node.label, _Tie(at, y, node.side), colour="ink", bold=node.key, link=link)
            yield replace(label, tip=event.label) if node.event in self.cut else label

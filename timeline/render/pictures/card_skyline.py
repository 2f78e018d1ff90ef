"""Scene -> the skyline of a card: a square for each event, the highest column named, and the eras."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from timeline.language import Language
from timeline.language.periods import period_in_brief
from timeline.model.scene import Scene
from timeline.model.scene.skyline import GAP, NARROWEST, SQUARE, Column, Skyline
from timeline.render.pictures.card import Block, Graphic, Line, Stretch
from timeline.render.pictures.card_labels import Box, Labelled, Plot, dates, labels
from timeline.render.pictures.sheet import Sheet
from timeline.render.pictures.text_roles import reserve
from timeline.typography import text_width

#: The side of a square as a share of the distance of two; and how many times as wide as high it may be
#: where a column would be too high.
_FILLED, _FLATTEST = SQUARE / (SQUARE + GAP), 2.5
#: Px between a column and a text beside it.
_BESIDE = 10.0
#: The height of eras, as a share of the room above the axis, and that of the line for texts above columns,
#: in multiples of the size of notes.
_ERA, _HEADROOM = 0.5, 1.4


@dataclass(frozen=True, slots=True)
class _Sketch:
    """A skyline on its plot: the height of a square with its gap, and the width of its columns."""

    skyline: Skyline
    whole: tuple[float, float]
    plot: Plot
    cell: float
    width: float

    def x(self, share: float) -> float:
        first, last = self.whole
        return self.plot.x((share - first) / (last - first))

    def top(self, column: Column) -> float:
        return self.plot.ground - len(column.squares) * self.cell


def most_height(skyline: Skyline, sheet: Sheet) -> float:
    """How high the skyline is if it has all the room it can use, in px."""
    return _levels(skyline) * _distance(sheet) + (0 if skyline.peak else sheet.small * _HEADROOM)


def skyline_graphic(
    scene: Scene, plot: Plot, language: Language, *, is_labelled: bool, chosen: str = ""
) -> Graphic | None:
    """The skyline of ``scene``, None if it has none: as high as the room above the axis allows.

    Its highest column and its eras are named and, with ``is_labelled``, the main events that have room.

    With the id of a ``chosen`` event, only that event stands out, and nothing is named.
    """
    skyline = scene.skyline
    if skyline is None:
        return None
    headroom = 0 if chosen or skyline.peak else plot.sheet.small * _HEADROOM
    cell = min(_distance(plot.sheet), (plot.ground - plot.top - headroom) / _levels(skyline))
    width = min(_distance(plot.sheet), cell * _FLATTEST) * _FILLED
    sketch = _Sketch(skyline, scene.whole, plot, cell, width)
    blocks = tuple(_blocks(sketch, chosen))
    ticks = [
        replace(tick, x=(sketch.x(tick.x) - plot.sheet.margin) / plot.sheet.room) for tick in skyline.ticks
    ]
    bare = Graphic(
        ground=plot.ground,
        beyond=width / 2,
        tick=plot.tick,
        ticks=tuple(plot.x(tick.x) for tick in ticks),
        blocks=blocks,
        lines=dates(ticks, plot),
    )
    if chosen:
        return bare
    obstacles = [Box(each.x - 6, each.x + each.width + 6, each.y, each.y + each.height) for each in blocks]
    texts = list(_peak(sketch, language, obstacles))
    taken = [box for _, box in texts]
    main = _main_events(sketch, scene) if is_labelled else []
    made, leaders, boxes = labels(main, plot, obstacles, taken)
    eras = list(_eras(sketch, [*obstacles, *taken, *boxes]))
    return replace(
        bare,
        eras=tuple(stretch for stretch, _, _ in eras),
        leaders=leaders,
        lines=(*(line for line, _ in texts), *(line for _, line, _ in eras), *made, *bare.lines),
    )


def _levels(skyline: Skyline) -> int:
    return max(len(column.squares) for column in skyline.columns)


def _distance(sheet: Sheet) -> float:
    """From one square to the next where nothing limits the height: columns have room for no more."""
    return sheet.room / NARROWEST * (SQUARE + GAP)


def _blocks(sketch: _Sketch, chosen: str) -> Iterator[Block]:
    for column in sketch.skyline.columns:
        for number, square in enumerate(column.squares, 1):
            yield Block(
                lane=square.lane,
                x=sketch.x(column.x) - sketch.width / 2,
                y=sketch.plot.ground - number * sketch.cell,
                width=sketch.width,
                height=sketch.cell * _FILLED,
                faint=chosen not in square.events if chosen else square.is_faded,
                chosen=bool(chosen) and chosen in square.events,
            )


def _main_events(sketch: _Sketch, scene: Scene) -> list[Labelled]:
    columns = {event: column for column in sketch.skyline.columns for event in column.events}
    return [
        Labelled(node.label, sketch.x(column.x), sketch.top(column), key=True)
        for node in scene.nodes
        if node.key and (column := columns[node.event])
    ]


def _peak(sketch: _Sketch, language: Language, obstacles: Sequence[Box]) -> Iterator[tuple[Line, Box]]:
    """How many events the highest column holds, beside its top or above it."""
    skyline, peak = sketch.skyline, sketch.skyline.peak
    if peak is None:
        return
    count = language.ngettext("%(num)s event", "%(num)s events", len(peak.events))
    period = period_in_brief(peak.first, peak.last, skyline.unit, skyline.every, language)
    x, y, beside = sketch.x(peak.x), sketch.top(peak), sketch.width / 2 + _BESIDE
    small = sketch.plot.sheet.small
    places = (
        (x + beside, y + small * 0.8, "start"),
        (x - beside, y + small * 0.8, "end"),
        (x - sketch.width / 2, y - small * 0.4, "start"),
        (x + sketch.width / 2, y - small * 0.4, "end"),
    )
    for place in places:
        line, box = _aside(f"{count} · {period}", *place, sketch.plot.sheet)
        if _is_free(box, obstacles, sketch.plot.sheet):
            yield line, box
            return


def _eras(sketch: _Sketch, taken: Sequence[Box]) -> Iterator[tuple[Stretch, Line, Box]]:
    """The eras whose names have room above them; without its name an era would say nothing."""
    plot = sketch.plot
    top = plot.ground - (plot.ground - plot.top) * _ERA
    for era in sketch.skyline.eras:
        left, right = sketch.x(era.start), sketch.x(era.end)
        for x, anchor in ((left, "start"), (right, "end")):
            line, box = _aside(era.name, x, top - plot.sheet.small * 0.35, anchor, plot.sheet)
            if era.name and _is_free(box, taken, plot.sheet):
                taken = [*taken, box]
                yield Stretch(left, right, top), line, box
                break


def _aside(text: str, x: float, y: float, anchor: str, sheet: Sheet) -> tuple[Line, Box]:
    width = text_width(text, sheet.small) * reserve(text, "aside")
    left, right = (x, x + width) if anchor == "start" else (x - width, x)
    return Line(text, x, y, sheet.small, "aside", anchor), Box(
        left, right, y - sheet.small * 0.9, y + sheet.small * 0.3
    )


def _is_free(box: Box, others: Sequence[Box], sheet: Sheet) -> bool:
    inside = box.left >= sheet.margin - 20 and box.right <= sheet.width - sheet.margin + 20
    return inside and not any(map(box.overlaps, others))

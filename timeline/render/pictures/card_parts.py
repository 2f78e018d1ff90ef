"""Parts of a card that stand at any height: the key to the tracks, their counts, lists of events."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from timeline.language import Language
from timeline.language.dates import clock_in_words, when_in_words
from timeline.model import Event, Timeline
from timeline.model.scene import Scene
from timeline.model.when import When
from timeline.render.pictures.card import Block, Line
from timeline.render.pictures.sheet import Sheet
from timeline.render.pictures.text_column import LEADING
from timeline.render.pictures.text_roles import is_bold, reserve
from timeline.typography import fit, text_width, wrap

#: In multiples of the size of the text beside it: the side of a square of the key, the space after it, and
#: between two tracks.
_SIDE, _SPACE, _APART = 0.6, 0.35, 0.9
#: The largest share of the width that the dates of a list take; a longer one stands above its event.
_DATES = 0.3
#: The height of a note below a list, in multiples of its size.
NOTE = 1.8


@dataclass(frozen=True, slots=True)
class Part:
    """Lines and squares below y = 0, and their height in px."""

    lines: tuple[Line, ...] = ()
    blocks: tuple[Block, ...] = ()
    height: float = 0.0

    def at(self, y: float) -> Part:
        """The same that much lower."""
        return Part(
            tuple(replace(line, y=line.y + y) for line in self.lines),
            tuple(replace(block, y=block.y + y) for block in self.blocks),
            self.height,
        )


class _Pen:
    """Places texts and squares by their distance from the side where the language begins."""

    def __init__(self, sheet: Sheet, is_mirrored: bool) -> None:
        self.sheet, self.is_mirrored = sheet, is_mirrored
        self.lines: list[Line] = []
        self.blocks: list[Block] = []

    def text(self, line: Line) -> None:
        """A line whose ``x`` is that distance."""
        anchor = "end" if self.is_mirrored else "start"
        self.lines.append(replace(line, x=self._x(line.x), anchor=anchor))

    def number(self, text: str, y: float, size: float) -> None:
        """A number that ends at the other side."""
        anchor = "start" if self.is_mirrored else "end"
        self.lines.append(Line(text, self._x(self.sheet.room), y, size, "text", anchor))

    def square(self, lane: int, x: float, baseline: float, size: float) -> None:
        side = size * _SIDE
        left = self._x(x) - (side if self.is_mirrored else 0)
        self.blocks.append(Block(lane, left, baseline - side - size * 0.05, side, side))

    def part(self, height: float) -> Part:
        return Part(tuple(self.lines), tuple(self.blocks), height)

    def _x(self, x: float) -> float:
        edge = self.sheet.margin + x
        return self.sheet.width - edge if self.is_mirrored else edge


def track_key(scene: Scene, sheet: Sheet, size: float, most_rows: int) -> Part | None:
    """Which colour belongs to which track, row by row; empty for a single track, None for too many rows."""
    if len(scene.lanes) < 2:
        return Part()
    pen = _Pen(sheet, scene.is_mirrored)
    x, row = 0.0, 0
    for number, lane in enumerate(scene.lanes):
        name = fit(lane.name, size, sheet.room - size * (_SIDE + _SPACE))
        width = size * (_SIDE + _SPACE) + text_width(name, size) * reserve(name, "track")
        if x and x + width > sheet.room:
            x, row = 0.0, row + 1
        baseline = size + row * size * 1.35
        pen.square(number, x, baseline, size)
        pen.text(Line(name, x + size * (_SIDE + _SPACE), baseline, size, "track"))
        x += width + size * _APART
    return pen.part((row + 1) * size * 1.35) if row < most_rows else None


def track_counts(timeline: Timeline, scene: Scene, sheet: Sheet, size: float) -> Part:
    """Each track with the number of its events, one below the other."""
    language = Language(timeline.language)
    counts = Counter(event.track for event in timeline.events)
    names = [timeline.tracks[lane.index].name for lane in scene.lanes]
    pen = _Pen(sheet, scene.is_mirrored)
    step = size * 1.35
    for number, name in enumerate(names):
        baseline = size + number * step
        pen.square(number, 0, baseline, size)
        shown = fit(name, size, sheet.room * 0.8, bold=True)
        pen.text(Line(shown, size * (_SIDE + _SPACE), baseline, size, "name", lane=number))
        pen.number(language.number(counts[name]), baseline, size)
    return pen.part(len(names) * step - size * 0.3)


def with_note(part: Part, text: str, sheet: Sheet, is_mirrored: bool) -> Part:
    """The part with a line of small text below it."""
    pen = _Pen(sheet, is_mirrored)
    height = part.height + sheet.small * NOTE
    pen.text(Line(text, 0, height, sheet.small, "note"))
    return replace(part, lines=(*part.lines, *pen.lines), height=height)


@dataclass(frozen=True, slots=True)
class EventList:
    """Events to be listed with their dates: with ``titles``, by their titles, else by their labels.

    ``gap`` is the space between two, in multiples of the size.
    """

    timeline: Timeline
    events: tuple[Event, ...]
    titles: bool
    size: float
    gap: float = 0.45

    def part(self, scene: Scene, sheet: Sheet) -> Part:
        """The list as drawn: a square in the colour of the track, the date, the event."""
        lanes = {node.event: node.lane for node in scene.nodes}
        dates = _brief_dates(self.events, Language(self.timeline.language))
        small = min(sheet.small, self.size)
        widths = [text_width(date, small, bold=True) * reserve(date, "date") for date in dates]
        most = max((width for width in widths if width <= sheet.room * _DATES), default=0.0)
        first = small * (_SIDE + _SPACE)
        indent = first + most + small * 0.7 if most else first
        pen, y = _Pen(sheet, scene.is_mirrored), 0.0
        for event, date, width in zip(self.events, dates, widths, strict=True):
            is_beside = width <= most
            style = "key" if event.key else "label"
            text = " ".join((event.title if self.titles else event.label).split())
            room = (sheet.room - indent) / reserve(text, style)
            baseline = y + (self.size if is_beside else small)
            pen.square(lanes[event.id], 0, baseline, small)
            shown = fit(date, small, sheet.room - first, bold=True)
            pen.text(Line(shown, first, baseline, small, "date"))
            if not is_beside:
                y += small * LEADING
            for line in wrap(text, self.size, room, bold=is_bold(style)):
                pen.text(Line(line, indent, y + self.size, self.size, style))
                y += self.size * LEADING
            y += self.size * self.gap
        return pen.part(max(0.0, y - self.size * self.gap))


def _brief_dates(events: Sequence[Event], language: Language) -> list[str]:
    """The dates, as short as they may be below an axis that names its first year; for events of one day,
    the clock times.
    """
    days = {(event.when.start.earliest, event.when.start.latest) for event in events}
    clocks = [clock_in_words(event.when) for event in events]
    if len(days) == 1 and all(clocks):
        return clocks
    years = {event.when.start.earliest.year for event in events}
    return [_brief(event.when, language, with_year=len(years) > 1) for event in events]


def _brief(when: When, language: Language, *, with_year: bool) -> str:
    start = when.start
    is_plain = not (when.end or when.is_span or start.approximate or start.uncertain or start.calendar)
    if start.is_day and is_plain:
        return language.tick(start.as_written[0], "day", with_year=with_year)
    return when_in_words(when, language)

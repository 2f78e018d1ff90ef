"""Timeline -> the Card of it all: headline, skyline, main events, counts, on a sheet of any size.

Nothing runs off the card: what does not fit is made smaller step by step, then left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from timeline.language import Language
from timeline.language.events import totals
from timeline.model import Timeline
from timeline.model.scene import Scene, in_view
from timeline.render.chart.svg import edge_counts
from timeline.render.pictures.card import Card, Graphic
from timeline.render.pictures.card_axis import axis_graphic
from timeline.render.pictures.card_labels import Plot
from timeline.render.pictures.card_parts import NOTE, EventList, Part, track_counts, track_key, with_note
from timeline.render.pictures.card_skyline import most_height, skyline_graphic
from timeline.render.pictures.sheet import LINK, Sheet
from timeline.render.pictures.text_column import TextColumn

#: The height of an axis with marks, in multiples of the size of notes, and the least height of a skyline,
#: as a share of the most that it can use.
_AXIS, _LEAST = 2.5, 0.5
#: From the axis down to what follows its dates, in multiples of the size of notes.
_DATES = 1.9
#: The most events of a timeline that are listed whether they are main events or not, and of main events.
_FEW, _MOST_LISTED = 14, 40
#: The sizes to try for a list, in multiples of the size of labels.
_LIST = (1.5, 1.35, 1.2, 1.1, 1.0, 0.9)
#: The space between two rows of a list, in multiples of their size, where there is room for more.
_WIDEST_GAP = 0.9
#: The height that labels of a few events need above an axis, in multiples of their size.
_LABEL_ROWS = 6


def preview(timeline: Timeline, scene: Scene, sheet: Sheet = LINK) -> Card:
    """The picture of the timeline for ``sheet``; ``scene`` is any scene of the timeline."""
    column = TextColumn(timeline, sheet, scene.is_mirrored)
    y = column.kicker(timeline.kicker, sheet.top)
    y = column.block(timeline.title, "headline", sheet.headlines, y, sheet.headline_end)
    _foot(column, timeline, scene)
    draft = _Draft(timeline, scene, column, y, sheet.foot - sheet.small * 1.5)
    graphic, parts = _upright(draft) if sheet.is_upright else _wide(draft)
    return Card(
        width=sheet.width,
        height=sheet.height,
        title=timeline.title,
        lines=(*column.lines, *(line for part in parts for line in part.lines)),
        graphic=graphic,
        left=sheet.margin,
        right=sheet.width - sheet.margin,
        lanes=scene.lanes,
        key=tuple(block for part in parts for block in part.blocks),
    )


@dataclass(frozen=True, slots=True)
class _Draft:
    """A card with its headline, which ends at ``top``, and its last line, which begins at ``bottom``."""

    timeline: Timeline
    scene: Scene
    column: TextColumn
    top: float
    bottom: float

    @property
    def sheet(self) -> Sheet:
        return self.column.sheet

    @property
    def standfirst(self) -> float:
        """The height of the standfirst with the space above it; 0 if there is none."""
        small = self.sheet.small
        height = self.column.height(self.timeline.standfirst, "standfirst", small)
        return height + small * 0.4 if height else 0.0

    def add_standfirst(self) -> None:
        small = self.sheet.small
        self.column.block(
            self.timeline.standfirst, "standfirst", (small,), self.top + small * 0.4, self.bottom
        )

    def graphic(self, top: float, ground: float, *, is_labelled: bool) -> Graphic:
        """The skyline or, for a few events, an axis with those in view."""
        plot = Plot(self.sheet, top, ground, self.scene.is_mirrored)
        language = Language(self.timeline.language)
        skyline = skyline_graphic(self.scene, plot, language, is_labelled=is_labelled)
        return skyline or axis_graphic(in_view(self.scene), plot, is_labelled=is_labelled)


def _foot(column: TextColumn, timeline: Timeline, scene: Scene) -> None:
    """Counts and credit. Marks are drawn only of the events in view, a skyline of all."""
    language = Language(timeline.language)
    beyond = () if scene.skyline else filter(None, edge_counts(scene, language))
    note = ". ".join([totals(timeline, language), *beyond])
    column.foot(*(text for text in (f"{note}. {timeline.credit}" if timeline.credit else "", note) if text))


def _wide(draft: _Draft) -> tuple[Graphic, list[Part]]:
    """The graphic with labels, and the key below it in one row or two."""
    scene, sheet, small, top = draft.scene, draft.sheet, draft.sheet.small, draft.top
    keys = (track_key(scene, sheet, size, rows) for size, rows in ((small, 1), (small * 0.9, 2)))
    key = next(filter(None, keys), Part())
    ground = draft.bottom - key.height - small * _DATES
    height = draft.standfirst
    if height and not scene.skyline and ground - top - height >= sheet.label * _LABEL_ROWS:
        draft.add_standfirst()
        top += height
    graphic = draft.graphic(top + small * 0.8, ground, is_labelled=True)
    return graphic, [key.at(draft.bottom - key.height)]


def _upright(draft: _Draft) -> tuple[Graphic, list[Part]]:
    """The graphic above a list of the main events or, if there are none and too many others, of tracks."""
    timeline, scene, sheet, top = draft.timeline, draft.scene, draft.sheet, draft.top
    small = sheet.small
    most = most_height(scene.skyline, sheet) if scene.skyline else small * _AXIS
    least = most * _LEAST if scene.skyline else most
    standfirst = draft.standfirst
    space = draft.bottom - top - small * (_DATES + 2.8)
    key = track_key(scene, sheet, small, 3) or Part()
    rooms = [space - taken - key.height for taken in (most + standfirst, most, least)]
    fitting = (_fitting(some, rooms, scene, sheet) for some in _lists(timeline, sheet))
    listed = next(filter(None, fitting), None)
    if listed is None:
        listed, key = _part_of_list(timeline, scene, sheet, space - least, key)
    left = space - least - key.height - listed.height
    if standfirst and standfirst <= left - (most - least):
        draft.add_standfirst()
        top, left = top + standfirst, left - standfirst
    height = min(most, least + left)
    spare = (left - (height - least)) / 3
    ground = top + small * 1.4 + spare + height
    y = ground + small * _DATES
    parts = [key.at(y), listed.at(y + key.height + small * (1.0 if key.height else 0.4) + spare)]
    return draft.graphic(ground - height, ground, is_labelled=False), parts


def _lists(timeline: Timeline, sheet: Sheet) -> Iterator[list[EventList]]:
    """What may be listed, from best to worst, each in several sizes: all events, if they are few, else all
    main events; by their titles, else by their labels.
    """
    main = timeline.main_events_only().events
    all_events = [timeline.events] if len(timeline.events) <= _FEW else []
    for events in (*all_events, *([main] if len(main) <= _MOST_LISTED else [])):
        for is_title in (True, False):
            yield [EventList(timeline, events, is_title, sheet.label * size) for size in _LIST]


def _fitting(lists: Sequence[EventList], rooms: Sequence[float], scene: Scene, sheet: Sheet) -> Part | None:
    """The largest of the lists that fits the first of the rooms that has a place for any; None for none."""
    for room in rooms:
        for events in lists:
            part = events.part(scene, sheet)
            if part.height <= room:
                gaps = max(1, len(events.events) - 1) * events.size
                gap = min(_WIDEST_GAP, events.gap + (room - part.height) / 2 / gaps)
                return replace(events, gap=gap).part(scene, sheet)
    return None


def _part_of_list(
    timeline: Timeline, scene: Scene, sheet: Sheet, room: float, key: Part
) -> tuple[Part, Part]:
    """The first main events; or without any, the counts of the tracks, which need no key; and the key."""
    language, size, small = Language(timeline.language), sheet.label * _LIST[-1], sheet.small
    main = tuple(event for event in timeline.events if event.key)[:_MOST_LISTED]
    for number in range(len(main), 0, -1):
        part = EventList(timeline, main[:number], False, size).part(scene, sheet)
        if part.height + small * NOTE + key.height <= room:
            one, many = "{n} of %(num)s event", "{n} of %(num)s events"
            count = language.ngettext(one, many, len(timeline.events)).replace("{n}", str(number))
            return with_note(part, count, sheet, scene.is_mirrored), key
    for size in _LIST:
        part = track_counts(timeline, scene, sheet, sheet.label * size)
        if part.height <= room:
            return part, Part()
    return Part(), key

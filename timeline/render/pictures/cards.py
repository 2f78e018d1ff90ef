"""Timeline -> the Card of one event, to be read on a phone.

Nothing runs off the card: a text that does not fit is made smaller step by step, and what still does not
fit is left out, the least important first.
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from timeline.language import Language
from timeline.language.events import event_date, place_of, status_in_words
from timeline.model import Event, Timeline
from timeline.model.scene import Scene, in_view, whole
from timeline.render.pictures.card import Card, Graphic
from timeline.render.pictures.card_axis import axis_graphic
from timeline.render.pictures.card_labels import Plot
from timeline.render.pictures.card_skyline import skyline_graphic
from timeline.render.pictures.sheet import LINK, Sheet
from timeline.render.pictures.text_column import TextColumn
from timeline.typography.sentences import sentences
from timeline.typography.source_marks import without_marks

#: Share of the card's height that the graphic takes; the least, where marks need no more.
_SKYLINE, _AXIS = 0.15, 0.1


def event_card(timeline: Timeline, event: Event, scene: Scene, sheet: Sheet = LINK) -> Card:
    """The picture of one event: when, what, where, its first source, and its place on the axis.

    ``scene`` is any scene of the timeline.
    """
    language = Language(timeline.language)
    column = TextColumn(timeline, sheet, scene.is_mirrored)
    small = sheet.small
    ground = sheet.foot - small * 3.4
    top = ground - sheet.height * (_SKYLINE if scene.skyline else _AXIS)
    graphic = _graphic(event, scene, Plot(sheet, top, ground, scene.is_mirrored), language)
    status = status_in_words(event, language)
    date = event_date(event, language) + (f" ({status})" if status else "")
    bottom = top - small * 0.8
    lanes = {node.event: node.lane for node in scene.nodes}
    y = column.kicker(event.track, sheet.top, lanes[event.id])
    y = column.block(date, "date", tuple(small * each for each in (1.25, 1.1, 1, 0.85)), y, y + small * 3)
    place = place_of(event, language)
    reserved = small * 1.6 if place else 0
    sizes, summary = _title_and_summary(column, event, bottom - reserved - y)
    y = column.block(event.title, "headline", sizes, y + small * 0.2, bottom)
    if summary:
        y = column.block(summary, "text", (small,), y + small * 0.3, bottom)
    if place and column.fits(place, "note", small, y + small * 0.3, bottom):
        column.block(place, "note", (small,), y + small * 0.3, bottom)
    first = event.sources[0]
    credit = f"{language.gettext('Source:')} {first.publisher}"
    column.foot(*(f"{credit} · {address}" for address in _short_addresses(first.url)), credit)
    return Card(
        width=sheet.width,
        height=sheet.height,
        title=event.title,
        lines=tuple(column.lines),
        graphic=graphic,
        left=sheet.margin,
        right=sheet.width - sheet.margin,
        lanes=scene.lanes,
        url=first.url,
    )


def _graphic(event: Event, scene: Scene, plot: Plot, language: Language) -> Graphic:
    skyline = skyline_graphic(scene, plot, language, is_labelled=False, chosen=event.id)
    if skyline:
        return skyline
    shown = in_view(scene)
    shown = shown if any(node.event == event.id for node in shown.nodes) else whole(scene)
    return axis_graphic(shown, plot, is_labelled=False, chosen=event.id)


def _title_and_summary(column: TextColumn, event: Event, room: float) -> tuple[tuple[float, ...], str]:
    """The sizes to try for the title, and as many sentences of the summary as then fit."""
    small, titles = column.sheet.small, column.sheet.headlines
    for size in titles[:4]:
        left = room - column.height(event.title, "headline", size) - small * 0.5
        for summary in _shorter_summaries(event):
            if column.height(summary, "text", small) <= left:
                return (size,), summary
    return (*titles, 28, 24, 22), ""


def _shorter_summaries(event: Event) -> Iterator[str]:
    """The first paragraph of the summary, then the same without its last sentence, and so on."""
    found = sentences(without_marks(next(iter(event.paragraphs), "")))
    for count in range(len(found), 0, -1):
        yield "".join(found[:count]).strip()


def _short_addresses(url: str) -> Iterator[str]:
    """An address as people write it: without its scheme, then only the host."""
    parts = urlsplit(url)
    host = (parts.hostname or "").removeprefix("www.")
    if parts.path.strip("/") and not parts.query:
        yield f"{host}{parts.path.rstrip('/')}"
    yield host

"""Timeline -> Card: its preview for a shared link, and the card of one event, to be read on a phone.

Nothing runs off the card: a text that does not fit is made smaller step by step, and what still does not
fit is left out, the least important first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from urllib.parse import urlsplit

from timeline.language import Language
from timeline.language.events import event_date, place_of, status_in_words, totals
from timeline.model import Event, Timeline
from timeline.model.scene import Scene, in_view, whole
from timeline.render.chart.svg import edge_counts
from timeline.render.pictures import card_axis
from timeline.render.pictures.card import Card, CardMark, Line
from timeline.render.pictures.card_axis import GROUND, HEIGHT, MARGIN, ROOM, SMALL, WIDTH
from timeline.render.pictures.text_roles import has_capitals, is_bold, reserve
from timeline.typography import fit, has_whole_words, text_width, wrap
from timeline.typography.sentences import sentences

#: Px: the height of the line with the place and the space above it.
_PLACE = 44.0
_LEADING = 1.2
#: Baselines of the first line of text and of the note at the foot.
_TOP, _FOOT = 84.0, 594.0
_TITLES = (58.0, 52.0, 46.0, 42.0, 38.0, 34.0, 30.0, 26.0, 22.0)
#: Px: how high marks may be stacked, on an event's card and in the preview.
_LOW, _TALL = 60.0, 120.0


def preview(timeline: Timeline, scene: Scene) -> Card:
    """The picture of the timeline: headline, the marks in view on one axis, the labels that fit, counts.

    ``scene`` is any scene of the timeline.
    """
    counts = edge_counts(scene, Language(timeline.language))
    scene = in_view(scene)
    column = _TextColumn(timeline, scene.is_mirrored)
    y = column.kicker(timeline.kicker, _TOP)
    y = column.block(timeline.title, "headline", (64, 58, 52, 46, 40, 36, 32), y, 270)
    note = ". ".join([totals(timeline, Language(timeline.language)), *filter(None, counts)])
    column.foot(*(text for text in (f"{note}. {timeline.credit}" if timeline.credit else "", note) if text))
    marks = card_axis.with_labels(card_axis.marks(scene, _TALL), scene, y + 28)
    lines = (*column.lines, *card_axis.labels(marks), *card_axis.dates(scene))
    return _card(timeline.title, lines, marks, scene)


def event_card(timeline: Timeline, event: Event, scene: Scene) -> Card:
    """The picture of one event: when, what, where, its first source, and its place on the axis."""
    shown = in_view(scene)
    scene = shown if any(node.event == event.id for node in shown.nodes) else whole(scene)
    language = Language(timeline.language)
    column = _TextColumn(timeline, scene.is_mirrored)
    marks = tuple(replace(mark, faint=mark.node.event != event.id) for mark in card_axis.marks(scene, _LOW))
    lane = next(mark.node.lane for mark in marks if not mark.faint)
    status = status_in_words(event, language)
    date = event_date(event, language) + (f" ({status})" if status else "")
    bottom = GROUND - 30 - _LOW
    y = column.kicker(event.track, _TOP, lane)
    y = column.block(date, "date", (36, 32, 28, 24), y, y + 90)
    place = place_of(event, language)
    sizes, summary = _title_and_summary(column, event, bottom - (_PLACE if place else 0) - y)
    y = column.block(event.title, "headline", sizes, y + 6, bottom)
    if summary:
        y = column.block(summary, "text", (SMALL,), y + 8, bottom)
    if place and column.fits(place, "note", SMALL, y + 8, bottom):
        column.block(place, "note", (SMALL,), y + 8, bottom)
    first = event.sources[0]
    credit = f"{language.gettext('Source:')} {first.publisher}"
    column.foot(*(f"{credit} · {address}" for address in _short_addresses(first.url)), credit)
    ordered = tuple(sorted(marks, key=lambda mark: not mark.faint))
    return _card(event.title, (*column.lines, *card_axis.dates(scene)), ordered, scene, first.url)


def _title_and_summary(column: _TextColumn, event: Event, room: float) -> tuple[tuple[float, ...], str]:
    """The sizes to try for the title, and as many sentences of the summary as then fit."""
    for size in _TITLES[:4]:
        left = room - column.height(event.title, "headline", size) - 14
        for summary in _shorter_summaries(event):
            if column.height(summary, "text", SMALL) <= left:
                return (size,), summary
    return _TITLES, ""


def _card(
    title: str, lines: Sequence[Line], marks: tuple[CardMark, ...], scene: Scene, url: str = ""
) -> Card:
    ticks = tuple(card_axis.x_at(tick.x) for tick in scene.ticks)
    right = WIDTH - MARGIN
    return Card(WIDTH, HEIGHT, title, tuple(lines), marks, MARGIN, right, GROUND, ticks, scene.lanes, url)


class _TextColumn:
    """Places lines of text one below the other, at the side where the language begins."""

    def __init__(self, timeline: Timeline, is_mirrored: bool) -> None:
        self.lines: list[Line] = []
        self.edge, self.anchor = (WIDTH - MARGIN, "end") if is_mirrored else (MARGIN, "start")
        self.upper = has_capitals(timeline)

    def kicker(self, text: str, y: float, lane: int | None = None) -> float:
        """Add one line in capitals, if there is any; return the y at which the next block may begin."""
        if not text:
            return y - SMALL
        style = "kicker" if lane is None else "name"
        text = text.upper() if self.upper else text
        shown = fit(text, SMALL * 1.08, ROOM / reserve(text, "kicker"), bold=True)
        self.lines.append(Line(shown, self.edge, y, SMALL, style, self.anchor, lane))
        return y + 14

    def block(self, text: str, style: str, sizes: Sequence[float], top: float, bottom: float) -> float:
        """Add ``text`` from ``top`` in the largest of ``sizes`` that ends above ``bottom``; return its end.

        A size that breaks no word is preferred. If even the smallest does not fit, the last line that has
        room ends in an ellipsis.
        """
        fitting = [size for size in sizes if self.fits(text, style, size, top, bottom)]
        room = ROOM / reserve(text, style)
        whole = (size for size in fitting if has_whole_words(text, size, room, bold=is_bold(style)))
        size = next(whole, next(iter(fitting), sizes[-1]))
        lines = self._wrapped(text, style, size)
        most = max(1, int((bottom - top) // (size * _LEADING)))
        if len(lines) > most:
            lines = (*lines[: most - 1], fit(" ".join(lines[most - 1 :]), size, room, bold=is_bold(style)))
        for number, line in enumerate(lines):
            y = top + size + number * size * _LEADING
            self.lines.append(Line(line, self.edge, y, size, style, self.anchor))
        return top + len(lines) * size * _LEADING

    def fits(self, text: str, style: str, size: float, top: float, bottom: float) -> bool:
        """Whether ``text`` fits in this size."""
        return top + self.height(text, style, size) <= bottom

    def height(self, text: str, style: str, size: float) -> float:
        """The height of ``text`` in px."""
        return len(self._wrapped(text, style, size)) * size * _LEADING

    def foot(self, *texts: str) -> None:
        """Add the first of the texts that fits on one line, or as much of the last as fits."""
        room = [ROOM / reserve(text, "note") for text in texts]
        fitting = (
            text for text, width in zip(texts, room, strict=True) if text_width(text, SMALL) <= width
        )
        shown = next(fitting, None) or fit(texts[-1], SMALL, room[-1])
        self.lines.append(Line(shown, self.edge, _FOOT, SMALL, "note", self.anchor))

    def _wrapped(self, text: str, style: str, size: float) -> tuple[str, ...]:
        return wrap(re.sub(r"[ \t\n]+", " ", text), size, ROOM / reserve(text, style), bold=is_bold(style))


def _shorter_summaries(event: Event) -> Iterator[str]:
    """The first paragraph of the summary, then the same without its last sentence, and so on."""
    found = sentences(next(iter(event.paragraphs), ""))
    for count in range(len(found), 0, -1):
        yield "".join(found[:count]).strip()


def _short_addresses(url: str) -> Iterator[str]:
    """An address as people write it: without its scheme, then only the host."""
    parts = urlsplit(url)
    host = (parts.hostname or "").removeprefix("www.")
    if parts.path.strip("/") and not parts.query:
        yield f"{host}{parts.path.rstrip('/')}"
    yield host

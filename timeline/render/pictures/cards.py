"""Timeline -> Card: its preview for a shared link, and the card of one event, to be read on a phone.

Nothing runs off the card: a text that has no room is set smaller step by step, and what still has none is
left out, the least important first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from urllib.parse import urlsplit

from timeline.language import Language
from timeline.language.dates import date_and_clock
from timeline.language.events import place_of, totals
from timeline.model import Event, Timeline
from timeline.model.scene import Scene
from timeline.render.pictures import card_axis
from timeline.render.pictures.card import Card, Line, Spot
from timeline.render.pictures.card_axis import GROUND, HEIGHT, MARGIN, ROOM, SMALL, WIDTH
from timeline.render.pictures.text_roles import has_capitals, is_bold, reserve
from timeline.typography import fit, has_whole_words, text_width, wrap
from timeline.typography.sentences import sentences

#: The line that tells the place, and what it keeps from the text above it.
_PLACE = 44.0
_LEADING = 1.2
#: Baselines of the first line of text and of the note at the foot.
_TOP, _FOOT = 84.0, 594.0
_TITLES = (58.0, 52.0, 46.0, 42.0, 38.0, 34.0, 30.0, 26.0, 22.0)
#: Px: how high marks may be piled up, on an event's card and in the preview.
_LOW, _TALL = 60.0, 120.0


def preview(timeline: Timeline, scene: Scene) -> Card:
    """The picture of the whole timeline: headline, all marks on one line, the labels that fit, counts.

    ``scene`` is any scene of the timeline.
    """
    setter = _Setter(timeline, scene.is_mirrored)
    y = setter.kicker(timeline.kicker, _TOP)
    y = setter.block(timeline.title, "headline", (64, 58, 52, 46, 40, 36, 32), y, 270)
    counts = totals(timeline, Language(timeline.language))
    setter.foot(
        *(text for text in (f"{counts}. {timeline.credit}" if timeline.credit else "", counts) if text)
    )
    marks = card_axis.flagged(card_axis.spots(scene, _TALL), scene, y + 28)
    lines = (*setter.lines, *card_axis.labels(marks), *card_axis.dates(scene))
    return _card(timeline.title, lines, marks, scene)


def event_card(timeline: Timeline, event: Event, scene: Scene) -> Card:
    """The picture of one event: when, what, where, by whom it is told, and its place on the line."""
    language = Language(timeline.language)
    setter = _Setter(timeline, scene.is_mirrored)
    marks = tuple(replace(spot, faint=spot.node.event != event.id) for spot in card_axis.spots(scene, _LOW))
    lane = next(spot.node.lane for spot in marks if not spot.faint)
    status = "" if event.status == "held" else f" ({language.gettext(event.status)})"
    date = f"{date_and_clock(event.when, language)}{status}"
    bottom = GROUND - 30 - _LOW
    y = setter.kicker(event.track, _TOP, lane)
    y = setter.block(date, "date", (36, 32, 28, 24), y, y + 90)
    place = place_of(event, language)
    sizes, told = _shared(setter, event, bottom - (_PLACE if place else 0) - y)
    y = setter.block(event.title, "headline", sizes, y + 6, bottom)
    if told:
        y = setter.block(told, "text", (SMALL,), y + 8, bottom)
    if place and setter.fits(place, "note", SMALL, y + 8, bottom):
        setter.block(place, "note", (SMALL,), y + 8, bottom)
    first = event.sources[0]
    credit = f"{language.gettext('Source:')} {first.publisher}"
    setter.foot(*(f"{credit} · {bare}" for bare in _bare(first.url)), credit)
    ordered = tuple(sorted(marks, key=lambda spot: not spot.faint))
    return _card(event.title, (*setter.lines, *card_axis.dates(scene)), ordered, scene, first.url)


def _shared(setter: _Setter, event: Event, room: float) -> tuple[tuple[float, ...], str]:
    """The sizes to try for the title, and as many sentences of the summary as leave it large enough."""
    for size in _TITLES[:4]:
        left = room - setter.height(event.title, "headline", size) - 14
        for told in _cut_at_sentences(event.summary):
            if setter.height(told, "text", SMALL) <= left:
                return (size,), told
    return _TITLES, ""


def _card(title: str, lines: Sequence[Line], spots: tuple[Spot, ...], scene: Scene, url: str = "") -> Card:
    ticks = tuple(card_axis.across(tick.x) for tick in scene.ticks)
    right = WIDTH - MARGIN
    return Card(WIDTH, HEIGHT, title, tuple(lines), spots, MARGIN, right, GROUND, ticks, scene.lanes, url)


class _Setter:
    """Sets lines of text one under the other, at the edge where the language begins to read."""

    def __init__(self, timeline: Timeline, is_mirrored: bool) -> None:
        self.lines: list[Line] = []
        self.edge, self.anchor = (WIDTH - MARGIN, "end") if is_mirrored else (MARGIN, "start")
        self.upper = has_capitals(timeline)

    def kicker(self, text: str, y: float, lane: int | None = None) -> float:
        """One line in capitals, if there is any; where the next block may begin."""
        if not text:
            return y - SMALL
        style = "kicker" if lane is None else "name"
        text = text.upper() if self.upper else text
        shown = fit(text, SMALL * 1.08, ROOM / reserve(text, "kicker"), bold=True)
        self.lines.append(Line(shown, self.edge, y, SMALL, style, self.anchor, lane))
        return y + 14

    def block(self, text: str, style: str, sizes: Sequence[float], top: float, bottom: float) -> float:
        """``text`` from ``top`` in the largest of ``sizes`` that ends above ``bottom``; where it ends.

        A size that breaks no word goes before one that does. In the smallest the last line that has room
        ends in an ellipsis, if it must.
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
        """Whether ``text`` has room in this size."""
        return top + self.height(text, style, size) <= bottom

    def height(self, text: str, style: str, size: float) -> float:
        """The px that ``text`` takes."""
        return len(self._wrapped(text, style, size)) * size * _LEADING

    def foot(self, *texts: str) -> None:
        """The first of the texts that fits one line, or what fits of the last."""
        room = [ROOM / reserve(text, "note") for text in texts]
        fitting = (text for text, wide in zip(texts, room, strict=True) if text_width(text, SMALL) <= wide)
        shown = next(fitting, None) or fit(texts[-1], SMALL, room[-1])
        self.lines.append(Line(shown, self.edge, _FOOT, SMALL, "note", self.anchor))

    def _wrapped(self, text: str, style: str, size: float) -> tuple[str, ...]:
        return wrap(re.sub(r"[ \t\n]+", " ", text), size, ROOM / reserve(text, style), bold=is_bold(style))


def _cut_at_sentences(text: str) -> Iterator[str]:
    """The first paragraph whole, then without its last sentence, and so on."""
    found = sentences(text.partition("\n\n")[0])
    for count in range(len(found), 0, -1):
        yield "".join(found[:count]).strip()


def _bare(url: str) -> Iterator[str]:
    """An address as people read it: without its scheme, then the host alone."""
    parts = urlsplit(url)
    host = (parts.hostname or "").removeprefix("www.")
    if parts.path.strip("/") and not parts.query:
        yield f"{host}{parts.path.rstrip('/')}"
    yield host

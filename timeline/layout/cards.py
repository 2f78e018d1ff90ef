"""Timeline -> Card: its preview for a shared link, and the card of one event, to be read on a phone.

Nothing runs off the card: a text that has no room is set smaller step by step, and what still has none is
left out, the least important first.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from timeline.dates_in_words import date_and_clock
from timeline.language import Language
from timeline.layout.text import fit, has_whole_words, text_width, wrap
from timeline.model import Event, Timeline
from timeline.prose import sentences
from timeline.scene import Card, Line, Node, Scene, Spot
from timeline.words import place_of, totals

#: The size that link previews are shown in: https://ogp.me/, https://developer.x.com/en/docs/x-for-websites/cards
WIDTH, HEIGHT = 1200, 630
_MARGIN = 60.0
_ROOM = WIDTH - 2 * _MARGIN
#: Px: on a phone a card is about 0.3 times as large.
_SMALL, _LABEL = 28.0, 30.0
#: The line that tells the place, and what it keeps from the text above it.
_PLACE = 44.0
_LEADING = 1.2
#: Baselines: of the first line of text, of the note at the foot, of the dates, and the height of the line.
_TOP, _FOOT, _DATES, _GROUND = 84.0, 594.0, 540.0, 496.0
#: How much wider than Arial a headline's serif may be, and a font for letters that Arial's kin lack.
_SERIF, _OTHER = 1.13, 1.08
_TITLES = (58.0, 52.0, 46.0, 42.0, 38.0, 34.0, 30.0, 26.0, 22.0)
#: Marks are that much larger than on the page, main ones a little less; those that would meet are piled up,
#: each so far above the other, or nearer, so that the pile is no higher than it may be on a card.
_MAGNIFIED, _KEY_MAGNIFIED, _PILE = 2.0, 1.7, 21.0
_LOW, _TALL = 60.0, 120.0
#: Px between rows of labels, from a leader to its label, and between what must not meet.
_ROW, _GAP, _CLEAR = 36.0, 9.0, 14.0


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
    spots = _flagged(_spots(scene, _TALL), scene, y + 28)
    lines = (*setter.lines, *_labels(spots), *_dates(scene, setter))
    return _card(timeline.title, lines, spots, scene)


def event_card(timeline: Timeline, event: Event, scene: Scene) -> Card:
    """The picture of one event: when, what, where, by whom it is told, and its place on the line."""
    language = Language(timeline.language)
    setter = _Setter(timeline, scene.is_mirrored)
    spots = tuple(replace(spot, faint=spot.node.event != event.id) for spot in _spots(scene, _LOW))
    lane = next(spot.node.lane for spot in spots if not spot.faint)
    status = "" if event.status == "held" else f" ({language.gettext(event.status)})"
    date = f"{date_and_clock(event.when, language)}{status}"
    bottom = _GROUND - 30 - _LOW
    y = setter.kicker(event.track, _TOP, lane)
    y = setter.block(date, "date", (36, 32, 28, 24), y, y + 90)
    place = place_of(event, language)
    sizes, told = _shared(setter, event, bottom - (_PLACE if place else 0) - y)
    y = setter.block(event.title, "headline", sizes, y + 6, bottom)
    if told:
        y = setter.block(told, "text", (_SMALL,), y + 8, bottom)
    if place and setter.fits(place, "note", _SMALL, y + 8, bottom):
        setter.block(place, "note", (_SMALL,), y + 8, bottom)
    first = event.sources[0]
    credit = f"{language.gettext('Source:')} {first.publisher}"
    setter.foot(*(f"{credit} · {bare}" for bare in _bare(first.url)), credit)
    ordered = tuple(sorted(spots, key=lambda spot: not spot.faint))
    return _card(event.title, (*setter.lines, *_dates(scene, setter)), ordered, scene, first.url)


def _shared(setter: _Setter, event: Event, room: float) -> tuple[tuple[float, ...], str]:
    """The sizes to try for the title, and as many sentences of the summary as leave it large enough."""
    for size in _TITLES[:4]:
        left = room - setter.height(event.title, "headline", size) - 14
        for told in _cut_at_sentences(event.summary):
            if setter.height(told, "text", _SMALL) <= left:
                return (size,), told
    return _TITLES, ""


def _card(title: str, lines: Sequence[Line], spots: tuple[Spot, ...], scene: Scene, url: str = "") -> Card:
    ticks = tuple(_x(tick.x) for tick in scene.ticks)
    right = WIDTH - _MARGIN
    return Card(WIDTH, HEIGHT, title, tuple(lines), spots, _MARGIN, right, _GROUND, ticks, scene.lanes, url)


class _Setter:
    """Sets lines of text one under the other, at the edge where the language begins to read."""

    def __init__(self, timeline: Timeline, is_mirrored: bool) -> None:
        self.lines: list[Line] = []
        self.edge, self.anchor = (WIDTH - _MARGIN, "end") if is_mirrored else (_MARGIN, "start")
        self.upper = has_capitals(timeline)

    def kicker(self, text: str, y: float, lane: int | None = None) -> float:
        """One line in capitals, if there is any; where the next block may begin."""
        if not text:
            return y - _SMALL
        style = "kicker" if lane is None else "name"
        text = text.upper() if self.upper else text
        shown = fit(text, _SMALL * 1.08, _ROOM / reserve(text, "kicker"), bold=True)
        self.lines.append(Line(shown, self.edge, y, _SMALL, style, self.anchor, lane))
        return y + 14

    def block(self, text: str, style: str, sizes: Sequence[float], top: float, bottom: float) -> float:
        """``text`` from ``top`` in the largest of ``sizes`` that ends above ``bottom``; where it ends.

        A size that breaks no word goes before one that does. In the smallest the last line that has room
        ends in an ellipsis, if it must.
        """
        fitting = [size for size in sizes if self.fits(text, style, size, top, bottom)]
        room = _ROOM / reserve(text, style)
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
        room = [_ROOM / reserve(text, "note") for text in texts]
        fitting = (text for text, wide in zip(texts, room, strict=True) if text_width(text, _SMALL) <= wide)
        shown = next(fitting, None) or fit(texts[-1], _SMALL, room[-1])
        self.lines.append(Line(shown, self.edge, _FOOT, _SMALL, "note", self.anchor))

    def _wrapped(self, text: str, style: str, size: float) -> tuple[str, ...]:
        return wrap(re.sub(r"[ \t\n]+", " ", text), size, _ROOM / reserve(text, style), bold=is_bold(style))


def has_capitals(timeline: Timeline) -> bool:
    """Whether capitals may be made of a text here: Turkish and Azeri have others than Python makes."""
    return timeline.language.partition("-")[0] not in {"tr", "az"}


def is_bold(style: str) -> bool:
    """Whether a line in this role is bold."""
    return style in {"headline", "kicker", "date", "key"}


def reserve(text: str, style: str) -> float:
    """By what to divide the room that a text has, for fonts that are wider than Arial."""
    is_other = any(unicodedata.bidirectional(char) in {"R", "AL"} for char in text)
    return _OTHER if is_other else _SERIF if style == "headline" else 1.0


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


# ---- the line of all events


def _x(share: float) -> float:
    return _MARGIN + share * _ROOM


def _spots(scene: Scene, highest: float) -> tuple[Spot, ...]:
    """Every event on the line; those that would meet in piles up to ``highest`` px, main ones lowest."""
    levels: dict[str, int] = {}
    piles: list[list[float]] = []
    for node in sorted(scene.nodes, key=lambda node: not node.key):
        x = _x(node.x)
        free = (level for level, pile in enumerate(piles) if all(abs(x - other) >= _PILE for other in pile))
        level = next(free, len(piles))
        if level == len(piles):
            piles.append([])
        piles[level].append(x)
        levels[node.event] = level
    step = min(_PILE, highest / max(1, len(piles) - 1))
    return tuple(
        Spot(
            node=node,
            x=_x(node.x),
            y=_GROUND - levels[node.event] * step,
            start=_x(node.start),
            end=_x(node.end),
            size=node.size * (_KEY_MAGNIFIED if node.key else _MAGNIFIED),
        )
        for node in scene.nodes
    )


@dataclass(frozen=True, slots=True)
class _Box:
    left: float
    right: float
    top: float
    bottom: float

    def meets(self, other: _Box) -> bool:
        beside = self.right <= other.left or other.right <= self.left
        return not beside and self.top < other.bottom and other.top < self.bottom


def _flagged(spots: tuple[Spot, ...], scene: Scene, top: float) -> tuple[Spot, ...]:
    """The spots, those with a flag that there is room for between ``top`` and the line; main events first.

    A flag is a leader upwards with the label beside it; no label is crossed by a leader or meets another.
    """
    lowest = _GROUND - _ROW
    rows = [lowest - number * _ROW for number in range(int((lowest - top) // _ROW) + 1)]
    marks = [_Box(s.x - s.size, s.x + s.size, s.y - s.size, s.y + s.size) for s in spots]
    taken: list[tuple[_Box, _Box]] = []
    flags: dict[str, tuple[float, int]] = {}
    later_first = 1 if scene.is_mirrored else -1
    for spot in sorted(spots, key=lambda spot: (not spot.node.key, later_first * spot.x)):
        for side, y in ((side, y) for side in _sides(scene) for y in rows if y < spot.y):
            label, leader = _flag(spot, y, side)
            inside = label.left >= _MARGIN - 20 and label.right <= WIDTH - _MARGIN + 20
            meets = any(label.meets(one) or label.meets(two) or leader.meets(one) for one, two in taken)
            if inside and not meets and not any(map(label.meets, marks)):
                taken.append((label, leader))
                flags[spot.node.event] = y, side
                break
    return tuple(
        replace(spot, flag=flags[name][0], node=replace(spot.node, side=flags[name][1]))
        if (name := spot.node.event) in flags
        else spot
        for spot in spots
    )


def _sides(scene: Scene) -> tuple[int, int]:
    return (-1, 1) if scene.is_mirrored else (1, -1)


def _flag(spot: Spot, y: float, side: int) -> tuple[_Box, _Box]:
    """The room of a label at height ``y`` on that side, and of its leader."""
    reach = _GAP + _label_width(spot.node) + _CLEAR
    left, right = sorted((spot.x + side * 6, spot.x + side * reach))
    return _Box(left, right, y - _ROW / 2, y + _ROW / 2), _Box(spot.x - 5, spot.x + 5, y, spot.y)


def _label_width(node: Node) -> float:
    return text_width(node.label, _LABEL, bold=node.key) * reserve(node.label, "label")


def _labels(spots: Sequence[Spot]) -> Iterator[Line]:
    for spot in spots:
        if spot.flag is not None:
            x = spot.x + _GAP * spot.node.side
            style, anchor = (
                ("key" if spot.node.key else "label"),
                ("start" if spot.node.side > 0 else "end"),
            )
            yield Line(spot.node.label, x, spot.flag + _LABEL / 3, _LABEL, style, anchor)


def _dates(scene: Scene, setter: _Setter) -> Iterator[Line]:
    """As many of the grid's dates as stand clear of each other; the first has the year."""
    taken: list[tuple[float, float]] = []
    ticks = sorted(scene.ticks, key=lambda tick: -tick.x if scene.is_mirrored else tick.x)
    for tick in ticks:
        text = tick.label if taken else tick.alone
        width = text_width(text, _SMALL) * reserve(text, "note")
        x = _x(tick.x)
        left = min(max(x - (width if scene.is_mirrored else 0), _MARGIN), WIDTH - _MARGIN - width)
        if all(left >= end + 30 or left + width + 30 <= start for start, end in taken):
            taken.append((left, left + width))
            yield Line(
                text, left + (width if setter.anchor == "end" else 0), _DATES, _SMALL, "note", setter.anchor
            )

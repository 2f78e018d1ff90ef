"""Timeline -> what is around a chart that is published alone: headline, counts, the key of its shapes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from timeline.language import Language
from timeline.language.events import axis_note, totals
from timeline.model import Shape, Timeline
from timeline.model.scene import MARGIN, Scene, mark_size
from timeline.render.chart.kinds import shape_meanings
from timeline.render.chart.svg import edge_counts
from timeline.render.pictures.card import Line
from timeline.render.pictures.text_roles import has_capitals, is_bold, reserve
from timeline.typography import has_whole_words, text_width, wrap

#: Sizes of a headline: the first in which it fits on one line, else on two, else the smallest.
_TITLES = (34.0, 30.0, 26.0, 22.0)
_SMALL, _LEADING = 12.0, 1.2
#: How many times as wide the kicker's capitals are with their letter spacing.
_SPACED = 1.12
#: Px from the chart up to the last line of the headline, from its first line up to the kicker, and from the
#: chart down to the note.
_ABOVE, _KICKER, _BELOW = 40.0, 38.0, 22.0
#: In the key of shapes, px from a mark's centre to its text, from the text to the next mark, from one row
#: to the next, and above the first row.
_GAP, _APART, _KEY_ROW, _ABOVE_KEY = 10.0, 24.0, 17.0, 20.0


def heading_and_note(timeline: Timeline, scene: Scene) -> tuple[Line, ...]:
    """Kicker and headline above the chart of ``scene``, whose top is y = 0, counts below; as many lines as
    they need between the margins of a picture that is as wide.
    """
    width, height = scene.width, scene.height
    language = Language(timeline.language)
    edge, anchor = (width - MARGIN, "end") if language.is_rtl else (MARGIN, "start")
    room = width - 2 * MARGIN

    def upwards(
        text: str, style: str, size: float, bottom: float, width_factor: float = 1.0
    ) -> Iterator[Line]:
        lines = _lines(text, style, size, room / width_factor)
        for number, line in enumerate(lines, start=1 - len(lines)):
            yield Line(line, edge, bottom + number * size * _LEADING, size, style, anchor)

    title = _on_one_line(timeline.title)
    headline = list(upwards(title, "headline", _size(title, room), -_ABOVE))
    capitals = timeline.kicker.upper() if has_capitals(timeline) else timeline.kicker
    kicker = (
        upwards(_on_one_line(capitals), "kicker", _SMALL, headline[0].y - _KICKER, _SPACED)
        if capitals
        else ()
    )
    sentences = [
        f"{totals(timeline, language)}.",
        *(f"{count}." for count in edge_counts(scene, language) if count),
        language.gettext("Dates are local to the place."),
        axis_note(timeline, language) if scene.shows_hours else "",
    ]
    note = " ".join(filter(None, sentences))
    lines = _lines(note, "note", _SMALL, room)
    first = height + _BELOW
    below = (Line(line, edge, first + n * 16, _SMALL, "note", anchor) for n, line in enumerate(lines))
    return (*kicker, *headline, *below)


@dataclass(frozen=True, slots=True)
class KeyMark:
    """A mark of the key: its shape and radius, and its centre in px."""

    shape: Shape
    size: float
    x: float
    y: float


def shape_key(timeline: Timeline, scene: Scene, y: float) -> tuple[tuple[KeyMark, ...], tuple[Line, ...]]:
    """The marks and words of the key below the baseline ``y``, as wide as the picture of ``scene``; empty
    if all marks have the same shape.
    """
    language = Language(timeline.language)
    marks, lines = [], []
    first = MARGIN + 6
    x, baseline = first, y + _ABOVE_KEY
    for meaning in shape_meanings(timeline, language):
        room = (scene.width - MARGIN - first - _GAP) / reserve(meaning.meaning, "note")
        texts = wrap(meaning.meaning, _SMALL, room)
        width = max(text_width(text, _SMALL) * reserve(text, "note") for text in texts)
        if x > first and x + _GAP + width > scene.width - MARGIN:
            x, baseline = first, baseline + _KEY_ROW
        side, edge, anchor = (-1, scene.width, "end") if language.is_rtl else (1, 0, "start")
        marks.append(
            KeyMark(meaning.shape, mark_size(meaning.shape, key=False), edge + side * x, baseline - 4)
        )
        for number, text in enumerate(texts):
            at = edge + side * (x + _GAP)
            lines.append(Line(text, at, baseline + number * _KEY_ROW, _SMALL, "note", anchor))
        baseline += (len(texts) - 1) * _KEY_ROW
        x += _GAP + width + _APART
    return tuple(marks), tuple(lines)


def _size(title: str, room: float) -> float:
    """The largest size for one line, else for two without broken words, else the smallest."""
    width = room / reserve(title, "headline")
    for most in (1, 2):
        for size in _TITLES:
            whole = has_whole_words(title, size, width, bold=True)
            if whole and len(_lines(title, "headline", size, room)) <= most:
                return size
    return _TITLES[-1]


def _lines(text: str, style: str, size: float, room: float) -> Sequence[str]:
    return wrap(text, size, room / reserve(text, style), bold=is_bold(style)) or ("",)


def _on_one_line(text: str) -> str:
    """Line breaks and tabs as spaces."""
    return re.sub(r"[ \t\n]+", " ", text)

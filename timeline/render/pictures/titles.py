"""Timeline -> the texts around a chart that is published alone: headline and counts, none shortened."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from timeline.language import Language
from timeline.language.events import axis_note, totals
from timeline.model import Timeline
from timeline.model.scene import MARGIN, Scene
from timeline.render.chart.svg import edge_counts
from timeline.render.pictures.card import Line
from timeline.render.pictures.text_roles import has_capitals, is_bold, reserve
from timeline.typography import has_whole_words, wrap

#: Sizes of a headline: the first in which it fits on one line, else on two, else the smallest.
_TITLES = (34.0, 30.0, 26.0, 22.0)
_SMALL, _LEADING = 12.0, 1.2
#: How many times as wide the kicker's capitals are with their letter spacing.
_SPACED = 1.12
#: Px from the chart up to the last line of the headline, from its first line up to the kicker, and from the
#: chart down to the note.
_ABOVE, _KICKER, _BELOW = 40.0, 38.0, 22.0


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

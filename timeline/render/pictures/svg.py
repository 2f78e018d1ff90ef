"""Scene or card -> a self-contained picture in SVG."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from timeline.language import Language
from timeline.model import Timeline
from timeline.model.scene import BLUR, Lane, Scene
from timeline.render.chart import palette
from timeline.render.chart.columns import columns
from timeline.render.chart.svg import marks
from timeline.render.pictures.card import Card, Line
from timeline.render.pictures.text_roles import family, is_bold
from timeline.render.pictures.titles import KeyMark, heading_and_note, shape_key
from timeline.render.web.marker import element
from timeline.render.web.templates import Markup, fill
from timeline.typography.direction import is_leftward

#: Px above a still's first line, and below the baseline of its last.
_HEAD, _FOOT = 22.0, 12.0


def still(timeline: Timeline, scene: Scene, *, is_dark: bool = False) -> Markup:
    """The timeline as one self-contained SVG: headline, chart, counts and the key of its shapes, in light
    or in dark colours.
    """
    texts = heading_and_note(timeline, scene)
    key, words = shape_key(timeline, scene, max(line.y for line in texts))
    lines = (*texts, *words)
    head = _HEAD + max(line.size - line.y for line in lines)
    foot = _FOOT + max(line.y for line in lines) - scene.height
    return _drawing(timeline, scene, _Around(lines, key, head, foot), is_dark=is_dark)


def chart_alone(timeline: Timeline, scene: Scene, *, has_key: bool = True) -> Markup:
    """The chart, with the key of its shapes, as one self-contained SVG for a sheet that has a headline."""
    key, words = shape_key(timeline, scene, scene.height) if has_key else ((), ())
    foot = _FOOT / 2 + max(line.y for line in words) - scene.height if words else 0.0
    return _drawing(timeline, scene, _Around(words, key, foot=foot), is_dark=False)


@dataclass(frozen=True, slots=True)
class _Around:
    """What is above and below a chart, and the px that it takes there."""

    lines: Sequence[Line] = ()
    key: Sequence[KeyMark] = ()
    head: float = 0.0
    foot: float = 0.0


def _drawing(timeline: Timeline, scene: Scene, around: _Around, *, is_dark: bool) -> Markup:
    drawn = marks(timeline, scene)
    return fill(
        "pictures/still.svg",
        Language(timeline.language),
        timeline=timeline,
        scene=scene,
        x=lambda share: scene.left + share * scene.plot_width,
        lines=around.lines,
        key=around.key,
        marks=drawn,
        clusters=columns(timeline, [scene]),
        faded=sorted({mark.node.lane for mark in drawn if mark.node.mark_kind in {"soft", "blur"}}),
        head=around.head,
        foot=around.foot,
        labels=family("", "label"),
        **_looks(timeline, scene.lanes, is_dark=is_dark),
    )


def card(timeline: Timeline, card: Card, width: int = 0, *, is_dark: bool = False) -> Markup:
    """A card as a self-contained SVG, ``width`` px wide; by default as wide as the card."""
    return fill(
        "pictures/card.svg",
        Language(timeline.language),
        card=card,
        width=width or card.width,
        **_looks(timeline, card.lanes, is_dark=is_dark),
    )


def _looks(timeline: Timeline, lanes: Sequence[Lane], *, is_dark: bool) -> dict[str, object]:
    """The colours and fonts of a picture, for its template."""
    colours = timeline.theme.dark if is_dark else timeline.theme.light
    tracks = [palette.track_colour(lane.index, lane.colour, timeline.theme) for lane in lanes]
    return {
        "colours": colours,
        "track_colours": [each.dark if is_dark else each.light for each in tracks],
        "name_colours": [each.dark_text if is_dark else each.light_text for each in tracks],
        "fills": {
            **dict.fromkeys(("headline", "text", "label", "key", "standfirst", "track"), colours.ink),
            **dict.fromkeys(("date", "note", "aside"), colours.quiet),
            "kicker": colours.accent,
            "name": "",  # the colour of the track
        },
        "element": element,
        "blur": BLUR,
        "family": family,
        "is_leftward": partial(is_leftward, otherwise=False),
        "is_bold": is_bold,
    }

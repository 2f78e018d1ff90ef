"""Scene or card -> a self-contained picture in SVG."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.language import Language
from timeline.model import Timeline
from timeline.model.scene import ROW_HEIGHT, Lane, Scene
from timeline.render.chart import palette
from timeline.render.chart.svg import marks
from timeline.render.pictures.card import Card
from timeline.render.pictures.text_roles import family, is_bold
from timeline.render.pictures.titles import heading_and_note
from timeline.render.web.marker import outline
from timeline.render.web.templates import Markup, fill

#: Px above a still's first line, and below the baseline of its last.
_HEAD, _FOOT = 22.0, 12.0


def still(timeline: Timeline, scene: Scene, *, is_dark: bool = False) -> Markup:
    """The timeline as one self-contained SVG: headline, chart and counts, in light or in dark colours."""
    lines = heading_and_note(timeline, scene)
    return fill(
        "pictures/still.svg",
        Language(timeline.language),
        timeline=timeline,
        scene=scene,
        lines=lines,
        marks=marks(timeline, scene),
        track_colours=_track_colours(timeline, scene.lanes, is_dark=is_dark),
        colours=timeline.theme.dark if is_dark else timeline.theme.light,
        head=_HEAD + max(line.size - line.y for line in lines),
        foot=_FOOT + max(line.y for line in lines) - scene.height,
        row=ROW_HEIGHT,
    )


def card(timeline: Timeline, card: Card, width: int = 0, *, is_dark: bool = False) -> Markup:
    """A card as a self-contained SVG, ``width`` px wide; by default as wide as the card."""
    colours = timeline.theme.dark if is_dark else timeline.theme.light
    return fill(
        "pictures/card.svg",
        Language(timeline.language),
        card=card,
        width=width or card.width,
        outline=outline,
        family=family,
        is_bold=is_bold,
        track_colours=_track_colours(timeline, card.lanes, is_dark=is_dark),
        colours=colours,
        outline_colour=colours.paper if is_dark else colours.ink,
        fills={
            **dict.fromkeys(("headline", "text", "label", "key", "standfirst", "track"), colours.ink),
            **dict.fromkeys(("date", "note", "aside"), colours.quiet),
            "kicker": colours.accent,
            "name": "",  # the colour of the track
        },
    )


def _track_colours(timeline: Timeline, lanes: Sequence[Lane], *, is_dark: bool = False) -> list[str]:
    found = [palette.track_colour(lane.index, lane.colour, timeline.theme) for lane in lanes]
    return [each.dark if is_dark else each.light for each in found]

"""Scene or card -> a self-contained picture in SVG."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.language import Language
from timeline.model import Timeline
from timeline.model.scene import ROW_HEIGHT, Lane, Scene
from timeline.render.chart import palette
from timeline.render.chart.svg import marks
from timeline.render.pictures.card import Card
from timeline.render.pictures.titles import heading_and_note
from timeline.render.web.marker import outline
from timeline.render.web.templates import Markup, fill

#: Px above a still's first line, and below the baseline of its last.
_HEAD, _FOOT = 22.0, 12.0


def still(timeline: Timeline, scene: Scene) -> Markup:
    """The timeline as one self-contained SVG: headline, chart and counts."""
    lines = heading_and_note(timeline, scene)
    return fill(
        "pictures/still.svg",
        Language(timeline.language),
        timeline=timeline,
        scene=scene,
        lines=lines,
        marks=marks(timeline, scene),
        track_colours=[
            palette.track_colour(lane.index, lane.colour, timeline.theme).light for lane in scene.lanes
        ],
        colours=timeline.theme.light,
        head=_HEAD + max(line.size - line.y for line in lines),
        foot=_FOOT + max(line.y for line in lines) - scene.height,
        row=ROW_HEIGHT,
    )


def card(timeline: Timeline, card: Card, width: int = 0) -> Markup:
    """A card as a self-contained SVG, ``width`` px wide; by default as wide as the card."""
    return fill(
        "pictures/card.svg",
        Language(timeline.language),
        card=card,
        width=width or card.width,
        outline=outline,
        track_colours=[
            palette.track_colour(lane.index, lane.colour, timeline.theme).light for lane in card.lanes
        ],
        colours=timeline.theme.light,
    )


def _track_colours(timeline: Timeline, lanes: Sequence[Lane]) -> list[str]:
    return [palette.track_colour(lane.index, lane.colour, timeline.theme).light for lane in lanes]

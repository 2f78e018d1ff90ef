"""Scene or card -> a picture in SVG that needs nothing else."""

from __future__ import annotations

from timeline.language import Language
from timeline.model import Timeline
from timeline.model.scene import ROW_HEIGHT, Scene
from timeline.render.chart import palette
from timeline.render.chart.svg import marks
from timeline.render.pictures.card import Card
from timeline.render.pictures.titles import words_around
from timeline.render.web.marker import outline
from timeline.render.web.templates import Markup, fill

#: Px above a still's first line, and below the baseline of its last.
_HEAD, _FOOT = 22.0, 12.0


def still(timeline: Timeline, scene: Scene) -> Markup:
    """A picture of the timeline that needs nothing else: headline, chart and counts in one SVG."""
    lines = words_around(timeline, scene.width, scene.height)
    return fill(
        "pictures/still.svg",
        Language(timeline.language),
        timeline=timeline,
        scene=scene,
        lines=lines,
        marks=marks(timeline, scene),
        inks=[palette.track_colour(lane.index, lane.colour, timeline.theme).light for lane in scene.lanes],
        colours=timeline.theme.light,
        head=_HEAD + max(line.size - line.y for line in lines),
        foot=_FOOT + max(line.y for line in lines) - scene.height,
        row=ROW_HEIGHT,
    )


def card(timeline: Timeline, card: Card, width: int = 0) -> Markup:
    """A card as an SVG that needs nothing else, ``width`` px wide where that is given."""
    return fill(
        "pictures/card.svg",
        Language(timeline.language),
        card=card,
        width=width or card.width,
        outline=outline,
        inks=[palette.track_colour(lane.index, lane.colour, timeline.theme).light for lane in card.lanes],
        colours=timeline.theme.light,
    )

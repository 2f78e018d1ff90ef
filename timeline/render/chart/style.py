"""The style of pages that show the chart."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.model import Timeline
from timeline.model.scene import Scene
from timeline.render.chart import svg
from timeline.render.chart.palette import track_colour
from timeline.render.web.styles import minify_css, theme_css
from timeline.render.web.templates import Markup, asset, fill

_NOTHING = Markup()


def style(  # noqa: PLR0913  what differs between the pages
    timeline: Timeline,
    scenes: Sequence[Scene],
    *names: str,
    is_terse: bool = False,
    has_chart: bool = True,
    has_inline_fonts: bool = False,
    more: Markup = _NOTHING,
) -> Markup:
    """The minified rules of the CSS files ``names`` for this timeline and the ``scenes`` of its chart.

    Without ``has_chart`` only the tracks' colours are those of the scenes. With ``is_terse``, browsers
    without ``light-dark()`` keep their own colours. ``more`` are rules for these scenes.
    """
    rules = [Markup(asset(name)) for name in names]
    track_colours = fill(
        "chart/track_colours.css",
        colours=[track_colour(lane.index, lane.colour, timeline.theme) for lane in scenes[-1].lanes],
    )
    parts = [
        theme_css(timeline, is_terse=is_terse, has_chart=has_chart, has_inline_fonts=has_inline_fonts),
        *rules,
        track_colours,
        svg.container_queries(scenes) if has_chart else _NOTHING,
        more,
    ]
    return minify_css(Markup().join(parts))

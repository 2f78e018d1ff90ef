"""The style of a page that shows the chart."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.model import Timeline
from timeline.model.scene import Scene
from timeline.render.chart import palette, svg
from timeline.render.web.styles import minify_css, theme_css
from timeline.render.web.templates import Markup, asset, fill


def style(timeline: Timeline, scenes: Sequence[Scene], *names: str, is_terse: bool = False) -> Markup:
    """The rules of those files for this timeline, whose chart has these scenes as sheets, in few bytes.

    A terse one leaves a browser that cannot tell light from dark with its own colours.
    """
    rules = [Markup(asset(name)) for name in names]
    inks = fill(
        "chart/track_colours.css",
        inks=[palette.track_colour(lane.index, lane.colour, timeline.theme) for lane in scenes[-1].lanes],
    )
    parts = [theme_css(timeline, is_terse=is_terse), *rules, inks, svg.sheets(scenes)]
    return minify_css(Markup().join(parts))

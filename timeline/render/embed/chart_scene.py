"""Scenes -> the one that the embed shows as its chart, if one fits."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.model.scene import Scene
from timeline.render.embed.measures import chart_height

#: The widths in px of scenes that an embed may show: those of the column of an article.
_WIDTHS = (568, 840)


def chart_scene(scenes: Sequence[Scene]) -> Scene | None:
    """The narrowest scene that fits the embed's height, which is stretched in wider frames.

    None if no scene does, or only one with clusters: then the skyline is the chart.
    """
    limit = chart_height(scenes)
    fitting = (scene for scene in scenes if scene.width in _WIDTHS and scene.height <= limit)
    return next((scene for scene in fitting if not scene.clusters), None)

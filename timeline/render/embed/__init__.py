"""Timeline and its scenes -> the embed: a light page with the same events, for frames on other sites."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from timeline.language import Language
from timeline.model import Timeline
from timeline.model.scene import Scene
from timeline.render.chart import svg
from timeline.render.chart.figure_scripts import ChartFiles
from timeline.render.chart.style import style
from timeline.render.embed.scripts import embed_script
from timeline.render.web.articles import articles, legend
from timeline.render.web.scripts import theme_script
from timeline.render.web.templates import fill

#: Line breaks without meaning; one after a link separates words.
_BETWEEN_TAGS = re.compile(r"(?<=>)(?<!</a>)\n+(?=<)")


#: The scenes that an embed holds, by their widths in px: fewer than the page has, to be light.
WIDTHS = (568, 840)


def embed(timeline: Timeline, scenes: Sequence[Scene], files: ChartFiles) -> str:
    """The embed as HTML, which loads ``files`` when a reader touches the chart."""
    scenes = [scene for scene in scenes if scene.width in WIDTHS] or scenes
    language = Language(timeline.language)
    styles = ["chart/chart.css", "embed/embed.css"]
    if any(map(svg.has_rare_marks, scenes)):
        styles.append("chart/rare_marks.css")
    html = fill(
        "embed/embed.html",
        language,
        timeline=timeline,
        style=style(timeline, scenes, *styles, is_terse=True),
        theme_script=theme_script(),
        chart=svg.chart(timeline, scenes, is_terse=True),
        edges=svg.edges(timeline, scenes),
        legend=legend(timeline, scenes[-1]),
        articles=articles(timeline, scenes[-1], language),
        files=replace(files, figures={scene.width: files.figures[scene.width] for scene in scenes}),
        script=embed_script(),
    )
    return _BETWEEN_TAGS.sub("", html)

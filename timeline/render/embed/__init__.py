"""Timeline and its scenes -> the page for frames: the same events, light, and as high as they are."""

from __future__ import annotations

import re
from collections.abc import Sequence

from timeline.language import Language
from timeline.model import Timeline
from timeline.model.scene import Scene
from timeline.render.chart import svg
from timeline.render.chart.style import style
from timeline.render.web.articles import entries, forms
from timeline.render.web.scripts import csp_hash, embed_script, theme_script
from timeline.render.web.templates import fill

#: Line breaks that mean nothing; one after a link is a space between words.
_BETWEEN_TAGS = re.compile(r"(?<=>)(?<!</a>)\n+(?=<)")


#: Of the widths for which there are scenes, those on which an embed is drawn: fewer are lighter.
SHEETS = (568, 840)


def embed(timeline: Timeline, scenes: Sequence[Scene], scripts: Sequence[str], figure: str) -> str:
    """The embed as HTML. ``scripts`` are the addresses of what it fetches on intent, ``figure`` is that of
    the figures, with "{}" for their width.
    """
    scenes = [scene for scene in scenes if scene.width in SHEETS] or scenes
    language = Language(timeline.language)
    whole = fill(
        "embed/embed.html",
        language,
        timeline=timeline,
        style=style(timeline, scenes, "chart/chart.css", "embed/embed.css", is_terse=True),
        theme_script=theme_script(),
        chart=svg.chart(timeline, scenes, is_terse=True),
        forms=forms(scenes[-1]),
        entries=entries(timeline, scenes[-1], language),
        scripts=scripts,
        figure=figure,
        sheets=[scene.width for scene in scenes],
        script=embed_script(),
        csp_hash=csp_hash,
    )
    return _BETWEEN_TAGS.sub("", whole)

"""Timeline and its scenes -> the page: whole without JavaScript, with Plotly to come on top."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from timeline.language import Language
from timeline.model import Timeline
from timeline.render import drawing, finding, head, linked
from timeline.render.entries import entries
from timeline.render.scripts import csp_hash, page_script, theme_script
from timeline.render.styles import style
from timeline.render.templates import fill
from timeline.scene import MARGIN, Scene


@dataclass(frozen=True, slots=True)
class _Forms:
    """What of the chart's vocabulary occurs, and so has to be explained."""

    key: bool
    span: bool
    soft: bool
    hollow: bool


def page(timeline: Timeline, scenes: Sequence[Scene], scripts: Sequence[str]) -> str:
    """The whole page as HTML. ``scripts`` are the addresses of Plotly and the figures, for after paint."""
    nodes = scenes[-1].nodes
    language = Language(timeline.language)
    description = head.description(timeline)
    return fill(
        "page.html",
        language,
        timeline=timeline,
        head=head.head(timeline),
        linked=linked.linked_data(timeline, description),
        style=style(timeline, scenes, "chart.css", "steer.css", "page.css"),
        theme_script=theme_script(),
        chart=drawing.chart(timeline, scenes),
        forms=_Forms(
            key=any(node.key for node in nodes),
            span=any(node.form == "span" for node in nodes),
            soft=any(node.form == "soft" for node in nodes),
            hollow=any(node.hollow for node in nodes),
        ),
        entries=entries(timeline, scenes[-1], language),
        findable=finding.findable(timeline),
        choices=finding.choices(timeline),
        scene=scenes[-1],
        margin=MARGIN,
        scripts=scripts,
        sheets=[scene.width for scene in scenes],
        script=page_script(),
        csp_hash=csp_hash,
    )

"""Timeline and its scenes -> the scripts that hold Plotly's figures; a page loads the one it needs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from timeline.model import Timeline
from timeline.model.scene import Scene
from timeline.render.chart.crowd import crowd_scripts
from timeline.render.chart.figure import CONFIG, content
from timeline.render.web.content_names import short_hash
from timeline.render.web.templates import script_json


@dataclass(frozen=True, slots=True)
class ChartFiles:
    """What a page loads to draw its chart with Plotly: the addresses of ``scripts``, and of the figure for
    each width in px; and the ``digest`` that the figure must have (see `FigureScripts`).

    With none of them a page keeps its drawing. The scripts of many events (`timeline.render.chart.crowd`)
    are the last of ``scripts``.
    """

    scripts: Sequence[str] = ()
    figures: Mapping[int, str] = field(default_factory=dict)
    digest: str = ""


@dataclass(frozen=True, slots=True)
class FigureScripts:
    """The script of each figure by the width of its scene in px.

    ``digest`` identifies all of them together. It is in each script and in each page made with them, and a
    page refuses a figure with another digest: that one is of another build.
    """

    digest: str
    by_width: Mapping[int, str]
    crowd: Sequence[str] = ()


def figure_scripts(timeline: Timeline, scenes: Sequence[Scene]) -> FigureScripts:
    """The scripts, each of which adds its figure to the global ``timelineFigures`` under its width."""
    crowd = crowd_scripts(timeline, scenes)
    figures = {
        scene.width: script_json({**content(timeline, scene, is_crowd=bool(crowd)), "config": CONFIG})
        for scene in scenes
    }
    digest = short_hash("".join([*figures.values(), *crowd]))
    return FigureScripts(
        digest,
        {
            width: f'(window.timelineFigures??={{}})[{width}]={{"digest":"{digest}","figure":{figure}}};\n'
            for width, figure in figures.items()
        },
        crowd,
    )


def crowd_names(figures: FigureScripts) -> list[tuple[str, str]]:
    """The names of the files of many events, each with its script."""
    return [
        (f"labels-{number}.js" if number else "events.js", text)
        for number, text in enumerate(figures.crowd)
    ]

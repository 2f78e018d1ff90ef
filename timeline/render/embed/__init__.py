"""Timeline and its scenes -> the embed: a light page of one height, for frames on other sites."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.language import Language
from timeline.model import Timeline
from timeline.model.scene import Scene
from timeline.model.scene.skyline import Column
from timeline.render.chart import svg
from timeline.render.chart.figure_scripts import ChartFiles
from timeline.render.chart.style import style
from timeline.render.embed.cards import brief, close_up, dates_in_brief
from timeline.render.embed.data import skyline_data
from timeline.render.embed.long import LongEmbed, long_embed
from timeline.render.embed.measures import CARDS, chart_height, height
from timeline.render.embed.scripts import embed_script, first_script
from timeline.render.web.articles import articles, legend
from timeline.render.web.templates import Markup, fill

__all__ = ["embed", "long_embed"]


def embed(  # noqa: PLR0913  what the page is made of
    timeline: Timeline,
    scenes: Sequence[Scene],
    scene: Scene | None,
    files: ChartFiles,
    part: str,
    *,
    long: LongEmbed | None = None,
) -> str:
    """The embed as HTML, with the chart ``scene``, if any, for which it loads ``files`` at a touch.

    ``part`` is the address of the script for a part of the events. One that is ``long`` has no chart and
    only its first cards.
    """
    language = Language(timeline.language)
    charts = [scene] if scene else []
    styles = (
        ["chart/chart.css", "embed/embed.css", "embed/chart_modes.css"] if scene else ["embed/embed.css"]
    )
    if any(map(svg.has_rare_marks, charts)):
        styles.append("chart/rare_marks.css")
    html = fill(
        "embed/embed.html",
        language,
        timeline=timeline,
        scene=scene,
        lanes=scenes[0].lanes,
        is_long=bool(long),
        is_low=scene and scene.height + CARDS <= chart_height(scenes),
        style=style(
            timeline,
            charts or scenes[:1],
            *styles,
            is_terse=True,
            has_chart=bool(scene),
            more=_measures(scenes),
        ),
        first_script=first_script(),
        chart=svg.chart(timeline, charts, is_terse=True) if scene else "",
        edges=svg.edges(timeline, charts) if scene else "",
        legend=legend(timeline, scene or scenes[-1]),
        briefly=brief,
        articles=articles(timeline, language, long.first if long else None),
        dates=dates_in_brief(timeline, scenes[0], language),
        data={**_data(timeline, scenes, scene, files), **(long.data if long else {"part": part})},
        script=embed_script(has_chart=bool(scene), is_long=bool(long)),
    )
    return close_up(html)


def _data(
    timeline: Timeline, scenes: Sequence[Scene], scene: Scene | None, files: ChartFiles
) -> dict[str, object]:
    """What the script needs to know."""
    language = Language(timeline.language)
    data: dict[str, object] = {
        "skyline": skyline_data(timeline, scenes[0]),
        "place": language.gettext("{n} of {all}"),
    }
    if scene is None:
        return data
    loading = language.gettext("The chart is getting ready to move …")
    plotly = {"scripts": files.scripts, "figures": files.figures, "digest": files.digest}
    return data | plotly | {"loading": loading}


def _measures(scenes: Sequence[Scene]) -> Markup:
    rows = max((len(column.squares) for column in _columns(scenes)), default=0)
    return Markup(f":root{{--height:{height(scenes) / 16:g}rem;--rows:{rows}}}")


def _columns(scenes: Sequence[Scene]) -> Sequence[Column]:
    return scenes[0].skyline.columns if scenes[0].skyline else ()

"""Timeline and its scenes -> the embed: a light page of one height, for frames on other sites."""

from __future__ import annotations

import re
from collections.abc import Sequence

from timeline.language import Language
from timeline.language.dates import when_in_brief
from timeline.model import Timeline
from timeline.model.scene import Scene
from timeline.model.scene.skyline import Column
from timeline.render.chart import svg
from timeline.render.chart.figure_scripts import ChartFiles
from timeline.render.chart.style import style
from timeline.render.embed.data import skyline_data
from timeline.render.embed.measures import CARDS, chart_height, height
from timeline.render.embed.scripts import embed_script, first_script
from timeline.render.web.articles import articles, legend
from timeline.render.web.templates import Markup, fill
from timeline.typography.sentences import briefly
from timeline.typography.source_marks import without_marks

#: A card has room for so many words of a summary, in whole sentences; the rest is on the whole page.
_MOST_WORDS = 35
#: Line breaks without meaning; one after a link separates words.
_BETWEEN_TAGS = re.compile(r"(?<=>)(?<!</a>)\n+(?=<)")


def embed(
    timeline: Timeline, scenes: Sequence[Scene], scene: Scene | None, files: ChartFiles, part: str
) -> str:
    """The embed as HTML, with the chart ``scene``, if any, for which it loads ``files`` at a touch.

    ``part`` is the address of the script for a part of the events.
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
        is_long=False,
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
        briefly=_brief,
        articles=articles(timeline, scene or scenes[-1], language),
        dates=_dates(timeline, language, has_axis=bool(scenes[0].skyline)),
        data=_data(timeline, scenes, scene, files) | {"part": part},
        script=embed_script(has_chart=bool(scene)),
    )
    return _BETWEEN_TAGS.sub("", html)


def _brief(summary: str) -> str:
    return briefly(without_marks(summary), _MOST_WORDS)


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


def _dates(timeline: Timeline, language: Language, *, has_axis: bool) -> dict[str, str]:
    """The date of each event as briefly as it can be: with its year, unless the axis shows the only one."""
    years = {day.year for event in timeline.events for day in (event.when.first, event.when.last)}
    with_year = len(years) > 1 or not has_axis
    return {event.id: when_in_brief(event.when, language, with_year=with_year) for event in timeline.events}

"""Timeline and its scenes -> the page: whole without JavaScript, with Plotly to come on top."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from timeline.language import Language
from timeline.model import Timeline
from timeline.model.scene import MARGIN, Scene
from timeline.render.chart import svg
from timeline.render.chart.style import style
from timeline.render.page import filters, head, json_ld
from timeline.render.web.articles import entries, forms
from timeline.render.web.scripts import csp_hash, page_script, theme_script
from timeline.render.web.templates import fill

#: What the page offers to download, and of what type it is.
_DATA = {"events.csv": "text/csv", "events.json": "application/json", "feed.ics": "text/calendar"}


def page(
    timeline: Timeline,
    scenes: Sequence[Scene],
    scripts: Sequence[str],
    figure: str,
    *,
    has_png: bool = False,
) -> str:
    """The whole page as HTML. ``scripts`` are the addresses of what comes after paint, ``figure`` is that
    of Plotly's figures, with "{}" for their width.
    """
    links = {name: name for name in _DATA}
    return _page(timeline, scenes, _Ties(scripts, figure, {}, links), has_png=has_png)


def standalone(  # noqa: PLR0913  all that the file is to hold
    timeline: Timeline,
    scenes: Sequence[Scene],
    plotly: str,
    figures: Mapping[int, str],
    files: Mapping[str, str],
    *,
    has_png: bool = False,
) -> str:
    """The page as one file that needs no other: with Plotly itself, and the figure of each width.

    Of ``files`` (name -> text) it holds those that the page links to.
    """
    scripts = {"tl-plotly": plotly, **{f"tl-figure-{width}": text for width, text in figures.items()}}
    # None of them holds what would end a script, or hide its end; a Plotly to come might.
    inlined = {
        name: text.replace("</script", r"<\/script").replace("<!--", r"<\!--")
        for name, text in scripts.items()
    }
    links = {
        name: f"data:{kind};charset=utf-8;base64,{b64encode(files[name].encode()).decode()}"
        for name, kind in _DATA.items()
    }
    return _page(timeline, scenes, _Ties(["#tl-plotly"], "#tl-figure-{}", inlined, links), has_png=has_png)


@dataclass(frozen=True, slots=True)
class _Ties:
    """Where the page finds what is not HTML: addresses of scripts and figures, texts of scripts that it
    holds (id -> text), and addresses of what it offers to download (name -> address).
    """

    scripts: Sequence[str]
    figure: str
    inlined: Mapping[str, str]
    links: Mapping[str, str]


def _page(timeline: Timeline, scenes: Sequence[Scene], ties: _Ties, *, has_png: bool) -> str:
    language = Language(timeline.language)
    description = head.description(timeline)
    return fill(
        "page/page.html",
        language,
        timeline=timeline,
        head=head.head(timeline, is_alone=bool(ties.inlined), has_png=has_png),
        linked=json_ld.linked_data(timeline, description),
        style=style(timeline, scenes, "chart/chart.css", "chart/plotly.css", "page/page.css"),
        theme_script=theme_script(),
        chart=svg.chart(timeline, scenes),
        forms=forms(scenes[-1]),
        entries=entries(timeline, scenes[-1], language),
        findable=filters.findable(timeline),
        choices=filters.choices(timeline),
        scene=scenes[-1],
        margin=MARGIN,
        ties=ties,
        sheets=[scene.width for scene in scenes],
        script=page_script(),
        csp_hash=csp_hash,
    )

"""Scene -> Plotly figure: the interactive chart, with every mark where the SVG has it.

Plotly's own axes are hidden: grid, dates, bands and names come from the scene, so that they are the same
as in the SVG, and fast to move.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from timeline.language import Language
from timeline.language.events import axis_note
from timeline.layout.axis import LEAST_BY_CLOCK
from timeline.layout.lanes import around
from timeline.model import Timeline
from timeline.model.scene import FONT_SIZE, MARGIN, Scene
from timeline.model.seconds import DAY, first_of
from timeline.model.theme import Colours, Theme
from timeline.render.chart.columns import column_tops
from timeline.render.chart.palette import track_colour
from timeline.render.chart.plotly_values import at, label_fonts, plotly_text
from timeline.render.chart.traces import traces
from timeline.typography.direction import isolated

if TYPE_CHECKING:
    import plotly.graph_objects as go

#: Without Plotly's buttons, logo and cloud upload: the page has controls of its own.
CONFIG: dict[str, object] = {
    "displayModeBar": False,
    "displaylogo": False,
    "showSendToCloud": False,
    "plotlyServerURL": "",
    "doubleClick": False,
    "showTips": False,
    "responsive": False,
    "scrollZoom": False,
}


def figure(timeline: Timeline, scene: Scene) -> go.Figure:
    """The scene as a Plotly figure of its width and height in px; x is a date, y is px from the top.

    Each label links to the event's first source (Plotly re-encodes addresses, which may break one that
    contains "%2F"); a mark's ``customdata`` is the event's id. All texts are escaped, so that Plotly reads
    none of them as markup.
    """
    import plotly.graph_objects as go

    found = traces(timeline, scene, lambda event: event.sources[0].url)
    return go.Figure({"data": found, "layout": _layout(timeline, scene)})


def content(timeline: Timeline, scene: Scene, *, is_crowd: bool = False) -> dict[str, Any]:
    """The figure for the page as plain lists and dicts: ``data`` and ``layout``.

    Of a crowd, the page's script lays out what is in view, and knows where the events are.

    Its labels link to the events' articles; the page's script puts in the addresses of the sources, which
    Plotly would re-encode. Plotly's own gestures are off: the page's leave scrolling to the page.
    """
    layout = _layout(timeline, scene)
    layout["dragmode"] = False
    layout["xaxis"]["fixedrange"] = True
    if is_crowd:
        del layout["meta"]["events"]
        layout["meta"]["crowd"] = _lanes_and_columns(timeline, scene)
    return {"data": traces(timeline, scene, lambda event: f"#{event.id}"), "layout": layout}


def _layout(timeline: Timeline, scene: Scene) -> dict[str, Any]:
    theme, colours = timeline.theme, timeline.theme.light
    language = Language(timeline.language)
    has_clock = any(event.when.start.clock for event in timeline.events)
    before, after = _bleeds(scene)
    width = scene.plot_width
    return {
        "width": scene.width,
        "height": scene.height,
        "margin": {"l": scene.left - before, "r": scene.right - after, "t": 0, "b": 0, "pad": 0},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "font": {"family": label_fonts(theme)[0], "size": FONT_SIZE, "color": colours.ink},
        "dragmode": "pan",
        "hovermode": "closest",
        "hoverdistance": 24,
        "hoverlabel": {
            "align": "right" if scene.is_mirrored else "left",
            "bgcolor": colours.paper,
            "bordercolor": colours.ink,
            "font": {"family": label_fonts(theme)[0], "color": colours.ink},
        },
        "showlegend": False,
        "xaxis": {
            "type": "date",
            "visible": False,
            "range": [at(scene, -before / width), at(scene, 1 + after / width)],
        },
        "yaxis": {"visible": False, "fixedrange": True, "range": [scene.height, 0]},
        "shapes": [*_eras(colours, scene), *_hairlines(colours, scene)],
        "annotations": _names(theme, scene),
        "meta": {
            "left": scene.left,
            "right": scene.right,
            "before": before,
            "after": after,
            "first": at(scene, 0),
            "last": at(scene, 1),
            "whole": list(scene.whole),
            "least": LEAST_BY_CLOCK if has_clock else DAY,
            "clock": axis_note(timeline, language),
            "beyond": [language.gettext("{n} earlier"), language.gettext("{n} later")],
            "events": [[node.start, node.end] for node in scene.nodes],
        },
    }


def _lanes_and_columns(timeline: Timeline, scene: Scene) -> dict[str, Any]:
    """The measures of the lanes in px, and their columns at rest: for each the number of its lane, the
    milliseconds since 1970 at which its period begins and ends, how many events it is, the number of the
    first of them, the y of its foot and its height.
    """
    numbers = {event.id: number for number, event in enumerate(timeline.events)}
    clusters = scene.clusters
    each = clusters.each if clusters else ()
    epoch = first_of(1970)
    first = scene.lanes[0]
    name = first.name_y - first.top
    folded = {cluster.lane for cluster in each}
    return {
        "top": first.top,
        "bottom": scene.lanes[-1].bottom,
        "row": scene.row_height,
        "name": name,
        "around": around(names_above=len(scene.lanes) > 1 and name != around() / 2 + scene.row_height / 2),
        "lanes": [[lane.top, lane.bottom, number in folded] for number, lane in enumerate(scene.lanes)],
        "columns": [
            [
                cluster.lane,
                (cluster.first - epoch) * 1000,
                (cluster.last - epoch) * 1000,
                len(cluster.events),
                numbers[cluster.events[0]],
                cluster.y,
                max(column_tops(cluster, clusters)),
            ]
            for cluster in each
            if clusters and 0 <= cluster.x <= 1
        ],
    }


def _hairlines(colours: Colours, scene: Scene) -> Iterator[dict[str, Any]]:
    """The line below each track but the last, and that of the axis."""
    for name, y, colour in (
        ("axis", 0.0, colours.ink),
        *(("lane", lane.bottom, colours.rule) for lane in scene.lanes[:-1]),
    ):
        yield {
            "type": "line",
            "name": name,
            "layer": "below",
            "xref": "paper",
            "xsizemode": "pixel",
            "xanchor": 0,
            "x0": -scene.left,
            "x1": 9999,
            "yref": "y",
            "y0": y + 0.5,
            "y1": y + 0.5,
            "line": {"color": colour, "width": 1},
        }


def _eras(colours: Colours, scene: Scene) -> Iterator[dict[str, Any]]:
    """The tint behind each era, and the bracket above its name."""
    for era in scene.eras:
        for name, y0, y1, opacity in (
            ("era", era.top, scene.height, 0.07),
            ("bracket", era.top, era.top + 2, 1),
        ):
            yield {
                "type": "rect",
                "name": name,
                "layer": "below",
                "xref": "x",
                "yref": "y",
                "x0": at(scene, era.start),
                "x1": at(scene, era.end),
                "y0": y0,
                "y1": y1,
                "fillcolor": colours.quiet,
                "opacity": opacity,
                "line": {"width": 0},
            }


def _names(theme: Theme, scene: Scene) -> list[dict[str, Any]]:
    """The tracks' names, which stay in place when the plot moves."""
    before, after = _bleeds(scene)
    if scene.is_mirrored:
        place = {"x": 1, "xshift": scene.right - after - MARGIN, "xanchor": "right"}
    else:
        place = {"x": 0, "xshift": before + MARGIN - scene.left, "xanchor": "left"}
    return [
        {
            "text": f"<b>{plotly_text(isolated(lane.name))}</b>",
            "xref": "paper",
            "yref": "y",
            **place,
            "y": lane.name_y,
            "yanchor": "middle",
            "borderpad": 0,
            "borderwidth": 0,
            "showarrow": False,
            "font": {"color": track_colour(lane.index, lane.colour, theme).light_text, "size": FONT_SIZE},
        }
        for lane in scene.named_lanes
    ]


def _bleeds(scene: Scene) -> tuple[float, float]:
    """How far (px) the moving part extends left and right of the plot."""
    return min(scene.left, MARGIN), min(scene.right, MARGIN)

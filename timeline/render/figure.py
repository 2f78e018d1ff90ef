"""Scene -> Plotly figure: the chart that can be moved, with every mark where the drawing has it.

Plotly's own axes draw nothing: grid, dates, bands and names come from the scene, so that they are the
same in both drawings, and cheap to move.
"""

from __future__ import annotations

import html
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from timeline.model import Event, Timeline
from timeline.render import palette
from timeline.render.words import when_in_words
from timeline.scene import FONT_SIZE, TICK_SIZE, Lane, Node, Scene

if TYPE_CHECKING:
    import plotly.graph_objects as go

_INK, _QUIET, _RULE = "#1a1a1a", "#5f5a54", "#ddd6cd"
_FONT = 'Arial, Helvetica, "Liberation Sans", sans-serif'
_SPACE = "\u00a0"

#: Buttons, logo and cloud upload off; the page has controls of its own.
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
    """The scene as a Plotly figure of its own width and height in px; dates run along x, px down y.

    Each label is a link to the event's first source; a mark's ``customdata`` is the event's id. Every text
    of the timeline is escaped, so that none is read as Plotly's own markup.
    """
    import plotly.graph_objects as go

    return go.Figure(content(timeline, scene))


def content(timeline: Timeline, scene: Scene) -> dict[str, Any]:
    """The figure as plain lists and dicts: ``data`` and ``layout``.

    A trace's ``meta`` tells the page what it is (``role``), so that it may be coloured by the page's style.
    """
    events = {event.id: event for event in timeline.events}
    traces = [_grid(scene), _dates(scene)]
    for number, lane in enumerate(scene.lanes):
        nodes = [node for node in scene.nodes if node.lane == number]
        traces += _stretches(scene, lane, number, nodes)
        traces.append(_marks(scene, lane, number, nodes, events))
    return {"data": traces, "layout": _layout(scene)}


def plotly_text(text: str) -> str:
    """Text as Plotly shows it character for character: nothing in it is markup.

    >>> plotly_text('<a href="x">A & B</a>')
    '&lt;a href="x"&gt;A &amp; B&lt;/a&gt;'
    """
    return html.escape(text, quote=False)


def _grid(scene: Scene) -> dict[str, Any]:
    """The lines of the date grid, one trace with gaps."""
    x = [_at(scene, tick.x) for tick in scene.ticks for _ in range(3)]
    y = [value for _ in scene.ticks for value in (2, scene.height, None)]
    return _quiet("grid") | {"x": x, "y": y, "mode": "lines", "line": {"color": _RULE, "width": 1}}


def _dates(scene: Scene) -> dict[str, Any]:
    """The texts of the date grid."""
    spaced = [f"{_SPACE}{t.label}" if t.anchor == "start" else f"{t.label}{_SPACE}" for t in scene.ticks]
    return _quiet("dates") | {
        "x": [_at(scene, tick.x) for tick in scene.ticks],
        "y": [13 - 0.25 * TICK_SIZE for _ in scene.ticks],
        "text": spaced,
        "textposition": ["middle right" if t.anchor == "start" else "middle left" for t in scene.ticks],
        "textfont": {"size": TICK_SIZE, "color": _QUIET},
        "mode": "text",
    }


def _stretches(scene: Scene, lane: Lane, number: int, nodes: list[Node]) -> Iterator[dict[str, Any]]:
    """Bars of spans, and the faded bands of dates that are not known to the day."""
    ink = palette.ink(lane).light
    for node in nodes:
        x = [_at(scene, node.start), _at(scene, node.end)]
        if node.form == "span":
            line = {"color": ink, "width": 5}
            yield _quiet("bar", number) | {"x": x, "y": [node.y] * 2, "mode": "lines", "line": line}
        elif node.form == "soft":
            clear = f"rgba({int(ink[1:3], 16)},{int(ink[3:5], 16)},{int(ink[5:7], 16)},0)"
            scale = [[0, clear], [0.3, ink], [0.7, ink], [1, clear]]
            yield _quiet("soft", number) | {
                "x": [*x, *reversed(x)],
                "y": [node.y - 5, node.y - 5, node.y + 5, node.y + 5],
                "mode": "none",
                "fill": "toself",
                "fillgradient": {"type": "horizontal", "colorscale": scale},
                "opacity": 0.6,
            }


def _marks(
    scene: Scene, lane: Lane, number: int, nodes: list[Node], events: dict[str, Event]
) -> dict[str, Any]:
    """The marks and labels of one lane."""
    ink = palette.ink(lane).light
    links = [_link(events[node.event], node) for node in nodes]
    return {
        "type": "scatter",
        "mode": "markers+text",
        "name": plotly_text(lane.name),
        "x": [_at(scene, node.x) for node in nodes],
        "y": [node.y for node in nodes],
        "text": [link if node.zoom <= 1 else "" for node, link in zip(nodes, links, strict=True)],
        "textposition": ["middle right" if node.side > 0 else "middle left" for node in nodes],
        "textfont": {"size": FONT_SIZE, "color": _INK},
        "marker": {
            "symbol": [f"{node.shape}-open" if node.hollow else node.shape for node in nodes],
            "size": [2 * node.size for node in nodes],
            "opacity": [0 if node.form == "soft" else 1 for node in nodes],
            "color": ink,
            "line": {"color": _INK, "width": 1},
        },
        "customdata": [node.event for node in nodes],
        "hovertext": [_hover(events[node.event]) for node in nodes],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "showlegend": False,
        "meta": {
            "role": "marks",
            "lane": number,
            "labels": links,
            "zooms": [node.zoom if node.zoom < float("inf") else None for node in nodes],
        },
    }


def _link(event: Event, node: Node) -> str:
    """The label as a link to the first source, a space away from its mark."""
    label = plotly_text(node.label)
    href = html.escape(event.sources[0].url)
    text = f'<a href="{href}" target="_blank">{f"<b>{label}</b>" if node.key else label}</a>'
    return f"{_SPACE}{text}" if node.side > 0 else f"{text}{_SPACE}"


def _hover(event: Event) -> str:
    return f"<b>{plotly_text(event.title)}</b><br>{when_in_words(event.when)}"


def _quiet(role: str, lane: int | None = None) -> dict[str, Any]:
    """What traces share that nobody points at."""
    return {
        "type": "scatter",
        "hoverinfo": "skip",
        "showlegend": False,
        "meta": {"role": role, "lane": lane},
    }


def _at(scene: Scene, share: float) -> str:
    """A share of the plot as the date that Plotly draws there; kept within the years 1 to 9999."""
    try:
        return scene.instant(share).isoformat(sep=" ", timespec="seconds")
    except OverflowError:
        return "0001-01-01" if share < 0 else "9999-12-31"


def _layout(scene: Scene) -> dict[str, Any]:
    bleed = min(scene.left, scene.right)
    wide = scene.plot_width
    return {
        "width": scene.width,
        "height": scene.height,
        "margin": {"l": scene.left - bleed, "r": 0, "t": 0, "b": 0, "pad": 0},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "font": {"family": _FONT, "size": FONT_SIZE, "color": _INK},
        "dragmode": "pan",
        "hovermode": "closest",
        "hoverdistance": 24,
        "hoverlabel": {
            "bgcolor": palette.LIGHT_PAPER,
            "bordercolor": _INK,
            "font": {"family": _FONT, "color": _INK},
        },
        "showlegend": False,
        "xaxis": {
            "type": "date",
            "visible": False,
            "range": [_at(scene, -bleed / wide), _at(scene, 1 + scene.right / wide)],
        },
        "yaxis": {"visible": False, "fixedrange": True, "range": [scene.height, 0]},
        "shapes": [*_bands(scene), *_eras(scene)],
        "annotations": _names(scene),
        "meta": {
            "left": scene.left,
            "right": scene.right,
            "bleed": bleed,
            "first": _at(scene, 0),
            "last": _at(scene, 1),
        },
    }


def _bands(scene: Scene) -> Iterator[dict[str, Any]]:
    """The light band behind every other track, across the whole sheet."""
    wide = scene.width - scene.left + min(scene.left, scene.right)
    for lane in scene.lanes[::2]:
        yield {
            "type": "rect",
            "layer": "below",
            "xref": "paper",
            "yref": "y",
            "x0": (wide - scene.width) / wide,
            "x1": 1,
            "y0": lane.top,
            "y1": lane.bottom,
            "fillcolor": palette.LIGHT_BAND,
            "line": {"width": 0},
        }


def _eras(scene: Scene) -> Iterator[dict[str, Any]]:
    """The background spans, each with its name."""
    for era in scene.eras:
        yield {
            "type": "rect",
            "layer": "below",
            "xref": "x",
            "yref": "y",
            "x0": _at(scene, era.start),
            "x1": _at(scene, era.end),
            "y0": era.y - 9,
            "y1": scene.height,
            "fillcolor": _QUIET,
            "opacity": 0.07,
            "line": {"width": 0},
            "label": {
                "text": f"<i>{plotly_text(era.name)}</i>",
                "textposition": "top left",
                "font": {"size": TICK_SIZE, "color": _QUIET},
                "padding": 4,
            },
        }


def _names(scene: Scene) -> list[dict[str, Any]]:
    """The tracks' names, which stay where they are when the plot is moved."""
    wide = scene.width - scene.left + min(scene.left, scene.right)
    return [
        {
            "text": f"<b>{plotly_text(lane.name)}</b>",
            "xref": "paper",
            "yref": "y",
            "x": (16 + wide - scene.width) / wide,
            "y": lane.name_y,
            "xanchor": "left",
            "yanchor": "middle",
            "showarrow": False,
            "font": {"color": palette.ink(lane).light, "size": FONT_SIZE},
        }
        for lane in scene.lanes
    ]

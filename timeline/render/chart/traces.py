"""The traces of the Plotly figure, which hold all that moves: grid, dates, bars, marks and labels."""

from __future__ import annotations

import html
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from math import inf
from textwrap import wrap

from timeline.language import Language
from timeline.language.dates import when_in_words
from timeline.model import Event, Shape, Timeline
from timeline.model.scene import BLUR, DAY_DROP, FONT_SIZE, KEY_FONT_SIZE, NOTE_SIZE, RING_LINE, Node, Scene
from timeline.model.theme import Colours
from timeline.render.chart.background import dates, era_names, lines, ticks
from timeline.render.chart.columns import stacks
from timeline.render.chart.palette import track_colour
from timeline.render.chart.plotly_values import SPACE, Trace, at, label_fonts, plotly_text, without_hover
from timeline.typography.direction import isolated, script

#: Of the lines that cover a day.
_DAY_OPACITY = 0.35


@dataclass(frozen=True, slots=True)
class _Context:
    """What the traces of all lanes need."""

    scene: Scene
    colours: Colours
    events: dict[str, Event]
    address: Callable[[Event], str]
    language: Language
    fonts: tuple[str, str]


def traces(timeline: Timeline, scene: Scene, address: Callable[[Event], str]) -> list[Trace]:
    """Every trace of the figure as a plain dict; a mark's ``customdata`` is its event's id.

    ``address`` gives the link of an event's label. ``meta`` holds what the page's script needs, such as the
    trace's ``role``, by which the page's style colours it.
    """
    colours = timeline.theme.light
    events = {event.id: event for event in timeline.events}
    language = Language(timeline.language)
    context = _Context(scene, colours, events, address, language, label_fonts(timeline.theme))
    found = [
        lines(scene, colours.rule),
        *ticks(scene, colours),
        dates(scene, colours.quiet),
        *era_names(scene, colours.quiet),
    ]
    marked = scene.marked
    for number, lane in enumerate(scene.lanes):
        nodes = [node for node in marked if node.lane == number]
        colour = track_colour(lane.index, lane.colour, timeline.theme).light
        found += stacks(scene, colour, number)
        found += _bars(scene, colour, number, nodes)
        found += _days(scene, colour, number, nodes)
        found.append(_marks(colour, number, nodes, context))
        long = [node for node in nodes if node.mark_kind != "dot"]
        if long:
            found.append(_bar_labels(number, long, context))
    if any(node.note for node in marked):
        found.append(_notes([node for node in marked if node.note], context))
    return found


def _bars(scene: Scene, colour: str, number: int, nodes: list[Node]) -> Iterator[Trace]:
    """The bars of spans, and the faded bands of dates that are not known to the day."""
    for node in nodes:
        x = [at(scene, node.start), at(scene, node.end)]
        if node.mark_kind == "span":
            line = {"color": colour, "width": 5, "dash": "6px,3px" if node.hollow else "solid"}
            bar = {"x": x, "y": [node.bar_y] * 2, "mode": "lines", "line": line}
            yield without_hover("bar", number, event=node.event) | bar
        elif node.mark_kind in {"soft", "blur"} and node.start < node.end:
            clear = f"{colour}00"
            scale = [[0, clear], [0.3, colour], [0.7, colour], [1, clear]]
            is_narrow = node.mark_kind == "blur"
            opacity = 0.25 if node.hollow else 0.6
            more = {"from": _finite(node.band_from), "opacity": opacity} if is_narrow else {}
            yield without_hover("soft", number, event=node.event, **more) | {
                "x": [*x, *reversed(x)],
                "y": [node.bar_y + side for side in (-5, -5, 5, 5)],
                "mode": "none",
                "fill": "toself",
                "fillgradient": {"type": "horizontal", "colorscale": scale},
                "opacity": 0 if is_narrow else opacity,
            }


def _days(scene: Scene, colour: str, number: int, nodes: list[Node]) -> Iterator[Trace]:
    """The lines that cover the days of dots without a clock time; shown where a day is wide."""
    covered = [node for node in nodes if node.day_end is not None]
    if covered:
        yield without_hover("days", number, opacity=_DAY_OPACITY, **{"from": scene.days_from}) | {
            "x": [x for node in covered for x in (at(scene, node.x), at(scene, node.day_end or 0), None)],
            "y": [y for node in covered for y in (node.y + DAY_DROP, node.y + DAY_DROP, None)],
            "mode": "lines",
            "line": {"color": colour, "width": 3},
            "opacity": _DAY_OPACITY if scene.days_from <= 1 else 0,
        }


def _marks(colour: str, number: int, nodes: list[Node], context: _Context) -> Trace:
    """The marks of one lane, with the labels of those that are a dot."""
    dots = [node if node.mark_kind == "dot" else replace(node, label="") for node in nodes]
    labels = _labels("marks", number, dots, context)
    labels["meta"]["hollow"] = [node.hollow for node in nodes]
    labels["meta"]["ring"] = [node.shape is Shape.RING and node.mark_kind != "blur" for node in nodes]
    faded = [node.mark_kind == "blur" for node in nodes]
    gradient = {}
    if any(faded):
        labels["meta"] |= {"blur": faded, "bands": [_finite(node.band_from) for node in nodes]}
        kinds = ["radial" if is_faded else "none" for is_faded in faded]
        gradient = {"gradient": {"type": kinds, "color": f"{colour}00"}}
    return {
        **labels,
        "mode": "markers+text",
        "x": [at(context.scene, node.x) for node in nodes],
        "marker": {
            "symbol": [_symbol(node) for node in nodes],
            "size": [2 * node.size * (BLUR if node.mark_kind == "blur" else 1) for node in nodes],
            "opacity": [0 if node.mark_kind == "soft" else 1 for node in nodes],
            "color": colour,
            "line": {"color": context.colours.paper, "width": [_outline(node) for node in nodes]},
            **gradient,
        },
    }


def _symbol(node: Node) -> str:
    """Plotly's name of the mark. It has no dashed outlines: those of events not held are only thinner."""
    symbol = "square" if node.shape is Shape.SQUARE else "circle"
    is_open = (node.hollow or node.shape is Shape.RING) and node.mark_kind != "blur"
    return f"{symbol}-open" if is_open else symbol


def _outline(node: Node) -> float:
    """The width of a mark's outline in px."""
    if node.mark_kind == "blur":
        return 0
    return RING_LINE if node.shape is Shape.RING and not node.hollow else 2


def _finite(zoom: float) -> float | None:
    """A zoom for JSON; None for that of a dot, and for one that is never reached."""
    return zoom if 0 < zoom < inf else None


def _bar_labels(number: int, nodes: list[Node], context: _Context) -> Trace:
    """The labels at the ends of bars and faded bands."""
    return {
        **_labels("labels", number, nodes, context),
        "mode": "text",
        "x": [at(context.scene, node.label_at) for node in nodes],
    }


def _labels(role: str, number: int, nodes: list[Node], context: _Context) -> Trace:
    """What marks and labels have in common: links, their positions, and the texts on hover."""
    events = [context.events[node.event] for node in nodes]
    links = [
        _link(context.address(event), node, node.label) for event, node in zip(events, nodes, strict=True)
    ]
    titles = [
        _link(context.address(event), node, event.title) if node.title_zoom < inf else None
        for event, node in zip(events, nodes, strict=True)
    ]
    return {
        "type": "scatter",
        "y": [node.y for node in nodes],
        "text": [link if node.zoom <= 1 else "" for node, link in zip(nodes, links, strict=True)],
        "textposition": ["middle right" if node.side > 0 else "middle left" for node in nodes],
        "textfont": _fonts(nodes, context),
        "customdata": [node.event for node in nodes],
        "hovertext": [_hover(event, context.language) for event in events],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "showlegend": False,
        "meta": {
            "role": role,
            "lane": number,
            "labels": links,
            "zooms": [_finite(node.zoom) for node in nodes],
            "said": [node.is_soft for node in nodes],
            "titles": titles,
            "title_zooms": [_finite(node.title_zoom) for node in nodes],
        },
    }


def _fonts(nodes: list[Node], context: _Context) -> Trace:
    """Sizes, fonts and colours of labels: one each, or a list with one for each label."""
    colours, (usual, main) = context.colours, context.fonts
    if not any(node.key or node.is_soft for node in nodes):
        return {"size": FONT_SIZE, "color": colours.ink}
    return {
        "size": [KEY_FONT_SIZE if node.key else FONT_SIZE for node in nodes],
        "color": [colours.soft if node.is_soft else colours.ink for node in nodes],
        "family": [main if node.key and not script(node.label) else usual for node in nodes],
    }


def _notes(nodes: list[Node], context: _Context) -> Trace:
    """The notes of main events, each beside an invisible mark as large as its event's."""
    texts = [plotly_text(isolated(node.note)) for node in nodes]
    notes = [
        f"{SPACE}{text}" if node.side > 0 else f"{text}{SPACE}"
        for text, node in zip(texts, nodes, strict=True)
    ]
    return without_hover("notes", labels=notes, zooms=[_finite(node.zoom) for node in nodes]) | {
        "mode": "markers+text",
        "x": [at(context.scene, node.label_at) for node in nodes],
        "y": [node.note_y for node in nodes],
        "text": [note if node.zoom <= 1 else "" for node, note in zip(nodes, notes, strict=True)],
        "textposition": ["middle right" if node.side > 0 else "middle left" for node in nodes],
        "textfont": {"size": NOTE_SIZE, "color": context.colours.quiet},
        "customdata": [node.event for node in nodes],
        "marker": {"size": [2 * node.size for node in nodes], "opacity": 0},
    }


def _link(address: str, node: Node, text: str) -> str:
    """Label or title as a link, with a gap towards its mark; "" without a text."""
    if not text:
        return ""
    escaped = plotly_text(isolated(text))
    shown = f"<b>{escaped}</b>" if node.key else escaped
    link = f'<a href="{html.escape(address)}" target="_blank">{shown}</a>'
    # Plotly keeps a distance from a dot, but none from the end of a bar
    gap = SPACE if node.mark_kind == "dot" else 3 * SPACE
    return f"{gap}{link}" if node.side > 0 else f"{link}{gap}"


def _hover(event: Event, language: Language) -> str:
    """The text on hover: the title, wrapped, and the date."""
    lines = [f"<b>{plotly_text(isolated(line))}</b>" for line in wrap(event.title, 48)]
    return "<br>".join([*lines, plotly_text(isolated(when_in_words(event.when, language)))])

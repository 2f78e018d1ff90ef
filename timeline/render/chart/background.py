"""The traces behind the marks: the lines and dates of the grid, and the names of the eras."""

from __future__ import annotations

from collections.abc import Iterator

from timeline.model.scene import TICK_SIZE, Grid, Scene
from timeline.model.theme import Colours
from timeline.render.chart.plotly_values import SPACE, Trace, at, plotly_text, without_hover
from timeline.typography.direction import isolated

#: The middle of the line of dates, in px from the top.
_TICK_Y = 12
#: The most small ticks that a grid has.
_MOST_TICKS = 400


def lines(scene: Scene, colour: str) -> Trace:
    """The lines of the date grid, as one trace with gaps; at each zoom they are where its dates are."""
    line = {"color": colour, "width": 1}
    lines = {**_strokes(scene, _shown(scene)), "mode": "lines", "line": line}
    return without_hover("grid") | lines


def ticks(scene: Scene, colours: Colours) -> Iterator[Trace]:
    """The ticks that hang from the axis: those of the dates, and small ones between them."""
    shown = _shown(scene)
    grids = [{"zoom": grid.zoom, **_minor(scene, grid)} for grid in scene.grids]
    stubs = _stubs(scene, shown), colours.ink, without_hover("stubs")
    minor = _minor(scene, shown), colours.quiet, without_hover("minor", grids=grids)
    for strokes, colour, trace in (stubs, minor):
        yield trace | {**strokes, "mode": "lines", "line": {"color": colour, "width": 1}}


def dates(scene: Scene, colour: str) -> Trace:
    """The dates of the grid."""
    grids = [{"zoom": grid.zoom, **_texts(scene, grid), "alone": _alone(grid)} for grid in scene.grids]
    return without_hover("dates", grids=grids) | {
        **_texts(scene, _shown(scene)),
        "textfont": {"size": TICK_SIZE, "color": colour},
        "mode": "text",
    }


def _shown(scene: Scene) -> Grid:
    """The grid for the part of the time that is shown first."""
    return next(grid for grid in scene.grids if grid.zoom >= 1)


def _strokes(scene: Scene, grid: Grid) -> Trace:
    """The lines of a grid, from top to bottom, each followed by a gap."""
    return {
        "x": _thrice(scene, [tick.x for tick in grid.ticks]),
        "y": [value for _ in grid.ticks for value in (1, scene.height, None)],
    }


def _stubs(scene: Scene, grid: Grid) -> Trace:
    return {
        "x": _thrice(scene, [tick.x for tick in grid.ticks]),
        "y": [value for _ in grid.ticks for value in (1, 7, None)],
    }


def _minor(scene: Scene, grid: Grid) -> Trace:
    """The small ticks of a grid for a part of the time that has not too many of them."""
    first, last = sorted(scene.whole if grid.zoom < 1 else (0.0, 1.0))
    count = int((last - first) / grid.minor + 0.001) if grid.minor else 0
    origin, step = (last, -grid.minor) if scene.is_mirrored else (first, grid.minor)
    places = [origin + number * step for number in range(count + 1)] if 0 < count <= _MOST_TICKS else []
    return {
        "x": _thrice(scene, places),
        "y": [value for _ in places for value in (1, 4, None)],
    }


def _thrice(scene: Scene, shares: list[float]) -> list[str]:
    """The dates at the shares: for the beginning and the end of each stroke, and for the gap after it."""
    return [date for date in (at(scene, share) for share in shares) for _ in range(3)]


def era_names(scene: Scene, colour: str) -> Iterator[Trace]:
    """The names of the eras."""
    if scene.eras:
        yield without_hover("eras") | {
            "x": [at(scene, era.name_at) for era in scene.eras],
            "y": [era.y for era in scene.eras],
            "text": [f"{SPACE}<i>{plotly_text(isolated(era.name))}</i>{SPACE}" for era in scene.eras],
            "textposition": [
                "middle right" if era.anchor == "start" else "middle left" for era in scene.eras
            ],
            "textfont": {"size": TICK_SIZE, "color": colour},
            "mode": "text",
        }


def _texts(scene: Scene, grid: Grid) -> Trace:
    """The positions and texts of a grid's dates, a space away from their lines."""
    return {
        "x": [at(scene, tick.x) for tick in grid.ticks],
        "y": [_TICK_Y for _ in grid.ticks],
        "text": [_spaced(isolated(tick.label), tick.anchor) for tick in grid.ticks],
        "textposition": ["middle right" if t.anchor == "start" else "middle left" for t in grid.ticks],
    }


def _alone(grid: Grid) -> list[str]:
    """The text of each tick if it is the first in view."""
    return [_spaced(isolated(tick.alone), tick.anchor) for tick in grid.ticks]


def _spaced(text: str, anchor: str) -> str:
    """The text of a tick with a space towards its line."""
    return f"{SPACE}{text}" if anchor == "start" else f"{text}{SPACE}"

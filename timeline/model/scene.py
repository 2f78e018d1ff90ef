"""A timeline placed on a sheet of one width: plain numbers from which every picture is drawn.

Vertical positions are px from the top of the scene. Horizontal positions inside the plot are
*shares*: 0 is the left edge of the plot, 1 its right edge. A sheet drawn wider than the scene
moves the marks apart and leaves labels their size, so what does not meet at ``width`` meets at
no greater width, and at no zoom.

In the language of a script that runs from right to left so does time: ``first`` is then the later instant,
and the tracks' names stand at the right.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Tick:
    """A line of the date grid at share ``x``; its text stands right of it ("start") or left ("end").

    ``alone`` is the text where no tick before it is in view: with the year, and the day of an hour.
    """

    x: float
    label: str
    alone: str
    anchor: str = "start"


@dataclass(frozen=True, slots=True)
class Grid:
    """The lines that a sheet shows from ``zoom`` on, until a finer grid takes over."""

    zoom: float
    ticks: tuple[Tick, ...]


@dataclass(frozen=True, slots=True)
class Lane:
    """The band of one track from ``top`` to ``bottom``; its name's middle stands at ``name_y``.

    ``index`` counts the tracks from 0 and chooses colour and marker shape.
    """

    name: str
    index: int
    top: float
    bottom: float
    name_y: float
    colour: str = ""


@dataclass(frozen=True, slots=True)
class EraSpan:
    """An era from share ``start`` to ``end``; ``y`` is the middle of its name, whose left end is at
    ``start`` (``anchor`` "start") or its right end at ``end`` ("end").
    """

    name: str
    start: float
    end: float
    y: float
    anchor: str = "start"


@dataclass(frozen=True, slots=True)
class Node:
    """An event's mark and label.

    ``mark_kind`` is "dot" (a day), "span" (a bar from ``start`` to ``end``, with its dot at ``x``, where it
    begins) or "soft" (somewhere between ``start`` and ``end``; ``x`` is the middle). ``shape`` and ``size``
    (px, the radius of a circle) are the dot's. ``side`` is 1 for a label to the right of the mark, -1 to
    the left; a label ``along`` a bar stands above it and runs to that side from the bar's other end. The
    label is ``width`` px wide and is shown from ``zoom`` on (1: always; infinite: never); the mark always
    is.
    """

    event: str
    lane: int
    label: str
    mark_kind: str
    start: float
    x: float
    end: float
    y: float
    shape: str
    size: float
    key: bool
    hollow: bool
    side: int
    width: float
    zoom: float = 1.0
    along: bool = False

    @property
    def label_at(self) -> float:
        """The share of the plot at which the label is tied to the mark."""
        return self.end if (self.side > 0) is not self.along else self.start

    @property
    def bar_y(self) -> float:
        """The middle of the bar, which makes room for a label above it."""
        return self.y + (BAR_DROP if self.along else 0)


@dataclass(frozen=True, slots=True)
class Scene:
    """Everything placed, for one width. The plot lies between the margins ``left`` and ``right`` (px).

    ``first`` and ``last`` are the instants at shares 0 and 1, local to the events and without a zone; the
    later one comes first where time runs from right to left. ``grids`` are the date grids, coarse to fine.
    """

    width: int
    height: float
    left: float
    right: float
    first: datetime
    last: datetime
    grids: tuple[Grid, ...]
    lanes: tuple[Lane, ...]
    eras: tuple[EraSpan, ...]
    nodes: tuple[Node, ...]

    @property
    def ticks(self) -> tuple[Tick, ...]:
        """The date grid of the whole sheet."""
        return self.grids[0].ticks

    @property
    def plot_width(self) -> float:
        """Px between the margins."""
        return self.width - self.left - self.right

    @property
    def is_mirrored(self) -> bool:
        """Whether time runs from right to left."""
        return self.last < self.first

    def instant(self, share: float) -> datetime:
        """The instant at a share of the plot, to the second."""
        return self.first + (self.last - self.first) * share


#: Px between the sheet's edge, or a track's name, and the plot; and right of the plot.
MARGIN = 16.0
FONT_SIZE = 13
TICK_SIZE = 12
#: Rows are as high as the smallest target that a finger should meet (WCAG 2.2, 2.5.8).
ROW_HEIGHT = 24
#: Px between a tick's line and its text.
TICK_GAP = 4.0
#: Px by which a bar with its label above it stands lower.
BAR_DROP = 9.0

#: Marker shape -> how much larger than a circle it is drawn to weigh the same to the eye. A track's place
#: in the list of tracks chooses its shape, so that colour never stands alone.
SHAPES = {
    "circle": 1.0,
    "square": 0.89,
    "diamond": 0.96,
    "triangle-up": 1.12,
    "hexagon": 1.08,
    "triangle-down": 1.12,
}
_RADIUS, _KEY_RADIUS = 4.5, 7.0
#: The width of the no-break space that stands between a mark and its label.
_SPACE = 0.278 * FONT_SIZE


def shape_of(track: int) -> str:
    """The marker shape of the track at that place; a second round of tracks is shifted by one."""
    shapes = tuple(SHAPES)
    return shapes[(track + track // len(shapes)) % len(shapes)]


def mark_size(shape: str, *, key: bool) -> float:
    """The radius (px) at which a mark of that shape is drawn."""
    return (_KEY_RADIUS if key else _RADIUS) * SHAPES[shape]


def label_gap(size: float) -> float:
    """Px from the middle of a mark to its label: Plotly's own distance, and a space."""
    return size / 0.8 + 1 + _SPACE

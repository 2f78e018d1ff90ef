"""A timeline laid out for one width, as plain numbers from which every picture is drawn.

Vertical positions are px from the top of the scene. Horizontal positions inside the plot are *shares*: 0 is
its left edge, 1 its right edge. Drawn wider than the scene, the marks move apart and the labels keep their
size, so that labels that do not overlap at ``width`` overlap at no greater width and at no zoom.

In a language written from right to left, time runs that way too: ``first`` is the later instant, and the
tracks' names are on the right.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from math import inf

from timeline.model.kinds import Shape
from timeline.model.scene.axis_marks import EraSpan, Tick
from timeline.model.scene.clusters import Clusters
from timeline.model.scene.skyline import Skyline
from timeline.model.seconds import DAY


@dataclass(frozen=True, slots=True)
class Grid:
    """The lines of the date grid that are shown from ``zoom`` on, up to the zoom of the next finer grid.

    ``minor`` is the distance of the small ticks between them, as a share of the plot; 0 for none.
    """

    zoom: float
    ticks: tuple[Tick, ...]
    minor: float = 0.0


@dataclass(frozen=True, slots=True)
class Lane:
    """The band of one track from ``top`` to ``bottom``; ``name_y`` is the middle of its name.

    ``index`` counts the tracks from 0 and determines the colour.
    """

    name: str
    index: int
    top: float
    bottom: float
    name_y: float
    colour: str = ""


@dataclass(frozen=True, slots=True)
class Node:
    """An event's mark and label.

    ``mark_kind`` is "dot" (a day), "span" (a bar from ``start`` to ``end``, with a dot at ``x``, its
    beginning), "soft" (a faded band for some time between ``start`` and ``end``; ``x`` is the middle) or
    "blur" (a faded dot at ``x``, for a band that would be narrower than the dot; from the zoom
    ``band_from`` on, it is wide enough). ``shape``, which shows the kind of event, and ``size`` (px, the
    radius) are those of the dot. ``day_end`` is where the day of a dot ends, if there are clock times.
    ``side`` is 1 for a label to the right of the mark, -1 for one to the left; a label ``along`` a bar is
    above it, and extends in that direction from ``along_from``, the opposite end or the edge of what is
    shown first. The label is
    ``width`` px wide and is shown from ``zoom`` on (1: at first; infinite: never); the mark is always
    shown. From ``title_zoom`` on (infinite: never) there is room for the title in place of the label.
    ``note`` is the line below the label, shown with it; "" for none. A ``gathered`` node has neither mark
    nor label: it is in one of the scene's clusters.
    """

    event: str
    lane: int
    label: str
    mark_kind: str
    start: float
    x: float
    end: float
    y: float
    shape: Shape
    size: float
    key: bool
    hollow: bool
    side: int
    width: float
    zoom: float = 1.0
    title_zoom: float = inf
    note: str = ""
    along: bool = False
    band_from: float = 0.0
    day_end: float | None = None
    along_from: float | None = None
    gathered: bool = False

    @property
    def label_at(self) -> float:
        """The share of the plot from which the label's position is measured."""
        if self.along_from is not None:
            return self.along_from
        return self.end if self.side > 0 else self.start

    @property
    def bar_y(self) -> float:
        """The middle of the bar; it is lower if the label is above it."""
        return self.y + (BAR_DROP if self.along else 0)

    @property
    def note_y(self) -> float:
        """The middle of the note; it is below a bar that is below the label."""
        return self.y + NOTE_DROP + (_ALONG_DROP if self.along else 0)

    @property
    def is_soft(self) -> bool:
        """Whether its label is written in a softer ink: that of a statement, unless it is a main event."""
        return self.shape is Shape.DOT and not self.key


@dataclass(frozen=True, slots=True)
class Scene:
    """Everything laid out for one width. The plot lies between the margins ``left`` and ``right`` (px).

    ``first`` and ``last`` are the instants (`timeline.model.seconds`) at shares 0 and 1; the later one
    comes first if time runs from right to left. ``grids`` are the date grids, coarse to fine.

    The plot may show a part of the time first: then ``whole`` are the shares at which all of it begins and
    ends, and zooms below 1 show more of it. Grids for zooms from 1 on have only the lines of that part.

    ``clusters`` hold the events that have no room of their own in lanes that would be too high; None if all
    have. ``nodes`` are all events, ``marked`` those that are drawn each.
    """

    width: int
    height: float
    left: float
    right: float
    first: int
    last: int
    grids: tuple[Grid, ...]
    lanes: tuple[Lane, ...]
    eras: tuple[EraSpan, ...]
    nodes: tuple[Node, ...]
    whole: tuple[float, float] = (0.0, 1.0)
    skyline: Skyline | None = None
    row_height: int = 19
    clusters: Clusters | None = None

    @property
    def marked(self) -> tuple[Node, ...]:
        """The nodes that have a mark of their own."""
        return tuple(node for node in self.nodes if not node.gathered) if self.clusters else self.nodes

    @property
    def named_lanes(self) -> tuple[Lane, ...]:
        """The lanes whose names are shown: all of them, but not a lone one."""
        return self.lanes if len(self.lanes) > 1 else ()

    @property
    def beyond(self) -> tuple[int, int]:
        """How many events are earlier than the part that is shown first, and how many are later."""
        left = sum(node.end < 0 for node in self.nodes)
        right = sum(node.start > 1 for node in self.nodes)
        return (right, left) if self.is_mirrored else (left, right)

    @property
    def ticks(self) -> tuple[Tick, ...]:
        """The date grid of a drawing that cannot be zoomed."""
        return next(grid.ticks for grid in self.grids if grid.zoom >= 1)

    @property
    def minor(self) -> float:
        """The distance of the small ticks of `ticks`, as a share of the plot; 0 for none."""
        return next(grid.minor for grid in self.grids if grid.zoom >= 1)

    def minor_dash(self, in_px: bool) -> str:
        """The dashes of a line of small ticks 1 px wide: in px, or in units of their distance."""
        distance = self.minor * self.plot_width
        wide, unit = (1, distance) if in_px else (1 / distance, 1)
        return f"{wide:.3g} {unit - wide:.6g}"

    @property
    def shows_hours(self) -> bool:
        """Whether the ticks are closer together than days."""
        steps = [abs(after.x - tick.x) for tick, after in pairwise(self.ticks)]
        return bool(steps) and min(steps) * abs(self.last - self.first) < 0.99 * DAY

    @property
    def days_from(self) -> float:
        """The zoom from which days are so wide that a mark is not taken for the whole of its day."""
        return _WIDE_DAY * abs(self.last - self.first) / (self.plot_width * DAY)

    @property
    def plot_width(self) -> float:
        """Px between the margins."""
        return self.width - self.left - self.right

    @property
    def is_mirrored(self) -> bool:
        """Whether time runs from right to left."""
        return self.last < self.first

    def instant(self, share: float) -> int:
        """The instant at a share of the plot, to the second."""
        return self.first + round((self.last - self.first) * share)


#: Px between the scene's edge, or a track's name, and the plot; and right of the plot.
MARGIN = 16.0
#: The sizes in px of labels, of those of main events, and of dates and notes.
FONT_SIZE, KEY_FONT_SIZE, TICK_SIZE, NOTE_SIZE = 13, 15, 12, 12
#: The height of rows in px, and that of rows for scripts with higher and deeper letters than Latin. A label
#: with a note takes two of them.
ROW_HEIGHT, TALL_ROW_HEIGHT = 19, 27
#: Px from the middle of a label down to that of its note; and how much more if a bar is between them.
NOTE_DROP, _ALONG_DROP = 16.0, 6.0
#: Px between a tick's line and its text.
TICK_GAP = 4.0
#: Px by which a bar is lower if its label is above it.
BAR_DROP = 9.0

#: Shape -> the radius in px of an ordinary mark and of a main event's: of a square half its side, of a ring
#: that of the middle of its line, so that all but dots look equally large.
_RADII = {
    Shape.DISC: (4.5, 6.5),
    Shape.RING: (3.75, 5.5),
    Shape.DOT: (3.0, 4.5),
    Shape.SQUARE: (4.0, 5.75),
}
#: The width in px of a ring's line.
RING_LINE = 2.5
#: How much larger than a dot a faded one is, whose rim can hardly be seen.
BLUR = 1.5
#: Px from the middle of a dot down to the line that covers its day.
DAY_DROP = BAR_DROP
#: Px from which on a day is so wide that the mark at its beginning does not stand for all of it.
_WIDE_DAY = 48.0
#: The width in px of the no-break space between a mark and its label, and that of a main event.
_SPACE, _KEY_SPACE = 0.278 * FONT_SIZE, 0.254 * KEY_FONT_SIZE


def mark_size(shape: Shape, *, key: bool) -> float:
    """The radius in px of a mark of this shape."""
    return _RADII[shape][key]


def label_gap(size: float, *, key: bool = False) -> float:
    """Px from the middle of a mark to its label: Plotly's distance plus a space."""
    return size / 0.8 + 1 + (_KEY_SPACE if key else _SPACE)


def in_view(scene: Scene) -> Scene:
    """The scene with only the events of the part that is shown first."""
    nodes = (
        replace(node, start=max(0.0, node.start), x=min(max(0.0, node.x), 1.0), end=min(1.0, node.end))
        for node in scene.nodes
        if node.end >= 0 and node.start <= 1
    )
    return replace(scene, nodes=tuple(nodes))


def whole(scene: Scene) -> Scene:
    """The scene with all of the time in its plot, for pictures that cannot be zoomed and show only marks.

    Labels have been placed for the part that is shown first, and ticks are those of the coarsest grid.
    """
    first, last = scene.whole
    if scene.whole == (0.0, 1.0):
        return scene

    def share(x: float) -> float:
        return (x - first) / (last - first)

    ticks = tuple(replace(tick, x=share(tick.x)) for tick in scene.grids[0].ticks)
    nodes = (
        replace(
            node,
            start=share(node.start),
            x=share(node.x),
            end=share(node.end),
            along_from=None if node.along_from is None else share(node.along_from),
        )
        for node in scene.nodes
    )
    return replace(
        scene,
        first=scene.instant(first),
        last=scene.instant(last),
        nodes=tuple(nodes),
        grids=(Grid(1.0, ticks),),
        eras=(),
        whole=(0.0, 1.0),
    )

"""Timeline -> Scene: places every mark, label, line and date of the chart, for one width."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.language import Language
from timeline.layout.axis import Axis, Known, axis
from timeline.layout.folding import TALLEST, Folding
from timeline.layout.lanes import LaneSpace, placed_lanes
from timeline.layout.placement import Frame
from timeline.layout.rows import Row
from timeline.layout.rtl import mirrored
from timeline.layout.skyline import skyline
from timeline.model import Event, Shape, Timeline
from timeline.model.scene import (
    FONT_SIZE,
    MARGIN,
    ROW_HEIGHT,
    TALL_ROW_HEIGHT,
    TICK_GAP,
    TICK_SIZE,
    Scene,
)
from timeline.model.scene.axis_marks import EraSpan
from timeline.typography import fit, measured_in, text_width
from timeline.typography.direction import has_other_script

#: The widths (px) of the scenes that a page holds; between two of them the narrower one is stretched. The
#: first is what a window of 600 px leaves between its margins.
WIDTHS = (568, 720, 840, 960, 1120, 1280)

#: In a narrower scene a track's name stands above its rows instead of beside them.
_NAMES_BESIDE_FROM = 800
_HEAD = 24.0
_ERA_ROW = 20.0
_FOOT = 6.0
#: The least distance in px of a label from the scene's edge.
_EDGE = 2.0
#: The least width in px of an era, so that a single day can be seen.
_MIN_ERA = 3.0


def lay_out(
    timeline: Timeline,
    width: int,
    *,
    beside_from: int = _NAMES_BESIDE_FROM,
    has_ranks: bool = True,
    tallest: float = TALLEST,
) -> Scene:
    """The scene of ``timeline``, which has at least one event, ``width`` px wide (320 or more).

    Tracks without events are left out. The tracks' names stand beside their rows if the scene is
    ``beside_from`` px or wider and they take at most a quarter of it, else above. In a language written
    from right to left the scene is mirrored. Without ``has_ranks``, labels of main events are bold, but no
    larger than others, and have no notes. A scene of many events that would be higher than ``tallest`` px
    (inf: never) has clusters in the lanes with most of them. Pure: the same timeline and width give the
    same scene.
    """
    with measured_in(timeline.theme.label_widths):
        return _scene(timeline, width, Known(), beside_from, has_ranks, tallest)


def lay_out_all(timeline: Timeline, widths: Sequence[int] = WIDTHS) -> list[Scene]:
    """The scenes of several widths, each as `lay_out` makes it; quicker than one after the other."""
    known = Known()
    with measured_in(timeline.theme.label_widths):
        return [_scene(timeline, width, known) for width in widths]


def _scene(  # noqa: PLR0913, PLR0917  the choices of `lay_out`
    timeline: Timeline,
    width: int,
    known: Known,
    beside_from: int = _NAMES_BESIDE_FROM,
    has_ranks: bool = True,
    tallest: float = TALLEST,
) -> Scene:
    events_of: dict[str, list[Event]] = {}
    for event in timeline.events:
        events_of.setdefault(event.track, []).append(event)
    tracks = [(index, track) for index, track in enumerate(timeline.tracks) if track.name in events_of]
    column = 2 * MARGIN + max(text_width(track.name, FONT_SIZE, bold=True) for _, track in tracks)
    is_lone = len(tracks) == 1  # then its name would say nothing that the title does not
    names_above = not is_lone and (width < beside_from or column > width / 4)
    left = MARGIN if names_above or is_lone else column
    plot_width = width - left - MARGIN
    dates = axis(timeline, plot_width, MARGIN - _EDGE, known)
    frame = Frame(plot_width, MARGIN - _EDGE, dates.whole, has_ranks)
    eras, era_rows = _eras(timeline, dates, frame)
    head = _HEAD + era_rows * _ERA_ROW
    is_tall = any(has_other_script(event.label) for event in timeline.events)
    row_height = TALL_ROW_HEIGHT if is_tall else ROW_HEIGHT
    space = LaneSpace(head, tallest - head - _FOOT, row_height, width, names_above=names_above)
    room = space.height / len(tracks) - space.around
    shapes = {kind.name: kind.shape for kind in reversed(timeline.kinds)}

    def shape_of(event: Event) -> Shape:
        return shapes.get(event.kind, Shape.DISC)

    folding = Folding(dates, frame, shape_of, row_height, len(tracks), room)
    found = placed_lanes([(index, track, events_of[track.name]) for index, track in tracks], space, folding)
    order = {event.id: number for number, event in enumerate(timeline.events)}
    nodes = sorted(found.nodes, key=lambda node: order[node.event])
    scene = Scene(
        width=width,
        height=found.lanes[-1].bottom + _FOOT,
        left=left,
        right=MARGIN,
        first=dates.first,
        last=dates.last,
        grids=dates.grids,
        lanes=found.lanes,
        eras=eras,
        nodes=tuple(nodes),
        whole=dates.whole,
        skyline=skyline(timeline, [track.name for _, track in tracks], dates),
        row_height=row_height,
        clusters=found.clusters,
    )
    return mirrored(scene) if Language(timeline.language).is_rtl else scene


def _eras(timeline: Timeline, dates: Axis, frame: Frame) -> tuple[tuple[EraSpan, ...], int]:
    """The eras with their names in rows above the tracks, and the number of those rows.

    A name begins where its era begins, or ends where it ends if there is more room; it is cut to fit. That
    is within what is shown first if the era is, too. Names are placed for the whole axis in the plot, and
    are further apart at any other zoom.
    """
    whole = dates.whole
    width = frame.plot_width / (whole[1] - whole[0])
    leftmost, rightmost = whole[0] * width - frame.margin, whole[1] * width + frame.margin
    rows: list[Row] = []
    eras = []
    for era in timeline.eras:
        start, end = dates.extent(era.when)
        if era.when.open_end:
            end = whole[1]
        if end < whole[0] or start > whole[1]:
            continue
        start, end = max(whole[0], start), min(whole[1], max(end, start + _MIN_ERA / frame.plot_width))
        is_in_view = start <= 1 and end >= 0
        begins, ends = (max(start, 0.0), min(end, 1.0)) if is_in_view else (start, end)
        after, before = rightmost - begins * width, ends * width - leftmost
        if is_in_view:
            after = min(after, (1 - begins) * frame.plot_width + frame.margin)
            before = min(before, ends * frame.plot_width + frame.margin)
        fits = 2 * TICK_GAP + text_width(era.name, TICK_SIZE) <= after
        anchor = "start" if fits or after >= before else "end"
        name = fit(era.name, TICK_SIZE, (after if anchor == "start" else before) - 2 * TICK_GAP)
        name_width = 2 * TICK_GAP + text_width(name, TICK_SIZE)
        left = begins * width if anchor == "start" else ends * width - name_width
        row = next((n for n, row in enumerate(rows) if row.is_free(left, left + name_width)), len(rows))
        if row == len(rows):
            rows.append(Row())
        rows[row].take(left, left + name_width)
        y, name_at = _HEAD + (row + 0.5) * _ERA_ROW, begins if anchor == "start" else ends
        eras.append(EraSpan(name, start, end, y, name_at, anchor))
    return tuple(eras), len(rows)

"""The skyline of a timeline on the date axis of a scene."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import count
from math import ceil, inf
from typing import NamedTuple

from timeline.language import Language
from timeline.layout.axis import Axis
from timeline.layout.rows import Row
from timeline.layout.ticks import PlotSize, Step, floor, grids, next_line
from timeline.model import Event, Timeline
from timeline.model.scene import MARGIN, TICK_GAP, TICK_SIZE
from timeline.model.scene.axis_marks import EraSpan, Tick
from timeline.model.scene.skyline import GAP, HIGHEST, NARROWEST, SQUARE, Column, Skyline, Square
from timeline.typography import text_width

#: Px kept free between the texts of two ticks.
_ROOM = 10
#: With fewer events there is nothing to gain an overview of.
FEWEST = 10
#: The periods that a column may stand for, from short to long.
PERIODS = (
    Step("day", 1),
    Step("week", 1),
    *(Step("month", months) for months in (1, 3)),
    *(Step("year", years) for years in (1, 10, 100, 1000)),
)


def skyline(timeline: Timeline, lanes: Sequence[str], dates: Axis) -> Skyline | None:
    """The skyline on the axis ``dates``; None for few events, or where all would stand in one column.

    ``lanes`` are the names of the tracks that have events. The periods are the shortest whose columns stand
    apart on the narrowest phone. They are those of the axis: with clock times, days of its clock.
    """
    if len(timeline.events) < FEWEST:
        return None
    start, end = (dates.instant(share) for share in dates.whole)
    period = next((one for one in PERIODS if _are_apart(one, end - start)), PERIODS[-1])
    lane_of = {name: lane for lane, name in enumerate(lanes)}
    groups: dict[int, list[_Placed]] = defaultdict(list)
    for event in timeline.events:
        begin, is_faded = period_of(event, period, dates)
        groups[begin].append(_Placed(event.id, lane_of[event.track], is_faded))
    if len(groups) == 1:
        return None
    per_square = _per_square(groups.values())
    # A day without a clock time is a point on the axis, where the chart has the mark.
    clocked = sum(event.when.start.clock is not None for event in timeline.events)
    is_point = period.unit == "day" and 2 * clocked <= len(timeline.events)
    columns = []
    for begin in sorted(groups):
        end = next_line(begin, period)
        x = inside(dates.share(begin if is_point else (begin + end) // 2), dates.whole)
        events = tuple(each.event for each in groups[begin])
        columns.append(Column(x, begin, end, events, _squares(groups[begin], per_square)))
    return Skyline(
        unit=period.unit,
        every=period.every,
        per_square=per_square,
        columns=tuple(columns),
        ticks=_ticks(timeline, dates, start, end),
        eras=_eras(timeline, dates),
        brief_ticks=_ticks(timeline, dates, start, end, with_year=False),
    )


class _Placed(NamedTuple):
    """An event in a column, and whether it may belong in another one."""

    event: str
    lane: int
    is_faded: bool


def _are_apart(period: Step, time: int) -> bool:
    return time / period.length * (SQUARE + GAP) <= NARROWEST


def period_of(event: Event, period: Step, dates: Axis) -> tuple[int, bool]:
    """The beginning of the event's period, and whether it may have begun in another one."""
    found = dates.known.periods.get((event.id, period))
    if found is None:
        earliest, latest = dates.beginning(event.when)
        is_faded = latest != earliest and floor(earliest, period) != floor(latest, period)
        found = floor((earliest + latest) // 2, period), is_faded
        dates.known.periods[event.id, period] = found
    return found


def _per_square(groups: Iterable[list[_Placed]]) -> int:
    """For how many events a square must stand so that no column has more squares than ``HIGHEST``.

    A column of more tracks than that has a square for each, and one more where there are faded ones too.
    """
    counts = [Counter((each.lane, each.is_faded) for each in group).values() for group in groups]
    most = max(HIGHEST, *map(len, counts))
    return next(n for n in count(1) if all(sum(ceil(each / n) for each in one) <= most for one in counts))


def inside(share: float, bounds: tuple[float, float]) -> float:
    """The share, or the nearer one of the bounds."""
    return min(bounds[1], max(bounds[0], share))


def _squares(group: list[_Placed], per_square: int) -> tuple[Square, ...]:
    """The squares of a column, in the order of the tracks, with the faded ones on top."""
    members: dict[tuple[bool, int], list[str]] = defaultdict(list)
    for each in group:
        members[each.is_faded, each.lane].append(each.event)
    return tuple(
        Square(lane, tuple(some), is_faded)
        for (is_faded, lane), events in sorted(members.items())
        for some in _chunks(events, per_square)
    )


def _chunks(events: list[str], most: int) -> Iterator[list[str]]:
    for start in range(0, len(events), most):
        yield events[start : start + most]


def _ticks(
    timeline: Timeline, dates: Axis, start: int, end: int, *, with_year: bool = True
) -> tuple[Tick, ...]:
    """The date grid of the narrowest phone, on this axis, whose lines are further apart: the grid may begin
    earlier. A date that would be cut off stands left of its line, or is left out.
    """
    size = PlotSize(NARROWEST, MARGIN, Language(timeline.language), _ROOM, with_year)
    begin, found = grids(start, end, size, by_clock=False)
    first, last = dates.whole
    ticks: list[Tick] = []
    taken = -inf  # the right end of the text before, in px
    for tick in found[0].ticks:
        x = dates.share(begin + round(tick.x * (end - begin)))
        place = (x - first) / (last - first) * NARROWEST
        length = TICK_GAP + text_width(tick.label, TICK_SIZE)
        anchor = "start" if place + length <= NARROWEST + MARGIN else "end"
        if x >= first and (anchor == "start" or place - length >= taken + _ROOM):
            ticks.append(replace(tick, x=x, anchor=anchor))
            taken = place + length
    return tuple(ticks)


def _eras(timeline: Timeline, dates: Axis) -> tuple[EraSpan, ...]:
    """The eras; a name that finds no room in one row is left out, since the chart has them all."""
    first, last = dates.whole
    row, eras = Row(), []
    for era in timeline.eras:
        start, end = dates.extent(era.when)
        start, end = max(start, first), min(last if era.when.open_end else end, last)
        if start >= end:
            continue
        left, right = ((share - first) / (last - first) * NARROWEST for share in (start, end))
        width = text_width(era.name, TICK_SIZE)
        anchor = "start" if left + width <= NARROWEST else "end"
        if anchor == "end":
            left = right - width
        is_named = left >= 0 and row.is_free(left, left + width)
        if is_named:
            row.take(left, left + width)
        name_at = start if anchor == "start" else end
        eras.append(EraSpan(era.name if is_named else "", start, end, 0.0, name_at, anchor))
    return tuple(eras)

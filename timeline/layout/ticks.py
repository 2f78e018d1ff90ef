"""The date grid: the positions of its lines and their dates, and finer grids for zooming in."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from math import inf
from typing import NamedTuple

from timeline.language import Language
from timeline.model.day import day_of
from timeline.model.scene import TICK_GAP, TICK_SIZE, Grid
from timeline.model.scene.axis_marks import Tick
from timeline.model.seconds import DAY, HOUR, MINUTE, first_of, parts
from timeline.typography import text_width

#: Px kept free between the texts of two ticks.
_ROOM = 20
#: The least distance in px of small ticks.
_MINOR_ROOM = 4
#: No finer grid has more lines than this: nobody would pan through so many.
_MOST = 400
_ZOOMS = tuple(2.0**level for level in range(1, 12))
#: The units with their approximate lengths in seconds; those shorter than a day need clock times.
_LENGTH = {
    "second": 1,
    "minute": MINUTE,
    "hour": HOUR,
    "day": DAY,
    "week": 7 * DAY,
    "month": 30 * DAY,
    "year": 365 * DAY,
}
_CLOCK_UNITS = frozenset({"second", "minute", "hour"})


class PlotSize(NamedTuple):
    """The plot's width, how far a text may extend beyond its right edge (px), and the dates' language.

    ``room`` is kept free between two texts (px). Without ``with_year`` the first day or month does not name
    its year.
    """

    width: float
    margin: float
    language: Language
    room: float = _ROOM
    with_year: bool = True


class Step(NamedTuple):
    """The distance between two lines: ``every`` units."""

    unit: str
    every: int

    @property
    def length(self) -> int:
        return _LENGTH[self.unit] * self.every


#: The steps that a grid may have, from coarse to fine.
_STEPS = (
    *(Step("year", n) for n in (1000, 500, 200, 100, 50, 20, 10, 5, 2, 1)),
    *(Step("month", n) for n in (6, 3, 1)),
    *(Step("week", n) for n in (2, 1)),
    *(Step("day", n) for n in (2, 1)),
)
_STEPS_BY_CLOCK = (
    *_STEPS,
    *(Step("hour", n) for n in (12, 6, 3, 1)),
    *(Step("minute", n) for n in (30, 10, 5, 1)),
    *(Step("second", n) for n in (30, 10)),
)


def grids(start: int, end: int, size: PlotSize, *, by_clock: bool) -> tuple[int, tuple[Grid, ...]]:
    """The plot's first instant, on a grid line at or before ``start``, and its grids from coarse to fine.

    The first grid is for the whole plot, each further one from its zoom on. ``by_clock`` allows steps
    shorter than a day.
    """
    steps = _STEPS_BY_CLOCK if by_clock else _STEPS
    shown = next((each for each in reversed(steps) if _grid(floor(start, each), end, each, size)), None)
    if shown is None:
        return start, (Grid(1.0, ()),)
    begin = floor(start, shown)
    found = [Grid(1.0, _grid(begin, end, shown, size), _minor(shown, end - begin, size.width))]
    for zoom in _ZOOMS:
        width = size.width * zoom
        for step in reversed(steps[steps.index(shown) + 1 :]):
            if (end - begin) / step.length > _MOST:
                continue
            ticks = _grid(begin, end, step, size._replace(width=width))
            if ticks and (step.unit == "week" or _keeps(found[-1].ticks, ticks)):
                found.append(Grid(zoom, ticks, _minor(step, end - begin, width)))
                shown = step
                break
    return begin, tuple(found)


def _minor(step: Step, length: int, width: float) -> float:
    """The distance of small ticks between lines ``step`` apart, as a share of the ``length`` of the plot.

    They divide it evenly: a week into days, years into fewer years or quarters, hours into hours. Months,
    which are not equally long, are not divided. 0 if small ticks would be too close together.
    """
    unit: float = step.length / step.every
    parts_of: list[float] = []
    match step.unit:
        case "week":
            parts_of = [DAY]
        case "year":
            unit = 365.2425 * DAY  # on average
            parts_of = [unit / 4, *(unit * n for n in (1, 10, 100) if n < step.every)]
        case "hour" | "minute" | "second" if step.every > 1:
            parts_of = [unit]
    return next((part / length for part in parts_of if part / length * width >= _MINOR_ROOM), 0.0)


@lru_cache(maxsize=1 << 15)  # many events are on the same days
def floor(instant: int, step: Step) -> int:
    """The grid line at or before ``instant``; weeks begin on Monday, as in ISO 8601."""
    at, every = parts(instant), step.every
    match step.unit:
        case "week":
            return ((instant // DAY - 1) // 7 * 7 + 1) * DAY
        case "month":
            return first_of(at.year, (at.month - 1) // every * every + 1)
        case "year":
            return first_of(_round_year(at.year, every))
        case "day":
            return instant // DAY * DAY
    return instant // step.length * step.length


def _round_year(year: int, every: int) -> int:
    """The last round year up to ``year``: 100 and 200, but 1 before 100; and 200 and 100 BCE.

    >>> [_round_year(year, 100) for year in (250, 99, 0, -99, -100)]
    [200, 1, -99, -99, -199]
    """
    if year > 0:
        return max(1, year // every * every)
    return 1 + (year - 1) // every * every


def _lines(begin: int, end: int, step: Step) -> Iterator[int]:
    """The grid lines from ``begin`` to ``end``."""
    instant = floor(begin, step)
    while instant <= end:
        if instant >= begin:
            yield instant
        instant = next_line(instant, step)


def next_line(instant: int, step: Step) -> int:
    at = parts(instant)
    if step.unit == "year":  # the steps on both sides of the year 1 are shorter
        after = (at.year // step.every + 1) * step.every if at.year > 0 else min(1, at.year + step.every)
        return first_of(after)
    if step.unit == "month":
        months = at.year * 12 + at.month - 1 + step.every
        return first_of(months // 12, months % 12 + 1)
    return instant + step.length


def _grid(begin: int, end: int, step: Step, size: PlotSize) -> tuple[Tick, ...]:
    """A tick for each line; a text that would pass the right edge stands left of its line.

    Empty if the lines or the texts would be too close together.
    """
    if size.width * (step.length / (end - begin)) < size.room:
        return ()
    ticks = []
    before = -inf  # the right end of the text before
    for line in _lines_with_texts(begin, end, step, size.language, with_year=size.with_year):
        x = (line.instant - begin) / (end - begin)
        place, length = x * size.width, TICK_GAP + text_width(line.label, TICK_SIZE)
        anchor = "end" if place + length > size.width + size.margin else "start"
        left, right = (place, place + length) if anchor == "start" else (place - length, place)
        if left - before < size.room:
            return ()
        ticks.append(Tick(x, line.label, line.alone, anchor))
        before = right
    return tuple(ticks)


class _Line(NamedTuple):
    """A grid line with its text, and its text as the first one in view."""

    instant: int
    label: str
    alone: str


@lru_cache(maxsize=128)
def _lines_with_texts(
    begin: int, end: int, step: Step, language: Language, *, with_year: bool
) -> tuple[_Line, ...]:
    """The grid lines from ``begin`` to ``end``. Scenes of all widths, and many zooms, ask for the same."""
    lines: list[_Line] = []
    for instant in _lines(begin, end, step):
        before = lines[-1].instant if lines else None
        label, alone = (
            _label(instant, other, step.unit, language, with_year=with_year) for other in (before, None)
        )
        lines.append(_Line(instant, label, alone))
    return tuple(lines)


def _label(instant: int, before: int | None, unit: str, language: Language, *, with_year: bool) -> str:
    """The text of a tick; the larger units (year, day) are named only where they change."""
    at = parts(instant)
    is_new_year = (with_year and before is None) or (before is not None and parts(before).year != at.year)
    if unit not in _CLOCK_UNITS:
        return _date(language, at[:3], "day" if unit == "week" else unit, with_year=is_new_year)
    clock = f"{at.hour:02}:{at.minute:02}" + (f":{at.second:02}" if unit == "second" else "")
    if before is not None and before // DAY == instant // DAY:
        return clock
    return f"{_date(language, at[:3], 'day', with_year=is_new_year)}\u00a0{clock}"


@lru_cache(maxsize=1 << 14)
def _date(language: Language, at: tuple[int, int, int], unit: str, *, with_year: bool) -> str:
    """The date in the language. Several steps ask for the same ones, and Babel is slow."""
    return language.tick(day_of(*at), unit, with_year=with_year)


def _keeps(coarse: tuple[Tick, ...], fine: tuple[Tick, ...]) -> bool:
    """Whether the fine grid contains every line of the coarse one, as weeks do not contain months."""
    return {tick.x for tick in coarse} <= {tick.x for tick in fine}

"""The date grid: the positions of its lines and their dates, and finer grids for zooming in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from timeline.language import Language
from timeline.model.scene import TICK_GAP, TICK_SIZE, Grid, Tick
from timeline.typography import text_width

#: Px kept free between the texts of two ticks.
_ROOM = 20
#: No finer grid has more lines than this: nobody would pan through so many.
_MOST = 400
_ZOOMS = tuple(2.0**level for level in range(1, 12))
#: Approximate lengths of the units.
_LENGTH = {
    "hour": timedelta(hours=1),
    "day": timedelta(days=1),
    "week": timedelta(weeks=1),
    "month": timedelta(days=30),
    "year": timedelta(days=365),
}


#: Every step of every zoom asks for the same dates again, and Babel is slow to write them.
_date = lru_cache(maxsize=1 << 14)(Language.tick)


class PlotSize(NamedTuple):
    """The plot's width, how far a text may extend beyond its right edge (px), and the dates' language."""

    width: float
    margin: float
    language: Language


class _Step(NamedTuple):
    """The distance between two lines: ``every`` units."""

    unit: str
    every: int

    @property
    def length(self) -> timedelta:
        return _LENGTH[self.unit] * self.every


#: The steps that a grid may have, from coarse to fine.
_STEPS = (
    *(_Step("year", n) for n in (1000, 500, 200, 100, 50, 20, 10, 5, 2, 1)),
    *(_Step("month", n) for n in (6, 3, 1)),
    *(_Step("week", n) for n in (2, 1)),
    *(_Step("day", n) for n in (2, 1)),
)
_STEPS_BY_CLOCK = (*_STEPS, *(_Step("hour", n) for n in (12, 6, 3, 1)))


def grids(
    start: datetime, end: datetime, size: PlotSize, *, by_clock: bool
) -> tuple[datetime, tuple[Grid, ...]]:
    """The plot's first instant, on a grid line at or before ``start``, and its grids from coarse to fine.

    The first grid is for the whole plot, each further one from its zoom on. ``by_clock`` allows steps
    shorter than a day.
    """
    steps = _STEPS_BY_CLOCK if by_clock else _STEPS
    fitting = [step for step in steps if _fits(_grid(_floor(start, step), end, step, size), size.width)]
    if not fitting:
        return start, (Grid(1.0, ()),)
    shown = fitting[-1]
    begin = _floor(start, shown)
    found = [Grid(1.0, _grid(begin, end, shown, size))]
    for zoom in _ZOOMS:
        width = size.width * zoom
        for step in reversed(steps[steps.index(shown) + 1 :]):
            if (end - begin) / step.length > _MOST:
                continue
            ticks = _grid(begin, end, step, size._replace(width=width))
            if _fits(ticks, width) and (step.unit == "week" or _keeps(found[-1].ticks, ticks)):
                found.append(Grid(zoom, ticks))
                shown = step
                break
    return begin, tuple(found)


def _floor(instant: datetime, step: _Step) -> datetime:
    """The grid line at or before ``instant``; weeks begin on Monday, as in ISO 8601."""
    day, every = instant.date(), step.every
    match step.unit:
        case "hour":
            return instant.replace(hour=instant.hour // every * every, minute=0)
        case "week":
            day = date.fromordinal(max(1, day.toordinal() - day.weekday()))
        case "month":
            day = day.replace(month=(day.month - 1) // every * every + 1, day=1)
        case "year":
            day = date(max(1, day.year // every * every), 1, 1)
    return datetime.combine(day, time())


def _lines(begin: datetime, end: datetime, step: _Step) -> Iterator[datetime]:
    """The grid lines from ``begin`` to ``end``."""
    instant = _floor(begin, step)
    while instant <= end:
        if instant >= begin:
            yield instant
        try:
            instant = _next(instant, step)
        except (OverflowError, ValueError):  # the year 9999 is the last that a date can hold
            return


def _next(instant: datetime, step: _Step) -> datetime:
    if step.unit == "year":
        # the step from the year 1 to the first round year is shorter
        return instant.replace(year=(instant.year // step.every + 1) * step.every)
    if step.unit == "month":
        months = instant.year * 12 + instant.month - 1 + step.every
        return instant.replace(year=months // 12, month=months % 12 + 1)
    return instant + step.length


def _grid(begin: datetime, end: datetime, step: _Step, size: PlotSize) -> tuple[Tick, ...]:
    """A tick for each line; a text that would pass the right edge stands left of its line.

    Empty if the lines alone would be too close together.
    """
    if size.width * (step.length / (end - begin)) < _ROOM:
        return ()
    ticks = []
    before = None
    for instant in _lines(begin, end, step):
        tick = Tick(
            (instant - begin) / (end - begin),
            _label(instant, before, step.unit, size.language),
            _label(instant, None, step.unit, size.language),
        )
        reach = _extent(tick, size.width)[1]
        ticks.append(replace(tick, anchor="end") if reach > size.width + size.margin else tick)
        before = instant
    return tuple(ticks)


def _label(instant: datetime, before: datetime | None, unit: str, language: Language) -> str:
    """The text of a tick; the larger units (year, day) are named only where they change."""
    is_new_year = before is None or before.year != instant.year
    if unit in {"month", "year"}:
        return _date(language, instant, unit, with_year=is_new_year)
    day = _date(language, instant, "day", with_year=is_new_year)
    if unit != "hour":
        return day
    is_new_day = before is None or before.date() != instant.date()
    return f"{day}\u00a0{instant:%H:%M}" if is_new_day else f"{instant:%H:%M}"


def _fits(ticks: tuple[Tick, ...], width: float) -> bool:
    """Whether there are any ticks and no two of their texts are too close together."""
    extents = [_extent(tick, width) for tick in ticks]
    return bool(ticks) and all(after[0] - before[1] >= _ROOM for before, after in pairwise(extents))


def _keeps(coarse: tuple[Tick, ...], fine: tuple[Tick, ...]) -> bool:
    """Whether the fine grid contains every line of the coarse one, as weeks do not contain months."""
    return {tick.x for tick in coarse} <= {tick.x for tick in fine}


def _extent(tick: Tick, width: float) -> tuple[float, float]:
    """The left and right end of a tick's text in px."""
    line, reach = tick.x * width, TICK_GAP + text_width(tick.label, TICK_SIZE)
    return (line, line + reach) if tick.anchor == "start" else (line - reach, line)

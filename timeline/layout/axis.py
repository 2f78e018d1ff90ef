"""The date axis: which stretch of time a sheet shows, and where its lines and dates stand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import pairwise

from timeline.layout.text import text_width
from timeline.model import Moment, Timeline
from timeline.scene import TICK_GAP, TICK_SIZE, Tick

#: Px kept free between the texts of two ticks.
_ROOM = 20
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

#: The steps a grid may have, from fine to coarse: unit and how many of it.
_STEPS = (
    *(("hour", n) for n in (1, 3, 6, 12)),
    *(("day", n) for n in (1, 2)),
    *(("week", n) for n in (1, 2)),
    *(("month", n) for n in (1, 3, 6)),
    *(("year", n) for n in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)),
)
#: Roughly how long one of each unit is.
_LENGTH = {
    "hour": timedelta(hours=1),
    "day": timedelta(days=1),
    "week": timedelta(weeks=1),
    "month": timedelta(days=30),
    "year": timedelta(days=365),
}
#: Clock times move a mark only on a sheet that shows less than this; on a longer one a day is a point.
_CLOCK_SPAN = timedelta(days=3)


@dataclass(frozen=True, slots=True)
class Axis:
    """The instants at shares 0 and 1, and the grid between them."""

    first: datetime
    last: datetime
    ticks: tuple[Tick, ...]
    by_clock: bool

    def share(self, moment: Moment) -> tuple[float, float]:
        """The shares of its earliest and latest day (or minute); equal for a single day."""
        clock = (moment.clock if self.by_clock else None) or time()
        return (
            self._share(datetime.combine(moment.earliest, clock)),
            self._share(datetime.combine(moment.latest, clock)),
        )

    def _share(self, instant: datetime) -> float:
        return (instant - self.first) / (self.last - self.first)


def axis(timeline: Timeline, plot_width: float, margin: float) -> Axis:
    """The axis over all events of ``timeline``, for a plot of that many px.

    It begins on a grid line at or before the first event and ends on the last one. ``margin`` is how far
    (px) a tick's text may stand out beyond the plot's right edge.
    """
    whens = [event.when for event in timeline.events]
    first, last = min(when.first for when in whens), max(when.last for when in whens)
    by_clock = datetime.combine(last, time()) - datetime.combine(first, time()) < _CLOCK_SPAN
    start = datetime.combine(first, time())
    end = datetime.combine(last, time(23, 59) if by_clock else time())
    end = max(end, start + timedelta(days=1))
    for unit, count in _STEPS:
        if plot_width * (_LENGTH[unit] * count / (end - start)) < _ROOM:
            continue
        begin = _floor(start, unit, count)
        ticks = _ticks(list(_grid(begin, end, unit, count)), unit, begin, end)
        turned = _turned(ticks, plot_width, plot_width + margin)
        if _fits(turned, plot_width):
            return Axis(begin, end, turned, by_clock)
    return Axis(start, end, (), by_clock)


def _floor(instant: datetime, unit: str, count: int) -> datetime:
    """The grid line at or before ``instant``; weeks begin on Monday, as in ISO 8601."""
    day = instant.date()
    if unit == "hour":
        return instant.replace(hour=instant.hour // count * count, minute=0)
    if unit == "week":
        day = max(day - timedelta(days=day.weekday()), date.min) if day.toordinal() > day.weekday() else day
    elif unit == "month":
        day = date(day.year, (day.month - 1) // count * count + 1, 1)
    elif unit == "year":
        day = date(max(day.year // count * count, 1), 1, 1)
    return datetime.combine(day, time())


def _grid(begin: datetime, end: datetime, unit: str, count: int) -> Iterator[datetime]:
    """The grid lines from ``begin`` to ``end``."""
    instant = begin
    while instant <= end:
        yield instant
        try:
            instant = _next(instant, unit, count)
        except (OverflowError, ValueError):  # the year 9999 is the last that a date can hold
            return


def _next(instant: datetime, unit: str, count: int) -> datetime:
    if unit == "year":
        # the years 1 to n-1 come before the first round one
        return instant.replace(year=(instant.year // count + 1) * count)
    if unit == "month":
        months = instant.year * 12 + instant.month - 1 + count
        return instant.replace(year=months // 12, month=months % 12 + 1)
    return instant + _LENGTH[unit] * count


def _ticks(instants: list[datetime], unit: str, begin: datetime, end: datetime) -> list[Tick]:
    """A tick per instant; what is above the unit (the year, the day) is named where it changes."""
    ticks = []
    before = None
    for instant in instants:
        ticks.append(Tick((instant - begin) / (end - begin), _label(instant, before, unit)))
        before = instant
    return ticks


def _label(instant: datetime, before: datetime | None, unit: str) -> str:
    day, month, year = str(instant.day), _MONTHS[instant.month - 1], str(instant.year)
    new_year = before is None or before.year != instant.year
    match unit:
        case "year":
            words = [year]
        case "month":
            words = [month, year] if new_year else [month]
        case "hour":
            new_day = before is None or before.date() != instant.date()
            words = [day, month, f"{instant:%H:%M}"] if new_day else [f"{instant:%H:%M}"]
        case _:
            words = [day, month, year] if new_year else [day, month]
    return "\u00a0".join(words)


def _turned(ticks: list[Tick], plot_width: float, edge: float) -> tuple[Tick, ...]:
    """The ticks, those texts turned to the left of their line that would pass the right edge."""
    return tuple(
        Tick(tick.x, tick.label, "end") if _span(tick, plot_width)[1] > edge else tick for tick in ticks
    )


def _fits(ticks: tuple[Tick, ...], plot_width: float) -> bool:
    """Whether no two of the texts come too near."""
    spans = [_span(tick, plot_width) for tick in ticks]
    return all(after[0] - before[1] >= _ROOM for before, after in pairwise(spans))


def _span(tick: Tick, plot_width: float) -> tuple[float, float]:
    """Left and right end of a tick's text, in px."""
    line, width = tick.x * plot_width, TICK_GAP + text_width(tick.label, TICK_SIZE)
    return (line, line + width) if tick.anchor == "start" else (line - width, line)

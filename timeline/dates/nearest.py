"""Dates that leave out their year or month: the readings near the day of publication."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import MAXYEAR, MINYEAR, date
from functools import partial

from timeline.dates.moments import Contradiction, Refused
from timeline.model.day import Day
from timeline.model.when import When

#: How far, in days, such a reading may be from publication, besides the one in the year or month itself.
_NEAR_YEAR, _NEAR_MONTH, _TWO_MONTHS = 200, 16, 62
_LEAP_YEAR = 2000


class NeedsPublished(Refused):
    """The words are a date only together with the day of publication."""

    def __init__(self) -> None:
        super().__init__(
            "these words need the source's publication day",
            "the source's `published` day, or the whole date, as in 17 February 2025",
        )


def nearest_year(build: Callable[[int], tuple[When, ...]], published: date | None) -> tuple[When, ...]:
    """A date without its year: that of the published year, and the nearest when it is of another year.

    In March "17 February" means that of the same year. On 20 December it may also mean the next one: both
    are readings, as is every such day within 200 days. Years without such a day (29 February) are left out;
    a weekday decides between the remaining readings.
    """
    if published is None:
        raise _needs_published(partial(build, _LEAP_YEAR))
    this = published.year
    years = range(max(MINYEAR, this - 1), min(MAXYEAR, this + 1) + 1)
    builds = [(year == this, partial(build, year)) for year in years]
    return _closest(builds, lambda when: when.first.year == this, published, _NEAR_YEAR)


def nearest_month(
    build: Callable[[int, int], tuple[When, ...]], published: date | None
) -> tuple[When, ...]:
    """A day without its month: that of the published month, and the nearest when it is of another.

    When that month has no such day ("the 31st" in February), the months before and after it count alike.
    """
    if published is None:
        raise NeedsPublished
    this = 12 * published.year + published.month - 1

    def is_current(when: When) -> bool:
        return 12 * when.first.year + when.first.month - 1 == this

    builds = [
        (step == 0, partial(build, (this + step) // 12, (this + step) % 12 + 1))
        for step in (-1, 0, 1)
        if MINYEAR <= (this + step) // 12 <= MAXYEAR
    ]
    near = _NEAR_MONTH if _reads(*(each for current, each in builds if current)) else _TWO_MONTHS
    return _closest(builds, is_current, published, near)


def _needs_published(build: Callable[[], tuple[When, ...]]) -> Refused:
    """That the day of publication is needed, unless the words contradict every calendar ("30 February")."""
    try:
        build()
    except Contradiction as refusal:
        if refusal.in_every_year:
            hint = "the whole date, as in 17 February 2025"
            return Contradiction("no year has such a day", hint, in_every_year=True)
    except Refused:
        pass
    return NeedsPublished()


def _without_year(refusal: Refused | None) -> Refused | None:
    return refusal.without_year() if isinstance(refusal, Contradiction) else refusal


def _reads(build: Callable[[], tuple[When, ...]]) -> bool:
    """Whether the calendar has such a day."""
    try:
        return bool(build())
    except Refused:
        return False


def _closest(
    builds: Iterable[tuple[bool, Callable[[], tuple[When, ...]]]],
    is_current: Callable[[When], bool],
    published: date,
    near: int,
) -> tuple[When, ...]:
    """Readings of the current year or month, those near publication, and the one closest to it.

    Each build comes with whether it is that of the current one, whose refusal is raised when all refuse.
    """
    found: list[When] = []
    refusal: Refused | None = None
    for current, build in builds:
        try:
            found += build()
        except Refused as reason:
            refusal = reason if refusal is None or current else refusal
    if not found:
        raise _without_year(refusal) or NeedsPublished
    closest = min(found, key=lambda when: distance(when, published))
    return in_order(
        when for when in found if when is closest or is_current(when) or distance(when, published) <= near
    )


def distance(when: When, published: Day) -> int:
    """Days between a reading and the day of publication, 0 when it holds that day."""
    return max((when.first - published).days, (published - when.last).days, 0)


def in_order(found: Iterable[When]) -> tuple[When, ...]:
    """Each reading once, the earliest first."""
    return tuple(sorted(dict.fromkeys(found), key=lambda when: (when.first, when.last)))

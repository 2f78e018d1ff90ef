"""What a phrase names of a date, and what it leaves out: the common tongue of all languages' parsers."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import MAXYEAR, MINYEAR, date
from functools import partial

from timeline.dates import moments
from timeline.dates.moments import Refused
from timeline.dates.spans import span
from timeline.model.when import Moment, Precision, When

_PARTS_OF_YEAR = {
    Precision.SEASON: moments.a_season,
    Precision.QUARTER: moments.a_quarter,
    Precision.HALF: moments.a_half,
}
_DECEMBER = 12
_HALF_A_YEAR = 183
#: What is no further from publication, in days, may be meant without its year, or without its month.
_NEAR_A_YEAR, _NEAR_A_MONTH, _TWO_MONTHS = 200, 16, 62


@dataclass(frozen=True, slots=True)
class Named:
    """The numbers that stand in a phrase; None where it is silent.

    ``unit`` is YEAR, HALF, SEASON, QUARTER, MONTH or DAY; ``number`` the half, the quarter or the season's
    first month; ``weekday`` counts from 0, Monday; ``third`` is "", "early", "mid" or "late".
    """

    unit: Precision
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    number: int = 0
    third: str = ""


def moments_of(named: Named) -> tuple[Moment, ...]:
    """The moments these numbers may mean; the year must be among them. Two only for "winter 2025".

    >>> [str(moment.earliest) for moment in moments_of(Named(Precision.SEASON, 2025, number=12))]
    ['2024-12-01', '2025-12-01']
    """
    year, month = named.year or 0, named.month or 0
    if named.unit is Precision.SEASON and named.number == _DECEMBER:
        return moments.a_season(year - 1, _DECEMBER), moments.a_season(year, _DECEMBER)
    if named.unit is Precision.DAY:
        return (moments.a_day(year, month, named.day or 0, named.weekday),)
    if named.unit is Precision.MONTH:
        return (
            moments.third_of_month(year, month, named.third)
            if named.third
            else moments.a_month(year, month),
        )
    if named.unit is Precision.YEAR:
        return (moments.third_of_year(year, named.third) if named.third else moments.a_year(year),)
    return (_PARTS_OF_YEAR[named.unit](year, named.number),)


def readings(named: Named, published: date | None, rule: str) -> tuple[When, ...]:
    """What the phrase means; a year or month left out is found near ``published`` (see `nearest`)."""
    if named.year is not None:
        return tuple(When(moment, rule=rule) for moment in moments_of(named))
    if named.weekday is not None:
        near = readings(replace(named, weekday=None), published, rule)
        return _of_weekdays(near, named.weekday, None, published)
    if named.unit is Precision.DAY and named.month is None:
        return nearest_month(
            lambda year, month: readings(replace(named, year=year, month=month), None, rule), published
        )
    return nearest(lambda year: readings(replace(named, year=year), None, rule), published)


def spans(start: Named, end: Named, published: date | None, rule: str) -> tuple[When, ...]:
    """From ``start`` to ``end``, each lending the other what it leaves out: "17-18 February 2025".

    A start without a year, in a later month than the end, is of the year before: in "28 December -
    2 January 2025" that is 2024.
    """
    if (start.year, end.year) == (None, None) and (start.weekday, end.weekday) != (None, None):
        near = spans(replace(start, weekday=None), replace(end, weekday=None), published, rule)
        return _of_weekdays(near, start.weekday, end.weekday, published)
    if start.unit is Precision.DAY and start.month is None:
        start = replace(start, month=end.month)
    if end.unit is Precision.DAY and end.month is None:
        end = replace(end, month=start.month)
    end = replace(end, year=start.year) if end.year is None else end
    if end.unit is Precision.DAY and end.month is None:
        return nearest_month(
            lambda year, month: spans(start, replace(end, year=year, month=month), None, rule), published
        )
    if end.year is None:
        return nearest(lambda year: spans(start, replace(end, year=year), None, rule), published)
    wraps = start.year is None and (start.month or 0) > (end.month or 0) > 0
    year = start.year if start.year is not None else end.year - wraps
    begins, ends = moments_of(replace(start, year=year)), moments_of(end)
    if len(begins) > 1 or len(ends) > 1:
        raise Refused("a span with a winter in it can be read in many ways", "the months")
    if wraps and (ends[0].latest - begins[0].earliest).days > _HALF_A_YEAR:
        raise Refused("it ends before it begins", "the year at both ends")
    found = span(begins[0], ends[0], rule)
    if ends[0].earliest <= begins[0].latest:
        raise Refused(
            "one end lies within the other", "both ends in the same way, as in 17-18 February 2025"
        )
    return (found,)


def _of_weekdays(
    near: tuple[When, ...], first: int | None, last: int | None, published: date | None
) -> tuple[When, ...]:
    """Of the readings near publication those with these weekdays: a wrong one leads to no other year."""

    def checked(when: When) -> When:
        for moment, weekday in ((when.start, first), (when.end or when.start, last)):
            at = moment.earliest
            if weekday is not None:
                moments.a_day(at.year, at.month, at.day, weekday)
        return when

    kept: list[When] = []
    refusals: list[tuple[int, Refused]] = []
    for when in near:
        try:
            kept.append(checked(when))
        except Refused as refusal:
            refusals.append((distance(when, published or when.first), refusal))
    if not kept:
        raise min(refusals, key=lambda each: each[0])[1]
    return tuple(kept)


class NeedsPublished(Refused):
    """Words that only the day of publication gives a date."""

    def __init__(self) -> None:
        super().__init__(
            "these words need the source's publication day",
            "the source's `published` day, or the whole date, as in 17 February 2025",
        )


def nearest(build: Callable[[int], tuple[When, ...]], published: date | None) -> tuple[When, ...]:
    """A date without its year: that of the published year, and the nearest when it is of another year.

    A paper of March that says "17 February" means this year's. One of 20 December may look back on it or
    ahead to the next: both are readings, as is all within 200 days. Years in which there is no such day
    (29 February) drop out; a weekday chooses between the readings that are left.
    """
    if published is None:
        raise NeedsPublished
    this = published.year
    years = range(max(MINYEAR, this - 1), min(MAXYEAR, this + 1) + 1)
    builds = [(year == this, partial(build, year)) for year in years]
    return _closest(builds, lambda when: when.first.year == this, published, _NEAR_A_YEAR)


def nearest_month(
    build: Callable[[int, int], tuple[When, ...]], published: date | None
) -> tuple[When, ...]:
    """A day without its month: that of the published month, and the nearest when it is of another.

    In a month that has no such day ("the 31st" in February) those before and after it are meant alike.
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
    near = _NEAR_A_MONTH if _reads(*(each for current, each in builds if current)) else _TWO_MONTHS
    return _closest(builds, is_current, published, near)


def _reads(build: Callable[[], tuple[When, ...]]) -> bool:
    """Whether the calendar has it."""
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

    With each build stands whether it is that of the current one, whose refusal is told when all refuse.
    """
    found: list[When] = []
    refusal: Refused | None = None
    for current, build in builds:
        try:
            found += build()
        except Refused as reason:
            refusal = reason if refusal is None or current else refusal
    if not found:
        raise refusal or NeedsPublished
    closest = min(found, key=lambda when: distance(when, published))
    return in_order(
        when for when in found if when is closest or is_current(when) or distance(when, published) <= near
    )


def distance(when: When, published: date) -> int:
    """Days between a reading and the day of publication, 0 when it holds that day."""
    return max((when.first - published).days, (published - when.last).days, 0)


def in_order(found: Iterable[When]) -> tuple[When, ...]:
    """Each reading once, the earliest first."""
    return tuple(sorted(dict.fromkeys(found), key=lambda when: (when.first, when.last)))

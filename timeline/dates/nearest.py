"""Dates that leave out their year or month: the candidates near publication, and the choice among them.

Every candidate comes first, the choice last, in `_chosen`. The candidates are the date that holds the day
of publication, or else the last one before it and the next one after it. The tense chooses among all of
them, and so does a stated weekday. Only where these leave several are those left out that a newspaper would
not mean (`_usual`); with `Context.every`, none is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import MAXYEAR, MINYEAR, date
from functools import partial
from typing import NamedTuple

from timeline.dates.context import Context, of_tense
from timeline.dates.refused import Contradiction, Refused
from timeline.dates.written_calendar import numbers
from timeline.model.day import CalendarDay, Day
from timeline.model.when import When

#: Builds the readings in one year or month; raises Refused where the calendar has no such day.
Build = Callable[[], tuple[When, ...]]
#: Raises Refused for a reading that contradicts the words, such as their weekday.
Check = Callable[[When], None]
_LEAP_YEAR = 2000


class NeedsPublished(Refused):
    """The words are a date only together with the day of publication."""

    def __init__(self) -> None:
        super().__init__(
            "these words need the source's publication day",
            "the source's `published` day, or the whole date, as in 17 February 2025",
        )


class _Scope(NamedTuple):
    """The period that a date leaves out, and how near to publication, in days, a candidate must be.

    ``number`` counts these periods, from a day. ``begins``, ``ends``: when a candidate begins or ends as
    soon as this, the last one before it is not meant. ``other``: a candidate of the next or the last period
    is meant when it is as near as this. ``certain``: when a candidate is as near as this, a weekday that it
    contradicts is a slip, and does not lead to another year.
    """

    number: Callable[[Day], int]
    begins: int
    ends: int
    other: int
    certain: int


def _months(day: CalendarDay) -> int:
    return 12 * day.year + day.month - 1


_YEAR = _Scope(lambda day: numbers(day).year, begins=31, ends=45, other=200, certain=45)
_MONTH = _Scope(lambda day: _months(numbers(day)), begins=16, ends=16, other=16, certain=7)
_TWO_MONTHS = 62


def nearest_year(
    build: Callable[[int], tuple[When, ...]], context: Context, check: Check | None = None
) -> tuple[When, ...]:
    """A date without its year: that of the year of publication, and those of other years that may be meant.

    In March "17 February" means that of the same year. On 20 December it may also mean the next one; in
    February "9 July" may also mean the last one. A day that this year does not have (29 February) is
    refused, unless ``check``, of the weekday, shows that it is one of another year.
    """
    if context.published is None:
        raise _needs_published(partial(build, _LEAP_YEAR))
    published, this = context.published, numbers(context.published).year
    years = range(max(MINYEAR, this - 1), min(MAXYEAR, this + 1) + 1)
    found, refusal = _built({year: partial(build, year) for year in years}, this)
    candidates = _candidates(found.values(), published)
    if refusal and not context.every and not (check and _passing(candidates, check, published)[0]):
        raise _without_year(refusal)
    return _chosen(candidates, context, _YEAR, check)


def nearest_month(
    build: Callable[[int, int], tuple[When, ...]], context: Context, check: Check | None = None
) -> tuple[When, ...]:
    """A day without its month: that of the month of publication, and those of its neighbours.

    When that month has no such day ("the 31st" in February), the last one and the next one count alike.
    """
    published = _known(context.published)
    this = _MONTH.number(published)
    months = (this + step for step in (-2, -1, 0, 1, 2))
    builds = {
        month: partial(build, month // 12, month % 12 + 1)
        for month in months
        if MINYEAR <= month // 12 <= MAXYEAR
    }
    found, refusal = _built(builds, this)
    scope = _MONTH._replace(other=_TWO_MONTHS) if refusal else _MONTH
    return _chosen(_candidates(found.values(), published), context, scope, check)


def _known(published: date | None) -> date:
    if published is None:
        raise NeedsPublished
    return published


def _needs_published(build: Build) -> Refused:
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


def _without_year(refusal: Refused) -> Refused:
    return refusal.without_year() if isinstance(refusal, Contradiction) else refusal


def _built(builds: Mapping[int, Build], this: int) -> tuple[dict[int, tuple[When, ...]], Refused | None]:
    """The readings of each year or month that has any, and why ``this`` one has none.

    Raises that refusal when no year or month has any.
    """
    found: dict[int, tuple[When, ...]] = {}
    refusals: dict[int, Refused] = {}
    for number, build in builds.items():
        try:
            found[number] = build()
        except Refused as refusal:
            refusals[number] = refusal
    if not found:
        raise _without_year(refusals[this])
    return found, refusals.get(this)


def _candidates(groups: Iterable[tuple[When, ...]], published: date) -> tuple[When, ...]:
    """The readings of the year or month that reaches the day of publication, else the last and the next."""
    before, now, after = [], [], []
    for group in groups:
        if all(when.last < published for when in group):
            before.append(group)
        elif all(when.first > published for when in group):
            after.append(group)
        else:
            now.append(group)
    return in_order(when for group in now or (*before[-1:], *after[:1]) for when in group)


def _chosen(
    candidates: tuple[When, ...], context: Context, scope: _Scope, check: Check | None
) -> tuple[When, ...]:
    """The one place where the tense, a weekday and the distance choose, in this order.

    When the tense leaves none, all remain: `context.in_tense` refuses them.
    """
    published = _known(context.published)
    found = of_tense(candidates, context) or candidates
    if check:
        is_certain = min(distance(when, published) for when in found) <= scope.certain
        meant = _usual(found, published, scope) if is_certain and not context.every else found
        found, refusal = _passing(meant, check, published)
        if refusal and not found:
            raise _without_year(refusal)
    return found if context.every else _usual(found, published, scope)


def _passing(
    candidates: Iterable[When], check: Check, published: date
) -> tuple[tuple[When, ...], Refused | None]:
    """The candidates that fit the words, and why the nearest of the others does not."""
    kept: list[When] = []
    refusals: list[tuple[int, Refused]] = []
    for when in candidates:
        try:
            check(when)
        except Refused as refusal:
            refusals.append((distance(when, published), refusal))
        else:
            kept.append(when)
    return tuple(kept), min(refusals, key=lambda each: each[0])[1] if refusals else None


def _usual(found: tuple[When, ...], published: date, scope: _Scope) -> tuple[When, ...]:
    """The candidates that a newspaper may mean when its words do not choose.

    These are the nearest one, that of the year (or month) of publication, those near to it, and the last
    one before it when none is near.
    """
    nearest = min(distance(when, published) for when in found)
    is_near = any(
        distance(when, published) <= scope.begins
        or (when.first > published and (when.last - published).days <= scope.ends)
        for when in found
    )

    def is_usual(when: When) -> bool:
        away = distance(when, published)
        is_of_this = scope.number(when.first) == scope.number(published)
        is_last = when.last < published and not is_near
        return is_of_this or is_last or away <= max(scope.other, nearest)

    return tuple(when for when in found if is_usual(when))


def distance(when: When, published: Day) -> int:
    """Days between a reading and the day of publication, 0 when it holds that day."""
    return max((when.first - published).days, (published - when.last).days, 0)


def in_order(found: Iterable[When]) -> tuple[When, ...]:
    """Each reading once, the earliest first."""
    return tuple(sorted(dict.fromkeys(found), key=lambda when: (when.first, when.last)))

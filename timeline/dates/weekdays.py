"""Weekdays, weekends and weeks around the day of publication, in any language.

Weeks begin on Monday (ISO 8601). On a Sunday usage differs, so both weeks are "this week".
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from timeline.dates import moments
from timeline.model.when import Moment, Precision, When

WEEK = timedelta(days=7)
SATURDAY, SUNDAY = 5, 6
TUESDAY, THURSDAY = 1, 3


def bare(weekday: int, published: date) -> tuple[date, ...]:
    """The publication day when it is that weekday, else the last one before and the next one after.

    >>> [str(day) for day in bare(1, date(2025, 2, 17))]
    ['2025-02-11', '2025-02-18']
    """
    if published.weekday() == weekday:
        return (published,)
    return before(weekday, published), after(weekday, published)


def before(weekday: int, published: date) -> date:
    """The nearest one before publication, 1 to 7 days."""
    return published - timedelta(days=(published.weekday() - weekday - 1) % 7 + 1)


def after(weekday: int, published: date) -> date:
    """The nearest one after publication, 1 to 7 days."""
    return published + timedelta(days=(weekday - published.weekday() - 1) % 7 + 1)


def of_week(weekday: int, published: date, weeks: int) -> tuple[date, ...]:
    """That weekday of the week of publication, or ``weeks`` later."""
    return tuple(monday + timedelta(days=weekday) + weeks * WEEK for monday in _mondays(published))


def last(weekday: int, published: date) -> tuple[date, ...]:
    """ "Last Monday": the nearest one before, and the Monday of last week where that is another."""
    return before(weekday, published), *of_week(weekday, published, -1)


def coming(weekday: int, published: date) -> tuple[date, ...]:
    """ "Next Monday": the nearest one after, and the Monday of next week where that is another."""
    return after(weekday, published), *of_week(weekday, published, 1)


def weeks(published: date, number: int) -> tuple[Moment, ...]:
    """The week of publication (0), the one before (-1), the one after (1)."""
    return tuple(moments.a_week(monday + number * WEEK) for monday in _mondays(published))


def midweek(published: date) -> tuple[Moment, ...]:
    """Tuesday to Thursday of the week of publication; before its Thursday also of the week before, after it
    of the next."""
    these = [_stretch(monday, TUESDAY, THURSDAY) for monday in _mondays(published)]
    if published < these[0].latest:
        these.insert(0, _stretch(these[0].earliest - WEEK - timedelta(days=1), TUESDAY, THURSDAY))
    if published > these[-1].latest:
        these.append(_stretch(these[-1].latest + WEEK - timedelta(days=THURSDAY), TUESDAY, THURSDAY))
    return tuple(these)


def weekends(saturdays: Iterable[date]) -> tuple[Moment, ...]:
    """Saturday or Sunday: one imprecise moment each."""
    return tuple(moments.stretch(day, day + timedelta(days=1)) for day in saturdays)


def bare_weekend(published: date) -> tuple[Moment, ...]:
    """The weekend of publication, else the one before and the one after."""
    return _this_weekend(published) or weekends(bare(SATURDAY, published))


def last_weekend(published: date) -> tuple[Moment, ...]:
    """The nearest past one, and that of last week where it is another."""
    sunday = before(SUNDAY, published)
    return weekends([sunday - timedelta(days=1), *of_week(SATURDAY, published, -1)])


def weekend_before(published: date) -> tuple[Moment, ...]:
    """The nearest past one; at a weekend, also that one."""
    sunday = before(SUNDAY, published)
    return weekends([sunday - timedelta(days=1)]) + _this_weekend(published)


def weekend_after(published: date) -> tuple[Moment, ...]:
    """The nearest coming one; at a weekend, also that one."""
    return _this_weekend(published) + weekends([after(SATURDAY, published)])


def next_weekend(published: date) -> tuple[Moment, ...]:
    """The nearest coming one, and that of next week where it is another."""
    return weekends([after(SATURDAY, published), *of_week(SATURDAY, published, 1)])


def _this_weekend(published: date) -> tuple[Moment, ...]:
    past_saturday = published.weekday() - SATURDAY
    return weekends([published - timedelta(days=past_saturday)]) if past_saturday >= 0 else ()


def as_days(days: Iterable[date], rule: str) -> tuple[When, ...]:
    """One reading for each day."""
    return tuple(When(Moment.day(day), rule=rule) for day in days)


def _mondays(published: date) -> tuple[date, ...]:
    """The Monday of this week; on a Sunday also the next day, where weeks begin on Sunday."""
    monday = published - timedelta(days=published.weekday())
    return (monday, monday + WEEK) if published.weekday() == SUNDAY else (monday,)


def _stretch(monday: date, first: int, last_day: int) -> Moment:
    return Moment(monday + timedelta(days=first), monday + timedelta(days=last_day), Precision.PART)

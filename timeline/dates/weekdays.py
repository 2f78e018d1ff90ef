"""Weekdays, weekends and weeks around the day of publication, in any language.

Weeks begin on Monday (ISO 8601). On a Sunday usage differs, so both weeks are "this week".
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from timeline.dates import moments
from timeline.model.day import Day, plus
from timeline.model.when import Moment, Precision, When

WEEK = timedelta(days=7)
SATURDAY, SUNDAY = 5, 6
TUESDAY, THURSDAY = 1, 3


def bare(weekday: int, published: Day) -> tuple[Day, ...]:
    """The publication day when it is that weekday, else the last one before and the next one after.

    >>> from datetime import date
    >>> [str(day) for day in bare(1, date(2025, 2, 17))]
    ['2025-02-11', '2025-02-18']
    """
    if published.weekday() == weekday:
        return (published,)
    return before(weekday, published), after(weekday, published)


def before(weekday: int, published: Day) -> Day:
    """The nearest one before publication, 1 to 7 days."""
    return plus(published, -((published.weekday() - weekday - 1) % 7 + 1))


def after(weekday: int, published: Day) -> Day:
    """The nearest one after publication, 1 to 7 days."""
    return plus(published, (weekday - published.weekday() - 1) % 7 + 1)


def of_week(weekday: int, published: Day, weeks: int) -> tuple[Day, ...]:
    """That weekday of the week of publication, or ``weeks`` later."""
    return tuple(plus(monday, weekday + 7 * weeks) for monday in _mondays(published))


def last(weekday: int, published: Day) -> tuple[Day, ...]:
    """ "Last Monday": the nearest one before, and the Monday of last week where that is another."""
    return before(weekday, published), *of_week(weekday, published, -1)


def coming(weekday: int, published: Day) -> tuple[Day, ...]:
    """ "Next Monday": the nearest one after, and the Monday of next week where that is another."""
    return after(weekday, published), *of_week(weekday, published, 1)


def weeks(published: Day, number: int) -> tuple[Moment, ...]:
    """The week of publication (0), the one before (-1), the one after (1)."""
    return tuple(moments.a_week(plus(monday, 7 * number)) for monday in _mondays(published))


def midweek(published: Day) -> tuple[Moment, ...]:
    """Tuesday to Thursday of the week of publication; before its Thursday also of the week before, after it
    of the next."""
    these = [_stretch(monday, TUESDAY, THURSDAY) for monday in _mondays(published)]
    if published < these[0].latest:
        these.insert(0, _stretch(these[0].earliest - WEEK - timedelta(days=1), TUESDAY, THURSDAY))
    if published > these[-1].latest:
        these.append(_stretch(these[-1].latest + WEEK - timedelta(days=THURSDAY), TUESDAY, THURSDAY))
    return tuple(these)


def weekends(saturdays: Iterable[Day]) -> tuple[Moment, ...]:
    """Saturday or Sunday: one imprecise moment each."""
    return tuple(moments.stretch(day, plus(day, 1)) for day in saturdays)


def bare_weekend(published: Day) -> tuple[Moment, ...]:
    """The weekend of publication, else the one before and the one after."""
    return _this_weekend(published) or weekends(bare(SATURDAY, published))


def last_weekend(published: Day) -> tuple[Moment, ...]:
    """The nearest past one, and that of last week where it is another."""
    sunday = before(SUNDAY, published)
    return weekends([plus(sunday, -1), *of_week(SATURDAY, published, -1)])


def weekend_before(published: Day) -> tuple[Moment, ...]:
    """The nearest past one; at a weekend, also that one."""
    sunday = before(SUNDAY, published)
    return weekends([plus(sunday, -1)]) + _this_weekend(published)


def weekend_after(published: Day) -> tuple[Moment, ...]:
    """The nearest coming one; at a weekend, also that one."""
    return _this_weekend(published) + weekends([after(SATURDAY, published)])


def next_weekend(published: Day) -> tuple[Moment, ...]:
    """The nearest coming one, and that of next week where it is another."""
    return weekends([after(SATURDAY, published), *of_week(SATURDAY, published, 1)])


def _this_weekend(published: Day) -> tuple[Moment, ...]:
    past_saturday = published.weekday() - SATURDAY
    return weekends([plus(published, -past_saturday)]) if past_saturday >= 0 else ()


def as_days(days: Iterable[Day], rule: str) -> tuple[When, ...]:
    """One reading for each day."""
    return tuple(When(Moment.day(day), rule=rule) for day in days)


def _mondays(published: Day) -> tuple[Day, ...]:
    """The Monday of this week; on a Sunday also the next day, where weeks begin on Sunday."""
    monday = plus(published, -published.weekday())
    return (monday, plus(monday, 7)) if published.weekday() == SUNDAY else (monday,)


def _stretch(monday: Day, first: int, last_day: int) -> Moment:
    return Moment(plus(monday, first), plus(monday, last_day), Precision.PART)

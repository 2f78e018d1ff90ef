"""What the words around a date make of it: an open span, an approximate date, a night, a week."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from timeline.dates import moments, weekdays
from timeline.dates.context import Change
from timeline.dates.refused import Refused
from timeline.model.day import plus
from timeline.model.when import Moment, Precision, When

_SIX_DAYS = 6


def same(when: When) -> tuple[When, ...]:
    """The date as it is."""
    return (when,)


def of_a_day(when: When) -> tuple[When, ...]:
    """A part of one day is read as that day; longer dates have no evening and are refused."""
    if when.is_span or when.start.precision is not Precision.DAY:
        raise Refused("a part of the day needs one day", "the day, as in the evening of 17 February 2025")
    return (when,)


def opened(when: When) -> tuple[When, ...]:
    """An open span from that date on."""
    if when.is_span:
        raise Refused("a span has an end already", "the first day alone, as in since 17 February 2025")
    return (replace(when, open_end=True),)


def marked(*, approximate: bool = False, uncertain: bool = False) -> Change:
    """Both ends of a span carry the qualifier."""

    def mark(moment: Moment) -> Moment:
        if moment.clock:
            raise Refused("a clock time is not approximate", "the day alone")
        return replace(
            moment,
            approximate=moment.approximate or approximate,
            uncertain=moment.uncertain or uncertain,
        )

    return lambda when: (replace(when, start=mark(when.start), end=mark(when.end) if when.end else None),)


def _around(build: Callable[[When], tuple[Moment, ...]]) -> Change:
    """A stretch of days around one certain day: its week, its weekend, the night before it."""

    def change(when: When) -> tuple[When, ...]:
        if not when.is_one_day:
            raise Refused("that needs one certain day", "the day, as in the week of 17 February 2025")
        return tuple(When(moment) for moment in build(when))

    return change


def night_of(when: When) -> tuple[When, ...]:
    """The night that begins on the evening of a day."""
    (day,) = of_a_day(when)
    if not day.start.is_day:
        raise Refused("a night needs one certain day", "the day, as in the night of 17 February 2025")
    return (When(moments.stretch(day.first, plus(day.first, 1))),)


def either_night(when: When) -> tuple[When, ...]:
    """ "Overnight Friday": the night before that day, or the one after it."""
    if when.end or when.open_end or not when.start.is_day or when.start.clock:
        raise Refused("a night touches two days", "both, as in overnight 17-18 February 2025")
    nights = ((plus(when.first, -1), when.first), (when.first, plus(when.first, 1)))
    return tuple(When(moments.stretch(*night)) for night in nights)


def _week_of(when: When) -> tuple[Moment, ...]:
    """From Monday to Sunday; of a Sunday also the week that it begins, as in the United States."""
    week = moments.a_week(when.first)
    if when.first < week.latest:
        return (week,)
    return week, moments.stretch(when.first, plus(when.first, _SIX_DAYS))


def _weekend(when: When) -> tuple[Moment, ...]:
    if when.first.weekday() < weekdays.SATURDAY:
        raise Refused("that day is not in a weekend", "its Saturday, as in the weekend of 15 February 2025")
    return weekdays.bare_weekend(when.first)


WEEK_OF = _around(_week_of)
WEEK_FROM = _around(lambda when: (moments.stretch(when.first, plus(when.first, _SIX_DAYS)),))
WEEK_TO = _around(lambda when: (moments.stretch(plus(when.first, -_SIX_DAYS), when.first),))
WEEKEND_OF = _around(_weekend)
NIGHT_BEFORE = _around(lambda when: (moments.stretch(plus(when.first, -1), when.first),))

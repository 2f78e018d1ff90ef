"""The rules for English words that are counted from another event."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import timedelta

from timeline.dates import weekdays
from timeline.dates.english.relative.counted import count_of
from timeline.dates.english.relative.periods import shifted
from timeline.dates.english.vocabulary import NUMBERS, WEEKDAYS, alternatives
from timeline.dates.refused import Refused
from timeline.dates.rule import Explanation, Rule
from timeline.model.day import Day, plus
from timeline.model.messages import message
from timeline.model.when import Moment, When

FROM_EVENT = Explanation(message("counted from the date of another event"), counted=True)
#: From a match and a day of the event to the moments that are meant.
Step = Callable[[re.Match[str], Day], Iterable[Moment]]
#: From a match and the event to the days that may be meant.
StepByTheClock = Callable[[re.Match[str], When], Iterable[Day]]

_COUNT = rf"(?P<count>(?!0\d)\d{{1,3}}|{alternatives(NUMBERS)})"
_UNIT = r"(?P<unit>day|week|fortnight|month|year)s?"
_PERIOD = r"(?P<unit>week|month|quarter|year)"
_WEEKDAY = rf"(?P<weekday>{alternatives(WEEKDAYS)})"
_HOURS = r"(?P<unit>minute|hour)s?"
_LATER, _BEFORE = "(?:later|after(?:wards?)?|on)", "(?:earlier|before|prior|previously)"
_OF_DAY = "(?:day|morning|afternoon|evening|night)"
_PART = rf"(?: {_OF_DAY})?"
_THE = "(?:on |in |during )?the "
_WEEK_ON = {"week": 7, "fortnight": 14}


def _days(step: int) -> Step:
    return lambda _, day: [Moment.day(plus(day, step))]


def _counted(sign: int) -> Step:
    """Days are exact; with weeks, months and years the word "about" is understood."""

    def build(found: re.Match[str], day: Day) -> Iterable[Moment]:
        count, unit = sign * count_of(found), found["unit"]
        if unit == "day":
            return [Moment.day(plus(day, count))]
        if unit in _WEEK_ON:
            there = Moment.day(plus(day, count * _WEEK_ON[unit]))
            return [replace(there, approximate=True)]
        return [replace(moment, approximate=True) for moment in shifted(unit, count, day)]

    return build


def _weekday(of: Callable[[int, Day], Day]) -> Step:
    return lambda found, day: [Moment.day(of(WEEKDAYS[found["weekday"]], day))]


def _period(step: int) -> Step:
    return lambda found, day: shifted(found["unit"], step, day)


def _weekend(of: Callable[[Day], Iterable[Moment]]) -> Step:
    return lambda _, day: of(day)


def _hours_after(found: re.Match[str], anchor: When) -> Iterable[Day]:
    return _around(anchor.end or anchor.start, _time_span(found), is_known=not anchor.lacks_end)


def _hours_before(found: re.Match[str], anchor: When) -> Iterable[Day]:
    return _around(anchor.start, -_time_span(found), is_known=not anchor.lacks_start)


def _time_span(found: re.Match[str]) -> timedelta:
    return timedelta(minutes=count_of(found) * (60 if found["unit"] == "hour" else 1))


def _around(side: Moment, step: timedelta, *, is_known: bool) -> Iterable[Day]:
    """The day or days it may be, give or take half an hour."""
    if side.local is None or not is_known:
        raise Refused("the clock time of that event is not known", "the day")
    at = side.local + step
    return sorted({(at + timedelta(minutes=slack)).date() for slack in (-30, 30)})


#: Rules that look ahead of the event, from its last day.
LATER: tuple[Rule[Step], ...] = (
    Rule("day after", rf"{_THE}(?:next|following) {_OF_DAY}", "the following day", _days(1), FROM_EVENT),
    Rule("day after", rf"(?:on )?the {_OF_DAY} (?:after|following)", "the day after", _days(1), FROM_EVENT),
    Rule("counted after", rf"{_COUNT} {_UNIT} {_LATER}", "two days later", _counted(1), FROM_EVENT),
    Rule("counted after", rf"(?:after|within) {_COUNT} {_UNIT}", "after two days", _counted(1), FROM_EVENT),
    Rule(
        "following weekday",
        rf"(?:on )?(?:the )?(?:following|next) {_WEEKDAY}{_PART}",
        "the following Monday",
        _weekday(weekdays.after),
        FROM_EVENT,
    ),
    Rule(
        "following weekday",
        rf"(?:on )?(?:the )?{_WEEKDAY}{_PART} (?:after|following)",
        "the Monday after",
        _weekday(weekdays.after),
        FROM_EVENT,
    ),
    Rule(
        "period after",
        rf"{_THE}(?:following|next) {_PERIOD}",
        "the following week",
        _period(1),
        FROM_EVENT,
    ),
    Rule("period after", rf"{_THE}{_PERIOD} (?:after|following)", "the week after", _period(1), FROM_EVENT),
    Rule(
        "following weekend",
        r"(?:(?:on|at|over|during) )?the (?:following|next) weekend",
        "the following weekend",
        _weekend(weekdays.weekend_after),
        FROM_EVENT,
    ),
)
#: Rules that look back from the event, from its first day.
EARLIER: tuple[Rule[Step], ...] = (
    Rule(
        "day before", rf"{_THE}(?:previous|preceding) {_OF_DAY}", "the previous day", _days(-1), FROM_EVENT
    ),
    Rule("day before", rf"(?:on )?the {_OF_DAY} before", "the day before", _days(-1), FROM_EVENT),
    Rule(
        "day before",
        r"on the eve(?: of)?|on (?:its|his|her|their) eve|the eve of",
        "on the eve",
        _days(-1),
        FROM_EVENT,
    ),
    Rule("counted before", rf"{_COUNT} {_UNIT} {_BEFORE}", "two days earlier", _counted(-1), FROM_EVENT),
    Rule(
        "previous weekday",
        rf"(?:on )?the (?:previous|preceding) {_WEEKDAY}{_PART}",
        "the previous Monday",
        _weekday(weekdays.before),
        FROM_EVENT,
    ),
    Rule(
        "previous weekday",
        rf"(?:on )?the {_WEEKDAY}{_PART} before",
        "the Monday before",
        _weekday(weekdays.before),
        FROM_EVENT,
    ),
    Rule(
        "period before",
        rf"{_THE}(?:previous|preceding) {_PERIOD}",
        "the previous week",
        _period(-1),
        FROM_EVENT,
    ),
    Rule("period before", rf"{_THE}{_PERIOD} before", "the week before", _period(-1), FROM_EVENT),
    Rule(
        "previous weekend",
        r"(?:(?:on|at|over|during) )?the (?:previous|preceding) weekend",
        "the previous weekend",
        _weekend(weekdays.weekend_before),
        FROM_EVENT,
    ),
)
#: Rules for the time of the event itself.
SAME: tuple[Rule[Step], ...] = (
    Rule(
        "same day",
        rf"(?:(?:earlier|later|late) )?(?:on |in )?(?:that|the same) (?:very )?{_OF_DAY}",
        "later that day",
        _days(0),
        FROM_EVENT,
    ),
    Rule(
        "same period",
        rf"(?:later |earlier )?(?:in )?(?:that|the same) {_PERIOD}",
        "that week",
        _period(0),
        FROM_EVENT,
    ),
)
#: Rules that need the clock time of the event.
BY_THE_CLOCK: tuple[Rule[StepByTheClock], ...] = (
    Rule(
        "hours after",
        rf"{_COUNT} {_HOURS} (?:later|after(?:wards?)?)",
        "three hours later",
        _hours_after,
        FROM_EVENT,
    ),
    Rule(
        "hours before",
        rf"{_COUNT} {_HOURS} (?:earlier|before)",
        "three hours earlier",
        _hours_before,
        FROM_EVENT,
    ),
)

"""English dates counted from the day of publication: "yesterday", "three days ago", "15 hours ago"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from timeline.dates import moments, written_calendar
from timeline.dates.english.relative.periods import shifted
from timeline.dates.english.relative.weekday_phrases import Near
from timeline.dates.english.vocabulary import NUMBERS, WEEKDAYS, alternatives
from timeline.dates.explanations import FROM_PUBLICATION, NIGHT
from timeline.dates.rule import Explanation, Rule
from timeline.model.day import plus
from timeline.model.messages import message
from timeline.model.when import Moment

_FROM_SOME_HOUR = Explanation(message("counted from some hour of the day of publication"), counted=True)
_ROLLING_OR_CALENDAR = Explanation(
    message("some day of the span next to the day of publication, or of the next calendar period"),
    counted=True,
)
_ROLLING = Explanation(message("some day of the span up to or from the day of publication"), counted=True)
_COUNT = rf"(?P<count>(?!0\d)\d{{1,3}}|{alternatives(NUMBERS)})"
_UNIT = r"(?P<unit>day|week|fortnight|month|year)s?"
_SPAN = r"(?P<unit>hour|day|week|month|year)s?"
#: A single one: "the coming days" are an unknown number.
_ONE = r"(?P<count>)(?P<unit>hour|day|week|month|year)"
_WITHIN = "(?:in|within|over|during)"
_HOURS = r"(?P<unit>minute|min|hour|hr)s?"
_MINUTES = {"minute": 1, "min": 1, "hour": 60, "hr": 60}
#: From a match, the day of publication and its clock time, where known, to the days that may be meant.
BuildFromHour = Callable[[re.Match[str], date, time | None], Iterable[date]]

_IN_DAYS = {"day": 1, "week": 7, "fortnight": 14}


def _days(*steps: int) -> Near:
    return lambda _, published: [published + timedelta(days=step) for step in steps]


def count_of(found: re.Match[str]) -> int:
    """The number that was written, as a word or in digits; 1 where none is."""
    return NUMBERS.get(found["count"] or "a") or int(found["count"])


def _counted(sign: int) -> Near:
    """ "Three days ago" is a day; of weeks, months and years the word "about" is understood."""

    def build(found: re.Match[str], published: date) -> Iterable[Moment | date]:
        count, unit = sign * count_of(found), found["unit"]
        if unit == "day":
            return [published + timedelta(days=count)]
        return [replace(moment, approximate=True) for moment in shifted(unit, count, published)]

    return build


def _to_the_day(sign: int) -> Near:
    """ "A week ago today"."""

    def build(found: re.Match[str], published: date) -> Iterable[Moment | date]:
        count, unit = sign * count_of(found), found["unit"]
        if unit in _IN_DAYS:
            return [published + timedelta(days=count * _IN_DAYS[unit])]
        (period,) = shifted(unit, count, published)
        at, there = written_calendar.numbers(published), written_calendar.numbers(period.earliest)
        return [moments.a_day(there.year, at.month if unit == "year" else there.month, at.day)]

    return build


def _within(sign: int) -> Near:
    """ "In the past two weeks": some day from then to the day of publication."""

    def build(found: re.Match[str], published: date) -> Iterable[Moment]:
        count, unit = count_of(found), found["unit"]
        if unit in ("month", "year"):
            month = shifted("month", sign * count * (12 if unit == "year" else 1), published)[0]
            edge = plus(month.earliest, min(written_calendar.numbers(published).day, month.days) - 1)
        else:
            days = -(-count // 24) if unit == "hour" else count * _IN_DAYS[unit]
            edge = published + timedelta(days=sign * days)
        return [moments.stretch(min(edge, published), max(edge, published))]

    return build


def _within_or_calendar(sign: int) -> Near:
    """ "In the last month": the days up to publication, or the month before."""

    def build(found: re.Match[str], published: date) -> Iterable[Moment]:
        rolling = _within(sign)(found, published)
        calendar = () if found["unit"] in ("hour", "day") else shifted(found["unit"], sign, published)
        return [moment for moment in (*rolling, *calendar) if isinstance(moment, Moment)]

    return build


def _hours(sign: int) -> BuildFromHour:
    """ "15 hours ago": one day when the clock time is known, else each that it may be."""

    def build(found: re.Match[str], published: date, now: time | None) -> Iterable[date]:
        step = timedelta(minutes=sign * count_of(found) * _MINUTES[found["unit"]])
        clocks = [now] if now else [time.min, time(23, 59)]
        return sorted({(datetime.combine(published, clock) + step).date() for clock in clocks})

    return build


def _day_by_name(found: re.Match[str], published: date) -> Iterable[date]:
    """ "Yesterday, Monday": the weekday must be right."""
    day = published + timedelta(days={"yesterday": -1, "today": 0, "tomorrow": 1}[found["day"]])
    at = written_calendar.numbers(day)
    moments.a_day(at.year, at.month, at.day, WEEKDAYS[found["weekday"]])
    return [day]


RULES: tuple[Rule[Near], ...] = (
    Rule(
        "day",
        r"today|this (?:(?:very )?day|morning|afternoon|lunchtime|evening)",
        "today",
        _days(0),
        FROM_PUBLICATION,
    ),
    Rule("tonight", r"tonight", "tonight", _days(0), FROM_PUBLICATION),
    Rule("day", r"yesterday", "yesterday", _days(-1), FROM_PUBLICATION),
    Rule("day", r"tomorrow", "tomorrow", _days(1), FROM_PUBLICATION),
    Rule(
        "day with its weekday",
        rf"(?P<day>yesterday|today|tomorrow) (?P<weekday>{alternatives(WEEKDAYS)})",
        "today, Wednesday",
        _day_by_name,
        FROM_PUBLICATION,
    ),
    Rule("day", r"(?:the )?day before yesterday", "the day before yesterday", _days(-2), FROM_PUBLICATION),
    Rule("day", r"(?:the )?day after tomorrow", "the day after tomorrow", _days(2), FROM_PUBLICATION),
    # A night touches two days, and the hour of publication is not known.
    Rule("night before publication", r"(?:late )?last night|overnight", "last night", _days(-1, 0), NIGHT),
    Rule(
        "ago",
        rf"{_COUNT} {_UNIT} (?:ago|earlier than now)",
        "three days ago",
        _counted(-1),
        FROM_PUBLICATION,
    ),
    Rule("in", rf"in {_COUNT} {_UNIT}(?:'? time)?", "in three days", _counted(1), FROM_PUBLICATION),
    Rule("from now", rf"{_COUNT} {_UNIT} from now", "three days from now", _counted(1), FROM_PUBLICATION),
    Rule(
        "ago to the day",
        rf"{_COUNT} {_UNIT} ago (?:today|to the day)",
        "a week ago today",
        _to_the_day(-1),
        FROM_PUBLICATION,
    ),
    Rule(
        "ahead to the day",
        rf"{_COUNT} {_UNIT} from today",
        "a week from today",
        _to_the_day(1),
        FROM_PUBLICATION,
    ),
    Rule(
        "within the last one, or that one",
        rf"(?:{_WITHIN} )?the last {_ONE}",
        "in the last month",
        _within_or_calendar(-1),
        _ROLLING_OR_CALENDAR,
    ),
    Rule(
        "within the next one, or that one",
        rf"(?:{_WITHIN} the next|(?:{_WITHIN} )?the coming) {_ONE}",
        "in the next week",
        _within_or_calendar(1),
        _ROLLING_OR_CALENDAR,
    ),
    Rule(
        "within the past one",
        rf"(?:{_WITHIN} )?the past {_ONE}",
        "over the past week",
        _within(-1),
        _ROLLING,
    ),
    Rule(
        "within the past",
        rf"(?:{_WITHIN} )?the (?:past|last) {_COUNT} {_SPAN}",
        "over the past two weeks",
        _within(-1),
        _ROLLING,
    ),
    Rule(
        "within the next",
        rf"(?:{_WITHIN} )?the (?:next|coming) {_COUNT} {_SPAN}",
        "in the next two weeks",
        _within(1),
        _ROLLING,
    ),
)
HOUR_RULES: tuple[Rule[BuildFromHour], ...] = (
    Rule("hours ago", rf"{_COUNT} {_HOURS} ago", "15 hours ago", _hours(-1), _FROM_SOME_HOUR),
    Rule("in hours", rf"in {_COUNT} {_HOURS}(?:'? time)?", "in 3 hours", _hours(1), _FROM_SOME_HOUR),
    Rule("in hours", rf"{_COUNT} {_HOURS} from now", "3 hours from now", _hours(1), _FROM_SOME_HOUR),
)

"""English words that need the day of publication: "yesterday", "three days ago", "in two weeks"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from timeline.dates import moments, weekdays
from timeline.dates.english.relative.periods import FORMS as PERIODS
from timeline.dates.english.relative.periods import shifted
from timeline.dates.english.relative.weekday_phrases import FORMS as WEEKDAY_FORMS
from timeline.dates.english.relative.weekday_phrases import Near
from timeline.dates.english.vocabulary import NUMBERS, WEEKDAYS, alternatives
from timeline.dates.partial_date import NeedsPublished, in_order
from timeline.dates.rule import Form, matching
from timeline.model.when import Moment, When

_COUNT = rf"(?P<count>\d{{1,3}}|{alternatives(NUMBERS)})"
_UNIT = r"(?P<unit>day|week|fortnight|month|year)s?"
_SPAN = r"(?P<unit>hour|day|week|month|year)s?"
#: One of them: "the coming days" are nobody knows how many.
_ONE = r"(?P<count>)(?P<unit>hour|day|week|month|year)"
_WITHIN = "(?:in|within|over|during)"
_HOURS = r"(?P<unit>minute|min|hour|hr)s?"
_MINUTES = {"minute": 1, "min": 1, "hour": 60, "hr": 60}
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
        month = published.month if unit == "year" else period.earliest.month
        return [moments.a_day(period.earliest.year, month, published.day)]

    return build


def _within(sign: int) -> Near:
    """ "In the past two weeks": some day from then to the day of publication."""

    def build(found: re.Match[str], published: date) -> Iterable[Moment]:
        count, unit = count_of(found), found["unit"]
        if unit in ("month", "year"):
            month = shifted("month", sign * count * (12 if unit == "year" else 1), published)[0]
            edge = month.earliest.replace(day=min(published.day, month.latest.day))
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


def _day_by_name(found: re.Match[str], published: date) -> Iterable[date]:
    """ "Yesterday, Monday": the weekday must be right."""
    day = published + timedelta(days={"yesterday": -1, "today": 0, "tomorrow": 1}[found["day"]])
    moments.a_day(day.year, day.month, day.day, WEEKDAYS[found["weekday"]])
    return [day]


FORMS: tuple[Form[Near], ...] = (
    Form(
        "day",
        r"today|this (?:(?:very )?day|morning|afternoon|lunchtime|evening)",
        "today",
        _days(0),
    ),
    Form("tonight", r"tonight", "tonight", _days(0)),
    Form("day", r"yesterday", "yesterday", _days(-1)),
    Form("day", r"tomorrow", "tomorrow", _days(1)),
    Form(
        "day with its weekday",
        rf"(?P<day>yesterday|today|tomorrow) (?P<weekday>{alternatives(WEEKDAYS)})",
        "today, Wednesday",
        _day_by_name,
    ),
    Form("day", r"(?:the )?day before yesterday", "the day before yesterday", _days(-2)),
    Form("day", r"(?:the )?day after tomorrow", "the day after tomorrow", _days(2)),
    # A night touches two days, and the hour of publication is not known.
    Form("night before publication", r"(?:late )?last night|overnight", "last night", _days(-1, 0)),
    Form("ago", rf"{_COUNT} {_UNIT} (?:ago|earlier than now)", "three days ago", _counted(-1)),
    Form("in", rf"in {_COUNT} {_UNIT}(?:'? time)?", "in three days", _counted(1)),
    Form("from now", rf"{_COUNT} {_UNIT} from now", "three days from now", _counted(1)),
    Form(
        "ago to the day", rf"{_COUNT} {_UNIT} ago (?:today|to the day)", "a week ago today", _to_the_day(-1)
    ),
    Form("ahead to the day", rf"{_COUNT} {_UNIT} from today", "a week from today", _to_the_day(1)),
    Form(
        "within the last one, or that one",
        rf"(?:{_WITHIN} )?the last {_ONE}",
        "in the last month",
        _within_or_calendar(-1),
    ),
    Form(
        "within the next one, or that one",
        rf"(?:{_WITHIN} the next|(?:{_WITHIN} )?the coming) {_ONE}",
        "in the next week",
        _within_or_calendar(1),
    ),
    Form("within the past one", rf"(?:{_WITHIN} )?the past {_ONE}", "over the past week", _within(-1)),
    Form(
        "within the past",
        rf"(?:{_WITHIN} )?the (?:past|last) {_COUNT} {_SPAN}",
        "over the past two weeks",
        _within(-1),
    ),
    Form(
        "within the next",
        rf"(?:{_WITHIN} )?the (?:next|coming) {_COUNT} {_SPAN}",
        "in the next two weeks",
        _within(1),
    ),
)
#: Hours and minutes, and the direction in which they are counted.
_HOUR_FORMS = (
    (re.compile(rf"{_COUNT} {_HOURS} ago"), -1),
    (re.compile(rf"in {_COUNT} {_HOURS}(?:'? time)?"), 1),
    (re.compile(rf"{_COUNT} {_HOURS} from now"), 1),
)


def read(words: str, published: date | None, now: time | None = None) -> tuple[When, ...]:
    """The readings of relative words in small letters, none when they are not relative.

    ``now`` is the clock time of publication, where it is known. Raises NeedsPublished when the words are
    relative and ``published`` is None.

    >>> [when.edtf for when in read("last monday", date(2025, 2, 17))]
    ['2025-02-10']
    """
    hit = matching((*FORMS, *WEEKDAY_FORMS, *PERIODS), words)
    if hit is None:
        return _hours(words, published, now)
    if published is None:
        raise NeedsPublished
    form, found = hit
    each = (Moment.day(day) if isinstance(day, date) else day for day in form.build(found, published))
    return in_order(When(moment, rule=form.name) for moment in each)


def _hours(words: str, published: date | None, now: time | None) -> tuple[When, ...]:
    """ "15 hours ago": one day when the clock is known, else each that it may be."""
    for pattern, sign in _HOUR_FORMS:
        found = pattern.fullmatch(words)
        if not found:
            continue
        if published is None:
            raise NeedsPublished
        step = timedelta(minutes=sign * count_of(found) * _MINUTES[found["unit"]])
        clocks = [now] if now else [time.min, time(23, 59)]
        days = {(datetime.combine(published, clock) + step).date() for clock in clocks}
        return weekdays.as_days(sorted(days), "hours ago" if sign < 0 else "in hours")
    return ()

"""English words that need the day of publication: "yesterday", "last week", "three days ago"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from timeline.dates import moments, weekdays
from timeline.dates.calendar_words import (
    MONTH_NAMES,
    MONTHS,
    NUMBERS,
    SEASONS,
    THIRD,
    WEEKDAYS,
    alternatives,
)  # fmt: skip
from timeline.dates.forms import Form, matching
from timeline.dates.moments import THIRDS, Refused
from timeline.dates.named import (
    Named,
    NeedsPublished,
    in_order,
    moments_of,
    nearest,
    nearest_month,
    readings,
)
from timeline.dates.weekday_words import FORMS as WEEKDAY_FORMS
from timeline.dates.weekday_words import Near
from timeline.model import Moment, Precision, When

_COUNT = rf"(?P<count>\d{{1,3}}|{alternatives(NUMBERS)})"
_UNIT = r"(?P<unit>day|week|fortnight|month|year)s?"
_SPAN = r"(?P<unit>hour|day|week|month|year)s?"
#: One of them: "the coming days" are nobody knows how many.
_ONE = r"(?P<count>)(?P<unit>hour|day|week|month|year)"
_WITHIN = "(?:in|within|over|during)"
_HOURS = r"(?P<unit>minute|min|hour|hr)s?"
_PERIOD = r"(?P<unit>week|month|quarter|year)"
_NAMED = rf"(?:(?P<month>{alternatives(MONTHS)})|(?P<season>{alternatives(SEASONS)}))"
_WHICH = {"the": 0, "this": 0, "last": -1, "next": 1, "the coming": 1}
_MINUTES = {"minute": 1, "min": 1, "hour": 60, "hr": 60}
_IN_DAYS = {"day": 1, "week": 7, "fortnight": 14}
_YEARS_AROUND = (-2, -1, 0, 1, 2)


def _days(*steps: int) -> Near:
    return lambda _, published: [published + timedelta(days=step) for step in steps]


def _period(step: int) -> Near:
    """This, last or next week, month, quarter or year."""
    return lambda found, published: shifted(found["unit"], step, published)


def count_of(found: re.Match[str]) -> int:
    """The number that was written, as a word or in digits; 1 where none is."""
    return NUMBERS.get(found["count"] or "a") or int(found["count"])


def shifted(unit: str, step: int, day: date) -> tuple[Moment, ...]:
    """The week, month, quarter or year that holds ``day``, ``step`` further on."""
    if unit in ("week", "fortnight"):
        return weekdays.weeks(day, step * (2 if unit == "fortnight" else 1))
    if unit == "year":
        return (moments.a_year(day.year + step),)
    year, month = divmod(12 * day.year + day.month - 1 + step * (3 if unit == "quarter" else 1), 12)
    return (
        moments.a_quarter(year, month // 3 + 1) if unit == "quarter" else moments.a_month(year, month + 1),
    )


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


def _rest_of(*, so_far: bool) -> Near:
    """ "Earlier this month": from its first day to the day of publication; "later": from there on."""

    def build(found: re.Match[str], published: date) -> Iterable[Moment]:
        holding = [
            at for at in shifted(found["unit"], 0, published) if at.earliest <= published <= at.latest
        ]
        ends = [(at.earliest, published) if so_far else (published, at.latest) for at in holding]
        if any(first == last for first, last in ends):
            raise Refused(f"the {found['unit']} had only begun, or was over", "the day")
        return [moments.stretch(first, last) for first, last in ends]

    return build


def _day_by_name(found: re.Match[str], published: date) -> Iterable[date]:
    """ "Yesterday, Monday": the weekday must be right."""
    day = published + timedelta(days={"yesterday": -1, "today": 0, "tomorrow": 1}[found["day"]])
    moments.a_day(day.year, day.month, day.day, WEEKDAYS[found["weekday"]])
    return [day]


def _third_of_week(found: re.Match[str], published: date) -> Iterable[Moment]:
    third = next(third for third in THIRDS if found[third])
    weeks = shifted("week", _WHICH[found["which"]], published)
    return [moments.third_of_week(week.earliest, third) for week in weeks]


def _third_of_period(found: re.Match[str], published: date) -> Iterable[Moment]:
    """ "At the end of the month": of this month, and of a neighbour whose end is nearer."""
    third = next(third for third in THIRDS if found[third])
    if found["unit"] == "year":
        near = nearest(lambda year: (When(moments.third_of_year(year, third)),), published)
    else:
        near = nearest_month(
            lambda year, month: (When(moments.third_of_month(year, month, third)),), published
        )
    return [when.start for when in near]


def _this(found: re.Match[str], published: date) -> Iterable[Moment]:
    return [when.start for when in readings(_named(found), published, "")]


def _last(found: re.Match[str], published: date) -> Iterable[Moment]:
    """ "Last March": the last one that was over, and that of last year where it is another."""
    around = [moment for moment in _around(found, published) if moment.latest < published]
    recent = max(around, key=lambda moment: moment.latest)
    return [moment for moment in around if moment is recent or moment.earliest.year == published.year - 1]


def _next(found: re.Match[str], published: date) -> Iterable[Moment]:
    around = [moment for moment in _around(found, published) if moment.earliest > published]
    soonest = min(around, key=lambda moment: moment.earliest)
    return [moment for moment in around if moment is soonest or moment.earliest.year == published.year + 1]


def _around(found: re.Match[str], published: date) -> list[Moment]:
    """That month or season in the years around publication."""
    years = (published.year + step for step in _YEARS_AROUND)
    return [moment for year in years for moment in moments_of(replace(_named(found), year=year))]


def _named(found: re.Match[str]) -> Named:
    if found["month"]:
        return Named(Precision.MONTH, month=MONTHS[found["month"]])
    return Named(Precision.SEASON, number=SEASONS[found["season"]])


FORMS: tuple[Form[Near], ...] = (
    Form(
        "day",
        r"today|this (?:very )?(?:day|morning|afternoon|lunchtime|evening)",
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
    Form(
        "earlier in this one",
        rf"earlier (?:in )?this {_PERIOD}",
        "earlier this month",
        _rest_of(so_far=True),
    ),
    Form("later in this one", rf"later (?:in )?this {_PERIOD}", "later this month", _rest_of(so_far=False)),
    Form("this one", rf"this {_PERIOD}", "this week", _period(0)),
    Form("last one", rf"last {_PERIOD}", "last month", _period(-1)),
    Form("next one", rf"(?:next|the coming) {_PERIOD}", "next year", _period(1)),
    Form("last but one", rf"(?:the )?{_PERIOD} before last", "the week before last", _period(-2)),
    Form("next but one", rf"(?:the )?{_PERIOD} after next", "the month after next", _period(2)),
    Form(
        "third of a week",
        rf"{THIRD}(?P<which>the|this|last|next|the coming) week",
        "early next week",
        _third_of_week,
    ),
    Form("third of this one", rf"{THIRD}(?P<unit>month|year)", "the end of the month", _third_of_period),
    Form("this named one", rf"this {_NAMED}", "this spring", _this),
    Form("last named one", rf"last {_NAMED}", "last March", _last),
    Form("next named one", rf"next {_NAMED}", "next summer", _next),
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
        rf"{_WITHIN} the (?:next|coming) {_ONE}",
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
_OF_PERIOD = re.compile(r"\b(?P<which>this|last|next|the coming) (?P<unit>month|year)\b")


def read(words: str, published: date | None, now: time | None = None) -> tuple[When, ...]:
    """The readings of relative words in small letters, none when they are not relative.

    ``now`` is the clock time of publication, where it is known. Raises NeedsPublished when the words are
    relative and ``published`` is None.

    >>> [when.edtf for when in read("last monday", date(2025, 2, 17))]
    ['2025-02-10']
    """
    hit = matching((*FORMS, *WEEKDAY_FORMS), words)
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


def in_full(words: str, published: date | None) -> str:
    """The words with "last year" or "next month" inside them as a number or a name; else as they are.

    >>> in_full("the 5th of next month", date(2025, 2, 19)), in_full("late last year", date(2025, 2, 19))
    ('the 5th of march 2025', 'late 2024')
    """
    found = _OF_PERIOD.search(words)
    if not found or found[0] == words:
        return words
    if published is None:
        raise NeedsPublished
    day = shifted(found["unit"], _WHICH[found["which"]], published)[0].earliest
    month = f"{MONTH_NAMES[day.month - 1].lower()} " if found["unit"] == "month" else ""
    return f"{words[: found.start()]}{month}{day.year}{words[found.end() :]}"

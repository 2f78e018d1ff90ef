"""English weeks, months, quarters, years and seasons around the day of publication: "early next week"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date, timedelta

from timeline.dates import moments, weekdays, written_calendar
from timeline.dates.context import Context
from timeline.dates.english.relative.weekday_phrases import Near
from timeline.dates.english.vocabulary import MONTHS, SEASONS, THIRD, WEEKDAYS, alternatives
from timeline.dates.explanations import IN_THIRDS, LAST, NEXT
from timeline.dates.moments import MONTH_NAMES, THIRDS
from timeline.dates.nearest import NeedsPublished, distance, nearest_month, nearest_year
from timeline.dates.partial_date import PartialDate, moments_of, readings
from timeline.dates.refused import Refused
from timeline.dates.rule import Explanation, Rule
from timeline.model.day import Day
from timeline.model.messages import message
from timeline.model.when import Moment, Precision, When

_PART_SO_FAR = Explanation(
    message("some day of that period, up to the day of publication or from it on"), counted=True
)
_PERIOD_COUNTED = Explanation(
    message("a week, month, quarter or year counted from that of publication"), counted=True
)
_THIRD_OF_WEEK = Explanation(
    message("some three days at the beginning, in the middle or at the end of a week near publication"),
    counted=True,
)
_NAMED_NEAR = Explanation(message("a month or season near the day of publication"), counted=True)
#: Like `Near`, for rules that depend on the tense too.
NearContext = Callable[[re.Match[str], Context], Iterable[Moment]]

_PERIOD = r"(?P<unit>week|month|quarter|year)"
_NAMED = rf"(?:(?P<month>{alternatives(MONTHS)})|(?P<season>{alternatives(SEASONS)}))"
_WEEKDAY = rf"(?:(?P<weekday>{alternatives(WEEKDAYS)}) )?"
_MONTH = rf"(?P<month>{alternatives(MONTHS)})"
_NUMBERED = (
    rf"(?:{_MONTH} (?P<number>\d{{1,2}})|(?P<day>\d{{1,2}}) {_MONTH.replace('month', 'of_month')}"
    r"|(?P<th>\d{1,2})(?:st|nd|rd|th))"
)
_WHICH = {"the": 0, "this": 0, "last": -1, "next": 1, "the coming": 1}
_YEARS_AROUND = (-2, -1, 0, 1, 2)
_DAYS_TO_A_LEAP_DAY = 8 * 366 + 1
_HALF_A_YEAR = 183
_OF_PERIOD = re.compile(r"\b(?P<which>this|last|next|the coming) (?P<unit>month|year)\b")


def shifted(unit: str, step: int, day: Day) -> tuple[Moment, ...]:
    """The week, month, quarter or year that holds ``day``, ``step`` further on."""
    if unit in ("week", "fortnight"):
        return weekdays.weeks(day, step * (2 if unit == "fortnight" else 1))
    at = written_calendar.numbers(day)
    if unit == "year":
        return (moments.a_year(at.year + step),)
    year, month = divmod(12 * at.year + at.month - 1 + step * (3 if unit == "quarter" else 1), 12)
    return (
        moments.a_quarter(year, month // 3 + 1) if unit == "quarter" else moments.a_month(year, month + 1),
    )


def _period(step: int) -> Near:
    """This, last or next week, month, quarter or year."""
    return lambda found, published: shifted(found["unit"], step, published)


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


def _third_of_week(found: re.Match[str], published: date) -> Iterable[Moment]:
    third = next(third for third in THIRDS if found[third])
    weeks = shifted("week", _WHICH[found["which"]], published)
    return [moments.third_of_week(week.earliest, third) for week in weeks]


def _third_of_period(found: re.Match[str], context: Context) -> Iterable[Moment]:
    """ "At the end of the month": of this month, and of a neighbour whose end is nearer."""
    third = next(third for third in THIRDS if found[third])
    if found["unit"] == "year":
        near = nearest_year(lambda year: (When(moments.third_of_year(year, third)),), context)
    else:
        near = nearest_month(
            lambda year, month: (When(moments.third_of_month(year, month, third)),), context
        )
    return [when.start for when in near]


def _this(found: re.Match[str], published: date) -> Iterable[Moment]:
    """ "This July" is not that of last year, unless that has only just passed."""
    near = readings(_partial_date(found), Context(published), "")
    return [
        when.start
        for when in near
        if _year(when.first) == _year(published) or distance(when, published) <= _HALF_A_YEAR
    ]


def _last(found: re.Match[str], published: date) -> Iterable[Moment]:
    """ "Last March": the last one that was over, and that of last year where it is another."""
    around = [moment for moment in _around(found, published) if moment.latest < published]
    recent = max(around, key=lambda moment: moment.latest)
    return [
        moment for moment in around if moment is recent or _year(moment.earliest) == _year(published) - 1
    ]


def _next(found: re.Match[str], published: date) -> Iterable[Moment]:
    around = [moment for moment in _around(found, published) if moment.earliest > published]
    soonest = min(around, key=lambda moment: moment.earliest)
    return [
        moment for moment in around if moment is soonest or _year(moment.earliest) == _year(published) + 1
    ]


def _around(found: re.Match[str], published: date) -> list[Moment]:
    """That month or season in the years around publication."""
    years = (_year(published) + step for step in _YEARS_AROUND)
    return [moment for year in years for moment in moments_of(_partial_date(found)._replace(year=year))]


def _year(day: Day) -> int:
    return written_calendar.numbers(day).year


def _numbered(sign: int) -> Near:
    """ "The past 17th", "the coming 1 March": the nearest one on that side of publication."""

    def build(found: re.Match[str], published: date) -> Iterable[Moment]:
        number = int(found["day"] or found["number"] or found["th"])
        month = MONTHS.get(found["month"] or found["of_month"] or "")
        for step in range(1, _DAYS_TO_A_LEAP_DAY):
            day = written_calendar.numbers(published + timedelta(days=sign * step))
            if day.day == number and month in (None, day.month):
                return [moments.a_day(day.year, day.month, day.day, WEEKDAYS.get(found["weekday"] or ""))]
        raise Refused("there is no such day", "the day in full")

    return build


def _partial_date(found: re.Match[str]) -> PartialDate:
    if found["month"]:
        return PartialDate(Precision.MONTH, month=MONTHS[found["month"]])
    return PartialDate(Precision.SEASON, number=SEASONS[found["season"]])


RULES: tuple[Rule[Near], ...] = (
    Rule(
        "earlier in this one",
        rf"earlier (?:in )?this {_PERIOD}",
        "earlier this month",
        _rest_of(so_far=True),
        _PART_SO_FAR,
    ),
    Rule(
        "later in this one",
        rf"later (?:in )?this {_PERIOD}",
        "later this month",
        _rest_of(so_far=False),
        _PART_SO_FAR,
    ),
    Rule("this one", rf"this {_PERIOD}", "this week", _period(0), _PERIOD_COUNTED),
    Rule("last one", rf"last {_PERIOD}", "last month", _period(-1), _PERIOD_COUNTED),
    Rule("next one", rf"next {_PERIOD}", "next year", _period(1), _PERIOD_COUNTED),
    Rule(
        "last but one",
        rf"(?:the )?{_PERIOD} before last",
        "the week before last",
        _period(-2),
        _PERIOD_COUNTED,
    ),
    Rule(
        "next but one",
        rf"(?:the )?{_PERIOD} after next",
        "the month after next",
        _period(2),
        _PERIOD_COUNTED,
    ),
    Rule(
        "third of a week",
        rf"{THIRD}(?P<which>the|this|last|next|the coming) week",
        "early next week",
        _third_of_week,
        _THIRD_OF_WEEK,
    ),
    Rule("this named one", rf"this {_NAMED}", "this spring", _this, _NAMED_NEAR),
    Rule("last named one", rf"last {_NAMED}", "last March", _last, LAST),
    Rule("next named one", rf"next {_NAMED}", "next summer", _next, NEXT),
    Rule("numbered day before", rf"{_WEEKDAY}the past {_NUMBERED}", "the past 17th", _numbered(-1), LAST),
    Rule("numbered day after", rf"{_WEEKDAY}the coming {_NUMBERED}", "the coming 24th", _numbered(1), NEXT),
)
#: Rules whose tense chooses among several periods.
CONTEXT_RULES: tuple[Rule[NearContext], ...] = (
    Rule(
        "third of this one",
        rf"{THIRD}(?P<unit>month|year)",
        "the end of the month",
        _third_of_period,
        IN_THIRDS,
    ),
)


def in_full(phrase: str, published: date | None) -> str:
    """The words with "last year" or "next month" inside them as a number or a name; else as they are.

    >>> in_full("the 5th of next month", date(2025, 2, 19)), in_full("late last year", date(2025, 2, 19))
    ('the 5th of march 2025', 'late 2024')
    """
    found = _OF_PERIOD.search(phrase)
    if not found or found[0] == phrase:
        return phrase
    if published is None:
        raise NeedsPublished
    day = written_calendar.numbers(shifted(found["unit"], _WHICH[found["which"]], published)[0].earliest)
    month = f"{MONTH_NAMES[day.month - 1].lower()} " if found["unit"] == "month" else ""
    return f"{phrase[: found.start()]}{month}{day.year}{phrase[found.end() :]}"

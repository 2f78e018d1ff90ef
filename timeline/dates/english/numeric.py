"""Dates in numbers alone, such as 03/04/2025: read in every order that may be meant."""

from __future__ import annotations

import re
from collections.abc import Callable

from timeline.dates import moments
from timeline.dates.context import Context
from timeline.dates.english.vocabulary import WEEKDAYS, alternatives
from timeline.dates.partial_date import PartialDate, readings
from timeline.dates.refused import Contradiction, Refused
from timeline.dates.rule import Explanation, Rule
from timeline.model.messages import message
from timeline.model.when import Moment, Precision, When

_WEEKDAY = rf"(?:(?P<weekday>{alternatives(WEEKDAYS)}) )?"
_AFTER = rf"(?: (?P<after>{alternatives(WEEKDAYS)}))?"
_YEAR_LAST = (
    rf"{_WEEKDAY}(?P<a>\d{{1,2}})(?P<mark>[./-]) ?(?P<b>\d{{1,2}})(?P=mark) ?(?P<year>\d{{4}}){_AFTER}"
)
#: Without a year, a slash or a full stop at the end shows that it is no decimal number and no clock time.
_NO_YEAR = re.compile(
    rf"{_WEEKDAY}(?:(?P<a>\d{{1,2}})/(?P<b>\d{{1,2}})|(?P<c>\d{{1,2}})\. ?(?P<d>\d{{1,2}})\.)"
)


#: From a match to the day in one order of day and month.
NumericRule = Rule[Callable[[re.Match[str]], Moment]]


def _day_first(found: re.Match[str]) -> Moment:
    return moments.a_day(int(found["year"]), int(found["b"]), int(found["a"]), _weekday(found))


def _month_first(found: re.Match[str]) -> Moment:
    return moments.a_day(int(found["year"]), int(found["a"]), int(found["b"]), _weekday(found))


def _weekday(found: re.Match[str]) -> int | None:
    return WEEKDAYS.get(found["weekday"] or found["after"] or "")


_DAY_FIRST: NumericRule = Rule(
    "day/month/year",
    _YEAR_LAST,
    "17/02/2025",
    _day_first,
    Explanation(message("the day is written before the month")),
)
_MONTH_FIRST: NumericRule = Rule(
    "month/day/year",
    _YEAR_LAST,
    "02/17/2025",
    _month_first,
    Explanation(message("the month is written before the day")),
)
RULES: tuple[NumericRule, ...] = (_DAY_FIRST, _MONTH_FIRST)
#: `Context.order` -> the rules that are tried.
_OF_ORDER = {"": RULES, "day-first": (_DAY_FIRST,), "month-first": (_MONTH_FIRST,)}


def read(phrase: str, context: Context) -> tuple[When, ...]:
    """The readings of day, month and year in numbers, in the order of the context, or in both.

    >>> [when.edtf for when in read("03/04/2025", Context())]
    ['2025-04-03', '2025-03-04']
    >>> [when.edtf for when in read("13/02/2025", Context())]
    ['2025-02-13']
    """
    rules = _OF_ORDER[context.order]
    whole = rules[0].compiled.fullmatch(phrase)
    if whole:
        return _in_orders(whole, rules)
    short = _NO_YEAR.fullmatch(phrase)
    if not short or not context.order:
        return ()
    numbers = [int(number) for number in (short["a"] or short["c"], short["b"] or short["d"])]
    day, month = numbers if context.order == "day-first" else numbers[::-1]
    weekday = WEEKDAYS.get(short["weekday"] or "")
    return readings(PartialDate(Precision.DAY, None, month, day, weekday), context, rules[0].name)


def _in_orders(match: re.Match[str], rules: tuple[NumericRule, ...]) -> tuple[When, ...]:
    """Each day of the calendar that a rule makes of the match; raises Refused when there is none."""
    found: dict[Moment, When] = {}
    refusals: list[Refused] = []
    for rule in rules:
        try:
            moment = rule.build(match)
        except Refused as refusal:
            refusals.append(refusal)
        else:
            found.setdefault(moment, When(moment, rule=rule.name))
    if not found:
        raise next((each for each in refusals if isinstance(each, Contradiction)), refusals[0])
    return tuple(found.values())

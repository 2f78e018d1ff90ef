"""Dates in numbers alone, such as 03/04/2025: read in every order that may be meant."""

from __future__ import annotations

import re
from datetime import date

from timeline.dates import moments
from timeline.dates.english.vocabulary import WEEKDAYS, alternatives
from timeline.dates.moments import Refused
from timeline.dates.partial_date import Named, readings
from timeline.model.when import Precision, When

_WEEKDAY = rf"(?:(?P<weekday>{alternatives(WEEKDAYS)}) )?"
_AFTER = rf"(?: (?P<after>{alternatives(WEEKDAYS)}))?"
_YEAR_LAST = re.compile(
    rf"{_WEEKDAY}(?P<a>\d{{1,2}})(?P<mark>[./-]) ?(?P<b>\d{{1,2}})(?P=mark) ?(?P<year>\d{{4}}){_AFTER}"
)
#: Without a year a dot at the end, or a slash, must tell that it is no decimal and no clock time.
_NO_YEAR = re.compile(
    rf"{_WEEKDAY}(?:(?P<a>\d{{1,2}})/(?P<b>\d{{1,2}})|(?P<c>\d{{1,2}})\. ?(?P<d>\d{{1,2}})\.)"
)

_DAY_FIRST, _MONTH_FIRST = ("day/month/year", "b", "a"), ("month/day/year", "a", "b")
_ORDERS = {
    "": (_DAY_FIRST, _MONTH_FIRST),
    "day-first": (_DAY_FIRST,),
    "month-first": (_MONTH_FIRST,),
}


def read(words: str, published: date | None, order: str) -> tuple[When, ...]:
    """The readings of day, month and year in numbers; ``order`` is "day-first", "month-first" or "" (both).

    >>> [when.edtf for when in read("03/04/2025", None, "")], [
    ...     when.edtf for when in read("13/02/2025", None, "")
    ... ]
    (['2025-04-03', '2025-03-04'], ['2025-02-13'])
    """
    last = _YEAR_LAST.fullmatch(words)
    if last:
        return _in_orders(last, order)
    short = _NO_YEAR.fullmatch(words)
    if not short or not order:
        return ()
    numbers = [int(number) for number in (short["a"] or short["c"], short["b"] or short["d"])]
    day, month = numbers if order == "day-first" else numbers[::-1]
    weekday = WEEKDAYS.get(short["weekday"] or "")
    return readings(Named(Precision.DAY, None, month, day, weekday), published, _ORDERS[order][0][0])


def _in_orders(found: re.Match[str], order: str) -> tuple[When, ...]:
    """Each order that gives a day of the calendar; raises Refused when none does."""
    given: dict[date, When] = {}
    refusals: list[Refused] = []
    for rule, month, day in _ORDERS[order]:
        try:
            moment = moments.a_day(int(found["year"]), int(found[month]), int(found[day]), _weekday(found))
        except Refused as refusal:
            refusals.append(refusal)
        else:
            given.setdefault(moment.earliest, When(moment, rule=rule))
    if not given:
        raise refusals[0]
    return tuple(given.values())


def _weekday(found: re.Match[str]) -> int | None:
    return WEEKDAYS.get(found["weekday"] or found["after"] or "")

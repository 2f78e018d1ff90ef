"""Dates in numbers alone, such as 03/04/2025: day first and month first are both read."""

from __future__ import annotations

import re

from timeline.dates import moments
from timeline.dates.calendar_words import WEEKDAYS, alternatives
from timeline.dates.moments import Refused
from timeline.model import When

_PATTERN = re.compile(
    rf"(?:(?P<weekday>{alternatives(WEEKDAYS)}) )?"
    r"(?P<a>\d{1,2})(?P<mark>[./-]) ?(?P<b>\d{1,2})(?P=mark) ?(?P<year>\d{4})"
)
_DAY_FIRST, _MONTH_FIRST = ("day/month/year", "b", "a"), ("month/day/year", "a", "b")


def read(words: str, *, month_first: bool = True, order: str = "") -> tuple[When, ...]:
    """The readings of day, month and year in numbers: day first and, where that is a habit, month first.

    >>> [when.edtf for when in read("03/04/2025")], [when.edtf for when in read("13/02/2025")]
    (['2025-04-03', '2025-03-04'], ['2025-02-13'])
    """
    found = _PATTERN.fullmatch(words)
    if not found:
        return ()
    readings: list[When] = []
    refusals: list[Refused] = []
    year, weekday = int(found["year"]), WEEKDAYS.get(found["weekday"] or "")
    orders = {
        "": (_DAY_FIRST, _MONTH_FIRST) if month_first else (_DAY_FIRST,),
        "day-first": (_DAY_FIRST,),
        "month-first": (_MONTH_FIRST,),
    }
    for rule, month, day in orders[order]:
        try:
            moment = moments.a_day(year, int(found[month]), int(found[day]), weekday)
        except Refused as refusal:
            refusals.append(refusal)
            continue
        if all(moment != reading.start for reading in readings):
            readings.append(When(moment, rule=rule))
    if not readings:
        raise refusals[0]
    return tuple(readings)

"""Warns of a day or a month that may be meant in the Julian calendar."""

from __future__ import annotations

from timeline.language import ENGLISH
from timeline.language.dates import moment_in_words
from timeline.model import Moment, Precision, When
from timeline.model.day import Day
from timeline.model.julian import INTRODUCTION, days_in_julian_month, from_julian
from timeline.model.problems import Location
from timeline.normalise.dating.reforms import Reform
from timeline.normalise.faults import Faults

_LONGEST_MONTH = 31


def warn_calendar(  # noqa: PLR0913 - a warning has a place, a subject and an advice
    when: When,
    reform: Reform,
    at: Location,
    faults: Faults,
    *,
    name: str = "date",
    answers: tuple[str, str] = ("calendar: julian", "calendar: gregorian"),
) -> None:
    """Warn of a day or month before the ``reform`` of its place; only called if no calendar is named.

    ``name`` is that of the field, ``answers`` are what to write for the Julian and the Gregorian calendar.

    Not of a year and longer periods, of which the days in question are a small part.
    """
    moment = next((each for each in (when.start, when.end) if each and _may_be_julian(each)), None)
    if moment is None or moment.earliest >= reform.first_day:
        return
    words = moment_in_words(moment, is_inner=True).replace("\xa0", " ")
    message = f"{name} {words} is read in the Gregorian calendar, which was not yet used"
    if moment.earliest >= INTRODUCTION:
        message = (
            f"{name} {words} is read in the Gregorian calendar,"
            f" which was not in general use in {reform.where} before {ENGLISH.day(reform.first_day)}"
        )
    julian, gregorian = answers
    faults.add(at, "W011", message, f"{julian}{_meaning(moment)}; or {gregorian}")


def _may_be_julian(moment: Moment) -> bool:
    return not moment.calendar and moment.days <= _LONGEST_MONTH


def _meaning(moment: Moment) -> str:
    """What days they would be if their numbers were those of the Julian calendar."""
    try:
        first, last = _as_julian(moment)
    except (ValueError, OverflowError):
        return ""
    days = ENGLISH.day(first) if first == last else ENGLISH.span(first, last)
    return f", if it is {days} in the Gregorian calendar"


def _as_julian(moment: Moment) -> tuple[Day, Day]:
    first, last = moment.earliest, moment.latest
    number = last.day
    if moment.precision is Precision.MONTH:
        number = days_in_julian_month(last.year, last.month)
    return from_julian(first.year, first.month, first.day), from_julian(last.year, last.month, number)

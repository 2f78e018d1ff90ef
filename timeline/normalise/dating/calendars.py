"""Warns of a day that may be meant in the Julian calendar."""

from __future__ import annotations

from datetime import date

from timeline.language import ENGLISH
from timeline.model import When
from timeline.model.day import Day, day_of
from timeline.model.julian import from_julian
from timeline.model.problems import Location
from timeline.normalise.faults import Faults

#: The first day of the Gregorian calendar, and of countries that took it up later, by their zones.
_FIRST_DAY = date(1582, 10, 15)
_FIRST_DAYS = {
    "Europe/London": date(1752, 9, 14),
    "Europe/Dublin": date(1752, 9, 14),
    "Europe/Moscow": date(1918, 2, 14),
    "Europe/Minsk": date(1918, 2, 14),
    "Europe/Kyiv": date(1918, 3, 1),
    "Europe/Athens": date(1923, 3, 1),
}


def warn_calendar(when: When, zone: str, at: Location, faults: Faults) -> None:
    """Warn of a day before the Gregorian calendar was used there, if the event names no ``calendar``.

    Only of days: a month or a year is not converted from one calendar to the other.
    """
    moment = next((each for each in (when.start, when.end) if each and each.is_day), None)
    if moment is None or moment.earliest >= _FIRST_DAYS.get(zone, _FIRST_DAY):
        return
    day = moment.earliest
    message = f"date {ENGLISH.day(day)} is read in the Gregorian calendar, which was not yet used"
    faults.add(at, "W011", message, f"calendar: julian{_meaning(day)}; or calendar: gregorian")


def _meaning(day: Day) -> str:
    """What the day would be if it were one of the Julian calendar."""
    try:
        there = from_julian(day.year, day.month, day.day)
    except (ValueError, OverflowError):
        return ""
    shown = ENGLISH.day(day_of(there.year, there.month, there.day))
    return f", if it is {shown} in the Gregorian calendar"

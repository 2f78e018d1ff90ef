"""Holidays on a fixed or computable day, the same in every country that has them under that name."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date, timedelta

from dateutil.easter import EASTER_JULIAN, EASTER_ORTHODOX, EASTER_WESTERN, easter

from timeline.dates import moments, written_calendar
from timeline.dates.context import Context
from timeline.dates.english.calendar import BuildInYear, read_in_year
from timeline.dates.refused import Refused
from timeline.dates.rule import Explanation, Rule
from timeline.model.day import Day
from timeline.model.messages import message
from timeline.model.when import Moment, When

#: From a year to the day of the holiday, or to several days where countries differ.
Holiday = Callable[[int], Iterable[Day]]

_GREGORIAN_FROM, _JULIAN_FROM = 1583, 326
_HAS_A_NAME = Explanation(message("a day that has a name in the calendar"))


def western_easter(year: int) -> Day:
    """Western Easter Sunday, from 1583 on, when the Gregorian calendar was in use.

    In the Julian calendar it is that calendar's own, from 326 on, which is also Orthodox Easter.

    >>> western_easter(2025)
    datetime.date(2025, 4, 20)
    >>> with written_calendar.in_calendar("julian"):
    ...     str(written_calendar.numbers(western_easter(1066)))
    '1066-04-16'
    """
    first = _JULIAN_FROM if written_calendar.is_julian() else _GREGORIAN_FROM
    if year < first:
        raise Refused(f"Easter is counted from {first} on", "the day itself")
    day: date = easter(year, EASTER_JULIAN if written_calendar.is_julian() else EASTER_WESTERN)
    return written_calendar.day_by_number(day.year, day.month, day.day)


def orthodox_easter(year: int) -> date:
    """Orthodox Easter Sunday as a Gregorian day, for 1900 to 2099.

    >>> orthodox_easter(2024)
    datetime.date(2024, 5, 5)
    """
    if not 1900 <= year <= 2099:
        raise Refused("Orthodox Easter is counted from 1900 to 2099", "the day itself")
    day: date = easter(year, EASTER_ORTHODOX)
    return day


def _on(month: int, day: int) -> Holiday:
    return lambda year: [written_calendar.day_by_number(year, month, day)]


def _easter(step: int) -> Holiday:
    return lambda year: [western_easter(year) + timedelta(days=step)]


def _orthodox(step: int) -> Holiday:
    return lambda year: [orthodox_easter(year) + timedelta(days=step)]


def _nth(month: int, weekday: int, nth: int) -> Holiday:
    def build(year: int) -> list[Day]:
        first = written_calendar.day_by_number(year, month, 1)
        return [first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))]

    return build


def _since(first_year: int, holiday: Holiday) -> Holiday:
    """A holiday that has had its present day since that year."""

    def build(year: int) -> Iterable[Day]:
        if year < first_year:
            raise Refused(f"before {first_year} that day was another, or none", "the day itself")
        return holiday(year)

    return build


def _last(month: int, weekday: int) -> Holiday:
    def build(year: int) -> list[Day]:
        last = moments.a_month(year, month).latest
        return [last - timedelta(days=(last.weekday() - weekday) % 7)]

    return build


def _after(holiday: Holiday, days: int) -> Holiday:
    return lambda year: [day + timedelta(days=days) for day in holiday(year)]


def _orthodox_christmas(year: int) -> list[Day]:
    """7 January in the Gregorian calendar, until 2100."""
    return [date(year, 1, 7)]


def _easter_of_either_church(year: int) -> list[Day]:
    """Western and Orthodox Easter Sunday, which are the same day in some years."""
    orthodox = [orthodox_easter(year)] if 1900 <= year <= 2099 else []
    return sorted({western_easter(year), *orthodox})


def _victoria_day(year: int) -> list[Day]:
    """The last Monday before 25 May."""
    return [date(year, 5, 24) - timedelta(days=date(year, 5, 24).weekday())]


def _labour_day(year: int) -> Iterable[Day]:
    """The first Monday of September in North America, 1 May in most other countries."""
    return [date(year, 5, 1), *_nth(9, 0, 1)(year)]


def _veterans_day(year: int) -> Iterable[Day]:
    if 1971 <= year <= 1977:
        return _nth(10, 0, 4)(year)
    return [date(year, 11, 11)]


def _election_day(year: int) -> Iterable[Day]:
    """The Tuesday after the first Monday of November."""
    return [day + timedelta(days=1) for day in _nth(11, 0, 1)(year)]


def _thanksgiving(year: int) -> list[Day]:
    """The fourth Thursday of November in the United States, the second Monday of October in Canada."""
    return [*_nth(10, 0, 2)(year), *_nth(11, 3, 4)(year)]


#: Pattern of the name, an example, the day.
_TABLE: tuple[tuple[str, str, Holiday], ...] = (
    (r"new year'?s day", "New Year's Day 2025", _on(1, 1)),
    (r"epiphany|twelfth day", "Epiphany 2025", _on(1, 6)),
    (r"(?:saint |st )?valentine'?s day", "Valentine's Day", _on(2, 14)),
    (r"international women'?s day", "International Women's Day 2025", _on(3, 8)),
    (r"(?:saint|st) patrick'?s day", "St Patrick's Day", _on(3, 17)),
    (r"april fools'? day", "April Fools' Day 2025", _on(4, 1)),
    (r"shrove tuesday|mardi gras", "Shrove Tuesday 2025", _easter(-47)),
    (r"ash wednesday", "Ash Wednesday 2025", _easter(-46)),
    (r"palm sunday", "Palm Sunday 2025", _easter(-7)),
    (r"maundy thursday", "Maundy Thursday 2025", _easter(-3)),
    (r"good friday", "Good Friday", _easter(-2)),
    (r"holy saturday", "Holy Saturday 2025", _easter(-1)),
    (r"easter (?:sunday|day)", "Easter Sunday 2025", _easter(0)),
    (r"easter monday", "Easter Monday 2025", _easter(1)),
    (r"ascension day", "Ascension Day 2025", _easter(39)),
    (r"whit sunday|pentecost(?: sunday)?", "Whit Sunday 2025", _easter(49)),
    (r"(?:whit|pentecost) monday", "Whit Monday 2025", _easter(50)),
    (r"orthodox easter(?: sunday)?", "Orthodox Easter 2024", _orthodox(0)),
    (r"orthodox easter monday", "Orthodox Easter Monday 2024", _orthodox(1)),
    (r"bastille day", "Bastille Day 2025", _on(7, 14)),
    (r"halloween|hallowe'en", "Halloween 2025", _on(10, 31)),
    (r"all saints'? day", "All Saints' Day 2025", _on(11, 1)),
    (r"all souls'? day", "All Souls' Day 2025", _on(11, 2)),
    (r"armistice day", "Armistice Day 2025", _on(11, 11)),
    (r"remembrance sunday", "Remembrance Sunday 2025", _nth(11, 6, 2)),
    (r"thanksgiving(?: day)?", "Thanksgiving 2025", _thanksgiving),
    (r"christmas eve", "Christmas Eve 2024", _on(12, 24)),
    (r"christmas day", "Christmas Day 2024", _on(12, 25)),
    (r"boxing day", "Boxing Day 2024", _on(12, 26)),
    (r"new year'?s eve", "New Year's Eve", _on(12, 31)),
    (r"christmas", "Christmas 2024", _on(12, 25)),
    (r"orthodox christmas(?: day)?", "Orthodox Christmas 2024", _since(1901, _orthodox_christmas)),
    (r"easter", "Easter 2025", _easter_of_either_church),
    (r"orthodox good friday", "Orthodox Good Friday 2024", _orthodox(-2)),
    (r"corpus christi", "Corpus Christi 2025", _easter(60)),
    # Of the United States, where no other country has a day of that name.
    (
        r"martin luther king(?:,? jr)?'?s?(?: jr)? day|mlk day",
        "Martin Luther King Day 2025",
        _since(1986, _nth(1, 0, 3)),
    ),
    (r"groundhog day", "Groundhog Day 2025", _on(2, 2)),
    (r"president'?s'? day|washington'?s birthday", "Presidents' Day 2025", _since(1971, _nth(2, 0, 3))),
    (r"memorial day", "Memorial Day 2025", _since(1971, _last(5, 0))),
    (r"juneteenth", "Juneteenth 2025", _on(6, 19)),
    (r"labor day", "Labor Day 2025", _since(1894, _nth(9, 0, 1))),
    (r"columbus day|indigenous peoples'? day", "Columbus Day 2025", _since(1971, _nth(10, 0, 2))),
    (r"(?:us )?election day", "Election Day 2024", _since(1845, _election_day)),
    (r"veterans'? day", "Veterans Day 2025", _since(1954, _veterans_day)),
    (r"black friday", "Black Friday 2024", _since(1942, _after(_nth(11, 3, 4), 1))),
    (r"cyber monday", "Cyber Monday 2024", _since(2005, _after(_nth(11, 3, 4), 4))),
    # Of other countries.
    (r"burns night", "Burns Night 2025", _on(1, 25)),
    (r"australia day", "Australia Day 2025", _since(1935, _on(1, 26))),
    (
        r"(?:international )?holocaust (?:memorial|remembrance) day",
        "Holocaust Memorial Day 2025",
        _since(2006, _on(1, 27)),
    ),
    (r"(?:saint|st) david'?s day", "St David's Day 2025", _on(3, 1)),
    (r"(?:saint|st) george'?s day", "St George's Day 2025", _on(4, 23)),
    (r"anzac day", "Anzac Day 2025", _since(1916, _on(4, 25))),
    (r"labour day", "Labour Day 2025", _since(1894, _labour_day)),
    (r"may day", "May Day 2025", _on(5, 1)),
    (r"v-?e day", "VE Day 2025", _since(1945, _on(5, 8))),
    (r"victoria day", "Victoria Day 2025", _since(1953, _victoria_day)),
    (r"canada day", "Canada Day 2025", _since(1983, _on(7, 1))),
    (r"bonfire night|guy fawkes (?:night|day)", "Bonfire Night 2024", _on(11, 5)),
    (r"(?:saint|st) andrew'?s day", "St Andrew's Day 2024", _on(11, 30)),
    (r"assumption day", "Assumption Day 2024", _on(8, 15)),
)


def _moments(holiday: Holiday) -> BuildInYear:
    return lambda _, year: [Moment.day(day) for day in holiday(year)]


RULES: tuple[Rule[BuildInYear], ...] = tuple(
    Rule(
        f"feast: {re.sub(' [0-9]+', '', example)}",
        rf"(?:(?P<year_alone>\d{{4}}) )?(?:{names})(?(year_alone)|(?: (?:of |in )?(?P<year>\d{{4}}))?)",
        example,
        _moments(holiday),
        _HAS_A_NAME,
    )
    for names, example, holiday in _TABLE
)


def read(phrase: str, context: Context) -> tuple[When, ...]:
    """The readings of a holiday; without its year, those near the day of publication.

    >>> [when.edtf for when in read("good friday 2025", Context())]
    ['2025-04-18']
    """
    return read_in_year(RULES, phrase, context)

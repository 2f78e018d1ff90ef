"""Holidays on a fixed or computable day, the same in every country that has them under that name."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date, timedelta

from dateutil.easter import EASTER_ORTHODOX, EASTER_WESTERN, easter

from timeline.dates.context import Context
from timeline.dates.english.calendar import BuildInYear, read_in_year
from timeline.dates.moments import Refused
from timeline.dates.rule import Explanation, Rule
from timeline.model.messages import message
from timeline.model.when import Moment, When

#: From a year to the day of the holiday, or to several days where countries differ.
Holiday = Callable[[int], Iterable[date]]

_GREGORIAN_FROM = 1583
_HAS_A_NAME = Explanation(message("a day that has a name in the calendar"))


def western_easter(year: int) -> date:
    """Western Easter Sunday, from 1583 on, when the Gregorian calendar was in use.

    >>> western_easter(2025)
    datetime.date(2025, 4, 20)
    """
    if year < _GREGORIAN_FROM:
        raise Refused("Easter is counted from 1583 on", "the day itself")
    day: date = easter(year, EASTER_WESTERN)
    return day


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
    return lambda year: [date(year, month, day)]


def _easter(step: int) -> Holiday:
    return lambda year: [western_easter(year) + timedelta(days=step)]


def _orthodox(step: int) -> Holiday:
    return lambda year: [orthodox_easter(year) + timedelta(days=step)]


def _nth(month: int, weekday: int, nth: int) -> Holiday:
    def build(year: int) -> list[date]:
        first = date(year, month, 1)
        return [first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))]

    return build


def _thanksgiving(year: int) -> list[date]:
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
)


def _moments(holiday: Holiday) -> BuildInYear:
    return lambda _, year: [Moment.day(day) for day in holiday(year)]


RULES: tuple[Rule[BuildInYear], ...] = tuple(
    Rule(
        f"feast: {re.sub(' [0-9]+', '', example)}",
        rf"(?:{names})(?: (?:of |in )?(?P<year>\d{{4}}))?",
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

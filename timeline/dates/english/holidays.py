"""Feast days that have a fixed or computable date, the same wherever they are kept by that name."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date, timedelta

from timeline.dates.moments import Refused
from timeline.dates.rule import Form
from timeline.model.when import Moment

#: From a year to the day of the feast, or to each of its days where countries differ.
Feast = Callable[[int], Iterable[date]]

_GREGORIAN_FROM = 1583


def easter(year: int) -> date:
    """Western Easter Sunday: the algorithm of Meeus, Jones and Butcher (Nature, 20 April 1876).

    >>> easter(2025)
    datetime.date(2025, 4, 20)
    """
    if year < _GREGORIAN_FROM:
        raise Refused("Easter is counted from 1583 on", "the day itself")
    golden, (century, of_century) = year % 19, divmod(year, 100)
    leap, of_leap = divmod(century, 4)
    moon_shift = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leap - moon_shift + 15) % 30
    weekday = (32 + 2 * of_leap + 2 * (of_century // 4) - epact - of_century % 4) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def orthodox_easter(year: int) -> date:
    """Orthodox Easter Sunday by Meeus's Julian algorithm, as a Gregorian day; for 1900 to 2099.

    >>> orthodox_easter(2024)
    datetime.date(2024, 5, 5)
    """
    if not 1900 <= year <= 2099:
        raise Refused("Orthodox Easter is counted from 1900 to 2099", "the day itself")
    moon = (19 * (year % 19) + 15) % 30
    weekday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, day = divmod(moon + weekday + 114, 31)
    return date(year, month, day + 1) + timedelta(days=13)


def _on(month: int, day: int) -> Feast:
    return lambda year: [date(year, month, day)]


def _easter(step: int) -> Feast:
    return lambda year: [easter(year) + timedelta(days=step)]


def _orthodox(step: int) -> Feast:
    return lambda year: [orthodox_easter(year) + timedelta(days=step)]


def _nth(month: int, weekday: int, nth: int) -> Feast:
    def build(year: int) -> list[date]:
        first = date(year, month, 1)
        return [first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))]

    return build


def _thanksgiving(year: int) -> list[date]:
    """The fourth Thursday of November in the United States, the second Monday of October in Canada."""
    return [*_nth(10, 0, 2)(year), *_nth(11, 3, 4)(year)]


#: Pattern of the name, an example, the day.
_TABLE: tuple[tuple[str, str, Feast], ...] = (
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


def _moments(feast: Feast) -> Callable[[re.Match[str], int], Iterable[Moment]]:
    return lambda _, year: [Moment.day(day) for day in feast(year)]


FORMS = tuple(
    Form(
        f"feast: {re.sub(' [0-9]+', '', example)}",
        rf"(?:{names})(?: (?:of |in )?(?P<year>\d{{4}}))?",
        example,
        _moments(feast),
    )
    for names, example, feast in _TABLE
)

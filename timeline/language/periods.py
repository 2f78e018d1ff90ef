"""The periods of a skyline in words."""

from __future__ import annotations

from timeline.language import Language
from timeline.model.day import Day, day_of
from timeline.model.seconds import DAY, parts


def period_in_words(first: int, last: int, unit: str, every: int, language: Language) -> str:
    """The period from the instant ``first`` to ``last``, which is no longer in it.

    >>> from timeline.model.seconds import first_of
    >>> period_in_words(first_of(1990), first_of(2000), "year", 10, Language("en"))
    '1990–1999'
    >>> period_in_words(first_of(2025, 2), first_of(2025, 3), "month", 1, Language("de"))
    'Februar 2025'
    """
    begin, end = _day(first), _day(last - DAY)
    if unit == "day":
        return language.day_with_weekday(begin)
    if (unit, every) == ("month", 1):
        return language.month(begin)
    if unit == "year":
        years = [language.year(begin.year), language.year(end.year)]
        return "–".join(dict.fromkeys(years))
    return language.span(begin, end)


def period_in_brief(first: int, last: int, unit: str, every: int, language: Language) -> str:
    """The same where it stands on a date axis, which names the year.

    >>> from timeline.model.seconds import at_day
    >>> from datetime import date
    >>> monday = at_day(date(2025, 2, 17))
    >>> period_in_brief(monday, monday + DAY, "day", 1, Language("en")).replace("\\xa0", " ")
    '17 Feb'
    """
    if unit == "day":
        return language.tick(_day(first), "day", with_year=False)
    return period_in_words(first, last, unit, every, language)


def period_in_view(first: int, last: int, unit: str, every: int, language: Language) -> str:
    """The same for a narrow line of its own, with the weekday of a day.

    >>> from timeline.model.seconds import at_day
    >>> from datetime import date
    >>> monday = at_day(date(2025, 2, 17))
    >>> period_in_view(monday, monday + DAY, "day", 1, Language("en"))
    'Mon 17 Feb'
    """
    if unit == "day":
        return language.day_in_brief(_day(first), with_year=False)
    return period_in_words(first, last, unit, every, language)


def _day(instant: int) -> Day:
    return day_of(*parts(instant)[:3])

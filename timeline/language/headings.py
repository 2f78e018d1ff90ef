"""The heading of the events of one day, and the time from one day to the next, in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from timeline.language import Language, cldr
from timeline.model.day import Day

_FIELDS = {"E": "weekday", "c": "weekday", "d": "day", "M": "month", "L": "month", "y": "year"}
#: Days and months up to which a gap is counted in them.
_MOST_DAYS, _MOST_MONTHS = 60, 24
#: The year in which the Gregorian calendar began; nobody named the weekdays that it gives to days before.
_GREGORIAN = 1583


@dataclass(frozen=True, slots=True)
class HeadingPart:
    """A part of a date: its ``field`` ("weekday", "day", "month" or "year") and its text.

    ``before`` and ``after`` stand between it and its neighbours when all parts are on one line.
    """

    field: str
    text: str
    before: str = ""
    after: str = ""


def day_heading(day: Day, language: Language) -> tuple[HeadingPart, ...]:
    """The day with its weekday, in the order of the language.

    >>> from datetime import date
    >>> [(part.field, part.text) for part in day_heading(date(2025, 2, 17), Language("ja"))]
    [('year', '2025年'), ('month', '2月'), ('day', '17日'), ('weekday', '月曜日')]
    >>> "".join(part.before + part.text + part.after
    ...     for part in day_heading(date(2025, 2, 17), Language("es")))
    'lunes, 17 de febrero de 2025'
    """
    has_weekday = day.year >= _GREGORIAN
    pattern = cldr.weekday_pattern(language.tag) if has_weekday else cldr.day_pattern(language.tag)
    pieces = cldr.split_pattern(pattern)
    return tuple(part for part in _parts(day, pieces, language) if part.text)


def _parts(day: Day, pieces: list[str], language: Language) -> Iterator[HeadingPart]:
    """What stands before or after the year goes with it, so that it can be left out."""
    before = pieces[0]
    for number, field in enumerate(pieces[1::2]):
        after = pieces[2 * number + 2]
        name = _FIELDS.get(field[0], "")
        text = _text(day, name, field, language)
        if after and after.strip().isalpha() and after == after.lstrip():
            text, after = text + after.rstrip(), after[len(after.rstrip()) :]
        following = pieces[2 * number + 3 : 2 * number + 4]
        is_before_year = bool(following) and following[0][0] in "yG"
        yield HeadingPart(name, text, before, "" if is_before_year else after)
        before = after if is_before_year else ""


def _text(day: Day, name: str, field: str, language: Language) -> str:
    """The text of a field, "" for an era: the year has its own where it needs one."""
    if name == "year":
        return language.year(day.year)
    return cldr.format_day(language.tag, day, field) if name else ""


def gap_in_words(first: Day, last: Day, language: Language) -> str:
    """How much later the last day is, in whole days, months or years.

    >>> from datetime import date
    >>> gap_in_words(date(2025, 2, 28), date(2025, 3, 11), Language("en"))
    '11 days later'
    >>> gap_in_words(date(1789, 7, 14), date(1793, 1, 21), Language("en"))
    '3 years later'
    """
    days = (last - first).days
    months = 12 * (last.year - first.year) + last.month - first.month - (last.day < first.day)
    if days <= _MOST_DAYS:
        number, unit = days, "day"
    elif months < _MOST_MONTHS:
        number, unit = months, "month"
    else:
        number, unit = months // 12, "year"
    return language.gettext("%(time)s later", time=cldr.duration(language.tag, number, unit))

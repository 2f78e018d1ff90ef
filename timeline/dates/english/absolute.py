"""English names of one date: "Mon 17 Feb 2025", "late February", "Q1 2025", "the 1920s"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from timeline.dates.english.vocabulary import (
    DAY_WORDS,
    MONTHS,
    ORDINALS,
    PART_OF_DAY,
    SEASONS,
    THIRD,
    WEEKDAYS,
    alternatives,
)
from timeline.dates.moments import THIRDS
from timeline.dates.partial_date import Named
from timeline.model.when import Precision

#: A night touches two days: beside a weekday it does not leave that day certain.
_PART = rf"(?: (?!(?:late )?night){PART_OF_DAY})?"
_WEEKDAY = rf"(?:(?P<weekday>{alternatives(WEEKDAYS)}){_PART} )?(?:the )?"
_AFTER = rf"(?: (?P<after>{alternatives(WEEKDAYS)}))?"
_NUMBERED = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_NUMBERED_TH = r"(?P<day>\d{1,2})(?:st|nd|rd|th)"
_DAY = rf"(?:{_NUMBERED}|(?P<worded>{alternatives(DAY_WORDS)}))"
_MONTH = rf"(?P<month>{alternatives(MONTHS)})"
_YEAR = r"(?P<year>\d{4})"
_FOUR = "first|second|third|fourth|1st|2nd|3rd|4th"
_OF_YEAR = rf"(?: (?:of |in )?{_YEAR})?"


@dataclass(frozen=True)
class Point:
    """A way to name one date: its name, its pattern in small letters without commas, and an example."""

    name: str
    pattern: str
    unit: Precision
    example: str

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The pattern, which must match the whole phrase."""
        return re.compile(self.pattern)


POINTS = (
    Point(
        "day month year",
        rf"{_WEEKDAY}{_DAY} (?:day )?(?:of )?{_MONTH}{_OF_YEAR}{_AFTER}",
        Precision.DAY,
        "Mon 17th of Feb 2025",
    ),
    Point(
        "month day year",
        rf"{_WEEKDAY}{_MONTH} (?:the )?{_DAY}{_OF_YEAR}{_AFTER}",
        Precision.DAY,
        "February 17, 2025",
    ),
    Point("month-day-year", rf"{_MONTH}-{_NUMBERED}-{_YEAR}", Precision.DAY, "Feb-17-2025"),
    Point("day-month-year", rf"{_NUMBERED}[-/]{_MONTH}[-/]{_YEAR}", Precision.DAY, "17-Feb-2025"),
    Point(
        "year month day",
        rf"{_WEEKDAY}{_YEAR}[ -]{_MONTH}[ -]{_NUMBERED}{_AFTER}",
        Precision.DAY,
        "2025 February 17",
    ),
    Point(
        "year-month-day",
        rf"{_WEEKDAY}{_YEAR}(?P<mark>[-/.–]) ?(?P<m>\d{{1,2}})(?P=mark) ?{_NUMBERED}\.?{_AFTER}",
        Precision.DAY,
        "2025/2/17",
    ),
    Point(
        "month year",
        rf"(?:the month of )?{_MONTH}(?:(?: |-|/| of | in ){_YEAR})?",
        Precision.MONTH,
        "February 2025",
    ),
    Point("year month", rf"{_YEAR}[ -]{_MONTH}", Precision.MONTH, "2025 February"),
    Point("month/year", rf"(?P<m>\d{{1,2}})/{_YEAR}", Precision.MONTH, "2/2025"),
    Point("third of a month", rf"{THIRD}{_MONTH}{_OF_YEAR}", Precision.MONTH, "late February 2025"),
    Point("year", rf"(?:(?:the )?year )?{_YEAR}", Precision.YEAR, "the year 2025"),
    Point("third of a year", rf"{THIRD}{_YEAR}", Precision.YEAR, "mid-2025"),
    Point(
        "quarter",
        r"(?:(?=q\d|\dq)q?(?P<number>[1-4])q?"
        rf"|(?P<ordinal>{_FOUR}) quarter)(?:(?: |-|/| of | in ){_YEAR})?",
        Precision.QUARTER,
        "Q1 2025",
    ),
    Point("year and quarter", rf"{_YEAR}[ -/]?q(?P<number>[1-4])", Precision.QUARTER, "2025 Q1"),
    Point(
        "half",
        rf"(?:h(?P<number>[12])|(?P<ordinal>first|1st|second|2nd) half) (?:of |in )?{_YEAR}",
        Precision.HALF,
        "first half of 2025",
    ),
    Point("year and half", rf"{_YEAR}[ -/]?h(?P<number>[12])", Precision.HALF, "2025 H1"),
    Point("season", rf"(?P<season>{alternatives(SEASONS)}){_OF_YEAR}", Precision.SEASON, "spring 2025"),
    Point("season", rf"{_YEAR} (?P<season>{alternatives(SEASONS)})", Precision.SEASON, "2025 spring"),
    Point(
        "day without its month",
        rf"(?:(?P<weekday>{alternatives(WEEKDAYS)}) )?the {_NUMBERED_TH}{_AFTER}",
        Precision.DAY,
        "the 17th",
    ),
    Point(
        "day without its month",
        rf"(?P<weekday>{alternatives(WEEKDAYS)}) {_NUMBERED}",
        Precision.DAY,
        "Monday 17",
    ),
)
#: A day that leaves its month to the other end of a span.
BARE_DAY = Point("day", rf"{_WEEKDAY}{_NUMBERED}(?: {_YEAR})?", Precision.DAY, "17")


def point(words: str, points: tuple[Point, ...] = POINTS) -> tuple[str, Named] | None:
    """The name of the form and what it names, if it is one.

    >>> point("q1 2025")[1].number
    1
    """
    for form in points:
        found = form.compiled.fullmatch(words)
        if found:
            return form.name, _named(
                form.unit, {key: text for key, text in found.groupdict().items() if text}
            )
    return None


def _named(unit: Precision, groups: dict[str, str]) -> Named:
    """The numbers of a matched point."""
    month = groups.get("m") or MONTHS.get(groups.get("month", ""))
    number = (
        groups.get("number")
        or ORDINALS.get(groups.get("ordinal", ""))
        or SEASONS.get(groups.get("season", ""))
    )
    day = groups.get("day") or DAY_WORDS.get(groups.get("worded", ""))
    return Named(
        unit,
        year=int(groups["year"]) if "year" in groups else None,
        month=int(month) if month else None,
        day=int(day) if day is not None else None,
        weekday=WEEKDAYS.get(groups.get("weekday") or groups.get("after", "")),
        number=int(number or 0),
        third=next((third for third in THIRDS if third in groups), ""),
    )

"""English names of one date: "Mon 17 Feb 2025", "late February", "Q1 2025", "the 1920s"."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from timeline.dates import moments
from timeline.dates.calendar_words import MONTHS, ORDINALS, SEASONS, WEEKDAYS, alternatives
from timeline.dates.moments import Refused
from timeline.dates.named import THIRDS, Named
from timeline.model import Moment, Precision, When

_WEEKDAY = rf"(?:(?P<weekday>{alternatives(WEEKDAYS)}) (?:the )?)?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_MONTH = rf"(?P<month>{alternatives(MONTHS)})"
_YEAR = r"(?P<year>\d{4})"
_OF_YEAR = rf"(?: (?:of |in )?{_YEAR})?"
_EARLY = r"(?P<early>early(?: in)?|(?:beginning|start) of)"
_LATE = r"(?P<late>late(?: in)?|end of)"
_THIRD = rf"(?:the )?(?:{_EARLY}|(?P<mid>mid|middle of)|{_LATE})[ -]"


@dataclass(frozen=True, slots=True)
class Point:
    """A way to name one date: its name, its pattern in small letters without commas, and an example."""

    name: str
    pattern: str
    unit: Precision
    example: str


POINTS = (
    Point(
        "day month year",
        rf"{_WEEKDAY}{_DAY} (?:day )?(?:of )?{_MONTH}{_OF_YEAR}",
        Precision.DAY,
        "Mon 17th of Feb 2025",
    ),
    Point(
        "month day year",
        rf"{_WEEKDAY}{_MONTH} (?:the )?{_DAY}{_OF_YEAR}",
        Precision.DAY,
        "February 17, 2025",
    ),
    Point("day-month-year", rf"{_DAY}[-/]{_MONTH}[-/]{_YEAR}", Precision.DAY, "17-Feb-2025"),
    Point("year month day", rf"{_YEAR} {_MONTH} {_DAY}", Precision.DAY, "2025 February 17"),
    Point(
        "year-month-day",
        rf"{_YEAR}(?P<mark>[-/.–])(?P<m>\d{{1,2}})(?P=mark)(?P<day>\d{{1,2}})",
        Precision.DAY,
        "2025/2/17",
    ),
    Point("month year", rf"(?:the month of )?{_MONTH}{_OF_YEAR}", Precision.MONTH, "February 2025"),
    Point("month/year", rf"(?P<m>\d{{1,2}})/{_YEAR}", Precision.MONTH, "2/2025"),
    Point("third of a month", rf"{_THIRD}{_MONTH}{_OF_YEAR}", Precision.MONTH, "late February 2025"),
    Point("year", rf"(?:the year )?{_YEAR}", Precision.YEAR, "the year 2025"),
    Point("third of a year", rf"{_THIRD}{_YEAR}", Precision.YEAR, "mid-2025"),
    Point(
        "quarter",
        rf"(?:q(?P<number>[1-4])|(?P<ordinal>{alternatives(ORDINALS)}) quarter){_OF_YEAR}",
        Precision.QUARTER,
        "Q1 2025",
    ),
    Point("year and quarter", rf"{_YEAR}[ -]?q(?P<number>[1-4])", Precision.QUARTER, "2025 Q1"),
    Point(
        "half",
        rf"(?:h(?P<number>[12])|(?P<ordinal>first|second) half){_OF_YEAR}",
        Precision.HALF,
        "first half of 2025",
    ),
    Point("season", rf"(?P<season>{alternatives(SEASONS)}){_OF_YEAR}", Precision.SEASON, "spring 2025"),
)
#: A day that leaves its month to the other end of a span.
BARE_DAY = Point("day", rf"{_WEEKDAY}(?:the )?{_DAY}(?: {_YEAR})?", Precision.DAY, "17")


@dataclass(frozen=True, slots=True)
class Special:
    """A form that names its days without a year of its own, or has more than one reading."""

    name: str
    pattern: str
    example: str
    build: Callable[[re.Match[str]], tuple[Moment, ...]]


def _decade(found: re.Match[str]) -> tuple[Moment, ...]:
    """The 1920s are a decade, the 1900s a decade or a hundred years."""
    first = 10 * int(found[1])
    decade = moments.a_decade(first)
    return (decade,) if first % 100 else (decade, moments.a_hundred_years(first))


def _winter(found: re.Match[str]) -> tuple[Moment, ...]:
    first, last = int(found["first"]), int(found["first"][: -len(found["last"])] + found["last"])
    if last != first + 1:
        raise Refused("a winter lasts from one year to the next", f"winter {first}-{first + 1}")
    return (moments.a_season(first, 12),)


SPECIALS = (
    Special("decade", r"(?:the )?(\d{3})0'?s", "1920s", _decade),
    Special(
        "century",
        r"(?:the )?(\d{1,2})(?:st|nd|rd|th)[ -]century",
        "19th century",
        lambda found: (moments.a_century(int(found[1])),),
    ),
    Special(
        "winter", r"winter (?:of )?(?P<first>\d{4})[-–/](?P<last>\d{2}|\d{4})", "winter 2024-25", _winter
    ),
)


def special(words: str) -> tuple[When, ...]:
    """The readings of a form of `SPECIALS`, none when it is none.

    >>> [when.edtf for when in special("the 1920s")]
    ['192X']
    """
    for form in SPECIALS:
        found = re.fullmatch(form.pattern, words)
        if found:
            return tuple(When(moment, rule=form.name) for moment in form.build(found))
    return ()


def point(words: str, points: tuple[Point, ...] = POINTS) -> tuple[str, Named] | None:
    """The name of the form and what it names, if it is one.

    >>> point("q1 2025")[1].number
    1
    """
    for form in points:
        found = re.fullmatch(form.pattern, words)
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
    return Named(
        unit,
        year=int(groups["year"]) if "year" in groups else None,
        month=int(month) if month else None,
        day=int(groups["day"]) if "day" in groups else None,
        weekday=WEEKDAYS.get(groups.get("weekday", "")),
        number=int(number or 0),
        third=next((third for third in THIRDS if third in groups), ""),
    )

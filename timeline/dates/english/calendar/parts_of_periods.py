"""English parts of a year, a season or a month, and weeks by number: "late summer", "week 8 of 2025"."""

from __future__ import annotations

import re

from timeline.dates import moments
from timeline.dates.context import Context
from timeline.dates.english.calendar import BuildInYear, month_of, read_in_year, third_of
from timeline.dates.english.vocabulary import MONTHS, ORDINALS, SEASONS, THIRD, alternatives
from timeline.dates.explanations import HALF_OR_QUARTER, IN_THIRDS, ISO_WEEK, SEASON
from timeline.dates.refused import Refused
from timeline.dates.rule import Rule
from timeline.model.day import plus
from timeline.model.when import Moment, When

_MONTH = rf"(?P<month>{alternatives(MONTHS)})"
_YEAR = r"(?: (?:of |in )?(?P<year>\d{4}))?"
_HALF = r"(?:the )?(?P<half>first|1st|second|2nd) half of (?:the )?"
_TO = r"(?: to |-to-|[-–]| or |- to )"


def _winter(found: re.Match[str], _: int) -> tuple[Moment, ...]:
    first, last = int(found["first"]), int(found["first"][: -len(found["last"])] + found["last"])
    if last != first + 1:
        raise Refused("a winter lasts from one year to the next", f"winter {first}-{first + 1}")
    return (moments.a_season(first, 12),)


def _half_of_month(found: re.Match[str], year: int) -> tuple[Moment, ...]:
    """Days 1-15 and from 16 to the end, or half of its days, whichever is longer."""
    first, last = month_of(found, year)
    days = (last - first).days + 1
    if ORDINALS[found["half"]] == 1:
        return (moments.stretch(first, plus(first, max(15, (days + 1) // 2) - 1)),)
    return (moments.stretch(plus(first, min(15, days // 2)), last),)


def _quinzaine(found: re.Match[str], year: int) -> tuple[Moment, ...]:
    first, last = month_of(found, year)
    if ORDINALS[found["half"]] == 1:
        return (moments.stretch(first, plus(first, 14)),)
    return (moments.stretch(plus(first, 15), last),)


def _third_of_season(found: re.Match[str], year: int) -> tuple[Moment, ...]:
    """A month of the season; of a winter the month that lies in the named year."""
    before = (SEASONS[found["season"]] - 1 + third_of(found)) % 12
    month = moments.a_month(year, before + 1)
    return (moments.stretch(month.earliest, month.latest),)


def _thirds(found: re.Match[str], year: int) -> tuple[Moment, ...]:
    """ "Early to mid-February": from the beginning of one third to the end of the other."""
    if found["month"]:
        ends = [
            moments.third_of_month(year, MONTHS[found["month"]], found[name]) for name in ("from", "to")
        ]
    else:
        ends = [moments.third_of_year(year, found[name]) for name in ("from", "to")]
    return (moments.stretch(ends[0].earliest, ends[1].latest),)


def _iso_week(found: re.Match[str], year: int) -> tuple[Moment, ...]:
    return (moments.an_iso_week(year, int(found["week"])),)


def _last_part(found: re.Match[str], year: int) -> tuple[Moment, ...]:
    return (moments.a_quarter(year, 4) if found["unit"] == "quarter" else moments.a_half(year, 2),)


RULES: tuple[Rule[BuildInYear], ...] = (
    Rule(
        "winter",
        r"(?:the )?winter (?:of )?(?P<first>\d{4})[-–/](?P<last>\d{2}|\d{4})",
        "winter 2024-25",
        _winter,
        SEASON,
    ),
    Rule(
        "ISO week in words",
        r"(?:the )?(?:iso |calendar )?week (?:number |no )?(?P<week>\d{1,2})"
        r"(?:(?: (?:of |in )?|/)(?P<year>\d{4}))?",
        "week 8 of 2025",
        _iso_week,
        ISO_WEEK,
    ),
    Rule(
        "third of a season",
        rf"{THIRD}(?P<season>{alternatives(SEASONS)}){_YEAR}",
        "late summer 2024",
        _third_of_season,
        IN_THIRDS,
    ),
    Rule(
        "half of a month",
        rf"{_HALF}{_MONTH}{_YEAR}",
        "first half of February 2025",
        _half_of_month,
        HALF_OR_QUARTER,
    ),
    # "Quinzaine", "quincena": from the 1st to the 15th, and from the 16th on, in a month of any length.
    Rule(
        "fortnight of a month",
        rf"(?:the )?(?P<half>first|1st|second|2nd) quinzaine (?:of )?{_MONTH}{_YEAR}",
        "first quinzaine of February 2025",
        _quinzaine,
        HALF_OR_QUARTER,
    ),
    Rule(
        "last part of a year",
        r"(?:the )?(?:last|final) (?P<unit>quarter|half) of (?P<year>\d{4})",
        "the final quarter of 2024",
        _last_part,
        HALF_OR_QUARTER,
    ),
    Rule(
        "thirds of a month or year",
        rf"(?P<from>early|mid){_TO}(?P<to>mid|late)[ -](?:(?P<month>{alternatives(MONTHS)}){_YEAR}"
        r"|(?P<year_alone>\d{4}))",
        "early to mid-February 2025",
        _thirds,
        IN_THIRDS,
    ),
)


def read(phrase: str, context: Context) -> tuple[When, ...]:
    """The readings of a part of a period; without its year, those near the day of publication.

    >>> [when.edtf for when in read("late summer 2024", Context())]
    ['[2024-08-01..2024-08-31]']
    """
    return read_in_year(RULES, phrase, context)

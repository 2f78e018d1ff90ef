"""English names of one date: "Mon 17 Feb 2025", "late February", "Q1 2025", "the 1920s"."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import partial

from timeline.dates.context import Context
from timeline.dates.english.eras import YEAR as _YEAR
from timeline.dates.english.eras import year_of
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
from timeline.dates.explanations import AS_WRITTEN, HALF_OR_QUARTER, IN_THIRDS, SEASON
from timeline.dates.moments import THIRDS, a_day
from timeline.dates.partial_date import PartialDate, readings
from timeline.dates.rule import Rule, matching
from timeline.model.when import Precision, When

#: Not a night, which touches two days and so leaves the day open.
_PART = rf"(?: (?!(?:late )?night){PART_OF_DAY})?"
_WEEKDAY = rf"(?:(?P<weekday>{alternatives(WEEKDAYS)}){_PART} )?(?:the )?"
_AFTER = rf"(?: (?P<after>{alternatives(WEEKDAYS)}))?"
_NUMBERED = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_NUMBERED_TH = r"(?P<day>\d{1,2})(?:st|nd|rd|th)"
_DAY = rf"(?:{_NUMBERED}|(?P<worded>{alternatives(DAY_WORDS)}))"
_MONTH = rf"(?P<month>{alternatives(MONTHS)})"
_FOUR = "first|second|third|fourth|1st|2nd|3rd|4th"
_OF_YEAR = rf"(?: (?:of |in )?{_YEAR})?"


#: From a match to the parts of the date that it states.
BuildPartial = Callable[[re.Match[str]], PartialDate]


def _day_of(found: re.Match[str]) -> PartialDate:
    """The numbers of a day."""
    groups = found.groupdict("")
    number, weekday = groups.get("day"), groups.get("weekday") or groups.get("after", "")
    return PartialDate(
        Precision.DAY,
        *_year_and_month(groups),
        day=int(number) if number else DAY_WORDS.get(groups.get("worded", "")),
        weekday=WEEKDAYS.get(weekday),
    )


def _period_of(unit: Precision, found: re.Match[str]) -> PartialDate:
    """The numbers of a month, a year or a part of a year."""
    groups = found.groupdict("")
    number = groups.get("number")
    in_words = ORDINALS.get(groups.get("ordinal", "")) or SEASONS.get(groups.get("season", ""))
    return PartialDate(
        unit,
        *_year_and_month(groups),
        number=int(number) if number else in_words or 0,
        third=next((third for third in THIRDS if groups.get(third)), ""),
    )


def _year_and_month(groups: Mapping[str, str]) -> tuple[int | None, int | None]:
    year, number = groups.get("year"), groups.get("m")
    return year_of(year) if year else None, int(number) if number else MONTHS.get(groups.get("month", ""))


_MONTH_OF = partial(_period_of, Precision.MONTH)
_YEAR_OF = partial(_period_of, Precision.YEAR)
_QUARTER_OF = partial(_period_of, Precision.QUARTER)
_HALF_OF = partial(_period_of, Precision.HALF)
_SEASON_OF = partial(_period_of, Precision.SEASON)

RULES: tuple[Rule[BuildPartial], ...] = (
    Rule(
        "day month year",
        rf"{_WEEKDAY}{_DAY} (?:day )?(?:of )?{_MONTH}{_OF_YEAR}{_AFTER}",
        "Mon 17th of Feb 2025",
        _day_of,
        AS_WRITTEN,
    ),
    Rule(
        "month day year",
        rf"{_WEEKDAY}{_MONTH} (?:the )?{_DAY}{_OF_YEAR}{_AFTER}",
        "February 17, 2025",
        _day_of,
        AS_WRITTEN,
    ),
    Rule("month-day-year", rf"{_MONTH}-{_NUMBERED}-{_YEAR}", "Feb-17-2025", _day_of, AS_WRITTEN),
    Rule("day-month-year", rf"{_NUMBERED}[-/]{_MONTH}[-/]{_YEAR}", "17-Feb-2025", _day_of, AS_WRITTEN),
    Rule(
        "year month day",
        rf"{_WEEKDAY}{_YEAR}[ -]{_MONTH}[ -]{_NUMBERED}{_AFTER}",
        "2025 February 17",
        _day_of,
        AS_WRITTEN,
    ),
    Rule(
        "year-month-day",
        rf"{_WEEKDAY}{_YEAR}(?P<mark>[-/.–]) ?(?P<m>\d{{1,2}})(?P=mark) ?{_NUMBERED}\.?{_AFTER}",
        "2025/2/17",
        _day_of,
        AS_WRITTEN,
    ),
    Rule(
        "month year",
        rf"(?:the month of )?{_MONTH}(?:(?: |-|/| of | in ){_YEAR})?",
        "February 2025",
        _MONTH_OF,
        AS_WRITTEN,
    ),
    Rule("year month", rf"{_YEAR}[ -]{_MONTH}", "2025 February", _MONTH_OF, AS_WRITTEN),
    Rule("month/year", rf"(?P<m>\d{{1,2}})/{_YEAR}", "2/2025", _MONTH_OF, AS_WRITTEN),
    Rule("third of a month", rf"{THIRD}{_MONTH}{_OF_YEAR}", "late February 2025", _MONTH_OF, IN_THIRDS),
    Rule("year", rf"(?:(?:the )?year )?{_YEAR}", "the year 2025", _YEAR_OF, AS_WRITTEN),
    Rule("third of a year", rf"{THIRD}{_YEAR}", "mid-2025", _YEAR_OF, IN_THIRDS),
    Rule(
        "quarter",
        r"(?:(?=q\d|\dq)q?(?P<number>[1-4])q?"
        rf"|(?P<ordinal>{_FOUR}) quarter)(?:(?: |-|/| of | in ){_YEAR})?",
        "Q1 2025",
        _QUARTER_OF,
        HALF_OR_QUARTER,
    ),
    Rule(
        "year and quarter",
        rf"{_YEAR}[ -/]?q(?P<number>[1-4])",
        "2025 Q1",
        _QUARTER_OF,
        HALF_OR_QUARTER,
    ),
    Rule(
        "half",
        rf"(?:h(?P<number>[12])|(?P<ordinal>first|1st|second|2nd) half) (?:of |in )?{_YEAR}",
        "first half of 2025",
        _HALF_OF,
        HALF_OR_QUARTER,
    ),
    Rule("year and half", rf"{_YEAR}[ -/]?h(?P<number>[12])", "2025 H1", _HALF_OF, HALF_OR_QUARTER),
    Rule("season", rf"(?P<season>{alternatives(SEASONS)}){_OF_YEAR}", "spring 2025", _SEASON_OF, SEASON),
    Rule("season", rf"{_YEAR} (?P<season>{alternatives(SEASONS)})", "2025 spring", _SEASON_OF, SEASON),
    Rule(
        "day without its month",
        rf"(?:(?P<weekday>{alternatives(WEEKDAYS)}) )?the {_NUMBERED_TH}{_AFTER}",
        "the 17th",
        _day_of,
        AS_WRITTEN,
    ),
    Rule(
        "day without its month",
        rf"(?P<weekday>{alternatives(WEEKDAYS)}) {_NUMBERED}",
        "Monday 17",
        _day_of,
        AS_WRITTEN,
    ),
)
_DAY_FIRST, _MONTH_FIRST = RULES[:2]
#: Their usual form, in small letters: "17 february 2025", "monday, feb 17, 2025".
_USUAL = re.compile(
    rf"(?:({alternatives(WEEKDAYS)}),? )?"
    rf"(?:(\d{{1,2}}) ({alternatives(MONTHS)})|({alternatives(MONTHS)}) (\d{{1,2}}),?) (\d{{4}})"
)
#: A day that takes its month from the other end of a range.
BARE_DAY: Rule[BuildPartial] = Rule("day", rf"{_WEEKDAY}{_NUMBERED}(?: {_YEAR})?", "17", _day_of)


def read(phrase: str, context: Context) -> tuple[When, ...]:
    """The readings of one date; what it leaves out is found near the day of publication.

    >>> [when.edtf for when in read("q1 2025", Context())]
    ['2025-33']
    """
    hit = matching(RULES, phrase)
    return readings(hit[0].build(hit[1]), context, hit[0].name) if hit else ()


def usual_day(phrase: str) -> tuple[When, ...]:
    """The reading of a day in its usual form, the same as that of `read`; none of any other form.

    It takes the phrase as it is written, so that nothing needs to be tidied.

    >>> usual_day("Monday, February 17, 2025")[0].edtf, usual_day("17th of February, 2025")
    ('2025-02-17', ())
    """
    found = _USUAL.fullmatch(phrase.lower())
    if not found:
        return ()
    weekday, first, month, month_before, second, year = found.groups("")
    number = MONTHS[month or month_before]
    moment = a_day(int(year), number, int(first or second), WEEKDAYS.get(weekday))
    return (When(moment, rule=(_DAY_FIRST if first else _MONTH_FIRST).name),)


def end_of_range(phrase: str) -> tuple[Rule[BuildPartial], PartialDate] | None:
    """The rule that reads one end of a range, perhaps `BARE_DAY`, and what that end states.

    >>> end_of_range("q1 2025")[1].number, end_of_range("17")[1].day
    (1, 17)
    """
    hit = matching((*RULES, BARE_DAY), phrase)
    return (hit[0], hit[0].build(hit[1])) if hit else None

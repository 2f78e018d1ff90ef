"""The notations of one moment in ISO 8601 and EDTF: patterns, and what is built from their numbers."""

from __future__ import annotations

from collections.abc import Callable

from timeline.dates import moments
from timeline.dates.explanations import AS_WRITTEN, ISO_WEEK
from timeline.dates.refused import Contradiction, Refused
from timeline.dates.rule import Explanation, Rule
from timeline.model.day import plus, year_number
from timeline.model.messages import message
from timeline.model.when import Moment, Precision

INTERNATIONAL = Explanation(message("written in the international notation, year first (ISO 8601)"))


def _week_day(year: int, week: int, weekday: int) -> Moment:
    monday = moments.an_iso_week(year, week).earliest
    if not 1 <= weekday <= 7:
        raise Refused(f"there is no weekday {weekday}", "1 for Monday to 7 for Sunday")
    return Moment.day(plus(monday, weekday - 1))


def _ordinal(year: int, day: int) -> Moment:
    days = moments.a_year(year).days
    if not 1 <= day <= days:
        hint = f"{year}-001 to {year}-{days}, or year, month and day"
        raise Contradiction(f"{year} has {days} days", hint)
    return Moment.day(plus(moments.a_year(year).earliest, day - 1))


def _four_months(year: int, number: int) -> Moment:
    return moments.months(year, 4 * number - 3, 4, Precision.PART)


def _three_months(year: int, first_month: int) -> Moment:
    return moments.months(year, first_month, 3, Precision.PART)


#: Number of a part of a year -> its builder, and the season's first month or the number of the part. 21-24
#: are seasons of no stated hemisphere, read as northern unless they bound an interval, which is refused;
#: 25-28 are northern by definition. The southern
#: 29-32 are read as their months, because our words for seasons are northern.
PARTS_OF_YEAR: dict[int, tuple[Callable[[int, int], Moment], int]] = {
    **{first + step: (moments.a_season, 3 * step + 3) for first in (21, 25) for step in range(4)},
    **{29 + step: (_three_months, (3 * step + 6) % 12 + 3) for step in range(4)},
    **{33 + step: (moments.a_quarter, step + 1) for step in range(4)},
    **{37 + step: (_four_months, step + 1) for step in range(3)},
    **{40 + step: (moments.a_half, step + 1) for step in range(2)},
}
#: Those that could as well be the second of two years ("1918-39"): `When.edtf` has them in intervals only.
RARE_PARTS = frozenset({*range(25, 33), *range(37, 40)})


def _month_or_part(year: int, number: int) -> Moment:
    if number in PARTS_OF_YEAR:
        build, argument = PARTS_OF_YEAR[number]
        return build(year, argument)
    if number > 12:
        raise Refused(
            f"there is no month {number}",
            f"a month from 01 to 12, or two whole years, as in {year_number(year)}/{year_number(year + 1)}",
        )
    return moments.a_month(year, number)


def _months_from(year: int, tens: int) -> Moment:
    """Of the months 01-09 or 10-12."""
    if tens > 1:
        raise Refused(f"there is no month {tens}X", "a month from 01 to 12")
    return moments.months(year, 10 if tens else 1, 3 if tens else 9, Precision.PART)


def _days_from(year: int, month: int, tens: int) -> Moment:
    """Of the days 01-09, 10-19, 20-29 or 30-31, as far as the month goes."""
    first = moments.a_day(year, month, max(10 * tens, 1)).earliest
    month_long = moments.a_month(year, month)
    last = plus(month_long.earliest, min(10 * tens + 9, month_long.days) - 1)
    return moments.stretch(first, last)


#: Each capturing group is a number, handed to ``build`` in order.
RULES: tuple[Rule[Callable[..., Moment]], ...] = (
    Rule("ISO day", r"(-?\d{4})-(\d{2})-(\d{2})", "2025-02-17", moments.a_day, INTERNATIONAL),
    Rule(
        "EDTF month or part of a year",
        r"(-?\d{4})-(\d{2})(?:-XX)?",
        "2025-02",
        _month_or_part,
        INTERNATIONAL,
    ),
    Rule("EDTF year", r"(-?\d{4})(?:-XX(?:-XX)?)?", "2025", moments.a_year, INTERNATIONAL),
    Rule("year in three digits", r"(\d{3})", "476", moments.a_year, AS_WRITTEN),  # in ISO 8601 a decade
    Rule("ISO basic day", r"(\d{4})(\d{2})(\d{2})", "20250217", moments.a_day, INTERNATIONAL),
    Rule(
        "EDTF decade",
        r"(\d{3})X(?:-XX(?:-XX)?)?",
        "201X",
        lambda tens: moments.a_decade(10 * tens),
        INTERNATIONAL,
    ),
    Rule(
        "EDTF decade",
        r"-(\d{3})X(?:-XX(?:-XX)?)?",
        "-026X",
        lambda tens: moments.a_decade(-10 * tens - 9),
        INTERNATIONAL,
    ),
    Rule(
        "EDTF century",
        r"(\d{2})XX(?:-XX(?:-XX)?)?",
        "20XX",
        lambda hundreds: moments.a_hundred_years(100 * hundreds),
        INTERNATIONAL,
    ),
    Rule(
        "EDTF century",
        r"-(\d{2})XX(?:-XX(?:-XX)?)?",
        "-04XX",
        lambda hundreds: moments.a_hundred_years(-100 * hundreds - 99),
        INTERNATIONAL,
    ),
    Rule(
        "EDTF millennium",
        r"-(\d)XXX(?:-XX(?:-XX)?)?",
        "-1XXX",
        lambda thousands: moments.a_thousand_years(-1000 * thousands - 999),
        INTERNATIONAL,
    ),
    Rule(
        "EDTF millennium",
        r"(\d)XXX(?:-XX(?:-XX)?)?",
        "1XXX",
        lambda thousands: moments.a_thousand_years(1000 * thousands),
        INTERNATIONAL,
    ),
    Rule("EDTF unspecified month", r"(-?\d{4})-(\d)X(?:-XX)?", "2025-1X", _months_from, INTERNATIONAL),
    Rule("EDTF unspecified day", r"(-?\d{4})-(\d{2})-(\d)X", "2025-02-1X", _days_from, INTERNATIONAL),
    Rule("ISO week", r"(\d{4})-?W(\d{2})", "2025-W08", moments.an_iso_week, ISO_WEEK),
    Rule("ISO week day", r"(\d{4})-?W(\d{2})-?(\d)", "2025-W08-1", _week_day, INTERNATIONAL),
    Rule("ISO day of the year", r"(-?\d{4})-(\d{3})", "2025-048", _ordinal, INTERNATIONAL),
)

"""ISO 8601 days and EDTF (https://www.loc.gov/standards/datetime/): levels 0 and 1, and much of level 2.

Read: year, month, day, day with a clock; the qualifiers ``?`` ``~`` ``%``, which of a part of a date are
taken for the whole; unspecified digits from the right; decades; the parts of a year 21-41; intervals, also
with an open end; sets; the ISO week, day of the year and basic forms. Refused by name: an open or unknown
start, an unknown end, years before 1 and beyond 9999, exponents and significant digits.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from itertools import pairwise

from timeline.dates import moments
from timeline.dates.clock import at_place
from timeline.dates.forms import Form
from timeline.dates.moments import Refused
from timeline.dates.zones import offset_of
from timeline.model import Moment, Precision, When


def _week_day(year: int, week: int, weekday: int) -> Moment:
    monday = moments.an_iso_week(year, week).earliest
    if not 1 <= weekday <= 7:
        raise Refused(f"there is no weekday {weekday}", "1 for Monday to 7 for Sunday")
    return Moment.day(monday + timedelta(days=weekday - 1))


def _ordinal(year: int, day: int) -> Moment:
    days = moments.a_year(year).days
    if not 1 <= day <= days:
        raise Refused(f"{year} has {days} days", f"{year}-001 to {year}-{days}, or year, month and day")
    return Moment.day(date.fromordinal(date(year, 1, 1).toordinal() + day - 1))


def _four_months(year: int, number: int) -> Moment:
    return moments.months(year, 4 * number - 3, 4, Precision.PART)


#: Number of a part of a year -> what builds it, and the season's first month or the part's own number.
#: 21-24 are seasons of nobody's hemisphere, read as northern; 25-28 northern and 29-32 southern by name.
_PART_OF_YEAR: dict[int, tuple[Callable[[int, int], Moment], int]] = {
    **{first + step: (moments.a_season, 3 * step + 3) for first in (21, 25) for step in range(4)},
    **{29 + step: (moments.a_season, (3 * step + 6) % 12 + 3) for step in range(4)},
    **{33 + step: (moments.a_quarter, step + 1) for step in range(4)},
    **{37 + step: (_four_months, step + 1) for step in range(3)},
    **{40 + step: (moments.a_half, step + 1) for step in range(2)},
}
#: Those that could as well be the second of two years ("1918-39"): `When.edtf` does not write them.
_RARE = frozenset({*range(25, 33), *range(37, 40)})


def _month_or_part(year: int, number: int) -> Moment:
    if number in _PART_OF_YEAR:
        build, argument = _PART_OF_YEAR[number]
        return build(year, argument)
    if number > 12:
        raise Refused(
            f"there is no month {number}",
            f"a month from 01 to 12, or two whole years, as in {year:04}/{year + 1:04}",
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
    last = moments.a_month(year, month).latest
    return moments.stretch(first, last.replace(day=min(10 * tens + 9, last.day)))


#: Each capturing group is a number, handed to ``build`` in order.
FORMS: tuple[Form[Callable[..., Moment]], ...] = (
    Form("ISO day", r"(\d{4})-(\d{2})-(\d{2})", "2025-02-17", moments.a_day),
    Form("EDTF month or part of a year", r"(\d{4})-(\d{2})(?:-XX)?", "2025-02", _month_or_part),
    Form("EDTF year", r"(\d{4})(?:-XX(?:-XX)?)?", "2025", moments.a_year),
    Form("ISO basic day", r"(\d{4})(\d{2})(\d{2})", "20250217", moments.a_day),
    Form("EDTF decade", r"(\d{3})(?:X(?:-XX(?:-XX)?)?)?", "201X", lambda tens: moments.a_decade(10 * tens)),
    Form(
        "EDTF century",
        r"(\d{2})XX(?:-XX(?:-XX)?)?",
        "20XX",
        lambda hundreds: moments.a_hundred_years(100 * hundreds),
    ),
    Form("EDTF unspecified month", r"(\d{4})-(\d)X(?:-XX)?", "2025-1X", _months_from),
    Form("EDTF unspecified day", r"(\d{4})-(\d{2})-(\d)X", "2025-02-1X", _days_from),
    Form("ISO week", r"(\d{4})-?W(\d{2})", "2025-W08", moments.an_iso_week),
    Form("ISO week day", r"(\d{4})-?W(\d{2})-?(\d)", "2025-W08-1", _week_day),
    Form("ISO day of the year", r"(\d{4})-(\d{3})", "2025-048", _ordinal),
)

_MINUTE = re.compile(
    r"(\d{4})(?P<dash>-?)(\d{2})(?P=dash)(\d{2})(?:T| (?!.*-\d\d$))(\d{2}):?(\d{2})"
    r"(?::?[0-5]\d(?:[.,]\d+)?)?"
    r"(?P<offset>Z| ?[+-]\d{2}(?::?\d{2})?)?"
)
#: A date with qualifiers before or after its parts: "2025-02-~17".
_QUALIFIED = re.compile(r"[?~%]?[\dX]{4}[?~%]?(?:-[?~%]?[\dX]{2}[?~%]?){1,2}")
_RANGE = re.compile(r"([^\[\]{}.,/]+)\.\.([^\[\]{}.,/]+)")
_SET = re.compile(r"\[([^\[\]{}/]+)\]|\{([^\[\]{}/]+)\}")
_NO_QUALIFIERS = str.maketrans("", "", "?~%")
_TWO_YEARS = re.compile(r"(\d{4})-(\d{2})")

_YEARS = "a year from 0001 to 9999"

#: What is EDTF or ISO by its looks and not read, by name.
_REFUSED: tuple[tuple[str, str, str], ...] = (
    (r"(?:\.\.)? ?/.+|[\[{]\.\..*", "an open or unknown start is not read", "both ends, or only the end"),
    (r".+/", "the end is left blank, which means unknown", "`/..` for what is still going on"),
    (r"[\[{].*\.\.[\]}]", "a set with an open end is not read", "the last possible day too"),
    (r"Y-?\d.*", "years with Y (beyond 9999, or with exponents) are not read", _YEARS),
    (r"-\d{4}(?:-.*)?", "years before our era are not read", _YEARS),
    (r"\d{5,}-.*|\d{5,7}|\d{9,}", "that is no year, nor a day in eight digits", "2025-02-17"),
    (r"\d{4}/\d{2}", "the second year has two digits", "both years in full, as in 2024/2025"),
    (
        r"\d{3,4}S\d+|Y?-?\d+S\d+",
        "significant digits (S) are not read",
        "the decade or century, as in 195X",
    ),
    (r"\d{4}-\d\d-\d\d/\d{1,2}(?:-\d\d)?", "the end is not written in full", "2025-02-17/2025-02-18"),
    (
        r"[\dX]{4}-[\dX]{2}(?:-[\dX]{2})?|[\dX]{4}",
        "digits are unspecified (X) from the right only",
        "2025-02-XX, 2025 or 202X",
    ),
)
_REASONS = tuple((re.compile(pattern), reason, hint) for pattern, reason, hint in _REFUSED)


def read(text: str, zone: str = "") -> tuple[When, ...] | None:
    """The readings of ISO or EDTF text; None when it is neither, Refused raised when it is at fault.

    >>> [when.edtf for when in read("2025-02-17/..")]
    ['2025-02-17/..']
    """
    for shape in (_single, _interval, _set):
        found = shape(text, zone)
        if found:
            return found
    for pattern, reason, hint in _REASONS:
        if pattern.fullmatch(text):
            raise Refused(reason, hint)
    return None


def _single(text: str, zone: str) -> tuple[When, ...]:
    found = _moment(text, zone)
    return (When(found[1], rule=found[0]), *_two_years(text)) if found else ()


def _two_years(text: str) -> tuple[When, ...]:
    """ "2023-24" is a winter of EDTF, "2009-10" a month, and both may be two years: a choice."""
    found = _TWO_YEARS.fullmatch(text)
    first, number = (int(found[1]), int(found[2])) if found else (0, 0)
    last = first // 100 * 100 + number
    is_usual = number <= 12 or number in _RARE or (number in _PART_OF_YEAR and last == first + 1)
    if is_usual and last > first:
        return (When(moments.a_year(first), moments.a_year(last), rule="two years"),)
    return ()


def _interval(text: str, zone: str) -> tuple[When, ...]:
    if "/" not in text:
        return ()
    left, _, right = (side.strip() for side in text.partition("/"))
    start, end = _moment(left, zone), _moment(right, zone)
    if start and right == "..":
        return (When(start[1], rule="EDTF interval with an open end", open_end=True),)
    return (span(start[1], end[1], "EDTF interval"),) if start and end else ()


def _set(text: str, zone: str) -> tuple[When, ...]:
    """``[a, b]`` is one of the two: each is a reading. ``{a, b}`` is both: neighbouring days are a span."""
    found = _SET.fullmatch(text)
    members = [_ends(member, zone) for member in (found[1] or found[2]).split(",")] if found else []
    known = [ends for ends in members if ends]
    if not found or len(known) != len(members):
        return ()
    if found[1]:
        return tuple(When(_between(*ends), rule="EDTF one of a set") for ends in known)
    if any((after.earliest - before.latest).days != 1 for (_, before), (after, _) in pairwise(known)):
        raise Refused("a set of dates that do not touch is not one date", "one event for each")
    first, last = known[0][0], known[-1][1]
    return (
        When(first, rule="EDTF all of a set") if first == last else span(first, last, "EDTF all of a set"),
    )


def _ends(text: str, zone: str) -> tuple[Moment, Moment] | None:
    """First and last of one member of a set: the same twice, or those of ``a..b``."""
    ends = _RANGE.fullmatch(text.strip())
    first, last = (_moment(side.strip(), zone) for side in (ends.groups() if ends else (text, text)))
    return (first[1], last[1]) if first and last else None


def span(start: Moment, end: Moment, rule: str) -> When:
    """From ``start`` to ``end``; Refused raised when it ends before it begins."""
    first, last = (start.earliest, start.clock or time.min), (end.latest, end.clock or time.max)
    if last < first:
        raise Refused("it ends before it begins", "the earlier date first")
    return When(start, end, rule=rule)


def _moment(text: str, zone: str) -> tuple[str, Moment] | None:
    """Name of the form and moment, if it is one."""
    if text.startswith("["):
        one_of = _SET.fullmatch(text)
        ends = _ends(one_of[1], zone) if one_of and ".." in text else None
        return ("EDTF one of a set", _between(*ends)) if ends else None
    bare = text.translate(_NO_QUALIFIERS)
    if bare != text and text[:-1] != bare and not _QUALIFIED.fullmatch(text):
        return None
    for form in FORMS:
        found = form.compiled.fullmatch(bare)
        if found:
            moment = form.build(*map(int, found.groups()))
            return form.name, _qualified(moment, text) if bare != text else moment
    clock = _MINUTE.fullmatch(text)
    return ("ISO day and time", _minute(clock, zone)) if clock else None


def _qualified(moment: Moment, text: str) -> Moment:
    return replace(
        moment,
        approximate="~" in text or "%" in text,
        uncertain="?" in text or "%" in text,
    )


def _minute(found: re.Match[str], zone: str) -> Moment:
    """Seconds are left out: no chart shows them."""
    year, month, day, hour, minute = (int(found[group]) for group in (1, 3, 4, 5, 6))
    if hour > 23 or minute > 59:
        raise Refused(f"there is no clock time {hour:02}:{minute:02}", "a time from 00:00 to 23:59")
    whole, clock = moments.a_day(year, month, day).earliest, time(hour, minute)
    # Without an offset the clocks of the zone must show that minute, and once only.
    written = (found["offset"] or zone).strip()
    offset = offset_of(written, datetime.combine(whole, clock))
    return at_place(whole, clock, offset, zone)


def _between(first: Moment, last: Moment) -> Moment:
    """One imprecise moment from the first to the last."""
    if first == last:
        return first
    return replace(
        moments.stretch(first.earliest, last.latest),
        approximate=first.approximate or last.approximate,
        uncertain=first.uncertain or last.uncertain,
    )

"""ISO 8601 days and EDTF (https://www.loc.gov/standards/datetime/): levels 0 and 1, and some of level 2.

Read: year, month, day, day with a clock; the qualifiers ``?`` ``~`` ``%``; unspecified digits from the
right; seasons 21-24, quarters 33-36, halves 40-41; intervals, also with an open end; one-of sets; the
ISO week and basic day. Refused by name: an open or unknown start, an unknown end, years before 1 and
beyond 9999, exponents, all-of sets and qualifiers of single parts.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, time

from timeline.dates import moments
from timeline.dates.clock import at_place, read_offset
from timeline.dates.moments import Refused
from timeline.model import Moment, When


@dataclass(frozen=True, slots=True)
class Form:
    """One spelling of a moment: its name, pattern, an example, and what the found numbers come to."""

    name: str
    pattern: str
    example: str
    build: Callable[..., Moment]


def _week(year: int, week: int, weekday: int | None = None) -> Moment:
    try:
        day = date.fromisocalendar(year, week, weekday or 1)
    except ValueError as error:
        raise Refused(f"{year} has no such week or weekday", "a week from W01 to W52 or W53") from error
    return Moment.day(day) if weekday else moments.a_week(day)


def _ordinal(year: int, day: int) -> Moment:
    days = moments.a_year(year).days
    if not 1 <= day <= days:
        raise Refused(f"{year} has {days} days", f"{year}-001 to {year}-{days}, or year, month and day")
    return Moment.day(date.fromordinal(date(year, 1, 1).toordinal() + day - 1))


_PART_OF_YEAR: dict[int, tuple[Callable[[int, int], Moment], int]] = {
    number: (moments.a_season, 3 * number - 60) for number in (21, 22, 23, 24)
}
_PART_OF_YEAR |= {number: (moments.a_quarter, number - 32) for number in (33, 34, 35, 36)}
_PART_OF_YEAR |= {number: (moments.a_half, number - 39) for number in (40, 41)}


def _month_or_part(year: int, number: int) -> Moment:
    if number in _PART_OF_YEAR:
        build, argument = _PART_OF_YEAR[number]
        return build(year, argument)
    if number > 12:
        raise Refused(
            f"there is no month {number}",
            f"a month from 01 to 12, or two whole years, as in {year}/{year + 1}",
        )
    return moments.a_month(year, number)


#: Each capturing group is a number, handed to ``build`` in order.
FORMS = (
    Form("ISO day", r"(\d{4})-(\d{2})-(\d{2})", "2025-02-17", moments.a_day),
    Form("ISO basic day", r"(\d{4})(\d{2})(\d{2})", "20250217", moments.a_day),
    Form("EDTF month or part of a year", r"(\d{4})-(\d{2})(?:-XX)?", "2025-02", _month_or_part),
    Form("EDTF year", r"(\d{4})(?:-XX(?:-XX)?)?", "2025", moments.a_year),
    Form("EDTF decade", r"(\d{3})X", "201X", lambda tens: moments.a_decade(10 * tens)),
    Form("EDTF century", r"(\d{2})XX", "20XX", lambda hundreds: moments.a_hundred_years(100 * hundreds)),
    Form("ISO week", r"(\d{4})-W(\d{2})", "2025-W08", _week),
    Form(
        "ISO week day",
        r"(\d{4})-W(\d{2})-(\d)",
        "2025-W08-1",
        _week,
    ),
    Form("ISO day of the year", r"(\d{4})-(\d{3})", "2025-048", _ordinal),
)

_QUALIFIERS = {"?": (False, True), "~": (True, False), "%": (True, True)}
_MINUTE = re.compile(
    r"(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2})(?::[0-5]\d(?:\.\d+)?)?"
    r"(?P<offset>Z| ?[+-]\d{2}(?::?\d{2})?)?"
)
_SET = re.compile(r"\[([^\[\].,/]+)\.\.([^\[\].,/]+)\]")
_LIST = re.compile(r"\[([^\[\]./]+(?:,[^\[\]./]+)+)\]")

_YEARS = "a year from 0001 to 9999"

#: What is EDTF or ISO by its looks and not read, by name.
REFUSED: tuple[tuple[str, str, str], ...] = (
    (r"(?:\.\.)? ?/.+|\[\.\..*", "an open or unknown start is not read", "both ends, or only the end"),
    (r".+/", "the end is left blank, which means unknown", "`/..` for what is still going on"),
    (r"\[.*\.\.\]", "a set with an open end is not read", "the last possible day too"),
    (r"\{.*\}", "a set of all its dates is not read", "one event for each day"),
    (r"Y-?\d.*", "years with Y (beyond 9999, or with exponents) are not read", _YEARS),
    (r"-\d{4}(?:-.*)?", "years before our era are not read", _YEARS),
    (r"\d{5,}-.*|\d{5,7}|\d{9,}", "that is no year, nor a day in eight digits", "2025-02-17"),
    (r"\d{4}/\d{2}", "the second year has two digits", "both years in full, as in 2024/2025"),
    (
        r"[?~%]?\d{4}[?~%]?-[?~%]?\d\d[?~%]?(?:-[?~%]?\d\d)?[?~%]?",
        "a qualifier inside a date is not read",
        "the qualifier at the end, as in 2025-02-17~",
    ),
    (
        r"[\dX]{4}-[\dX]{2}(?:-[\dX]{2})?|[\dX]{4}",
        "digits are unspecified (X) from the right only",
        "2025-02-XX, 2025 or 202X",
    ),
)


def read(text: str, zone: str = "") -> tuple[When, ...] | None:
    """The readings of ISO or EDTF text; None when it is neither, Refused raised when it is at fault.

    >>> [when.edtf for when in read("2025-02-17/..")]
    ['2025-02-17/..']
    """
    for shape in (_single, _interval, _list):
        found = shape(text, zone)
        if found:
            return found
    for pattern, reason, hint in REFUSED:
        if re.fullmatch(pattern, text):
            raise Refused(reason, hint)
    return None


def _single(text: str, zone: str) -> tuple[When, ...]:
    found = _moment(text, zone)
    return (When(found[1], rule=found[0]),) if found else ()


def _interval(text: str, zone: str) -> tuple[When, ...]:
    left, _, right = (side.strip() for side in text.partition("/"))
    start, end = _moment(left, zone), _moment(right, zone)
    if start and right == "..":
        return (When(start[1], rule="EDTF interval with an open end", open_end=True),)
    return (span(start[1], end[1], "EDTF interval"),) if start and end else ()


def _list(text: str, zone: str) -> tuple[When, ...]:
    """``[a, b]`` is one of the two: each is a reading."""
    found = _LIST.fullmatch(text)
    each = [_moment(member.strip(), zone) for member in found[1].split(",")] if found else []
    return (
        tuple(When(member[1], rule="EDTF one of a set") for member in each if member) if all(each) else ()
    )


def span(start: Moment, end: Moment, rule: str) -> When:
    """From ``start`` to ``end``; Refused raised when it ends before it begins."""
    first, last = (start.earliest, start.clock or time.min), (end.latest, end.clock or time.max)
    if last < first:
        raise Refused("it ends before it begins", "the earlier date first")
    return When(start, end, rule=rule)


def _moment(text: str, zone: str) -> tuple[str, Moment] | None:
    """Name of the form and moment, if it is one."""
    clock, days = _MINUTE.fullmatch(text), _SET.fullmatch(text)
    if clock:
        return "ISO day and time", _minute(clock, zone)
    if days:
        first, last = _moment(days[1], zone), _moment(days[2], zone)
        return ("EDTF one of a set", _between(first[1], last[1])) if first and last else None
    bare, mark = (text[:-1], text[-1]) if text[-1:] in _QUALIFIERS else (text, "")
    approximate, uncertain = _QUALIFIERS.get(mark, (False, False))
    for form in FORMS:
        found = re.fullmatch(form.pattern, bare)
        if found:
            moment = form.build(*(int(number) for number in found.groups()))
            return form.name, replace(moment, approximate=approximate, uncertain=uncertain)
    return None


def _minute(found: re.Match[str], zone: str) -> Moment:
    """Seconds are left out: no chart shows them."""
    year, month, day, hour, minute = (int(number) for number in found.groups()[:5])
    if hour > 23 or minute > 59:
        raise Refused(f"there is no clock time {hour:02}:{minute:02}", "a time from 00:00 to 23:59")
    offset = read_offset((found["offset"] or "").strip())
    return at_place(moments.a_day(year, month, day).earliest, time(hour, minute), offset, zone)


def _between(first: Moment, last: Moment) -> Moment:
    return replace(
        moments.stretch(first.earliest, last.latest),
        approximate=first.approximate or last.approximate,
        uncertain=first.uncertain or last.uncertain,
    )

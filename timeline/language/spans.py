"""Patterns for a span of days: "12–16 February 2025", "12.–16. Februar 2025", "2025年2月12日～16日".

Both ends are written by the pattern of a single day, in which the month has its full name. CLDR's own
patterns of intervals abbreviate the month and may order the fields differently, so only their separator is
used.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import takewhile

from timeline.language import cldr
from timeline.model.day import CalendarDay


def span_patterns(tag: str, first: CalendarDay, last: CalendarDay) -> tuple[str, str, str]:
    """The pattern of the first day, the separator, and the pattern of the last day."""
    if (first.year, first.month) == (last.year, last.month):
        return _within_a_month(tag)
    day = cldr.day_pattern(tag)
    separator = _suffix_and_separator(tag)[1]
    if " " in day and not _has_letters(separator):
        separator = f" {separator} "
    return _without_year(tag) if first.year == last.year else day, separator, day


@cache
def _within_a_month(tag: str) -> tuple[str, str, str]:
    """The pattern of a single day, divided at its day: for "MMMM d, y" these are "MMMM d" and "d, y"."""
    pieces = cldr.split_pattern(cldr.day_pattern(tag))
    day = 2 * pieces[1::2].index("d") + 1
    suffix, separator = _suffix_and_separator(tag)
    if not pieces[day + 1].startswith(suffix):
        suffix = ""
    return (
        cldr.join_pattern([*pieces[: day + 1], suffix]),
        separator,
        cldr.join_pattern(["", *pieces[day:]]),
    )


@cache
def _without_year(tag: str) -> str:
    """The pattern of a day without its year; with it, where the year does not come last."""
    with_year, without = cldr.day_pattern(tag), cldr.skeleton_pattern(tag, "MMMMd")
    fields = _fields(without)
    return without if len(fields) == 2 and _fields(with_year)[:2] == fields else with_year


@cache
def _suffix_and_separator(tag: str) -> tuple[str, str]:
    """What CLDR writes between two days of a month, divided: the end of the first day, and the separator.

    The text in question stands between the last field of the first part and the first field of the second
    part. What also follows the same field in the second part belongs to the day, such as the full stop of
    "12.". A separator with letters keeps its spaces. If CLDR has no separator, it is a dash.
    """
    parts = cldr.interval_parts(tag)
    if not parts:
        return "", "–"
    first, second = map(cldr.split_pattern, parts)
    between, field = first[-1], first[-2]
    after = dict(zip(second[1::2], second[2::2], strict=True)).get(field, "")
    shared = takewhile(lambda pair: pair[0] == pair[1], zip(between, after, strict=False))
    suffix = "".join(character for character, _ in shared).rstrip()
    separator = between[len(suffix) :] + second[0]
    if not separator.strip():
        return "", "–"
    return suffix, separator if _has_letters(separator) else separator.strip()


def _has_letters(separator: str) -> bool:
    return re.search(r"\w", separator) is not None


def _fields(pattern: str) -> list[str]:
    """The fields of a pattern; CLDR writes a month as L instead of M where it stands alone."""
    return [field.replace("L", "M") for field in cldr.split_pattern(pattern)[1::2]]

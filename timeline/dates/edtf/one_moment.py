"""Reads one moment of ISO 8601 and EDTF, alone or as an end of an interval or a member of a set."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, time

from timeline.dates import moments
from timeline.dates.edtf.notations import RULES
from timeline.dates.refused import Refused
from timeline.dates.rule import Table
from timeline.dates.zones import at_place
from timeline.model.when import Moment

_MINUTE = re.compile(
    r"(\d{4})(?P<dash>-?)(\d{2})(?P=dash)(\d{2})(?:T| (?!.*-\d\d$))(\d{2}):?(\d{2})"
    r"(?::?([0-5]\d)(?:[.,]\d+)?)?"
    r"(?P<offset>Z| ?[+-]\d{2}(?::?\d{2})?)?"
)
#: A date with qualifiers before or after its parts: "2025-02-~17".
_QUALIFIED = re.compile(r"[?~%]?-?[\dX]{4}[?~%]?(?:-[?~%]?[\dX]{2}[?~%]?){1,2}")
_RANGE = re.compile(r"([^\[\]{}.,/]+)\.\.([^\[\]{}.,/]+)")
#: One of several, or all of them.
SET = re.compile(r"\[([^\[\]{}/]+)\]|\{([^\[\]{}/]+)\}")
_NO_QUALIFIERS = str.maketrans("", "", "?~%")
_NOTATIONS = Table({rule.pattern: rule for rule in RULES})
#: Of no stated hemisphere.
_SEASON = re.compile(r"(-?\d{4})-(2[1-4])(?:-XX)?")


def read(text: str, zone: str) -> tuple[str, tuple[Moment, ...]]:
    """The name of the rule and the moment it reads; two moments for a clock time that was shown twice."""
    if text != text.upper():  # no notation has a small letter
        return "", ()
    if text.startswith("["):
        one_of = SET.fullmatch(text)
        ends = ends_of(one_of[1], zone) if one_of and ".." in text else None
        return "EDTF one of a set", (between(*ends),) if ends else ()
    found = _NOTATIONS.fullmatch(text)
    if found:
        rule, numbers = found
        return rule.name, (rule.build(*map(int, numbers)),)
    found = _NOTATIONS.fullmatch(_without_qualifiers(text))
    if found:
        rule, numbers = found
        return rule.name, (_qualified(rule.build(*map(int, numbers)), text),)
    clock = _MINUTE.fullmatch(text)
    return "ISO day and time", _minutes(clock, zone) if clock else ()


def _without_qualifiers(text: str) -> str:
    """The notation that is qualified; "" if none is, or not where a qualifier may stand."""
    bare = text.translate(_NO_QUALIFIERS)
    return bare if text[:-1] == bare or _QUALIFIED.fullmatch(text) else ""


def _qualified(moment: Moment, text: str) -> Moment:
    return replace(
        moment,
        approximate="~" in text or "%" in text,
        uncertain="?" in text or "%" in text,
    )


def _minutes(found: re.Match[str], zone: str) -> tuple[Moment, ...]:
    year, month, day, hour, minute, second = (int(found[group] or 0) for group in (1, 3, 4, 5, 6, 7))
    if hour > 23 or minute > 59:
        raise Refused(f"there is no clock time {hour:02}:{minute:02}", "a time from 00:00 to 23:59")
    whole = moments.a_day(year, month, day).earliest
    if not isinstance(whole, date):
        raise Refused("clock times before the year 1 are not read", "the day alone")
    return at_place(whole, time(hour, minute, second), (found["offset"] or "").strip(), zone)


def ends_of(text: str, zone: str) -> tuple[Moment, Moment] | None:
    """First and last of one member of a set: the same twice, or those of ``a..b``."""
    ends = _RANGE.fullmatch(text.strip())
    if ends:
        check_hemispheres(*ends.groups())
    first, last = (_only_one(side.strip(), zone) for side in (ends.groups() if ends else (text, text)))
    return (first, last) if first and last else None


def _only_one(text: str, zone: str) -> Moment | None:
    """The one moment that ``text`` is, in a set."""
    _, readings = read(text, zone)
    if len(readings) > 1:
        raise Refused("the clocks show that time twice", "its offset, as in 2025-10-26T02:30+01:00")
    return readings[0] if readings else None


def between(first: Moment, last: Moment) -> Moment:
    """One imprecise moment from the first to the last."""
    if first == last:
        return first
    return replace(
        moments.stretch(first.earliest, last.latest),
        approximate=first.approximate or last.approximate,
        uncertain=first.uncertain or last.uncertain,
    )


def check_hemispheres(*ends: str) -> None:
    """Raises Refused for a bound such as 2025-21, a spring of either half of the year.

    In an interval `When.edtf` states the hemisphere.
    """
    for end in ends:
        season = _SEASON.fullmatch(end.translate(_NO_QUALIFIERS))
        if season:
            year, number = season[1], int(season[2])
            raise Refused(
                "a season of no stated hemisphere does not bound an interval",
                f"{year}-{number + 4} in the north, {year}-{number + 8} in the south, or its months",
            )

"""Clock times: ``time:`` of an event file, and the clock within a phrase such as "Monday, 4 pm GMT"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, time, timedelta

from timeline.dates.english.clock import am_pm
from timeline.dates.english.vocabulary import PART_OF_DAY
from timeline.dates.refused import Refused
from timeline.dates.spans import spans_between
from timeline.dates.zones import at_place
from timeline.model.when import When

_CLOCK = (
    r"(?:\d{1,2}:\d{2}(?::[0-5]\d)?(?: ?[ap]m)?|\d{1,2}(?:\.\d{2})? ?[ap]m"
    r"|\d{1,2}\.[0-5]\d(?= ?(?:gmt|utc)\b)|(?<=at )\d{1,2}\.[0-5]\d|(?:12 )?(?:noon|midday))"
)
#: The first of two may take its am or pm from the second: "4-7 pm".
_FIRST = rf"(?:{_CLOCK}|\d{{1,2}}(?:\.\d{{2}})?(?= ?(?:[-–/]|to|until) ?\d{{1,2}}(?:[.:]\d{{2}})? ?[ap]m))"
_DASH = r"(?: ?[-–/] ?| to | until )"
#: A minus sign that may be a dash ("10:00-12") counts only with "UTC", a colon or a leading zero.
_ZONE = (
    r"(?P<zone>(?:(?:utc|gmt) ?[+-]| ?\+)\d{1,2}(?::?\d{2})?| ?-(?:\d{1,2}:\d{2}|0\d{3})"
    r"|[a-z]+/[a-z_/]+|[a-z]{1,5}|[a-z]+(?: [a-z]+)? time)"
)
_PLAIN_ZONE = r"(?P<zone>utc|gmt|[ecmp][sd]?t|cest|eest?|bst|ist|jst|kst|msk)"
_CLOCKS = rf"(?:at |from |@ )?(?P<start>{_FIRST})(?:{_DASH}(?P<end>{_CLOCK}))?"
_IS_CLOCKS = re.compile(_CLOCKS)
#: A clock, or two, at the end or at the beginning of a phrase in small letters without commas.
_IN_PHRASE = (
    re.compile(rf"(?P<rest>.+?) {_CLOCKS}(?: ?{_ZONE})?"),
    re.compile(rf"{_CLOCKS}(?: {_ZONE})? on (?P<rest>.+)"),
    re.compile(rf"{_CLOCKS}(?: {_PLAIN_ZONE})? (?P<rest>.+)"),
)
#: "8:15 in the evening" -> "8:15", "evening".
_PART_LAST = re.compile(rf"(?P<rest>.+?) (?:in the|at) (?P<part>{PART_OF_DAY})")
_PARTS = re.compile(
    r"(?P<hour>\d{1,2})(?:[:.h](?P<minute>\d{2}))?(?::(?P<second>[0-5]\d))? ?(?P<half>[ap]m)?"
)
_HALF = re.compile(r"[ap]\.?m\.?$")
_LAST_HOUR, _LAST_MINUTE, _HALF_DAY = 23, 59, 12


@dataclass(frozen=True, slots=True)
class Clock:
    """A clock time, or a span of two, and the zone written beside it, or ""."""

    start: time
    end: time | None = None
    zone: str = ""


def read_clock(text: str) -> time | None:
    """A clock time of 24 or 12 hours; None when the text is something else.

    >>> read_clock("16:00"), read_clock("4.30 p.m."), read_clock("24:00"), read_clock("4")
    (datetime.time(16, 0), datetime.time(16, 30), None, None)
    """
    words = text.strip().lower().replace("\u00a0", " ").replace("p.m.", "pm").replace("a.m.", "am")
    if words.removeprefix("12 ") in ("noon", "midday"):
        return time(12)
    found = _PARTS.fullmatch(words)
    if not (found and words.isascii()) or not (found["minute"] or found["half"]):
        return None
    hour, minute, second = (int(found[name] or 0) for name in ("hour", "minute", "second"))
    if found["half"]:
        if not 1 <= hour <= _HALF_DAY:
            return None
        hour = hour % _HALF_DAY + (_HALF_DAY if found["half"] == "pm" else 0)
    return time(hour, minute, second) if hour <= _LAST_HOUR and minute <= _LAST_MINUTE else None


def read_span(text: str) -> tuple[time, time | None] | None:
    """A clock time, or two with "/", a dash or "to" between them; None when the text is something else.

    The second may be the earlier one ("22:00/02:00"), if the event lasts until another day. The first may
    take its "am" or "pm" from the second.

    >>> read_span("16:00/19:00"), read_span("16:00"), read_span("16:00/25:00")
    ((datetime.time(16, 0), datetime.time(19, 0)), (datetime.time(16, 0), None), None)
    >>> read_span("11-1 pm")
    (datetime.time(11, 0), datetime.time(13, 0))
    """
    first, *more = re.split(r" ?[-–/] ?| to ", text.strip(), maxsplit=1)
    if not more:
        begins = read_clock(first)
        return (begins, None) if begins else None
    ends = read_clock(more[0])
    begins = (_with_half_of(first, more[0], ends) if ends else None) or read_clock(first)
    return (begins, ends) if begins and ends else None


def _with_half_of(first: str, second: str, ends: time) -> time | None:
    """The first of "4-7 pm": in the half day of the second, or in the one before if it would be later."""
    if not _HALF.search(second.lower()) or _HALF.search(first.lower()):
        return None
    half, other = ("am", "pm") if ends.hour < _HALF_DAY else ("pm", "am")
    begins = read_clock(f"{first} {half}")
    return begins if begins and begins < ends else read_clock(f"{first} {other}")


def take_clock(phrase: str) -> tuple[str, tuple[Clock, ...]] | None:
    """The phrase without its clock time, and the times that may be meant; None when it has no clock time.

    ``phrase`` is in small letters, without commas. A part of the day in the phrase ("evening") decides
    between am and pm; without one "2:30" may be two times, "02:30" and "14:30" only one. Raises Refused for
    an impossible time, and for one outside that part of the day.

    >>> take_clock("17 february 2025 at 4-7 pm gmt")[1]
    (Clock(start=datetime.time(16, 0), end=datetime.time(19, 0), zone='gmt'),)
    >>> [clock.start.hour for clock in take_clock("monday at 2:30")[1]], take_clock("monday evening 8:15")
    ([2, 14], ('monday evening', (Clock(start=datetime.time(20, 15), end=None, zone=''),)))
    """
    trailing = _PART_LAST.fullmatch(phrase)
    whole, part = (trailing["rest"], f" {trailing['part']}") if trailing else (phrase, "")
    for pattern in _IN_PHRASE:
        found = pattern.fullmatch(whole)
        if found:
            parts = found.groupdict()
            written = f"{parts['start']}/{parts['end']}" if parts["end"] else parts["start"]
            times = read_span(written)
            if times is None:
                raise Refused(f"there is no clock time {written}", "a time from 00:00 to 23:59")
            rest = parts["rest"] + part
            shown = am_pm.readings(written, times, rest)
            return rest, tuple(Clock(*each, parts.get("zone") or "") for each in shown)
    return None


def is_clock(phrase: str) -> bool:
    """Whether the phrase is a clock time, or two, and nothing else.

    >>> is_clock("at 4-7 pm"), is_clock("4 march")
    (True, False)
    """
    return bool(_IS_CLOCKS.fullmatch(phrase))


def set_clock(when: When, clock: Clock, zone: str, region: str = "") -> tuple[When, ...]:
    """``when``, which must be one day, at that time: two readings in an hour that the clocks show twice.

    A span from an afternoon or evening to an earlier clock time ends in the morning of the next day.
    ``zone`` is that of the event, ``region`` the country of its language (`zones.at_place`). Raises
    Refused for anything longer than a day.
    """
    if when.start.clock:
        raise Refused("there are two clock times", "one, or a span, as in 16:00-18:00")
    day = when.start.earliest
    if not when.is_one_day:
        raise Refused("a clock time needs one certain day", "the day, as in 17 February 2025, 16:00")
    if not isinstance(day, date):
        raise Refused("clock times before the year 1 are not read", "the day alone")
    starts = at_place(day, clock.start, clock.zone, zone, region)
    if clock.end is None:
        return tuple(When(start, rule=when.rule) for start in starts)
    if clock.end < clock.start:
        if clock.end.hour >= _HALF_DAY or clock.start.hour < _HALF_DAY:
            raise Refused("it ends before it begins", "two days, as in 2025-02-17T22:00/2025-02-18T02:00")
        day += timedelta(days=1)
    return spans_between(starts, at_place(day, clock.end, clock.zone, zone, region), when.rule)

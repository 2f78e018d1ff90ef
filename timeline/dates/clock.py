"""Clock times: ``time:`` of an event file, and the clock within a phrase such as "Monday, 4 pm GMT"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

from timeline.dates.moments import Refused
from timeline.model import Moment, When

_CLOCK = r"(?:\d{1,2}:\d{2}(?::00)?(?: ?[ap]m)?|\d{1,2}(?:\.\d{2})? ?[ap]m|(?:12 )?noon)"
_DASH = r"(?: ?[-–/] ?| to | until )"
_ZONE = r"(?P<zone>(?:utc|gmt)?[+-]\d{1,2}(?::?\d{2})?|[a-z]{1,5})"
_CLOCKS = rf"(?P<start>{_CLOCK})(?:{_DASH}(?P<end>{_CLOCK}))?"
#: A clock, or two, at the end or at the beginning of a phrase in small letters without commas.
_IN_PHRASE = (
    re.compile(rf"(?P<rest>.+?)(?: at| from| @)? {_CLOCKS}(?: ?{_ZONE})?"),
    re.compile(rf"(?:at |from )?{_CLOCKS}(?: {_ZONE})? on (?P<rest>.+)"),
    re.compile(rf"(?:at |from )?{_CLOCKS}(?: (?P<zone>utc|gmt))? (?P<rest>.+)"),
)
_PARTS = re.compile(r"(?P<hour>\d{1,2})(?:[:.](?P<minute>\d{2}))?(?::00)? ?(?P<half>[ap]m)?")
_OFFSET = re.compile(r"(?:utc|gmt)?(?:(?P<sign>[+-])(?P<hours>\d{1,2})(?::?(?P<minutes>\d{2}))?)?|z")
_LAST_HOUR, _LAST_MINUTE, _HALF_DAY, _LARGEST_OFFSET = 23, 59, 12, timedelta(hours=14)


@dataclass(frozen=True, slots=True)
class Clock:
    """A clock time or a span of the clock, and its offset from UTC when one was written."""

    start: time
    end: time | None = None
    offset: timedelta | None = None


def read_clock(text: str) -> time | None:
    """A clock time in 24 or 12 hours, to the minute; None when it is none.

    >>> read_clock("16:00"), read_clock("4.30 p.m."), read_clock("24:00"), read_clock("4")
    (datetime.time(16, 0), datetime.time(16, 30), None, None)
    """
    words = text.strip().lower().replace("\u00a0", " ").replace("p.m.", "pm").replace("a.m.", "am")
    if words in ("noon", "12 noon"):
        return time(12)
    found = _PARTS.fullmatch(words)
    if not (found and words.isascii()) or not (found["minute"] or found["half"]):
        return None
    hour, minute = int(found["hour"]), int(found["minute"] or 0)
    if found["half"]:
        if not 1 <= hour <= _HALF_DAY:
            return None
        hour = hour % _HALF_DAY + (_HALF_DAY if found["half"] == "pm" else 0)
    return time(hour, minute) if hour <= _LAST_HOUR and minute <= _LAST_MINUTE else None


def read_span(text: str) -> tuple[time, time | None] | None:
    """A clock time, or two with "/", a dash or "to" between them; None when it is neither.

    The second may be the earlier one ("22:00/02:00"): that is for the days of the event to explain.

    >>> read_span("16:00/19:00"), read_span("16:00"), read_span("16:00/25:00")
    ((datetime.time(16, 0), datetime.time(19, 0)), (datetime.time(16, 0), None), None)
    """
    start, *more = re.split(r" ?[-–/] ?| to ", text.strip(), maxsplit=1)
    begins, ends = read_clock(start), read_clock(more[0]) if more else None
    if begins is None or (more and ends is None):
        return None
    return begins, ends


def take_clock(phrase: str) -> tuple[str, Clock] | None:
    """The phrase without its clock, and the clock; None when there is no clock in it.

    ``phrase`` is in small letters, without commas. Raises Refused for a clock that is not on the dial and
    for zones named by letters: IST is India, Ireland or Israel.

    >>> take_clock("17 february 2025 at 4 pm gmt")
    ('17 february 2025', Clock(start=datetime.time(16, 0), end=None, offset=datetime.timedelta(0)))
    """
    for pattern in _IN_PHRASE:
        found = pattern.fullmatch(phrase)
        if found:
            parts = found.groupdict()
            start, end = _on_the_dial(parts["start"]), parts["end"] and _on_the_dial(parts["end"])
            return parts["rest"], Clock(start, end or None, read_offset(parts.get("zone")))
    return None


def read_offset(zone: str | None) -> timedelta | None:
    """UTC, GMT, Z or an offset such as +05:30; None for None. Raises Refused for any other zone."""
    if not zone:
        return None
    found = _OFFSET.fullmatch(zone.lower())
    if not found:
        raise Refused(
            f"{zone.upper()} names more than one time zone, or none",
            "the offset from UTC, as in 16:00 +01:00, or the event's own `zone`",
        )
    offset = timedelta(hours=int(found["hours"] or 0), minutes=int(found["minutes"] or 0))
    if offset > _LARGEST_OFFSET or int(found["minutes"] or 0) > _LAST_MINUTE:
        raise Refused(f"there is no offset {zone}", "an offset from -12:00 to +14:00")
    return -offset if found["sign"] == "-" else offset


def set_clock(when: When, clock: Clock, zone: str) -> When:
    """``when``, which must be one day, at that time. Raises Refused for anything longer than a day."""
    if when.end or when.open_end or not when.start.is_day:
        raise Refused("a clock time needs one certain day", "the day, as in 17 February 2025, 16:00")
    day = when.start.earliest
    if clock.end and clock.end < clock.start:
        raise Refused("it ends before it begins", "two days, as in 2025-02-17T22:00/2025-02-18T02:00")
    start = at_place(day, clock.start, clock.offset, zone)
    end = at_place(day, clock.end, clock.offset, zone) if clock.end else None
    return When(start, end, rule=when.rule)


def at_place(day: date, clock: time, offset: timedelta | None, zone: str) -> Moment:
    """That minute by the clocks of ``zone``.

    A time with an offset is moved to the zone, which may change the day; without a zone it stays.
    Raises Refused for a time that the clocks of the zone leap over.

    >>> at_place(date(2025, 2, 17), time(23, 30), timedelta(0), "Europe/Paris").earliest
    datetime.date(2025, 2, 18)
    """
    if not zone:
        return Moment.day(day, clock)
    written = datetime.combine(day, clock, ZoneInfo(zone) if offset is None else timezone(offset))
    local = written.astimezone(UTC).astimezone(ZoneInfo(zone))
    if offset is None and local.replace(tzinfo=None) != written.replace(tzinfo=None):
        raise Refused(f"the clocks of {zone} leap over {clock:%H:%M} on {day}", "the time on the clock")
    return Moment.day(local.date(), local.time().replace(second=0))


def _on_the_dial(words: str) -> time:
    clock = read_clock(words)
    if clock is None:
        raise Refused(f"there is no clock time {words}", "a time from 00:00 to 23:59")
    return clock

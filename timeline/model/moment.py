"""A point in time and how exactly it is known, as a frozen value."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from timeline.model.day import CalendarDay, Day
from timeline.model.julian import to_julian
from timeline.model.seconds import at_day
from timeline.model.zones import zone_info


class Precision(StrEnum):
    """How exactly a moment is known, from coarse to fine.

    ``part`` is a run of days without a calendar name, such as "late February" or "early 2025".
    """

    MILLENNIUM = "millennium"
    CENTURY = "century"
    DECADE = "decade"
    YEAR = "year"
    HALF = "half"
    SEASON = "season"
    QUARTER = "quarter"
    MONTH = "month"
    PART = "part"
    WEEK = "week"
    DAY = "day"
    MINUTE = "minute"


@dataclass(frozen=True, slots=True)
class Moment:
    """A point in time: some day from ``earliest`` to ``latest``, both inclusive.

    ``approximate`` is EDTF's "~" (about), ``uncertain`` its "?" (possibly wrong).
    ``clock`` is local time at the place of the event; it is set if, and only if, ``precision`` is MINUTE.
    ``offset`` is how far that clock is ahead of UTC. It is set if the zone does not determine it: the zone
    is unknown, or its clocks show that minute twice.
    ``calendar`` is "julian" if it was written in that calendar: then a month or year is one of it, but
    ``earliest`` and ``latest`` are Gregorian days even so.

    >>> Moment.day(date(2025, 2, 17)).is_day
    True
    """

    earliest: Day
    latest: Day
    precision: Precision
    approximate: bool = False
    uncertain: bool = False
    clock: time | None = None
    offset: timedelta | None = None
    calendar: str = ""

    def __post_init__(self) -> None:
        if self.latest < self.earliest:
            raise ValueError(f"{self.latest} is before {self.earliest}")
        if (self.clock is not None) != (self.precision is Precision.MINUTE):
            raise ValueError("a clock time and minute precision go together")
        if self.offset is not None and self.clock is None:
            raise ValueError("an offset needs a clock time")
        if self.clock is not None and not isinstance(self.earliest, date):
            raise ValueError("a clock time needs a year from 1 on")

    @classmethod
    def day(cls, day: Day, clock: time | None = None, offset: timedelta | None = None) -> Moment:
        """The moment that is ``day``, or the minute ``clock`` of it."""
        precision = Precision.DAY if clock is None else Precision.MINUTE
        return cls(day, day, precision, clock=clock, offset=offset)

    @property
    def is_day(self) -> bool:
        """One certain day, with or without a clock time."""
        return self.earliest == self.latest and not (self.approximate or self.uncertain)

    @property
    def days(self) -> int:
        """The number of possible days: 1 for a day, 28 for February 2025."""
        return (self.latest - self.earliest).days + 1

    @property
    def as_written(self) -> tuple[CalendarDay, CalendarDay]:
        """The first and the last day in the calendar in which it was written.

        >>> day = date(1066, 10, 20)
        >>> str(Moment(day, day, Precision.DAY, calendar="julian").as_written[0])
        '1066-10-14'
        """
        if self.calendar:
            return to_julian(self.earliest), to_julian(self.latest)
        return self.earliest, self.latest

    def in_calendar(self, name: str) -> Moment:
        """The same days, to be written in that calendar: "julian" or "" for the Gregorian one.

        A month of the other calendar is no month there, but some day of a run of days.
        """
        is_day = self.precision in (Precision.DAY, Precision.MINUTE)
        precision = self.precision if is_day or self.calendar == name else Precision.PART
        return replace(self, calendar=name, precision=precision)

    def instant(self, zone: str) -> int | None:
        """Its second of axis time in UTC; None without a clock time, or if its offset is not known.

        An integer, since the last evening of 9999 in New York is in the year 10000 of UTC.

        >>> noon = Moment.day(date(2025, 2, 17), time(12))
        >>> noon.instant("Europe/Paris") - noon.instant("UTC")
        -3600
        """
        ahead = self.ahead(zone)
        if self.clock is None or ahead is None:
            return None
        return at_day(self.earliest, self.clock) - int(ahead.total_seconds())

    @property
    def local(self) -> datetime | None:
        """Its minute by the clocks of its place, without a zone; None without a clock time."""
        if self.clock is None or not isinstance(self.earliest, date):
            return None
        return datetime.combine(self.earliest, self.clock)

    def ahead(self, zone: str) -> timedelta | None:
        """How far its clock is ahead of UTC, by its own offset or else by ``zone``; None if unknown."""
        local = self.local
        if self.offset is not None or local is None or not zone:
            return self.offset
        return local.replace(tzinfo=zone_info(zone)).utcoffset()

    def offset_in_edtf(self, zone: str) -> str:
        """The offset from UTC as "+01:00", "Z" for UTC without a zone, or "" if it is not known."""
        ahead = self.ahead(zone)
        if ahead is None:
            return ""
        minutes = round(ahead.total_seconds() / 60)  # historical local mean times have seconds
        if not minutes and not zone:
            return "Z"
        return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"

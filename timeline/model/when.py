"""Points in time and how exactly they are known, as frozen values.

A *Moment* is a point in time with the precision of its words. A *When* is one reading of a
date: a moment, or a span between two. A span is not an uncertainty: a two-day summit has two
moments, "late February" has one imprecise one.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo


class Precision(StrEnum):
    """How exactly a moment is known, from coarse to fine.

    ``part`` is a stretch of days that no calendar names, such as "late February" or "early 2025".
    """

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

    ``approximate`` is EDTF's "~" (about), ``uncertain`` its "?" (perhaps not at all).
    ``clock`` is local time at the event's place, given exactly when ``precision`` is MINUTE. ``offset`` is
    how far that clock is ahead of UTC, where the zone of the place does not tell: where the zone is not
    known, or its clocks show that minute twice.

    >>> Moment.day(date(2025, 2, 17)).is_day
    True
    """

    earliest: date
    latest: date
    precision: Precision
    approximate: bool = False
    uncertain: bool = False
    clock: time | None = None
    offset: timedelta | None = None

    def __post_init__(self) -> None:
        if self.latest < self.earliest:
            raise ValueError(f"{self.latest} is before {self.earliest}")
        if (self.clock is not None) != (self.precision is Precision.MINUTE):
            raise ValueError("a clock time and minute precision go together")
        if self.offset is not None and self.clock is None:
            raise ValueError("an offset is that of a clock time")

    @classmethod
    def day(cls, day: date, clock: time | None = None, offset: timedelta | None = None) -> Moment:
        """That day, or that minute of it."""
        precision = Precision.DAY if clock is None else Precision.MINUTE
        return cls(day, day, precision, clock=clock, offset=offset)

    @property
    def is_day(self) -> bool:
        """One certain day, with or without a clock time."""
        return self.earliest == self.latest and not (self.approximate or self.uncertain)

    @property
    def days(self) -> int:
        """How many days it may be: 1 for a day, 28 for February 2025."""
        return (self.latest - self.earliest).days + 1

    def instant(self, zone: str) -> datetime | None:
        """Its minute in UTC; None where no clock is given, or neither an offset nor a zone says whose.

        >>> Moment.day(date(2025, 2, 17), time(16)).instant("Europe/Paris").hour
        15
        """
        ahead = self.ahead(zone)
        if self.clock is None or ahead is None:
            return None
        return datetime.combine(self.earliest, self.clock, UTC) - ahead

    def ahead(self, zone: str) -> timedelta | None:
        """How far its clock, one of ``zone`` or of its own offset, is ahead of UTC; None where unknown."""
        if self.offset is not None or self.clock is None or not zone:
            return self.offset
        return datetime.combine(self.earliest, self.clock, ZoneInfo(zone)).utcoffset()

    def offset_in_edtf(self, zone: str) -> str:
        """How far ahead as "+01:00", "Z" for UTC without a zone, or "" where it is not known."""
        ahead = self.ahead(zone)
        if ahead is None:
            return ""
        minutes = round(ahead.total_seconds() / 60)  # local mean time of old has odd seconds
        if not minutes and not zone:
            return "Z"
        return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"


@dataclass(frozen=True, slots=True)
class When:
    """One reading of a date.

    ``end`` is given for a span, ``open_end`` for one that is still going on, ``unknown_end`` for one that
    ends at an unknown time. Of a span with ``open_start`` (it was always so) or ``unknown_start`` only the
    end is known, and ``start`` is that end. ``words`` are those that were read, ``rule`` names the rule
    that read them, ``zone`` is an IANA zone or "".

    >>> When(Moment.day(date(2025, 2, 17)), Moment.day(date(2025, 2, 18)), "17-18 Feb 2025").edtf
    '2025-02-17/2025-02-18'
    """

    start: Moment
    end: Moment | None = None
    words: str = ""
    rule: str = ""
    zone: str = ""
    open_end: bool = False
    unknown_end: bool = False
    open_start: bool = False
    unknown_start: bool = False

    def __post_init__(self) -> None:
        lacks = (self.open_end, self.unknown_end, self.open_start, self.unknown_start)
        if sum(lacks) + (self.end is not None) > 1:
            raise ValueError("a span lacks one end at most")

    def with_words(self, words: str, zone: str) -> When:
        """The same reading with these ``words`` and ``zone``; faster than `dataclasses.replace`."""
        return When(
            self.start,
            self.end,
            words,
            self.rule,
            zone,
            self.open_end,
            self.unknown_end,
            self.open_start,
            self.unknown_start,
        )

    @property
    def first(self) -> date:
        """The first known day that it may touch."""
        return self.start.earliest

    @property
    def last(self) -> date:
        """The last known day that it may touch."""
        return (self.end or self.start).latest

    @property
    def lacks_start(self) -> bool:
        """Only its end is known."""
        return self.open_start or self.unknown_start

    @property
    def lacks_end(self) -> bool:
        """Only its start is known."""
        return self.open_end or self.unknown_end

    @property
    def is_span(self) -> bool:
        """A span, whether or not both ends are known."""
        return self.end is not None or self.lacks_start or self.lacks_end

    @property
    def is_one_day(self) -> bool:
        """One certain day, with or without a clock time, and no span."""
        return self.start.is_day and not self.is_span

    @property
    def precision(self) -> Precision:
        """The precision of the coarser end."""
        moments = [self.start, self.end] if self.end else [self.start]
        return max(moments, key=lambda moment: (moment.days, moment.clock is None)).precision

    @property
    def is_exact(self) -> bool:
        """Known to the day, at each end that is known."""
        return self.start.is_day and (self.end is None or self.end.is_day)

    @property
    def edtf(self) -> str:
        """The EDTF spelling (ISO 8601-2, https://www.loc.gov/standards/datetime/)."""
        known = _edtf(self.start, self.zone)
        if self.lacks_start:
            return f"{'..' if self.open_start else ''}/{known}"
        if self.lacks_end:
            return f"{known}/{'..' if self.open_end else ''}"
        return f"{known}/{_edtf(self.end, self.zone)}" if self.end else known


@dataclass(frozen=True, slots=True)
class Resolution:
    """Every honest reading of some words: none (``refused``), one (``exact``) or more (``choice``).

    ``reason`` says why it was refused or left open, ``hint`` what to write instead.
    """

    text: str
    readings: tuple[When, ...] = ()
    reason: str = ""
    hint: str = ""

    @property
    def status(self) -> str:
        return {0: "refused", 1: "exact"}.get(len(self.readings), "choice")


#: First month of a season, quarter or half -> its EDTF number (level 1 seasons, level 2 the rest).
_EDTF_PARTS = {
    Precision.SEASON: {3: 21, 6: 22, 9: 23, 12: 24},
    Precision.QUARTER: {1: 33, 4: 34, 7: 35, 10: 36},
    Precision.HALF: {1: 40, 7: 41},
}


def _edtf(moment: Moment, zone: str) -> str:
    """One moment in EDTF; days without a name of their own become a one-of set."""
    first = moment.earliest
    mark = {(True, True): "%", (True, False): "~", (False, True): "?"}.get(
        (moment.approximate, moment.uncertain), ""
    )
    match moment.precision:
        case Precision.MINUTE:
            clock = moment.clock or time()
            return f"{first}T{clock:%H:%M}:00{moment.offset_in_edtf(zone)}"
        case Precision.DAY:
            return f"{first}{mark}"
        case Precision.MONTH:
            return f"{first.year:04}-{first.month:02}{mark}"
        case Precision.YEAR:
            return f"{first.year:04}{mark}"
        case Precision.DECADE:
            return f"{first.year // 10:03}X{mark}"
        case Precision.CENTURY:
            return f"{first.year // 100:02}XX{mark}"
        case Precision.SEASON | Precision.QUARTER | Precision.HALF as part:
            return f"{first.year:04}-{_EDTF_PARTS[part][first.month]}{mark}"
        case Precision.PART | Precision.WEEK:
            return f"[{first}{mark}..{moment.latest}{mark}]"

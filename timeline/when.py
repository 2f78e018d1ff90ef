"""Points in time and what is known of them: frozen, and free of anything but the standard library.

A *Moment* is a point in time with the precision of its words. A *When* is one reading of a
date: a moment, or a span between two. A span is not an uncertainty: a two-day summit has two
moments, "late February" has one imprecise one.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
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
    ``clock`` is local time at the event's place, given exactly when ``precision`` is MINUTE.

    >>> Moment.day(date(2025, 2, 17)).is_day
    True
    """

    earliest: date
    latest: date
    precision: Precision
    approximate: bool = False
    uncertain: bool = False
    clock: time | None = None

    def __post_init__(self) -> None:
        if self.latest < self.earliest:
            raise ValueError(f"{self.latest} is before {self.earliest}")
        if (self.clock is not None) != (self.precision is Precision.MINUTE):
            raise ValueError("a clock time and minute precision go together")

    @classmethod
    def day(cls, day: date, clock: time | None = None) -> Moment:
        """That day, or that minute of it."""
        return cls(day, day, Precision.DAY if clock is None else Precision.MINUTE, clock=clock)

    @property
    def is_day(self) -> bool:
        """One certain day, with or without a clock time."""
        return self.earliest == self.latest and not (self.approximate or self.uncertain)

    @property
    def days(self) -> int:
        """How many days it may be: 1 for a day, 28 for February 2025."""
        return (self.latest - self.earliest).days + 1


@dataclass(frozen=True, slots=True)
class When:
    """One reading of a date.

    ``end`` is given for a span, ``open_end`` for one that is still going on. ``words`` are those
    that were read, ``rule`` names the rule that read them, ``zone`` is an IANA zone or "".

    >>> When(Moment.day(date(2025, 2, 17)), Moment.day(date(2025, 2, 18)), "17-18 Feb 2025").edtf
    '2025-02-17/2025-02-18'
    """

    start: Moment
    end: Moment | None = None
    words: str = ""
    rule: str = ""
    zone: str = ""
    open_end: bool = False

    @property
    def first(self) -> date:
        """The first day it may touch."""
        return self.start.earliest

    @property
    def last(self) -> date:
        """The last day it may touch."""
        return (self.end or self.start).latest

    @property
    def precision(self) -> Precision:
        """The precision of the coarser end."""
        moments = [self.start, self.end] if self.end else [self.start]
        return max(moments, key=lambda moment: (moment.days, moment.clock is None)).precision

    @property
    def is_exact(self) -> bool:
        """Known to the day, at both ends if it is a span."""
        return self.start.is_day and (self.end is None or self.end.is_day)

    @property
    def edtf(self) -> str:
        """The EDTF spelling (ISO 8601-2, https://www.loc.gov/standards/datetime/)."""
        start = _edtf(self.start, self.zone)
        if self.open_end:
            return f"{start}/.."
        return f"{start}/{_edtf(self.end, self.zone)}" if self.end else start


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
            return f"{first}T{clock:%H:%M}:00{_offset(first, clock, zone)}"
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


def _offset(day: date, clock: time, zone: str) -> str:
    """The zone's offset at that local time as "+01:00", or "" without a zone."""
    if not zone:
        return ""
    offset = datetime.combine(day, clock, ZoneInfo(zone)).utcoffset() or timedelta()
    minutes = round(offset.total_seconds() / 60)  # local mean time of old has odd seconds
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"

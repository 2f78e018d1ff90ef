"""Readings of a date, as frozen values.

A *When* is one reading: a moment, or a span between two. A span is not an uncertainty: a two-day summit
has two moments, "late February" has one imprecise one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import time
from functools import partial

from timeline.model.day import CalendarDay, Day, year_number
from timeline.model.moment import Moment, Precision

__all__ = ["Moment", "Precision", "Resolution", "When"]


@dataclass(frozen=True, slots=True)
class When:
    """One reading of a date.

    ``end`` is the end of a span; ``open_end`` is true if the span is still going on, ``unknown_end`` if its
    end is unknown. If a span has ``open_start`` (no beginning) or ``unknown_start``, only its end is known,
    and ``start`` holds that end. ``words`` is the phrase that was read, ``rule`` the name of the rule that
    read it, ``zone`` an IANA zone or "".

    >>> from datetime import date
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
        if (self.end is not None, *lacks).count(True) > 1:
            raise ValueError("a span can lack one end only")

    def with_words(self, words: str, zone: str) -> When:
        """The same reading with these ``words`` and ``zone``; faster than `dataclasses.replace`."""
        if (self.words, self.zone) == (words, zone):
            return self
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
    def first(self) -> Day:
        """The first day on which it may have taken place, as far as is known."""
        return self.start.earliest

    @property
    def last(self) -> Day:
        """The last day on which it may have taken place, as far as is known."""
        return (self.end or self.start).latest

    @property
    def lacks_start(self) -> bool:
        """Whether only its end is known."""
        return self.open_start or self.unknown_start

    @property
    def lacks_end(self) -> bool:
        """Whether only its start is known."""
        return self.open_end or self.unknown_end

    @property
    def is_span(self) -> bool:
        """Whether it is a span; its ends need not both be known."""
        return self.end is not None or self.lacks_start or self.lacks_end

    @property
    def is_one_day(self) -> bool:
        """Whether it is one certain day, with or without a clock time, and not a span."""
        return self.start.is_day and not self.is_span

    @property
    def precision(self) -> Precision:
        """The precision of the coarser end."""
        moments = [self.start, self.end] if self.end else [self.start]
        return max(moments, key=lambda moment: (moment.days, moment.clock is None)).precision

    @property
    def is_exact(self) -> bool:
        """Whether each known end is known to the day."""
        return self.start.is_day and (self.end is None or self.end.is_day)

    @property
    def is_vague(self) -> bool:
        """Whether an end is approximate, uncertain, or some day of a run that has no name of its own.

        A month or a year is not vague: it says itself how exact it is.
        """
        moments = [self.start, self.end] if self.end else [self.start]
        return any(
            moment.approximate or moment.uncertain or moment.precision in (Precision.PART, Precision.WEEK)
            for moment in moments
        )

    @property
    def edtf(self) -> str:
        """The EDTF spelling (ISO 8601-2, https://www.loc.gov/standards/datetime/).

        EDTF has no other calendar than the Gregorian, so a month of the Julian one is a set of its days.
        """
        return _in_edtf(self, as_written=False)

    def edtf_for(self, calendar: str) -> str:
        """What to write for it in EDTF in an event file with that ``calendar``: "julian" or "".

        >>> from datetime import date
        >>> When(Moment.day(date(1066, 10, 20))).edtf_for("julian")
        '1066-10-14'
        """
        end = self.end and self.end.in_calendar(calendar)
        there = replace(self, start=self.start.in_calendar(calendar), end=end)
        return _in_edtf(there, as_written=True)


@dataclass(frozen=True, slots=True)
class Resolution:
    """Every possible reading of a phrase: none (``refused``), one (``exact``) or more (``choice``).

    ``reason`` says why there is not exactly one, ``hint`` what to write instead. ``is_contradiction``: the
    words were understood, but they contradict the calendar ("30 February").
    """

    text: str
    readings: tuple[When, ...] = ()
    reason: str = ""
    hint: str = ""
    is_contradiction: bool = False

    @property
    def status(self) -> str:
        return {0: "refused", 1: "exact"}.get(len(self.readings), "choice")


def _in_edtf(when: When, *, as_written: bool) -> str:
    """Its EDTF spelling, in Gregorian days or ``as_written``."""
    parts = _PARTS_OF_INTERVALS if when.is_span else _PARTS
    spelt = partial(_edtf, zone=when.zone, parts=parts, as_written=as_written)
    known = spelt(when.start)
    if when.lacks_start:
        return f"{'..' if when.open_start else ''}/{known}"
    if when.lacks_end:
        return f"{known}/{'..' if when.open_end else ''}"
    return f"{known}/{spelt(when.end)}" if when.end else known


#: First month of a season, quarter or half -> its EDTF number (level 1 seasons, level 2 the rest).
_PARTS = {
    Precision.SEASON: {3: 21, 6: 22, 9: 23, 12: 24},
    Precision.QUARTER: {1: 33, 4: 34, 7: 35, 10: 36},
    Precision.HALF: {1: 40, 7: 41},
}
#: In an interval a season has the number that says that it is of the north: a bound that may be half a year
#: off is none.
_PARTS_OF_INTERVALS = {**_PARTS, Precision.SEASON: {3: 25, 6: 26, 9: 27, 12: 28}}


def _edtf(
    moment: Moment, zone: str, parts: Mapping[Precision, Mapping[int, int]], *, as_written: bool
) -> str:
    """A moment in EDTF; a run of days without a Gregorian name becomes a one-of set.

    ``parts`` has the numbers of the parts of a year, by their first month.
    """
    first, last = moment.as_written if as_written else (moment.earliest, moment.latest)
    mark = {(True, True): "%", (True, False): "~", (False, True): "?"}.get(
        (moment.approximate, moment.uncertain), ""
    )
    match moment.precision:
        case Precision.MINUTE:
            clock = moment.clock or time()
            return f"{first}T{clock:%H:%M:%S}{moment.offset_in_edtf(zone)}"
        case Precision.DAY:
            return f"{first}{mark}"
        case _ if moment.calendar and not as_written:
            return _one_of(first, last, mark)
        case Precision.MONTH:
            return f"{year_number(first.year)}-{first.month:02}{mark}"
        case Precision.YEAR:
            return f"{year_number(first.year)}{mark}"
        case Precision.SEASON | Precision.QUARTER | Precision.HALF as part:
            return f"{year_number(first.year)}-{parts[part][first.month]}{mark}"
        case Precision.DECADE | Precision.CENTURY | Precision.MILLENNIUM:
            digits = _unspecified(first.year, last.year)
            return f"{digits}{mark}" if digits else _one_of(first, last, mark)
        case Precision.PART | Precision.WEEK:
            return _one_of(first, last, mark)


def _one_of(first: CalendarDay, last: CalendarDay, mark: str) -> str:
    return f"[{first}{mark}..{last}{mark}]"


def _unspecified(first: int, last: int) -> str:
    """The years from first to last with unspecified digits, as in 19XX; "" if they are not such years.

    >>> _unspecified(1900, 1999), _unspecified(-499, -400), _unspecified(1901, 2000)
    ('19XX', '-04XX', '')
    """
    for count in (1, 2, 3):
        digits, scale = year_number(first)[:-count], 10**count
        years = {year_number(year)[:-count] for year in (first, last)}
        if last - first == scale - 1 and years == {digits}:
            return digits + count * "X"
    return ""

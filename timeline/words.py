"""Dates, counts and languages in words; a date never more exact than it is known."""

from __future__ import annotations

import re
from datetime import date, timedelta

from timeline.when import Moment, Precision, When

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SEASONS = {3: "spring", 6: "summer", 9: "autumn", 12: "winter"}
_HALVES = {1: "first", 7: "second"}
#: The space that a line never breaks at.
_DAY_AND_MONTH = re.compile(r"(?<=\d) (?=[A-Z])")


def when_in_words(when: When) -> str:
    """A date as a reader expects it in print; day and month stay on one line.

    >>> talks = When(Moment.day(date(2025, 3, 14)), Moment.day(date(2025, 3, 15)))
    >>> when_in_words(talks).replace("\\xa0", " ")
    '14–15 March 2025'
    """
    if when.end:
        words = _span(when.start, when.end)
    elif when.is_span:
        words = _one_sided(when, moment_in_words(when.start, is_inner=True))
    else:
        words = moment_in_words(when.start)
    return _DAY_AND_MONTH.sub("\xa0", words)


def clock_in_words(when: When) -> str:
    """The local clock time or times, or ""; with the offset where no zone tells it.

    >>> from datetime import time
    >>> clock_in_words(When(Moment.day(date(2025, 2, 17), time(23, 30), timedelta(0))))
    '23:30 UTC'
    """
    moments = [moment for moment in (when.start, when.end) if moment and moment.clock]
    offsets = list(dict.fromkeys(_offset(moment) for moment in moments))
    if len(offsets) == 1:
        return "–".join(f"{moment.clock:%H:%M}" for moment in moments) + offsets[0]
    return " – ".join(_clock(moment) for moment in moments)


def _clock(moment: Moment) -> str:
    return f"{moment.clock:%H:%M}{_offset(moment)}" if moment.clock else ""


def _offset(moment: Moment) -> str:
    """ " UTC", " UTC+1", " UTC−3:30", or nothing."""
    if moment.offset is None:
        return ""
    hours, minutes = divmod(abs(round(moment.offset.total_seconds() / 60)), 60)
    sign = "−" if moment.offset < timedelta() else "+"
    shown = f"{sign}{hours}:{minutes:02}" if minutes else f"{sign}{hours}"
    return f" UTC{shown if moment.offset else ''}"


def day_in_words(day: date) -> str:
    """
    >>> day_in_words(date(2025, 2, 17))
    '17 February 2025'
    """
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def weekday_in_words(day: date) -> str:
    """
    >>> weekday_in_words(date(2025, 2, 17))
    'Monday 17 February 2025'
    """
    return f"{_WEEKDAYS[day.weekday()]} {day_in_words(day)}"


def spelled_out(when: When) -> str:
    """A date with the weekdays that news speaks in, and its clock times.

    >>> spelled_out(When(Moment.day(date(2025, 2, 17))))
    'Monday 17 February 2025'
    """
    start = _with_weekday(when.start)
    if when.end:
        return f"{start} to {_with_weekday(when.end)}"
    return _one_sided(when, start) if when.is_span else start


def _one_sided(when: When, known: str) -> str:
    """A span of which one end is ``known``."""
    if when.lacks_start:
        return f"until {known}" + (" (start not known)" if when.unknown_start else "")
    return f"from {known} (end not known)" if when.unknown_end else f"since {known}"


def _with_weekday(moment: Moment) -> str:
    if not moment.is_day:
        return moment_in_words(moment)
    day = weekday_in_words(moment.earliest)
    return f"{day}, {_clock(moment)}" if moment.clock else day


def moment_in_words(moment: Moment, *, is_inner: bool = False) -> str:
    """One moment: "17 February 2025", "about 2014", "between 12 and 16 February 2025".

    ``is_inner`` where words stand around it that would clash with "between".
    """
    first, month = moment.earliest, MONTHS[moment.earliest.month - 1]
    match moment.precision:
        case Precision.DAY | Precision.MINUTE:
            words = day_in_words(first)
        case Precision.MONTH:
            words = f"{month} {first.year}"
        case Precision.YEAR:
            words = str(first.year)
        case Precision.DECADE:
            words = f"the {first.year}s"
        case Precision.CENTURY:
            words = f"{first.year} to {moment.latest.year}"
        case Precision.SEASON:
            words = f"{_SEASONS[first.month]} {_one_or_two_years(first.year, moment.latest.year)}"
        case Precision.QUARTER:
            words = f"quarter {(first.month + 2) // 3} of {first.year}"
        case Precision.HALF:
            words = f"the {_HALVES[first.month]} half of {first.year}"
        case Precision.PART | Precision.WEEK:
            if is_inner or moment.approximate:
                words = _pair(first, moment.latest, "–")
            else:
                words = f"between {_pair(first, moment.latest, ' and ')}"
    if moment.approximate:
        words = f"about {words}"
    return f"perhaps {words}" if moment.uncertain else words


def _one_or_two_years(first: int, last: int) -> str:
    """A winter lies in two years: "2024–25", "1999–2000"."""
    if first == last:
        return str(first)
    return f"{first}–{last}" if first // 100 != last // 100 else f"{first}–{last % 100:02}"


def counted(number: int, noun: str) -> str:
    """
    >>> counted(1, "event"), counted(38, "event")
    ('1 event', '38 events')
    """
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def family(language: str) -> str:
    """The language of a tag without its region or script.

    >>> family("en-GB")
    'en'
    """
    return language.split("-", 1)[0].lower()


def _span(start: Moment, end: Moment) -> str:
    """A span: days of one month or year share what they have in common."""
    if start.is_day and end.is_day:
        return _pair(start.earliest, end.earliest, "–")
    return f"{moment_in_words(start, is_inner=True)} to {moment_in_words(end, is_inner=True)}"


def _pair(first: date, last: date, joint: str) -> str:
    """Two days with the shared month or year told once; a joint between longer parts is spaced."""
    if first == last:
        return day_in_words(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}{joint}{day_in_words(last)}"
    spaced = joint if joint.startswith(" ") else f" {joint} "
    shown = f"{first.day} {MONTHS[first.month - 1]}" if first.year == last.year else day_in_words(first)
    return f"{shown}{spaced}{day_in_words(last)}"

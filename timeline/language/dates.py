"""Dates in words, as a reader expects them in print; never more exact than they are known.

A translation of a phrase may put the date where it needs no inflection, such as "2014 (approximately)".
"""

from __future__ import annotations

from datetime import date, timedelta

from timeline.language import ENGLISH, Language, message
from timeline.model.when import Moment, Precision, When

_SEASONS = {
    3: message("spring %(year)s"),
    6: message("summer %(year)s"),
    9: message("autumn %(year)s"),
    12: message("winter %(year)s"),
}
_HALVES = {1: message("the first half of %(year)s"), 7: message("the second half of %(year)s")}


def when_in_words(when: When, language: Language = ENGLISH) -> str:
    """A date as a reader expects it in print; day and month stay on one line.

    >>> talks = When(Moment.day(date(2025, 3, 14)), Moment.day(date(2025, 3, 15)))
    >>> when_in_words(talks).replace("\\xa0", " ")
    '14–15 March 2025'
    """
    if when.end:
        text = _span(when.start, when.end, language)
    elif when.is_span:
        text = _open_span(when, moment_in_words(when.start, language, is_inner=True), language)
    else:
        text = moment_in_words(when.start, language)
    return language.keep_day_with_month(text)


def clock_in_words(when: When) -> str:
    """The local clock time or times, or ""; with the offset from UTC if the date has one.

    >>> from datetime import time
    >>> clock_in_words(When(Moment.day(date(2025, 2, 17), time(23, 30), timedelta(0))))
    '23:30 UTC'
    """
    moments = [moment for moment in (when.start, when.end) if moment and moment.clock]
    offsets = {_offset(moment) for moment in moments}
    if len(offsets) == 1:
        return "–".join(f"{moment.clock:%H:%M}" for moment in moments) + offsets.pop()
    return " – ".join(_clock(moment) for moment in moments)


def date_and_clock(when: When, language: Language = ENGLISH) -> str:
    """The date with the local clock time, if there is one.

    >>> from datetime import time
    >>> date_and_clock(When(Moment.day(date(2025, 2, 17), time(16)))).replace("\\xa0", " ")
    '17 February 2025, 16:00'
    """
    day, clock = when_in_words(when, language), clock_in_words(when)
    return language.gettext("%(date)s, %(clock)s", date=day, clock=clock) if clock else day


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


def spelled_out(when: When, language: Language = ENGLISH) -> str:
    """A date with weekdays and clock times.

    >>> spelled_out(When(Moment.day(date(2025, 2, 17))))
    'Monday 17 February 2025'
    """
    start = _with_weekday(when.start, language)
    if when.end:
        return _from_to(start, _with_weekday(when.end, language), language)
    return _open_span(when, start, language) if when.is_span else start


def _open_span(when: When, known: str, language: Language) -> str:
    """A span with one end, ``known`` in words; the other end is open or unknown."""
    if when.unknown_start:
        return language.gettext("until %(date)s (start not known)", date=known)
    if when.lacks_start:
        return language.gettext("until %(date)s", date=known)
    if when.unknown_end:
        return language.gettext("from %(date)s (end not known)", date=known)
    return language.gettext("since %(date)s", date=known)


def _with_weekday(moment: Moment, language: Language) -> str:
    if not moment.is_day:
        return moment_in_words(moment, language)
    day = language.day_with_weekday(moment.earliest)
    if moment.clock is None:
        return day
    return language.gettext("%(date)s, %(clock)s", date=day, clock=_clock(moment))


def moment_in_words(moment: Moment, language: Language = ENGLISH, *, is_inner: bool = False) -> str:
    """One moment: "17 February 2025", "about 2014", "between 12 and 16 February 2025".

    ``is_inner`` avoids "between ... and ..." for a date within a phrase, such as "since" or "about".
    """
    text = _unqualified(moment, language, is_inner=is_inner or moment.approximate)
    if moment.approximate:
        text = language.gettext("about %(date)s", date=text)
    return language.gettext("perhaps %(date)s", date=text) if moment.uncertain else text


def _unqualified(moment: Moment, language: Language, *, is_inner: bool) -> str:
    """The moment without "about" and "perhaps"."""
    first, year = moment.earliest, moment.earliest.year
    match moment.precision:
        case Precision.DAY | Precision.MINUTE:
            return language.day(first)
        case Precision.MONTH:
            return language.month(first)
        case Precision.YEAR:
            return str(year)
        case Precision.DECADE:
            return language.gettext("the %(year)ss", year=year)
        case Precision.CENTURY:
            return _from_to(str(year), str(moment.latest.year), language)
        case Precision.SEASON:
            years = _one_or_two_years(year, moment.latest.year)
            return language.gettext(_SEASONS[first.month], year=years)
        case Precision.QUARTER:
            quarter = (first.month + 2) // 3
            return language.gettext("quarter %(number)s of %(year)s", number=quarter, year=year)
        case Precision.HALF:
            return language.gettext(_HALVES[first.month], year=year)
        case Precision.PART | Precision.WEEK:
            return _some_day_of(first, moment.latest, language, is_inner=is_inner)


def _some_day_of(first: date, last: date, language: Language, *, is_inner: bool) -> str:
    """One of the days from ``first`` to ``last``, with the month or year that they share only once."""
    if is_inner or first == last:
        return _days(first, last, language)
    start, end = language.span_ends(first, last)
    return language.gettext("between %(first)s and %(last)s", first=start, last=end)


def _days(first: date, last: date, language: Language) -> str:
    return language.day(first) if first == last else language.span(first, last)


def _span(start: Moment, end: Moment, language: Language) -> str:
    """A span with two ends; a month or year that both share is written once."""
    if start.is_day and end.is_day:
        return _days(start.earliest, end.earliest, language)
    first, last = (moment_in_words(moment, language, is_inner=True) for moment in (start, end))
    return _from_to(first, last, language)


def _from_to(first: str, last: str, language: Language) -> str:
    return language.gettext("%(first)s to %(last)s", first=first, last=last)


def _one_or_two_years(first: int, last: int) -> str:
    """The year or years of a season; a winter has two: "2024–25", "1999–2000"."""
    if first == last:
        return str(first)
    return f"{first}–{last}" if first // 100 != last // 100 else f"{first}–{last % 100:02}"

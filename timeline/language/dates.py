"""Dates in words, as a reader expects them in print; never more exact than they are known.

A translation of a phrase may put the date where it needs no inflection, such as "2014 (approximately)".
"""

from __future__ import annotations

from datetime import timedelta
from functools import lru_cache

from timeline.language import ENGLISH, Language, cldr, message
from timeline.language.years import (
    is_whole_years,
    named_years,
    one_or_two_years,
    some_years,
    span_of_years,
)
from timeline.model.day import CalendarDay
from timeline.model.when import Moment, Precision, When

_SEASONS = {
    3: message("spring %(year)s"),
    6: message("summer %(year)s"),
    9: message("autumn %(year)s"),
    12: message("winter %(year)s"),
}
#: The names of UTC among the IANA zones.
_UTC = frozenset({"UTC", "UCT", "Universal", "Zulu"})
_HALVES = {1: message("the first half of %(year)s"), 7: message("the second half of %(year)s")}


@lru_cache(maxsize=10_000)  # each date stands on the page, in the data, in the citations ...
def when_in_words(when: When, language: Language = ENGLISH) -> str:
    """A date as a reader expects it in print; day and month stay on one line.

    >>> from datetime import date
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
    return language.keep_day_with_month(_with_calendar(text, when, language))


def when_in_brief(when: When, language: Language = ENGLISH, *, with_year: bool = True) -> str:
    """A date where there is little room: a single day with its weekday and a short month.

    >>> from datetime import date
    >>> when_in_brief(When(Moment.day(date(2025, 2, 17))), with_year=False)
    'Mon 17 Feb'
    """
    is_one_day = when.is_exact and not when.is_span and when.start.is_day and not when.start.calendar
    if not is_one_day or when.is_vague:
        return when_in_words(when, language)
    return language.day_in_brief(when.first, with_year=with_year)


def _with_calendar(text: str, when: When, language: Language) -> str:
    """The date with the name of the calendar in which it was written, unless that is the Gregorian.

    Where its ends were written in different calendars, ``text`` names that of each.
    """
    moments = [moment for moment in (when.start, when.end) if moment]
    return _named(text, moments[0], language) if len({each.calendar for each in moments}) == 1 else text


def _named(text: str, moment: Moment, language: Language) -> str:
    """A moment in words with the name of its calendar, unless that is the Gregorian."""
    return language.gettext("%(date)s (Julian calendar)", date=text) if moment.calendar else text


def _as_written(moment: Moment) -> CalendarDay:
    """The day of a moment in the calendar in which it was written."""
    return moment.as_written[0]


def clock_in_words(when: When, zone: str = "") -> str:
    """The local clock time or times, or ""; with the offset from UTC if the date has one.

    ``zone`` says in words by whose clocks, if that is to be shown.

    >>> from datetime import date, time
    >>> clock_in_words(When(Moment.day(date(2025, 2, 17), time(23, 30), timedelta(0))))
    '23:30 UTC'
    >>> clock_in_words(When(Moment.day(date(1970, 4, 13), time(21, 7, 53))), "Houston time")
    '21:07:53 (Houston time)'
    """
    moments = [moment for moment in (when.start, when.end) if moment and moment.clock]
    offsets = {_offset(moment) for moment in moments}
    if len(offsets) == 1:
        clock = "–".join(_time(moment) for moment in moments) + offsets.pop()
    else:
        clock = " – ".join(_clock(moment) for moment in moments)
    return f"{clock} ({zone})" if clock and zone else clock


def zone_in_words(zone: str, language: Language = ENGLISH, place: str = "") -> str:
    """By whose clocks: those of ``place``, or else of the city that stands for an IANA zone.

    >>> zone_in_words("America/Chicago"), zone_in_words("America/Chicago", place="Houston")
    ('Chicago time', 'Houston time')
    """
    if zone.removeprefix("Etc/") in _UTC:
        return "UTC"
    return language.gettext("%(city)s time", city=place or cldr.city(language.tag, zone))


def date_and_clock(when: When, language: Language = ENGLISH, zone: str = "") -> str:
    """The date with the local clock time, if there is one; ``zone`` is that of `clock_in_words`.

    >>> from datetime import date, time
    >>> date_and_clock(When(Moment.day(date(2025, 2, 17), time(16)))).replace("\\xa0", " ")
    '17 February 2025, 16:00'
    """
    day, clock = when_in_words(when, language), clock_in_words(when, zone)
    return language.gettext("%(date)s, %(clock)s", date=day, clock=clock) if clock else day


def _clock(moment: Moment) -> str:
    return f"{_time(moment)}{_offset(moment)}" if moment.clock else ""


def _time(moment: Moment) -> str:
    """The clock time, with seconds if it has any."""
    clock = moment.clock
    return f"{clock:%H:%M:%S}" if clock and clock.second else f"{clock:%H:%M}"


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

    >>> from datetime import date
    >>> spelled_out(When(Moment.day(date(2025, 2, 17))))
    'Monday 17 February 2025'
    """
    start = _with_weekday(when.start, language)
    if when.end:
        end = _with_weekday(when.end, language)
        if when.start.calendar != when.end.calendar:
            start, end = _named(start, when.start, language), _named(end, when.end, language)
        text = _from_to(start, end, language)
    else:
        text = _open_span(when, start, language) if when.is_span else start
    return _with_calendar(text, when, language)


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
    day = language.day_with_weekday(_as_written(moment))
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
    first, last = moment.as_written
    year = first.year
    match moment.precision:
        case Precision.DAY | Precision.MINUTE:
            return language.day(_as_written(moment))
        case Precision.MONTH:
            return language.month(first)
        case Precision.YEAR:
            return language.year(year)
        case Precision.DECADE | Precision.CENTURY | Precision.MILLENNIUM:
            return named_years(moment, language) or some_years(moment, language, is_inner=is_inner)
        case Precision.SEASON:
            return language.gettext(_SEASONS[first.month], year=one_or_two_years(year, last.year, language))
        case Precision.QUARTER:
            quarter = (first.month + 2) // 3
            in_words = language.year(year)
            return language.gettext("quarter %(number)s of %(year)s", number=quarter, year=in_words)
        case Precision.HALF:
            return language.gettext(_HALVES[first.month], year=language.year(year))
        case Precision.PART if is_whole_years(moment):
            return some_years(moment, language, is_inner=is_inner)
        case Precision.PART | Precision.WEEK:
            return _some_day_of(first, last, language, is_inner=is_inner)


def _some_day_of(first: CalendarDay, last: CalendarDay, language: Language, *, is_inner: bool) -> str:
    """One of the days from ``first`` to ``last``, with the month or year that they share only once."""
    if is_inner or first == last:
        return _days(first, last, language)
    start, end = language.span_ends(first, last)
    return language.gettext("between %(first)s and %(last)s", first=start, last=end)


def _days(first: CalendarDay, last: CalendarDay, language: Language) -> str:
    return language.day(first) if first == last else language.span(first, last)


def _span(start: Moment, end: Moment, language: Language) -> str:
    """A span with two ends; a month or year that both share is written once."""
    first, last = (moment_in_words(moment, language, is_inner=True) for moment in (start, end))
    if start.calendar != end.calendar:
        return _from_to(_named(first, start, language), _named(last, end, language), language)
    if start.is_day and end.is_day:
        return _days(_as_written(start), _as_written(end), language)
    return span_of_years(start, end, language) or _from_to(first, last, language)


def _from_to(first: str, last: str, language: Language) -> str:
    return language.gettext("%(first)s to %(last)s", first=first, last=last)

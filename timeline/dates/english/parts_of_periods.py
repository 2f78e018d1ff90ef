"""English dates that are counted out on the calendar: "the last Monday of March 2025", "late summer"."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

from timeline.dates import moments
from timeline.dates.english import centuries
from timeline.dates.english.centuries import Count
from timeline.dates.english.holidays import FORMS as FEASTS
from timeline.dates.english.vocabulary import MONTHS, ORDINALS, SEASONS, THIRD, WEEKDAYS, alternatives
from timeline.dates.moments import THIRDS, Refused
from timeline.dates.partial_date import nearest
from timeline.dates.rule import Form, matching
from timeline.model.when import Moment, When

_NTH = rf"(?:the )?(?P<nth>{alternatives(ORDINALS)})"
_WEEKDAY = rf"(?P<weekday>{alternatives(WEEKDAYS)})"
_MONTH = rf"(?P<month>{alternatives(MONTHS)})"
_YEAR = r"(?: (?:of |in )?(?P<year>\d{4}))?"
_HALF = r"(?:the )?(?P<half>first|1st|second|2nd) half of (?:the )?"
_TO = r"(?: to |-to-|[-–]| or |- to )"
_WEEK = timedelta(days=7)
_DAY = timedelta(days=1)
_THURSDAY, _SATURDAY = 3, 5


def _winter(found: re.Match[str], _: int) -> tuple[Moment, ...]:
    first, last = int(found["first"]), int(found["first"][: -len(found["last"])] + found["last"])
    if last != first + 1:
        raise Refused("a winter lasts from one year to the next", f"winter {first}-{first + 1}")
    return (moments.a_season(first, 12),)


def _nth_weekday(found: re.Match[str], year: int) -> tuple[Moment, ...]:
    first, last = _month(found, year)
    nth, weekday = ORDINALS[found["nth"]], WEEKDAYS[found["weekday"]]
    if nth < 0:
        return (Moment.day(last - timedelta(days=(last.weekday() - weekday) % 7)),)
    day = first + timedelta(days=(weekday - first.weekday()) % 7) + (nth - 1) * _WEEK
    if day > last:
        raise Refused("that month has only four of that weekday", "the last one, or its day")
    return (Moment.day(day),)


def _nth_week(found: re.Match[str], year: int) -> tuple[Moment, ...]:
    """Papers count seven days from the 1st, or whole weeks, or weeks that have most of their days in it."""
    first, last = _month(found, year)
    nth = ORDINALS[found["nth"]]
    if nth > 4:
        raise Refused("that month has no such week", "the days")
    if nth < 0:
        plain = last - 6 * _DAY
        whole = last - timedelta(days=(last.weekday() + 1) % 7)
        most = last - timedelta(days=(last.weekday() - _THURSDAY) % 7)
    else:
        plain = first + (nth - 1) * _WEEK
        whole = plain + timedelta(days=-first.weekday() % 7)
        most = plain + timedelta(days=(_THURSDAY - first.weekday()) % 7)
    return moments.stretch(plain, plain + 6 * _DAY), moments.a_week(most), moments.a_week(whole)


def _nth_weekend(found: re.Match[str], year: int) -> tuple[Moment, ...]:
    """Saturday and Sunday; one that the turn of the month cuts may be counted or not."""
    first, last = _month(found, year)
    nth = ORDINALS[found["nth"]]
    if nth < 0:
        final = last - timedelta(days=(last.weekday() - _SATURDAY) % 7)
        found_days = [final, final - _WEEK] if final == last else [final]
    else:
        start = first + timedelta(days=(_SATURDAY - first.weekday()) % 7) + (nth - 1) * _WEEK
        found_days = [start, start - _WEEK] if first.weekday() == _SATURDAY + 1 else [start]
    return tuple(moments.stretch(saturday, saturday + _DAY) for saturday in found_days)


def _edge_of_month(found: re.Match[str], year: int) -> tuple[Moment, ...]:
    first, last = _month(found, year)
    return (Moment.day(last if ORDINALS[found["nth"]] < 0 else first),)


def _edge_of_year(found: re.Match[str], year: int) -> tuple[Moment, ...]:
    last = ORDINALS[found["nth"]] < 0
    return (moments.a_day(year, 12, 31) if last else moments.a_day(year, 1, 1),)


def _half_of_month(found: re.Match[str], year: int) -> tuple[Moment, ...]:
    """Days 1-15 and from 16 to the end, or half of its days, whichever is longer."""
    first, last = _month(found, year)
    if ORDINALS[found["half"]] == 1:
        return (moments.stretch(first, first.replace(day=max(15, (last.day + 1) // 2))),)
    return (moments.stretch(first.replace(day=min(16, last.day // 2 + 1)), last),)


def _third_of_season(found: re.Match[str], year: int) -> tuple[Moment, ...]:
    """A month; of a winter that which lies in the year that is named."""
    before = (SEASONS[found["season"]] - 1 + _third(found)) % 12
    month = moments.a_month(year, before + 1)
    return (moments.stretch(month.earliest, month.latest),)


def _thirds(found: re.Match[str], year: int) -> tuple[Moment, ...]:
    """ "Early to mid-February": from the beginning of one third to the end of the other."""
    if found["month"]:
        ends = [
            moments.third_of_month(year, MONTHS[found["month"]], found[name]) for name in ("from", "to")
        ]
    else:
        ends = [moments.third_of_year(year, found[name]) for name in ("from", "to")]
    return (moments.stretch(ends[0].earliest, ends[1].latest),)


def _iso_week(found: re.Match[str], year: int) -> tuple[Moment, ...]:
    return (moments.an_iso_week(year, int(found["week"])),)


def _last_part(found: re.Match[str], year: int) -> tuple[Moment, ...]:
    return (moments.a_quarter(year, 4) if found["unit"] == "quarter" else moments.a_half(year, 2),)


FORMS: tuple[Form[Count], ...] = (
    Form(
        "winter",
        r"(?:the )?winter (?:of )?(?P<first>\d{4})[-–/](?P<last>\d{2}|\d{4})",
        "winter 2024-25",
        _winter,
    ),
    Form(
        "ISO week in words",
        r"(?:the )?(?:iso |calendar )?week (?:number |no )?(?P<week>\d{1,2})"
        r"(?: (?:of |in )?|/)(?P<year>\d{4})",
        "week 8 of 2025",
        _iso_week,
    ),
    Form(
        "weekday counted in its month",
        rf"{_NTH} {_WEEKDAY} (?:of|in) {_MONTH}{_YEAR}",
        "the first Monday of March 2025",
        _nth_weekday,
    ),
    Form(
        "week counted in its month",
        rf"{_NTH} week (?:of|in) {_MONTH}{_YEAR}",
        "first week of September 2025",
        _nth_week,
    ),
    Form(
        "weekend counted in its month",
        rf"{_NTH} weekend (?:of|in) {_MONTH}{_YEAR}",
        "the first weekend of March 2025",
        _nth_weekend,
    ),
    Form(
        "first or last day of a month",
        rf"(?:the )?(?:very )?(?P<nth>first|last) day of {_MONTH}{_YEAR}",
        "the last day of February 2025",
        _edge_of_month,
    ),
    Form(
        "first or last day of a year",
        r"(?:the )?(?:very )?(?P<nth>first|last) day of (?P<year>\d{4})",
        "the last day of 2025",
        _edge_of_year,
    ),
    Form(
        "third of a season",
        rf"{THIRD}(?P<season>{alternatives(SEASONS)}){_YEAR}",
        "late summer 2024",
        _third_of_season,
    ),
    Form("half of a month", rf"{_HALF}{_MONTH}{_YEAR}", "first half of February 2025", _half_of_month),
    Form(
        "last part of a year",
        r"(?:the )?(?:last|final) (?P<unit>quarter|half) of (?P<year>\d{4})",
        "the final quarter of 2024",
        _last_part,
    ),
    Form(
        "thirds of a month or year",
        rf"(?P<from>early|mid){_TO}(?P<to>mid|late)[ -](?:(?P<month>{alternatives(MONTHS)}){_YEAR}"
        r"|(?P<year_alone>\d{4}))",
        "early to mid-February 2025",
        _thirds,
    ),
)


def read(words: str, published: date | None) -> tuple[When, ...]:
    """The readings of a form of this table, an age or a feast; a year left out is found near ``published``.

    >>> [when.edtf for when in read("the first monday of march 2025", None)]
    ['2025-03-03']
    """
    hit = matching((*FORMS, *centuries.FORMS, *FEASTS), words)
    if hit is None:
        return ()
    form, found = hit

    def of(year: int) -> tuple[When, ...]:
        return tuple(When(moment, rule=form.name) for moment in form.build(found, year))

    groups = found.groupdict()
    year = groups.get("year") or groups.get("year_alone")
    return of(int(year or 0)) if year or "year" not in groups else nearest(of, published)


def _month(found: re.Match[str], year: int) -> tuple[date, date]:
    """The first and the last day of the month that is named."""
    first = date(year, MONTHS[found["month"]], 1)
    return first, first.replace(day=monthrange(year, first.month)[1])


def _third(found: re.Match[str]) -> int:
    return next(number for third, number in THIRDS.items() if found[third])

"""Years in words: decades, centuries, the years of a season, years before ours."""

from __future__ import annotations

from timeline.language import Language, message
from timeline.language.ordinals import nth
from timeline.model.when import Moment, Precision

_CENTURY, _MILLENNIUM = message("%(nth)s century"), message("%(nth)s millennium")


def named_years(moment: Moment, language: Language) -> str:
    """The 1920s, the 260s BC, 5th century, 5th century BC; "" for years that have no name.

    Those are EDTF's 19XX, 1900 to 1999, and -026X, 270 to 261 BC.
    """
    first, last = (day.year for day in moment.as_written)
    low, high = (first, last) if first > 0 else (1 - last, 1 - first)
    if moment.precision is Precision.DECADE:
        decade = language.gettext("the %(year)ss", year=low)
        return "" if low % 10 else language.with_era(decade, first)
    name, unit = {Precision.CENTURY: (_CENTURY, 100)}.get(moment.precision, (_MILLENNIUM, 1000))
    if low % unit != 1:
        return ""
    number = high // unit
    return language.with_era(language.gettext(name, nth=nth(number, language.family)), first)


def some_years(moment: Moment, language: Language, *, is_inner: bool) -> str:
    """Some time in whole years: "some time between 1867 and 1900"; within a phrase "1867 to 1900"."""
    first, last = (language.year(day.year) for day in moment.as_written)
    if is_inner:
        return language.gettext("%(first)s to %(last)s", first=first, last=last)
    return language.gettext("some time between %(first)s and %(last)s", first=first, last=last)


def is_whole_years(moment: Moment) -> bool:
    """Whether it is some time from a first of January to a 31 December."""
    first, last = moment.as_written
    return (first.month, first.day, last.month, last.day) == (1, 1, 12, 31)


def span_of_years(start: Moment, end: Moment, language: Language) -> str:
    """ "264–241 BC": two plain years before ours with their era once; "" for any other span."""
    are_plain = all(
        moment.precision is Precision.YEAR and not (moment.approximate or moment.uncertain)
        for moment in (start, end)
    )
    first, last = start.as_written[0].year, end.as_written[0].year
    if not are_plain or last > 0:
        return ""
    return language.with_era(f"{1 - first}–{1 - last}", last)


def one_or_two_years(first: int, last: int, language: Language) -> str:
    """The year or years of a season; a winter has two: "2024–25", "1999–2000", "44–43 BC"."""
    if first == last:
        return language.year(first)
    if last <= 0:
        return language.with_era(f"{1 - first}–{1 - last}", last)
    return f"{first}–{last}" if first // 100 != last // 100 else f"{first}–{last % 100:02}"

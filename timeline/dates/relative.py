"""English words that need the day of publication: "yesterday", "last Monday", "three days ago"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from timeline.dates import moments, weekdays
from timeline.dates.calendar_words import MONTHS, NUMBERS, SEASONS, WEEKDAYS, alternatives
from timeline.dates.named import Named, NeedsPublished, in_order, moments_of, readings
from timeline.model import Moment, Precision, When

_WEEKDAY = rf"(?P<weekday>{alternatives(WEEKDAYS)})"
_COUNT = rf"(?P<count>\d{{1,3}}|{alternatives(NUMBERS)})"
_UNIT = r"(?P<unit>minute|hour|day|week|fortnight|month|year)"
_NAMED = rf"(?:(?P<month>{alternatives(MONTHS)})|(?P<season>{alternatives(SEASONS)}))"
_TO = r"(?: ?[-–] ?| to | until | till | through | thru )"
_HOURS = {"minute": 1 / 60, "hour": 1.0}
_YEARS_AROUND = (-2, -1, 0, 1, 2)

Build = Callable[[re.Match[str], date], Iterable[Moment | date]]


@dataclass(frozen=True, slots=True)
class Relative:
    """A relative form: its name, its pattern, what it comes to from the publication day, and an example."""

    name: str
    pattern: str
    build: Build
    example: str


def _days(*steps: int) -> Build:
    return lambda _, published: [published + timedelta(days=step) for step in steps]


def _weekday(of: Callable[[int, date], Iterable[date]]) -> Build:
    return lambda found, published: of(WEEKDAYS[found["weekday"]], published)


def _weekday_of_week(number: int) -> Build:
    return lambda found, published: weekdays.of_week(WEEKDAYS[found["weekday"]], published, number)


def _unit(step: int) -> Build:
    """This, last or next week, month or year."""
    return lambda found, published: _shifted(found["unit"], step, published)


def _counted(sign: int) -> Build:
    """ "Three days ago" is a day; of weeks, months and years the word "about" is understood.

    The hour of publication is not known, so "three hours ago" may be the day before.
    """

    def build(found: re.Match[str], published: date) -> Iterable[Moment | date]:
        count = NUMBERS.get(found["count"]) or int(found["count"])
        unit = found["unit"]
        if unit in _HOURS:
            whole, part = divmod(count * _HOURS[unit], 24)
            steps = {int(whole), int(whole) + (part > 0)}
            return [published + timedelta(days=sign * step) for step in sorted(steps)]
        if unit == "day":
            return [published + timedelta(days=sign * count)]
        weeks = 2 * count if unit == "fortnight" else count
        name = "week" if unit == "fortnight" else unit
        return [replace(moment, approximate=True) for moment in _shifted(name, sign * weeks, published)]

    return build


def _shifted(unit: str, step: int, published: date) -> tuple[Moment, ...]:
    if unit == "week":
        return weekdays.weeks(published, step)
    if unit == "month":
        year, month = divmod(12 * published.year + published.month - 1 + step, 12)
        return (moments.a_month(year, month + 1),)
    return (moments.a_year(published.year + step),)


def _this(found: re.Match[str], published: date) -> Iterable[Moment]:
    return [when.start for when in readings(_named(found), published, "")]


def _last(found: re.Match[str], published: date) -> Iterable[Moment]:
    """ "Last March": the last one that was over, and that of last year where it is another."""
    around = [moment for moment in _around(found, published) if moment.latest < published]
    recent = max(around, key=lambda moment: moment.latest)
    return [moment for moment in around if moment is recent or moment.earliest.year == published.year - 1]


def _next(found: re.Match[str], published: date) -> Iterable[Moment]:
    around = [moment for moment in _around(found, published) if moment.earliest > published]
    soonest = min(around, key=lambda moment: moment.earliest)
    return [moment for moment in around if moment is soonest or moment.earliest.year == published.year + 1]


def _around(found: re.Match[str], published: date) -> list[Moment]:
    """That month or season in the years around publication."""
    years = (published.year + step for step in _YEARS_AROUND)
    return [moment for year in years for moment in moments_of(replace(_named(found), year=year))]


def _named(found: re.Match[str]) -> Named:
    if found["month"]:
        return Named(Precision.MONTH, month=MONTHS[found["month"]])
    return Named(Precision.SEASON, number=SEASONS[found["season"]])


FORMS = (
    Relative(
        "day", r"today|this (?:morning|afternoon|lunchtime|evening)|tonight", _days(0), "this morning"
    ),
    Relative("day", r"yesterday", _days(-1), "yesterday"),
    Relative("day", r"tomorrow", _days(1), "tomorrow"),
    Relative("day", r"(?:the )?day before yesterday", _days(-2), "the day before yesterday"),
    Relative("day", r"(?:the )?day after tomorrow", _days(2), "the day after tomorrow"),
    # A night touches two days, and the hour of publication is not known.
    Relative("night before publication", r"(?:late )?last night|overnight", _days(-1, 0), "last night"),
    Relative("weekday", rf"(?:this )?{_WEEKDAY}", _weekday(weekdays.bare), "Monday"),
    Relative("last weekday", rf"last {_WEEKDAY}", _weekday(weekdays.last), "last Monday"),
    Relative("last weekday", rf"{_WEEKDAY} last", _weekday(weekdays.last), "Monday last"),
    Relative(
        "weekday before",
        rf"(?:this )?past {_WEEKDAY}",
        _weekday(lambda *at: [weekdays.before(*at)]),
        "this past Monday",
    ),
    Relative("next weekday", rf"next {_WEEKDAY}", _weekday(weekdays.coming), "next Monday"),
    Relative(
        "weekday after",
        rf"(?:this |the )?coming {_WEEKDAY}",
        _weekday(lambda *at: [weekdays.after(*at)]),
        "coming Monday",
    ),
    Relative(
        "weekday of last week", rf"{_WEEKDAY} (?:of )?last week", _weekday_of_week(-1), "Monday last week"
    ),
    Relative(
        "weekday of this week", rf"{_WEEKDAY} (?:of )?this week", _weekday_of_week(0), "Monday this week"
    ),
    Relative(
        "weekday of next week", rf"{_WEEKDAY} (?:of )?next week", _weekday_of_week(1), "Monday next week"
    ),
    Relative(
        "weekday of last week",
        rf"last week(?: on|'s) {_WEEKDAY}",
        _weekday_of_week(-1),
        "last week's Monday",
    ),
    Relative(
        "weekday of next week",
        rf"next week(?: on|'s) {_WEEKDAY}",
        _weekday_of_week(1),
        "next week on Monday",
    ),
    Relative("midweek", r"mid-?week", lambda _, at: weekdays.midweek(at), "midweek"),
    Relative(
        "weekend",
        r"(?:this |the |over the )?weekend",
        lambda _, at: weekdays.bare_weekend(at),
        "the weekend",
    ),
    Relative("last weekend", r"last weekend", lambda _, at: weekdays.last_weekend(at), "last weekend"),
    Relative("next weekend", r"next weekend", lambda _, at: weekdays.next_weekend(at), "next weekend"),
    Relative("this one", r"this (?P<unit>week|month|year)", _unit(0), "this week"),
    Relative("last one", r"(?:last|the previous) (?P<unit>week|month|year)", _unit(-1), "last month"),
    Relative("next one", r"(?:next|the coming) (?P<unit>week|month|year)", _unit(1), "next year"),
    Relative(
        "last but one", r"(?:the )?(?P<unit>week|month|year) before last", _unit(-2), "the week before last"
    ),
    Relative(
        "next but one", r"(?:the )?(?P<unit>week|month|year) after next", _unit(2), "the month after next"
    ),
    Relative("this named one", rf"this {_NAMED}", _this, "this spring"),
    Relative("last named one", rf"last {_NAMED}", _last, "last March"),
    Relative("next named one", rf"next {_NAMED}", _next, "next summer"),
    Relative("ago", rf"{_COUNT} {_UNIT}s? ago", _counted(-1), "three days ago"),
    Relative("in", rf"in {_COUNT} {_UNIT}s?(?:'? time)?", _counted(1), "in three days"),
    Relative("from now", rf"{_COUNT} {_UNIT}s? from now", _counted(1), "three days from now"),
)


def read(words: str, published: date | None) -> tuple[When, ...]:
    """The readings of relative words in small letters, none when they are not relative.

    Raises NeedsPublished when they are and ``published`` is None.

    >>> [when.edtf for when in read("last monday", date(2025, 2, 17))]
    ['2025-02-10']
    """
    return _one(words, published) or _weekday_span(words, published)


def _one(words: str, published: date | None) -> tuple[When, ...]:
    for form in FORMS:
        found = re.fullmatch(form.pattern, words)
        if found:
            if published is None:
                raise NeedsPublished
            each = (
                Moment.day(day) if isinstance(day, date) else day for day in form.build(found, published)
            )
            return in_order(When(moment, rule=form.name) for moment in each)
    return ()


def _weekday_span(words: str, published: date | None) -> tuple[When, ...]:
    """ "Monday to Wednesday": from each reading of the first to the next of the second."""
    found = re.fullmatch(rf"(?:from )?{_WEEKDAY}{_TO}(?P<last>{alternatives(WEEKDAYS)})", words)
    if not found:
        return ()
    if published is None:
        raise NeedsPublished
    starts = weekdays.bare(WEEKDAYS[found["weekday"]], published)
    spans = ((start, weekdays.after(WEEKDAYS[found["last"]], start)) for start in starts)
    return tuple(When(Moment.day(start), Moment.day(end), rule="span of weekdays") for start, end in spans)

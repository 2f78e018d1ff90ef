"""English phrases: one date, two put together, and the words around them.

A phrase is read by the first family that knows it: names of one date (`english_points`), dates counted out
on the calendar and feasts (`counted`), numbers, words that lean on the day of publication (`relative`), two
dates joined (`joins`), a clock time, and words around a date (`wrappers`).
"""

from __future__ import annotations

import re
from functools import lru_cache

from timeline.dates import weekdays
from timeline.dates.context import Context
from timeline.dates.english import numeric, parts_of_periods, qualifiers, ranges, relative
from timeline.dates.english.absolute import point
from timeline.dates.english.clock import is_clock, set_clock, take_clock
from timeline.dates.english.relative import anchored, periods
from timeline.dates.english.spelling import tidied
from timeline.dates.english.vocabulary import MONTHS, NOT_ALONE, WEEKDAYS, alternatives
from timeline.dates.moments import Refused
from timeline.dates.partial_date import readings
from timeline.model.when import When

_HARDLY = r"(?:(?:at )?(?:about|around|roughly)|(?:shortly|just|soon) (?:before|after))"
_NOON = 12
_SINCE = re.compile(
    r"(?:ever )?since (?P<rest>.+?)(?: onwards?)?|(?:from|starting|beginning) (?P<from>.+?)(?: onwards?)?"
)
_FROM_TO = re.compile(r"from (?!.* onwards?$).+")
#: Clock times without their colon look like years: "at 1500", "0900-1700".
_YEARS_OR_HOURS = re.compile(
    r"at (?:about |around |roughly )?\d{4}|(?:from |between )?(?:"
    r"0\d[0-5]\d(?: ?[-–] ?| to | and | until )(?:[01]\d|2[0-4])[0-5]\d"
    r"|(?:1\d|2[0-3])00(?: ?[-–] ?| to | and | until )(?:1\d|2[0-4])00)"
    r"|(?:at \d{4}|(?:from )?0\d[0-5]\d)(?: ?[-–] ?| to | until )(?:the )?(?:present|now|date)"
)
_HOUR_AFTER_COMMA = re.compile(
    rf".*\d(?:st|nd|rd|th)?(?: of)? (?:{alternatives(MONTHS)})\.?, ?(?:[01]\d|2[0-3])00"
)
_WEEKDAY = f"(?:{alternatives(WEEKDAYS)})"
_TOLD_TWICE = re.compile(
    rf"(?:on )?(?P<near>(?:yesterday|today|tomorrow)(?: {_WEEKDAY})?"
    rf"|(?:last|next|this(?: coming| past)?) {_WEEKDAY}) (?P<rest>.*\d.*)"
)
#: Signs around a phrase that say nothing.
_AROUND = ' .;:()"“”„«»'
_HARDLY_AT = re.compile(
    rf"(?P<rest>.+?) {_HARDLY} (?P<clock>\S.*)|{_HARDLY} (?P<clock_before>\S.*?) on (?P<day>.+)"
)


def read(phrase: str, context: Context) -> tuple[When, ...]:
    """The readings of an English phrase, none when it is not one. Raises Refused for one that is at fault.

    >>> [when.edtf for when in read("28 February – 2 March 2025", Context())]
    ['2025-02-28/2025-03-02']
    """
    if ".." in phrase:  # an open end in EDTF, something left out in prose
        return ()
    words = tidied(phrase)
    if _HOUR_AFTER_COMMA.fullmatch(phrase.lower().strip(_AROUND)):
        raise Refused(
            "its last four digits may be a year or a clock time", "the year without a comma, or 16:00"
        )
    if words.removeprefix("the ") in NOT_ALONE:
        raise Refused(f'"{phrase}" alone may be another word', "the whole date, as in 17 February 2025")
    return read_words(words, context)


def read_words(words: str, context: Context) -> tuple[When, ...]:
    """The same for words that are `tidied` already.

    >>> [when.edtf for when in read_words("late february 2025", Context())]
    ['[2025-02-21..2025-02-28]']
    """
    if _YEARS_OR_HOURS.fullmatch(words):
        raise Refused("four digits may be a year or a clock time", "in 1500, or the day and 15:00")
    return _phrase(words, context) or (anchored.read(words, context.anchor) if context.anchor else ())


@lru_cache(maxsize=8192)  # wrappers within wrappers meet the same words again
def _phrase(words: str, context: Context) -> tuple[When, ...]:
    """The first family that knows the phrase decides."""
    published = context.published
    return (
        _named(words, context)
        or parts_of_periods.read(words, published)
        or numeric.read(words, published, context.order)
        or relative.read(words, published, context.now)
        or _agreed(words, context)
        or ranges.read(words, context)
        or _in_full(words, context)
        or _since(words, context)
        or _clocked(words, context)
        or _wrapped(words, context)
    )


def _named(words: str, context: Context) -> tuple[When, ...]:
    found = point(words)
    return readings(found[1], context.published, found[0]) if found else ()


def _in_full(words: str, context: Context) -> tuple[When, ...]:
    """ "The 5th of next month", with the month in full."""
    full = periods.in_full(words, context.published)
    return _phrase(full, context) if full != words else ()


def _agreed(words: str, context: Context) -> tuple[When, ...]:
    """ "Last Friday, 14 February": the day is told twice, and both must be the same."""
    found = _TOLD_TWICE.fullmatch(words)
    days = _phrase(found["rest"], context) if found else ()
    if not found or not all(when.end is None and when.start.is_day for when in days):
        return ()
    near = {when.first for when in _phrase(found["near"], context)}
    agreed = tuple(when for when in days if when.first in near)
    if days and not agreed:
        raise Refused(
            f'"{found["near"]}" and "{found["rest"]}" are not the same day', "the one that is meant"
        )
    return agreed


def _since(words: str, context: Context) -> tuple[When, ...]:
    """What has gone on since some day began on or before the day of publication."""
    found = _SINCE.fullmatch(words)
    if not found:
        return ()
    readings_of_start = _phrase(found["rest"] or found["from"], context)
    if _FROM_TO.fullmatch(words) and any(when.end or when.open_end for when in readings_of_start):
        return readings_of_start  # the end is told: "from 2022 to the present"
    if found["rest"] and context.published:
        readings_of_start = tuple(when for when in readings_of_start if when.first <= context.published)
    return tuple(each for when in readings_of_start for each in qualifiers.opened(when))


def _clocked(words: str, context: Context) -> tuple[When, ...]:
    """A clock time on a day; one that is hardly told ("around 4 pm") leaves the day."""
    hardly = _HARDLY_AT.fullmatch(words)
    if hardly and is_clock(hardly["clock"] or hardly["clock_before"]):
        day = _phrase(hardly["rest"] or hardly["day"], context)
        return tuple(each for when in day for each in qualifiers.of_a_day(when))
    clocked = take_clock(words)
    if not clocked:
        return ()
    rest, clocks = clocked
    days = _phrase(rest, context)
    return tuple(
        timed
        for clock in clocks
        for when in _at_night(days, clock.start.hour)
        for timed in set_clock(when, clock, context.zone)
    )


def _at_night(days: tuple[When, ...], hour: int) -> tuple[When, ...]:
    """Of a night the evening is on its first day; its early hours may be meant of either."""
    rule = days[0].rule if days else ""
    is_evening = hour >= _NOON
    if rule == "tonight" and not is_evening:
        raise Refused("a night touches two days", "the day, as in 17 February 2025, 01:00")
    if rule == "night before publication" and is_evening:
        return days[:1]
    if rule != "night of a day":
        return days
    either = [day for when in days for day in ((when.first,) if is_evening else (when.first, when.last))]
    return weekdays.as_days(either, rule)


def _wrapped(words: str, context: Context) -> tuple[When, ...]:
    for form in qualifiers.FORMS:
        around = form.compiled.fullmatch(words)
        found = _phrase(around["rest"], context) if around else ()
        if found:
            return tuple(changed for when in found for changed in form.build(when))
    return ()

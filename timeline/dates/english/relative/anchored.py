"""English words that are counted from another event: "the day before", "two weeks after the summit".

What comes later is counted from the last day of that event, what comes before from its first; where the
event is known less exactly than to the day, so is the answer.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, datetime, timedelta

from timeline.dates import moments, weekdays
from timeline.dates.english.relative import count_of
from timeline.dates.english.relative.periods import shifted
from timeline.dates.english.vocabulary import NUMBERS, WEEKDAYS, alternatives
from timeline.dates.moments import Refused
from timeline.dates.rule import Form, matching
from timeline.model.when import Moment, When

#: From a match and a day of the event to the moments that are meant.
Step = Callable[[re.Match[str], date], Iterable[Moment]]

_COUNT = rf"(?P<count>\d{{1,3}}|{alternatives(NUMBERS)})"
_UNIT = r"(?P<unit>day|week|fortnight|month|year)s?"
_PERIOD = r"(?P<unit>week|month|quarter|year)"
_WEEKDAY = rf"(?P<weekday>{alternatives(WEEKDAYS)})"
_LATER, _BEFORE = "(?:later|after(?:wards?)?|on)", "(?:earlier|before|prior|previously)"
_OF_DAY = "(?:day|morning|afternoon|evening|night)"
_PART = rf"(?: {_OF_DAY})?"
_THE = "(?:on |in |during )?the "
_WEEK_ON = {"week": 7, "fortnight": 14}

#: The event that may be named after the words. Digits and words of time would mean another date.
_TIME_WORDS = (
    rf"{alternatives(WEEKDAYS)}|days?|weeks?|weekend|months?|years?|hours?|today|yesterday|tomorrow|ago|last|next"
    "|and|or|but|not|january|february|march|april|june|july|august|september|october|november|december"
)
_EVENT = re.compile(
    r"(?P<words>.*\b(?:after|before|following|of|prior|later than|earlier than))(?: to)? "
    rf"(?:the|a|an|his|her|their|its|this|that)(?: (?!(?:{_TIME_WORDS})\b)[^\W\d_][^\W\d_'-]*){{1,6}}"
)


def _days(step: int) -> Step:
    return lambda _, day: [Moment.day(day + timedelta(days=step))]


def _counted(sign: int) -> Step:
    """Days are exact; with weeks, months and years the word "about" is understood."""

    def build(found: re.Match[str], day: date) -> Iterable[Moment]:
        count, unit = sign * count_of(found), found["unit"]
        if unit == "day":
            return [Moment.day(day + timedelta(days=count))]
        if unit in _WEEK_ON:
            there = Moment.day(day + timedelta(days=count * _WEEK_ON[unit]))
            return [replace(there, approximate=True)]
        return [replace(moment, approximate=True) for moment in shifted(unit, count, day)]

    return build


def _weekday(of: Callable[[int, date], date]) -> Step:
    return lambda found, day: [Moment.day(of(WEEKDAYS[found["weekday"]], day))]


def _period(step: int) -> Step:
    return lambda found, day: shifted(found["unit"], step, day)


def _weekend(of: Callable[[date], Iterable[Moment]]) -> Step:
    return lambda _, day: of(day)


#: Forms that look ahead of the event, from its last day.
LATER: tuple[Form[Step], ...] = (
    Form("day after", rf"{_THE}(?:next|following) {_OF_DAY}", "the following day", _days(1)),
    Form("day after", rf"(?:on )?the {_OF_DAY} (?:after|following)", "the day after", _days(1)),
    Form("counted after", rf"{_COUNT} {_UNIT} {_LATER}", "two days later", _counted(1)),
    Form("counted after", rf"(?:after|within) {_COUNT} {_UNIT}", "after two days", _counted(1)),
    Form(
        "following weekday",
        rf"(?:on )?(?:the )?(?:following|next) {_WEEKDAY}{_PART}",
        "the following Monday",
        _weekday(weekdays.after),
    ),
    Form(
        "following weekday",
        rf"(?:on )?(?:the )?{_WEEKDAY}{_PART} (?:after|following)",
        "the Monday after",
        _weekday(weekdays.after),
    ),
    Form("period after", rf"{_THE}(?:following|next) {_PERIOD}", "the following week", _period(1)),
    Form("period after", rf"{_THE}{_PERIOD} (?:after|following)", "the week after", _period(1)),
    Form(
        "following weekend",
        r"(?:(?:on|at|over|during) )?the (?:following|next) weekend",
        "the following weekend",
        _weekend(weekdays.weekend_after),
    ),
)
#: Forms that look back from the event, from its first day.
EARLIER: tuple[Form[Step], ...] = (
    Form("day before", rf"{_THE}(?:previous|preceding) {_OF_DAY}", "the previous day", _days(-1)),
    Form("day before", rf"(?:on )?the {_OF_DAY} before", "the day before", _days(-1)),
    Form(
        "day before", r"on the eve(?: of)?|on (?:its|his|her|their) eve|the eve of", "on the eve", _days(-1)
    ),
    Form("counted before", rf"{_COUNT} {_UNIT} {_BEFORE}", "two days earlier", _counted(-1)),
    Form(
        "previous weekday",
        rf"(?:on )?the (?:previous|preceding) {_WEEKDAY}{_PART}",
        "the previous Monday",
        _weekday(weekdays.before),
    ),
    Form(
        "previous weekday",
        rf"(?:on )?the {_WEEKDAY}{_PART} before",
        "the Monday before",
        _weekday(weekdays.before),
    ),
    Form("period before", rf"{_THE}(?:previous|preceding) {_PERIOD}", "the previous week", _period(-1)),
    Form("period before", rf"{_THE}{_PERIOD} before", "the week before", _period(-1)),
    Form(
        "previous weekend",
        r"(?:(?:on|at|over|during) )?the (?:previous|preceding) weekend",
        "the previous weekend",
        _weekend(weekdays.weekend_before),
    ),
)
#: Forms that stay with the event.
SAME: tuple[Form[Step], ...] = (
    Form(
        "same day",
        rf"(?:(?:earlier|later|late) )?(?:on |in )?(?:that|the same) (?:very )?{_OF_DAY}",
        "later that day",
        _days(0),
    ),
    Form(
        "same period", rf"(?:later |earlier )?(?:in )?(?:that|the same) {_PERIOD}", "that week", _period(0)
    ),
)
_HOURS = re.compile(
    rf"{_COUNT} (?P<unit>minute|hour)s? (?:(?P<later>later|after(?:wards?)?)|earlier|before)"
)


def read(words: str, anchor: When) -> tuple[When, ...]:
    """The readings of words in small letters that are counted from ``anchor``, none when they are not.

    >>> summit = When(Moment.day(date(2025, 2, 17)), Moment.day(date(2025, 2, 18)))
    >>> [when.edtf for when in read("two days later", summit)]
    ['2025-02-20']
    >>> [when.edtf for when in read("on the eve of the summit", summit)]
    ['2025-02-16']
    """
    named = _EVENT.fullmatch(words)
    words = named["words"] if named else words
    hours = _HOURS.fullmatch(words)
    if hours:
        return _by_the_clock(hours, anchor)
    for forms, side_of in ((LATER, _end), (EARLIER, _start), (SAME, _whole)):
        hit = matching(forms, words)
        if hit:
            form, found = hit
            moments_of = _steps(form.build, found, side_of(anchor))
            return tuple(When(moment, rule=form.name) for moment in moments_of)
    return ()


def _end(anchor: When) -> Moment:
    if anchor.lacks_end:
        reason = "is still going on" if anchor.open_end else "has no known end"
        raise Refused(f"that event {reason}", "the day")
    return anchor.end or anchor.start


def _start(anchor: When) -> Moment:
    if anchor.lacks_start:
        raise Refused("that event has no known start", "the day")
    return anchor.start


def _whole(anchor: When) -> Moment:
    """The event as one moment."""
    marks = (_start(anchor), _end(anchor))
    if anchor.end is None:
        return anchor.start
    return replace(
        moments.stretch(anchor.first, anchor.last),
        approximate=any(mark.approximate for mark in marks),
        uncertain=any(mark.uncertain for mark in marks),
    )


def _steps(build: Step, found: re.Match[str], side: Moment) -> tuple[Moment, ...]:
    """The step from each end of ``side``; where they differ, one moment that holds both."""
    firsts, lasts = tuple(build(found, side.earliest)), tuple(build(found, side.latest))
    if firsts != lasts:
        both = (*firsts, *lasts)
        firsts = (moments.stretch(min(at.earliest for at in both), max(at.latest for at in both)),)
    return tuple(
        replace(
            moment,
            approximate=moment.approximate or side.approximate or any(at.approximate for at in lasts),
            uncertain=side.uncertain,
        )
        for moment in firsts
    )


def _by_the_clock(found: re.Match[str], anchor: When) -> tuple[When, ...]:
    """ "Three hours later": the day or days it may be, give or take half an hour."""
    side = (anchor.end or anchor.start) if found["later"] else anchor.start
    if side.clock is None or (anchor.lacks_end if found["later"] else anchor.lacks_start):
        raise Refused("the clock time of that event is not known", "the day")
    minutes = count_of(found) * (60 if found["unit"] == "hour" else 1)
    at = datetime.combine(side.earliest, side.clock) + timedelta(
        minutes=minutes if found["later"] else -minutes
    )
    days = {(at + timedelta(minutes=slack)).date() for slack in (-30, 30)}
    return weekdays.as_days(sorted(days), "hours after" if found["later"] else "hours before")

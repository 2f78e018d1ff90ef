"""English words that are counted from another event: "the day before", "two weeks after the summit".

What comes later is counted from the last day of that event, what comes before from its first. Where the
event is known less exactly than to the day, so is the result.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from timeline.dates import moments, weekdays
from timeline.dates.english.relative.anchored_rules import (
    BY_THE_CLOCK,
    EARLIER,
    FROM_EVENT,
    LATER,
    SAME,
    Step,
)
from timeline.dates.english.vocabulary import WEEKDAYS, alternatives
from timeline.dates.refused import Refused
from timeline.dates.rule import Rule, matching
from timeline.model.when import Moment, When

RULES: tuple[Rule[Any], ...] = (*LATER, *EARLIER, *SAME, *BY_THE_CLOCK)
#: The rule of a date that an event file gives as a distance from another event.
EXPLANATIONS = {"counted from another event": FROM_EVENT}
#: The event that may be named after the words. Digits and words of time would mean another date.
_TIME_WORDS = (
    rf"{alternatives(WEEKDAYS)}|days?|weeks?|weekend|months?|years?|hours?|today|yesterday|tomorrow|ago|last|next"
    "|and|or|but|not|january|february|march|april|june|july|august|september|october|november|december"
)
_EVENT = re.compile(
    r"(?P<words>.*\b(?:after|before|following|of|prior|later than|earlier than))(?: to)? "
    rf"(?:the|a|an|his|her|their|its|this|that)(?: (?!(?:{_TIME_WORDS})\b)[^\W\d_][^\W\d_'-]*){{1,6}}"
)


def read(phrase: str, anchor: When) -> tuple[When, ...]:
    """The readings of words in small letters that are counted from ``anchor``, none when they are not.

    >>> from datetime import date
    >>> summit = When(Moment.day(date(2025, 2, 17)), Moment.day(date(2025, 2, 18)))
    >>> [when.edtf for when in read("two days later", summit)]
    ['2025-02-20']
    >>> [when.edtf for when in read("on the eve of the summit", summit)]
    ['2025-02-16']
    """
    named = _EVENT.fullmatch(phrase)
    phrase = named["words"] if named else phrase
    by_the_clock = matching(BY_THE_CLOCK, phrase)
    if by_the_clock:
        return weekdays.as_days(by_the_clock[0].build(by_the_clock[1], anchor), by_the_clock[0].name)
    for rules, side_of in ((LATER, _end), (EARLIER, _start), (SAME, _whole)):
        hit = matching(rules, phrase)
        if hit:
            rule, found = hit
            return tuple(
                When(moment, rule=rule.name) for moment in _steps(rule.build, found, side_of(anchor))
            )
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

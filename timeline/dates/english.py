"""English phrases: one date, two put together, and the words around them.

A phrase is read by the first table that knows it: names of one date (`english_points`), numbers,
relative words, `JOINS` of two dates, a clock time, and `WRAPPERS`: words that qualify a date ("circa") or
say nothing of its day ("on", "in the evening").
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from timeline.dates import moments, numeric, relative, weekdays
from timeline.dates.calendar_words import NOT_ALONE, WEEKDAYS, alternatives
from timeline.dates.clock import set_clock, take_clock
from timeline.dates.english_points import BARE_DAY, POINTS, point, special
from timeline.dates.moments import Refused
from timeline.dates.named import Named, readings, spans
from timeline.model import Moment, Precision, When

#: Between the two ends of a span. The text is tried at each of them.
_TO = r" ?[-–] ?| to | until | till | through | thru "
_PART_OF_DAY = (
    r"(?:(?:early |late |mid-?)?(?:morning|afternoon)|(?:early |late )?evening|(?:late )?night|lunchtime)"
)


@dataclass(frozen=True, slots=True)
class Join:
    """Two points and the words between and around them; ``build`` makes readings of the span of both."""

    name: str
    pattern: str
    between: str
    example: str
    build: Callable[[When], tuple[When, ...]]


def _one_moment(when: When) -> tuple[When, ...]:
    """Some day of the span: "between 12 and 16 February"."""
    return (When(moments.stretch(when.first, when.last), rule=when.rule),)


def _either(when: When) -> tuple[When, ...]:
    ends = (when.start, when.end or when.start)
    return tuple(When(moment, rule=when.rule) for moment in ends)


def _both(when: When) -> tuple[When, ...]:
    """Neighbouring days are a span; others are two dates."""
    if not when.is_exact or (when.last - when.first).days != 1:
        raise Refused("these are two dates", "one event for each")
    return (when,)


#: A night is one imprecise moment of two days: long talks and a strike at any hour both lie inside.
JOINS = (
    Join(
        "night between two days",
        r"(?:overnight|(?:the )?night of) (?:from |on )?(?P<rest>.+)",
        f"{_TO}|/| into ",
        "overnight 17-18 February 2025",
        _one_moment,
    ),
    Join(
        "weekend of two days",
        r"(?:the )?weekend of (?P<rest>.+)",
        rf"{_TO}|/| and ",
        "the weekend of 15-16 February 2025",
        _one_moment,
    ),
    Join(
        "between",
        r"(?:some ?time )?between (?P<rest>.+)",
        " and ",
        "between 12 and 16 February 2025",
        _one_moment,
    ),
    Join("span", r"(?:from )?(?P<rest>.+)", _TO, "17-18 February 2025", lambda when: (when,)),
    Join("two days", r"(?:on )?(?P<rest>.+)", " and ", "17 and 18 February 2025", _both),
    Join("either", r"(?:on |in )?(?:either )?(?P<rest>.+)", " or ", "17 or 18 February 2025", _either),
)


def _same(when: When) -> tuple[When, ...]:
    return (when,)


def _marked(*, approximate: bool = False, uncertain: bool = False) -> Callable[[When], tuple[When, ...]]:
    """Both ends of a span carry the qualifier."""

    def mark(moment: Moment) -> Moment:
        return replace(
            moment,
            approximate=moment.approximate or approximate,
            uncertain=moment.uncertain or uncertain,
        )

    return lambda when: (replace(when, start=mark(when.start), end=mark(when.end) if when.end else None),)


def _of_a_day(when: When) -> tuple[When, ...]:
    """A part of the day keeps its day; a longer stretch has no evening."""
    if when.end or when.start.precision is not Precision.DAY:
        raise Refused("a part of the day needs one day", "the day, as in the evening of 17 February 2025")
    return (when,)


def _open(when: When) -> tuple[When, ...]:
    if when.end:
        raise Refused("a span has an end already", "the first day alone, as in since 17 February 2025")
    return (replace(when, open_end=True),)


def _week_of(when: When) -> tuple[When, ...]:
    """The week that holds the day; of a Sunday also the week that it begins."""
    if when.end or not when.start.is_day:
        raise Refused("a week is told by one of its days", "the week of 17 February 2025")
    return tuple(When(week, rule="week of a day") for week in weekdays.weeks(when.first, 0))


_ABOUT = "(?:circa|ca|c|about|around|approximately|approx|roughly|on or about|on or around) "

#: Words around a date (the ``rest``), and what they do to each of its readings.
WRAPPERS: tuple[tuple[str, Callable[[When], tuple[When, ...]]], ...] = (
    (rf"(?:{_ABOUT}|c ?(?=\d))(?P<rest>.+)", _marked(approximate=True)),
    (r"(?:possibly|perhaps|probably|maybe) (?P<rest>.+)", _marked(uncertain=True)),
    (r"(?P<rest>.+?) ?\(?\?\)?", _marked(uncertain=True)),
    (r"(?:since|from) (?P<rest>.+?)(?: onwards?)?", _open),
    (r"(?P<rest>.+) onwards?", _open),
    (r"(?:the )?week of (?P<rest>.+)", _week_of),
    (rf"(?P<rest>.+?)(?: in the| at)? {_PART_OF_DAY}", _of_a_day),
    (rf"(?:in |on )?(?:the )?(?:{_PART_OF_DAY}|early hours) (?:of |on )?(?P<rest>.+)", _of_a_day),
    (
        rf"(?:early|late) (?:on )?(?P<rest>(?:{alternatives(WEEKDAYS)}|today|yesterday|tomorrow)\b.*)",
        _of_a_day,
    ),
    (r"(?:earlier|later) (?P<rest>.+)", _same),
    (r"(?P<rest>.+)'s?", _same),
    (r"\((?P<rest>.+)\)", _same),
    (r"the (?P<rest>(?!may$|march$).+)", _same),
    (r"(?:on|in|during|dated|some ?time in|some ?time during|at) (?P<rest>.+)", _same),
)


def read(phrase: str, published: date | None, zone: str = "", order: str = "") -> tuple[When, ...]:
    """The readings of an English phrase, none when it is not one. Raises Refused for one that is at fault.

    >>> [when.edtf for when in read("28 February – 2 March 2025", None)]
    ['2025-02-28/2025-03-02']
    """
    if ".." in phrase:  # an open end in EDTF, something left out in prose
        return ()
    words = re.sub(r"(?<=[a-z])\.|[.;:]$", "", phrase.lower().replace(",", " "))
    words = " ".join(words.replace(" local time", "").split())
    if words in NOT_ALONE:
        raise Refused(f'"{phrase}" alone may be another word', "the whole date, as in 17 February 2025")
    return _phrase(words, published, zone, order)


@lru_cache(maxsize=1024)  # wrappers within wrappers meet the same words again
def _phrase(words: str, published: date | None, zone: str, order: str) -> tuple[When, ...]:
    """The first table that knows the phrase decides."""
    found = special(words) or numeric.read(words, order=order) or _single(words, published)
    found = found or relative.read(words, published) or _joined(words, published)
    return found or _clocked(words, published, zone, order) or _wrapped(words, published, zone, order)


def _single(words: str, published: date | None) -> tuple[When, ...]:
    found = point(words)
    return readings(found[1], published, found[0]) if found else ()


def _joined(words: str, published: date | None) -> tuple[When, ...]:
    for join in JOINS:
        around = re.fullmatch(join.pattern, words)
        for start, end in _sides(around["rest"], join.between) if around else ():
            found = spans(start, end, published, join.name)
            return tuple(changed for when in found for changed in join.build(when))
    return ()


def _sides(words: str, between: str) -> Iterator[tuple[Named, Named]]:
    """Each way to cut the words in two points; a bare day needs a month at the other end."""
    for cut in re.finditer(between, words):
        start = point(words[: cut.start()], (*POINTS, BARE_DAY))
        end = point(words[cut.end() :], (*POINTS, BARE_DAY))
        if start and end and (start[1].month or end[1].month or BARE_DAY.name not in (start[0], end[0])):
            yield start[1], end[1]


def _clocked(words: str, published: date | None, zone: str, order: str) -> tuple[When, ...]:
    clocked = take_clock(words)
    if not clocked:
        return ()
    rest, clock = clocked
    return tuple(set_clock(when, clock, zone) for when in _phrase(rest, published, zone, order))


def _wrapped(words: str, published: date | None, zone: str, order: str) -> tuple[When, ...]:
    for pattern, change in WRAPPERS:
        around = re.fullmatch(pattern, words)
        found = _phrase(around["rest"], published, zone, order) if around else ()
        if found:
            return tuple(changed for when in found for changed in change(when))
    return ()

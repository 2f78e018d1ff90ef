"""Two English dates put together: "17-18 February 2025", "between Monday and Wednesday"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property

from timeline.dates import moments, weekdays
from timeline.dates.context import Context
from timeline.dates.english import centuries, numeric, relative
from timeline.dates.english.absolute import BARE_DAY, POINTS, point
from timeline.dates.english.vocabulary import PART_OF_DAY, TO, WEEKDAYS, alternatives
from timeline.dates.moments import Refused
from timeline.dates.partial_date import spans
from timeline.dates.spans import span
from timeline.model.when import Moment, Precision, When

_WEEKDAY = re.compile(rf"(?:on )?({alternatives(WEEKDAYS)})")
_WEEKENDS = ([5, 6], [4, 5, 6], [5, 6, 0], [4, 5, 6, 0])
_YEAR_LAST = re.compile(r" \d{4}$")
_ABOUT = re.compile(r"(?:circa|ca|c|about|around) |c(?=\d)")
#: Not one within a date in numbers.
_SLASH = r" ?/ ?(?!\d{1,2}/\d|\d{4})"
_PART = re.compile(rf"(?: in the| on the)? {PART_OF_DAY}$")


@dataclass(frozen=True)
class Join:
    """Two points and the words between and around them; ``build`` makes readings of the span of both."""

    name: str
    pattern: str
    between: str
    example: str
    build: Callable[[When], tuple[When, ...]]

    @cached_property
    def around(self) -> re.Pattern[str]:
        """The whole phrase, with the two points as its ``rest``."""
        return re.compile(self.pattern)

    @cached_property
    def cut(self) -> re.Pattern[str]:
        """The words between the two."""
        return re.compile(self.between)


def _one_moment(when: When) -> tuple[When, ...]:
    """Some day of the span: "between 12 and 16 February"."""
    return (When(moments.stretch(when.first, when.last), rule=when.rule),)


def _night(when: When) -> tuple[When, ...]:
    if not when.is_exact or (when.last - when.first).days != 1:
        raise Refused("a night touches two days, one after the other", "overnight 17-18 February 2025")
    return _one_moment(when)


def _weekend(when: When) -> tuple[When, ...]:
    """Saturday and Sunday, and Friday or Monday where they are counted in."""
    inside = [
        when.first + timedelta(days=step) for step in range(min((when.last - when.first).days + 1, 5))
    ]
    names = [day.weekday() for day in inside]
    if not when.is_exact or names not in _WEEKENDS:
        raise Refused("these days are no weekend", "its Saturday and Sunday, or the days alone")
    return _one_moment(when)


def _check_alike(when: When) -> None:
    """In "March 2024 or 2025" nobody knows whether the month is meant again."""
    first, last = when.start.precision, (when.end or when.start).precision
    for unit, is_other in (
        (Precision.YEAR, last is Precision.YEAR),
        (Precision.DAY, first is Precision.DAY),
    ):
        if is_other and not first is last is unit:
            raise Refused(
                "the one says more than the other", "both in full, as in March 2024 or March 2025"
            )


def _either(when: When) -> tuple[When, ...]:
    """Neighbouring days are one imprecise moment; of others each is a reading."""
    _check_alike(when)
    if when.is_exact and (when.last - when.first).days == 1:
        return _one_moment(when)
    ends = (when.start, when.end or when.start)
    return tuple(When(moment, rule=when.rule) for moment in ends)


def _both(when: When) -> tuple[When, ...]:
    """Neighbours, such as two days or March and April, are a span; others are two dates."""
    _check_alike(when)
    if when.end is None or when.end.earliest - when.start.latest != timedelta(days=1):
        raise Refused("these are two dates", "one event for each")
    return (when,)


def _either_night(when: When) -> tuple[When, ...]:
    """One of the nights that begin on either day."""
    return tuple(
        When(moments.stretch(day.first, day.last + timedelta(days=1)), rule=day.rule)
        for day in _either(when)
        if day.is_exact or day.last - day.first == timedelta(days=1)
    )


def _span_or_night(when: When) -> tuple[When, ...]:
    """ "17/18 February": two days, or the night between them."""
    return (*_both(when), *_one_moment(when))


#: A night is one imprecise moment of two days: long talks and a strike at any hour both lie inside.
JOINS = (
    Join(
        "night between two days",
        r"(?:overnight|(?:in |on |during )?(?:the )?night)(?: of)? (?:from |on )?(?P<rest>.+)",
        rf"{TO}|/| into | and ",
        "overnight 17-18 February 2025",
        _night,
    ),
    Join(
        "night between two days",
        r"(?:late )?(?:on |from )?(?P<rest>.+)",
        r" into (?:the )?(?:early hours of |early )?",
        "Monday night into Tuesday",
        _night,
    ),
    Join(
        "weekend of two days",
        r"(?:the )?weekend of (?P<rest>.+)",
        rf"{TO}|/| and ",
        "the weekend of 15-16 February 2025",
        _weekend,
    ),
    Join(
        "between",
        r"(?:some ?time )?between (?P<rest>.+)",
        " and ",
        "between 12 and 16 February 2025",
        _one_moment,
    ),
    Join("span", r"(?:from )?(?P<rest>.+)", TO, "17-18 February 2025", lambda when: (when,)),
    Join("two days", r"(?:on )?(?:both )?(?P<rest>.+)", " and | & ", "17 and 18 February 2025", _both),
    Join(
        "either of two nights",
        r"(?:on )?(?:either )?(?P<rest>.+?)(?: in the| at)? (?:late )?night",
        " or ",
        "Monday or Tuesday night",
        _either_night,
    ),
    Join("either", r"(?:on |in )?(?:either )?(?P<rest>.+)", " or ", "17 or 18 February 2025", _either),
    Join("two days or a night", r"(?:on )?(?P<rest>.+)", _SLASH, "17/18 February 2025", _span_or_night),
)


def read(words: str, context: Context) -> tuple[When, ...]:
    """The readings of two dates that a join puts together, none when the words are no such thing.

    >>> [when.edtf for when in read("28 february - 2 march 2025", Context())]
    ['2025-02-28/2025-03-02']
    """
    for join in JOINS:
        around = join.around.fullmatch(words)
        for left, right in _sides(around["rest"], join.cut) if around else ():
            found = (
                _dates(left, centuries.short_year(left, right, words), context, join.name)
                or _numbers(left, right, context, join.name)
                or _near(left, right, context, join.name)
                or _ages(left, right, join.name)
            )
            if found:
                return tuple(changed for when in found for changed in join.build(when))
    return ()


def _sides(words: str, between: re.Pattern[str]) -> Iterator[tuple[str, str]]:
    """Each way to cut the words in two, without the parts of the day."""
    for cut in between.finditer(words):
        left, right = words[: cut.start()], words[cut.end() :]
        if _PART.search(right) and not _PART.search(left) and "night" in right:
            continue  # "Tuesday-Wednesday night" is one night
        yield _PART.sub("", left), _PART.sub("", right)


def _dates(left: str, right: str, context: Context, rule: str) -> tuple[When, ...]:
    """Both sides name a date; a bare day needs a month at the other end."""
    about = _ABOUT.match(left), _ABOUT.match(right)
    if about[1]:  # an "about" before the first alone is said of both
        left, right = (_ABOUT.sub("", side) for side in (left, right))
    start, end = (point(side, (*POINTS, BARE_DAY)) for side in (left, right))
    if not start or not end or (end[0] == BARE_DAY.name and _YEAR_LAST.search(left)):
        return ()
    if BARE_DAY.name in (start[0], end[0]) and not (start[1].month or end[1].month):
        return ()
    found = spans(start[1], end[1], context.published, rule)
    return tuple(_approximate(when, bool(about[0])) for when in found) if about[1] else found


def _approximate(when: When, first: bool) -> When:
    """The end is about, and where it is said so also the start."""
    end = replace(when.end, approximate=True) if when.end else None
    return replace(when, start=replace(when.start, approximate=first), end=end)


def _numbers(left: str, right: str, context: Context, rule: str) -> tuple[When, ...]:
    """ "13/02/2025 - 16/02/2025", both in the same order."""
    starts, ends = (numeric.read(side, context.published, context.order) for side in (left, right))
    pairs = [(start, end) for start in starts for end in ends if start.rule == end.rule]
    return tuple(span(start.start, end.start, rule) for start, end in pairs)


def _ages(left: str, right: str, rule: str) -> tuple[When, ...]:
    """ "The 1920s and 1930s", "18th-19th century"."""
    ends = centuries.both(left, right)
    return (span(*ends, rule),) if ends else ()


def _near(left: str, right: str, context: Context, rule: str) -> tuple[When, ...]:
    """ "Monday to Wednesday", "yesterday and today": from each first day to the next of the second."""
    starts = _near_days(left, context)
    weekday = _WEEKDAY.fullmatch(right)
    if weekday:
        if starts == [context.published] and _WEEKDAY.fullmatch(left):
            starts.insert(0, starts[0] - weekdays.WEEK)  # what has come to its end began a week ago
        pairs = [(start, weekdays.after(WEEKDAYS[weekday[1]], start)) for start in starts]
    elif starts:
        pairs = [(start, end) for start in starts for end in _near_days(right, context) if start < end]
    else:
        pairs = []
    return tuple(span(Moment.day(start), Moment.day(end), rule) for start, end in pairs)


def _near_days(words: str, context: Context) -> list[date]:
    """The days that a weekday or a word such as "yesterday" may mean; a night is none."""
    found = relative.read(words, context.published) if "night" not in words else ()
    return [when.first for when in found if when.start.is_day]

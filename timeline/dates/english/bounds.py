"""English phrases that give one bound of a date: "until 11 March", "by Friday", "after 20 January".

They are intervals with an open side. "Until" and "by" keep the named date as their end; "before" ends with
the day, week, month or year that comes before it, and "after" begins with the one that comes next. "Until"
says when something ended; the others say only on which side of a date it took place (`ONE_SIDED`).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from timeline.dates import moments, written_calendar
from timeline.dates.context import Context, Reader
from timeline.dates.english.vocabulary import PART_OF_DAY
from timeline.dates.refused import Refused
from timeline.dates.rule import Explanation, Rule
from timeline.model.day import plus
from timeline.model.messages import message
from timeline.model.when import Moment, Precision, When

#: From the named date, and whether the words name only a part of its day, to the reading of the phrase.
Bound = Callable[[Moment, bool], When]

_UP_TO = Explanation(message("up to that date, with no beginning given"))
_FROM = Explanation(message("from that date on, with no end given"))
_BESIDE = Explanation(message("the time before or after the named day, week, month or year"))
#: The rules of dates that lie anywhere on the named side, as in `When.rule`.
ONE_SIDED = frozenset({"by", "before", "after", "on or after"})
_PART_OF_DAY = re.compile(rf"\b(?:{PART_OF_DAY}|overnight|tonight)\b")
#: The end of a period is its last day here, not its last third.
_END_OF = re.compile(r"(?:the )?(?:very )?end of (?P<period>.+)")
_THIS = re.compile(r"the (?=(?:week|month|year)$)")
#: A part of a day: "before dawn on Monday" is on that Monday.
_NOT_DAWN = r"(?!(?:dawn|daybreak|sunrise|sunset|dusk)\b)"


def _step(moment: Moment, days: int) -> Moment:
    """The day, week, month or year before (``days`` below 0) or after a moment of that precision."""
    near = plus(moment.earliest if days < 0 else moment.latest, days)
    there = written_calendar.numbers(near)
    steps: dict[Precision, Callable[[], Moment]] = {
        Precision.DAY: lambda: Moment.day(near),
        Precision.WEEK: lambda: moments.a_week(near),
        Precision.MONTH: lambda: moments.a_month(there.year, there.month),
        Precision.YEAR: lambda: moments.a_year(there.year),
    }
    if moment.precision not in steps:
        raise _only_a_bound()
    return replace(steps[moment.precision](), approximate=moment.approximate, uncertain=moment.uncertain)


def _until(moment: Moment, _: bool) -> When:
    return When(moment, open_start=True)


def _from(moment: Moment, _: bool) -> When:
    return When(moment, open_end=True)


def _before(moment: Moment, is_part: bool) -> When:
    """A part of a day is a bound within that day."""
    return When(moment if is_part else _step(moment, -1), open_start=True)


def _after(moment: Moment, is_part: bool) -> When:
    return When(moment if is_part else _step(moment, 1), open_end=True)


RULES: tuple[Rule[Bound], ...] = (
    Rule(
        "until",
        r"(?:until|till|up (?:to|until)) (?P<rest>.+)",
        "until 11 March 2025",
        _until,
        _UP_TO,
    ),
    Rule("by", r"(?:by|no later than|on or before) (?P<rest>.+)", "by 11 March 2025", _until, _UP_TO),
    Rule(
        "on or after",
        r"(?:on or after|no earlier than) (?P<rest>.+)",
        "on or after 20 January 2025",
        _from,
        _FROM,
    ),
    Rule(
        "before",
        rf"(?:some ?time )?(?:before|prior to) {_NOT_DAWN}(?P<rest>.+)",
        "before 20 January 2025",
        _before,
        _BESIDE,
    ),
    Rule(
        "after",
        rf"(?:some ?time )?after {_NOT_DAWN}(?P<rest>.+)",
        "after 20 January 2025",
        _after,
        _BESIDE,
    ),
)


def read(phrase: str, context: Context, read_inner: Reader) -> tuple[When, ...]:
    """The readings of a bound, none when the words are something else.

    >>> from timeline.dates.english import read_tidied
    >>> [when.edtf for when in read("after 20 january 2025", Context(), read_tidied)]
    ['2025-01-21/..']
    >>> [when.edtf for when in read("by the end of february 2025", Context(), read_tidied)]
    ['../2025-02-28']
    """
    for rule in RULES:
        around = rule.compiled.fullmatch(phrase)
        if around:
            named = _named(around["rest"], context, read_inner)
            is_part = bool(_PART_OF_DAY.search(around["rest"]))
            return tuple(replace(rule.build(moment, is_part), rule=rule.name) for moment in named)
    return ()


def _named(rest: str, context: Context, read_inner: Reader) -> tuple[Moment, ...]:
    """The dates that bound the interval. Raises Refused for a span."""
    end_of = _END_OF.fullmatch(rest)
    period = _THIS.sub("this ", end_of["period"]) if end_of else rest
    found = read_inner(period, context)
    if any(when.is_span for when in found):
        raise _only_a_bound()
    return tuple(Moment.day(when.last) if end_of else when.start for when in found)


def _only_a_bound() -> Refused:
    return Refused(
        "that is only a bound, not a date",
        "one day, month or year, as in before 20 January 2025, or between 12 and 16 February 2025",
    )

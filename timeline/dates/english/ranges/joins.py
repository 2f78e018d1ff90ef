"""English words that join two dates, and the readings of the range between them."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property

from timeline.dates import moments
from timeline.dates.english.vocabulary import TO
from timeline.dates.explanations import FIRST_TO_LAST, NIGHT, ONE_OF_SEVERAL, WEEKEND_OF_DAYS
from timeline.dates.refused import Refused
from timeline.dates.rule import Explanation, Rule
from timeline.model.messages import message
from timeline.model.when import Precision, When

_BETWEEN = Explanation(message("one of the days from the first date to the last"))
_DAYS_OR_NIGHT = Explanation(message("two days, or the night between them"))
_WEEKENDS = ([5, 6], [4, 5, 6], [5, 6, 0], [4, 5, 6, 0])
#: A slash, unless it is one within a date in numbers.
_SLASH = r" ?/ ?(?!\d{1,2}/\d|\d{4})"


@dataclass(frozen=True)
class Join(Rule[Callable[[When], tuple[When, ...]]]):
    """A rule for two dates: ``pattern`` has both in its group ``rest``, ``separator`` stands between them.

    ``build`` makes the readings from the range of both.
    """

    separator: str = ""

    @cached_property
    def cut(self) -> re.Pattern[str]:
        """The compiled separator."""
        return re.compile(self.separator)


def _one_moment(when: When) -> tuple[When, ...]:
    """Some day of the span: "between 12 and 16 February"."""
    return (When(moments.stretch(when.first, when.last), rule=when.rule),)


def _night(when: When) -> tuple[When, ...]:
    if not when.is_exact or (when.last - when.first).days != 1:
        raise Refused("a night touches two days, one after the other", "overnight 17-18 February 2025")
    return _one_moment(when)


def _weekend(when: When) -> tuple[When, ...]:
    """Saturday and Sunday, and Friday or Monday where they are included."""
    inside = [
        when.first + timedelta(days=step) for step in range(min((when.last - when.first).days + 1, 5))
    ]
    names = [day.weekday() for day in inside]
    if not when.is_exact or names not in _WEEKENDS:
        raise Refused("these days are not a weekend", "its Saturday and Sunday, or the days alone")
    return _one_moment(when)


def _check_alike(when: When) -> None:
    """Raises Refused where one date is less exact: "March 2024 or 2025" may mean March or all of 2025."""
    first, last = when.start.precision, (when.end or when.start).precision
    for unit, is_other in (
        (Precision.YEAR, last is Precision.YEAR),
        (Precision.DAY, first is Precision.DAY),
    ):
        if is_other and not first is last is unit:
            raise Refused(
                "one of the two is more exact than the other",
                "both in full, as in March 2024 or March 2025",
            )


def _either(when: When) -> tuple[When, ...]:
    """Two successive days are one imprecise moment; of other dates each is a reading."""
    _check_alike(when)
    if when.is_exact and (when.last - when.first).days == 1:
        return _one_moment(when)
    ends = (when.start, when.end or when.start)
    return tuple(When(moment, rule=when.rule) for moment in ends)


def _both(when: When) -> tuple[When, ...]:
    """Adjoining dates, such as two days or March and April, are a span; others are refused."""
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


#: The first row that fits decides. A night is one imprecise moment of two days: long talks lie inside it,
#: and so does a strike at any hour.
RULES: tuple[Join, ...] = (
    Join(
        "night between two days",
        r"(?:overnight|(?:in |on |during )?(?:the )?night)(?: of)? (?:from |on )?(?P<rest>.+)",
        "overnight 17-18 February 2025",
        _night,
        NIGHT,
        separator=rf"{TO}|/| into | and ",
    ),
    Join(
        "night between two days",
        r"(?:late )?(?:on |from )?(?P<rest>.+)",
        "Monday night into Tuesday",
        _night,
        NIGHT,
        separator=r" into (?:the )?(?:early hours of |early )?",
    ),
    Join(
        "weekend of two days",
        r"(?:the )?weekend of (?P<rest>.+)",
        "the weekend of 15-16 February 2025",
        _weekend,
        WEEKEND_OF_DAYS,
        separator=rf"{TO}|/| and ",
    ),
    Join(
        "between",
        r"(?:some ?time )?between (?P<rest>.+)",
        "between 12 and 16 February 2025",
        _one_moment,
        _BETWEEN,
        separator=" and ",
    ),
    Join(
        "span",
        r"(?:from )?(?P<rest>.+)",
        "17-18 February 2025",
        lambda when: (when,),
        FIRST_TO_LAST,
        separator=TO,
    ),
    Join(
        "two days",
        r"(?:on )?(?:both )?(?P<rest>.+)",
        "17 and 18 February 2025",
        _both,
        FIRST_TO_LAST,
        separator=" and | & ",
    ),
    Join(
        "either of two nights",
        r"(?:on )?(?:either )?(?P<rest>.+?)(?: in the| at)? (?:late )?night",
        "Monday or Tuesday night",
        _either_night,
        NIGHT,
        separator=" or ",
    ),
    Join(
        "either",
        r"(?:on |in )?(?:either )?(?P<rest>.+)",
        "17 or 18 February 2025",
        _either,
        ONE_OF_SEVERAL,
        separator=" or ",
    ),
    Join(
        "two days or a night",
        r"(?:on )?(?P<rest>.+)",
        "17/18 February 2025",
        _span_or_night,
        _DAYS_OR_NIGHT,
        separator=_SLASH,
    ),
)

"""English phrases: tables of rules, a module for each family of phrases.

To add a family, write a module with its ``RULES`` and a function ``read``, and name it in `FAMILIES`. The
explanation and the example of a rule stand on the rule.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any, Protocol

from timeline.dates.context import Context
from timeline.dates.english import (
    absolute,
    bounds,
    composite,
    hemisphere,
    numeric,
    places,
    qualifiers,
    ranges,
    relative,
    short_years,
)
from timeline.dates.english.calendar import centuries, counted_within, holidays, parts_of_periods
from timeline.dates.english.relative import anchored
from timeline.dates.english.spelling import tidied
from timeline.dates.english.vocabulary import MONTHS, NOT_ALONE, alternatives
from timeline.dates.refused import Refused
from timeline.dates.rule import Rule
from timeline.model.when import When


class Family(Protocol):
    """A module that reads one family of phrases, and the table of its rules."""

    @property
    def RULES(self) -> tuple[Rule[Any], ...]: ...  # noqa: N802 - a module's constant

    def read(self, phrase: str, context: Context) -> tuple[When, ...]:
        """The readings of the phrase, none when another family reads it; raises Refused for a wrong one."""


#: In the order in which they are asked: the first that knows a phrase decides.
FAMILIES: tuple[Family, ...] = (
    absolute,
    parts_of_periods,
    counted_within,
    centuries,
    holidays,
    numeric,
    relative,
    ranges,
)
#: Asked after the families, in this order: each reads a phrase that holds another one.
_COMPOSITES = (
    composite.agreed,
    composite.in_full,
    composite.since,
    bounds.read,
    short_years.read,
    places.read,
    composite.clocked,
    qualifiers.read,
)
RULES: tuple[Rule[Any], ...] = (
    *(rule for family in FAMILIES for rule in family.RULES),
    *bounds.RULES,
    *short_years.RULES,
    *places.RULES,
    *qualifiers.RULES,
    *anchored.RULES,
)
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
#: Signs around a phrase, without meaning.
_AROUND = ' .;:()"“”„«»'


def read(phrase: str, context: Context) -> tuple[When, ...]:
    """The readings of an English phrase, none when it is not one. Raises Refused for a wrong one.

    >>> [when.edtf for when in read("28 February – 2 March 2025", Context())]
    ['2025-02-28/2025-03-02']
    """
    usual = absolute.usual_day(phrase)
    if usual:
        return usual
    if ".." in phrase:  # an open end in EDTF, an omission in prose
        return ()
    plain = tidied(phrase)
    if "," in phrase and _HOUR_AFTER_COMMA.fullmatch(phrase.lower().strip(_AROUND)):
        raise Refused(
            "its last four digits may be a year or a clock time", "the year without a comma, or 16:00"
        )
    if plain.removeprefix("the ") in NOT_ALONE:
        raise Refused(f'"{phrase}" alone may be another word', "the whole date, as in 17 February 2025")
    return read_tidied(plain, context)


def read_tidied(phrase: str, context: Context) -> tuple[When, ...]:
    """The readings of a phrase that is `tidied` already, of an event's date too where the context has one.

    >>> [when.edtf for when in read_tidied("late february 2025", Context())]
    ['[2025-02-21..2025-02-28]']
    """
    if _YEARS_OR_HOURS.fullmatch(phrase):
        raise Refused("four digits may be a year or a clock time", "in 1500, or the day and 15:00")
    return hemisphere.read(phrase, context, _of_the_north)


def _of_the_north(phrase: str, context: Context) -> tuple[When, ...]:
    """The readings of a phrase whose seasons are those of the north."""
    return _phrase(phrase, context) or (anchored.read(phrase, context.anchor) if context.anchor else ())


@lru_cache(maxsize=8192)  # phrases hold others, which are met again
def _phrase(phrase: str, context: Context) -> tuple[When, ...]:
    for family in FAMILIES:
        found = family.read(phrase, context)
        if found:
            return found
    for read_composite in _COMPOSITES:
        found = read_composite(phrase, context, _phrase)
        if found:
            return found
    return ()

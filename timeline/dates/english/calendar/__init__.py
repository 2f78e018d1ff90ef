"""How rules are read that count within a year of the calendar, named or near the day of publication."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from timeline.dates.context import Context
from timeline.dates.english.vocabulary import MONTHS
from timeline.dates.moments import THIRDS, a_month
from timeline.dates.nearest import nearest_year
from timeline.dates.rule import Rule, matching
from timeline.model.day import Day
from timeline.model.when import Moment, When

#: From a match and a year to the moments that may be meant. The year is 0 for a rule without that group.
BuildInYear = Callable[[re.Match[str], int], Iterable[Moment]]


def read_in_year(rules: Iterable[Rule[BuildInYear]], phrase: str, context: Context) -> tuple[When, ...]:
    """The readings of the first rule that matches, none when no rule does.

    The year is that of the group ``year`` or ``year_alone``. A rule that has the group, in a phrase that
    leaves it out, is read in the years near the day of publication.
    """
    hit = matching(rules, phrase)
    if hit is None:
        return ()
    rule, found = hit

    def in_year(year: int) -> tuple[When, ...]:
        return tuple(When(moment, rule=rule.name) for moment in rule.build(found, year))

    groups = found.groupdict()
    year = groups.get("year") or groups.get("year_alone")
    if year or "year" not in groups:
        return in_year(int(year or 0))
    return nearest_year(in_year, context)


def month_of(found: re.Match[str], year: int) -> tuple[Day, Day]:
    """The first and the last day of the month in the group ``month``."""
    month = a_month(year, MONTHS[found["month"]])
    return month.earliest, month.latest


def third_of(found: re.Match[str]) -> int:
    """Which third a match of `vocabulary.THIRD` names: 0, 1 or 2."""
    return next(number for third, number in THIRDS.items() if found[third])

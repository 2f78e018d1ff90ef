"""English phrases that need the day of publication: "yesterday", "last Monday", "early next week"."""

from __future__ import annotations

from typing import Any

from timeline.dates import weekdays
from timeline.dates.context import Context
from timeline.dates.english.relative import counted, periods, weekday_phrases
from timeline.dates.nearest import NeedsPublished, in_order
from timeline.dates.rule import Rule, matching
from timeline.model.when import Moment, When

_DAY_RULES = (*counted.RULES, *weekday_phrases.RULES, *periods.RULES)
RULES: tuple[Rule[Any], ...] = (*_DAY_RULES, *periods.CONTEXT_RULES, *counted.HOUR_RULES)


def read(phrase: str, context: Context) -> tuple[When, ...]:
    """The readings of relative words in small letters, none when they are not relative.

    Raises NeedsPublished when the words are relative and the day of publication is not known.

    >>> from datetime import date
    >>> [when.edtf for when in read("last monday", Context(date(2025, 2, 17)))]
    ['2025-02-10']
    """
    published = context.published
    by_day, by_hour = matching(_DAY_RULES, phrase), matching(counted.HOUR_RULES, phrase)
    by_context = matching(periods.CONTEXT_RULES, phrase)
    if published is None and (by_day or by_hour or by_context):
        raise NeedsPublished
    if by_day and published:
        rule, found = by_day
        each = (day if isinstance(day, Moment) else Moment.day(day) for day in rule.build(found, published))
        return in_order(When(moment, rule=rule.name) for moment in each)
    if by_context:
        context_rule, found = by_context
        return in_order(
            When(moment, rule=context_rule.name) for moment in context_rule.build(found, context)
        )
    if by_hour and published:
        hour_rule, found = by_hour
        return weekdays.as_days(hour_rule.build(found, published, context.now), hour_rule.name)
    return ()

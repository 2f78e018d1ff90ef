"""Two English dates put together: "17-18 February 2025", "between Monday and Wednesday"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from timeline.dates import weekdays
from timeline.dates.context import Context, changed
from timeline.dates.english import numeric, relative
from timeline.dates.english.absolute import BARE_DAY, end_of_range
from timeline.dates.english.calendar import centuries
from timeline.dates.english.ranges.joins import RULES as RULES
from timeline.dates.english.vocabulary import PART_OF_DAY, WEEKDAYS, alternatives
from timeline.dates.partial_date import spans
from timeline.dates.spans import span
from timeline.model.day import Day
from timeline.model.when import Moment, When

_WEEKDAY = re.compile(rf"(?:on )?({alternatives(WEEKDAYS)})")
_YEAR_LAST = re.compile(r" (?:\d{4}|b\d{4,5})$")
_ABOUT = re.compile(r"(?:circa|ca|c|about|around) |c(?=\d)")
_PART = re.compile(rf"(?: in the| on the)? {PART_OF_DAY}$")


def read(phrase: str, context: Context) -> tuple[When, ...]:
    """The readings of two joined dates, none when the words are something else.

    >>> [when.edtf for when in read("28 february - 2 march 2025", Context())]
    ['2025-02-28/2025-03-02']
    """
    for join in RULES:
        around = join.compiled.fullmatch(phrase)
        for left, right in _sides(around["rest"], join.cut) if around else ():
            found = (
                _dates(left, centuries.short_year(left, right, phrase), context, join.name)
                or _numbers(left, right, context, join.name)
                or _near(left, right, context, join.name)
                or _decades_or_centuries(left, right, join.name)
            )
            if found:
                return changed(found, join.build)
    return ()


def _sides(phrase: str, between: re.Pattern[str]) -> Iterator[tuple[str, str]]:
    """Each way to cut the words in two at a separator, without the parts of the day."""
    for cut in between.finditer(phrase):
        left, right = phrase[: cut.start()], phrase[cut.end() :]
        if _PART.search(right) and not _PART.search(left) and "night" in right:
            continue  # "Tuesday-Wednesday night" is one night
        yield _PART.sub("", left), _PART.sub("", right)


def _dates(left: str, right: str, context: Context, rule: str) -> tuple[When, ...]:
    """Both sides name a date; a bare day needs a month at the other end."""
    about = _ABOUT.match(left), _ABOUT.match(right)
    if about[1]:  # an "about" before the first date alone applies to both
        left, right = (_ABOUT.sub("", side) for side in (left, right))
    first, last = end_of_range(left), end_of_range(right)
    if not first or not last:
        return ()
    (rule_of_start, start), (rule_of_end, end) = first, last
    if rule_of_end is BARE_DAY and _YEAR_LAST.search(left):
        return ()
    if BARE_DAY in (rule_of_start, rule_of_end) and not (start.month or end.month):
        return ()
    found = spans(start, end, context, rule)
    return tuple(_approximate(when, first=bool(about[0])) for when in found) if about[1] else found


def _approximate(when: When, *, first: bool) -> When:
    """The range with an approximate end, and a start that is approximate if ``first`` says so."""
    end = replace(when.end, approximate=True) if when.end else None
    return replace(when, start=replace(when.start, approximate=first), end=end)


def _numbers(left: str, right: str, context: Context, rule: str) -> tuple[When, ...]:
    """ "13/02/2025 - 16/02/2025", both in the same order."""
    starts, ends = (numeric.read(side, context) for side in (left, right))
    pairs = [(start, end) for start in starts for end in ends if start.rule == end.rule]
    return tuple(span(start.start, end.start, rule) for start, end in pairs)


def _decades_or_centuries(left: str, right: str, rule: str) -> tuple[When, ...]:
    """ "The 1920s and 1930s", "18th-19th century"."""
    ends = centuries.both(left, right)
    return (span(*ends, rule),) if ends else ()


def _near(left: str, right: str, context: Context, rule: str) -> tuple[When, ...]:
    """ "Monday to Wednesday", "yesterday and today": from each first day to the next of the second."""
    starts = _near_days(left, context)
    weekday = _WEEKDAY.fullmatch(right)
    if weekday:
        if starts == [context.published] and _WEEKDAY.fullmatch(left):
            starts.insert(
                0, starts[0] - weekdays.WEEK
            )  # a range that ends on the day of publication began a week ago
        pairs = [(start, weekdays.after(WEEKDAYS[weekday[1]], start)) for start in starts]
    elif starts:
        pairs = [(start, end) for start in starts for end in _near_days(right, context) if start < end]
    else:
        pairs = []
    return tuple(span(Moment.day(start), Moment.day(end), rule) for start, end in pairs)


def _near_days(phrase: str, context: Context) -> list[Day]:
    """The days that a weekday or a word such as "yesterday" may mean; a night is none."""
    found = relative.read(phrase, context._replace(now=None)) if "night" not in phrase else ()
    return [when.first for when in found if when.start.is_day]

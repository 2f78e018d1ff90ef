"""English weekdays and weekends around the day of publication: "last Monday", "over the weekend"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date, timedelta

from timeline.dates import weekdays
from timeline.dates.english.vocabulary import WEEKDAYS, alternatives
from timeline.dates.explanations import LAST, NEXT
from timeline.dates.rule import Explanation, Rule
from timeline.model.day import Day
from timeline.model.messages import message
from timeline.model.when import Moment

_NEAR = Explanation(message("a weekday on or near the day of publication"), counted=True)
_NEAREST_BEFORE = Explanation(
    message("the nearest such weekday before the day of publication"), counted=True
)
_NEAREST_AFTER = Explanation(message("the nearest such weekday after the day of publication"), counted=True)
_OF_THE_WEEK = Explanation(
    message("a weekday of the week of publication, or of the week before or after it"), counted=True
)
_WHOLE_WEEKS = Explanation(message("counted in whole weeks from the day of publication"), counted=True)
_MIDWEEK = Explanation(message("Tuesday to Thursday of a week near the day of publication"), counted=True)
_WEEKEND_NEAR = Explanation(message("a weekend on or near the day of publication"), counted=True)
#: From a match and the day of publication to the days or moments that may be meant.
Near = Callable[[re.Match[str], date], Iterable[Moment | Day]]

_WEEKDAY = rf"(?P<weekday>{alternatives(WEEKDAYS)})"
_NEXT = "(?:next|the coming)"
_FAR = {"week": weekdays.WEEK, "fortnight": 2 * weekdays.WEEK}
_A_WEEK = r"(?:a|one) (?P<far>week|fortnight)"
_DAY = r"(?P<day>today|tomorrow)"


def _weekday(of: Callable[[int, date], Iterable[Day]]) -> Near:
    return lambda found, published: of(WEEKDAYS[found["weekday"]], published)


def _of_week(number: int) -> Near:
    return lambda found, published: weekdays.of_week(WEEKDAYS[found["weekday"]], published, number)


def _week(of: Callable[[date], Iterable[Moment]]) -> Near:
    return lambda _, published: of(published)


def _further(found: re.Match[str], published: date) -> Iterable[Day]:
    """ "Monday week": a week after the coming one; on a Monday also after that day."""
    weekday = WEEKDAYS[found["weekday"]]
    nearest = {weekdays.after(weekday, published), *weekdays.bare(weekday, published)}
    return [day + _FAR[found["far"]] for day in nearest if day >= published]


def _from_day(found: re.Match[str], published: date) -> Iterable[Day]:
    return [published + _FAR[found["far"]] + timedelta(days=found["day"] == "tomorrow")]


def _week_before_last(found: re.Match[str], published: date) -> Iterable[Day]:
    return [day - weekdays.WEEK for day in weekdays.last(WEEKDAYS[found["weekday"]], published)]


def _week_ago(found: re.Match[str], published: date) -> Iterable[Day]:
    """ "A week ago Tuesday": a week before the last one, and the Tuesday of last week."""
    weekday = WEEKDAYS[found["weekday"]]
    return weekdays.before(weekday, published) - weekdays.WEEK, *weekdays.of_week(weekday, published, -1)


_BEFORE = _weekday(lambda *at: [weekdays.before(*at)])
_AFTER = _weekday(lambda *at: [weekdays.after(*at)])

RULES: tuple[Rule[Near], ...] = (
    Rule("weekday", rf"(?:this )?{_WEEKDAY}", "Monday", _weekday(weekdays.bare), _NEAR),
    Rule("last weekday", rf"last {_WEEKDAY}", "last Monday", _weekday(weekdays.last), LAST),
    Rule("last weekday", rf"{_WEEKDAY} last", "Monday last", _weekday(weekdays.last), LAST),
    Rule("weekday before", rf"(?:this )?past {_WEEKDAY}", "this past Monday", _BEFORE, _NEAREST_BEFORE),
    Rule(
        "weekday before",
        rf"{_WEEKDAY} (?:just )?(?:past|gone)",
        "Monday just gone",
        _BEFORE,
        _NEAREST_BEFORE,
    ),
    Rule("next weekday", rf"next {_WEEKDAY}", "next Monday", _weekday(weekdays.coming), NEXT),
    Rule("next weekday", rf"{_WEEKDAY} next", "Monday next", _weekday(weekdays.coming), NEXT),
    Rule(
        "weekday after",
        rf"(?:this |the )?(?:coming|upcoming) {_WEEKDAY}",
        "coming Monday",
        _AFTER,
        _NEAREST_AFTER,
    ),
    Rule(
        "weekday of last week",
        rf"{_WEEKDAY} (?:of )?last week",
        "Monday last week",
        _of_week(-1),
        _OF_THE_WEEK,
    ),
    Rule(
        "weekday of this week",
        rf"{_WEEKDAY} (?:of )?this week",
        "Monday this week",
        _of_week(0),
        _OF_THE_WEEK,
    ),
    Rule(
        "weekday of next week",
        rf"{_WEEKDAY} (?:of )?{_NEXT} week",
        "Monday next week",
        _of_week(1),
        _OF_THE_WEEK,
    ),
    Rule(
        "weekday of last week",
        rf"last week(?: on|'s)? {_WEEKDAY}",
        "last week's Monday",
        _of_week(-1),
        _OF_THE_WEEK,
    ),
    Rule(
        "weekday of this week",
        rf"this week(?: on|'s)? {_WEEKDAY}",
        "this week's Monday",
        _of_week(0),
        _OF_THE_WEEK,
    ),
    Rule(
        "weekday of next week",
        rf"next week(?: on|'s)? {_WEEKDAY}",
        "next week on Monday",
        _of_week(1),
        _OF_THE_WEEK,
    ),
    Rule(
        "weekday and a week", rf"{_WEEKDAY} (?P<far>week|fortnight)", "Monday week", _further, _WHOLE_WEEKS
    ),
    Rule(
        "weekday and a week",
        rf"{_A_WEEK} (?:on|from) (?:this |the )?(?:coming )?{_WEEKDAY}",
        "a week on Monday",
        _further,
        _WHOLE_WEEKS,
    ),
    Rule("day and a week", rf"{_A_WEEK} (?:from )?{_DAY}", "a week tomorrow", _from_day, _WHOLE_WEEKS),
    Rule("day and a week", rf"{_DAY} (?P<far>week|fortnight)", "today week", _from_day, _WHOLE_WEEKS),
    Rule(
        "week before last",
        rf"a week (?:ago )?last {_WEEKDAY}",
        "a week last Monday",
        _week_before_last,
        _WHOLE_WEEKS,
    ),
    Rule(
        "week before last",
        rf"(?:the )?{_WEEKDAY} before last",
        "the Monday before last",
        _week_before_last,
        _WHOLE_WEEKS,
    ),
    Rule(
        "weekday a week ago",
        rf"a week ago (?:on )?{_WEEKDAY}",
        "a week ago Monday",
        _week_ago,
        _WHOLE_WEEKS,
    ),
    Rule(
        "midweek",
        r"(?:this |the )?mid-?week|(?:the )?middle of the week",
        "midweek",
        _week(weekdays.midweek),
        _MIDWEEK,
    ),
    Rule(
        "weekend",
        r"(?:this |the |(?:over|at|on|during) (?:the |this ))?weekend",
        "over the weekend",
        _week(weekdays.bare_weekend),
        _WEEKEND_NEAR,
    ),
    Rule("last weekend", r"last weekend", "last weekend", _week(weekdays.last_weekend), LAST),
    Rule(
        "weekend before",
        r"(?:(?:this )?past|over the past) weekend",
        "this past weekend",
        _week(weekdays.weekend_before),
        _WEEKEND_NEAR,
    ),
    Rule("next weekend", r"next weekend", "next weekend", _week(weekdays.next_weekend), NEXT),
    Rule(
        "weekend after",
        r"(?:this |the )?coming weekend",
        "the coming weekend",
        _week(weekdays.weekend_after),
        _WEEKEND_NEAR,
    ),
)

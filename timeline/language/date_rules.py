"""How each rule of reading dates came to its date, in plain words: few sentences for many rules.

The rules are those of `timeline.dates`, by their names. Each sentence holds for every phrase that its
rules read, stands by itself and has no gaps to fill, so that it can be put into any language.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from unicodedata import numeric

from timeline.language import message
from timeline.model.when import When

#: What the calendar alone tells when the year is written; else `DEPENDS` comes after it.
_ON_THE_CALENDAR = {
    message("the date as written"): (
        "day month year", "month day year", "year month day", "day-month-year", "month-day-year",
        "year-month-day", "month year", "year month", "month/year", "year",
        "year in three digits", "day without its month",
    ),
    message("the day is written before the month"): ("day/month/year",),
    message("the month is written before the day"): ("month/day/year",),
    message("from the first date to the last"): ("span", "two days"),
    message("one of the days from the first date to the last"): ("between",),
    message("one of several dates"): ("either",),
    message("two days, or the night between them"): ("two days or a night",),
    message("a night touches two days"): (
        "night of a day", "night between two days", "night before publication", "overnight on a day",
        "either of two nights",
    ),
    message("the week that the named day begins, ends or belongs to"): (
        "week of a day", "week from a day", "week to a day",
    ),
    message("the weekend of the named day or days"): ("weekend of a day", "weekend of two days"),
    message("counted within the named month or year"): (
        "weekday counted in its month", "week counted in its month", "weekend counted in its month",
        "first or last day of a month", "first or last day of a year",
    ),
    message("the beginning, the middle and the end stand for thirds of the month, season or year"): (
        "third of a month", "third of a season", "third of a year", "third of this one",
        "thirds of a month or year",
    ),
    message("a half or a quarter of the named month or year"): (
        "half", "year and half", "half of a month", "quarter", "year and quarter", "last part of a year",
    ),
    message("a season of three whole months, as north of the equator"): ("season", "winter"),
    message("a day that has a name in the calendar"): ("feast",),
}  # fmt: skip

#: What is whole by itself.
_WHOLE = {
    message("written in the international notation, year first (ISO 8601)"): (
        "ISO day", "ISO basic day", "ISO day and time", "ISO day of the year", "ISO week day",
        "EDTF year", "EDTF month or part of a year", "EDTF decade", "EDTF century",
        "EDTF unspecified month", "EDTF unspecified day",
    ),
    message("a week by its number, from Monday to Sunday (ISO 8601)"): ("ISO week", "ISO week in words"),
    message("from the first date to the last"): ("EDTF interval", "EDTF all of a set"),
    message("from that date on, with no end given"): ("EDTF interval with an open end",),
    message("from that date on, to an end that is not known"): ("EDTF interval with an unknown end",),
    message("up to that date, with no beginning given"): ("EDTF interval with an open start",),
    message("up to that date, from a beginning that is not known"): (
        "EDTF interval with an unknown start",
    ),
    message("one of several dates"): ("EDTF one of a set",),
    message("two years, the second one shortened"): ("two years",),
    message("the named decade or century, or a part of it"): (
        "decade", "third of a decade", "century", "third of a century",
        "quarter of a century", "half of a century",
    ),
}  # fmt: skip

#: What is counted from another day.
_COUNTED = {
    message("counted from the day of publication"): (
        "day", "day with its weekday", "tonight", "ago", "ago to the day", "in", "from now",
        "ahead to the day",
    ),
    message("counted in whole weeks from the day of publication"): (
        "day and a week", "weekday and a week", "weekday a week ago", "week before last",
    ),
    message("counted from some hour of the day of publication"): ("hours ago", "in hours"),
    message("a weekday on or near the day of publication"): ("weekday",),
    message("the nearest such weekday before the day of publication"): ("weekday before",),
    message("the nearest such weekday after the day of publication"): ("weekday after",),
    message("the last one before the day of publication, or the one of the previous week or year"): (
        "last weekday", "last weekend", "last named one", "numbered day before",
    ),
    message("the next one after the day of publication, or the one of the following week or year"): (
        "next weekday", "next weekend", "next named one", "numbered day after",
    ),
    message("a weekday of the week of publication, or of the week before or after it"): (
        "weekday of this week", "weekday of last week", "weekday of next week",
    ),
    message("a weekend on or near the day of publication"): ("weekend", "weekend before", "weekend after"),
    message("Tuesday to Thursday of a week near the day of publication"): ("midweek",),
    message("some three days at the beginning, in the middle or at the end of a week near publication"): (
        "third of a week",
    ),
    message("a week, month, quarter or year counted from that of publication"): (
        "this one", "last one", "next one", "last but one", "next but one",
    ),
    message("some day of that period, up to the day of publication or from it on"): (
        "earlier in this one", "later in this one",
    ),
    message("a month or season near the day of publication"): ("this named one",),
    message("some day of the span up to or from the day of publication"): (
        "within the past", "within the past one", "within the next",
    ),
    message("some day of the span next to the day of publication, or of the next calendar period"): (
        "within the last one, or that one", "within the next one, or that one",
    ),
    message("counted from the date of another event"): (
        "day before", "day after", "counted before", "counted after", "previous weekday",
        "following weekday", "previous weekend", "following weekend", "period before", "period after",
        "same day", "same period", "hours before", "hours after", "counted from another event",
    ),
}  # fmt: skip

#: Said after another sentence, where the words tell no year.
DEPENDS = message("what the words leave open depends on the day of publication")

#: Name of a rule -> its sentence. A rule named "feast: Good Friday" stands here as "feast".
RULES = {
    rule: sentence
    for family in (_ON_THE_CALENDAR, _WHOLE, _COUNTED)
    for sentence, rules in family.items()
    for rule in rules
}
_DIGITS = {float(digit): str(digit) for digit in range(10)}
_LONGEST_YEAR = 366
#: As in 令和7年, where 元 is the first; what is counted in such years has rules of its own.
_YEAR_OF_A_REIGN = re.compile("[0-9元]年")
_MAY_DEPEND = frozenset(rule for rules in _ON_THE_CALENDAR.values() for rule in rules)


def explained(when: When, translate: Callable[[str], str] = str) -> str:
    """How a reading came about, for a reader; a rule that has no sentence is told by its name.

    ``translate`` puts each sentence (one of `RULES`, or `DEPENDS`) into another language.

    >>> from datetime import date
    >>> from timeline.model.when import Moment
    >>> monday = Moment.day(date(2025, 2, 17))
    >>> explained(When(monday, words="Monday", rule="weekday"))
    'a weekday on or near the day of publication'
    >>> explained(When(monday, words="17 February", rule="day month year"))
    'the date as written; what the words leave open depends on the day of publication'
    >>> explained(When(monday, words="two days later", rule="counted from another event: Summit"))
    'counted from the date of another event: “Summit”'
    """
    rule, _, detail = when.rule.removeprefix("from the sources: ").partition(": ")
    sentence = translate(RULES[rule]) if rule in RULES else rule
    if rule == "counted from another event":
        quoted = translate(message("“%(words)s”")) % {"words": detail}
        return translate(message("%(rule)s: %(more)s")) % {"rule": sentence, "more": quoted}
    if rule in _MAY_DEPEND and not _tells_its_year(when):
        return translate(message("%(rule)s; %(more)s")) % {"rule": sentence, "more": translate(DEPENDS)}
    return sentence


def _tells_its_year(when: When) -> bool:
    """Whether the words hold the year, or one beside it: other clocks may have moved a New Year's Day.

    What lasts longer than a year needs none.

    >>> from datetime import date
    >>> from timeline.model.when import Moment
    >>> _tells_its_year(When(Moment.day(date(2025, 2, 17)), words="二〇二五年二月十七日"))
    True
    """
    if when.start.days > _LONGEST_YEAR:
        return True
    digits = "".join(_DIGITS.get(numeric(character, -1), character) for character in when.words)
    years = range(when.first.year - 1, when.last.year + 2)
    numbered = any(int(number) in years for number in re.findall("[0-9]+", digits))
    return numbered or bool(_YEAR_OF_A_REIGN.search(digits))

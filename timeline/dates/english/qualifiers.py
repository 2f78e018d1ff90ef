"""English words around a date: some qualify it ("circa"), some leave it as it is ("on")."""

from __future__ import annotations

from dataclasses import replace

from timeline.dates.context import Change, Context, Reader, changed, context_of_start, of_tense
from timeline.dates.english import changes
from timeline.dates.english.vocabulary import PART_OF_DAY, WEEKDAYS, alternatives
from timeline.dates.explanations import NIGHT, WEEKEND_OF_DAYS
from timeline.dates.refused import Refused
from timeline.dates.rule import Explanation, Rule
from timeline.model.messages import message
from timeline.model.when import When

_WEEK_OF_DAY = Explanation(message("the week that the named day begins, ends or belongs to"))
_ABOUT = "(?:circa|ca|c|about|around|approximately|approx|roughly|on or about|on or around) "
_BEFORE_DAWN = "(?:just |shortly )?before (?:dawn|daybreak|sunrise|sunset|dusk)"
_TO_THE_PRESENT = "to the present"
_DAY_WORD = rf"(?:{alternatives(WEEKDAYS)}|today|yesterday|tomorrow)"

#: The inner date is the group ``rest``. The first row whose ``rest`` is a date decides.
RULES: tuple[Rule[Change], ...] = (
    Rule("about", rf"(?:{_ABOUT}|c ?(?=\d))(?P<rest>.+)", "circa 1920", changes.marked(approximate=True)),
    Rule("about", r"(?P<rest>.+?) or (?:so|thereabouts)", "1920 or so", changes.marked(approximate=True)),
    Rule(
        "perhaps",
        r"(?:possibly|perhaps|probably|maybe|likely) (?P<rest>.+)",
        "possibly 1920",
        changes.marked(uncertain=True),
    ),
    Rule("perhaps", r"(?P<rest>.+?) ?\?", "17 February 2025 ?", changes.marked(uncertain=True)),
    Rule("onwards", r"(?P<rest>.+) onwards?", "2022 onwards", changes.opened),
    Rule(
        _TO_THE_PRESENT,
        r"(?P<rest>.+?)(?: ?[-–] ?| to | until )(?:the )?(?:present|now|date)",
        "2022-present",
        changes.opened,
    ),
    Rule(
        "week of a day",
        r"(?:the )?week of (?P<rest>.+)",
        "the week of 17 February 2025",
        changes.WEEK_OF,
        _WEEK_OF_DAY,
    ),
    Rule(
        "week from a day",
        r"(?:the )?(?:week (?:beginning|starting|commencing|from)|w/c)(?: on)? (?P<rest>.+)",
        "week beginning 17 February 2025",
        changes.WEEK_FROM,
        _WEEK_OF_DAY,
    ),
    Rule(
        "week to a day",
        r"(?:(?:the )?week (?:ending|to)|w/e)(?: on)? (?P<rest>.+)",
        "week ending 23 February 2025",
        changes.WEEK_TO,
        _WEEK_OF_DAY,
    ),
    Rule(
        "weekend of a day",
        r"(?:the )?weekend of (?P<rest>.+)",
        "weekend of 15 February 2025",
        changes.WEEKEND_OF,
        WEEKEND_OF_DAYS,
    ),
    Rule(
        "night between two days",
        r"(?:(?:late )?overnight|(?:in |during )?the night) (?:in)?to (?P<rest>.+)",
        "overnight into 18 February 2025",
        changes.NIGHT_BEFORE,
        NIGHT,
    ),
    Rule(
        "overnight on a day",
        r"overnight (?:on |of )?(?P<rest>.+)",
        "overnight on Friday",
        changes.either_night,
        NIGHT,
    ),
    Rule("overnight on a day", r"(?P<rest>.+) overnight", "Friday overnight", changes.either_night, NIGHT),
    # A night touches two days; of other parts of the day the day is certain.
    Rule(
        "night of a day",
        r"(?P<rest>.+?)(?: in the| at)? (?:late )?night",
        "Monday night",
        changes.night_of,
        NIGHT,
    ),
    Rule(
        "night of a day",
        r"(?:in |on |at |during )?(?:the )?(?:late )?night (?:of |on )?(?P<rest>.+)",
        "the night of 17 February 2025",
        changes.night_of,
        NIGHT,
    ),
    Rule(
        "part of a day", rf"(?P<rest>.+?)(?: in the| at)? {PART_OF_DAY}", "Monday evening", changes.of_a_day
    ),
    Rule(
        "part of a day",
        rf"(?:in |on |at )?(?:the )?(?:{PART_OF_DAY}|early hours|small hours) (?:of |on )?(?P<rest>.+)",
        "in the early hours of Monday",
        changes.of_a_day,
    ),
    Rule("part of a day", rf"(?:early|late) (?P<rest>{_DAY_WORD}\b.*)", "late Monday", changes.of_a_day),
    Rule("part of a day", r"(?:early|late) on (?P<rest>.+)", "late on 17 February 2025", changes.of_a_day),
    Rule(
        "part of a day", rf"{_BEFORE_DAWN} (?:on )?(?P<rest>.+)", "before dawn on Monday", changes.of_a_day
    ),
    Rule("part of a day", rf"(?P<rest>.+?) {_BEFORE_DAWN}", "Monday just before dawn", changes.of_a_day),
    Rule(
        "part of a day",
        rf"(?:earlier|later) (?:on )?(?P<rest>{_DAY_WORD}\b.*)",
        "earlier today",
        changes.of_a_day,
    ),
    Rule("within", r"(?:earlier|later) in (?P<rest>.+)", "later in February 2025", changes.same),
    Rule("possessive", r"(?P<rest>.+)'s?", "Monday's", changes.same),
    Rule("article", r"the (?P<rest>(?!may$|march$).+)", "the February 2025", changes.same),
    Rule(
        "preposition",
        rf"(?:(?:some ?time )?(?:on|in(?! {_DAY_WORD}\b)|during)|some ?time|dated|at|as at)"
        r" (?P<rest>(?!this day$).+)",
        "sometime in February 2025",
        changes.same,
    ),
)


def read(phrase: str, context: Context, read_inner: Reader) -> tuple[When, ...]:
    """The readings of a qualified date, none when the words are something else.

    >>> from timeline.dates.english import read_tidied
    >>> [when.edtf for when in read("circa 1920", Context(), read_tidied)]
    ['1920~']
    """
    for rule in RULES:
        around = rule.compiled.fullmatch(phrase)
        if not around:
            continue
        if rule.build is changes.opened:
            inner = _starts(around["rest"], context, read_inner, has_begun=rule.name == _TO_THE_PRESENT)
        else:
            inner = read_inner(around["rest"], context)
        if inner:
            found = changed(inner, rule.build)
            return tuple(replace(when, rule=rule.name) if rule.explanation else when for when in found)
    return ()


def _starts(phrase: str, context: Context, read_inner: Reader, *, has_begun: bool) -> tuple[When, ...]:
    """The readings of the first day of an open span."""
    start = context_of_start(context, has_begun=has_begun)
    found = read_inner(phrase, start)
    if not has_begun:
        return found
    begun = of_tense(found, start)
    if found and not begun:
        raise Refused("it begins after the day of publication", "the day on which it began")
    return begun

"""English words around a date: some qualify it ("circa"), some leave it as it is ("on")."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from timeline.dates import moments, weekdays
from timeline.dates.context import Change, Context, Reader, changed, context_of_start, of_tense
from timeline.dates.english.vocabulary import PART_OF_DAY, WEEKDAYS, alternatives
from timeline.dates.explanations import NIGHT, WEEKEND_OF_DAYS
from timeline.dates.moments import Refused
from timeline.dates.rule import Explanation, Rule
from timeline.model.day import plus
from timeline.model.messages import message
from timeline.model.when import Moment, Precision, When

_WEEK_OF_DAY = Explanation(message("the week that the named day begins, ends or belongs to"))
_SIX_DAYS = 6


def same(when: When) -> tuple[When, ...]:
    """The date as it is."""
    return (when,)


def of_a_day(when: When) -> tuple[When, ...]:
    """A part of one day is read as that day; longer dates have no evening and are refused."""
    if when.is_span or when.start.precision is not Precision.DAY:
        raise Refused("a part of the day needs one day", "the day, as in the evening of 17 February 2025")
    return (when,)


def opened(when: When) -> tuple[When, ...]:
    """An open span from that date on."""
    if when.is_span:
        raise Refused("a span has an end already", "the first day alone, as in since 17 February 2025")
    return (replace(when, open_end=True),)


def _marked(*, approximate: bool = False, uncertain: bool = False) -> Change:
    """Both ends of a span carry the qualifier."""

    def mark(moment: Moment) -> Moment:
        if moment.clock:
            raise Refused("a clock time is not approximate", "the day alone")
        return replace(
            moment,
            approximate=moment.approximate or approximate,
            uncertain=moment.uncertain or uncertain,
        )

    return lambda when: (replace(when, start=mark(when.start), end=mark(when.end) if when.end else None),)


def _around(build: Callable[[When], tuple[Moment, ...]]) -> Change:
    """A stretch of days around one certain day: its week, its weekend, the night before it."""

    def change(when: When) -> tuple[When, ...]:
        if not when.is_one_day:
            raise Refused("that needs one certain day", "the day, as in the week of 17 February 2025")
        return tuple(When(moment) for moment in build(when))

    return change


def _night_of(when: When) -> tuple[When, ...]:
    """The night that begins on the evening of a day."""
    (day,) = of_a_day(when)
    if not day.start.is_day:
        raise Refused("a night needs one certain day", "the day, as in the night of 17 February 2025")
    return (When(moments.stretch(day.first, plus(day.first, 1))),)


def _either_night(when: When) -> tuple[When, ...]:
    """ "Overnight Friday": the night before that day, or the one after it."""
    if when.end or when.open_end or not when.start.is_day or when.start.clock:
        raise Refused("a night touches two days", "both, as in overnight 17-18 February 2025")
    nights = ((plus(when.first, -1), when.first), (when.first, plus(when.first, 1)))
    return tuple(When(moments.stretch(*night)) for night in nights)


def _week_of(when: When) -> tuple[Moment, ...]:
    """From Monday to Sunday; of a Sunday also the week that it begins, as in the United States."""
    week = moments.a_week(when.first)
    if when.first < week.latest:
        return (week,)
    return week, moments.stretch(when.first, plus(when.first, _SIX_DAYS))


def _weekend(when: When) -> tuple[Moment, ...]:
    if when.first.weekday() < weekdays.SATURDAY:
        raise Refused("that day is not in a weekend", "its Saturday, as in the weekend of 15 February 2025")
    return weekdays.bare_weekend(when.first)


_WEEK_OF = _around(_week_of)
_WEEK_FROM = _around(lambda when: (moments.stretch(when.first, plus(when.first, _SIX_DAYS)),))
_WEEK_TO = _around(lambda when: (moments.stretch(plus(when.first, -_SIX_DAYS), when.first),))
_WEEKEND_OF = _around(_weekend)
_NIGHT_BEFORE = _around(lambda when: (moments.stretch(plus(when.first, -1), when.first),))
_ABOUT = "(?:circa|ca|c|about|around|approximately|approx|roughly|on or about|on or around) "
_BEFORE_DAWN = "(?:just |shortly )?before (?:dawn|daybreak|sunrise|sunset|dusk)"
_TO_THE_PRESENT = "to the present"
_DAY_WORD = rf"(?:{alternatives(WEEKDAYS)}|today|yesterday|tomorrow)"

#: The inner date is the group ``rest``. The first row whose ``rest`` is a date decides.
RULES: tuple[Rule[Change], ...] = (
    Rule("about", rf"(?:{_ABOUT}|c ?(?=\d))(?P<rest>.+)", "circa 1920", _marked(approximate=True)),
    Rule("about", r"(?P<rest>.+?) or (?:so|thereabouts)", "1920 or so", _marked(approximate=True)),
    Rule(
        "perhaps",
        r"(?:possibly|perhaps|probably|maybe|likely) (?P<rest>.+)",
        "possibly 1920",
        _marked(uncertain=True),
    ),
    Rule("perhaps", r"(?P<rest>.+?) ?\?", "17 February 2025 ?", _marked(uncertain=True)),
    Rule("onwards", r"(?P<rest>.+) onwards?", "2022 onwards", opened),
    Rule(
        _TO_THE_PRESENT,
        r"(?P<rest>.+?)(?: ?[-–] ?| to | until )(?:the )?(?:present|now|date)",
        "2022-present",
        opened,
    ),
    Rule(
        "week of a day",
        r"(?:the )?week of (?P<rest>.+)",
        "the week of 17 February 2025",
        _WEEK_OF,
        _WEEK_OF_DAY,
    ),
    Rule(
        "week from a day",
        r"(?:the )?(?:week (?:beginning|starting|commencing|from)|w/c)(?: on)? (?P<rest>.+)",
        "week beginning 17 February 2025",
        _WEEK_FROM,
        _WEEK_OF_DAY,
    ),
    Rule(
        "week to a day",
        r"(?:(?:the )?week (?:ending|to)|w/e)(?: on)? (?P<rest>.+)",
        "week ending 23 February 2025",
        _WEEK_TO,
        _WEEK_OF_DAY,
    ),
    Rule(
        "weekend of a day",
        r"(?:the )?weekend of (?P<rest>.+)",
        "weekend of 15 February 2025",
        _WEEKEND_OF,
        WEEKEND_OF_DAYS,
    ),
    Rule(
        "night between two days",
        r"(?:(?:late )?overnight|(?:in |during )?the night) (?:in)?to (?P<rest>.+)",
        "overnight into 18 February 2025",
        _NIGHT_BEFORE,
        NIGHT,
    ),
    Rule(
        "overnight on a day",
        r"overnight (?:on |of )?(?P<rest>.+)",
        "overnight on Friday",
        _either_night,
        NIGHT,
    ),
    Rule("overnight on a day", r"(?P<rest>.+) overnight", "Friday overnight", _either_night, NIGHT),
    # A night touches two days; of other parts of the day the day is certain.
    Rule(
        "night of a day", r"(?P<rest>.+?)(?: in the| at)? (?:late )?night", "Monday night", _night_of, NIGHT
    ),
    Rule(
        "night of a day",
        r"(?:in |on |at |during )?(?:the )?(?:late )?night (?:of |on )?(?P<rest>.+)",
        "the night of 17 February 2025",
        _night_of,
        NIGHT,
    ),
    Rule("part of a day", rf"(?P<rest>.+?)(?: in the| at)? {PART_OF_DAY}", "Monday evening", of_a_day),
    Rule(
        "part of a day",
        rf"(?:in |on |at )?(?:the )?(?:{PART_OF_DAY}|early hours|small hours) (?:of |on )?(?P<rest>.+)",
        "in the early hours of Monday",
        of_a_day,
    ),
    Rule("part of a day", rf"(?:early|late) (?P<rest>{_DAY_WORD}\b.*)", "late Monday", of_a_day),
    Rule("part of a day", r"(?:early|late) on (?P<rest>.+)", "late on 17 February 2025", of_a_day),
    Rule("part of a day", rf"{_BEFORE_DAWN} (?:on )?(?P<rest>.+)", "before dawn on Monday", of_a_day),
    Rule("part of a day", rf"(?P<rest>.+?) {_BEFORE_DAWN}", "Monday just before dawn", of_a_day),
    Rule(
        "part of a day", rf"(?:earlier|later) (?:on )?(?P<rest>{_DAY_WORD}\b.*)", "earlier today", of_a_day
    ),
    Rule("within", r"(?:earlier|later) in (?P<rest>.+)", "later in February 2025", same),
    Rule("possessive", r"(?P<rest>.+)'s?", "Monday's", same),
    Rule("article", r"the (?P<rest>(?!may$|march$).+)", "the February 2025", same),
    Rule(
        "preposition",
        rf"(?:(?:some ?time )?(?:on|in(?! {_DAY_WORD}\b)|during)|some ?time|dated|at|as at)"
        r" (?P<rest>(?!this day$).+)",
        "sometime in February 2025",
        same,
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
        if rule.build is opened:
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

"""English phrases that hold another one: "since Monday", "Monday at 4 pm", "last Friday, 14 February"."""

from __future__ import annotations

import re

from timeline.dates import weekdays
from timeline.dates.context import Context, Reader, context_of_start, of_tense
from timeline.dates.english import changes, places
from timeline.dates.english.clock import is_clock, set_clock, take_clock
from timeline.dates.english.relative import periods
from timeline.dates.english.vocabulary import WEEKDAYS, alternatives
from timeline.dates.refused import Refused
from timeline.model.when import When

_VAGUELY = r"(?:(?:at )?(?:about|around|roughly)|(?:shortly|just|soon) (?:before|after))"
_NOON = 12
_SINCE = re.compile(
    r"(?:ever )?since (?P<rest>.+?)(?: onwards?)?|(?:from|starting|beginning) (?P<from>.+?)(?: onwards?)?"
)
_FROM_TO = re.compile(r"from (?!.* onwards?$).+")
_WEEKDAY = f"(?:{alternatives(WEEKDAYS)})"
_STATED_TWICE = re.compile(
    rf"(?:on )?(?P<near>(?:yesterday|today|tomorrow)(?: {_WEEKDAY})?"
    rf"|(?:last|next|past|(?:the )?(?:up)?coming|this(?: coming| past)?) {_WEEKDAY}) (?P<rest>.*\d.*)"
)
_VAGUE_TIME = re.compile(
    rf"(?P<rest>.+?) {_VAGUELY} (?P<clock>\S.*)|{_VAGUELY} (?P<clock_before>\S.*?) on (?P<day>.+)"
)


def in_full(phrase: str, context: Context, read_inner: Reader) -> tuple[When, ...]:
    """ "The 5th of next month", with the month in full."""
    full = periods.in_full(phrase, context.published)
    return read_inner(full, context) if full != phrase else ()


def agreed(phrase: str, context: Context, read_inner: Reader) -> tuple[When, ...]:
    """ "Last Friday, 14 February": the day is stated twice, and both must be the same."""
    found = _STATED_TWICE.fullmatch(phrase)
    days = read_inner(found["rest"], context) if found else ()
    if not found or not all(when.end is None and when.start.is_day for when in days):
        return ()
    near = {when.first for when in read_inner(found["near"], context)}
    agreed = tuple(when for when in days if when.first in near)
    if days and not agreed:
        raise Refused(
            f'"{found["near"]}" and "{found["rest"]}" are not the same day', "the one that is meant"
        )
    return agreed


def since(phrase: str, context: Context, read_inner: Reader) -> tuple[When, ...]:
    """An open span; "since" some day is on or before the day of publication."""
    found = _SINCE.fullmatch(phrase)
    if not found:
        return ()
    start = context_of_start(context, has_begun=bool(found["rest"]))
    readings_of_start = read_inner(found["rest"] or found["from"], start)
    if _FROM_TO.fullmatch(phrase) and any(when.end or when.open_end for when in readings_of_start):
        return readings_of_start  # the end is stated: "from 2022 to the present"
    if found["rest"]:
        readings_of_start = of_tense(readings_of_start, start)
    return tuple(each for when in readings_of_start for each in changes.opened(when))


def clocked(phrase: str, context: Context, read_inner: Reader) -> tuple[When, ...]:
    """A clock time on a day; of a vague one ("around 4 pm") only the day is kept."""
    vague = _VAGUE_TIME.fullmatch(phrase)
    if vague and is_clock(vague["clock"] or vague["clock_before"]):
        day = read_inner(vague["rest"] or vague["day"], context)
        return tuple(each for when in day for each in changes.of_a_day(when))
    clocked = take_clock(phrase)
    if not clocked:
        return ()
    rest, clocks = clocked
    days = read_inner(rest, context)
    return tuple(
        timed
        for clock in clocks
        for when in _at_night(days, clock.start.hour)
        for timed in set_clock(when, clock, context.zone, context.region)
    )


def _at_night(days: tuple[When, ...], hour: int) -> tuple[When, ...]:
    """The days of a night: its evening is on the first day, its early hours may be of either."""
    rule = days[0].rule if days else ""
    if rule == places.NAME:
        raise Refused(
            "the clocks of which place are meant is not certain", "the day, the time, then the place"
        )
    is_evening = hour >= _NOON
    if rule == "tonight" and not is_evening:
        raise Refused("a night touches two days", "the day, as in 17 February 2025, 01:00")
    if rule == "night before publication" and is_evening:
        return days[:1]
    if rule != "night of a day":
        return days
    either = [day for when in days for day in ((when.first,) if is_evening else (when.first, when.last))]
    return weekdays.as_days(either, rule)

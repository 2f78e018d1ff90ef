"""English days by the clocks of a place: "Monday evening in Washington", "Beijing time 18 February".

Only the cities that tzdata names a zone after are read, and a few more. Seen from the zone of the event, a
day of another zone touches two days.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from timeline.dates import moments
from timeline.dates.context import Context, Reader
from timeline.dates.english.clock.am_pm import hours_of
from timeline.dates.refused import Refused
from timeline.dates.rule import Explanation, Rule
from timeline.dates.zones import at_place, city_zone, days_in
from timeline.model.messages import message
from timeline.model.when import When

NAME = "day at a place"
_AT_PLACE = Explanation(message("a day by the clocks of the named place"))
_LAST_HOUR = 23
_CITY = r"(?P<city>[a-z]+(?:[ -][a-z]+)?)"


def _inner(found: re.Match[str]) -> str:
    """The words of the date, without the place."""
    return "".join(filter(None, (found["rest"], found.groupdict().get("clock"))))


RULES: tuple[Rule[Callable[[re.Match[str]], str]], ...] = (
    Rule(
        NAME,
        rf"(?P<rest>.+?) in {_CITY}(?P<clock> at .+)?",
        "Monday evening in Washington",
        _inner,
        _AT_PLACE,
    ),
    Rule(NAME, rf"{_CITY} time (?P<rest>.+)", "Beijing time 18 February", _inner, _AT_PLACE),
    Rule(NAME, rf"(?P<rest>.+) {_CITY} time", "18 February, Beijing time", _inner, _AT_PLACE),
    Rule(NAME, rf"(?P<rest>.+?) {_CITY} time", "18 February, Hong Kong time", _inner, _AT_PLACE),
)


def read(phrase: str, context: Context, read_inner: Reader) -> tuple[When, ...]:
    """The readings of a day at a place, none when the words are something else.

    >>> from datetime import date
    >>> from timeline.dates.english import read_tidied
    >>> washington = "17 february 2025 in washington"
    >>> [when.edtf for when in read(washington, Context(), read_tidied)]
    ['2025-02-17']
    >>> [when.edtf for when in read(washington, Context(zone="Europe/Kyiv"), read_tidied)]
    ['[2025-02-17..2025-02-18]']
    """
    for rule in RULES:
        around = rule.compiled.fullmatch(phrase)
        place = city_zone(around["city"]) if around else None
        if around and place:
            inner = rule.build(around)
            hours = hours_of(inner)
            found = read_inner(inner, context._replace(zone=place))
            return tuple(
                each
                for when in found
                for each in _seen_from(when, place, context.zone, (min(hours), max(hours)))
            )
    return ()


def _seen_from(when: When, place: str, zone: str, hours: tuple[int, int]) -> tuple[When, ...]:
    """A minute of the place, or those hours of a day or a night there, in the zone of the event."""
    at = when.start
    if when.is_span or (at.latest - at.earliest).days > 1:
        raise Refused("only a day or a night has a place", "the day, as in 17 February 2025 in Washington")
    if not (isinstance(at.earliest, date) and isinstance(at.latest, date)):
        raise Refused("zones before the year 1 are not known", "the day alone")
    if at.clock:
        return tuple(When(each, rule=NAME) for each in at_place(at.earliest, at.clock, place, zone))
    if not at.is_day:
        hours = (0, _LAST_HOUR)
    first, last = days_in(at.earliest, place, zone, hours), days_in(at.latest, place, zone, hours)
    return (When(moments.stretch(first[0], last[1]), rule=NAME),)

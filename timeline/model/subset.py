"""Timeline -> the part of it that meets some conditions, such as one track or the last five events.

The embed's script reads the same conditions from its address: ``embed.html?track=Europe&main=1``.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from difflib import get_close_matches
from typing import NamedTuple

from timeline.model import Event, Timeline
from timeline.model.day import Day, day_of, days_in_month

#: What can be asked for. Conditions of one name are alternatives; those of different names must all hold.
NAMES = ("track", "person", "kind", "main", "last", "from", "to", "since")
_DATE = re.compile(r"(-?\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)


class Condition(NamedTuple):
    """One of `NAMES` and what it must be: ("track", "Europe")."""

    name: str
    value: str


class NoSuchSubsetError(Exception):
    """A condition that cannot be met. ``advice`` is a condition to write instead, or ""."""

    def __init__(self, message: str, advice: str = "") -> None:
        super().__init__(message)
        self.advice = advice


def condition(text: str) -> Condition:
    """The condition in "name=value". Raises NoSuchSubsetError.

    >>> condition("track=Europe")
    Condition(name='track', value='Europe')
    """
    name, sign, value = (part.strip() for part in text.partition("="))
    if name not in NAMES:
        similar = get_close_matches(name, NAMES, n=1)
        advice = f"{similar[0]}={value or '...'}" if similar else ""
        raise NoSuchSubsetError(f"{name!r} is none of {', '.join(NAMES)}", advice)
    if not sign or not value:
        raise NoSuchSubsetError(f"{name!r} is asked for without a value", f"{name}={_EXAMPLES[name]}")
    return Condition(name, value)


def only(timeline: Timeline, conditions: Sequence[Condition]) -> Timeline:
    """The timeline with only the events that meet the conditions; the same timeline if there are none.

    Events that are left out are no longer ``related`` to others. Raises NoSuchSubsetError for a value that
    does not occur, and if no event is left.

    >>> only(Timeline(title="", events=(), tracks=()), [Condition("last", "x")])
    Traceback (most recent call last):
    timeline.model.subset.NoSuchSubsetError: last='x' is not a whole number above 0
    """
    if not conditions:
        return timeline
    asked: dict[str, list[str]] = {}
    for name, value in conditions:
        asked.setdefault(name, []).append(value)
    events = timeline.events
    for name, values in asked.items():
        if name != "last":
            tests = [_TESTS[name](timeline, value) for value in values]
            events = tuple(event for event in events if any(test(event) for test in tests))
    if "last" in asked:
        events = events[-max(map(_number, asked["last"])) :]
    if not events:
        text = ", ".join(f"{name}={value}" for name, value in conditions)
        raise NoSuchSubsetError(f"no event matches {text}")
    kept = {event.id for event in events}
    events = tuple(
        replace(event, related=tuple(filter(kept.__contains__, event.related))) for event in events
    )
    return replace(timeline.with_events(events), view=None)


_Test = Callable[[Event], bool]


def _by_track(timeline: Timeline, value: str) -> _Test:
    wanted = _named("track", value, {track.name: (track.name,) for track in timeline.tracks})
    return lambda event: event.track == wanted


def _by_person(timeline: Timeline, value: str) -> _Test:
    people = {person.name: person.variants for event in timeline.events for person in event.participants}
    wanted = _named("person", value, {name: (name, *variants) for name, variants in people.items()})
    return lambda event: any(person.name == wanted for person in event.participants)


def _by_kind(timeline: Timeline, value: str) -> _Test:
    kinds = sorted({event.kind for event in timeline.events if event.kind})
    wanted = _named("kind", value, {kind: (kind,) for kind in kinds})
    return lambda event: event.kind == wanted


def _by_rank(_: Timeline, value: str) -> _Test:
    if value != "1":
        raise NoSuchSubsetError(f"main={value!r} is not 1", "main=1")
    return lambda event: event.key


def _from(_: Timeline, value: str) -> _Test:
    first, _last = _days("from", value)
    return lambda event: event.when.last >= first


def _until(_: Timeline, value: str) -> _Test:
    _first, last = _days("to", value)
    return lambda event: event.when.first <= last


def _changed_since(timeline: Timeline, value: str) -> _Test:
    day, _ = _days("since", value)
    days = {event.id: changed for event in timeline.events if (changed := timeline.changed(event))}
    if not days:
        raise NoSuchSubsetError("no event says when it was added or updated")
    return lambda event: event.id in days and days[event.id] >= day


_TESTS: dict[str, Callable[[Timeline, str], _Test]] = {
    "track": _by_track,
    "person": _by_person,
    "kind": _by_kind,
    "main": _by_rank,
    "from": _from,
    "to": _until,
    "since": _changed_since,
}
_EXAMPLES = {
    "track": "Europe",
    "person": "Keir Starmer",
    "kind": "summit",
    "main": "1",
    "last": "5",
    "from": "2025-02-17",
    "to": "2025-03",
    "since": "2025-03-01",
}


def _named(name: str, value: str, spellings: dict[str, Iterable[str]]) -> str:
    """The one of these names that is meant by any of its spellings, whatever its case and accents."""
    found = {_plain(spelling): own for own, each in reversed(spellings.items()) for spelling in each}
    if _plain(value) in found:
        return found[_plain(value)]
    similar = get_close_matches(_plain(value), found, n=1)
    there = ", ".join(spellings) or "none"
    advice = f"{name}={found[similar[0]]}" if similar else ""
    raise NoSuchSubsetError(f"no event has the {name} {value!r}; there are: {there}", advice)


def _plain(text: str) -> str:
    """Without case and accents and with hyphens for dashes, as the script compares."""
    parts = unicodedata.normalize("NFKD", text)
    letters = "".join(each for each in parts if not unicodedata.combining(each)).lower()
    return re.sub("[‐-―]", "-", letters)


def _number(value: str) -> int:
    if not re.fullmatch(r"[1-9]\d{0,5}", value, re.ASCII):
        raise NoSuchSubsetError(f"last={value!r} is not a whole number above 0", "last=5")
    return int(value)


def _days(name: str, value: str) -> tuple[Day, Day]:
    """The first and last day of a year, month or day."""
    try:
        if found := _DATE.fullmatch(value):
            year = int(found[1])
            month, day = (int(part) if part else None for part in found.groups()[1:])
            end = 12 if month is None else month
            first = day_of(year, 1 if month is None else month, 1 if day is None else day)
            return first, day_of(year, end, days_in_month(year, end) if day is None else day)
    except (ValueError, IndexError):
        pass
    message = f"{name}={value!r} is not a day, month or year such as 2025-02-17, 2025-02 or 2025"
    raise NoSuchSubsetError(message, f"{name}={_EXAMPLES[name]}")

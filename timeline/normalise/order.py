"""The order of events, and warnings of duplicates and look-alike names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import time, timedelta
from itertools import groupby

from timeline.model import Event
from timeline.model.day import Day
from timeline.model.problems import Location
from timeline.normalise.faults import Faults
from timeline.normalise.text import fold, quoted, uncased


def sort_events(events: Iterable[Event]) -> tuple[Event, ...]:
    """By first day. Within a day the order is kept, but events with a clock time follow the clock."""
    by_day = sorted(events, key=_first_day)
    return tuple(event for _, day in groupby(by_day, _first_day) for event in _by_clock(tuple(day)))


def warn_duplicates(events: Iterable[tuple[Event, Location]], faults: Faults) -> None:
    """Warn where an event has the day, title and first address of one before it."""
    seen: dict[tuple[Day, str, str], Location] = {}
    for event, at in events:
        first = seen.setdefault((event.when.first, fold(event.title), event.sources[0].url), at)
        if first is not at:
            message = f"{quoted(event.title)} has the day, title and source of the event at {first}"
            faults.add(at, "W006", message, "keep one of them")


def warn_lookalikes(what: str, names: Iterable[tuple[str, Location]], faults: Faults) -> None:
    """Warn of names that differ only by case or Unicode form, at the first use of the second."""
    seen: dict[str, dict[str, Location]] = {}
    for name, at in names:
        alike = seen.setdefault(uncased(name), {})
        if name and alike and name not in alike:
            first, there = next(iter(alike.items()))
            message = f"{what} {quoted(name)} and {quoted(first)} look the same; the first is at {there}"
            faults.add(
                at, "W006", message, f"{what}: {first}" if what == "track" else "give one another id"
            )
        alike.setdefault(name, at)


def _first_day(event: Event) -> Day:
    return event.when.first


def _by_clock(events: Sequence[Event]) -> Sequence[Event]:
    """Events of one day: those with a clock time are sorted among themselves; the others keep their index.

    If every clock time has a zone, they are sorted by instant, else by local time.
    """
    timed = [(event, event.when.start.clock) for event in events if event.when.start.clock]
    by_zone = all(event.when.start.instant(event.when.zone) for event, _ in timed)
    clocks = sorted(timed, key=lambda pair: _since_midnight(*pair, by_zone=by_zone))
    following = iter(event for event, _ in clocks)
    return [next(following) if event.when.start.clock else event for event in events]


def _since_midnight(event: Event, clock: time, *, by_zone: bool) -> timedelta:
    """The time from midnight (in UTC if ``by_zone``) to the event's clock time."""
    passed = timedelta(hours=clock.hour, minutes=clock.minute, seconds=clock.second)
    ahead = event.when.start.ahead(event.when.zone) if by_zone else None
    return passed - (ahead or timedelta())

"""The order of events, and warnings of duplicates and look-alike names."""

from __future__ import annotations

from collections.abc import Iterable

from timeline.model import Event
from timeline.model.clock import sort_key
from timeline.model.day import Day
from timeline.model.problems import Location
from timeline.normalise.faults import Faults
from timeline.normalise.text import fold, quoted, uncased


def sort_events(events: Iterable[Event], clock: str) -> tuple[Event, ...]:
    """By their positions on the axis, whose clock is that of the zone ``clock``; else the order is kept.

    A day stands where it begins, so its events come before those that have a clock time.
    """
    return tuple(sorted(events, key=lambda event: sort_key(event.when, clock)))


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

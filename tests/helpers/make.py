"""Small timelines for tests: an event is a line."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from timeline.model import Event, Moment, Source, Timeline, Track, When

DAY_ONE = date(2025, 2, 12)


def day(number: int) -> When:
    """The day so many days after 12 February 2025."""
    return When(Moment.day(DAY_ONE + timedelta(number)), words=str(number))


def event(name: str, when: When | int = 0, track: str = "Europe", **more: object) -> Event:
    """An event with one source; ``name`` is its id, title and label unless said otherwise."""
    values: dict[str, object] = {
        "id": name,
        "title": name,
        "label": name,
        "when": day(when) if isinstance(when, int) else when,
        "track": track,
        "sources": (Source(f"https://example.org/{name}", "Example News"),),
    }
    return Event(**(values | more))  # type: ignore[arg-type]  # values come as keywords


def timeline(events: Iterable[Event], **more: object) -> Timeline:
    """A timeline of these events in time order, with their tracks in order of first use."""
    ordered = tuple(sorted(events, key=lambda one: one.when.first))
    tracks = tuple(Track(name) for name in dict.fromkeys(one.track for one in ordered))
    values: dict[str, object] = {"title": "A timeline", "events": ordered, "tracks": tracks}
    return Timeline(**(values | more))  # type: ignore[arg-type]  # values come as keywords

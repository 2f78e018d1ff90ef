"""What tests expect of the project's own events, however many they are and whatever an editor changes."""

from __future__ import annotations

from timeline.model import Event, Timeline

#: So many events and main events there were when the bounds of weights and heights were set.
EVENTS, MAIN_EVENTS = 38, 8


def called(timeline: Timeline, name: str) -> Event:
    """The event with this id."""
    return next(event for event in timeline.events if event.id == name)


def after(timeline: Timeline, name: str) -> Event:
    """The event that follows the one with this id in time."""
    return timeline.events[timeline.events.index(called(timeline, name)) + 1]


def grown(most: float, count: int, *, of: int = EVENTS, each: float | None = None) -> float:
    """A bound that is ``most`` for ``of`` events, and for each further one ``each`` more.

    By default it grows in proportion.

    >>> grown(4000, 38), grown(4000, 57), grown(20_000, 40, each=300)
    (4000.0, 6000.0, 20600)
    """
    return most + max(0, count - of) * (most / of if each is None else each)

"""What a reader of the page may search and filter by."""

from __future__ import annotations

import re
from dataclasses import dataclass

from timeline.model import Event, Person, Timeline

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Choices:
    """The values to filter by: tracks in the order of the house, the others in that of the alphabet.

    ``official`` and ``main`` say whether asking for those events alone would leave any, and not all.
    """

    tracks: tuple[str, ...]
    people: tuple[str, ...]
    kinds: tuple[str, ...]
    official: bool
    main: bool


def choices(timeline: Timeline) -> Choices:
    """What can be chosen among the events of ``timeline``."""
    events = timeline.events
    used = {event.track for event in events}
    return Choices(
        tracks=tuple(track.name for track in timeline.tracks if track.name in used),
        people=tuple(sorted(person.name for person in _people(timeline))),
        kinds=tuple(sorted({event.kind for event in events if event.kind})),
        official=_tells_apart([_is_official(event) for event in events]),
        main=_tells_apart([event.key for event in events]),
    )


def findable(timeline: Timeline) -> list[dict[str, object]]:
    """What the page's script is told of each event; ``also`` are spellings that the page does not show.

    They are those of its places, and of everybody who takes part in it or is named in it by any of them.
    """
    people = _people(timeline)
    return [
        {
            "id": event.id,
            "track": event.track,
            "kind": event.kind,
            "key": event.key,
            "official": _is_official(event),
            "people": [person.name for person in event.participants],
            "also": _spellings(event, people),
        }
        for event in timeline.events
    ]


def _people(timeline: Timeline) -> tuple[Person, ...]:
    """Everybody who takes part in some event, once."""
    return tuple(dict.fromkeys(person for event in timeline.events for person in event.participants))


def _is_official(event: Event) -> bool:
    return any(source.kind == "official" for source in event.sources)


def _tells_apart(answers: list[bool]) -> bool:
    return any(answers) and not all(answers)


def _spellings(event: Event, people: tuple[Person, ...]) -> list[str]:
    told = _words(" ".join((event.title, event.summary, event.disputed, *(s.title for s in event.sources))))
    spellings = {variant for place in event.places for variant in place.variants}
    for person in people:
        names = {person.name, *person.variants}
        if person in event.participants or any(_words(name) in told for name in names):
            spellings |= names
    return sorted(spellings)


def _words(text: str) -> str:
    """The words of a text between spaces, so that a name is found as whole words only."""
    return f" {' '.join(_WORD.findall(text))} "

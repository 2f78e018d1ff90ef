"""What readers can search and filter the page by."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from timeline.model import Event, Person, Timeline
from timeline.typography.source_marks import without_marks

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Choices:
    """The values to filter by: tracks in the order of the timeline file, the others in alphabetical order.

    ``official`` and ``main`` say whether those filters would show some of the events but not all.
    """

    tracks: tuple[str, ...]
    people: tuple[str, ...]
    kinds: tuple[str, ...]
    official: bool
    main: bool


def choices(timeline: Timeline) -> Choices:
    """The values that occur in ``timeline``."""
    events = timeline.events
    used = {event.track for event in events}
    return Choices(
        tracks=tuple(track.name for track in timeline.tracks if track.name in used),
        people=tuple(sorted(person.name for person in _people(timeline))),
        kinds=tuple(sorted({event.kind for event in events if event.kind})),
        official=_some_but_not_all([is_official(event) for event in events]),
        main=_some_but_not_all([event.key for event in events]),
    )


def search_index(timeline: Timeline) -> list[dict[str, object]]:
    """What the page's script needs to search and filter each event.

    ``spellings`` are the words its article may lack of all spellings of its places, of its participants
    and of people whom it names: a search looks for each word by itself, also within longer words.
    """
    others = spellings(timeline)
    return [
        {
            "id": event.id,
            "track": event.track,
            "kind": event.kind,
            **({"key": 1} if event.key else {}),
            **({"official": 1} if is_official(event) else {}),
            **_days(event, timeline),
            "spellings": other,
        }
        for event, other in zip(timeline.events, others, strict=True)
    ]


def spellings(timeline: Timeline) -> list[str]:
    """The words of other spellings that the article of each event lacks."""
    people: dict[str, list[Person]] = defaultdict(list)  # by the first words of their names
    for person in _people(timeline):
        for first in dict.fromkeys(_words(name).split(" ")[1] for name in _names(person)):
            people[first].append(person)
    return [_spellings(event, people) for event in timeline.events]


def _days(event: Event, timeline: Timeline) -> dict[str, str]:
    """When it was added, and when it was added or changed last, as far as that is known."""
    days = {"added": event.added, "changed": timeline.changed(event)}
    return {name: day.isoformat() for name, day in days.items() if day}


def _people(timeline: Timeline) -> tuple[Person, ...]:
    """Everybody who takes part in any event, once each."""
    return tuple(dict.fromkeys(person for event in timeline.events for person in event.participants))


def is_official(event: Event) -> bool:
    """Whether one of its sources is official."""
    return any(source.kind == "official" for source in event.sources)


def _some_but_not_all(answers: list[bool]) -> bool:
    return any(answers) and not all(answers)


def _names(person: Person) -> set[str]:
    return {person.name, *person.variants}


def _spellings(event: Event, people: Mapping[str, Sequence[Person]]) -> str:
    ours = (event.title, without_marks(event.summary), event.disputed, event.remark)
    theirs = (
        text for each in event.sources for text in (each.origin, each.title, each.quote, each.speaker)
    )
    text = _words(" ".join((*ours, *theirs)))
    spellings = {variant for place in event.places for variant in place.variants}
    for person in event.participants:
        spellings |= _names(person)
    for word in set(text.split(" ")):
        for person in people.get(word, ()):
            if any(_words(name) in text for name in _names(person)):
                spellings |= _names(person)
    found = " ".join(person.name for person in event.participants)  # which the article says
    lacking = []
    for word in sorted(
        {word for name in spellings for word in name.split()}, key=lambda word: (-len(word), word)
    ):
        if word.casefold() not in found.casefold():
            found += f" {word}"
            lacking.append(word)
    return " ".join(lacking)


def _words(text: str) -> str:
    """The words of a text with a space before and after each, to find names as whole words only."""
    return f" {' '.join(_WORD.findall(text))} "

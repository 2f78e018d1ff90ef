"""Timeline -> what the script of a long page has to know of all events, for files that it loads at need.

Values stand in columns, in the order of the events, and what repeats is a number: so 50,000 events take as
much as their own words.
"""

from __future__ import annotations

from collections.abc import Iterable

from timeline.language import Language
from timeline.language.dates import when_in_words
from timeline.language.events import place_of
from timeline.model import Timeline
from timeline.render.page.filters import is_official


def columns(timeline: Timeline) -> dict[str, object]:
    """Ids, and what the filters need: track, kind and people as numbers, and which events are ``main`` or
    have an ``official`` source.
    """
    events = timeline.events
    people = _numbered(person.name for event in events for person in event.participants)
    kinds = _numbered(event.kind for event in events)
    tracks = _numbered(event.track for event in events)
    return {
        "ids": " ".join(event.id for event in events),
        "tracks": list(tracks),
        "track": [tracks[event.track] for event in events],
        "kinds": list(kinds),
        "kind": [kinds[event.kind] for event in events],
        "people": list(people),
        "who": [[people[person.name] for person in event.participants] for event in events],
        "main": [number for number, event in enumerate(events) if event.key],
        "official": [number for number, event in enumerate(events) if is_official(event)],
    }


def table(timeline: Timeline) -> dict[str, object]:
    """The columns of the table: texts one a line, publishers as numbers."""
    language = Language(timeline.language)
    events = timeline.events
    publishers = _numbered(event.sources[0].publisher for event in events)
    return {
        "date": _lines(when_in_words(event.when, language) for event in events),
        "title": _lines(event.title for event in events),
        "place": _lines(place_of(event, language) for event in events),
        "publishers": list(publishers),
        "publisher": [publishers[event.sources[0].publisher] for event in events],
        "url": _lines(event.sources[0].url for event in events),
        "more": [len(event.sources) - 1 for event in events],
    }


def _numbered(texts: Iterable[str]) -> dict[str, int]:
    """Each text once, with its number.

    >>> _numbered(["b", "a", "b"])
    {'b': 0, 'a': 1}
    """
    return {text: number for number, text in enumerate(dict.fromkeys(texts))}


def _lines(texts: Iterable[str]) -> str:
    """One text a line; texts of events have no line break where they are shown in one line."""
    return "\n".join(" ".join(text.split()) for text in texts)

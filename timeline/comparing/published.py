"""A published timeline as `events.json` has it: what two of them are compared by."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

#: How the format of events.json begins; a later version may mean something else by the same names.
_FORMAT = re.compile(r"timeline-events/1\b")
#: Texts and lists of an event that readers see, by their names in the file.
TEXTS = ("title", "status", "track", "kind", "place", "venue", "note", "summary", "disputed", "remark")


class NotEventsError(ValueError):
    """What was read is not an events.json."""


@dataclass(frozen=True, slots=True)
class PublishedSource:
    """A source: its address, who published it, its headline, and the words quoted from it."""

    url: str
    publisher: str
    title: str
    quote: str


@dataclass(frozen=True, slots=True)
class PublishedEvent:
    """An event. ``texts`` are those of `TEXTS` that the file has, by name; an older file may lack some."""

    id: str
    edtf: str
    clock: str
    start: str
    is_main: bool
    participants: tuple[str, ...]
    texts: dict[str, str]
    sources: tuple[PublishedSource, ...]

    @property
    def title(self) -> str:
        return self.texts.get("title", "")


@dataclass(frozen=True, slots=True)
class PublishedCorrection:
    """A correction: its day (YYYY-MM-DD), text, and the ids of the events concerned."""

    on: str
    text: str
    events: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Published:
    """A timeline: headline, standfirst, corrections, and events in the order of time."""

    title: str
    standfirst: str
    corrections: tuple[PublishedCorrection, ...]
    events: tuple[PublishedEvent, ...]


def published(text: str | bytes) -> Published:
    """The timeline of an events.json. Raises NotEventsError for anything else.

    >>> published('{"format": "timeline-events/1", "title": "T", "events": []}').title
    'T'
    >>> published("[]")
    Traceback (most recent call last):
    timeline.comparing.published.NotEventsError: it is not an events.json that timeline has made
    """
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        raise NotEventsError("it is not valid JSON") from None
    if not isinstance(value, dict) or not _FORMAT.match(_text(value, "format")):
        raise NotEventsError("it is not an events.json that timeline has made")
    return Published(
        title=_text(value, "title"),
        standfirst=_text(value, "standfirst"),
        corrections=tuple(
            PublishedCorrection(_text(each, "on"), _text(each, "text"), _texts(each, "events"))
            for each in _objects(value, "corrections")
        ),
        events=tuple(_event(each) for each in _objects(value, "events")),
    )


def _event(value: dict[str, Any]) -> PublishedEvent:
    return PublishedEvent(
        id=_text(value, "id"),
        edtf=_text(value, "edtf"),
        clock=_text(value, "clock"),
        start=_text(value, "start") or _text(value, "end"),
        is_main=value.get("key") is True,
        participants=_texts(value, "participants"),
        texts={name: _text(value, name) for name in TEXTS if name in value},
        sources=tuple(
            PublishedSource(*(_text(each, name) for name in ("url", "publisher", "title", "quote")))
            for each in _objects(value, "sources")
        ),
    )


def _objects(value: dict[str, Any], name: str) -> Iterator[dict[str, Any]]:
    found = value.get(name)
    return (each for each in (found if isinstance(found, list) else ()) if isinstance(each, dict))


def _texts(value: dict[str, Any], name: str) -> tuple[str, ...]:
    found = value.get(name)
    return tuple(each for each in (found if isinstance(found, list) else ()) if isinstance(each, str))


def _text(value: dict[str, Any], name: str) -> str:
    found = value.get(name)
    return found if isinstance(found, str) else ""

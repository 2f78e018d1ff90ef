"""Timeline -> feeds of corrections, additions and updates: Atom (RFC 4287) and JSON Feed 1.1.

Their days are those that the author has given; a feed needs clock times, and takes the midnight in UTC that
begins the day.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urldefrag, urljoin
from uuid import NAMESPACE_URL, uuid5

from timeline.language import Language
from timeline.language.events import date_and_status
from timeline.model import Correction, Event, Timeline
from timeline.render.web.templates import fill
from timeline.typography.source_marks import without_marks

#: The names of the files, which the page links to.
ATOM, JSON_FEED = "feed.xml", "feed.json"


@dataclass(frozen=True, slots=True)
class _Entry:
    """An entry: its lasting id, and when it was last updated and first published ("" if not known)."""

    id: str
    title: str
    url: str
    text: str
    updated: str
    published: str = ""


def atom(timeline: Timeline) -> str:
    """The feed as Atom, the latest entry first. The timeline has a ``base_url``, and something to tell."""
    return fill(
        "data/feed.xml",
        timeline=timeline,
        page=_page(timeline),
        address=urljoin(timeline.base_url, ATOM),
        author=timeline.credit or timeline.title,
        updated=_instant(timeline.updated) if timeline.updated else "",
        entries=_entries(timeline),
    )


def json_feed(timeline: Timeline) -> str:
    """The same feed as JSON."""
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": timeline.title,
        "home_page_url": _page(timeline),
        "feed_url": urljoin(timeline.base_url, JSON_FEED),
        "description": timeline.standfirst,
        "language": timeline.language,
        "authors": [{"name": timeline.credit or timeline.title}],
        "items": [_item(entry) for entry in _entries(timeline)],
    }
    shown = {name: value for name, value in feed.items() if value or name == "items"}
    return json.dumps(shown, ensure_ascii=False, indent=1) + "\n"


def _item(entry: _Entry) -> dict[str, Any]:
    values = {
        "id": entry.id,
        "url": entry.url,
        "title": entry.title,
        "content_text": entry.text,
        "date_published": entry.published,
        "date_modified": entry.updated,
    }
    return {name: value for name, value in values.items() if value or name == "content_text"}


def _entries(timeline: Timeline) -> list[_Entry]:
    """The entries, the latest first; of one day corrections first, then events in their order."""
    language = Language(timeline.language)
    found = [*_corrections(timeline, language), *_events(timeline, language)]
    return sorted(found, key=lambda entry: entry.updated, reverse=True)  # which keeps the order of equals


def _corrections(timeline: Timeline, language: Language) -> Iterator[_Entry]:
    labels = {event.id: event.label for event in timeline.events}
    for each in timeline.corrections:
        about = language.gettext(", ").join(labels[id_] for id_ in each.events) or timeline.title
        day = _instant(each.day)
        yield _Entry(
            id=_id(timeline, f"correction/{each.day}/{each.text}"),
            title=language.gettext("Correction: %(title)s", title=about),
            url=f"{_page(timeline)}#{_place_of(each)}",
            text=each.text,
            updated=day,
            published=day,
        )


def _place_of(correction: Correction) -> str:
    return correction.events[0] if correction.events else "tl-corrections"


def _events(timeline: Timeline, language: Language) -> Iterator[_Entry]:
    """The events with a day of their own. The id is that of the same event in the calendar."""
    for event in timeline.events:
        days = sorted(filter(None, (event.added, event.updated)))
        if days:
            yield _Entry(
                id=_id(timeline, event.id),
                title=event.title,
                url=f"{_page(timeline)}#{event.id}",
                text=_text(event, language),
                updated=_instant(days[-1]),
                published=_instant(event.added) if event.added else "",
            )


def _text(event: Event, language: Language) -> str:
    parts = (date_and_status(event, language), without_marks(event.summary))
    return "\n\n".join(filter(None, parts))


def _page(timeline: Timeline) -> str:
    return urldefrag(timeline.base_url).url


def _id(timeline: Timeline, name: str) -> str:
    return uuid5(NAMESPACE_URL, f"{timeline.base_url}#{name}").urn


def _instant(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"

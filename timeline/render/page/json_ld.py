"""Timeline -> JSON-LD in the vocabulary of https://schema.org, for search engines and archives."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any
from urllib.parse import urldefrag

from timeline.language import Language
from timeline.language.events import capitalised, event_date
from timeline.model import Correction, Event, Moment, Place, Timeline, When

#: Status -> https://schema.org/EventStatusType, which has none for an event that was held.
_STATUS = {"announced": "EventScheduled", "postponed": "EventPostponed", "cancelled": "EventCancelled"}


def linked_data(
    timeline: Timeline, description: str, events: Sequence[Event] | None = None, first: int = 1
) -> dict[str, Any]:
    """The timeline as an ItemList of Events, each with its address and that of its first source.

    The ``events`` may be a part of those of the timeline; their first one has the position ``first``.

    Where ISO 8601 cannot express a date, its words are the ``description``. Addresses are absolute if
    there is a ``base_url``. schema.org defines ``citation`` for works; it is used here for events. The
    summaries, people, coordinates and all else of the sources are in events.json: here they would add 12 kB
    (gzip) for 38 events.

    >>> linked_data(Timeline(title="Empty", events=(), tracks=()), "No events yet.")["numberOfItems"]
    0
    """
    language = Language(timeline.language)
    page = {"url": timeline.base_url} if timeline.base_url else {}
    return {
        "@context": "https://schema.org",
        "@type": ["ItemList", "CreativeWork"] if timeline.updated else "ItemList",
        "name": timeline.title,
        "description": description,
        **page,
        **_changes(timeline),
        "itemListOrder": "https://schema.org/ItemListOrderAscending",
        "numberOfItems": len(timeline.events),
        "itemListElement": [
            {"@type": "ListItem", "position": number, "item": _event(event, timeline.base_url, language)}
            for number, event in enumerate(timeline.events if events is None else events, start=first)
        ],
    }


def _changes(timeline: Timeline) -> dict[str, Any]:
    """The day of the last update and the corrections: properties of a CreativeWork, not of a mere list."""
    changes: dict[str, Any] = {}
    if timeline.updated:
        changes["dateModified"] = timeline.updated.isoformat()
    if timeline.corrections:
        changes["correction"] = [_correction(each, timeline.base_url) for each in timeline.corrections]
    return changes


def _correction(correction: Correction, page: str) -> dict[str, Any]:
    about = [{"@id": _address(page, id_)} for id_ in correction.events]
    found = {
        "@type": "CorrectionComment",
        "text": correction.text,
        "datePublished": correction.day.isoformat(),
        "about": about,
    }
    return {name: value for name, value in found.items() if value}


def _address(page: str, event: str) -> str:
    """The address of an event on the page; relative where that of the page is not known."""
    return f"{urldefrag(page).url}#{event}"


def iso_dates(when: When) -> tuple[str, str]:
    """Start and end in ISO 8601, each "" where it is unknown or ISO 8601 would claim more than is known.

    The end of a date that is not a span is "".

    >>> from datetime import date
    >>> from timeline.model import Precision
    >>> iso_dates(When(Moment(date(2025, 2, 21), date(2025, 2, 28), Precision.PART)))
    ('2025-02', '')
    """
    start, end = iso_moment(when.start, when.zone), iso_moment(when.end, when.zone) if when.end else ""
    return ("", start) if when.lacks_start else (start, end)


def iso_moment(moment: Moment, zone: str) -> str:
    """The moment as the finest of minute, day, month or year that covers all of it.

    "" if it is approximate, uncertain or may lie in several years: ISO 8601 has no notation for that. A
    clock time whose offset from UTC is unknown is left out.

    >>> from datetime import date, time
    >>> from timeline.model.day import EarlyDay
    >>> iso_moment(Moment.day(date(2025, 2, 17), time(16)), "Europe/Paris")
    '2025-02-17T16:00:00+01:00'
    >>> iso_moment(Moment.day(EarlyDay(-43, 3, 15)), "")
    '-0043-03-15'
    """
    if moment.approximate or moment.uncertain:
        return ""
    first, last = moment.earliest.isoformat(), moment.latest.isoformat()
    if offset := moment.offset_in_edtf(zone):
        return f"{first}T{moment.clock:%H:%M:%S}{offset}"
    sign = first.startswith("-")
    lengths = (sign + len(part) for part in ("2025-02-17", "2025-02", "2025"))
    return next((first[:length] for length in lengths if first[:length] == last[:length]), "")


def _event(event: Event, page: str, language: Language) -> dict[str, Any]:
    start, end = iso_dates(event.when)
    status = _STATUS.get(event.status)
    values = {
        "@type": "Event",
        "@id": _address(page, event.id),
        "name": event.title,
        "startDate": start,
        "endDate": end,
        "eventStatus": f"https://schema.org/{status}" if status else "",
        "location": list(_locations(event)),
        "keywords": event.kind,
        "description": _description(event, language),
        "citation": {"@type": "CreativeWork", "url": event.sources[0].url},
    }
    return {name: value for name, value in values.items() if value}


def _description(event: Event, language: Language) -> str:
    """The date in words where ISO 8601 expresses less than is known, else ""."""
    is_told = "/".join(filter(None, iso_dates(event.when))) == event.when.edtf
    return "" if is_told else capitalised(event_date(event, language))


def _locations(event: Event) -> Iterator[dict[str, Any]]:
    """The places, or the venue if there is just one place; else it may be none, such as "by telephone"."""
    places = [_place(place) for place in event.places]
    if event.venue and len(places) == 1:
        yield {"@type": "Place", "name": event.venue, "containedInPlace": places[0]}
    else:
        yield from places


def _place(place: Place) -> dict[str, Any]:
    found: dict[str, Any] = {"@type": "Place", "name": place.name}
    if place.country:
        found["address"] = {"@type": "PostalAddress", "addressCountry": place.country}
    return found

"""Timeline -> JSON-LD in the words of https://schema.org: what search engines and archives read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import urldefrag

from timeline.language import Language
from timeline.language.dates import date_and_clock
from timeline.model import Event, Moment, Person, Place, Source, Timeline, When

#: How far an event has come -> https://schema.org/EventStatusType; one that was held needs no word.
_STATUS = {"announced": "EventScheduled", "postponed": "EventPostponed", "cancelled": "EventCancelled"}


def linked_data(timeline: Timeline, description: str) -> dict[str, Any]:
    """The timeline as an ItemList of Events, each with its address on the page and its first source.

    A date that ISO 8601 cannot tell as it is known stands in words at the beginning of the ``description``.
    Addresses are absolute where ``base_url`` is known. ``citation`` is what schema.org calls the source of
    a work, said here of an event. All other sources are in events.json: here they would come twice with the
    page, and add 5 kB (gzip) to that of the curated events.

    >>> linked_data(Timeline(title="Empty", events=(), tracks=()), "No events yet.")["numberOfItems"]
    0
    """
    language = Language(timeline.language)
    page = {"url": timeline.base_url} if timeline.base_url else {}
    return {
        "@context": "https://schema.org",
        "@type": "ItemList",
        "name": timeline.title,
        "description": description,
        **page,
        "itemListOrder": "https://schema.org/ItemListOrderAscending",
        "numberOfItems": len(timeline.events),
        "itemListElement": [
            {"@type": "ListItem", "position": number, "item": _event(event, timeline.base_url, language)}
            for number, event in enumerate(timeline.events, start=1)
        ],
    }


def iso_dates(when: When) -> tuple[str, str]:
    """Start and end in ISO 8601, each "" where it is not known, or cannot be told without saying too much.

    The end of what is no span is "".

    >>> from datetime import date
    >>> from timeline.model import Precision
    >>> iso_dates(When(Moment(date(2025, 2, 21), date(2025, 2, 28), Precision.PART)))
    ('2025-02', '')
    """
    start, end = iso_moment(when.start, when.zone), iso_moment(when.end, when.zone) if when.end else ""
    return ("", start) if when.lacks_start else (start, end)


def iso_moment(moment: Moment, zone: str) -> str:
    """The moment as minute, day, month or year, whichever is the finest that holds all it may be.

    "" for what is about or perhaps so, or may lie in several years: ISO 8601 has no sign for that. A clock
    time of which nobody knows how far from UTC it is gives its day.

    >>> from datetime import date, time
    >>> iso_moment(Moment.day(date(2025, 2, 17), time(16)), "Europe/Paris")
    '2025-02-17T16:00:00+01:00'
    """
    if moment.approximate or moment.uncertain:
        return ""
    first, last = moment.earliest.isoformat(), moment.latest.isoformat()
    if offset := moment.offset_in_edtf(zone):
        return f"{first}T{moment.clock:%H:%M}:00{offset}"
    return next((first[:length] for length in (10, 7, 4) if first[:length] == last[:length]), "")


def _event(event: Event, page: str, language: Language) -> dict[str, Any]:
    start, end = iso_dates(event.when)
    status = _STATUS.get(event.status)
    values = {
        "@type": "Event",
        "@id": f"{urldefrag(page).url}#{event.id}",
        "name": event.title,
        "startDate": start,
        "endDate": end,
        "eventStatus": f"https://schema.org/{status}" if status else "",
        "location": list(_locations(event)),
        "about": [{"@type": "Thing", "name": event.track}, *map(_participant, event.participants)],
        "keywords": event.kind,
        "description": _description(event, language),
        "citation": _citation(event.sources[0]),
    }
    return {name: value for name, value in values.items() if value}


def _description(event: Event, language: Language) -> str:
    """The summary; before it the date in words, where ISO 8601 tells less than is known."""
    if "/".join(filter(None, iso_dates(event.when))) == event.when.edtf:
        return event.summary
    words = date_and_clock(event.when, language)
    return f"{words[:1].upper()}{words[1:]}. {event.summary}".strip()


def _locations(event: Event) -> Iterator[dict[str, Any]]:
    """The places, or the venue in the only one; any other may be no place, such as "by telephone"."""
    places = [_place(place) for place in event.places]
    if event.venue and len(places) == 1:
        yield {"@type": "Place", "name": event.venue, "containedInPlace": places[0]}
    else:
        yield from places


def _place(place: Place) -> dict[str, Any]:
    found: dict[str, Any] = {"@type": "Place", "name": place.name}
    if place.country:
        found["address"] = {"@type": "PostalAddress", "addressCountry": place.country}
    if place.latitude is not None and place.longitude is not None:
        degrees = {"latitude": place.latitude, "longitude": place.longitude}
        found["geo"] = {"@type": "GeoCoordinates", **degrees}
    return found


def _participant(person: Person) -> dict[str, str]:
    """Who has an office is a person; what else takes part may be a body or a person."""
    return {"@type": "Person" if person.role else "Thing", "name": person.name}


def _citation(source: Source) -> dict[str, Any]:
    values = {
        "@type": "CreativeWork",
        "url": source.url,
        "name": source.title,
        "publisher": {"@type": "Organization", "name": source.publisher},
        "datePublished": source.published.isoformat() if source.published else "",
    }
    return {name: value for name, value in values.items() if value}

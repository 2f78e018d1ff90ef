"""Drafts -> events: names to the house spelling, sources, dates, references."""

from __future__ import annotations

from dataclasses import dataclass, replace

from timeline.model import Event, Person, Place, Source, Timeline
from timeline.normalise.clocks import with_clock
from timeline.normalise.drafts import Draft
from timeline.normalise.faults import Faults
from timeline.normalise.format import EventRecord
from timeline.normalise.names import Names
from timeline.normalise.settle import Settled, Words, settle
from timeline.normalise.shape import Entry
from timeline.normalise.sources import family, sources_of
from timeline.normalise.words import quoted

#: Fields of a source whose faults leave its date as it was.
_DATELESS = {"url", "publisher", "title", "accessed", "archived", "kind", "quote", "speaker"}


@dataclass(frozen=True)
class House:
    """What an event can refer to: the timeline's language and tracks, people, places, other events.

    Where not ``is_whole``, events that are not here may be elsewhere.
    """

    timeline: Timeline
    people: Names[Person]
    places: Names[Place]
    ids: frozenset[str]
    is_whole: bool
    faults: Faults


def event(draft: Draft, house: House) -> Event | None:
    """The event of a draft; None when it has no date or no source to show."""
    entry, record = draft.entry, draft.entry.record
    _check_track(entry, house)
    _check_related(draft, house)
    places = tuple(
        house.places.find(name, entry.at("place", number)) for number, name in enumerate(record.place)
    )
    participants = _participants(entry, house)
    sources = sources_of(entry, house.timeline.language, house.people, house.faults)
    zone = record.zone or (places[0].zone if places else "")
    settled = _settled(entry, sources, zone, house)
    if settled is None or settled.when is None or not sources:
        return None
    return Event(
        id=draft.id,
        title=record.title,
        label=record.label or record.title,
        when=with_clock(settled.when, record.time, entry.at("time"), house.faults),
        track=record.track,
        sources=tuple(
            replace(source, reading=reading.when, agrees=reading.agrees)
            for source, reading in zip(sources, settled.readings, strict=True)
        ),
        kind=record.kind,
        status=record.status,
        key=record.key in {"true", "yes"},
        places=places,
        venue=record.venue,
        participants=participants,
        summary=record.summary,
        disputed=record.disputed,
        related=record.related,
    )


def _check_track(entry: Entry[EventRecord], house: House) -> None:
    """The track is one of those listed, where there is a list."""
    track, tracks = entry.record.track, [each.name for each in house.timeline.tracks]
    if track and tracks and track not in tracks:
        near = house.faults.nearest(track, tracks)
        hint = f"track: {near}" if near else f"one of {', '.join(tracks)}; or add it to _timeline.yaml"
        house.faults.add(entry.at("track"), "E026", f"track {quoted(track)} is not in _timeline.yaml", hint)


def _check_related(draft: Draft, house: House) -> None:
    """Each related event is there, and is another one."""
    for number, other in enumerate(draft.entry.record.related):
        at = draft.entry.at("related", number)
        if other == draft.id:
            house.faults.add(
                at, "E026", f"related {quoted(other)} is the event itself", "name another event"
            )
        elif house.is_whole and other not in house.ids:
            near = house.faults.nearest(other, house.ids) or "the id of another event"
            house.faults.add(at, "E026", f"related {quoted(other)}: no event has this id", near)


def _participants(entry: Entry[EventRecord], house: House) -> tuple[Person, ...]:
    """The participants, each once."""
    found: dict[str, Person] = {}
    for number, name in enumerate(entry.record.participants):
        at = entry.at("participants", number)
        person = house.people.find(name, at)
        if person.name in found:
            house.faults.add(
                at, "W006", f"participant {quoted(person.name)} stands twice", "name each once"
            )
        found.setdefault(person.name, person)
    return tuple(found.values())


def _settled(
    entry: Entry[EventRecord], sources: tuple[Source, ...], zone: str, house: House
) -> Settled | None:
    """The event's date, or None where another fault keeps it from being told."""
    record = entry.record
    given = Words(record.date, entry.at("date"), family(house.timeline.language))
    said = []
    is_hampered = entry.is_spoilt("date") or any(
        path[0] == "sources" and path[-1] not in _DATELESS for path in entry.spoilt
    )
    for number, (source, written) in enumerate(zip(sources, record.sources, strict=True)):
        at = entry.at("sources", number, "says")
        is_baseless = bool(written.published) and source.published is None
        is_hampered = is_hampered or is_baseless
        text = "" if is_baseless else source.says
        said.append(Words(text, at, family(source.says_language or source.language), source.published))
    if not record.date and is_hampered:
        return None
    return settle(given, said, zone, is_disputed=bool(record.disputed), faults=house.faults)

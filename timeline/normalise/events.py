"""Drafts -> events: resolves names, sources, dates and references."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from timeline.model import Event, Kind, Person, Place, Timeline, When
from timeline.normalise.date_settings import DateSettings
from timeline.normalise.dating import DateContext, dependencies, settle_event_date
from timeline.normalise.dating.clock import check_time
from timeline.normalise.dating.dispute import dispute_of
from timeline.normalise.dating.hemispheres import hemisphere_of
from timeline.normalise.dating.single_days import event_days
from timeline.normalise.faults import Faults
from timeline.normalise.format import EventRecord
from timeline.normalise.format.validation import ValidatedRecord
from timeline.normalise.ids import Draft
from timeline.normalise.shared_files.people_places import Names
from timeline.normalise.sources import SourceDraft, draft_sources
from timeline.normalise.sourcing.addresses import warn_few_origins
from timeline.normalise.sourcing.review import review_of
from timeline.normalise.sourcing.statements import check_statements
from timeline.normalise.text import fold, quoted, shown


@dataclass(frozen=True)
class EventContext:
    """What an event can refer to: the timeline's language and tracks, kinds, people, places, other events.

    ``kinds`` is empty if the file that may list some was not read.
    ``drafts`` are the ids of those that are left out, which events may name as related all the same.
    If not ``is_whole``, only some files were read, so that an unknown id is not a fault. With
    ``demands_review``, a main event that must have been checked and was not is one.
    """

    timeline: Timeline
    kinds: tuple[Kind, ...]
    settings: DateSettings
    people: Names[Person]
    places: Names[Place]
    ids: frozenset[str]
    drafts: frozenset[str]
    is_whole: bool
    demands_review: bool
    faults: Faults
    unchecked: set[str] = field(default_factory=set)  # ids of events that count from one in another file


def build_event(draft: Draft, context: EventContext, dated_events: Mapping[str, Event]) -> Event | None:
    """The event of a draft; None if it has no date or no valid source.

    ``dated_events`` holds, by id, the events on which its date may depend.
    """
    entry, record = draft.entry, draft.entry.record
    _check_track(entry, context)
    kind = _kind(entry, context)
    _check_related(draft, context)
    check_statements(entry, context.faults, is_required=context.timeline.needs_marks)
    check_time(record.time, entry.at("time"), context.faults)
    if context.is_whole:
        dependencies.check_references(draft, context.ids, context.faults)
    else:
        dependencies.warn_unchecked(draft, context.ids, context.unchecked, context.faults)
    places = tuple(
        context.places.find(name, entry.at("place", number)) for number, name in enumerate(record.place)
    )
    participants = _participants(entry, context)
    sources = draft_sources(entry, context.settings, context.people, context.faults)
    zone = record.zone or (places[0].zone if places else "")
    countries = tuple(place.country for place in places if place.country)
    dates = DateContext(context.settings, zone, dated_events, hemisphere_of(places, zone), countries)
    settled = settle_event_date(entry, sources, dates, context.faults)
    if settled is None or settled.when is None or not sources:
        return None
    _check_after_sources(entry, settled.when, sources, context.faults)
    if record.key in {"true", "yes"}:
        origins_needed = context.timeline.independent_origins
        warn_few_origins(entry, [each.source for each in sources], origins_needed, context.faults)
    dispute = dispute_of(entry)
    added, updated = event_days(entry, context.settings.resolver(), context.faults)
    event = Event(
        id=draft.id,
        title=record.title,
        label=record.label or record.title,
        when=settled.when,
        track=record.track,
        sources=tuple(
            replace(
                each.source,
                published_as=each.publication.words,
                zone=written.zone,
                reading=reading.when,
                agrees=reading.agrees,
                others=reading.others,
                decided=reading.decided,
            )
            for each, written, reading in zip(sources, record.sources, settled.readings, strict=True)
        ),
        kind=kind,
        status=record.status,
        key=record.key in {"true", "yes"},
        note=record.note,
        draft=record.is_unfinished,
        places=places,
        venue=record.venue,
        participants=participants,
        summary=record.summary,
        disputed=dispute.text,
        disputed_about=dispute.about,
        remark=record.remark,
        discussion=record.discussion,
        related=tuple(other for other in record.related if other not in context.drafts),
        added=added,
        updated=updated,
    )
    is_needed, is_demanded = context.timeline.needs_review, context.demands_review
    checked = review_of(entry, event, context.faults, is_needed=is_needed, is_demanded=is_demanded)
    return replace(event, checked=checked) if checked else event


def _check_track(entry: ValidatedRecord[EventRecord], context: EventContext) -> None:
    """Report a track that is not listed, if any are."""
    track, tracks = entry.record.track, [each.name for each in context.timeline.tracks]
    if track and tracks and track not in tracks:
        near = context.faults.nearest(track, tracks)
        hint = f"track: {near}" if near else f"one of {', '.join(tracks)}; or add it to _timeline.yaml"
        context.faults.add(
            entry.at("track"), "E026", f"track {quoted(track)} is not in _timeline.yaml", hint
        )


@cache
def _by_folded_name(kinds: tuple[Kind, ...]) -> Mapping[str, str]:
    """The names of kinds, by themselves without accents and case."""
    return {fold(each.name): each.name for each in kinds}


def _kind(entry: ValidatedRecord[EventRecord], context: EventContext) -> str:
    """The kind in the spelling of the list of kinds; reports one that is not listed."""
    kind = entry.record.kind
    names = _by_folded_name(context.kinds)
    if kind and names and fold(kind) not in names:
        near = context.faults.nearest(kind, names.values())
        hint = f"kind: {near}" if near else "one of those; or add it to the kinds in _timeline.yaml"
        message = f"kind {quoted(kind)} is not one of {', '.join(names.values())}"
        context.faults.add(entry.at("kind"), "E023", message, hint)
    return names.get(fold(kind), kind)


def _check_after_sources(
    entry: ValidatedRecord[EventRecord], when: When, sources: Sequence[SourceDraft], faults: Faults
) -> None:
    """Warn if an event is marked as held after the day of its latest source."""
    days = {each.source.published: each.source.publisher for each in sources}
    if entry.record.status != "held" or entry.is_invalid("status"):
        return
    latest = max((day for day in days if day), default=None)
    if latest is None or None in days or when.first <= latest:
        return
    message = f"held on {shown(when)}, but its latest source is of {latest} ({days[latest]})"
    faults.add(entry.at("date"), "W007", message, "correct the date, or write status: announced")


def _check_related(draft: Draft, context: EventContext) -> None:
    """Report a related event that does not exist, or is the event itself."""
    for number, other in enumerate(draft.entry.record.related):
        at = draft.entry.at("related", number)
        if other == draft.id:
            context.faults.add(
                at, "E026", f"related {quoted(other)} is the event itself", "name another event"
            )
        elif context.is_whole and other not in context.ids | context.drafts:
            near = context.faults.nearest_id(other, context.ids) or "the id of another event"
            context.faults.add(at, "E026", f"related {quoted(other)}: no event has this id", near)


def _participants(entry: ValidatedRecord[EventRecord], context: EventContext) -> tuple[Person, ...]:
    """The participants, each once."""
    found: dict[str, Person] = {}
    for number, name in enumerate(entry.record.participants):
        at = entry.at("participants", number)
        person = context.people.find(name, at)
        if person.name in found:
            context.faults.add(
                at, "W006", f"participant {quoted(person.name)} is listed twice", "name each once"
            )
        found.setdefault(person.name, person)
    return tuple(found.values())

"""Settles the date of an event from its own ``date`` and from what each source says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial

from timeline.dates.calendar_marks import without_mark
from timeline.model import Event, Resolution
from timeline.normalise.date_settings import AnchoredResolver, DateSettings
from timeline.normalise.dating.calendars import warn_calendar
from timeline.normalise.dating.claims import DateClaim, read_claim, read_own_date
from timeline.normalise.dating.clock import with_clock
from timeline.normalise.dating.dispute import dispute_of
from timeline.normalise.dating.offsets import apply_offset
from timeline.normalise.dating.reconcile import Settled, settle
from timeline.normalise.dating.reforms import reform_of
from timeline.normalise.faults import Faults
from timeline.normalise.format import EventRecord
from timeline.normalise.format.validation import ValidatedRecord
from timeline.normalise.sources import NEEDS_PUBLISHED, SourceDraft

#: Fields of a source that its date does not depend on, so that a fault in one does not matter.
_DATELESS = {
    "url",
    "publisher",
    "origin",
    "title",
    "accessed",
    "archived",
    "unarchivable",
    "kind",
    "quote",
    "speaker",
    "page",
    "at",
}


@dataclass(frozen=True)
class DateContext:
    """What is needed to read an event's dates: its zone ("" if unknown), and the dated events by id.

    ``hemisphere`` is that of its place, "north" or "south"; "" if unknown. ``countries`` are those of its
    places, as far as they are known.
    """

    settings: DateSettings
    zone: str
    events: Mapping[str, Event]
    hemisphere: str = ""
    countries: tuple[str, ...] = ()


def settle_event_date(
    entry: ValidatedRecord[EventRecord],
    sources: tuple[SourceDraft, ...],
    context: DateContext,
    faults: Faults,
) -> Settled | None:
    """The date of an event and how it is known; None if another fault prevents settling it."""
    own_date = _own_date(entry, context)
    source_claims = [_source_claim(entry, number, each, context) for number, each in enumerate(sources)]
    is_incomplete = None in source_claims or any(
        path[0] == "sources" and path[-1] not in _DATELESS for path in entry.invalid
    )
    if own_date is None or (is_incomplete and not own_date.text):
        return None
    claims = [claim or DateClaim("", entry.at("sources")) for claim in source_claims]
    add_time = partial(with_clock, text=entry.record.time, at=entry.at("time"), faults=faults)
    settled = settle(own_date, claims, dispute=dispute_of(entry), faults=faults, add_time=add_time)
    if settled.when and not _states_calendar(entry, own_date):
        reform = reform_of(context.zone, context.countries)
        warn_calendar(settled.when, reform, entry.at("date"), faults)
    return settled


def _states_calendar(entry: ValidatedRecord[EventRecord], own_date: DateClaim) -> bool:
    """Whether the event states the calendar of its date, or its sources do if it has no date of its own.

    A date that is counted from another event has the calendar of that.
    """
    if not isinstance(entry.record.date, str):
        return True
    if entry.record.calendar or own_date.text:
        return bool(entry.record.calendar or without_mark(own_date.text)[1])
    stated = [
        source.calendar or without_mark(source.says)[1] for source in entry.record.sources if source.says
    ]
    return bool(stated) and all(stated)


def _own_date(entry: ValidatedRecord[EventRecord], context: DateContext) -> DateClaim | None:
    """The date as the event states it; None if another fault prevents reading it."""
    date, at = entry.record.date, entry.at("date")
    resolver = context.settings.resolver(
        zone=context.zone, calendar=entry.record.calendar, hemisphere=context.hemisphere
    )
    if entry.is_invalid("date"):
        return None
    if isinstance(date, str):
        calendar = "julian" if entry.record.calendar == "julian" else ""
        return read_own_date(date, at, resolver, calendar)
    field, id_ = date.anchor
    anchor = context.events.get(id_)
    if anchor is None:
        return None
    if date.says:
        return read_claim(date.says, at, partial(_resolve_relative, resolver, anchor), zone=context.zone)
    found = apply_offset(date.by, field, anchor.when, context.zone)
    return DateClaim(f"{date.by} {field} {id_}", at, _with_relative_rule(found, anchor, found.text))


def _source_claim(
    entry: ValidatedRecord[EventRecord], number: int, draft: SourceDraft, context: DateContext
) -> DateClaim | None:
    """The date as a source words it; None if another fault prevents reading it."""
    record, source, publication = entry.record.sources[number], draft.source, draft.publication
    anchor = context.events.get(record.relative_to)
    if publication.is_faulty or entry.is_invalid("sources", number, "day_of_event"):
        return None
    if record.relative_to and anchor is None:
        return None
    language, zone = source.says_language or source.language, record.zone or context.zone
    calendar, hemisphere = record.calendar or entry.record.calendar, context.hemisphere
    if publication.about:
        resolver = context.settings.resolver_about(
            language, zone=zone, published=publication.about, calendar=calendar, hemisphere=hemisphere
        )
    else:
        resolver = context.settings.resolver(
            language, zone=zone, published=source.published, calendar=calendar, hemisphere=hemisphere
        )

    def resolve_claim(text: str, /, *, tense: str = "", every: bool = False) -> Resolution:
        read = partial(_resolve_relative, resolver, anchor) if anchor else resolver
        found = read(text, tense=tense, every=every)
        return publication.refusal if publication.refusal and found.reason == NEEDS_PUBLISHED else found

    at = entry.at("sources", number, "says")
    claim = read_claim(record.says, at, resolve_claim, tense=record.tense, zone=context.zone)
    return replace(claim, publisher=record.publisher, day=int(record.day_of_event or 0))


def _resolve_relative(
    resolver: AnchoredResolver, anchor: Event, text: str, /, *, tense: str = "", every: bool = False
) -> Resolution:
    """A phrase read relative to another event; a phrase that states an absolute date is unaffected."""
    found = resolver(text, tense=tense, every=every, anchor=anchor.when)
    is_absolute = found == resolver(text, tense=tense, every=every)
    return found if is_absolute else _with_relative_rule(found, anchor, text)


def _with_relative_rule(found: Resolution, anchor: Event, phrase: str) -> Resolution:
    rule = f"counted from another event: {anchor.label}"
    return replace(found, readings=tuple(replace(each, words=phrase, rule=rule) for each in found.readings))

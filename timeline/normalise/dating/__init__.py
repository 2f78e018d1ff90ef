"""All that is said of an event's date, read: by its own ``date`` and by each source."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial

from timeline.model import Event, Resolution
from timeline.normalise.date_settings import DateSettings, Resolver
from timeline.normalise.dating.claims import DateClaim, read_claim, read_own_date
from timeline.normalise.dating.clock import with_clock
from timeline.normalise.dating.offsets import apply_offset
from timeline.normalise.dating.reconcile import Settled, settle
from timeline.normalise.faults import Faults
from timeline.normalise.format import EventRecord
from timeline.normalise.format.validation import ValidatedRecord
from timeline.normalise.sources import NEEDS_PUBLISHED, SourceDraft

#: Fields of a source whose faults leave its date as it was.
_DATELESS = {"url", "publisher", "title", "accessed", "archived", "kind", "quote", "speaker"}


@dataclass(frozen=True)
class DateContext:
    """What an event's date hangs on: its zone ("" unknown), and the other events that have a date."""

    settings: DateSettings
    zone: str
    events: Mapping[str, Event]


def settle_event_date(
    entry: ValidatedRecord[EventRecord], told: tuple[SourceDraft, ...], context: DateContext, faults: Faults
) -> Settled | None:
    """The date of an event and how it is known; None where another fault keeps it from being told."""
    given = _given(entry, context)
    said = [_said(entry, number, each, context) for number, each in enumerate(told)]
    is_hampered = None in said or any(
        path[0] == "sources" and path[-1] not in _DATELESS for path in entry.invalid
    )
    if given is None or (is_hampered and not given.text):
        return None
    heard = [words or DateClaim("", entry.at("sources")) for words in said]
    timed = partial(with_clock, text=entry.record.time, at=entry.at("time"), faults=faults)
    return settle(given, heard, is_disputed=bool(entry.record.disputed), faults=faults, timed=timed)


def _given(entry: ValidatedRecord[EventRecord], context: DateContext) -> DateClaim | None:
    """The date as the event states it; None where it cannot be told for another fault."""
    date, at = entry.record.date, entry.at("date")
    ask = context.settings.resolver(zone=context.zone)
    if entry.is_invalid("date"):
        return None
    if isinstance(date, str):
        return read_own_date(date, at, ask)
    way, id_ = date.anchor
    anchor = context.events.get(id_)
    if anchor is None:
        return None
    if date.says:
        return read_claim(date.says, at, partial(_counting, ask, anchor), zone=context.zone)
    found = apply_offset(date.by, way, anchor.when, context.zone)
    return DateClaim(f"{date.by} {way} {id_}", at, _as_counted(found, anchor, found.text))


def _said(
    entry: ValidatedRecord[EventRecord], number: int, told: SourceDraft, context: DateContext
) -> DateClaim | None:
    """The date as a source words it; None where it cannot be told for another fault."""
    record, source, appeared = entry.record.sources[number], told.source, told.appeared
    anchor = context.events.get(record.relative_to)
    if appeared.is_faulty or (record.relative_to and anchor is None):
        return None
    ask = context.settings.resolver(
        source.says_language or source.language,
        published=source.published,
        zone=record.zone or context.zone,
    )

    def asked(text: str, tense: str = "") -> Resolution:
        found = _counting(ask, anchor, text, tense) if anchor else ask(text, tense=tense)
        return appeared.lack if appeared.lack and found.reason == NEEDS_PUBLISHED else found

    at = entry.at("sources", number, "says")
    return read_claim(record.says, at, asked, tense=record.tense, zone=context.zone)


def _counting(ask: Resolver, anchor: Event, text: str, tense: str = "") -> Resolution:
    """The words counted from the date of another event; those of a date of their own stay as they are."""
    found = ask(text, tense=tense, anchor=anchor.when)
    return found if found == ask(text, tense=tense) else _as_counted(found, anchor, text)


def _as_counted(found: Resolution, anchor: Event, words: str) -> Resolution:
    rule = f"counted from another event: {anchor.label}"
    return replace(found, readings=tuple(replace(each, words=words, rule=rule) for each in found.readings))

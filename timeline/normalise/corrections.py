"""Corrections and the days of updates: what the author says has changed since publication."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from timeline.model import Correction, Event, Timeline
from timeline.normalise.dating.single_days import single_day
from timeline.normalise.events import EventContext
from timeline.normalise.format import TimelineRecord
from timeline.normalise.format.validation import ValidatedRecord
from timeline.normalise.text import quoted


def with_corrections(
    frame: Timeline,
    found: ValidatedRecord[TimelineRecord] | None,
    events: Iterable[Event],
    context: EventContext,
) -> Timeline:
    """The timeline with its corrections, the latest first, and the day of its last update.

    Without ``updated`` that is the latest day of any change of the ``events`` or of a correction. Reports
    days that cannot be read or contradict each other, and ids that no event has.
    """
    if found is None:
        return frame
    faults = context.faults
    resolver = context.settings.resolver()
    made = []
    for number, record in enumerate(found.record.corrections):
        ids = _known_ids(record.events, number, found, context)
        at = found.at("corrections", number, "on")
        if day := single_day("on", record.on, at, resolver, faults):
            made.append(Correction(day, record.text, ids))
    at = found.at("updated")
    updated = single_day("updated", found.record.updated, at, resolver, faults)
    latest, what = _latest(made, events)
    if updated and latest and updated < latest:
        faults.add(at, "E030", f"updated {updated} is before {what}, {latest}", f"updated: {latest}")
    made.sort(key=lambda each: each.day, reverse=True)
    return replace(frame, updated=updated or latest, corrections=tuple(made))


def _known_ids(
    written: Iterable[str], number: int, found: ValidatedRecord[TimelineRecord], context: EventContext
) -> tuple[str, ...]:
    """The ids of a correction that events have, each once; drafts that are left out are not among them."""
    written = tuple(written)
    for place, id_ in enumerate(written):
        if context.is_whole and id_ not in context.ids | context.drafts:
            near = context.faults.nearest_id(id_, context.ids)
            at = found.at("corrections", number, "events", place)
            message = f"events {quoted(id_)}: no event has this id"
            context.faults.add(at, "E026", message, near or "the id of an event, or no events at all")
    return tuple(dict.fromkeys(id_ for id_ in written if id_ in context.ids))


def _latest(corrections: Iterable[Correction], events: Iterable[Event]) -> tuple[date | None, str]:
    """The latest day of any change, and whose it is."""
    days: list[tuple[date, str]] = [(each.day, "the latest correction") for each in corrections]
    for event in events:
        changed = max(filter(None, (event.added, event.updated)), default=None)
        if changed:
            days.append((changed, f"the latest change of the event {quoted(event.id)}"))
    return max(days, key=lambda each: each[0], default=(None, ""))

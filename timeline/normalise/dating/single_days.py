"""Days that an editor gives in fields of their own, such as that of a correction."""

from __future__ import annotations

from datetime import date

from timeline.model.problems import Location
from timeline.normalise.date_settings import Resolver
from timeline.normalise.dating.claims import read_own_date
from timeline.normalise.dating.reconcile import only_reading
from timeline.normalise.faults import Faults
from timeline.normalise.format import EventRecord
from timeline.normalise.format.validation import ValidatedRecord
from timeline.normalise.text import quoted


def single_day(name: str, text: str, at: Location, resolver: Resolver, faults: Faults) -> date | None:
    """The one certain day that ``text`` names; None, and a reported fault, if it names none.

    None without a fault where there is no text.
    """
    when = only_reading(name, read_own_date(text, at, resolver), faults) if text else None
    if when is None:
        return None
    if when.is_one_day and isinstance(when.first, date):
        return when.first
    faults.add(at, "E012", f"{name} {quoted(text)} is not one certain day", f"{name}: 2025-03-14")
    return None


def event_days(
    entry: ValidatedRecord[EventRecord], resolver: Resolver, faults: Faults
) -> tuple[date | None, date | None]:
    """The days on which an event was added and last updated, each None if it is not given."""
    record = entry.record
    added = single_day("added", record.added, entry.at("added"), resolver, faults)
    updated = single_day("updated", record.updated, entry.at("updated"), resolver, faults)
    if added and updated and updated < added:
        message = f"updated {updated} is before the day on which the event was added, {added}"
        faults.add(entry.at("updated"), "E030", message, f"updated: {added}, or a later day")
    return added, updated

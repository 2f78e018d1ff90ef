"""Who has checked an event, and whether it must have been checked."""

from __future__ import annotations

from datetime import date

from timeline.model import Checked, Event
from timeline.model.sources.review import fingerprint
from timeline.normalise.faults import Faults
from timeline.normalise.format import EventRecord
from timeline.normalise.format.validation import ValidatedRecord

_HINT = "checked: {by: A. Editor, on: 2025-03-20}; timeline export checklist makes the sheet for it"
_AGAIN = "check it again; timeline export checklist makes the sheet for it"


def review_of(
    entry: ValidatedRecord[EventRecord], event: Event, faults: Faults, *, is_needed: bool, is_demanded: bool
) -> Checked | None:
    """Who has checked the event as it is now; None if nobody has.

    Warns of one that has been changed since. If a main event ``is_needed`` to have been checked, that is an
    error where the timeline is to be published (``is_demanded``), and a warning elsewhere.
    """
    record = entry.record.checked
    found = Checked(record.by, date.fromisoformat(record.on)) if record.by and record.on else None
    is_changed = bool(found and record.of and record.of != fingerprint(event))
    is_missing = is_needed and event.key and (is_changed or not found) and not entry.is_invalid("checked")
    what = "nobody has checked this main event"
    if found and is_changed:
        name = "main event" if is_missing else "event"
        what = f"the {name} was changed after {found.by} had checked it on {found.on}"
    if is_missing:
        code = "E031" if is_demanded else "W025"
        faults.add(entry.at("checked"), code, f"{what}, and review is required", _AGAIN if found else _HINT)
    elif is_changed:
        faults.add(entry.at("checked"), "W024", what, _AGAIN)
    return None if is_changed else found

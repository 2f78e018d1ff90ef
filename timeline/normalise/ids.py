"""Event files -> drafts: records that have an id of their own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from timeline.model.problems import Location
from timeline.model.records import Document, Items
from timeline.normalise.faults import Faults
from timeline.normalise.format import EventRecord
from timeline.normalise.format.event_ids import id_fault, slug
from timeline.normalise.format.validation import ValidatedRecord, validate_records
from timeline.normalise.text import quoted

#: The date before the name of an event file: 2025-02-17-name, 2025-02-17b-name, 2025-02-name, 2025-name.
_FILE_DATE = re.compile(r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?[a-z]?(-|$)")

_ISO_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


@dataclass(frozen=True)
class Draft:
    """An event as written. ``id`` is "" when it has a fault."""

    entry: ValidatedRecord[EventRecord]
    id: str


def draft_events(documents: Sequence[Document], faults: Faults) -> tuple[Draft, ...]:
    """Every event of every file, in file order; an id that is used twice is a fault."""
    found = [draft for document in documents for draft in _in_file(document, faults)]
    first: dict[str, Location] = {}
    for draft in found:
        at = draft.entry.at("id")
        if draft.id and first.setdefault(draft.id, at) is not at:
            message = f"id {quoted(draft.id)} is used twice; the first is at {first[draft.id]}"
            faults.add(at, "E024", message, "give one of them another id")
    return tuple(found)


def default_id(name: str) -> str:
    """A file name without its date.

    >>> default_id("2025-02-17b-paris-summit")
    'paris-summit'
    """
    return _FILE_DATE.sub("", name)


def _in_file(document: Document, faults: Faults) -> list[Draft]:
    """The events of one file."""
    root = document.root
    count = len(root.values) if isinstance(root, Items) else 1
    if not count:
        faults.add(root.at, "E008", "the list of events is empty")
    default = default_id(document.name) if count == 1 else ""
    return [
        Draft(entry, _id(entry, default, faults)) for entry in validate_records(EventRecord, root, faults)
    ]


def _id(entry: ValidatedRecord[EventRecord], default: str, faults: Faults) -> str:
    """The id as written, or the default."""
    if entry.record.id or entry.is_invalid("id"):
        return entry.record.id
    if not default:
        message = "id is missing: an event in a list, or in a file named by its date alone, needs one"
        faults.add(entry.at(), "E020", message, f"id: {_proposed(entry.record)}")
        return ""
    message, better = id_fault(default)
    if not message:
        return default
    faults.add(
        entry.at(), "E024", f"the file name's id {message}", f"id: {better or _proposed(entry.record)}"
    )
    return ""


def _proposed(event: EventRecord) -> str:
    """An id made of the title; of the day, or of nothing, where the title has no Latin letter."""
    day = _ISO_DAY.match(event.date) if isinstance(event.date, str) else None
    return slug(event.title) or f"event-{day[0] if day else 1}"

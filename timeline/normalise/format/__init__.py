"""The file format: one pydantic model for each kind of record, in which every value is a text or a list.

Every field may be empty in Python, so that a record with faults can still be checked further;
``required`` names the fields that must not be. Messages and the JSON Schema both use the descriptions and
examples.
"""

from __future__ import annotations

from typing import Any, NamedTuple, TypeVar

from pydantic import ValidationError

from timeline.model.records import Path
from timeline.normalise.format import checks
from timeline.normalise.format.event_record import (
    CheckedRecord,
    DisputeRecord,
    EventRecord,
    RelativeDateRecord,
)
from timeline.normalise.format.field_types import Record
from timeline.normalise.format.shared_files.evidence import EvidenceRecord, FindingRecord
from timeline.normalise.format.shared_files.names import PersonRecord, PlaceRecord
from timeline.normalise.format.source_record import SharedSourceRecord, SourceRecord
from timeline.normalise.format.theme import ColoursRecord, FontFamilyRecord, FontsRecord, ThemeRecord
from timeline.normalise.format.timeline_record import (
    CorrectionRecord,
    EraRecord,
    GlossaryRecord,
    KindsRecord,
    TimelineRecord,
    TrackRecord,
    ViewRecord,
)

__all__ = [
    "CheckedRecord", "DisputeRecord", "EraRecord", "EventRecord", "EvidenceRecord", "FieldError",
    "PersonRecord", "PlaceRecord", "RelativeDateRecord", "SharedSourceRecord", "SourceRecord",
    "TimelineRecord", "build_record",
]  # fmt: skip

#: The records that stand in lists, by the field that holds the list.
RECORD_LISTS: dict[str, type[Record]] = {
    "sources": SourceRecord,
    "claims": FindingRecord,
    "tracks": TrackRecord,
    "eras": EraRecord,
    "corrections": CorrectionRecord,
    "files": FontFamilyRecord,
}
#: Every record inside another, by the field that holds it.
NESTED_RECORDS: dict[str, type[Record]] = {
    **RECORD_LISTS,
    "date": RelativeDateRecord,
    "disputed": DisputeRecord,
    "checked": CheckedRecord,
    "glossary": GlossaryRecord,
    "kinds": KindsRecord,
    "theme": ThemeRecord,
    "view": ViewRecord,
    "fonts": FontsRecord,
    "colours": ColoursRecord,
    "dark": ColoursRecord,
}

R = TypeVar("R", bound=Record)


class FieldError(NamedTuple):
    """What is wrong with ``value``: a ``fault`` of ours, or ``shape``, pydantic's name for the error."""

    path: Path
    shape: str
    value: object
    fault: checks.BadValueError | None


def build_record(model: type[R], tree: dict[str, Any]) -> tuple[R | None, tuple[FieldError, ...]]:
    """The record that bare values make, or every error about them."""
    try:
        return model.model_validate(tree), ()
    except ValidationError as error:
        return None, tuple(
            FieldError(
                _untagged(each["loc"]), each["type"], each["input"], each.get("ctx", {}).get("error")
            )
            for each in error.errors(include_url=False)
        )


def _untagged(path: Path) -> Path:
    """``path`` without pydantic's tag for the form of ``date`` or ``disputed`` that it checked."""
    return path[:1] + path[2:] if path[0] in ("date", "disputed") else path

"""The kept copies of sources that ``_evidence.yaml`` lists."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from timeline.model import Finding, KeptCopy
from timeline.normalise.format import EvidenceRecord
from timeline.normalise.format.shared_files.evidence import FindingRecord
from timeline.normalise.format.validation import ValidatedRecord


def kept_copies(entries: Iterable[ValidatedRecord[EvidenceRecord]]) -> tuple[KeptCopy, ...]:
    """Every copy, in the order in which they were added."""
    return tuple(_copy(entry.record) for entry in entries)


def _copy(record: EvidenceRecord) -> KeptCopy:
    return KeptCopy(
        url=record.url,
        digest=record.sha256,
        day=_day(record.day or record.by),
        is_latest_day=not record.day,
        tool=record.tool,
        findings=tuple(map(_finding, record.claims)),
    )


def _finding(record: FindingRecord) -> Finding:
    return Finding(record.field, record.text, record.result, record.words, record.context)


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None

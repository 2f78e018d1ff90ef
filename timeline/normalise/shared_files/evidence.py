"""The kept copies of sources that ``_evidence.yaml`` lists."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from timeline.model import Event, Finding, KeptCopy
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
    found = (record.field, record.text, record.result, record.words, record.context)
    return Finding(*found, before=record.before, after=record.after)


def with_neighbours(events: Iterable[Event], copies: Iterable[KeptCopy]) -> list[Event]:
    """The events; a quotation that stands in its kept copy more than once with the words beside it."""
    beside = {
        (copy.url, each.text): (each.before, each.after)
        for copy in copies
        for each in copy.findings
        if each.before or each.after
    }
    return [_placed(event, beside) for event in events] if beside else [*events]


def _placed(event: Event, beside: Mapping[tuple[str, str], tuple[str, str]]) -> Event:
    sources = tuple(
        replace(each, beside=found) if (found := beside.get((each.url, each.quote))) else each
        for each in event.sources
    )
    return replace(event, sources=sources)


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None

"""Checks the records of ``_sources.yaml`` and how events cite them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from timeline.model.problems import Location
from timeline.model.records import Document, Fields, Text, field
from timeline.model.sources.nodes import own_source_nodes, texts
from timeline.model.sources.records import DOCUMENT_FIELDS, cited, records_of
from timeline.normalise.faults import Faults
from timeline.normalise.format import SharedSourceRecord
from timeline.normalise.format.urls import refusal
from timeline.normalise.format.validation import ValidatedRecord
from timeline.normalise.text import quoted


def check_records(
    documents: Sequence[Document],
    entries: Iterable[ValidatedRecord[SharedSourceRecord]],
    faults: Faults,
    *,
    is_whole: bool,
) -> None:
    """Report ids and addresses that two records have, and citations that do not fit their record; where the
    timeline ``is_whole``, warn of records that nothing cites. The citations are as written.
    """
    used = _check_citations(documents, faults)
    ids: dict[str, Location] = {}
    addresses: dict[str, Location] = {}
    for entry in entries:
        id_, url = entry.record.id, entry.record.url
        at = entry.at("id")
        if id_ and ids.setdefault(id_, at) is not at:
            message = f"id {quoted(id_)} is used twice; the first is at {ids[id_]}"
            faults.add(at, "E024", message, "give one of them another id")
        elif id_ and is_whole and id_ not in used:
            message = f"no event cites the source {quoted(id_)}"
            faults.add(at, "W023", message, f"source: {id_}, in an event; or delete it here")
        where = entry.at("url")
        if url and addresses.setdefault(url, where) is not where:
            message = f"the address {quoted(url)} is used twice; the first is at {addresses[url]}"
            faults.add(where, "W006", message, "one record for each document")


def _check_citations(documents: Sequence[Document], faults: Faults) -> set[str]:
    """Check every citation; the ids that are cited."""
    records = records_of(documents)
    faults.sources = frozenset(records)
    used = set()
    for node in own_source_nodes(documents):
        id_ = cited(node)
        if isinstance(node, Text):
            used.add(node.value.strip())  # an id alone: a fault, but a citation all the same
        elif isinstance(node, Fields) and id_:
            used.add(id_.value.strip())
            record = records.get(id_.value.strip())
            if record is None:
                message = f"source {quoted(id_.value)} is not in _sources.yaml"
                hint = _meant(id_.value.strip(), node, records, faults)
                faults.add(id_.at, "E026", message, hint)
            else:
                _check_twice(node, record, faults)
    return used


def _check_twice(citation: Fields, record: Fields, faults: Faults) -> None:
    """Report each field of the document that both have: they may contradict each other."""
    known = {key.value: key.at for key, _ in record.entries}
    for key, _ in citation.entries:
        if key.value in DOCUMENT_FIELDS and key.value in known:
            message = f"{key.value} stands in the record of this source, too, at {known[key.value]}"
            hint = "delete it here; or write url without source" if key.value == "url" else "one of the two"
            faults.add(key.at, "E021", message, hint)


def _meant(id_: str, citation: Fields, records: Mapping[str, Fields], faults: Faults) -> str:
    """What to write for an unknown id: a similar one, an address, a publisher, or a new record."""
    of_address = (each for each, record in records.items() if id_ in _addresses(record))
    if near := next(of_address, "") or faults.nearest(id_, records):
        return f"source: {near}"
    if not refusal(id_):
        return f"url: {id_}"
    if texts(field(citation, "url")) and not texts(field(citation, "publisher")):
        return f"publisher: {id_}"
    return "add it there; or write url and publisher in its place"


def _addresses(record: Fields) -> list[str]:
    return [each.value.strip() for each in texts(field(record, "url"))]

"""The order of fields: that of the tables in the manual, which is that of the file format."""

from __future__ import annotations

from functools import cache

from timeline.formatting.tree import Collection, Entry
from timeline.normalise.format import (
    NESTED_RECORDS,
    EventRecord,
    EvidenceRecord,
    PersonRecord,
    PlaceRecord,
    SharedSourceRecord,
    TimelineRecord,
)
from timeline.normalise.format.field_types import Record

#: Name of a shared file -> what it holds; every other file holds events.
_SHARED: dict[str, type[Record]] = {
    "_timeline": TimelineRecord,
    "_people": PersonRecord,
    "_places": PlaceRecord,
    "_sources": SharedSourceRecord,
    "_evidence": EvidenceRecord,
}


def record_of(name: str) -> type[Record] | None:
    """What a file of this name, without its ending, holds; None if `timeline` does not read it.

    >>> record_of("_people").__name__, record_of("2025-02-17-paris").__name__, record_of("_notes")
    ('PersonRecord', 'EventRecord', None)
    """
    return _SHARED.get(name, None if name.startswith("_") else EventRecord)


def put_in_order(tree: Collection, record: type[Record] | None) -> None:
    """Sort the fields of a tree. Unknown ones come last, and names that authors choose stay in their order.

    Comments above what becomes the first entry of an item go above the item.
    """
    if not tree.is_list and record is not None:
        ranks = _ranks(record)
        tree.entries.sort(key=lambda entry: ranks.get(entry.key, len(ranks)))
    for entry in tree.entries:
        if isinstance(entry.value, Collection):
            put_in_order(entry.value, record if tree.is_list else NESTED_RECORDS.get(entry.key))
    if tree.holder and tree.holder.home.is_list and tree.entries:
        _lift(tree.holder, tree.entries[0])


def _lift(item: Entry, first: Entry) -> None:
    """Move comments between the dash of an item and its first entry, where none can stand."""
    item.above += [comment for comment in first.above if comment]
    first.above = []
    if item.beside and first.beside:
        item.above.append(item.beside)
    elif item.beside:
        first.beside, first.column = item.beside, item.column
    item.beside = ""


@cache
def _ranks(record: type[Record]) -> dict[str, int]:
    names = (field.alias or name for name, field in record.model_fields.items())
    return {name: rank for rank, name in enumerate(names)}

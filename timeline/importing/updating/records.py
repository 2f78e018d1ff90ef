"""Changes of sources that events cite by the id of a record: where they are to be made.

A field that stands in the record is changed there, if each event that cites the record has the same change;
what only some of them have is left to its author, since the others would be changed with them.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from timeline.importing.updating.differences import Change
from timeline.model.records import Document, Fields, Items, Node, field, plain
from timeline.model.sources.records import DOCUMENT_FIELDS, NAME, cited, records_of
from timeline.rewriting.yaml_text import Value


def holder_of(id_: str) -> str:
    """What stands for a record where ids of events stand for events.

    >>> holder_of("example-news")
    '_sources/example-news'
    """
    return f"{NAME}/{id_}"


class Records:
    """The records of a timeline, and which sources cite them. ``events`` are the events by their ids."""

    def __init__(self, documents: Sequence[Document], events: Mapping[str, Node]) -> None:
        self._records = {id_: _values(record) for id_, record in records_of(documents).items()}
        self._by_address = {str(each.get("url")): id_ for id_, each in reversed([*self._records.items()])}
        self._cited = {
            (event, number): id_.value.strip()
            for event, node in events.items()
            for number, source in enumerate(_sources(node))
            if (id_ := cited(source)) and id_.value.strip() in self._records
        }
        self._own = {
            (event, number): {key.value for key, _ in source.entries}
            for event, node in events.items()
            for number, source in enumerate(_sources(node))
            if isinstance(source, Fields)
        }
        self._times = Counter(self._cited.values())

    def placed(self, changes: Sequence[Change]) -> tuple[list[Change], list[tuple[Change, str]]]:
        """The changes, those of a record's fields at the record; and why some cannot be made."""
        made: list[Change] = []
        of_field: defaultdict[tuple[str, str], list[Change]] = defaultdict(list)
        for change in changes:
            if id_ := self._record_of(change):
                of_field[id_, str(change.path[2])].append(change)
            else:
                made.append(replace(change, new=self._with_ids(change)))
        refused: list[tuple[Change, str]] = []
        for (id_, name), alike in of_field.items():
            first = alike[0]
            if len(alike) == self._times[id_] and all(each.new == first.new for each in alike):
                made.append(Change(holder_of(id_), (name,), first.old, first.new))
            else:
                why = f"other sources cite {id_} in _sources.yaml, too; change it there by hand"
                refused += [(change, why) for change in alike]
        return made, refused

    def _record_of(self, change: Change) -> str:
        """The id of the record that has the field; "" if the event itself has it, or is to get it."""
        match change.path:
            case ["sources", int(number), str(name)] if name in DOCUMENT_FIELDS:
                id_ = self._cited.get((change.id, number), "")
                has_own = name in self._own.get((change.id, number), ())
                return id_ if id_ and not has_own and name in self._records[id_] else ""
        return ""

    def _with_ids(self, change: Change) -> Value:
        """New sources that have a record cite it, unless they say something else of the document."""
        if change.path[:1] != ("sources",) or len(change.path) > 2 or isinstance(change.new, str):
            return change.new
        if isinstance(change.new, Mapping):
            return self._with_id(change.new)
        return [self._with_id(each) for each in change.new]

    def _with_id(self, source: Value) -> Value:
        if not isinstance(source, Mapping) or str(source.get("url")) not in self._by_address:
            return source
        id_ = self._by_address[str(source.get("url"))]
        record = self._records[id_]
        if any(name in record and _listed(record[name]) != _listed(source[name]) for name in source):
            return source
        return {"source": id_, **{name: value for name, value in source.items() if name not in record}}


def record_holders(documents: Sequence[Document]) -> Iterator[tuple[str, Document, int]]:
    """Each record by what stands for it, with its file and its number there."""
    for document in documents:
        if document.name == NAME and isinstance(document.root, Items):
            for number, record in enumerate(document.root.values):
                if id_ := cited(record, "id"):
                    yield holder_of(id_.value.strip()), document, number


def _sources(event: Node) -> tuple[Node, ...]:
    sources = field(event, "sources")
    return sources.values if isinstance(sources, Items) else ()


def _values(record: Node) -> dict[str, Any]:
    values = plain(record)
    return {name: each for name, each in values.items() if name != "id"} if isinstance(values, dict) else {}


def _listed(value: object) -> list[object]:
    """A value as a list: one author may be written without one."""
    listed = value if isinstance(value, list) else [value]
    return [" ".join(str(each).split()) for each in listed]

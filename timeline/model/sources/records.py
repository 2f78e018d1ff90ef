"""Records of sources: a document described once, in ``_sources.yaml``, and cited from events by its id.

Citations are completed before anything is checked. So all that reads sources, in a build, in link checks
and in checks of evidence, finds each field, with the place where it stands.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from timeline.model.records import Document, Fields, Items, Node, Text, field

#: The name of the file, without its ending.
NAME = "_sources"
#: The fields that describe a document; all others of a source describe where and how an event cites it.
DOCUMENT_FIELDS = (
    "url",
    "publisher",
    "origin",
    "title",
    "author",
    "published",
    "accessed",
    "zone",
    "archived",
    "unarchivable",
    "language",
    "kind",
)


def completed(documents: Iterable[Document]) -> tuple[Document, ...]:
    """The documents, with each citation of a record completed by the fields of it that it does not have.

    A citation of a record that does not exist stays as it is.

    >>> from timeline.model.problems import Location
    >>> def fields(path, **texts):
    ...     at = Location(path)
    ...     return Fields(tuple((Text(key, at), Text(value, at)) for key, value in texts.items()), at)
    >>> place = Location("events/a.yaml")
    >>> record = fields("events/_sources.yaml", id="story", url="https://example.org/story")
    >>> sources = Items((fields("events/a.yaml", source="story", quote="a backstop"),), place)
    >>> files = (
    ...     Document("events/_sources.yaml", Items((record,), record.at)),
    ...     Document("events/a.yaml", Fields(((Text("sources", place), sources),), place)),
    ... )
    >>> found = completed(files)[1].root.entries[0][1].values[0].entries
    >>> [(key.value, value.at.path) for key, value in found]
    [('source', 'events/a.yaml'), ('quote', 'events/a.yaml'), ('url', 'events/_sources.yaml')]
    """
    files = tuple(documents)
    records = records_of(files)
    if not records:
        return files
    return tuple(
        file if file.name.startswith("_") else replace(file, root=_in_events(file.root, records))
        for file in files
    )


def records_of(documents: Iterable[Document]) -> dict[str, Fields]:
    """The records by their ids; of those with one id, the first."""
    found: dict[str, Fields] = {}
    for file in documents:
        if file.name == NAME and isinstance(file.root, Items):
            for record in file.root.values:
                if isinstance(record, Fields) and (id_ := cited(record, "id")):
                    found.setdefault(id_.value.strip(), record)
    return found


def cited(source: Node, name: str = "source") -> Text | None:
    """The id that a citation names, with its place; None if there is none."""
    found = field(source, name)
    return found if isinstance(found, Text) and found.value.strip() else None


def _in_events(root: Node, records: Mapping[str, Fields]) -> Node:
    if isinstance(root, Items):
        return replace(root, values=tuple(_in_event(event, records) for event in root.values))
    return _in_event(root, records)


def _in_event(event: Node, records: Mapping[str, Fields]) -> Node:
    if not isinstance(event, Fields):
        return event
    return replace(
        event,
        entries=tuple(
            (key, _in_sources(value, records) if key.value == "sources" else value)
            for key, value in event.entries
        ),
    )


def _in_sources(sources: Node, records: Mapping[str, Fields]) -> Node:
    if isinstance(sources, Items):
        return replace(sources, values=tuple(_with_record(source, records) for source in sources.values))
    return _with_record(sources, records)


def _with_record(source: Node, records: Mapping[str, Fields]) -> Node:
    id_ = cited(source)
    record = records.get(id_.value.strip()) if id_ else None
    if record is None or not isinstance(source, Fields):
        return source
    return replace(source, entries=(*source.entries, *_missing(source, record)))


def _missing(source: Fields, record: Fields) -> Iterator[tuple[Text, Node]]:
    own = {key.value for key, _ in source.entries}
    return (
        (key, value)
        for key, value in record.entries
        if key.value in DOCUMENT_FIELDS and key.value not in own
    )

"""What a form shows: the values as the file has them, and what may be suggested."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from timeline.editing.form.fields import Field
from timeline.editing.form.shapes import EVENT, PEOPLE, PLACES, Shape
from timeline.model.kinds import DEFAULT_KINDS
from timeline.model.records import Document, Fields, Items, Node, Text, plain
from timeline.model.sources.records import NAME
from timeline.normalise.text import one_line, paragraphs

#: What a field may hold in the form: a text, a list of texts, a mapping of texts, or a list of records.
Values = dict[str, Any]


def form_values(node: Node | None, shape: Shape = EVENT) -> Values:
    """The values of a form by field, as it shows them; empty fields are left out.

    A value in a way of writing that the page cannot show is None.
    """
    known = {field.name: field for field in shape.fields}
    if shape.root:
        written = {shape.root: node} if node is not None else {}
    else:
        entries = node.entries if isinstance(node, Fields) else ()
        written = {key.value: value for key, value in entries if key.value in known}
    found = {name: _shown(known[name], value) for name, value in written.items()}
    return {name: value for name, value in found.items() if value or value is None}


def _shown(field: Field, node: Node) -> Any:
    value = plain(node)
    if not value:
        return ""
    if field.kind == "records":
        return _records(field, value)
    if field.kind in {"date", "dispute", "check", "span", "pairs"} and isinstance(value, dict):
        return _texts_of(value)
    if field.kind in {"check", "span", "pairs"}:
        return None
    if field.kind == "texts":
        listed = [value] if isinstance(value, str) else value
        return _lines(listed) if isinstance(listed, list) else None
    if not isinstance(value, str):
        return None
    if field.kind == "flag":
        return "true" if value in {"true", "yes"} else ""
    if field.kind == "prose" and isinstance(node, Text):
        is_literal = node.at.text[node.at.column - 1 :][:1] == "|"
        return paragraphs(value if is_literal else value.replace("\n", "\n\n"))
    return one_line(value)


def _records(field: Field, value: object) -> list[Values] | None:
    """The entries of a list; one that is only a text is its name."""
    if not isinstance(value, list):
        return None
    entries = [{field.key: each} if isinstance(each, str) else each for each in value]
    if not all(isinstance(each, dict) for each in entries):
        return None
    kinds = {each.name: each for each in field.fields}
    return [
        {name: _of_record(kinds.get(name), inner) for name, inner in entry.items() if inner}
        for entry in entries
    ]


def _of_record(field: Field | None, value: object) -> Any:
    if field and field.kind == "texts":
        return _lines([value] if isinstance(value, str) else value if isinstance(value, list) else [None])
    if field and field.name == "coordinates" and isinstance(value, list):
        return ", ".join(map(str, value))
    return one_line(value) if isinstance(value, str) else None


def _texts_of(value: dict[str, object]) -> dict[str, str] | None:
    if not all(isinstance(each, str) for each in value.values()):
        return None
    return {name: one_line(str(each)) for name, each in value.items()}


def _lines(value: Iterable[object]) -> list[str] | None:
    listed = list(value)
    return (
        [one_line(each) for each in listed if isinstance(each, str)]
        if all(isinstance(each, str) for each in listed)
        else None
    )


def listed_names(documents: Sequence[Document]) -> dict[str, list[str]]:
    """Every spelling in the list of people, and in that of places."""
    return {
        shape.name: _unique(
            name
            for document in documents
            if document.name == shape.file
            for entry in form_values(document.root, shape).get(shape.root) or ()
            for name in (entry.get("name"), *(entry.get("variants") or ()))
        )
        for shape in (PEOPLE, PLACES)
    }


def suggestions(documents: Sequence[Document]) -> dict[str, list[str]]:
    """What the form suggests: names from the lists of the timeline, and those that its events use."""
    frame = next((_fields(each.root) for each in documents if each.name == "_timeline"), {})
    events = [fields for document in documents for _, fields in events_of(document)]
    sources = [source for event in events for source in _dicts(event.get("sources"))]
    own_kinds = frame.get("kinds")
    return {
        "tracks": _unique(_names(frame.get("tracks")) or (event.get("track") for event in events)),
        "kinds": _unique(
            [
                *(kind.name for kind in DEFAULT_KINDS),
                *(own_kinds or () if isinstance(own_kinds, dict) else ()),
            ]
        ),
        "people": _unique(
            [*_listed(documents, "_people"), *_used(events, "participants"), *_used(sources, "speaker")]
        ),
        "places": _unique([*_listed(documents, "_places"), *_used(events, "place")]),
        "publishers": _unique(_used([*sources, *documents_of(documents)], "publisher")),
        "documents": _unique(_used(documents_of(documents), "id")),
    }


def events_of(document: Document) -> Iterable[tuple[int | None, dict[str, Any]]]:
    """The bare values of each event of a file, with its number if the file holds a list of them."""
    if document.name.startswith("_"):
        return
    if isinstance(document.root, Items):
        for number, node in enumerate(document.root.values):
            if isinstance(node, Fields):
                yield number, _fields(node)
    elif isinstance(document.root, Fields):
        yield None, _fields(document.root)


def documents_of(documents: Sequence[Document]) -> list[dict[str, Any]]:
    """The bare values of each source in the list of sources."""
    return [
        each for document in documents if document.name == NAME for each in _dicts(plain(document.root))
    ]


def _fields(node: Node) -> dict[str, Any]:
    value = plain(node)
    return value if isinstance(value, dict) else {}


def _listed(documents: Sequence[Document], name: str) -> list[str]:
    return [
        each for document in documents if document.name == name for each in _names(plain(document.root))
    ]


def _names(value: object) -> list[str]:
    """Names in a list: texts, or the ``name`` of each entry."""
    if not isinstance(value, list):
        return []
    return [str(each.get("name", "")) if isinstance(each, dict) else str(each) for each in value]


def _used(records: Iterable[dict[str, Any]], name: str) -> Iterable[str]:
    for record in records:
        value = record.get(name)
        yield from (
            [value] if isinstance(value, str) else [each for each in value or () if isinstance(each, str)]
        )


def _dicts(value: object) -> list[dict[str, Any]]:
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []


def _unique(names: Iterable[object]) -> list[str]:
    return list(dict.fromkeys(one_line(each) for each in names if isinstance(each, str) and each.strip()))

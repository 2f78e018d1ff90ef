"""What the form shows: the values of an event as it has them in its file, and what may be suggested."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from timeline.editing.form.fields import Field, event_fields
from timeline.model.kinds import DEFAULT_KINDS
from timeline.model.records import Document, Fields, Items, Node, Text, plain
from timeline.normalise.text import one_line, paragraphs

#: What a field may hold in the form: a text, a list of texts, a mapping of texts, or sources.
Values = dict[str, Any]


def form_values(node: Fields) -> Values:
    """The values of an event by field, as the form shows them; empty fields are left out.

    A value of a form that the page cannot show is None.
    """
    known = {field.name: field for field in event_fields()}
    written = {key.value: value for key, value in node.entries if key.value in known}
    found = {name: _shown(known[name], value) for name, value in written.items()}
    return {name: value for name, value in found.items() if value or value is None}


def _shown(field: Field, node: Node) -> Any:
    value = plain(node)
    if field.kind == "sources":
        return _sources(field, value)
    if field.kind in {"date", "dispute"} and isinstance(value, dict):
        return _texts_of(value)
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


def _sources(field: Field, value: object) -> list[Values] | None:
    if not isinstance(value, list) or not all(isinstance(each, dict) for each in value):
        return None
    lists = {each.name for each in field.fields if each.kind == "texts"}
    return [
        {
            name: _lines([inner] if isinstance(inner, str) else inner)
            if name in lists
            else one_line(inner)
            if isinstance(inner, str)
            else None
            for name, inner in source.items()
            if inner
        }
        for source in value
    ]


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
        "publishers": _unique(_used(sources, "publisher")),
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

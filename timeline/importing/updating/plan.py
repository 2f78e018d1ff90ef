"""Differences -> new texts of event files, and an account of each change: made, or left to its author."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from timeline.importing.draft import Draft, Reading
from timeline.importing.event_files import FIELDS, files
from timeline.importing.updating.differences import Change, Differences
from timeline.importing.updating.records import Records, holder_of, record_holders
from timeline.model.records import Document, Fields, Items, Node, Path, key_locations, locations, plain
from timeline.model.sources.records import completed
from timeline.normalise.format import SourceRecord, TimelineRecord
from timeline.normalise.ids import default_id
from timeline.normalise.text import one_line, paragraphs, quoted
from timeline.rewriting.line_edits import edited
from timeline.rewriting.yaml_text import Value

_SOURCE_FIELDS = [field.alias or name for name, field in SourceRecord.model_fields.items()]
_FRAME_FIELDS = [field.alias or name for name, field in TimelineRecord.model_fields.items()]


@dataclass(frozen=True, slots=True)
class Plan:
    """``edits`` are the new texts of files by path, ``added`` those of new files by name. ``made`` and
    ``unmade`` describe each change in a line.
    """

    edits: dict[str, str]
    added: dict[str, str]
    made: tuple[str, ...]
    unmade: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Holder:
    """Where the fields of an event are: its file, and the path of its mapping there."""

    document: Document
    path: Path


def plan(documents: Sequence[Document], texts: Mapping[str, str], found: Differences, name: str) -> Plan:
    """What is to be written. ``texts`` are those of the documents, ``name`` is the imported file's."""
    holders = dict(_holders(documents))
    records = Records(documents, {id_: _node(holder) for id_, holder in holders.items()})
    holders |= {id_: _Holder(document, (number,)) for id_, document, number in record_holders(documents)}
    changes, refused = records.placed(found.changes)
    current, made = dict(texts), []
    unmade = [*found.unmade, *(f"{_described(change)}: {why}" for change, why in refused)]
    for change in changes:
        holder = holders.get(change.id)
        if holder is None:
            unmade.append(f"{_described(change)}: there is no _timeline.yaml")
            continue
        path = holder.document.path
        place = f"{path}:{_line(holder, change.path)}"
        order = _order_of(change)
        text = edited(current[path], holder.path, change.path, change.new, order)
        if text is None:
            unmade.append(f"{place}: {_described(change)}: change it by hand")
        else:
            current[path] = text
            made.append(f"{place}: {_described(change)}")
    new = files(Reading("", "", drafts=list(found.added)), name) if found.added else {}
    new.pop("_timeline.yaml", None)
    made += [f"{file}: new" for file in new]
    edits = {path: text for path, text in current.items() if text != texts[path]}
    return Plan(edits, new, tuple(made), tuple(unmade))


def _order_of(change: Change) -> list[str]:
    """The order of the fields beside the one that changes."""
    if not change.id:
        return _FRAME_FIELDS
    is_event = len(change.path) == 1 and not change.id.startswith(holder_of(""))
    return FIELDS if is_event else _SOURCE_FIELDS


def _node(holder: _Holder) -> Node:
    root = holder.document.root
    return root.values[int(holder.path[0])] if isinstance(root, Items) and holder.path else root


def as_written(documents: Sequence[Document]) -> Reading:
    """The events as their files have them, to be compared with a format that is not one of ours."""
    reading = Reading("event files", "event")
    for id_, holder in _holders(completed(documents)):
        node = _node(holder)
        if id_ and isinstance(node, Fields):
            fields = {key.value: _written(key.value, plain(value)) for key, value in node.entries}
            reading.drafts.append(Draft("", {**fields, "id": id_}))
    return reading


def _written(name: str, value: Any) -> Value:
    """A value as an import would give it."""
    if isinstance(value, list):
        return value[0] if name == "place" and len(value) == 1 else value
    if isinstance(value, dict):
        return value
    if name in {"key", "draft"}:
        return "true" if value in {"true", "yes"} else ""
    return paragraphs(value.replace("\n", "\n\n")) if "\n" in value else one_line(value)


def _holders(documents: Sequence[Document]) -> Iterator[tuple[str, _Holder]]:
    """Each event by its id, and ``_timeline.yaml`` by ""."""
    for document in documents:
        if document.name == "_timeline":
            yield "", _Holder(document, ())
        elif not document.name.startswith("_"):
            root = document.root
            nodes = root.values if isinstance(root, Items) else (root,)
            for number, node in enumerate(nodes):
                if isinstance(node, Fields):
                    given = next((value for key, value in node.entries if key.value == "id"), None)
                    id_ = getattr(given, "value", "") or default_id(document.name)
                    yield id_, _Holder(document, (number,) if isinstance(root, Items) else ())


def _line(holder: _Holder, path: Path) -> int:
    """The line of the field before the update, or of what holds it."""
    root = holder.document.root
    lines = {where: at.line for where, at in (*locations(root), *key_locations(root))}
    whole = (*holder.path, *path)
    while whole and whole not in lines:
        whole = whole[:-1]
    return lines.get(whole, 1)


def _described(change: Change) -> str:
    """
    >>> _described(Change("a", ("title",), "A", "B"))
    'title "A" becomes "B"'
    >>> _described(Change("a", ("place",), "", ["Paris", "Kyiv"]))
    'place "Paris, Kyiv" is added'
    """
    name = " ".join(str(step + 1) if isinstance(step, int) else step for step in change.path)
    if not change.old:
        return f"{name} {quoted(_shown(change.new))} is added"
    if not change.new:
        return f"{name} {quoted(_shown(change.old))} is removed"
    return f"{name} {quoted(_shown(change.old))} becomes {quoted(_shown(change.new))}"


def _shown(value: Value) -> str:
    if isinstance(value, str):
        return " ".join(value.split())
    if isinstance(value, Mapping):
        return str(value.get("url") or value.get("name") or ", ".join(map(_shown, value.values())))
    return ", ".join(map(_shown, value))

"""A change of a list of records, such as the sources of an event, in as few lines as its file allows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from timeline.editing.form.edits.changes import Change
from timeline.editing.form.shapes import Shape
from timeline.model.records import Fields, Items, Path, plain
from timeline.rewriting.line_edits import edited, is_flow, node_in
from timeline.rewriting.list_edits import in_order, with_texts, without_item
from timeline.rewriting.yaml_text import Value, entry, item

#: Fields that are a text where they have one value, and else a list.
_TEXT_OR_LIST = ("author", "place")
#: Lists whose entries may be nothing but a name.
_NAMES_ALONE = ("tracks",)


def edited_list(text: str, holder: Path, change: Change, shape: Shape) -> str | None:
    """``text`` with an entry more or less, with a field of an entry changed, or in another order; None if
    that cannot be done without touching other lines.
    """
    where = shape.in_file(change.path[:1])
    found = node_in(text, (*holder, *where)) if text.strip() else None
    if found is not None and not isinstance(found, Items) and plain(found):
        return None
    if not isinstance(found, Items) or not found.values:
        return _first_entry(text, holder, change, shape)
    made = None if is_flow(found) else _by_lines(text, holder, found, change, shape)
    return made or (_rewritten(text, holder, found, change, shape) if where else None)


def _first_entry(text: str, holder: Path, change: Change, shape: Shape) -> str | None:
    """``text`` with the first entry of a list."""
    where, value = shape.in_file(change.path[:1]), change.value
    if len(change.path) != 2 or not isinstance(value, Mapping):
        return text
    filled = _short_entry(str(change.path[0]), ordered(value, shape.order_of((*change.path, "name"))))
    if where and text.strip():
        return edited(text, holder, where, [filled], shape.order_of(change.path[:1]))
    lines = entry(str(where[0]), [filled]) if where else item(filled)
    kept = [line for line in text.split("\n") if line.strip() != "[]"]
    return "\n".join([*kept[: -1 if not kept[-1] else None], *lines, ""])


def _by_lines(text: str, holder: Path, found: Items, change: Change, shape: Shape) -> str | None:
    """The change in the lines of the entry alone; None where its form does not allow it."""
    where, value = shape.in_file(change.path[:1]), change.value
    order, number = shape.order_of(change.path[:1]), change.path[1] if len(change.path) > 1 else None
    is_there = isinstance(number, int) and number < len(found.values)
    if number is None:
        return in_order(text, holder, where, [int(str(each)) for each in value], order)
    if len(change.path) == 2 and not value:
        return without_item(text, holder, (*where, number), order) if is_there else text
    if len(change.path) == 2:
        filled = (
            ordered(value, shape.order_of((*change.path, "name"))) if isinstance(value, Mapping) else ""
        )
        last: Path = (*where, len(found.values))
        return None if is_there or not filled else edited(text, holder, last, filled, order)
    if not is_there or not isinstance(found.values[int(number)], Fields):
        return None
    return _with_field(text, holder, shape.in_file(change.path), value, shape.order_of(change.path))


def _with_field(text: str, holder: Path, path: Path, value: Value, order: Sequence[str]) -> str | None:
    if not isinstance(value, list):
        return edited(text, holder, path, value, order)
    texts = [str(each) for each in value]
    node = node_in(text, (*holder, *path))
    if len(texts) == 1 and not isinstance(node, Items) and path[-1] in _TEXT_OR_LIST:
        return edited(text, holder, path, texts[0], order)
    return with_texts(text, holder, path, texts, order)


def _rewritten(text: str, holder: Path, found: Items, change: Change, shape: Shape) -> str | None:
    """The whole list written anew, unless a comment in it would be lost: where it is in brackets, or some
    entries are nothing but their name.
    """
    key = next(field.key for field in shape.fields if field.name == change.path[0])
    entries = [{key: each} if isinstance(each, str) else each for each in map(plain, found.values)]
    wanted = _changed(entries, change, shape)
    if wanted is None:
        return None
    where, order = shape.in_file(change.path[:1]), shape.order_of(change.path[:1])
    made = [_short_entry(str(change.path[0]), each) for each in wanted]
    names = [each for each in made if isinstance(each, str)]
    if len(names) == len(made):
        return with_texts(text, holder, where, names, order)
    return edited(text, holder, where, made, order)


def _changed(entries: list[Any], change: Change, shape: Shape) -> list[Any] | None:
    """The entries with the change; None where there is no such entry."""
    number, value = change.path[1] if len(change.path) > 1 else None, change.value
    if number is None:
        return [entries[int(str(each))] for each in value] if len(value) == len(entries) else None
    at = int(number)
    if len(change.path) == 2 and isinstance(value, Mapping):
        return None if at < len(entries) else [*entries, ordered(value, shape.order_of((*change.path, "")))]
    if at >= len(entries):
        return None
    if len(change.path) == 2:
        return entries[:at] + entries[at + 1 :]
    filled = {**entries[at], str(change.path[2]): value}
    return [*entries[:at], ordered(filled, shape.order_of(change.path)), *entries[at + 1 :]]


def _short_entry(name: str, entry_: Mapping[str, Value]) -> Value:
    """An entry of a list of this name, or the name alone where it has nothing else."""
    return entry_["name"] if name in _NAMES_ALONE and entry_.keys() == {"name"} else entry_


def ordered(record: Mapping[str, Value], names: Sequence[str]) -> dict[str, Value]:
    """The fields of a record that have a value, in the order of the file."""
    return {name: short(name, record[name]) for name in names if record.get(name)}


def short(name: str, value: Value) -> Value:
    """One author or place is a text, several are a list."""
    is_list = not isinstance(value, str | Mapping)
    return next(iter(value)) if name in _TEXT_OR_LIST and is_list and len(value) == 1 else value

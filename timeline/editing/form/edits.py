"""What was typed -> the new text of an event file, one field at a time: no other line is touched."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from timeline.editing.form.fields import order_of
from timeline.model.records import Items, Path, plain
from timeline.reading.decoding import first_unprintable
from timeline.rewriting.file_bytes import bytes_of, text_of
from timeline.rewriting.line_edits import edited, node_in
from timeline.rewriting.list_edits import in_order, with_texts, without_item
from timeline.rewriting.yaml_text import Value, entry

#: Largest number of changes in one save, and of characters in one text.
MOST_CHANGES, LONGEST = 1_000, 60_000


@dataclass(frozen=True, slots=True)
class Change:
    """A field with its new value, "" for none. ``path`` is that within the event.

    The value of "sources" itself is their new order: the number that each has so far, as texts.
    """

    path: Path
    value: Value


class BadChangeError(ValueError):
    """What was sent is no change of a field of an event."""


def changes_of(sent: object) -> tuple[Change, ...]:
    """The changes in what a page has sent. Raises BadChangeError for anything else."""
    if not isinstance(sent, list) or len(sent) > MOST_CHANGES:
        raise BadChangeError("a list of changes is expected")
    return tuple(_change(each) for each in sent)


def _change(sent: object) -> Change:
    if not isinstance(sent, dict) or sent.keys() != {"path", "value"}:
        raise BadChangeError("a change has a path and a value")
    path = sent["path"]
    is_path = isinstance(path, list) and 1 <= len(path) <= 3 and _is_known(path)
    if (
        not is_path
        or not _is_value(sent["value"], depth=2)
        or (path == ["sources"] and not _is_order(sent["value"]))
    ):
        raise BadChangeError("the path or the value of a change is not one of a form")
    return Change(tuple(path), sent["value"])


def _is_known(path: list[Any]) -> bool:
    match path:
        case ["sources"]:
            return True
        case ["sources", int(number)]:
            return number >= 0 and not isinstance(number, bool)
        case ["sources", int(number), str(name)]:
            return number >= 0 and name in order_of(tuple(path))
        case [str(name)]:
            return name in order_of((name,))
    return False


def _is_order(value: object) -> bool:
    """Whether it is a new order of sources: the number of each so far, as texts."""
    return (
        isinstance(value, list)
        and bool(value)
        and sorted(value, key=str) == sorted(map(str, range(len(value))))
    )


def _is_value(value: object, depth: int) -> bool:
    if isinstance(value, str):
        return len(value) <= LONGEST and not first_unprintable(value)
    if isinstance(value, list) and depth:
        return len(value) <= MOST_CHANGES and all(
            isinstance(each, str) and _is_value(each, 0) for each in value
        )
    if isinstance(value, dict) and depth:
        return all(_is_value(name, 0) and _is_value(each, depth - 1) for name, each in value.items())
    return False


def changed_bytes(
    content: bytes, holder: Path, changes: Iterable[Change]
) -> tuple[bytes, tuple[Path, ...]]:
    """The bytes of an event file with these changes, and the paths of those that cannot be made without
    touching other lines.

    >>> changed_bytes(b"title: A\\r\\n# mine\\r\\ntrack: T\\r\\n", (), [Change(("title",), "B")])
    (b'title: B\\r\\n# mine\\r\\ntrack: T\\r\\n', ())
    """
    unmade = []
    for change in _in_order(changes):
        text = _edited(text_of(content), holder, change)
        if text is None:
            unmade.append(change.path)
        else:
            content = bytes_of(text, content)
    return content, tuple(unmade)


def _in_order(changes: Iterable[Change]) -> list[Change]:
    """Sources are removed last, the last first: until then each has the number that the form knows. Only
    those that are left get another order.
    """
    listed = list(changes)
    removed = [change for change in listed if len(change.path) == 2 and not change.value]
    reordered = [change for change in listed if change.path == ("sources",)]
    return [
        *(change for change in listed if change not in removed and change not in reordered),
        *sorted(removed, key=lambda change: change.path[1], reverse=True),
        *reordered,
    ]


def _edited(text: str, holder: Path, change: Change) -> str | None:
    path, value = change.path, change.value
    node = node_in(text, (*holder, *path))
    old: object = plain(node) if node else ""
    order = order_of(path)
    if path == ("sources",):
        return in_order(text, holder, path, [int(str(each)) for each in value], order)
    if len(path) == 2:
        return _with_source(text, holder, path, value, old)
    if isinstance(value, list):
        texts = [str(each) for each in value]
        if len(texts) == 1 and not isinstance(old, list) and path[-1] in {"place", "author"}:
            return edited(text, holder, path, texts[0], order)
        return with_texts(text, holder, path, texts, order)
    if isinstance(value, Mapping) and isinstance(old, dict) and len(value) > 0:
        return _with_fields(text, holder, path, value, old) or edited(text, holder, path, value, order)
    return edited(text, holder, path, value, order)


def _with_source(text: str, holder: Path, path: Path, value: Value, old: object) -> str | None:
    """A source more, as the last one; or one that is removed."""
    if not value:
        return without_item(text, holder, path, order_of(("sources",))) if old else text
    if old:
        return None
    filled = _ordered(value) if isinstance(value, Mapping) else value
    if path[1] == 0:
        return edited(text, holder, ("sources",), [filled], order_of(("sources",)))
    last = edited(text, holder, path, filled, order_of(("sources",)))
    return last or _after_the_last(text, holder, filled)


def _after_the_last(text: str, holder: Path, filled: Value) -> str | None:
    """A source at the end, whichever number it has by now."""
    sources = node_in(text, (*holder, "sources"))
    number = len(sources.values) if isinstance(sources, Items) else 0
    path: Path = ("sources", number) if number else ("sources",)
    return edited(text, holder, path, filled if number else [filled], order_of(("sources",)))


def _ordered(source: Mapping[str, Value]) -> dict[str, Value]:
    names = order_of(("sources", 0, "url"))
    filled = {name: value for name, value in source.items() if value and name in names}
    return {name: _short(name, filled[name]) for name in names if name in filled}


def _short(name: str, value: Value) -> Value:
    """One author or place is a text, several are a list."""
    is_list = not isinstance(value, str | Mapping)
    return next(iter(value)) if name in {"author", "place"} and is_list and len(value) == 1 else value


def _with_fields(
    text: str, holder: Path, path: Path, value: Mapping[str, Value], old: Mapping[str, object]
) -> str | None:
    """A mapping whose fields are changed one by one; None if that is not possible."""
    order = order_of((*path, ""))
    found: str | None = text
    for name in sorted(value.keys() | old.keys(), key=lambda name: (not value.get(name), str(name))):
        new = value.get(name, "")
        if found is not None and new != old.get(name, ""):
            found = edited(found, holder, (*path, name), new, order) if name in order else None
    return found


def new_text(changes: Sequence[Change]) -> str:
    """The text of the file of a new event.

    >>> print(new_text([Change(("track",), "Europe"), Change(("title",), "Talks: a start")]), end="")
    title: "Talks: a start"
    track: Europe
    """
    values: dict[str, Any] = {str(each.path[0]): each.value for each in changes if len(each.path) == 1}
    sources = [each.value for each in changes if len(each.path) == 2 and isinstance(each.value, Mapping)]
    values["sources"] = [made for made in map(_ordered, sources) if made]
    lines = [
        line
        for name in order_of(("title",))
        if values.get(name)
        for line in entry(name, _short(name, values[name]))
    ]
    return "".join(f"{line}\n" for line in lines)

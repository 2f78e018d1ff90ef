"""What was typed -> the new text of a file, one field at a time: no other line is touched."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from timeline.editing.form.edits.changes import Change
from timeline.editing.form.edits.lists import edited_list, ordered, short
from timeline.editing.form.shapes import EVENT, Shape
from timeline.model.records import Path, plain
from timeline.rewriting.file_bytes import bytes_of, text_of
from timeline.rewriting.line_edits import edited, node_in
from timeline.rewriting.list_edits import with_texts
from timeline.rewriting.yaml_text import entry


def changed_bytes(
    content: bytes, holder: Path, changes: Iterable[Change], shape: Shape = EVENT
) -> tuple[bytes, tuple[Path, ...]]:
    """The bytes of a file with these changes, and the paths of those that cannot be made without touching
    other lines. ``holder`` is the path of the event in the file.

    >>> changed_bytes(b"title: A\\r\\n# mine\\r\\ntrack: T\\r\\n", (), [Change(("title",), "B")])
    (b'title: B\\r\\n# mine\\r\\ntrack: T\\r\\n', ())
    """
    unmade = []
    for change in _in_order(changes, shape):
        text = _edited(text_of(content), holder, change, shape)
        if text is None:
            unmade.append(change.path)
        else:
            content = bytes_of(text, content)
    return content, tuple(unmade)


def _in_order(changes: Iterable[Change], shape: Shape) -> list[Change]:
    """Entries of lists are removed last, the last first: until then each has the number that the form
    knows. Only those that are left get another order.
    """
    listed = list(changes)
    of_lists = [change for change in listed if change.path[0] in shape.lists]
    removed = [change for change in of_lists if len(change.path) == 2 and not change.value]
    reordered = [change for change in of_lists if len(change.path) == 1]
    return [
        *(change for change in listed if change not in removed and change not in reordered),
        *sorted(removed, key=lambda change: change.path[1], reverse=True),
        *reordered,
    ]


def _edited(text: str, holder: Path, change: Change, shape: Shape) -> str | None:
    path, value = change.path, change.value
    if path[0] in shape.lists:
        return edited_list(text, holder, change, shape)
    if not text.strip():  # a file that is made now
        return f"{text}{_lines(str(path[0]), value)}" if value else text
    node = node_in(text, (*holder, *path))
    old: object = plain(node) if node else ""
    order = shape.order_of(path)
    if isinstance(value, list):
        texts = [str(each) for each in value]
        if len(texts) == 1 and not isinstance(old, list) and path[-1] == "place":
            return edited(text, holder, path, texts[0], order)
        return with_texts(text, holder, path, texts, order)
    if isinstance(value, Mapping) and isinstance(old, dict) and len(value) > 0:
        inner = shape.order_of((*path, "")) or [*value, *(each for each in old if each not in value)]
        line = _with_fields(text, holder, path, value, old, inner)
        return line or edited(text, holder, path, value, order)
    return edited(text, holder, path, value, order)


def _with_fields(  # noqa: PLR0913, PLR0917 -- those of `edited`, and what was there
    text: str,
    holder: Path,
    path: Path,
    value: Mapping[str, Any],
    old: Mapping[str, object],
    order: Sequence[str],
) -> str | None:
    """A mapping whose fields are changed one by one; None if that is not possible."""
    found: str | None = text
    for name in sorted(
        value.keys() | old.keys(), key=lambda name: (not value.get(name), order.index(name))
    ):
        new = value.get(name, "")
        if found is not None and new != old.get(name, ""):
            found = edited(found, holder, (*path, name), new, order)
    return found


def new_text(changes: Sequence[Change]) -> str:
    """The text of the file of a new event.

    >>> print(new_text([Change(("track",), "Europe"), Change(("title",), "Talks: a start")]), end="")
    title: "Talks: a start"
    track: Europe
    """
    values: dict[str, Any] = {str(each.path[0]): each.value for each in changes if len(each.path) == 1}
    sources = [each.value for each in changes if len(each.path) == 2 and isinstance(each.value, Mapping)]
    names = EVENT.order_of(("sources", 0, "url"))
    values["sources"] = [made for made in (ordered(each, names) for each in sources) if made]
    return "".join(
        _lines(name, short(name, values[name])) for name in EVENT.order_of(("title",)) if values.get(name)
    )


def _lines(name: str, value: Any) -> str:
    return "".join(f"{line}\n" for line in entry(name, value))

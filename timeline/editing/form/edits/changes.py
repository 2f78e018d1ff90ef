"""What a page sends when something was typed: the changes of fields, or none where it is no such thing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from timeline.editing.form.shapes import EVENT, Shape
from timeline.model.records import Path
from timeline.reading.decoding import first_unprintable
from timeline.rewriting.yaml_text import Value

#: Largest number of changes in one save, and of characters in one text.
MOST_CHANGES, LONGEST = 10_000, 60_000


@dataclass(frozen=True, slots=True)
class Change:
    """A field with its new value, "" for none. ``path`` is that within the form.

    The value of a whole list of records, such as "sources", is their new order: the number that each has so
    far, as texts.
    """

    path: Path
    value: Value


class BadChangeError(ValueError):
    """What was sent is no change of a field of the form."""


def changes_of(sent: object, shape: Shape = EVENT) -> tuple[Change, ...]:
    """The changes in what a page has sent. Raises BadChangeError for anything else."""
    if not isinstance(sent, list) or len(sent) > MOST_CHANGES:
        raise BadChangeError("a list of changes is expected")
    return tuple(_change(each, shape) for each in sent)


def _change(sent: object, shape: Shape) -> Change:
    if not isinstance(sent, dict) or sent.keys() != {"path", "value"}:
        raise BadChangeError("a change has a path and a value")
    path = sent["path"]
    is_path = isinstance(path, list) and 1 <= len(path) <= 3 and _is_known(path, shape)
    is_whole_list = is_path and len(path) == 1 and path[0] in shape.lists
    if not is_path or not _is_value(sent["value"], 2) or (is_whole_list and not _is_order(sent["value"])):
        raise BadChangeError("the path or the value of a change is not one of a form")
    return Change(tuple(path), sent["value"])


def _is_known(path: list[Any], shape: Shape) -> bool:
    match path:
        case [str(name)]:
            return any(name == field.name for field in shape.fields)
        case [str(name), int(number)]:
            return name in shape.lists and number >= 0 and not isinstance(number, bool)
        case [str(name), int(number), str(inner)]:
            return name in shape.lists and number >= 0 and inner in shape.order_of(tuple(path))
    return False


def _is_order(value: object) -> bool:
    """Whether it is a new order of a list: the number of each entry so far, as texts."""
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

"""A list of objects of JSON, such as any program may write, as a table: each key is a column."""

from __future__ import annotations

from typing import Any

from timeline.importing.tables.table import Row, Table
from timeline.importing.trees.json_text import Item


def table_of(path: str, value: Any) -> Table | None:
    """The table, if ``value`` is a list of objects, or an object with one such list; else None."""
    kept: list[tuple[str, str]] = []
    if isinstance(value, dict):
        lists = [name for name, each in value.items() if _is_list_of_objects(each)]
        if len(lists) != 1:
            return None
        kept = list(Item({name: each for name, each in value.items() if name != lists[0]}).rest())
        value = value[lists[0]]
    if not _is_list_of_objects(value):
        return None
    objects = [dict(Item(each).rest()) for each in value]
    header = list(dict.fromkeys(name for each in objects for name in each))
    rows = [Row(0, 1, header)]
    rows += [
        Row(number, 1, [each.get(name, "") for name in header]) for number, each in enumerate(objects, 1)
    ]
    return Table(path, "JSON", iter(rows), kept)


def _is_list_of_objects(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(each, dict) for each in value)

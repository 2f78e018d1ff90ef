"""The contents of the files, and where each value is: the values that *read* hands to *normalise*.

A YAML document becomes a tree of three kinds of node. Scalars stay text: ``NO``,
``12:30`` and ``007`` mean nothing until a field asks for a date or a word.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from timeline.model.problems import Location


@dataclass(frozen=True, slots=True)
class Text:
    """A scalar as it was written (quotes, folds and escapes resolved), and where it begins."""

    value: str
    at: Location


@dataclass(frozen=True, slots=True)
class Items:
    """A sequence."""

    values: tuple[Node, ...]
    at: Location


@dataclass(frozen=True, slots=True)
class Fields:
    """A mapping: key and value in file order; keys are unique."""

    entries: tuple[tuple[Text, Node], ...]
    at: Location


Node = Text | Items | Fields
#: A path into a tree: field names and list positions, such as ("sources", 0, "url").
Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """One YAML file: ``path`` as shown to the user (posix), and the root of its tree."""

    path: str
    root: Node

    @property
    def name(self) -> str:
        """The file name without folder and ending.

        >>> Document("events/2025-02-17-paris.yaml", Text("", Location("x"))).name
        '2025-02-17-paris'
        """
        return self.path.rsplit("/", 1)[-1].rsplit(".", 1)[0]


def field(node: Node, name: str) -> Node | None:
    """The value of that field; None if there is none."""
    entries = node.entries if isinstance(node, Fields) else ()
    return next((value for key, value in entries if key.value == name), None)


def plain(node: Node) -> object:
    """The tree as bare strings, lists and dicts, for a validator."""
    match node:
        case Text(value):
            return value
        case Items(values):
            return [plain(value) for value in values]
        case Fields(entries):
            return {key.value: plain(value) for key, value in entries}


def locations(node: Node, path: Path = ()) -> Iterator[tuple[Path, Location]]:
    """Each path in the tree with the place of its value, the root first."""
    yield path, node.at
    match node:
        case Items(values):
            for number, value in enumerate(values):
                yield from locations(value, (*path, number))
        case Fields(entries):
            for key, value in entries:
                yield from locations(value, (*path, key.value))


def key_locations(node: Node, path: Path = ()) -> Iterator[tuple[Path, Location]]:
    """Each field's path with the place of its *key*: where an unknown field is reported."""
    match node:
        case Items(values):
            for number, value in enumerate(values):
                yield from key_locations(value, (*path, number))
        case Fields(entries):
            for key, value in entries:
                yield (*path, key.value), key.at
                yield from key_locations(value, (*path, key.value))

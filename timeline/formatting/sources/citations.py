"""The sources of events, and the records of ``_sources.yaml``, in the trees of files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from timeline.formatting.open_file import Opened
from timeline.formatting.tree import Collection, Entry, Value, Words
from timeline.model.sources.records import DOCUMENT_FIELDS
from timeline.normalise.text import one_line


@dataclass(frozen=True, slots=True, eq=False)
class Citation:
    """A source of an event, or a record: an item of a list, and the mapping that it is."""

    item: Entry
    fields: Collection

    def field(self, name: str) -> Entry | None:
        """The field of that name."""
        return next((each for each in self.fields.entries if each.key == name), None)

    def text(self, name: str) -> str:
        """The text of a field; "" if it has none."""
        found = self.field(name)
        return one_line(found.value.value) if found and isinstance(found.value, Words) else ""

    def document(self) -> dict[str, object]:
        """The fields that describe the document and are not empty, as bare values."""
        found = {each.key: bare(each.value) for each in self.fields.entries if each.key in DOCUMENT_FIELDS}
        return {name: value for name, value in found.items() if value}

    def put_first(self, name: str, value: str) -> Entry:
        """A new field before all others."""
        entry = Entry(name, self.fields, Words(value))
        self.fields.entries.insert(0, entry)
        return entry

    def take(self, name: str) -> Entry | None:
        """The field of that name, which is removed."""
        found = self.field(name)
        if found:
            self.fields.entries.remove(found)
        return found


def citations(file: Opened) -> Iterator[Citation]:
    """Every source of the events of a file."""
    if file.document.name.startswith("_"):
        return
    for event in _mappings(file.tree):
        for entry in event.entries:
            if entry.key == "sources" and isinstance(entry.value, Collection) and entry.value.is_list:
                yield from _items(entry.value)


def recorded(files: Iterable[Opened]) -> dict[str, Citation]:
    """The records by their ids; of those with one id, the first."""
    found: dict[str, Citation] = {}
    for file in files:
        if file.tree.is_list:
            for record in _items(file.tree):
                if id_ := record.text("id"):
                    found.setdefault(id_, record)
    return found


def comments_of(entry: Entry) -> list[str]:
    """The comments above, beside and in a field."""
    inner: list[str] = []
    if isinstance(entry.value, Collection):
        inner = [each for part in entry.value.entries for each in comments_of(part)] + entry.value.below
    return [each for each in (*entry.above, entry.beside, *inner) if each]


def at_home_in(entry: Entry, home: Collection, before: Collection) -> None:
    """Put a field into a mapping, with its comment as far behind it as it was in the mapping before."""
    entry.home, entry.above = home, [each for each in entry.above if each]
    entry.column = max(0, entry.column + home.indent - before.indent)


def bare(value: Value) -> object:
    """A value without how it is written."""
    if isinstance(value, Words):
        return one_line(value.value)
    if value.is_list:
        return tuple(bare(each.value) for each in value.entries)
    return {each.key: bare(each.value) for each in value.entries}


def _mappings(tree: Collection) -> Iterator[Collection]:
    """The events of a file."""
    if not tree.is_list:
        yield tree
    for each in tree.entries if tree.is_list else ():
        if isinstance(each.value, Collection) and not each.value.is_list:
            yield each.value


def _items(tree: Collection) -> Iterator[Citation]:
    for each in tree.entries:
        if isinstance(each.value, Collection) and not each.value.is_list:
            yield Citation(each, each.value)

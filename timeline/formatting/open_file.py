"""A file with all that its canonical form is made of: values, comments, and the order of its fields."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.formatting.comments import attach, comments
from timeline.formatting.lines import lines_of
from timeline.formatting.order import put_in_order, record_of
from timeline.formatting.tree import Collection, tree_of
from timeline.model.problems import Problem, limit_problems
from timeline.model.records import Document, Text
from timeline.normalise.format import EventRecord, SharedSourceRecord
from timeline.normalise.format.field_types import Record
from timeline.reading import File, read_file
from timeline.reading.decoding import SourceText, decode


@dataclass(frozen=True, slots=True, eq=False)
class Opened:
    """A file: its values as ``document``, its text, its tree to be written anew, and its comments."""

    file: File
    data: bytes
    document: Document
    source: SourceText
    tree: Collection
    comments: tuple[str, ...]
    record: type[Record]

    def canonical(self) -> str:
        """The text that its tree makes now."""
        put_in_order(self.tree, self.record)
        is_apart = self.tree.is_list and self.record in {EventRecord, SharedSourceRecord}
        return "\n".join(lines_of(self.tree, is_apart=is_apart)) + "\n"


def opened(file: File, data: bytes) -> Opened | tuple[Problem, ...] | None:
    """An event file or shared file, or its faults of syntax; None if `timeline` does not read it."""
    whole = data if data.endswith((b"\n", b"\r")) else data + b"\n"  # which the last text may end with
    document, faults = read_file(file, whole)
    source = decode(file.shown, whole)
    if document is None or isinstance(source, Problem) or any(fault.is_error for fault in faults):
        return limit_problems(faults)
    if isinstance(document.root, Text):
        at = document.root.at
        return (Problem(at, "E021", "expected fields here, not a text", "title: Leaders meet in Paris"),)
    record = record_of(document.name)
    if record is None:
        return None
    tree, places = tree_of(source)
    attach(source, tree, places)
    return Opened(file, data, document, source, tree, tuple(comments(source, places)), record)

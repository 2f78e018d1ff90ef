"""The sources of event files as they were read, with their places, before anything is checked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from timeline.model.records import Document, Fields, Items, Node, Text, field
from timeline.model.sources.records import completed


def source_nodes(documents: Iterable[Document]) -> Iterator[Node]:
    """Every source of events, drafts included, in the order of the files; citations of a record are
    completed by its fields.
    """
    return own_source_nodes(completed(documents))


def own_source_nodes(documents: Iterable[Document]) -> Iterator[Node]:
    """Every source of events as their own files have it, in the order of the files."""
    for file in sorted(documents, key=lambda document: document.path):
        if not file.name.startswith("_"):
            for event in _listed(file.root):
                yield from _listed(field(event, "sources"))


def texts(node: Node | None) -> tuple[Text, ...]:
    """The texts of a list that are not empty, or the only one that stands in its place."""
    nodes = node.values if isinstance(node, Items) else (node,)
    return tuple(each for each in nodes if isinstance(each, Text) and each.value.strip())


def _listed(node: Node | None) -> tuple[Node, ...]:
    """The entries of a list, or the only one that stands in its place."""
    match node:
        case Items(values):
            return values
        case Fields():
            return (node,)
    return ()

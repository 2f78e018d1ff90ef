"""The addresses that event files cite, each with its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from timeline.model.problems import Location
from timeline.model.records import Document, Fields, Items, Node, Text


@dataclass(frozen=True, slots=True)
class Citation:
    """An address in the ``field`` url or archived of a source, and those in its other field, if any."""

    address: str
    field: str
    at: Location
    others: tuple[str, ...] = ()

    @property
    def document(self) -> str:
        """What a server is asked for: the address without its fragment.

        >>> Citation("https://example.org/a?b#c", "url", Location("a.yaml")).document
        'https://example.org/a?b'
        """
        return self.address.partition("#")[0]

    @property
    def fragment(self) -> str:
        """The rest of it, with its "#"; or ""."""
        return self.address.removeprefix(self.document)


def citations(documents: Iterable[Document]) -> tuple[Citation, ...]:
    """Every address of every source of events, drafts included, in the order of the files."""
    files = sorted(documents, key=lambda document: document.path)
    roots = (file.root for file in files if not file.name.startswith("_"))
    return tuple(
        citation
        for root in roots
        for event in _listed(root)
        for source in _listed(_field(event, "sources"))
        for citation in _of_source(source)
    )


def _of_source(source: Node) -> Iterator[Citation]:
    texts = {name: _texts(_field(source, name)) for name in ("url", "archived")}
    for (name, nodes), others in zip(texts.items(), reversed(texts.values()), strict=True):
        for node in nodes:
            yield Citation(node.value, name, node.at, tuple(other.value for other in others))


def _texts(node: Node | None) -> tuple[Text, ...]:
    """The texts of a list, or the only one that stands in its place."""
    nodes = node.values if isinstance(node, Items) else (node,)
    return tuple(each for each in nodes if isinstance(each, Text) and each.value)


def _listed(node: Node | None) -> tuple[Node, ...]:
    """The entries of a list, or the only one that stands in its place."""
    match node:
        case Items(values):
            return values
        case Fields():
            return (node,)
    return ()


def _field(node: Node, name: str) -> Node | None:
    entries = node.entries if isinstance(node, Fields) else ()
    return next((value for key, value in entries if key.value == name), None)

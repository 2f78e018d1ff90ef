"""The addresses that event files cite, each with its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from timeline.model.problems import Location
from timeline.model.records import Document, Node, field
from timeline.model.sources.nodes import source_nodes, texts


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
    """Every address of every source of events, drafts included, in the order of the files; that of a record
    which several events cite once.
    """
    found = (citation for source in source_nodes(documents) for citation in _of_source(source))
    return tuple(dict.fromkeys(found))


def _of_source(source: Node) -> Iterator[Citation]:
    found = {name: texts(field(source, name)) for name in ("url", "archived")}
    for (name, nodes), others in zip(found.items(), reversed(found.values()), strict=True):
        for node in nodes:
            yield Citation(node.value, name, node.at, tuple(other.value for other in others))

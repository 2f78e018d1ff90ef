"""What event files claim of their sources: words, a headline, authors, a day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from timeline.model.problems import Location
from timeline.model.records import Document, Node, field
from timeline.model.sources.nodes import source_nodes, texts
from timeline.normalise.text import one_line

#: The fields that copies are asked about, in the order of their weight.
FIELDS = ("quote", "says", "title", "author", "published")


@dataclass(frozen=True, slots=True)
class Claim:
    """The value of a ``field`` of a source, and the address of that source.

    ``language`` is that of the source, "" if its file does not say.
    """

    url: str
    field: str
    text: str
    at: Location
    language: str = ""

    @property
    def document(self) -> str:
        """The address without its fragment: what a copy is a copy of."""
        return document_of(self.url)


@dataclass(frozen=True, slots=True)
class CitedSource:
    """A source in an event file: its address with its place, its publisher, its origin or ""."""

    url: str
    publisher: str
    origin: str
    at: Location


def document_of(address: str) -> str:
    """An address without what only says how or where in the page to look.

    >>> document_of("http://www.Example.org/a/?utm_source=x&id=2#part")
    'example.org/a?id=2'
    """
    rest = address.strip().partition("#")[0].partition("://")[2]
    place, _, query = rest.partition("?")
    host, slash, path = place.partition("/")
    kept = [
        each for each in query.split("&") if each and not each.startswith(("utm_", "fbclid=", "gclid="))
    ]
    shown = (host.lower().removeprefix("www.") + slash + path).rstrip("/")
    return shown + ("?" + "&".join(kept) if kept else "")


def claims(documents: Iterable[Document]) -> tuple[Claim, ...]:
    """Every claim of every source of events, drafts included, in the order of the files; those of a record
    which several events cite once.
    """
    found = (claim for source in source_nodes(documents) for claim in _of_source(source))
    return tuple(dict.fromkeys(found))


def cited(documents: Iterable[Document]) -> tuple[CitedSource, ...]:
    """Every source of events, drafts included, in the order of the files; a record which several events
    cite once.
    """
    found = (
        CitedSource(url.value.strip(), _text(source, "publisher"), _text(source, "origin"), url.at)
        for source in source_nodes(documents)
        for url in texts(field(source, "url"))
    )
    return tuple(dict.fromkeys(found))


def _of_source(source: Node) -> Iterator[Claim]:
    url, language = _text(source, "url"), _text(source, "language")
    is_translated = bool(_text(source, "says_language"))
    for name in FIELDS:
        if url and not (name == "says" and is_translated):
            for each in texts(field(source, name)):
                yield Claim(url, name, one_line(each.value), each.at, language)


def _text(source: Node, name: str) -> str:
    return next((each.value.strip() for each in texts(field(source, name))), "")

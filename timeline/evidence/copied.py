"""Sources whose copies show that their text comes from somewhere else, which the event files do not say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from timeline.evidence.claims import CitedSource, document_of
from timeline.evidence.origins import runs, same_texts
from timeline.evidence.store import Store, Wording
from timeline.model import KeptCopy
from timeline.model.problems import Location


@dataclass(frozen=True, slots=True, order=True)
class Proposal:
    """An ``origin`` for a source, and why."""

    at: Location
    why: str
    origin: str


def check(
    sources: Sequence[CitedSource], evidence: Iterable[KeptCopy], store: Store
) -> tuple[Proposal, ...]:
    """A proposal for each source that seems to print the text of somebody else and names no ``origin``."""
    first = {document_of(source.url): source for source in reversed(sources)}
    digests = {document_of(copy.url): copy.digest for copy in evidence}
    cited = {name: digest for name, digest in digests.items() if name in first}
    texts = {name: text for name, digest in cited.items() if (text := store.wording(digest))}
    return tuple(sorted({*_signed(first, texts), *_alike(first, texts)}))


def _signed(first: Mapping[str, CitedSource], texts: Mapping[str, Wording]) -> Iterator[Proposal]:
    for name, text in texts.items():
        source = first[name]
        if text.agency and not source.origin and text.agency.casefold() != source.publisher.casefold():
            message = f"the text of {source.publisher} is signed by {text.agency}"
            yield Proposal(source.at, message, text.agency)


def _alike(first: Mapping[str, CitedSource], texts: Mapping[str, Wording]) -> Iterator[Proposal]:
    samples = {name: text.sample for name, text in texts.items()}
    for one, other, share in same_texts(samples, lambda name: runs(texts[name].text)):
        this, that = first[one], first[other]
        if _origin(this) == _origin(that) or texts[one].agency or texts[other].agency:
            continue  # signed copies have a warning of their own
        copied, maker = (this, that) if that.origin else (that, this)
        message = f"{share:.0%} of the text of {copied.publisher} is that of {maker.publisher}"
        yield Proposal(copied.at, message, maker.origin or maker.publisher)


def _origin(source: CitedSource) -> str:
    return (source.origin or source.publisher).casefold()

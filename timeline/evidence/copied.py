"""Sources whose copies show that their text comes from somewhere else, which the event files do not say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from timeline.evidence.claims import CitedSource, document_of
from timeline.evidence.origins import agency, same_texts
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
        if text.agency and not source.origin and text.agency.casefold() != _publisher(source).casefold():
            message = f"the text of {source.publisher} is signed by {text.agency}"
            yield Proposal(source.at, message, text.agency)


def _alike(first: Mapping[str, CitedSource], texts: Mapping[str, Wording]) -> Iterator[Proposal]:
    """For each source without an origin and a signature, the text that is most like its own.

    Of two texts that are one, that of an agency, or whose origin is known, is the original.
    """
    samples = {name: text.sample for name, text in texts.items()}
    found: dict[str, tuple[bool, float, str]] = {}
    for one, other, share in same_texts(samples, lambda name: texts[name].text):
        if _origin(first[one], texts[one]).casefold() == _origin(first[other], texts[other]).casefold():
            continue
        is_known, other_is_known = (_is_known(first[each], texts[each]) for each in (one, other))
        copied, maker = (one, other) if other_is_known and not is_known else (other, one)
        if not _is_known(first[copied], texts[copied]):
            best = (is_known or other_is_known, share, maker)
            found[copied] = max(found.get(copied, best), best)
    for copied, (_, share, maker) in found.items():
        message = (
            f"{share:.0%} of the text of {first[copied].publisher} is that of {first[maker].publisher}"
        )
        yield Proposal(first[copied].at, message, _origin(first[maker], texts[maker]))


def _is_known(source: CitedSource, text: Wording) -> bool:
    """Whether it is known where a text comes from."""
    return bool(source.origin or text.agency or agency(source.publisher))


def _origin(source: CitedSource, text: Wording) -> str:
    return source.origin or text.agency or _publisher(source)


def _publisher(source: CitedSource) -> str:
    return agency(source.publisher) or source.publisher

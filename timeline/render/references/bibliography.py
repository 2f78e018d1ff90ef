"""The sources for reference managers: one entry for each address, with a key that stays."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from dataclasses import dataclass, replace

from timeline.model import Source, Timeline

#: What an entry takes from another mention of its address, where the first does not tell it.
_FILLED_IN = ("title", "author", "published", "published_as", "accessed", "archived")


@dataclass(frozen=True, slots=True)
class Reference:
    """A source with its key: letters a to z, digits and hyphens."""

    key: str
    source: Source


def references(timeline: Timeline) -> tuple[Reference, ...]:
    """Each address once, in order of first mention. A key hangs on publisher and address alone.

    >>> references(Timeline(title="Empty", events=(), tracks=()))
    ()
    """
    known: dict[str, Source] = {}
    for source in timeline.sources:
        known[source.url] = _completed(known.get(source.url, source), source)
    return tuple(Reference(key(source), source) for source in known.values())


def key(source: Source) -> str:
    """A key for the source, the same whatever else a timeline holds.

    >>> key(Source("https://www.example.org/story", "La Gazzetta d’Esempio"))
    'la-gazzetta-desempio-d35150f0'
    """
    letters = unicodedata.normalize("NFKD", source.publisher.lower()).encode("ascii", "ignore").decode()
    name = re.sub(r"[^a-z0-9]+", "-", letters)[:40].strip("-") or "source"
    return f"{name}-{hashlib.sha256(source.url.encode()).hexdigest()[:8]}"


def _completed(source: Source, other: Source) -> Source:
    missing = (name for name in _FILLED_IN if not getattr(source, name))
    return replace(source, **{name: getattr(other, name) for name in missing})

"""Timeline -> its sources for reference managers: one for each address, with a stable key."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from dataclasses import dataclass, replace

from timeline.model import Source, Timeline

#: Fields that a reference takes from a later mention of its address where the first leaves them empty.
_FILLED_IN = ("origin", "title", "author", "published", "published_as", "accessed", "archived")


@dataclass(frozen=True, slots=True)
class Reference:
    """A source with its key, of the letters a to z, digits and hyphens."""

    key: str
    source: Source


def bibliography(timeline: Timeline) -> tuple[Reference, ...]:
    """Each address once, in order of first mention. A key depends on publisher and address alone.

    >>> bibliography(Timeline(title="Empty", events=(), tracks=()))
    ()
    """
    by_url: dict[str, Source] = {}
    for source in timeline.sources:
        by_url[source.url] = _with_missing_from(by_url.get(source.url, source), source)
    return tuple(Reference(key(source), source) for source in by_url.values())


def key(source: Source) -> str:
    """A key for the source, the same whatever else a timeline holds.

    >>> key(Source("https://www.example.org/story", "La Gazzetta d’Esempio"))
    'la-gazzetta-desempio-d35150f0'
    """
    letters = unicodedata.normalize("NFKD", source.publisher.lower()).encode("ascii", "ignore").decode()
    name = re.sub(r"[^a-z0-9]+", "-", letters)[:40].strip("-") or "source"
    return f"{name}-{hashlib.sha256(source.url.encode()).hexdigest()[:8]}"


def notes(source: Source) -> tuple[str, ...]:
    """What reference managers have no field for: where the text comes from, and an archived copy.

    >>> notes(Source("https://example.org/a", "Example News", origin="Reuters"))
    ('Text from: Reuters',)
    """
    found = [("Text from", source.origin), *(("Archived copy", copy) for copy in source.copies)]
    found.append(("No archived copy", source.unarchivable))
    return tuple(f"{name}: {text}" for name, text in found if text)


def _with_missing_from(source: Source, other: Source) -> Source:
    missing = [name for name in _FILLED_IN if not getattr(source, name)]
    if "archived" in missing:
        missing += ["also_archived", "unarchivable"]
    return replace(source, **{name: getattr(other, name) for name in missing})

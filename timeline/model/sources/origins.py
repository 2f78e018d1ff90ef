"""How many documents sources are, and how many of them say what they say independently."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from timeline.model import Source


def documents(sources: Iterable[Source]) -> int:
    """The number of distinct addresses.

    >>> from timeline.model import Source
    >>> story = Source("https://example.org/a", "Example News")
    >>> documents([story, story])
    1
    """
    return len({source.url for source in sources})


def origins(sources: Iterable[Source]) -> tuple[str, ...]:
    """Where the texts come from, each once, as first written: the origin of a source, else its publisher.

    >>> from timeline.model import Source
    >>> copied = Source("https://example.org/a", "Example News", origin="Reuters")
    >>> origins([copied, Source("https://example.com/b", "REUTERS"), Source("https://example.com/c", "AP")])
    ('Reuters', 'AP')
    """
    found: dict[str, str] = {}
    for source in sources:
        name = source.origin or source.publisher
        found.setdefault(" ".join(name.casefold().split()), name)
    return tuple(found.values())

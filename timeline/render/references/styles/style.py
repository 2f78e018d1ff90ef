"""The definition of a citation style; each style is a `Style` in a file of its own."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from timeline.model import Source
from timeline.render.references.styles.authors import Name

#: A source is cited as a newspaper article or as a page of a website.
SourceType = Literal["news", "page"]
#: What a citation begins with: the author; the publisher, where that is also the author; or neither.
Lead = Literal["author", "publisher", "nobody"]


@dataclass(frozen=True, slots=True)
class Style:
    """A citation style: its ``id``, and its ``name`` in print. ``is_note`` for a note, not an entry.

    ``authors`` joins names into one text, without a final full stop. ``dates``, ``urls`` and ``site`` give
    the values that fill a template, each "" where the style shows none. ``untitled`` are the words used in
    place of a missing title, for an article and for any other page.

    In a template ``*{site}*`` is italic and ``“{title}”`` quoted; ``[...]`` is left out where a value in it
    is empty; a full stop or comma after a value follows the rules of English typography
    (`timeline.render.references.styles.typesetting`).
    """

    id: str
    name: str
    authors: Callable[[Sequence[Name]], str]
    dates: Callable[[Source], dict[str, str]]
    urls: Callable[[Source], dict[str, str]]
    templates: Mapping[tuple[SourceType, Lead], str]
    untitled: tuple[str, str]
    site: Callable[[Source], str] = lambda source: source.publisher
    is_note: bool = False


#: Kinds of source that are cited as newspaper articles, all others as pages of a website. News agencies
#: are among the others: APA sets their titles, not their names, in italics; Chicago sets neither.
_NEWS = frozenset({"press", "newspaper", "magazine", "local", "regional"})
#: Kinds whose pages are articles, although they are not cited as those of a newspaper.
_ARTICLES = _NEWS | {"agency", "broadcaster", "state-media"}


def is_news(source: Source) -> bool:
    """Whether a source is cited as a newspaper article."""
    return source.kind in _NEWS


def is_article(source: Source) -> bool:
    """Whether a source without a title is called an article, not a web page."""
    return source.kind in _ARTICLES

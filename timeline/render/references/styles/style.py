"""What a citation style has to say; each style is a value of this kind in a file of its own."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from timeline.model import Source
from timeline.render.references.styles.authors import Name

#: A source is cited as an article of a newspaper or as a page of a site.
Form = Literal["news", "page"]
#: What a citation begins with: the author; the publisher, where that is the author too; or neither.
Lead = Literal["author", "publisher", "nobody"]


@dataclass(frozen=True, slots=True)
class Style:
    """A citation style: its ``id``, and its ``name`` in print. ``is_note`` for a note, not an entry.

    ``authors`` joins names into one text, without a full stop after it. ``dates``, ``urls`` and ``site``
    give the values that fill a template, each "" where the style shows none. ``untitled`` stands in for
    the title of an article, and of any other page, that has none.

    In a template ``*{site}*`` is italic and ``“{title}”`` quoted, ``[...]`` is left out where a value in it
    is empty, and a full stop or comma after a value is set as English typography wants it
    (`timeline.render.references.styles.typesetting`).
    """

    id: str
    name: str
    authors: Callable[[Sequence[Name]], str]
    dates: Callable[[Source], dict[str, str]]
    urls: Callable[[Source], dict[str, str]]
    templates: Mapping[tuple[Form, Lead], str]
    untitled: tuple[str, str]
    site: Callable[[Source], str] = lambda source: source.publisher
    is_note: bool = False


#: Kinds of source that are cited as an article of a newspaper, the others as a page of a site. News
#: agencies are among the others: APA sets their titles, not their names, in italics, and Chicago neither.
_NEWS = frozenset({"press", "regional"})


def is_news(source: Source) -> bool:
    """Whether a source is cited as an article of a newspaper."""
    return source.kind in _NEWS


def is_article(source: Source) -> bool:
    """Whether a source without a title is called an article, not a web page."""
    return is_news(source) or source.kind == "agency"

"""A source drafted from an address, when somebody asks for it: the only use that is made of the web."""

from __future__ import annotations

from typing import Any

from timeline.fetching import FetchError, fetch
from timeline.webpages.metadata import PageMetadata, read_page


class UnreachableError(Exception):
    """The page cannot be fetched."""


def drafted(address: str) -> dict[str, Any]:
    """The fields of a source that the page at an address fills in, and of an event that it announces.

    Raises UnreachableError.
    """
    try:
        found = fetch(address)
    except FetchError as error:
        raise UnreachableError(f"{address} {error}. Fill in the fields yourself.") from None
    return as_fields(read_page(found.content, address=found.address, charset=found.charset))


def as_fields(page: PageMetadata) -> dict[str, Any]:
    """The fields that metadata fill in.

    >>> as_fields(PageMetadata("https://example.org/a", "A story", authors=("Doe, Jane",)))["source"]
    {'url': 'https://example.org/a', 'title': 'A story', 'author': ['Doe, Jane']}
    """
    source = {
        "url": page.address,
        "publisher": page.publisher,
        "title": page.title,
        "author": list(page.authors),
        "published": page.published,
        "language": page.language,
    }
    event = {"title": page.title, "date": page.event_date, "place": page.event_place}
    return {
        "source": {name: value for name, value in source.items() if value},
        "event": {name: value for name, value in event.items() if value},
    }

"""A page that a browser or SingleFile has saved as HTML."""

from __future__ import annotations

import re
from datetime import date, datetime

from timeline.evidence.kept_page import MAX_TEXT, CopyError, KeptPage
from timeline.webpages.metadata import metadata_of, titles_of
from timeline.webpages.parsing import decoded, parsed
from timeline.webpages.words import words_of

_HEAD = 20_000
_SINGLE_FILE = re.compile(r"Page saved with SingleFile\s+url:\s*(\S+)(?:\s+saved date:\s*([^\n]{1,80}))?")
#: What browsers write: the number is the length of the address.
_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(\S+)\s*-->")
_MONTHS = {
    name: n
    for n, name in enumerate(
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"], 1
    )
}
_DATE = re.compile(r"(?:[A-Z][a-z]{2} )?([A-Z][a-z]{2}) (\d{1,2}) (\d{4})")


def read_html(content: bytes, *, address: str = "", charset: str = "", tool: str = "") -> KeptPage:
    """The page. Raises CopyError if there are no words in it.

    >>> page = read_html(b"<title>Talks</title><p>There must be a <i>US backstop</i>.")
    >>> page.text, page.titles
    ('There must be a US backstop.', ('Talks',))
    """
    text = decoded(content, charset)
    root = parsed(text)
    words = words_of(root)[:MAX_TEXT] if root is not None else ""
    if not words:
        raise CopyError("no words can be read from this page", "save it again once it is shown whole")
    saved_at, day, by = _saved(text[:_HEAD])
    about = metadata_of(root, address=address or saved_at)
    return KeptPage(
        content,
        ".html",
        words,
        address=address or saved_at or about.address,
        day=day,
        tool=tool or by,
        titles=titles_of(root),
        authors=about.authors,
        published=(about.published,) if about.published else (),
        language=about.language,
    )


def _saved(head: str) -> tuple[str, date | None, str]:
    """Where, when and with what the page says that it was saved."""
    if found := _SINGLE_FILE.search(head):
        return found[1], _day(found[2] or ""), "SingleFile"
    if found := _SAVED_FROM.search(head):
        return found[1], None, "browser"
    return "", None, ""


def _day(text: str) -> date | None:
    """The day of a date as SingleFile writes it.

    >>> _day("Sat Mar 01 2025 10:11:12 GMT+0100 (CET)"), _day("2025-03-01T10:11:12.000Z")
    (datetime.date(2025, 3, 1), datetime.date(2025, 3, 1))
    """
    found = _DATE.match(text)
    try:
        if found:
            return date(int(found[3]), _MONTHS[found[1]], int(found[2]))
        return datetime.fromisoformat(text.strip()).date()
    except (KeyError, ValueError):
        return None

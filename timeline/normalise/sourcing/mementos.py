"""Archived copies: which page an archive says it has kept, and when.

A copy is a memento (RFC 7089); many archives write its instant and the page into its address.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from urllib.parse import parse_qsl, unquote, urlsplit

from timeline.model.problems import Location
from timeline.normalise.faults import Faults
from timeline.normalise.format import EventRecord
from timeline.normalise.format.validation import ValidatedRecord
from timeline.normalise.text import quoted

#: The day (UTC) of an instant with an archive's own marks, as in "20250217101500id_", "2025.02.17-101500",
#: and the page.
_MEMENTO = re.compile(
    r"/(\d{4})\.?(\d\d)\.?(\d\d)(?:-?\d{2,6})?(?:[a-z]{2}_)?/(?:(https?:)/{1,2})?([^/\s]+\S*)$",
    re.IGNORECASE,
)
#: Names of one archive, which has been seen to alter its copies.
_ALTERING = frozenset(f"archive.{end}" for end in ("today", "ph", "is", "li", "vn", "fo", "md"))
#: Archives that may leave out the scheme of the page.
_TERSE = _ALTERING | {"web.archive.org", "arquivo.pt"}
#: Parameters that say where a reader came from, not which page it is.
_TRACKING = re.compile(r"utm_\w+|fbclid|gclid|msclkid|mc_[ce]id")


#: Days by which a copy may seem older than its page: it is dated in UTC, the page at its own place.
_SLACK = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Memento:
    """What the address of an archived copy says: the address of the page, and the day (UTC)."""

    original: str
    day: date


def memento(address: str) -> Memento | None:
    """The copy behind an address; None if the address does not tell, as for archives with short addresses.

    >>> memento("https://web.archive.org/web/20250217101500/https://example.org/a?b")
    Memento(original='https://example.org/a?b', day=datetime.date(2025, 2, 17))
    >>> memento("https://perma.cc/AB12-CD34")
    """
    found = _MEMENTO.search(address, len("https://"))
    if found is None or not (found[4] or _host(address) in _TERSE):
        return None
    year, month, day, scheme, page = found.groups()
    try:
        return Memento(f"{scheme or 'http:'}//{page}", date(int(year), int(month), int(day)))
    except ValueError:
        return None


def is_altering(address: str) -> bool:
    """Whether the address is one of an archive that has been seen to alter its copies."""
    return _host(address) in _ALTERING


def warn_of_copies(
    entry: ValidatedRecord[EventRecord], number: int, published: date | None, faults: Faults
) -> None:
    """Warn of copies of a source that are of another page, or older than it, and of an archive that has
    been seen to alter its copies, if no other has one; report a reason for none where there is one. The
    source was ``published`` on that day.
    """
    source = entry.record.sources[number]
    if source.archived and source.unarchivable:
        at = entry.at("sources", number, "unarchivable")
        faults.add(at, "E021", "unarchivable is for a source without archived", "one of the two")
    for place, address in enumerate(source.archived):
        at = entry.at("sources", number, "archived", place)
        copy = memento(address)
        if copy is None or not source.url or memento(source.url):
            continue
        if _page(copy.original) != _page(source.url):
            message = f"archived {quoted(address)} is a copy of {quoted(copy.original)}, not of the source"
            faults.add(at, "W021", message, f"the address of a copy of {source.url}")
        elif published and copy.day < published - _SLACK:
            message = f"archived {quoted(address)} is of {copy.day}, but the source of {published}"
            faults.add(at, "W021", message, "the address of a later copy; or correct published")
    _warn_of_altering(entry.at("sources", number), source.url, source.archived, faults)


def _warn_of_altering(at: Location, url: str, archived: Sequence[str], faults: Faults) -> None:
    addresses = [each for each in (url, *archived) if each]
    altering = [each for each in addresses if is_altering(each)]
    copies = [each for each in addresses if is_altering(each) or each != url]
    if altering and len(altering) == len(copies):
        message = f"{quoted(altering[0])} is in an archive that has been seen to alter its copies"
        faults.add(at, "W022", message, "a copy in another archive, beside it or in its place")


def _page(address: str) -> tuple[str, str, tuple[tuple[str, str], ...]]:
    """What two addresses of one page have in common: not the scheme, "www.", the port, a last slash, the
    fragment, or how a reader came there.
    """
    try:
        parts = urlsplit(unquote(address))
    except ValueError:
        return "", address, ()
    parameters = parse_qsl(parts.query, keep_blank_values=True)
    query = tuple(sorted((name, value) for name, value in parameters if not _TRACKING.fullmatch(name)))
    return _host(address), parts.path.rstrip("/"), query


def _host(address: str) -> str:
    try:
        return (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:
        return ""

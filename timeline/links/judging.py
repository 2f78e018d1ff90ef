"""What the way from an address says about it: ok, moved, dead or unknown.

Only what is certain is called dead: a page that the server says is not there, a host that does not exist.
A server that refuses programs, asks for a pause or does not answer leaves it unknown.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from itertools import takewhile
from urllib.parse import SplitResult, unquote, urlsplit

from timeline.links.trail import Trail
from timeline.normalise.format import urls


class Outcome(StrEnum):
    """What became of a cited page."""

    OK = "ok"
    MOVED = "moved"
    DEAD = "dead"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Finding:
    """An outcome, and where a page that moved is now.

    ``words`` say why, and follow the address; "" if it is ok.
    """

    outcome: Outcome
    words: str = ""
    new: str = ""


#: Why that a host is not known may mean nothing.
_OFFLINE = "no other host has answered, so there may be no network"
#: The statuses of a redirect that is permanent, of a page that is there, and of one that is not.
_PERMANENT, _THERE, _GONE = (301, 308), range(200, 300), (404, 410)
_HOME = re.compile(r"/?|/[a-z]{2}(?:[-_][a-z]{2})?/?|/(?:home|index|default)(?:\.\w+)?/?", re.IGNORECASE)
#: Words by which the address of a page shows that it stands before the one that was asked for.
_GATES = {
    *("account", "accounts", "auth", "consent", "cookieconsent", "cookiewall", "login", "oauth", "paywall"),
    *("register", "signin", "signup", "sso", "subscribe"),
}


def judge(trail: Trail, *, is_online: bool = True) -> Finding:
    """The finding about an address.

    Unless ``is_online``, a host that does not exist may only be out of reach.

    >>> from timeline.fetching import Answer
    >>> judge(Trail("https://example.org/a", (Answer(301, "https://example.org/b"), Answer(200))))
    Finding(outcome=<Outcome.MOVED: 'moved'>, words='has moved for good', new='https://example.org/b')
    """
    led = "" if trail.last == trail.address else f"leads to {trail.last}, which "
    if trail.is_unknown_host and not is_online:
        return Finding(Outcome.UNKNOWN, f"{led}{trail.trouble}; {_OFFLINE}")
    if trail.trouble:
        return Finding(Outcome.DEAD if trail.is_unknown_host else Outcome.UNKNOWN, led + trail.trouble)
    status = trail.answers[-1].status
    if status in _GONE:
        return Finding(Outcome.DEAD, f"{led}answers with the status {status}")
    if status not in _THERE:
        return Finding(Outcome.UNKNOWN, f"{led}answers with the status {status}")
    return _of_page(trail)


def _of_page(trail: Trail) -> Finding:
    """The finding about a way that ends at a page."""
    start, end = urlsplit(trail.address), urlsplit(trail.last)
    if _is_home(end) and not _is_home(start):
        return Finding(Outcome.UNKNOWN, f"leads to the home page {trail.last}")
    if _is_gate(end) and not _is_gate(start):
        return Finding(Outcome.UNKNOWN, f"leads to {trail.last}, which may ask for a log-in or consent")
    permanent = list(takewhile(lambda answer: answer.status in _PERMANENT, trail.answers))
    new = permanent[-1].location if permanent else trail.address
    if _same_page(new) == _same_page(trail.address):
        return Finding(Outcome.OK)
    return Finding(Outcome.MOVED, "has moved for good", new)


def _is_home(parts: SplitResult) -> bool:
    return not parts.query and _HOME.fullmatch(parts.path) is not None


def _is_gate(parts: SplitResult) -> bool:
    """Whether a part of the path, or of the host's name before the site's own, is one of the words."""
    names = [*parts.path.split("/"), *(parts.hostname or "").split(".")[:-2]]
    return any(re.sub(r"[-_]|\.\w+$", "", name.lower()) in _GATES for name in names)


def _same_page(address: str) -> tuple[str, int | None, str, str]:
    """What two addresses of one page share, whatever their scheme, "www." and slash at the end.

    >>> _same_page("http://www.example.org/a/") == _same_page("https://example.org:443/a#b")
    True
    """
    parts = urlsplit(address)
    host = parts.hostname or ""
    port = None if parts.port in (80, 443) else parts.port
    name = (urls.in_punycode(host) or host).removeprefix("www.")
    return name, port, unquote(parts.path).rstrip("/"), unquote(parts.query)

"""Asks whether there is something at an address, without fetching it."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.fetching.addresses import look_up
from timeline.fetching.bounded import in_time
from timeline.fetching.connection import Bounds, redirect_of, response_from
from timeline.fetching.errors import FetchError, in_our_words
from timeline.normalise.format import urls

_HEADERS = {"User-Agent": "timeline (checks links)", "Accept": "*/*", "Accept-Encoding": "identity"}

_HTTPS, _LOOK_UP_SECONDS = 443, 10.0


@dataclass(frozen=True, slots=True)
class Answer:
    """The status with which a server answers, where it sends us, and how long it wants us to wait, if so.

    ``location`` is a whole address, or an odd text that `timeline.normalise.format.urls` refuses.
    """

    status: int
    location: str = ""
    retry_after: str = ""


def ask(address: str, method: str, seconds: float) -> Answer:
    """The answer to one request with the method HEAD or GET; no redirect is followed, no page is read.

    Raises FetchError, also after so many seconds.
    """
    return in_time(lambda: _ask(address, method, seconds), seconds)


def is_known_host(host: str) -> bool:
    """Whether the name service knows a host and says that it is on the public internet."""
    name = urls.in_punycode(host) or host
    try:
        return bool(in_time(lambda: look_up(name, _HTTPS), _LOOK_UP_SECONDS))
    except (FetchError, OSError):
        return False


def _ask(address: str, method: str, seconds: float) -> Answer:
    with in_our_words(), response_from(address, method, _HEADERS, Bounds(seconds)) as response:
        location = redirect_of(response, address)
        return Answer(response.status, location, response.getheader("Retry-After", "").strip())

"""Fetches one page or file: its bytes, after redirects."""

from __future__ import annotations

import http.client
import zlib
from dataclasses import dataclass

from timeline.fetching.bounded import in_time
from timeline.fetching.connection import Bounds, redirect_of, response_from
from timeline.fetching.errors import FetchError, in_our_words

#: Bounds of a fetch: seconds in all, bytes of a page, redirects.
TIMEOUT, MAX_BYTES, MAX_REDIRECTS = 20.0, 5_000_000, 5
#: The media types of web pages.
PAGES = ("text/html", "application/xhtml+xml")


@dataclass(frozen=True, slots=True)
class Fetched:
    """What was fetched, from which address in the end, and its encoding if the server names one."""

    address: str
    content: bytes
    charset: str = ""


@dataclass(frozen=True, slots=True)
class _Wanted:
    """The media types that may be fetched, any if none is named, and how many bytes at most."""

    types: tuple[str, ...]
    most: int


def fetch(address: str, *, types: tuple[str, ...] = PAGES, most: int | None = None) -> Fetched:
    """What is at an http or https address, of one of the media types or of any.

    ``most`` are its bytes at most, `MAX_BYTES` unless said otherwise. Raises FetchError.
    """
    wanted = _Wanted(types, MAX_BYTES if most is None else most)
    return in_time(lambda: _followed(address, wanted), TIMEOUT)


def _followed(address: str, wanted: _Wanted) -> Fetched:
    with in_our_words():
        for _ in range(MAX_REDIRECTS + 1):
            found = _get(address, wanted)
            if isinstance(found, Fetched):
                return found
            address = found
    raise FetchError(f"leads on to more than {MAX_REDIRECTS} other addresses")


def _get(address: str, wanted: _Wanted) -> Fetched | str:
    """What is there, or the address that the server sends us to."""
    headers = {
        "User-Agent": "timeline",
        "Accept": ",".join(wanted.types) or "*/*",
        "Accept-Encoding": "gzip, identity",
    }
    with response_from(address, "GET", headers, Bounds(TIMEOUT, wanted.most)) as response:
        return redirect_of(response, address) or _content(response, address, wanted)


def _content(response: http.client.HTTPResponse, address: str, wanted: _Wanted) -> Fetched:
    if response.status != http.client.OK:
        raise FetchError(f"answers with the status {response.status}")
    if wanted.types and response.headers.get_content_type() not in wanted.types:
        raise FetchError(f"is not a web page but {response.headers.get_content_type()}")
    content = response.read(wanted.most + 1)
    if response.getheader("Content-Encoding", "").strip().lower() == "gzip":
        content = zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(content, wanted.most + 1)
    if len(content) > wanted.most:
        raise FetchError(f"has more than {wanted.most // 1_000_000} MB")
    return Fetched(address, content, response.headers.get_content_charset(""))

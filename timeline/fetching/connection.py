"""One request by http or https: the only place where timeline connects to another machine.

An address may lead to a service inside the network that its author could not reach: by its host, by a
redirect, or by a name server that answers differently the second time. So every host is looked up once,
each of its addresses must be public, and the connection is made to one of those very addresses.
"""

from __future__ import annotations

import http.client
import socket
import ssl
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from timeline.fetching.addresses import look_up
from timeline.fetching.bounded import BoundedSocket
from timeline.fetching.errors import FetchError, UnknownHostError
from timeline.normalise.format import urls

#: The statuses of redirects.
REDIRECTS = (301, 302, 303, 307, 308)
#: Bytes of headers at most, beside those of the page.
_MAX_HEADERS = 200_000
#: Characters of an address at most, which is what an event file may have.
_LONGEST_ADDRESS = 8_000
#: What may stand in the target of a request; a percent sign is taken to begin an escape.
_IN_TARGET = "/?%:@!$&'()*+,;=~-._[]"


@dataclass(frozen=True, slots=True)
class Bounds:
    """What a request may take: seconds in all, and bytes of the page."""

    seconds: float
    bytes: int = 0


@contextmanager
def response_from(
    address: str, method: str, headers: Mapping[str, str], bounds: Bounds
) -> Iterator[http.client.HTTPResponse]:
    """The answer to one request. Raises FetchError for an address that is refused, and OSError."""
    refused = urls.refusal(address)
    if refused:
        raise FetchError(refused)
    deadline = time.monotonic() + bounds.seconds
    parts = urlsplit(address)
    host = parts.hostname or ""
    name = host if ":" in host else urls.in_punycode(host) or host
    connection = http.client.HTTPConnection(name)
    try:
        sock = _connect(parts, name, bounds.seconds)
        connection.sock = BoundedSocket(sock, deadline, bounds.bytes + _MAX_HEADERS)
        shown = f"[{name}]" if ":" in name else name
        host_header = {"Host": f"{shown}:{parts.port}" if parts.port else shown}
        connection.request(method, _target(parts), headers=host_header | dict(headers))
        with connection.getresponse() as response:
            yield response
    finally:
        connection.close()


def redirect_of(response: http.client.HTTPResponse, address: str) -> str:
    """The address to which an answer from ``address`` sends us; "" if it sends us nowhere."""
    location = response.getheader("Location")
    if response.status not in REDIRECTS or not location:
        return ""
    if len(location) > _LONGEST_ADDRESS:
        raise FetchError("leads on to an address that is too long")
    try:
        return urljoin(address, quote(location.encode("latin-1", "replace"), safe=_IN_TARGET + "#"))
    except ValueError:
        raise FetchError("leads on to an address that cannot be read") from None


def _target(parts: SplitResult) -> str:
    target = quote(parts.path or "/", safe=_IN_TARGET)
    return target + (f"?{quote(parts.query, safe=_IN_TARGET)}" if parts.query else "")


def _connect(parts: SplitResult, name: str, seconds: float) -> socket.socket:
    """A connection to an address of the host, all of whose addresses are allowed."""
    is_secure = parts.scheme.lower() == "https"
    port = parts.port or (443 if is_secure else 80)
    sock = _reach(look_up(name, port), name, port, seconds)
    if not is_secure:
        return sock
    try:
        return tls().wrap_socket(sock, server_hostname=name)
    except BaseException:
        sock.close()
        raise


def _reach(addresses: tuple[str, ...], name: str, port: int, seconds: float) -> socket.socket:
    """A connection to the first of the addresses that takes one."""
    for number, address in enumerate(addresses):
        try:
            return socket.create_connection((address, port), timeout=seconds / 2)
        except OSError:
            if number == len(addresses) - 1:
                raise
    raise UnknownHostError(name, is_certain=False)


@cache
def tls() -> ssl.SSLContext:
    """What this machine trusts; it takes a while to read."""
    return ssl.create_default_context()

"""A published file from its address: bounded in size and time, and never from inside somebody's network.

A host is looked up once, each of its addresses is checked, and the connection goes to the address that was
checked, so that no second look-up can lead elsewhere. Redirects are followed by the same rules.
"""

from __future__ import annotations

import http.client
import ipaddress
import socket
import ssl
import time
from collections.abc import Callable
from typing import Any
from urllib.parse import urljoin, urlsplit

from timeline.importing.draft import refuse
from timeline.normalise.format.urls import refusal
from timeline.normalise.text import quoted

#: Largest file in bytes, seconds for all of it and for one answer, and redirects.
MAX_BYTES, MAX_SECONDS, MAX_WAIT, MAX_REDIRECTS = 30_000_000, 60, 15, 5
_PIECE = 1 << 16
_REDIRECTS = {301, 302, 303, 307, 308}

#: Whether an address may be connected to.
Allows = Callable[[str], bool]


def is_public(address: str) -> bool:
    """Whether an IP address is one of the public internet.

    >>> is_public("8.8.8.8"), is_public("127.0.0.1"), is_public("::ffff:10.0.0.1")
    (True, False, False)
    """
    try:
        found = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    inner = found.ipv4_mapped or found.sixtofour if isinstance(found, ipaddress.IPv6Address) else None
    both = [found, *([inner] if inner else [])]
    if isinstance(found, ipaddress.IPv6Address) and found in _NAT64:
        both.append(ipaddress.IPv4Address(int(found) & 0xFFFFFFFF))
    return all(each.is_global and not each.is_multicast for each in both)


_NAT64 = ipaddress.ip_network("64:ff9b::/96")


def fetch(url: str, allows: Allows = is_public) -> bytes:
    """The bytes at an address. Raises TimelineError, which says why there are none."""
    until = time.monotonic() + MAX_SECONDS
    current = url
    for _ in range(MAX_REDIRECTS + 1):
        why = refusal(current)
        if why:
            raise refuse(
                url, "E025", f"the address {quoted(current)} {why}", "https://www.example.org/list.csv"
            )
        answer = _answer(url, current, allows, until)
        if isinstance(answer, bytes):
            return answer
        current = urljoin(current, answer)
    raise refuse(url, "E001", f"more than {MAX_REDIRECTS} redirects", "the address that they lead to")


def _answer(url: str, current: str, allows: Allows, until: float) -> bytes | str:
    """The content, or the address that the server redirects to."""
    parts = urlsplit(current)
    host, is_secure = parts.hostname or "", parts.scheme.lower() == "https"
    port = parts.port or (443 if is_secure else 80)
    address = _address(url, host, port, allows)
    connection = _Connection(host, port, address, is_secure=is_secure)
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    headers = {"User-Agent": "timeline", "Accept": "text/csv, */*", "Accept-Encoding": "identity"}
    try:
        connection.request("GET", _ascii(path), headers=headers)
        with connection.getresponse() as response:
            if response.status in _REDIRECTS:
                return response.headers.get("Location") or ""
            if response.status != http.client.OK:
                hint = "open the address in a private window: it must need no log-in"
                raise refuse(url, "E001", f"the server answers {response.status}", hint)
            return _content(url, response, until)
    except (OSError, http.client.HTTPException, ValueError) as error:
        what = "it took too long" if isinstance(error, TimeoutError) else "there is no connection to it"
        raise refuse(
            url, "E001", f"{host} does not answer: {what}", "try again, or download the file"
        ) from None
    finally:
        connection.close()


def _content(url: str, response: http.client.HTTPResponse, until: float) -> bytes:
    content = b""
    while piece := response.read1(_PIECE):
        content += piece
        if len(content) > MAX_BYTES:
            message = f"there are more than {MAX_BYTES // 1_000_000} MB at this address"
            raise refuse(url, "E006", message, "download the file, and import it from the disk")
        if time.monotonic() > until:
            raise TimeoutError
    return content


def _address(url: str, host: str, port: int, allows: Allows) -> str:
    """The address to connect to: all that the host has must be allowed."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise refuse(url, "E001", f"there is no host {quoted(host)}", "check the address") from None
    addresses = [str(each[4][0]) for each in found]
    if not addresses or not all(map(allows, addresses)):
        message = f"{quoted(host)} is not on the public internet"
        raise refuse(url, "E001", message, "download the file, and import it from the disk")
    return addresses[0]


def _ascii(path: str) -> str:
    return "".join(
        each if "!" <= each <= "~" else "".join(f"%{byte:02X}" for byte in each.encode()) for each in path
    )


class _Connection(http.client.HTTPConnection):
    """A connection to one IP address that was checked, under the name of its host."""

    def __init__(self, host: str, port: int, address: str, *, is_secure: bool) -> None:
        super().__init__(host, port, timeout=MAX_WAIT)
        self._address, self._is_secure = address, is_secure
        if is_secure:
            self.default_port = 443

    def connect(self) -> None:
        plain = socket.create_connection((self._address, self.port), MAX_WAIT)
        self.sock: Any = plain
        if self._is_secure:
            self.sock = ssl.create_default_context().wrap_socket(plain, server_hostname=self.host)

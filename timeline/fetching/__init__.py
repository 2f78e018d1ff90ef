"""Fetches one page or file from the public web. Nothing else in timeline connects to another machine.

An address may lead to a service inside the network that its author could not reach: by its host, by a
redirect, or by a name server that answers differently the second time. So every host is looked up once,
each of its addresses must be public, and the connection is made to one of those very addresses.
"""

from __future__ import annotations

import http.client
import ipaddress
import os
import queue
import socket
import ssl
import threading
import zlib
from dataclasses import dataclass
from urllib.parse import quote, urljoin, urlsplit

from timeline.normalise.format import urls

#: Bounds of a fetch: seconds in all, bytes of a page, redirects.
TIMEOUT, MAX_BYTES, MAX_REDIRECTS = 20.0, 5_000_000, 5
#: Set to 1, this variable of the environment allows addresses of this machine and network: for tests.
TEST_SWITCH = "TIMELINE_ALLOW_LOCAL_ADDRESSES"

#: Prefixes of IPv6 that lead to any address of IPv4 (RFC 6052, 3056, 4380), and the metadata services of
#: clouds whose addresses count as public (Azure, Oracle).
_LEADS_ELSEWHERE = tuple(
    map(
        ipaddress.ip_network,
        ("64:ff9b::/96", "64:ff9b:1::/48", "2002::/16", "2001::/32", "168.63.129.16/32", "192.0.0.0/24"),
    )
)
#: The media types of web pages.
PAGES = ("text/html", "application/xhtml+xml")
_REDIRECTS = (301, 302, 303, 307, 308)
#: What may stand in the target of a request; a percent sign is taken to begin an escape.
_IN_TARGET = "/?%:@!$&'()*+,;=~-._[]"


class FetchError(Exception):
    """It cannot be fetched; the message says why, in words that follow its address."""


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
    # In a thread of its own, so that the time holds for looking up hosts and for slow answers alike
    answer: queue.Queue[Fetched | Exception] = queue.Queue()
    threading.Thread(target=lambda: answer.put(_outcome(address, wanted)), daemon=True).start()
    try:
        found = answer.get(timeout=TIMEOUT)
    except queue.Empty:
        raise FetchError(f"has not answered within {TIMEOUT:.0f} seconds") from None
    if isinstance(found, Fetched):
        return found
    raise found


def is_public(address: str) -> bool:
    """Whether an IP address belongs to the public internet.

    >>> [is_public(each) for each in ("93.184.215.14", "127.0.0.1", "169.254.169.254", "::ffff:10.0.0.1")]
    [True, False, False, False]
    """
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address) and ip.ipv4_mapped:
        ip = ip.ipv4_mapped
    is_odd = ip.is_multicast or ip.is_reserved or ip.is_unspecified
    return ip.is_global and not is_odd and not any(ip in network for network in _LEADS_ELSEWHERE)


def _outcome(address: str, wanted: _Wanted) -> Fetched | Exception:
    try:
        return _followed(address, wanted)
    except FetchError as error:
        return error
    except ssl.SSLCertVerificationError:
        return FetchError("has a certificate that is not trusted")
    except TimeoutError:
        return FetchError("does not answer")
    except (OSError, http.client.HTTPException, zlib.error) as error:
        return FetchError(f"cannot be fetched: {error.__class__.__name__}")
    except Exception as error:  # noqa: BLE001 -- raised again where the answer is waited for
        return error


def _followed(address: str, wanted: _Wanted) -> Fetched:
    for _ in range(MAX_REDIRECTS + 1):
        refused = urls.refusal(address)
        if refused:
            raise FetchError(refused)
        found = _get(address, wanted)
        if isinstance(found, Fetched):
            return found
        address = urljoin(address, quote(found.encode("latin-1", "replace"), safe=_IN_TARGET + "#"))
    raise FetchError(f"leads on to more than {MAX_REDIRECTS} other addresses")


def _get(address: str, wanted: _Wanted) -> Fetched | str:
    """What is there, or the address that the server sends us to."""
    parts = urlsplit(address)
    is_secure = parts.scheme.lower() == "https"
    host = parts.hostname or ""
    name = host if ":" in host else urls.in_punycode(host) or host
    connection = http.client.HTTPConnection(name, timeout=TIMEOUT)
    try:
        connection.sock = _connected(name, parts.port or (443 if is_secure else 80))
        if is_secure:
            context = ssl.create_default_context()
            connection.sock = context.wrap_socket(connection.sock, server_hostname=name)
        target = quote(parts.path or "/", safe=_IN_TARGET)
        target += f"?{quote(parts.query, safe=_IN_TARGET)}" if parts.query else ""
        shown = f"[{name}]" if ":" in name else name
        headers = {
            "Host": f"{shown}:{parts.port}" if parts.port else shown,
            "User-Agent": "timeline",
            "Accept": ",".join(wanted.types) or "*/*",
            "Accept-Encoding": "gzip, identity",
        }
        connection.request("GET", target, headers=headers)
        with connection.getresponse() as response:
            return _answer(response, address, wanted)
    finally:
        connection.close()


def _connected(host: str, port: int) -> socket.socket:
    """A connection to an address of the host, all of whose addresses are allowed."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except OSError:
        raise FetchError(f"is on the host {host}, which is not known") from None
    addresses = [str(where[0]) for *_, where in found]
    if os.environ.get(TEST_SWITCH) != "1":
        inside = [each for each in addresses if not is_public(each)]
        if inside:
            raise FetchError(f"leads to {inside[0]}, which is not an address of the public internet")
    for number, address in enumerate(addresses):
        try:
            return socket.create_connection((address, port), timeout=TIMEOUT / 2)
        except OSError:
            if number == len(addresses) - 1:
                raise
    raise FetchError(f"is on the host {host}, which is not known")


def _answer(response: http.client.HTTPResponse, address: str, wanted: _Wanted) -> Fetched | str:
    location = response.getheader("Location")
    if response.status in _REDIRECTS and location:
        return location
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

"""Looks up hosts, and refuses those that are not on the public internet."""

from __future__ import annotations

import ipaddress
import os
import socket

from timeline.fetching.errors import FetchError, UnknownHostError

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


def look_up(host: str, port: int) -> tuple[str, ...]:
    """The IP addresses of a host, at least one. Raises FetchError unless all of them are allowed."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except socket.gaierror as error:
        raise UnknownHostError(host, is_certain=error.errno == socket.EAI_NONAME) from None
    except UnicodeError:  # part of the name is longer than any can be
        raise UnknownHostError(host, is_certain=True) from None
    addresses = tuple(str(where[0]) for *_, where in found)
    if not addresses:
        raise UnknownHostError(host, is_certain=False)
    if os.environ.get(TEST_SWITCH) != "1":
        inside = [each for each in addresses if not is_public(each)]
        if inside:
            raise FetchError(f"leads to {inside[0]}, which is not an address of the public internet")
    return addresses

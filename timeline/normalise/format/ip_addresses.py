"""Which IP addresses belong to the public internet."""

from __future__ import annotations

import ipaddress

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

"""Looks up hosts, and refuses those that are not on the public internet."""

from __future__ import annotations

import os
import socket

from timeline.fetching.errors import FetchError, UnknownHostError
from timeline.normalise.format.ip_addresses import is_public

#: Set to 1, this variable of the environment allows addresses of this machine and network: for tests.
TEST_SWITCH = "TIMELINE_ALLOW_LOCAL_ADDRESSES"


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

"""A published file to import, from its address."""

from __future__ import annotations

from timeline import fetching
from timeline.fetching import FetchError
from timeline.importing.draft import refuse

#: Largest file in bytes.
MAX_BYTES = 30_000_000


def fetch(url: str) -> bytes:
    """The bytes at an address. Raises TimelineError, which says why there are none."""
    try:
        return fetching.fetch(url, types=(), most=MAX_BYTES).content
    except FetchError as error:
        hint = "open the address in a private window: it must need no log-in; or download the file"
        raise refuse(url, "E001", f"the address {error}", hint) from None

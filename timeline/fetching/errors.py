"""Why nothing was fetched, in words that follow the address."""

from __future__ import annotations

import http.client
import ssl
import zlib
from collections.abc import Iterator
from contextlib import contextmanager


class FetchError(Exception):
    """It cannot be fetched; the message says why, in words that follow its address."""


class UnknownHostError(FetchError):
    """The host has no address. ``is_certain`` unless the name service may know it another time."""

    def __init__(self, host: str, *, is_certain: bool) -> None:
        self.is_certain = is_certain
        super().__init__(f"is on the host {host}, which is not known")


class BrokenAnswerError(FetchError):
    """The server took the request, and gave no answer that is HTTP."""


@contextmanager
def in_our_words() -> Iterator[None]:
    """Errors of the network and of HTTP become a FetchError."""
    try:
        yield
    except FetchError:
        raise
    except ssl.SSLCertVerificationError:
        raise FetchError("has a certificate that is not trusted") from None
    except TimeoutError:
        raise FetchError("does not answer") from None
    except ConnectionRefusedError:
        raise FetchError("refuses the connection") from None
    except ssl.SSLError:
        raise FetchError("offers no secure connection") from None
    except (http.client.HTTPException, ConnectionResetError):
        raise BrokenAnswerError("gives no answer that is HTTP") from None
    except (OSError, zlib.error) as error:
        raise FetchError(f"cannot be fetched: {error.__class__.__name__}") from None

"""Bounds of what a server may cost us, however slowly or lavishly it answers."""

from __future__ import annotations

import io
import queue
import socket
import threading
import time
from collections.abc import Callable
from typing import IO, TYPE_CHECKING, TypeVar

from timeline.fetching.errors import FetchError

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer, WriteableBuffer

T = TypeVar("T")


def in_time(work: Callable[[], T], seconds: float) -> T:
    """What ``work`` gives or raises. Raises FetchError if it takes longer than so many seconds.

    It runs in a thread of its own, because looking up a host can be neither bounded nor interrupted.
    """
    answer: queue.Queue[tuple[T] | BaseException] = queue.Queue()

    def run() -> None:
        try:
            answer.put((work(),))
        except BaseException as error:  # noqa: BLE001 -- raised again where the answer is waited for
            answer.put(error)

    threading.Thread(target=run, daemon=True).start()
    try:
        found = answer.get(timeout=seconds)
    except queue.Empty:
        raise FetchError(f"has not answered within {seconds:.0f} seconds") from None
    if isinstance(found, BaseException):
        raise found
    return found[0]


class BoundedSocket:
    """The part of a connected socket that `http.client` uses, with a deadline and a bound of bytes to read.

    A timeout of the socket alone begins again with each packet, such as one of a single byte.
    """

    def __init__(self, sock: socket.socket, deadline: float, most: int) -> None:
        self._socket, self._deadline, self._most = sock, deadline, most

    def sendall(self, data: ReadableBuffer) -> None:
        self._socket.settimeout(_left(self._deadline))
        self._socket.sendall(data)

    def makefile(self, _mode: str) -> IO[bytes]:
        return io.BufferedReader(
            _BoundedReader(self._socket, self._deadline, self._most), buffer_size=io.DEFAULT_BUFFER_SIZE
        )

    def close(self) -> None:
        """The connection ends when the file made from it is closed, too."""
        self._socket.close()


class _BoundedReader(io.RawIOBase):
    def __init__(self, sock: socket.socket, deadline: float, most: int) -> None:
        self._socket, self._deadline, self._left = sock, deadline, most
        self._raw = sock.makefile("rb", buffering=0)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        self._socket.settimeout(_left(self._deadline))
        number = self._raw.readinto(buffer)
        self._left -= number or 0
        if self._left < 0:
            raise FetchError("sends more than was asked for")
        return number or 0

    def close(self) -> None:
        self._raw.close()
        super().close()


def _left(deadline: float) -> float:
    """The seconds until the deadline. Raises TimeoutError if there are none."""
    left = deadline - time.monotonic()
    if left <= 0:
        raise TimeoutError
    return left

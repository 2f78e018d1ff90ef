"""One build at a time in one folder. The lock is the system's: it ends with the process."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from timeline.writing.checks import RESERVED_PREFIX
from timeline.writing.errors import WriteError

#: Seconds to wait for another build, which holds the lock for a fraction of one.
PATIENCE = 10.0
_PAUSE = 0.02

if sys.platform == "win32":
    import msvcrt

    #: What is locked: the first of these in the folder that the system can lock.
    _LOCKABLE = (f"{RESERVED_PREFIX}lock",)

    def _lock(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    _LOCKABLE = ("", f"{RESERVED_PREFIX}lock")

    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold ``folder``, which is there, against other builds.

    The folder itself is locked; where the system locks none, an empty file in it that stays; where it
    locks nothing at all (some network file systems), nothing. Raises WriteError when another build does
    not let go in time, OSError where the folder cannot be opened.
    """
    deadline = time.monotonic() + PATIENCE
    while (held := _take(folder)) is None:
        if time.monotonic() > deadline:
            reason = "another build is writing there; try again when it has ended"
            raise WriteError(f"cannot write {folder}: {reason}")
        time.sleep(_PAUSE)
    try:
        yield
    finally:
        os.close(held)


def _take(folder: Path) -> int | None:
    """A descriptor that holds the lock until it is closed; None where another has it."""
    for name in _LOCKABLE:
        path = folder / name
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT if name else os.O_RDONLY, 0o666)
        try:
            _lock(descriptor)
        except (BlockingIOError, PermissionError):  # PermissionError is how Windows says it
            os.close(descriptor)
            return None
        except OSError:
            os.close(descriptor)
            continue
        # Whoever held it may have put another folder in the place of the one that was opened here
        if os.path.samestat(os.fstat(descriptor), path.stat()):
            return descriptor
        os.close(descriptor)
        return None
    return os.open(folder / _LOCKABLE[-1], os.O_RDONLY)

"""Two folders exchange their places in one step, which Python's os does not offer.

Linux has it as renameat2(2) with RENAME_EXCHANGE since 3.15, macOS as renamex_np(2) with RENAME_SWAP since
10.12; both are asked for from the C library. Not every file system can do it.
"""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path

_RENAME_EXCHANGE = 2  # <linux/fs.h>
_RENAME_SWAP = 2  # <sys/stdio.h> of macOS
_AT_FDCWD = -100  # <linux/fcntl.h>


def exchange(one: Path, other: Path) -> None:
    """Let ``one`` and ``other``, both there and on one file system, change places.

    At every moment each of the two paths leads to one of the two. Raises OSError, and changes nothing,
    where this system or file system cannot, and for a mount point.
    """
    import ctypes

    first, second = os.fsencode(one), os.fsencode(other)
    try:
        library = ctypes.CDLL(None, use_errno=True)
        if sys.platform == "darwin":
            failed = library.renamex_np(first, second, ctypes.c_uint(_RENAME_SWAP))
        else:
            failed = library.renameat2(_AT_FDCWD, first, _AT_FDCWD, second, ctypes.c_uint(_RENAME_EXCHANGE))
    except (AttributeError, TypeError) as error:  # another C library; Windows has none of that name
        raise OSError(errno.ENOSYS, os.strerror(errno.ENOSYS)) from error
    if failed:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number), os.fspath(one), None, os.fspath(other))

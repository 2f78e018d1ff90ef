"""Replaces and removes files that somebody edits, and none that has changed since it was read."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from timeline.writing.checks import RESERVED_PREFIX
from timeline.writing.errors import WriteError, refusal
from timeline.writing.staging import flush, put


def write_edited(files: Mapping[Path, tuple[bytes, bytes]]) -> None:
    """Put new bytes into files: path -> (the bytes that were read, the new ones).

    Raises WriteError, and nothing has changed, where one cannot be written or has other bytes by now.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as home:
    ...     path = Path(home, "a.yaml")
    ...     _ = path.write_bytes(b"title: A")
    ...     write_edited({path: (b"title: A", b"title: B")})
    ...     path.read_bytes()
    b'title: B'
    """
    staged: dict[Path, Path] = {}
    try:
        for path, (_, new) in files.items():
            target = path.resolve()
            staged[target] = target.parent / f"{RESERVED_PREFIX}{secrets.token_hex(8)}.tmp"
            put(staged[target], new, like=target)
        for path, (old, _) in files.items():
            if path.read_bytes() != old:
                raise WriteError(f"cannot write {path}: it has been changed since it was read")
        for target, temporary in staged.items():
            temporary.replace(target)
        for folder in {target.parent for target in staged}:
            flush(folder)
    except OSError as error:
        raise refusal(Path(error.filename or path), error) from error
    finally:
        for temporary in staged.values():
            with suppress(OSError):
                temporary.unlink()


def remove_edited(path: Path, content: bytes) -> None:
    """Remove a file that had these bytes when it was read.

    Raises WriteError, and the file stays, where it has others by now, is a link, or cannot be removed.
    """
    try:
        if path.is_symlink():
            raise WriteError(f"cannot remove {path}: it is a link; remove the file it leads to")
        if path.read_bytes() != content:
            raise WriteError(f"cannot remove {path}: it has been changed since it was read")
        path.unlink()
        flush(path.parent)
    except OSError as error:
        raise refusal(path, error) from error

"""Files written whole and flushed to the disk, with the mode and owner of what they replace."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import NoReturn

from timeline.writing.errors import refusal


def stage(place: Path, files: Mapping[str, bytes], folder: Path) -> None:
    """Write ``files`` under the new folder ``place``, as they are to stand in ``folder``.

    Raises WriteError that names the file in ``folder``; what was staged until then is left to the caller.
    """
    for name, content in files.items():
        try:
            (place / name).parent.mkdir(parents=True, exist_ok=True)
            put(place / name, content, like=folder / name)
        except OSError as error:
            raise refusal(folder / name, error) from error
    flush_folders(place)


def put(file: Path, content: bytes, like: Path) -> None:
    """A new file, on the disk when this returns, with the mode and owner of ``like`` if there is one."""
    with file.open("xb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())
    if like.is_file():
        copy_mode_and_owner(like, file)


def copy_mode_and_owner(like: Path, path: Path) -> None:
    """As far as this user may: only root can give a file to another owner."""
    if sys.platform != "win32":
        with suppress(PermissionError):
            status = like.stat()
            if (status.st_uid, status.st_gid) != (path.stat().st_uid, path.stat().st_gid):
                os.chown(path, status.st_uid, status.st_gid)
    shutil.copymode(like, path)  # after the owner, whose change may take bits away


def flush_folders(place: Path) -> None:
    """The names in ``place`` and in its folders, on the disk when this returns."""
    for path, _ in walk(place):
        flush(path)


def walk(place: Path) -> Iterator[tuple[Path, list[str]]]:
    """Each folder in ``place``, itself first, and the names of its files.

    Raises OSError for a folder that cannot be listed, which ``os.walk`` would leave out in silence.
    """

    def refuse(error: OSError) -> NoReturn:
        raise error

    for path, _, names in os.walk(place, onerror=refuse):
        yield Path(path), names


def flush(folder: Path) -> None:
    """The names in one folder; Windows has no such thing, some file systems refuse it."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def clear(place: Path) -> None:
    """Remove a staging folder, whole, as far as that can be done."""
    shutil.rmtree(place, ignore_errors=True)


def remove_empty(folder: Path, name: str) -> None:
    """Remove the folders that ``name`` led through, up to ``folder``, as far as nothing is in them."""
    with suppress(OSError):
        for parent in list(Path(name).parents)[:-1]:
            (folder / parent).rmdir()

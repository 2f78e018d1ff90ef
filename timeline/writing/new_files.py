"""Writes files that are all new: into a folder of their own, or among others, never in the place of one."""

from __future__ import annotations

import os
import secrets
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from timeline.writing.checks import RESERVED_PREFIX, must_be_plain
from timeline.writing.errors import WriteError, refusal
from timeline.writing.staging import clear, flush


class ExistingFilesError(WriteError):
    """Files of these names, or event files of any name, are there already; nothing was written."""


def write_new(
    folder: Path,
    files: Mapping[str, bytes],
    progress: Callable[[Sequence[str]], Iterable[str]] = iter,
    *,
    is_beside: bool = False,
) -> tuple[Path, ...]:
    """Put ``files`` (name -> bytes) into ``folder``, which is made: all of them, or none.

    Raises ExistingFilesError where the folder has event files or one of these names, and WriteError if the
    disk does not allow it. ``progress`` may wrap the names to show how far it is. With ``is_beside``, event
    files of other names may be there.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as home:
    ...     paths = write_new(Path(home, "events"), {"a.yaml": b"title: A"})
    ...     [path.name for path in paths]
    ['a.yaml']
    """
    for name in files:
        must_be_plain(name)
    must_be_free(folder, files, is_beside=is_beside)
    staging = folder.parent / f"{RESERVED_PREFIX}{secrets.token_hex(8)}"
    made = [path for path in (folder, *folder.parents) if not path.exists()]
    try:
        staging.parent.mkdir(parents=True, exist_ok=True)
        staging.mkdir()
        for name in progress(list(files)):
            (staging / name).write_bytes(files[name])
        _take_places(staging, folder, list(files))
        flush(folder)
        flush(folder.parent)
    except OSError as error:
        with suppress(OSError):
            for path in made:
                path.rmdir()
        raise refusal(folder, error) from error
    finally:
        clear(staging)
    return tuple(folder / name for name in files)


def create_files(folder: Path, files: Mapping[str, bytes]) -> tuple[Path, ...]:
    """Write a few ``files`` (relative posix name -> bytes) into ``folder`` and its folders: all or none.

    Raises ExistingFilesError if one of the names is taken, WriteError if the folder cannot be written.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as home:
    ...     made = create_files(Path(home, "events"), {"a.yaml": b"title: A"})
    ...     [path.name for path in made]
    ['a.yaml']
    """
    targets = {folder / name: content for name, content in files.items()}
    for target in targets:
        if os.path.lexists(target):
            raise ExistingFilesError(f"{target} is already there")
    made: list[Path] = []
    for target, content in targets.items():
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            with target.open("xb") as file:  # refuses a file that has come since, and follows no link
                made.append(target)
                file.write(content)
        except OSError as error:
            for path in made:
                with suppress(OSError):
                    path.unlink()
            if isinstance(error, FileExistsError) and os.path.lexists(target):
                raise ExistingFilesError(f"{target} is already there") from None
            raise refusal(target, error) from error
    return tuple(made)


def must_be_free(folder: Path, files: Mapping[str, bytes], *, is_beside: bool = False) -> None:
    """Raise ExistingFilesError unless the folder is new, or has no event files and none of these names."""
    try:
        there = {path.name for path in folder.iterdir()} if folder.exists() else set()
    except OSError as error:
        raise refusal(folder, error) from error
    events = (name for name in there if name.endswith((".yaml", ".yml")) and not name.startswith("."))
    taken = sorted(there & files.keys()) or sorted(() if is_beside else events)
    if taken:
        more = f" and {len(taken) - 1:,} more" if len(taken) > 1 else ""
        raise ExistingFilesError(f"{folder} already has event files: {taken[0]}{more}")


def _take_places(staging: Path, folder: Path, names: Sequence[str]) -> None:
    """Let staged files take their places: the whole folder at once where it is new."""
    if not folder.exists():
        staging.rename(folder)
        return
    placed: list[Path] = []
    try:
        for name in names:
            target = folder / name
            with target.open("xb"):  # refuses a file that has come since
                placed.append(target)
            (staging / name).replace(target)
    except BaseException:
        for path in placed:
            with suppress(OSError):
                path.unlink()
        raise

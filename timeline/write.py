"""The only module that writes: files into one folder, so that a failure leaves the last good page."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path

#: Put in place last: a reader who finds it finds everything it refers to.
_LAST = "index.html"


class WriteError(Exception):
    """A file or folder cannot be written; the message names it and says why."""


def write(folder: Path, files: Mapping[str, bytes]) -> tuple[Path, ...]:
    """Put ``files`` (relative posix name -> bytes) into ``folder``; their paths in the order given.

    Every file is first written whole beside its place and flushed to the disk; only then do they take
    their places one by one, ``index.html`` last. A file that holds these bytes already is not touched,
    an existing file keeps its mode, and no temporary file outlives an error.

    Raises WriteError where the disk or the folder says no, ValueError for a name that is not a plain
    path inside the folder.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as home:
    ...     [path.name for path in write(Path(home, "output"), {"index.html": b"<p>", "events.csv": b"id"})]
    ['index.html', 'events.csv']
    """
    targets = {name: _inside(folder, name) for name in files}
    with ExitStack() as cleanup:
        waiting: list[tuple[Path, Path]] = []
        for name in sorted(files, key=lambda name: (name == _LAST, name)):
            target = targets[name]
            try:
                if not _holds(target, files[name]):
                    waiting.append((_beside(target, files[name], cleanup), target))
            except OSError as error:
                raise _refusal(target, error) from error
        for temporary, target in waiting:
            try:
                temporary.replace(target)
            except OSError as error:
                raise _refusal(target, error) from error
    return tuple(targets.values())


def _inside(folder: Path, name: str) -> Path:
    """The place of ``name``, after a check that nothing leads it out of the folder."""
    parts = name.split("/")
    if not all(parts) or {".", ".."} & set(parts) or any(c in name for c in "\\:\0"):
        raise ValueError(f"not a plain path inside the folder: {name!r}")
    target = folder / name
    if not target.parent.resolve().is_relative_to(folder.resolve()):
        raise WriteError(f"cannot write {target}: a link leads out of {folder}")
    return target


def _holds(target: Path, content: bytes) -> bool:
    """Whether the file is there with these very bytes."""
    if target.is_dir():
        raise IsADirectoryError
    return target.is_file() and target.stat().st_size == len(content) and target.read_bytes() == content


def _beside(target: Path, content: bytes, cleanup: ExitStack) -> Path:
    """A temporary file in the target's folder with the content safely on the disk."""
    target.parent.mkdir(parents=True, exist_ok=True)
    temporary = target.with_name(f".{target.name}.{os.getpid()}.tmp")
    temporary.unlink(missing_ok=True)
    cleanup.callback(temporary.unlink, missing_ok=True)
    with temporary.open("xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    if target.exists():
        shutil.copymode(target, temporary)
    return temporary


def _refusal(target: Path, error: OSError) -> WriteError:
    """The system's complaint in a sentence a person can act on."""
    reasons = {
        FileExistsError: "a file stands where a folder is due",
        NotADirectoryError: "a file stands where a folder is due",
        IsADirectoryError: "a folder stands where this file is due",
    }
    return WriteError(f"cannot write {target}: {reasons.get(type(error), error.strerror or str(error))}")

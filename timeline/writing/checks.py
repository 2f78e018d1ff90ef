"""Checks made before anything is written: whether each name is allowed, and whether it can be written."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from timeline.writing.errors import WriteError, refusal

#: The prefix of the files and folders that this package itself keeps in an output folder.
RESERVED_PREFIX = ".timeline-"
#: What stands right here is the system's, even a name that leads to a file, as /dev/stdout may.
_DEVICES = "/dev"


def must_be_plain(name: str) -> None:
    """Raise ValueError unless ``name`` is a relative posix path that stays in its folder.

    >>> must_be_plain("assets/page.css")
    >>> must_be_plain("../page.css")
    Traceback (most recent call last):
    ValueError: not a plain path inside the folder: '../page.css'
    """
    parts = name.split("/")
    if not all(parts) or {".", ".."} & set(parts) or any(c in name for c in "\\:\0"):
        raise ValueError(f"not a plain path inside the folder: {name!r}")
    if parts[0].startswith(RESERVED_PREFIX):
        raise ValueError(f"a name kept for the writing itself: {name!r}")


def must_have_places(folder: Path, names: Iterable[str]) -> None:
    """Raise WriteError for the first file of ``names`` that could not take its place in ``folder``."""
    for name in names:
        try:
            _look_at(folder, name)
        except OSError as error:
            raise refusal(folder / name, error) from error


def _look_at(folder: Path, name: str) -> None:
    target = folder / name
    if not target.parent.resolve().is_relative_to(folder.resolve()):
        raise WriteError(f"cannot write {target}: a link leads out of {folder}")
    must_be_replaceable(target)
    nearest = next(parent for parent in target.parents if os.path.lexists(parent))
    if not nearest.is_dir():
        raise NotADirectoryError
    may_be = os.access in os.supports_effective_ids
    if not os.access(nearest, os.W_OK | os.X_OK, effective_ids=may_be):
        raise PermissionError(None, f"the folder {nearest} is read-only")


def must_not_be_input(target: Path) -> None:
    """Raise WriteError for the name of an event file: no form of output is YAML."""
    if target.suffix.lower() in {".yaml", ".yml"}:
        raise WriteError(f"cannot write {target}: that is the name of an event file")


def must_be_replaceable(target: Path) -> None:
    """Raise IsADirectoryError for a folder, WriteError for a device or a pipe."""
    if target.is_dir():
        raise IsADirectoryError
    parent = os.path.realpath(target.parent)  # unlike Path.resolve, it takes a circle of links
    is_device = parent == _DEVICES or (target.exists() and not target.is_file())
    if is_device:
        raise WriteError(f"cannot write {target}: it is a device or a pipe, not a file")

"""Whose files stand in an output folder: a build replaces what a build wrote, and nothing else unasked."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from timeline.writing.errors import WriteError
from timeline.writing.manifest import read_manifest

#: Names that the message gives before it only counts them.
_MOST_NAMES = 3


class ForeignFilesError(WriteError):
    """The folder holds files that no build wrote, and nobody said that they may be replaced."""


def must_be_ours(folder: Path, files: Mapping[str, bytes]) -> None:
    """Raise ForeignFilesError if ``files`` would be put among, or in the place of, somebody else's.

    A folder with a manifest is a build's: in it, a file that the manifest does not name is in the way only
    where ``files`` has other bytes for it. A folder without a manifest must be empty but for hidden files,
    such as ".gitkeep"; a home folder, which may hold hidden files alone, is never taken for an empty one.
    """
    written = read_manifest(folder)
    if written:
        found = [name for name in files if name not in written and _differs(folder / name, files[name])]
    elif _holds_home(folder):
        raise ForeignFilesError(f"{folder} is your home folder, or one above it")
    else:
        found = sorted(path.name for path in folder.iterdir() if not path.name.startswith("."))
    if found:
        raise ForeignFilesError(f"{folder} holds files that no build wrote: {_listed(found)}")


def _holds_home(folder: Path) -> bool:
    try:
        return Path.home().resolve().is_relative_to(folder.resolve())
    except RuntimeError:  # the system names none
        return False


def has_content(target: Path, content: bytes) -> bool:
    """Whether the file is there with these very bytes."""
    return target.is_file() and target.stat().st_size == len(content) and target.read_bytes() == content


def _differs(target: Path, content: bytes) -> bool:
    return os.path.lexists(target) and not has_content(target, content)


def _listed(names: Iterable[str]) -> str:
    """
    >>> _listed(["a", "b"]), _listed(["a", "b", "c", "d", "e"])
    ('a, b', 'a, b, c and 2 more')
    """
    first = list(names)
    rest = len(first) - _MOST_NAMES
    return ", ".join(first[:_MOST_NAMES]) + (f" and {rest} more" if rest > 0 else "")

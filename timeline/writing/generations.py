"""How long files that an earlier build named by their contents stay for the pages made with them.

A reader may have such a page open, and a server between may hold one. The manifest counts the builds that
changed something. When a file was last part of a build is there as the number of that build; how many days
ago is seen from the file's own time, which is set when a build drops it, so that no day is in the output.
"""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from timeline.writing.manifest import Manifest, is_as_written

#: A file stays while it was part of one of this many builds before the present one,
BUILDS = 3
#: and while fewer than this many days have passed since a build dropped it.
DAYS = 3


def next_manifest(before: Manifest, files: Mapping[str, bytes], folder: Path, lasting: str) -> Manifest:
    """The manifest once ``files`` are written into ``folder``, whose manifest is ``before``.

    Files whose names begin with ``lasting`` outlive their builds, which are counted for this; "" is none. A
    build of the same files as the last one does not count.
    """
    hashes = {name: hashlib.sha256(content).hexdigest() for name, content in files.items()}
    if not lasting:
        return Manifest(hashes)
    if before.build and hashes == before.current:
        return before
    build = before.build + 1
    dropped = [name for name in before.files if name.startswith(lasting) and name not in files]
    last = {name: before.kept.get(name, before.build) for name in dropped}
    kept = {
        name: number
        for name, number in last.items()
        if is_as_written(folder / name, before.files[name])
        and (build - number <= BUILDS or _days_since_dropped(folder / name) < DAYS)
    }
    return Manifest(hashes | {name: before.files[name] for name in kept}, build, kept)


def mark_dropped(before: Manifest, after: Manifest, folder: Path) -> None:
    """Set the time of each file that was part of the build ``before`` but is only kept ``after`` it."""
    for name in after.kept.keys() - before.kept.keys():
        with suppress(OSError):  # another user's file: its days count from when it was written
            os.utime(folder / name)


def _days_since_dropped(file: Path) -> float:
    return (time.time() - file.stat().st_mtime) / 86_400

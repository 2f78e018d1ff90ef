"""Notices that files in a folder have changed, by looking at them again and again.

Systems can tell of changes, but not on every network share, in every container or for every way of
saving; looking works everywhere. It takes a fraction of a millisecond for some dozen files; for thousands
it is done less often, so that it takes a small part of one processor.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path
from threading import Event

#: Seconds between two looks at least; and how many times the processor's time for a look it is.
_SHORTEST, _FACTOR = 0.05, 10
#: Seconds for which files must stay as they are: an editor may write one in several steps.
_SETTLED = 0.02
#: What is looked at of a file.
Snapshot = dict[str, tuple[int, int, int]]


def changes(path: Path, stop: Event) -> Iterator[frozenset[str]]:
    """Yields at once, and whenever files in the folder were changed, added or removed since: their paths.

    ``path`` is the folder, or a file in it.
    """
    folder = path if path.is_dir() else path.parent
    seen, pause = snapshot(folder), _SHORTEST
    yield frozenset()
    while not stop.wait(pause):
        began = time.thread_time()
        found = snapshot(folder)
        pause = max(_SHORTEST, _FACTOR * (time.thread_time() - began))
        if found == seen:
            continue
        while not stop.wait(_SETTLED):
            before, found = found, snapshot(folder)
            if found == before:
                break
        changed = dict(found.items() ^ seen.items()).keys()
        seen = found
        yield frozenset(changed)


def snapshot(folder: Path) -> Snapshot:
    """Time of change, size and number of each file in a folder and its subfolders, but for hidden ones."""
    found: Snapshot = {}
    waiting = [str(folder)]
    while waiting:
        try:
            with os.scandir(waiting.pop()) as entries:
                for entry in entries:
                    if entry.name.startswith("."):
                        continue
                    if entry.is_dir(follow_symlinks=False):
                        waiting.append(entry.path)
                    else:
                        status = entry.stat()
                        found[entry.path] = (status.st_mtime_ns, status.st_size, status.st_ino)
        except OSError:  # removed meanwhile, or not to be read: the check of the files says so
            continue
    return found

"""Lets the files of a build take their places, so that an interrupted build is completed later.

    files ─stage→ .timeline-staging/ ─rename→ .timeline-ready/ ─replace, one by one→ output/

Staged files wait in a hidden folder inside. Once all are on the disk it is renamed; from then on this run,
or a later one, completes the replacement. Each step is on the disk before the next one begins, so that this
holds for a power cut as well. Files that no build wrote are neither moved nor linked nor opened.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from timeline.writing.checks import RESERVED_PREFIX
from timeline.writing.errors import refusal
from timeline.writing.manifest import MANIFEST, read_manifest, stale_files
from timeline.writing.staging import clear, flush, remove_empty, stage, walk

_STAGING = f"{RESERVED_PREFIX}staging"
#: The staging folder once it is complete.
READY = f"{RESERVED_PREFIX}ready"
#: After all others: a page that is found finds what it refers to; and what only the old manifest names is
#: removed before the new one takes its place.
_ORDER = {"index.html": 1, MANIFEST: 2}


def write_in_place(folder: Path, files: Mapping[str, bytes]) -> None:
    """Put ``files``, the new manifest among them, into ``folder``; remove what only the old one names.

    Raises WriteError. Until all files are staged nothing else is touched and nothing is left behind.
    """
    staging = folder / _STAGING
    try:
        stage(staging, files, folder)
        staging.rename(folder / READY)
    except BaseException:
        clear(staging)
        raise
    try:
        finish_pending(folder)
    except KeyboardInterrupt:
        finish_pending(folder)
        raise


def recover(folder: Path) -> None:
    """Complete what a killed build began in ``folder``, or clear away what it had only prepared."""
    clear(folder / _STAGING)
    finish_pending(folder)


def finish_pending(folder: Path) -> None:
    """Let the files that are ready in ``folder`` take their places; called again, it goes on.

    Raises WriteError for a file that cannot; it and those after it stay ready.
    """
    ready = folder / READY
    if (ready / MANIFEST).is_file():
        waiting = [path / name for path, names in walk(ready) for name in names]
        names = [file.relative_to(ready).as_posix() for file in waiting]
        _make_folders(folder, names)
        _flush_places(folder, names)  # the name "ready" and new folders, before anything is moved
        for name in sorted(names, key=lambda name: (_ORDER.get(name, 0), name)):
            if name == MANIFEST:
                written = read_manifest(ready)
                stale = stale_files(written, folder).as_written
                _remove(folder, stale)
                _flush_places(folder, (*written, *stale))  # all of it, before the manifest says so
            _take_place(ready / name, folder / name)
        flush(folder)
    clear(ready)


def _make_folders(folder: Path, names: Iterable[str]) -> None:
    for name in names:
        try:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise refusal(folder / name, error) from error


def _take_place(file: Path, target: Path) -> None:
    try:
        file.replace(target)
    except OSError as error:
        raise refusal(target, error) from error


def _flush_places(folder: Path, names: Iterable[str]) -> None:
    """That ``names`` came to ``folder`` or left it, on the disk when this returns."""
    places = {parent for name in names for parent in Path(name).parents}
    for place in sorted(places):
        flush(folder / place)


def _remove(folder: Path, names: tuple[str, ...]) -> None:
    for name in names:
        try:
            (folder / name).unlink()
        except OSError as error:
            raise refusal(folder / name, error) from error
        remove_empty(folder, name)

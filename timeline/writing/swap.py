"""Writes in one step: a complete copy takes the place of the folder while the folder is updated.

The copy is made next to the folder: the new files, and hard links to everything else in the folder. The two
are exchanged, the folder is updated out of sight, and they are exchanged back. Any path therefore leads to
the old files or the new ones, never to some of each, and the folder remains the one that a server, a
container or a shell may have open. A build that is killed in between leaves the copy, which is complete.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Collection, Mapping
from contextlib import suppress
from itertools import islice
from pathlib import Path

from timeline.writing.errors import WriteError
from timeline.writing.in_place import READY, finish_pending
from timeline.writing.lock import locked
from timeline.writing.manifest import MANIFEST, is_as_written, read_manifest, stale_files
from timeline.writing.rename_exchange import exchange
from timeline.writing.staging import clear, copy_mode_and_owner, flush, flush_folders, remove_empty, stage

#: With more files than this in the folder, linking them at every build would take too long.
_MANY = 1000


class SwapUnavailableError(Exception):
    """Raised if the system, the file system, the user's rights or the folder do not allow an exchange."""


def write_by_swap(folder: Path, files: Mapping[str, bytes], names: Collection[str]) -> None:
    """Put ``files``, the new manifest among them, into ``folder``; remove what only the old one names.

    ``names`` are those of the whole build, including files that are in the folder already. The folder is
    locked by the caller. Raises SwapUnavailableError, with the folder unchanged and nothing left behind.
    """
    folder = folder.resolve()  # to exchange the folder and not a link to it
    staging, swap = _beside(folder)
    if folder.is_mount() or sum(1 for _ in islice(folder.rglob("*"), _MANY)) == _MANY:
        raise SwapUnavailableError
    try:
        staging.mkdir()
        copy_mode_and_owner(folder, staging)
        stage(staging, files, folder)
        _link_rest(folder, staging, {*files, *stale_files(names, folder).as_written})
        with locked(staging):
            staging.rename(swap)
            exchange(swap, folder)
            _catch_up(swap, folder, files)
    except (OSError, WriteError) as error:
        raise SwapUnavailableError from error
    finally:
        recover(folder)


def recover(folder: Path) -> None:
    """Remove what an interrupted build left next to ``folder``, at whatever point it was interrupted."""
    folder = folder.resolve()
    staging, swap = _beside(folder)
    clear(staging)
    with suppress(OSError):  # leftovers do no harm: they only prevent an exchange
        if swap.lstat().st_uid == folder.stat().st_uid:  # otherwise another user made it
            _retire(swap, folder)
            flush(folder.parent)


def _beside(folder: Path) -> tuple[Path, Path]:
    """The path at which the copy is made, and the path at which it is exchanged with the folder."""
    return (
        folder.with_name(f".{folder.name}.timeline-staging"),
        folder.with_name(f".{folder.name}.timeline-swap"),
    )


def _link_rest(folder: Path, staging: Path, without: Collection[str]) -> None:
    """Add the rest of the folder to the copy: new folders, and hard links to the files."""

    def ignored(path: str, names: list[str]) -> set[str]:
        inside = Path(path).relative_to(folder)
        return {name for name in names if (inside / name).as_posix() in without}

    def link(file: str, place: str) -> None:
        os.link(file, place, follow_symlinks=False)

    shutil.copytree(folder, staging, symlinks=True, ignore=ignored, copy_function=link, dirs_exist_ok=True)
    for name in without:
        remove_empty(staging, name)
    for path, _, _ in os.walk(staging):
        like = folder / Path(path).relative_to(staging)
        if like.is_dir():
            copy_mode_and_owner(like, Path(path))
    flush_folders(staging)


def _catch_up(real: Path, copy: Path, files: Mapping[str, bytes]) -> None:
    """Update the folder while the copy is in its place, and exchange them back."""
    flush(copy.parent)
    with suppress(OSError, WriteError):  # if this fails, the copy stays: it is complete
        for name in sorted(files):
            (real / READY / name).parent.mkdir(parents=True, exist_ok=True)
            os.link(copy / name, real / READY / name)
        finish_pending(real)
        exchange(real, copy)


def _retire(leftover: Path, folder: Path) -> None:
    """Remove a folder that was exchanged; files that no build wrote and that ``folder`` lacks move there.

    The manifest is removed last, so that an interrupted removal can be repeated.
    """
    clear(leftover / READY)
    written = read_manifest(leftover)
    for path, folders, names in os.walk(leftover, topdown=False):
        Path(path).chmod(0o700)
        links = [name for name in folders if Path(path, name).is_symlink()]
        for name in sorted((*names, *links), key=lambda name: name == MANIFEST):
            file = Path(path, name)
            inside = file.relative_to(leftover).as_posix()
            target = folder / inside
            if (
                os.path.lexists(target)
                or inside == MANIFEST
                or is_as_written(file, written.get(inside, ""))
            ):
                file.unlink()
            else:
                target.parent.mkdir(parents=True, exist_ok=True)
                file.rename(target)
        Path(path).rmdir()

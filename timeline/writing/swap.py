"""Writes in one step: a finished copy stands in for the folder while the folder is updated.

The copy is made beside the folder: the new files, and by hard link all else that the folder holds. The two
are exchanged, the folder is brought up to date out of sight, and they are exchanged back. So whoever asks
by path finds the old files or the new ones and never some of each, and the folder stays the one that a
server, a container or a shell may have open. A build killed in between leaves the copy, which is complete.
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

#: With more files than this in the folder, linking them at every build would take longer than is fair.
_MANY = 1000


class SwapUnavailableError(Exception):
    """None can be made: not by this system, file system or user, or not for this folder."""


def write_by_swap(folder: Path, files: Mapping[str, bytes], names: Collection[str]) -> None:
    """Put ``files``, the new manifest among them, into ``folder``; remove what only the old one names.

    ``names`` are those of the whole build, also of files that stand in the folder already. The folder is
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
    """Clear away what a build left beside ``folder``, whatever it was doing when it ended."""
    folder = folder.resolve()
    staging, swap = _beside(folder)
    clear(staging)
    with suppress(OSError):  # what cannot be cleared away does no harm: then no stand-in can be made
        if swap.lstat().st_uid == folder.stat().st_uid:  # else a stranger put it there
            _retire(swap, folder)
            flush(folder.parent)


def _beside(folder: Path) -> tuple[Path, Path]:
    """Where a stand-in is made, never to be seen; and where it is exchanged with the folder."""
    return (
        folder.with_name(f".{folder.name}.timeline-staging"),
        folder.with_name(f".{folder.name}.timeline-swap"),
    )


def _link_rest(folder: Path, staging: Path, without: Collection[str]) -> None:
    """Let all else in the folder be in the stand-in too: its folders anew, its files by hard link."""

    def passed_over(path: str, names: list[str]) -> set[str]:
        inside = Path(path).relative_to(folder)
        return {name for name in names if (inside / name).as_posix() in without}

    def link(file: str, place: str) -> None:
        os.link(file, place, follow_symlinks=False)

    shutil.copytree(
        folder, staging, symlinks=True, ignore=passed_over, copy_function=link, dirs_exist_ok=True
    )
    for name in without:
        remove_empty(staging, name)
    for path, _, _ in os.walk(staging):
        like = folder / Path(path).relative_to(staging)
        if like.is_dir():
            copy_mode_and_owner(like, Path(path))
    flush_folders(staging)


def _catch_up(real: Path, stand_in: Path, files: Mapping[str, bytes]) -> None:
    """Bring the folder up to date while the stand-in has its place, and exchange them back."""
    flush(stand_in.parent)
    with suppress(OSError, WriteError):  # then the stand-in stays: it is complete
        for name in sorted(files):
            (real / READY / name).parent.mkdir(parents=True, exist_ok=True)
            os.link(stand_in / name, real / READY / name)
        finish_pending(real)
        exchange(real, stand_in)


def _retire(leftover: Path, folder: Path) -> None:
    """Remove a folder that was exchanged, but for files of other people that are nowhere else: those move.

    Of its manifest it is rid last, so that this can be done again by whoever finds it half done.
    """
    clear(leftover / READY)
    ours = read_manifest(leftover)
    for path, folders, names in os.walk(leftover, topdown=False):
        Path(path).chmod(0o700)
        links = [name for name in folders if Path(path, name).is_symlink()]
        for name in sorted((*names, *links), key=lambda name: name == MANIFEST):
            file = Path(path, name)
            inside = file.relative_to(leftover).as_posix()
            target = folder / inside
            if os.path.lexists(target) or inside == MANIFEST or is_as_written(file, ours.get(inside, "")):
                file.unlink()
            else:
                target.parent.mkdir(parents=True, exist_ok=True)
                file.rename(target)
        Path(path).rmdir()

"""Finds event files and reads their bytes; pipes and devices, which could block, are never opened."""

from __future__ import annotations

import errno
import os
import re
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from timeline.model.problems import Location, Problem

#: Largest file in bytes: some thousand events with a dozen sources between them.
MAX_BYTES = 5_000_000
#: Largest number of files, and of bytes in all of them.
MAX_FILES, MAX_BYTES_IN_ALL = 100_000, 150_000_000

_SUFFIXES = (".yaml", ".yml")
#: Files of other kinds that `timeline import` makes event files of.
_SHEETS = {".csv", ".ics", ".json", ".mw", ".tsv", ".xlsx", ".xml"}
#: How the names of event files begin.
_DATED = re.compile(r"\d{4}-\d\d(?:-\d\d)?[a-z]?-")
#: Files that are also read if the user names a single event file.
_SHARED = ("_timeline", "_people", "_places", "_sources", "_evidence")

#: Error number -> message and hint.
_REASONS = {
    errno.ENOENT: ("no such file or folder", "check the name, and the folder the command is run in"),
    errno.EACCES: (
        "permission to read it is denied",
        "give yourself the right to read it, or move it away",
    ),
    errno.ELOOP: ("a link that leads back to itself", "put the file itself here"),
    errno.ENAMETOOLONG: ("the name is too long for this system", "shorten the name"),
}


@dataclass(frozen=True, slots=True)
class File:
    """A file to read, and its path as shown to the user (posix).

    ``within`` is the folder it was found in, which a link may not lead out of; None for a file
    that the user named.
    """

    path: Path
    shown: str
    within: Path | None = None


def find_files(paths: Sequence[Path]) -> tuple[tuple[File, ...], tuple[Problem, ...]]:
    """The files that ``paths`` name or contain, each once, and the faults of folders.

    A path that does not exist is returned as a file: `read_bytes` reports it.
    """
    files: dict[Path, File] = {}
    problems: list[Problem] = []
    for path in paths:
        found = list(_under(path) if stat.S_ISDIR(_mode(path)) else _beside(path))
        if all(isinstance(each, Problem) and not each.is_error for each in found):
            message, hint = "the folder holds no event files", _way_out(path)
            found = [Problem(Location(path.as_posix()), "E008", message, hint)]
        problems += sorted(fault for fault in found if isinstance(fault, Problem))
        for file in sorted((file for file in found if isinstance(file, File)), key=lambda file: file.shown):
            files.setdefault(file.path.parent.resolve() / file.path.name, file)
    return tuple(files.values()), tuple(problems)


def read_bytes(file: File, limit: int = MAX_BYTES) -> bytes | Problem:
    """The bytes of a regular file of at most ``limit`` bytes, or why they cannot be read."""
    try:
        status = file.path.stat()
        if not stat.S_ISREG(status.st_mode):
            kind = "a folder" if stat.S_ISDIR(status.st_mode) else "a pipe, socket or device"
            return _refused(
                file.shown, f"this is {kind}, not a file", "give it another name, or move it away"
            )
        if file.within and file.path.is_symlink() and not file.path.resolve().is_relative_to(file.within):
            return _refused(file.shown, "a link that leads out of the folder", "put the file itself here")
        if status.st_size > limit:
            return _too_large(file.shown, limit)
        with file.path.open("rb") as handle:
            data = handle.read(limit + 1)
    except OSError as error:
        return _unreadable(file.path, error)
    return _too_large(file.shown, limit) if len(data) > limit else data


def _under(folder: Path) -> Iterator[File | Problem]:
    """Each event file in a folder and its subfolders, in no particular order; hidden ones are left out."""
    within = folder.resolve()
    pending = [folder]
    while pending:
        here = pending.pop()
        try:
            with os.scandir(here) as entries:
                found = [entry for entry in entries if not entry.name.startswith(".")]
        except OSError as error:
            yield _unreadable(here, error)
            continue
        for entry in found:
            path = here / entry.name
            if path.suffix.lower() in _SUFFIXES:
                yield File(path, path.as_posix(), within)
            elif entry.is_symlink():
                if stat.S_ISDIR(_mode(path)):
                    message = "a link to a folder is not followed"
                    yield _refused(path.as_posix(), message, "put the folder itself here")
            elif _is_folder(entry):
                pending.append(path)
            elif name := _wanted_name(path):
                message = "the file has the name of a text file, and is not read"
                yield Problem(Location(path.as_posix()), "W017", message, f'rename it to "{name}"')


def _way_out(folder: Path) -> str:
    """What to do about a folder without event files: by the files that it holds instead."""
    for path in sorted(each for each in folder.glob("*") if not each.name.startswith(".")):
        if name := _wanted_name(path):
            return f'rename "{path.name}" to "{name}"'
        if path.suffix.lower() in _SHEETS:
            return f"timeline import {path.as_posix()} -o my-events, which makes event files of it"
    return "add an event file, such as 2025-02-17-name.yaml"


def _wanted_name(path: Path) -> str:
    """The name of an event file that was saved with the name of a text file; "" for any other file.

    >>> [_wanted_name(Path(each)) for each in ("summit.yaml.txt", "2025-02-17-summit.txt", "notes.txt")]
    ['summit.yaml', '2025-02-17-summit.yaml', '']
    """
    name = path.stem
    if path.suffix.lower() != ".txt":
        return ""
    if Path(name).suffix.lower() in _SUFFIXES:
        return name
    return f"{name}.yaml" if name in _SHARED or _DATED.match(name) else ""


def _is_folder(entry: os.DirEntry[str]) -> bool:
    """Whether it is a folder; also one that cannot be looked into, whose listing then says why."""
    try:
        return entry.is_dir(follow_symlinks=False)
    except OSError:  # its folder may be listed but not entered, on a file system that tells no kinds
        return True


def _beside(path: Path) -> Iterator[File]:
    """A file that the user named, and the shared files in the same folder."""
    yield File(path, path.as_posix())
    if stat.S_ISREG(_mode(path)):
        shared = [path.with_name(stem + suffix) for stem in _SHARED for suffix in _SUFFIXES]
        yield from (File(other, other.as_posix()) for other in shared if _mode(other) and other != path)


def _mode(path: Path) -> int:
    """The mode of the file, links followed; 0 if there is none."""
    try:
        return path.stat().st_mode
    except OSError:
        return 0


def _refused(shown: str, message: str, hint: str) -> Problem:
    return Problem(Location(shown), "E001", message, hint)


def _too_large(shown: str, limit: int) -> Problem:
    message = f"the file is larger than {limit // 1_000_000} MB"
    hint = "split it: one file per event is best" if limit == MAX_BYTES else "use a smaller one"
    return Problem(Location(shown), "E006", message, hint)


def _unreadable(path: Path, error: OSError) -> Problem:
    """The problem for an error of the system."""
    if error.errno == errno.ENOENT and path.is_symlink():
        return _refused(path.as_posix(), "a link to a file that does not exist", "put the file itself here")
    message, hint = _REASONS.get(error.errno or 0, ("the system cannot read it", "copy it again"))
    return _refused(path.as_posix(), message, hint)

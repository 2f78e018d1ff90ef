"""Event files as they were at a revision of a git repository.

Only the program ``git`` is asked, and only for objects that the repository has: nothing is checked out, no
filter or hook runs, nothing is fetched, and the files that are there now stay as they are.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from timeline.model.problems import Location, Problem
from timeline.model.records import Document
from timeline.reading import File, read_file
from timeline.reading.files import MAX_BYTES, MAX_BYTES_IN_ALL, MAX_FILES

#: An entry of ``git ls-tree -l -z``: mode, kind, name of the object, size, path.
_ENTRY = re.compile(rb"(\d{6}) (\w+) ([0-9a-f]{40,64}) +(\d+|-)\t(.*)", re.DOTALL)
_SECONDS = 60


class NoRevisionError(Exception):
    """There is no such revision, or its files cannot be had."""


class NoGitError(Exception):
    """The program git is not on this machine."""


@dataclass(frozen=True, slots=True)
class Revision:
    """The files of a folder at a revision: ``blobs`` are their objects and sizes, by path as shown."""

    home: Path
    name: str
    blobs: dict[str, tuple[str, int]]

    def documents(self) -> tuple[tuple[Document, ...], tuple[Problem, ...]]:
        """Every event file as a tree, and what is wrong with any. Raises NoRevisionError."""
        paths = [path for path in self.blobs if path.lower().endswith((".yaml", ".yml"))]
        sizes = [self.blobs[path][1] for path in paths]
        if len(paths) > MAX_FILES or sum(sizes) > MAX_BYTES_IN_ALL or max(sizes, default=0) > MAX_BYTES:
            raise NoRevisionError(f"the event files at {self.name} are too many or too large to be read")
        documents, problems = [], []
        for path, data in zip(paths, self._contents(paths), strict=True):
            document, found = read_file(File(Path(PurePosixPath(path).name), path), data)
            problems += found
            documents += [document] if document else []
        if not paths:
            problems.append(Problem(Location(self.name), "E008", "the folder holds no event files there"))
        return tuple(documents), tuple(problems)

    def fonts(self, folder: str, names: Sequence[str]) -> dict[str, bytes | Problem]:
        """The font files of these names in a folder, or that they are not there."""
        paths = {name: f"{folder}/{name}" for name in names}
        there = [path for path in paths.values() if path in self.blobs]
        contents = dict(zip(there, self._contents(there), strict=True))
        return {
            name: contents[path]
            if path in contents
            else Problem(Location(path), "E001", "no such file or folder")
            for name, path in paths.items()
        }

    def _contents(self, paths: Sequence[str]) -> list[bytes]:
        names = "".join(f"{self.blobs[path][0]}\n" for path in paths)
        answer = _git(self.home, "cat-file", "--batch", sent=names.encode())
        found, at = [], 0
        for path in paths:
            size, head = self.blobs[path][1], answer.index(b"\n", at) + 1
            if not answer[at:head].endswith(b" %d\n" % size):  # of a partial clone, which lacks it
                raise NoRevisionError(f"{path} is not in this copy of the repository")
            found.append(answer[head : head + size])
            at = head + size + 1
        return found


def revision_of(folder: Path, name: str) -> Revision:
    """The files of a folder at the revision of that name, such as "HEAD~3" or a branch.

    The folder itself may be gone by now, but not the one around it. Raises NoRevisionError if that lies in
    no repository, or if there is no such revision; NoGitError.
    """
    if not name or name.startswith("-") or not name.isprintable():
        raise NoRevisionError("it is no name of a revision")
    home, below = (folder, "") if folder.is_dir() else (folder.parent, f"{folder.name}/")
    path = os.fsdecode(_git(home, "rev-parse", "--show-prefix").rstrip(b"\n")) + below
    commit = _git(home, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
    try:
        tree = _git(home, "rev-parse", "--verify", "--quiet", f"{commit.decode().strip()}:{path}")
    except NoRevisionError:
        raise NoRevisionError("the folder is not there at that revision") from None
    entries = _git(home, "ls-tree", "-r", "-l", "-z", "--full-tree", tree.decode().strip()).split(b"\0")
    return Revision(home, name, dict(_blobs(entries, f"{name}:{path or './'}")))


def _blobs(entries: Iterable[bytes], prefix: str) -> Iterable[tuple[str, tuple[str, int]]]:
    """The files of a tree, by their paths after ``prefix``; hidden ones and links are left out."""
    for entry in entries:
        found = _ENTRY.fullmatch(entry)
        path = os.fsdecode(found[5]) if found else ""
        is_hidden = any(part.startswith(".") for part in path.split("/"))
        if found and found[1].startswith(b"100") and not is_hidden:
            yield f"{prefix}{path}", (found[3].decode(), int(found[4]))


def _git(folder: Path, *arguments: str, sent: bytes | None = None) -> bytes:
    """What git answers. Raises NoGitError, and NoRevisionError with its first line where it fails."""
    program = shutil.which("git")
    if program is None:
        raise NoGitError("git is not installed, which reads the revision")
    environment = {name: text for name, text in os.environ.items() if not name.startswith("GIT_")}
    environment |= {"GIT_NO_LAZY_FETCH": "1", "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0"}
    try:
        done = subprocess.run(  # noqa: S603 -- no shell; what is asked for never begins with a dash
            [program, "--no-pager", "--no-replace-objects", *arguments],
            cwd=folder,
            env=environment,
            input=sent,
            stdin=None if sent is not None else subprocess.DEVNULL,
            capture_output=True,
            timeout=_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise NoRevisionError("git does not answer") from None
    if done.returncode:
        lines = os.fsdecode(done.stderr).strip().splitlines()
        raise NoRevisionError(lines[0] if lines else "there is no such revision")
    return done.stdout

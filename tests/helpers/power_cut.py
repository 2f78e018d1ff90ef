"""What a disk may hold after a power cut: a model of what is certain only once it was synced.

While a `Disk` records, it follows each change of names in a folder and each fsync. A change of names is
certain once a folder that it concerns is synced, and a file's content once the file is. Of the changes that
are not certain, any may be lost or kept; `after_cuts` yields the cases that tell most: all lost, all kept,
those of one folder lost, those of one folder kept. A rename is one change, in both folders or in neither.
"""

from __future__ import annotations

import io
import os
import stat
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pytest

#: The number of a folder or file in the model, and the names in each folder.
Tree = dict[int, dict[str, int]]


@dataclass
class Change:
    """A name that appears in a folder (``new``), disappears from one (``old``), or both."""

    node: int
    old: tuple[int, str] | None = None
    new: tuple[int, str] | None = None
    is_certain: bool = False

    @property
    def folders(self) -> set[int]:
        return {place[0] for place in (self.old, self.new) if place}


@dataclass
class Disk:
    """Records what happens below ``home``; what is there at the beginning is certain."""

    home: Path
    before: Tree = field(default_factory=dict)
    contents: dict[int, bytes] = field(default_factory=dict)  # of files, as last synced
    changes: list[Change] = field(default_factory=list)
    moments: list[tuple[int, dict[int, bytes], list[bool]]] = field(default_factory=list)
    _folders: set[int] = field(default_factory=set)
    _nodes: dict[int, int] = field(default_factory=dict)  # inode -> node: the system gives inodes out again
    _last: int = 0

    def __post_init__(self) -> None:
        for path, folders, names in os.walk(self.home):
            here = self._node(Path(path).stat().st_ino)
            self.before[here] = {}
            for name in (*folders, *names):
                self.before[here][name] = self._node(Path(path, name).stat().st_ino)
            for name in names:
                self.contents[self.before[here][name]] = Path(path, name).read_bytes()
        self._folders |= self.before.keys()

    def record(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Follow the system's calls from now on."""
        calls: dict[str, Callable[..., Any]] = {
            "mkdir": self._made, "rmdir": self._gone, "unlink": self._gone, "remove": self._gone,
            "rename": self._moved, "replace": self._moved, "fsync": self._synced,
        }  # fmt: skip
        for name, noted in calls.items():
            monkeypatch.setattr(os, name, self._noting(getattr(os, name), noted))
        monkeypatch.setattr(io, "open", self._noting_new(io.open))

    def after_cuts(self) -> Iterator[dict[str, bytes]]:
        """Every tree of files that a power cut may leave, at each moment; most are there several times."""
        for count, contents, certain in self.moments:
            done = list(zip(self.changes[:count], certain, strict=True))
            folders = {folder for change, _ in done for folder in change.folders}
            yield self._tree([change for change, _ in done], contents)
            yield self._tree([change for change, sure in done if sure], contents)
            for folder in folders:
                for kept in (True, False):
                    left = [each for each, sure in done if sure or (folder in each.folders) == kept]
                    yield self._tree(left, contents)

    def certain(self) -> dict[str, bytes]:
        """What is there if the power is cut now, and all is lost that may be."""
        return self._tree([change for change in self.changes if change.is_certain], self.contents)

    def _tree(self, changes: list[Change], contents: dict[int, bytes]) -> dict[str, bytes]:
        tree = {folder: dict(names) for folder, names in self.before.items()}
        for change in changes:
            if change.old and tree.get(change.old[0], {}).get(change.old[1]) == change.node:
                del tree[change.old[0]][change.old[1]]
            if change.new:
                tree.setdefault(change.new[0], {})[change.new[1]] = change.node
        return dict(self._files(tree, contents, self._node(self.home.stat().st_ino), ""))

    def _files(
        self, tree: Tree, contents: dict[int, bytes], folder: int, path: str
    ) -> Iterator[tuple[str, bytes]]:
        for name, node in sorted(tree.get(folder, {}).items()):
            if node in self._folders:
                yield from self._files(tree, contents, node, f"{path}{name}/")
            else:
                yield path + name, contents.get(node, b"")  # written, but not on the disk

    def _node(self, inode: int) -> int:
        return self._nodes[inode] if inode in self._nodes else self._new_node(inode)

    def _new_node(self, inode: int) -> int:
        self._nodes[inode] = self._last = self._last + 1
        return self._last

    def _noting(self, call: Callable[..., Any], noted: Callable[..., Any]) -> Callable[..., Any]:
        def wrapped(*arguments: Any, **options: Any) -> Any:
            finish = noted(*arguments, **options)
            result = call(*arguments, **options)
            if finish:
                finish()
                sure = [change.is_certain for change in self.changes]
                self.moments.append((len(self.changes), dict(self.contents), sure))
            return result

        return wrapped

    def _noting_new(self, call: Callable[..., Any]) -> Callable[..., Any]:
        def wrapped(path: Any, mode: str = "r", *arguments: Any, **options: Any) -> Any:
            opened = call(path, mode, *arguments, **options)
            if "x" in mode:
                self._appears(path)
            return opened

        return wrapped

    def _place(self, path: Any, dir_fd: int | None) -> tuple[int, str]:
        parent = os.fstat(dir_fd) if dir_fd is not None else Path(path).parent.stat()
        return self._node(parent.st_ino), Path(path).name

    def _appears(self, path: Any) -> None:
        node = self._new_node(Path(path).stat().st_ino)
        self.changes.append(Change(node, new=self._place(path, None)))
        if Path(path).is_dir():
            self._folders.add(node)

    def _made(self, path: Any, *_: Any, **__: Any) -> Callable[[], None] | None:
        return None if os.path.lexists(path) else lambda: self._appears(path)

    def _gone(self, path: Any, *, dir_fd: int | None = None) -> Callable[[], None] | None:
        try:
            node = self._node(os.stat(path, dir_fd=dir_fd, follow_symlinks=False).st_ino)
        except OSError:
            return None
        place = self._place(path, dir_fd)
        return lambda: self.changes.append(Change(node, old=place))

    def _moved(self, source: Any, target: Any) -> Callable[[], None]:
        node = self._node(Path(source).stat().st_ino)
        change = Change(node, self._place(source, None), self._place(target, None))
        return lambda: self.changes.append(change)

    def _synced(self, descriptor: int) -> Callable[[], None]:
        status = os.fstat(descriptor)
        node = self._node(status.st_ino)

        def finish() -> None:
            if not stat.S_ISDIR(status.st_mode):
                self.contents[node] = Path(f"/proc/self/fd/{descriptor}").read_bytes()
            for change in self.changes:
                change.is_certain |= node in change.folders

        return finish

"""One hash of everything that decides what a build writes."""

from __future__ import annotations

import hashlib
import os
import stat
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

#: A new version of timeline that reads something else as well changes this.
_FORMAT = "timeline-build/1"
#: A folder with more is not worth the time: its fingerprint would be slower than it saves.
_MOST_FILES, _MOST_BYTES = 200_000, 500_000_000

_PACKAGE = Path(__file__).parent.parent
#: Where systems keep the fonts that pictures are drawn with; "~" is the user's folder.
_FONT_FOLDERS = (
    *("/usr/share/fonts", "/usr/local/share/fonts", "~/.fonts", "~/.local/share/fonts", "/etc/fonts"),
    *("/System/Library/Fonts", "/Library/Fonts", "~/Library/Fonts"),
    *("C:/Windows/Fonts", "~/AppData/Local/Microsoft/Windows/Fonts"),
)


class _UncertainError(Exception):
    """Raised where the files cannot be known completely: the build has to look itself."""


def fingerprint(events: Path, output: Path, options: Mapping[str, object]) -> str | None:
    """The SHA-256 of all that a build of the folder ``events`` with these options depends on.

    That is the bytes of every file in the folder, hidden ones too; the options, and both paths as they were
    typed, because messages repeat them; this version of the package, the libraries beside it and Python;
    and the fonts of this machine, which pictures are drawn with. None if that cannot be known: for a single
    file, for links and devices, for what cannot be read, and for a folder of more than 500 MB.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as home:
    ...     event = Path(home, "2025-02-17-paris.yaml")
    ...     found = []
    ...     for text in ("title: A", "title: B", "title: A"):
    ...         _ = event.write_text(text, encoding="utf-8")
    ...         found.append(fingerprint(Path(home), Path("output"), {}))
    >>> found[0] == found[2] != found[1]
    True
    """
    digest = hashlib.sha256()
    chosen = sorted((name, repr(value)) for name, value in options.items())
    try:
        contents = list(_contents(events))
    except (OSError, _UncertainError):
        return None
    _add(digest, [_FORMAT, sys.version, sys.platform, events.as_posix(), output.as_posix(), *chosen])
    _add(digest, sorted(_libraries()))
    _add(digest, sorted(_signatures(_PACKAGE)))
    for folder in _FONT_FOLDERS:
        _add(digest, sorted(_signatures(Path(folder).expanduser())))
    _add(digest, sorted(contents))
    return digest.hexdigest()


def _add(digest: hashlib._Hash, parts: Sequence[object]) -> None:
    """Adds values whose ``repr`` cannot be mistaken for that of others."""
    digest.update(repr(parts).encode("utf-8", "surrogatepass"))


def _contents(folder: Path) -> Iterator[tuple[str, str]]:
    """Each file in a folder and its subfolders, with the SHA-256 of its bytes; empty folders too."""
    if not stat.S_ISDIR(folder.stat().st_mode):
        raise _UncertainError
    files = size = 0
    pending = [os.fspath(folder)]
    while pending:
        here = pending.pop()
        yield here, ""
        with os.scandir(here) as entries:
            found = list(entries)
        for entry in found:
            if entry.is_dir(follow_symlinks=False):
                pending.append(entry.path)
                continue
            if not entry.is_file(follow_symlinks=False):
                raise _UncertainError
            with open(entry.path, "rb") as handle:  # noqa: PTH123 -- a path of text is quicker, 5,000 times
                data = handle.read(_MOST_BYTES - size + 1)
            files, size = files + 1, size + len(data)
            if files > _MOST_FILES or size > _MOST_BYTES:
                raise _UncertainError
            yield entry.path, hashlib.sha256(data).hexdigest()


def _libraries() -> Iterator[tuple[str, str]]:
    """The installed packages, by the names of their records, which contain their versions."""
    for folder in sys.path:
        try:
            names = [path.name for path in Path(folder).iterdir()]
        except OSError:
            continue
        yield from ((folder, name) for name in names if name.endswith((".dist-info", ".egg-info")))


def _signatures(folder: Path) -> Iterator[tuple[str, int, int, int]]:
    """Each file under a folder with its size and the times of its last changes; nothing if there is none.

    No program can set the second time, that of the last change of the file or its name.
    """
    for here, _, names in os.walk(folder):
        if os.path.basename(here) == "__pycache__":  # noqa: PTH119 -- as above
            continue
        for name in names:
            path = os.path.join(here, name)  # noqa: PTH118
            try:
                status = os.lstat(path)
            except OSError:
                continue
            yield path, status.st_size, status.st_mtime_ns, status.st_ctime_ns

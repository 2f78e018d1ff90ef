"""The only stage that writes: the files of a build into a folder, all of them or none, or a single file.

``in_place`` says how; ``ownership`` keeps it from replacing what no build wrote.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from timeline.writing import in_place
from timeline.writing.checks import (
    RESERVED_PREFIX,
    must_be_plain,
    must_be_replaceable,
    must_have_places,
    must_not_be_input,
)
from timeline.writing.errors import WriteError, refusal
from timeline.writing.generations import mark_dropped, next_manifest
from timeline.writing.lock import locked
from timeline.writing.manifest import MANIFEST, Manifest, manifest_of, stale_files
from timeline.writing.ownership import ForeignFilesError, has_content, must_be_ours
from timeline.writing.staging import flush, put

__all__ = ["ForeignFilesError", "WriteError", "Written", "write", "write_file"]


@dataclass(frozen=True, slots=True)
class Written:
    """What stands in the folder: the files given, in that order, and what was left for its owner.

    ``kept`` are files of an earlier build that are no longer part of it but were changed by somebody since.
    """

    paths: tuple[Path, ...]
    kept: tuple[Path, ...] = ()


def write(
    folder: Path, files: Mapping[str, bytes], *, lasting: str = "", is_forced: bool = False
) -> Written:
    """Make ``files`` (relative posix name -> bytes) the output of a build in ``folder``: all, or as it was.

    What an earlier build wrote there and ``files`` lacks is removed; other files stay, and none is replaced
    unless ``is_forced``. What is named by its contents, which is what begins with ``lasting``, stays a
    while for pages of earlier builds. A file that holds these bytes already is not touched, one that is
    replaced hands on its mode and owner. What a killed build left is completed or cleared away first;
    another build that writes there is waited for. When this returns, the files are on the disk.

    Raises ForeignFilesError for a folder of other people's files, WriteError if the disk or the folder does
    not allow it, ValueError for a name that is not a plain path inside the folder.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as home:
    ...     output = Path(home, "output")
    ...     _ = write(output, {"index.html": b"<p>", "events.csv": b"id"})
    ...     _ = write(output, {"index.html": b"<p>"})
    ...     sorted(path.name for path in output.iterdir())
    ['.timeline-manifest.json', 'index.html']
    """
    for name in files:
        must_be_plain(name)
    missing = [path for path in (folder, *folder.parents) if not path.exists()]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with locked(folder):
            in_place.recover(folder)
            if not is_forced:
                must_be_ours(folder, files)
            before = manifest_of(folder)
            after = next_manifest(before, files, folder, lasting)
            kept = stale_files(after.files, folder).changed
            _replace_output(folder, files, after)
            mark_dropped(before, after, folder)
        for path in missing:
            flush(path.parent)
    except OSError as error:
        raise refusal(folder, error) from error
    finally:
        with suppress(OSError):  # folders that were made in vain; others are not empty
            for path in missing:
                path.rmdir()
    return Written(tuple(folder / name for name in files), tuple(folder / name for name in kept))


def write_file(path: Path, content: bytes) -> None:
    """Put ``content`` into one file: all of it, or the file stays as it was. Its folder is made.

    Raises WriteError, also for the name of an event file.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as home:
    ...     write_file(Path(home, "timeline.svg"), b"<svg/>")
    ...     Path(home, "timeline.svg").read_bytes()
    b'<svg/>'
    """
    temporary = path.parent / f"{RESERVED_PREFIX}{secrets.token_hex(8)}.tmp"  # containers share process ids
    must_not_be_input(path)
    try:
        must_be_replaceable(path)
        path.parent.mkdir(parents=True, exist_ok=True)
        put(temporary, content, like=path)
        temporary.replace(path)
        flush(path.parent)
    except OSError as error:
        raise refusal(path, error) from error
    finally:
        with suppress(OSError):
            temporary.unlink()


def _replace_output(folder: Path, files: Mapping[str, bytes], manifest: Manifest) -> None:
    """Bring the folder from what it holds to ``files``. What ``manifest`` keeps besides is there."""
    must_have_places(folder, sorted(files))
    record = {MANIFEST: manifest.as_json()}
    every = {**files, **record}
    changed = {name: content for name, content in every.items() if not has_content(folder / name, content)}
    if changed:
        in_place.write_in_place(folder, changed | record)

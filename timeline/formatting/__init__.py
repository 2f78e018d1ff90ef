"""The canonical form of event files: the same values and comments, written in one way.

Fields in the order of the manual, quotation marks only where a text needs them, short lists of texts in
brackets, long texts after ">", two spaces for each level. A comment stays beside or above what it was
written for.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from timeline.formatting.check import holds_the_same
from timeline.formatting.open_file import Opened, opened
from timeline.model.problems import Problem
from timeline.reading import File
from timeline.reading.files import find_files, read_bytes
from timeline.rewriting.file_bytes import bytes_of, text_of


class FormatError(Exception):
    """The canonical form of a file would hold something else: a bug, for which the file is left alone."""


@dataclass(frozen=True, slots=True)
class Formatting:
    """What is to be done with files: path -> the bytes of a file that is to change, and its new ones.

    ``problems`` are the faults of files that are left alone, ``failed`` is the message for each file whose
    canonical form would hold something else, and ``files`` is the number of all files.
    """

    changes: dict[Path, tuple[bytes, bytes]]
    problems: tuple[Problem, ...]
    failed: tuple[str, ...]
    files: int


def format_files(paths: Sequence[Path]) -> Formatting:
    """The canonical form of the files that ``paths`` name or contain; nothing is written."""
    problems: list[Problem] = []
    failed: list[str] = []
    changes: dict[Path, tuple[bytes, bytes]] = {}
    seen: set[Path] = set()
    for file in _files(paths, problems):
        data = read_bytes(file)
        target = file.path if isinstance(data, Problem) else file.path.resolve()
        if target in seen:
            continue
        seen.add(target)
        try:
            made = (data,) if isinstance(data, Problem) else formatted(file, data)
        except FormatError as error:
            failed.append(str(error))
            continue
        if isinstance(made, tuple):
            problems += made
        elif isinstance(data, bytes) and made != data:
            changes[file.path] = (data, made)
    return Formatting(changes, tuple(problems), tuple(failed), len(seen))


def _files(paths: Sequence[Path], problems: list[Problem]) -> Iterator[File]:
    """The files that ``paths`` name or contain, without the shared files beside a named one."""
    for path in paths:
        found, faults = find_files((path,))
        problems += faults
        yield from (file for file in found if file.within or file.path == path)


def formatted(file: File, data: bytes) -> bytes | tuple[Problem, ...]:
    """The canonical form of an event file or shared file, or its faults of syntax.

    A byte order mark and the kind of line ends stay. The result is read again and compared with the file.
    Raises FormatError where the two differ.

    >>> file = File(Path("a.yaml"), "a.yaml")
    >>> formatted(file, b"date:   '2025-02-17'\\ntitle: Talks # a remark\\n").decode()
    'title: Talks  # a remark\\ndate: 2025-02-17\\n'
    """
    found = opened(file, data)
    if not isinstance(found, Opened):
        return data if found is None else found
    text = found.canonical()
    if text == text_of(data):
        return data
    if not holds_the_same(file, found.document.root, found.source.text, found.comments, text):
        raise FormatError(f"{file.shown} would not hold the same values and comments in canonical form")
    return bytes_of(text, data)

"""Event files -> records: the only stage that reads the input.

Every scalar remains text, and every value has its place in the file; *normalise* interprets the text. So
the usual traps of YAML are avoided: ``NO`` is text, ``12:30`` is text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from timeline.model.problems import MAX_REPORTED, Location, Problem, TimelineError, limit_problems
from timeline.model.records import Document, Text
from timeline.reading.decoding import decode, find_unprintable
from timeline.reading.files import MAX_BYTES_IN_ALL, MAX_FILES, File, find_files, read_bytes
from timeline.reading.yaml_parser import MAX_VALUES, parse

__all__ = ["File", "Memory", "read", "read_file", "read_fonts", "read_template"]

#: The most keys and values in ``_evidence.yaml``, which a command writes: some thousand copies.
MAX_NOTED = 1_000_000
#: Largest template, in bytes: many contain pictures.
MAX_TEMPLATE_BYTES = 100_000_000
#: Largest font, and all fonts together, in bytes: every reader downloads them.
MAX_FONT_BYTES, MAX_FONT_BYTES_IN_ALL = 2_000_000, 10_000_000

#: Faults despite which the rest of the file can be checked in the same run.
_READABLE = {"E004", "E009", "W004"}
_DIVIDE = "make two timelines of it"


#: What files held when they were last read, and what was made of it, by their paths as shown.
Memory = dict[str, tuple[bytes, "Document | None", list[Problem]]]


def read(
    paths: Sequence[Path],
    progress: Callable[[Sequence[File]], Iterable[File]] = iter,
    *,
    memory: Memory | None = None,
) -> tuple[tuple[Document, ...], tuple[Problem, ...]]:
    """Every event file in ``paths`` as a tree of texts, and every fault of every file.

    Of a folder, each ``*.yaml`` and ``*.yml`` in it and its subfolders is read, in the order of their
    paths, except hidden ones; with a file, the files next to it that all events share, such as ``_people``,
    are read too. A file with a fault gives no Document. ``progress`` may wrap the files to show the
    progress; it must yield each of them. With a ``memory``, which is updated, files that have not changed
    since are not parsed again.

    Bounds: 5 MB, 40 levels and 100,000 values a file; 100,000 files and 150 MB in all. Nothing is raised
    for bad input.

    >>> documents, problems = read([Path("no-such-folder")])
    >>> print(problems[0])
    no-such-folder:1:1: error[E001] no such file or folder
        Try: check the name, and the folder the command is run in
    """
    files, faults = find_files(paths)
    documents: list[Document] = []
    problems = list(faults)
    if len(files) > MAX_FILES:
        message = f"there are {len(files):,} files; a timeline may have {MAX_FILES:,}"
        problems.append(Problem(Location(files[MAX_FILES].shown), "E006", message, _DIVIDE))
        return (), tuple(problems)
    left = MAX_BYTES_IN_ALL
    for file in progress(files):
        data = read_bytes(file)
        left -= 0 if isinstance(data, Problem) else len(data)
        if left < 0:
            message = f"up to here the files have more than {MAX_BYTES_IN_ALL // 1_000_000} MB in all"
            problems.append(Problem(Location(file.shown), "E006", message, _DIVIDE))
            break
        document, found = read_file(file, data) if memory is None else _remembered(file, data, memory)
        problems += limit_problems(found)
        if document and {problem.code for problem in found} <= _READABLE:
            documents.append(document)
    return tuple(documents), tuple(problems)


def read_template(path: Path) -> bytes:
    """The bytes of a template for slides, at most 100 MB. Raises TimelineError if they cannot be read."""
    found = read_bytes(File(path, path.as_posix()), MAX_TEMPLATE_BYTES)
    if isinstance(found, Problem):
        raise TimelineError((found,))
    return found


def read_fonts(folder: str, names: Sequence[str]) -> dict[str, bytes | Problem]:
    """The bytes of each of these files in ``folder``, or why they cannot be read.

    Bounds: 2 MB a font, 10 MB in all. A link out of the folder is not followed.
    """
    fonts: dict[str, bytes | Problem] = {}
    left = MAX_FONT_BYTES_IN_ALL
    for name in names:
        data = _read_font(Path(folder), name)
        left -= 0 if isinstance(data, Problem) else len(data)
        if left < 0:
            message = f"up to here the fonts have more than {MAX_FONT_BYTES_IN_ALL // 1_000_000} MB in all"
            data = Problem(Location(name), "E006", message, "leave out letters or styles")
        fonts[name] = data
    return fonts


def _read_font(folder: Path, name: str) -> bytes | Problem:
    path, within = folder / name, folder.resolve()
    data = read_bytes(File(path, path.as_posix(), within), MAX_FONT_BYTES)
    if isinstance(data, Problem):
        return data if path.exists() else replace(data, hint=f"put the file at {path.as_posix()}")
    if not path.resolve().is_relative_to(within):  # a folder on the way is a link
        message = "a link that leads out of the folder"
        return Problem(Location(path.as_posix()), "E001", message, "put the file itself here")
    return data


def _remembered(file: File, data: bytes | Problem, memory: Memory) -> tuple[Document | None, list[Problem]]:
    """Like `read_file`, from memory if the file holds the same bytes as then."""
    if isinstance(data, Problem):
        return read_file(file, data)
    known = memory.get(file.shown)
    if known is None or known[0] != data:
        known = memory[file.shown] = (data, *read_file(file, data))
    return known[1:]


def read_file(file: File, data: bytes | Problem) -> tuple[Document | None, list[Problem]]:
    """One file's tree, as far as it could be built, and its faults."""
    if isinstance(data, Problem):
        return None, [data]
    source = decode(file.shown, data)
    if isinstance(source, Problem):
        return None, [source]
    root, faults = parse(source, MAX_NOTED if file.path.stem == "_evidence" else MAX_VALUES)
    found = [*find_unprintable(source, MAX_REPORTED + 1), *faults]
    if not found and (root is None or (isinstance(root, Text) and not root.value.strip())):
        message = "the file is empty or holds only comments"
        found = [Problem(Location(file.shown), "E008", message, "write an event into it, or delete it")]
    return (Document(file.shown, root) if root else None), found

"""Sources of events -> records in ``_sources.yaml``, and back: where they stand changes, and nothing else.

All files of a timeline are opened, their trees changed, and written in canonical form. The result is read
again: each event must have the sources that it had, field by field, and no comment may be lost.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from timeline.formatting import FormatError
from timeline.formatting.comments import split_header
from timeline.formatting.open_file import Opened, opened
from timeline.formatting.sources.citations import citations, recorded
from timeline.formatting.sources.inlining import MODELINE, make_inline
from timeline.formatting.sources.recording import Recording, make_records
from timeline.formatting.sources.unchanged import holds_the_same_sources
from timeline.formatting.tree import Collection
from timeline.model.problems import Problem, errors
from timeline.model.records import Document, Items
from timeline.model.sources.records import NAME
from timeline.normalise.format import SharedSourceRecord
from timeline.reading import File
from timeline.reading.decoding import SourceText
from timeline.reading.files import find_files, read_bytes
from timeline.rewriting.file_bytes import bytes_of, text_of

#: Where sources are to stand: a record of each document, of each that is cited more than once, or none.
WAYS = ("records", "repeated", "inline")


@dataclass(frozen=True, slots=True)
class Moved:
    """What is to be done: path -> the bytes of a file that is to change, and its new ones; those of a new
    file; those of a file that is to be removed.

    ``problems`` are faults of files, for which nothing is to be done. ``left`` are sentences on sources
    that stay where they are. ``files`` is the number of all files.
    """

    changes: dict[Path, tuple[bytes, bytes]]
    added: dict[Path, bytes]
    removed: dict[Path, bytes]
    problems: tuple[Problem, ...]
    left: tuple[str, ...]
    files: int


def move_sources(folder: Path, way: str) -> Moved:
    """The files of a folder with their sources in one of `WAYS`; nothing is written.

    Raises FormatError if they would not hold the same.
    """
    files, problems = _opened(folder)
    if errors(problems):
        return Moved({}, {}, {}, problems, (), len(files))
    listed = [file for file in files if file.document.name == NAME]
    for file in listed:
        if file.tree.is_list and file.tree.entries:
            split_header(file.tree)  # which stays, whatever becomes of the first record
    cited = [each for file in files for each in citations(file)]
    new, made, copied = None, Recording(), list[str]()
    if way == "inline":
        copied = make_inline(cited, listed)
    else:
        new = listed[0] if listed else _new_list(folder)
        made = make_records(cited, recorded(listed), new.tree, least=2 if way == "repeated" else 1)
    gone = [each for each in listed if not (each.tree.entries or _has_words(each.tree))]
    kept = [each for each in files if each not in gone]
    fresh = [new] if new and not listed and new.tree.entries else []
    after = [*kept, *fresh]
    texts = {each.file.path: each.canonical() for each in after}
    if not holds_the_same_sources(files, after, texts, merged=made.merged, copied=copied):
        raise FormatError(f"the sources in {folder.as_posix()} would not stay the same")
    return Moved(
        changes={
            each.file.path: (each.data, bytes_of(texts[each.file.path], each.data))
            for each in kept
            if texts[each.file.path] != text_of(each.data)
        },
        added={each.file.path: texts[each.file.path].encode() for each in fresh},
        removed={each.file.path: each.data for each in gone},
        problems=problems,
        left=tuple(made.left),
        files=len(files),
    )


def _opened(folder: Path) -> tuple[list[Opened], tuple[Problem, ...]]:
    """Every file of a timeline, and all faults of syntax."""
    files, faults = find_files((folder,))
    problems, found = list(faults), []
    for file in files:
        data = read_bytes(file)
        made = (data,) if isinstance(data, Problem) else opened(file, data)
        if isinstance(made, Opened):
            found.append(made)
        else:
            problems += made or ()
    return found, tuple(problems)


def _new_list(folder: Path) -> Opened:
    """A list of sources that has none yet, with a line for editors if the folder has the schema."""
    file = File(folder / f"{NAME}.yaml", (folder / f"{NAME}.yaml").as_posix())
    tree = Collection(is_list=True, holder=None, indent=0)
    if (folder / ".schema" / "sources.json").is_file():
        tree.header.append(MODELINE)
    source = SourceText.of(file.shown, "")
    empty = Document(file.shown, Items((), source.at(0, 0)))
    return Opened(file, b"", empty, source, tree, (), SharedSourceRecord)


def _has_words(tree: Collection) -> bool:
    """Whether a file has comments of its author's."""
    return any(line and line != MODELINE for line in (*tree.header, *tree.below))

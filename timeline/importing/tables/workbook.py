"""The parts of an XLSX file (ECMA-376): its sheets with the texts of their cells.

A library for this would not say what an import has to say: which cell is a formula without a result, which
rows are hidden, which cells are merged, what a date shows; and it would make a full grid of a sheet that
has two cells far apart. Here a file is read piece by piece, and never more of it than the bounds below.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from timeline.importing.draft import refuse
from timeline.importing.tables.workbook_parts import (
    BookPart,
    CellsPart,
    NotesPart,
    RelationsPart,
    SharedPart,
    SheetContent,
    StylesPart,
    position,
)
from timeline.importing.xml_events import Handler, read_xml

#: Bytes of all parts together once they are unpacked.
MAX_UNPACKED = 600_000_000
_PIECE = 1 << 16


@dataclass(slots=True)
class Sheet:
    """A sheet: its name, whether it is hidden, and where it is in the file."""

    name: str
    is_hidden: bool
    part: str


class Workbook:
    """An open XLSX file."""

    def __init__(self, path: str, data: bytes) -> None:
        self.path = path
        self._left = MAX_UNPACKED
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            self._names = set(self._zip.namelist())
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, UnicodeDecodeError):
            raise refuse(path, "E040", "this is a damaged zip or Excel file", _SAVE_AGAIN) from None
        self._must_be_excel()
        book = BookPart()
        self._read("xl/workbook.xml", book)
        targets = self._targets("xl/workbook.xml")
        self.is_1904 = book.is_1904
        self.sheets = [
            Sheet(name, state in {"hidden", "veryHidden"}, targets[id_][0])
            for name, state, id_ in book.sheets
            if id_ in targets and targets[id_][1].endswith("/worksheet")
        ]
        styles, shared = StylesPart(), SharedPart(path)
        for part, handler in (("xl/styles.xml", styles), ("xl/sharedStrings.xml", shared)):
            if part in self._names:
                self._read(part, handler)
        self._formats, self._shared = styles.formats(), shared.texts

    def content(self, sheet: Sheet) -> SheetContent:
        """All of a sheet."""
        handler = CellsPart(self.path, self._formats, self._shared, is_1904=self.is_1904)
        self._read(sheet.part, handler)
        targets = self._targets(sheet.part)
        found = handler.content
        found.links = [
            (ref, targets[id_][0]) for ref, id_ in handler.links if id_ in targets and targets[id_][2]
        ]
        by_number = {row.number: row for row in found.rows}
        for part, kind, _ in targets.values():
            if kind.endswith("/comments") and part in self._names:
                notes = NotesPart()
                self._read(part, notes)
                for ref, text in notes.found:
                    row, column = position(ref)
                    if row in by_number and text.strip():
                        by_number[row].odd.append((column, f"note on the cell: {text.strip()}"))
        return found

    def _must_be_excel(self) -> None:
        kinds = {
            "xl/workbook.bin": "a binary Excel file (.xlsb)",
            "word/document.xml": "a Word file",
            "ppt/presentation.xml": "a PowerPoint file",
            "content.xml": "an OpenDocument file",
            "Index/Document.iwa": "a Numbers or Pages file",
        }
        if "xl/workbook.xml" in self._names:
            return
        what = next((what for part, what in kinds.items() if part in self._names), "a zip archive")
        raise refuse(
            self.path, "E040", f"this is {what}, not an Excel workbook (.xlsx)", "save it as .xlsx or CSV"
        )

    def _targets(self, part: str) -> dict[str, tuple[str, str, bool]]:
        """What a part refers to, by id: the part or address, its type, whether it is outside the file."""
        folder, _, name = part.rpartition("/")
        relations = RelationsPart()
        if f"{folder}/_rels/{name}.rels" in self._names:
            self._read(f"{folder}/_rels/{name}.rels", relations)
        return {
            id_: (target if is_external else _joined(folder, target), kind, is_external)
            for id_, target, kind, is_external in relations.found
        }

    def _read(self, part: str, handler: Handler) -> None:
        if part not in self._names:
            raise refuse(self.path, "E040", f"the Excel file has no part {part}", _SAVE_AGAIN)
        read_xml(self.path, self._pieces(part), handler)

    def _pieces(self, part: str) -> Iterator[bytes]:
        """The bytes of a part, counted as they are unpacked, whatever the file says of their number."""
        try:
            with self._zip.open(part) as stream:
                while piece := stream.read(_PIECE):
                    self._left -= len(piece)
                    if self._left < 0:
                        message = f"unpacked, the file has more than {MAX_UNPACKED // 1_000_000} MB"
                        raise refuse(self.path, "E006", message, "divide the sheet, or save it as CSV")
                    yield piece
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError):
            raise refuse(self.path, "E040", f"the part {part} cannot be unpacked", _SAVE_AGAIN) from None


_SAVE_AGAIN = "open it in a spreadsheet program and save it as .xlsx without a password"


def _joined(folder: str, target: str) -> str:
    return (
        target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
    )

"""The parts of an XLSX file (ECMA-376): its sheets with the texts of their cells.

A library for this would not say what an import has to say: which cell is a formula without a result, which
rows are hidden, which cells are merged, what a date shows; and it would make a full grid of a sheet that
has two cells far apart. Here a file is read piece by piece, and never more of it than the bounds below.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field

from timeline.importing.draft import MAX_TEXT, refuse
from timeline.importing.tables.cell_values import CellFormat, cell_format, number_text
from timeline.importing.xml_events import Handler, read_xml

#: Bytes of all parts together once they are unpacked; columns of a row, texts that cells share.
MAX_UNPACKED, MAX_COLUMNS, MAX_SHARED = 600_000_000, 2_000, 5_000_000
_PIECE = 1 << 16


@dataclass(slots=True)
class SheetRow:
    """The texts of a row by their columns, remarks on single cells, and whether the row is hidden."""

    number: int
    cells: dict[int, str] = field(default_factory=dict)
    odd: list[tuple[int, str]] = field(default_factory=list)
    is_hidden: bool = False


@dataclass(slots=True)
class Sheet:
    """A sheet: its name, whether it is hidden, and where it is in the file."""

    name: str
    is_hidden: bool
    part: str


@dataclass(slots=True)
class SheetContent:
    """The rows of a sheet, its merged ranges ("A2:A5"), the addresses behind its cells, and how many cells
    are the results of formulas.
    """

    rows: list[SheetRow] = field(default_factory=list)
    merged: list[str] = field(default_factory=list)
    links: list[tuple[str, str]] = field(default_factory=list)
    formulas: int = 0


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
        book = _Book()
        self._read("xl/workbook.xml", book)
        targets = self._targets("xl/workbook.xml")
        self.is_1904 = book.is_1904
        self.sheets = [
            Sheet(name, state in {"hidden", "veryHidden"}, targets[id_][0])
            for name, state, id_ in book.sheets
            if id_ in targets and targets[id_][1].endswith("/worksheet")
        ]
        styles, shared = _Styles(), _Shared(path)
        for part, handler in (("xl/styles.xml", styles), ("xl/sharedStrings.xml", shared)):
            if part in self._names:
                self._read(part, handler)
        self._formats, self._shared = styles.formats(), shared.texts

    def content(self, sheet: Sheet) -> SheetContent:
        """All of a sheet."""
        handler = _Cells(self.path, self._formats, self._shared, is_1904=self.is_1904)
        self._read(sheet.part, handler)
        targets = self._targets(sheet.part)
        found = handler.content
        found.links = [
            (ref, targets[id_][0]) for ref, id_ in handler.links if id_ in targets and targets[id_][2]
        ]
        by_number = {row.number: row for row in found.rows}
        for part, kind, _ in targets.values():
            if kind.endswith("/comments") and part in self._names:
                notes = _Notes()
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
        relations = _Relations()
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


def position(reference: str) -> tuple[int, int]:
    """Row and column of a cell, the column counted from 0; (0, 0) for what is no reference.

    >>> position("B3"), position("AA10"), position("")
    ((3, 1), (10, 26), (0, 0))
    """
    found = re.fullmatch(r"([A-Za-z]{1,3})([0-9]{1,7})", reference)
    if not found:
        return 0, 0
    column = 0
    for letter in found[1].upper():
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(found[2]), column - 1


class _Book(Handler):
    def __init__(self) -> None:
        self.sheets: list[tuple[str, str, str]] = []
        self.is_1904 = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "sheet":
            self.sheets.append(
                (attributes.get("name", ""), attributes.get("state", ""), attributes.get("id", ""))
            )
        elif name == "workbookPr":
            self.is_1904 = attributes.get("date1904") in {"1", "true"}


class _Relations(Handler):
    def __init__(self) -> None:
        self.found: list[tuple[str, str, str, bool]] = []

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "Relationship":
            is_external = attributes.get("TargetMode") == "External"
            self.found.append(
                (
                    attributes.get("Id", ""),
                    attributes.get("Target", ""),
                    attributes.get("Type", ""),
                    is_external,
                )
            )


class _Styles(Handler):
    """The number formats of cells."""

    def __init__(self) -> None:
        self._codes: dict[int, str] = {}
        self._used: list[int] = []
        self._in_cells = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "numFmt":
            self._codes[_whole(attributes.get("numFmtId"))] = attributes.get("formatCode", "")
        elif name == "cellXfs":
            self._in_cells = True
        elif name == "xf" and self._in_cells:
            self._used.append(_whole(attributes.get("numFmtId")))

    def end(self, name: str) -> None:
        self._in_cells = self._in_cells and name != "cellXfs"

    def formats(self) -> list[CellFormat]:
        return [cell_format(number, self._codes.get(number, "")) for number in self._used]


class _Shared(Handler):
    """The texts that cells share; without the readings of Japanese names that may stand above them."""

    def __init__(self, path: str) -> None:
        self.texts: list[str] = []
        self._path = path
        self._parts: list[str] = []
        self._is_text, self._is_reading = False, False

    def start(self, name: str, attributes: dict[str, str]) -> None:  # noqa: ARG002 -- as all handlers
        if name == "si":
            self._parts = []
        self._is_reading = self._is_reading or name == "rPh"
        self._is_text = name == "t" and not self._is_reading

    def text(self, text: str) -> None:
        if self._is_text:
            self._parts.append(text)

    def end(self, name: str) -> None:
        self._is_text = False
        if name == "rPh":
            self._is_reading = False
        elif name == "si":
            self.texts.append(_bounded(self._path, "".join(self._parts)))
            if len(self.texts) > MAX_SHARED:
                raise refuse(
                    self._path, "E006", f"the file has more than {MAX_SHARED:,} texts", "divide it"
                )


class _Notes(Handler):
    """Notes on cells."""

    def __init__(self) -> None:
        self.found: list[tuple[str, str]] = []
        self._reference, self._parts, self._is_text = "", [""], False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "comment":
            self._reference, self._parts = attributes.get("ref", ""), []
        self._is_text = name == "t"

    def text(self, text: str) -> None:
        if self._is_text:
            self._parts.append(text)

    def end(self, name: str) -> None:
        self._is_text = False
        if name == "comment":
            self.found.append((self._reference, "".join(self._parts)))


class _Cells(Handler):
    """The cells of a sheet."""

    def __init__(self, path: str, formats: list[CellFormat], shared: list[str], *, is_1904: bool) -> None:
        self.content = SheetContent()
        self.links: list[tuple[str, str]] = []
        self._path, self._formats, self._shared, self._is_1904 = path, formats, shared, is_1904
        self._row = SheetRow(0)
        self._column = -1
        self._type = self._style = self._inside = ""
        self._value: list[str] = []
        self._formula: list[str] | None = None
        self._is_reading = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "c":
            column = position(attributes.get("r", ""))[1] if "r" in attributes else self._column + 1
            self._column = column
            self._type, self._style = attributes.get("t", "n"), attributes.get("s", "0")
            self._value, self._formula, self._inside = [], None, ""
        elif name == "row":
            number = _whole(attributes.get("r")) or self._row.number + 1
            self._row = SheetRow(number, is_hidden=attributes.get("hidden") in {"1", "true"})
            self._column = -1
        elif name == "rPh":
            self._is_reading = True
        elif name in {"v", "t"}:
            self._inside = "" if self._is_reading else "value"
        elif name == "f":
            self._inside, self._formula = "formula", []
        elif name == "mergeCell":
            self.content.merged.append(attributes.get("ref", ""))
        elif name == "hyperlink":
            self.links.append((attributes.get("ref", ""), attributes.get("id", "")))

    def text(self, text: str) -> None:
        if self._inside == "value":
            self._value.append(text)
        elif self._inside == "formula" and self._formula is not None:
            self._formula.append(text)

    def end(self, name: str) -> None:
        if name in {"v", "t", "f"}:
            self._inside = ""
        elif name == "rPh":
            self._is_reading = False
        elif name == "c":
            self._add_cell()
        elif name == "row" and (self._row.cells or self._row.odd):
            self.content.rows.append(self._row)

    def _add_cell(self) -> None:
        if self._column >= MAX_COLUMNS:
            message = f"row {self._row.number:,} has more than {MAX_COLUMNS:,} columns"
            raise refuse(
                self._path, "E006", message, "delete the columns that are not needed", line=self._row.number
            )
        written = "".join(self._value)
        has_value = bool(written) or self._type == "inlineStr"
        if self._formula is not None:
            self.content.formulas += has_value
            if not has_value:
                formula = "".join(self._formula)
                self._row.odd.append((self._column, f"formula without a result: ={formula}"))
        if self._type == "e" and has_value:
            self._row.odd.append((self._column, f"error of the spreadsheet: {written}"))
        elif has_value and (text := self._text(written)):
            self._row.cells[self._column] = _bounded(self._path, text, self._row.number)

    def _text(self, written: str) -> str:
        match self._type:
            case "s":
                index = _whole(written)
                return self._shared[index] if index < len(self._shared) else ""
            case "b":
                return "true" if written == "1" else "false"
            case "n":
                style = _whole(self._style)
                shown = self._formats[style] if style < len(self._formats) else CellFormat("")
                return number_text(written, shown, is_1904=self._is_1904)
            case _:
                return written


def _bounded(path: str, text: str, row: int = 1) -> str:
    if len(text) > MAX_TEXT:
        message = f"a cell has {len(text):,} characters, more than {MAX_TEXT:,}"
        raise refuse(path, "E006", message, "a shorter text", line=row)
    return (
        re.sub("_x([0-9A-Fa-f]{4})_", lambda found: chr(int(found[1], 16)), text) if "_x" in text else text
    )


def _whole(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 10 else 0

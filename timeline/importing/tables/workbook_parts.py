"""The parts of an XLSX file (ECMA-376), each read as the events of its XML."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from timeline.importing.draft import MAX_TEXT, refuse
from timeline.importing.tables.cell_values import CellFormat, cell_format, number_text
from timeline.importing.tables.table import MAX_COLUMNS
from timeline.importing.xml_events import Handler

#: Texts that cells share.
MAX_SHARED = 5_000_000


@dataclass(slots=True)
class SheetRow:
    """The texts of a row by their columns, remarks on single cells, and whether the row is hidden."""

    number: int
    cells: dict[int, str] = field(default_factory=dict)
    odd: list[tuple[int, str]] = field(default_factory=list)
    is_hidden: bool = False


@dataclass(slots=True)
class SheetContent:
    """The rows of a sheet, its merged ranges ("A2:A5"), the addresses behind its cells, and how many cells
    are the results of formulas.
    """

    rows: list[SheetRow] = field(default_factory=list)
    merged: list[str] = field(default_factory=list)
    links: list[tuple[str, str]] = field(default_factory=list)
    formulas: int = 0


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


class BookPart(Handler):
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


class RelationsPart(Handler):
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


class StylesPart(Handler):
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


class SharedPart(Handler):
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


class NotesPart(Handler):
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


class CellsPart(Handler):
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

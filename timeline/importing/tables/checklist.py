"""Our own fact-check sheet, as `timeline export checklist` makes it, filled in by somebody -> its rows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from timeline.importing.tables.workbook import Workbook

#: What says which statement a row is about: it must still be so in the event files.
FIXED = (
    "event", "part", "date", "statement", "source", "publisher", "headline", "quotation", "address",
)  # fmt: skip
#: What kept copies say; and what somebody fills in.
NOTED = ("context", "evidence")
FILLED = ("checked", "by", "on", "remarks")
_SHEET = "Checklist"


@dataclass(frozen=True, slots=True)
class ChecklistRow:
    """A row: the texts of its cells by column, each on one line, and those of no known column."""

    number: int
    cells: Mapping[str, str]
    others: tuple[tuple[str, str], ...] = ()

    def __getitem__(self, column: str) -> str:
        return self.cells.get(column, "")

    @property
    def where(self) -> str:
        """The row and its event, for messages."""
        return f"row {self.number}, {self['event'] or 'no event'}"


def is_checklist(book: Workbook) -> bool:
    """Whether a workbook is a fact-check sheet."""
    sheet = next((each for each in book.sheets if each.name == _SHEET), None)
    rows = book.content(sheet).rows[:1] if sheet else []
    return bool(rows) and {"event", "part", "statement", "checked"} <= set(rows[0].cells.values())


def read_checklist(path: str, data: bytes) -> tuple[ChecklistRow, ...] | None:
    """The rows of a fact-check sheet; None for any other file. Raises TimelineError for a damaged one."""
    if not data.startswith(b"PK\x03\x04"):
        return None
    book = Workbook(path, data)
    if not is_checklist(book):
        return None
    header, *rows = book.content(next(each for each in book.sheets if each.name == _SHEET)).rows
    names = {column: name.strip() for column, name in header.cells.items()}
    known = {*FIXED, *NOTED, *FILLED}
    found = []
    for row in rows:
        cells = [(names.get(column, ""), " ".join(text.split())) for column, text in row.cells.items()]
        others = [(name or "a cell beside the table", text) for name, text in cells if name not in known]
        others += [(names.get(column, "a cell"), text) for column, text in row.odd]
        kept = {name: text for name, text in cells if name in known and text}
        if kept or any(text for _, text in others):
            found.append(ChecklistRow(row.number, kept, tuple(each for each in others if each[1])))
    return tuple(found)

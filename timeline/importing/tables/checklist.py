"""Our own fact-check sheet, as `timeline export checklist` makes it, filled in by somebody -> its rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from timeline.importing.decoding import decode
from timeline.importing.tables import delimited
from timeline.importing.tables.workbook import Workbook
from timeline.importing.tables.workbook_parts import SheetRow
from timeline.model.problems import TimelineError

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


def is_header(header: Iterable[str]) -> bool:
    """Whether the columns are those of a fact-check sheet."""
    return {"event", "part", "statement", "checked"} <= {name.strip() for name in header}


def read_checklist(path: str, data: bytes) -> tuple[ChecklistRow, ...] | None:
    """The rows of a fact-check sheet, also of one that was saved as CSV; None for any other file.

    Raises TimelineError for a workbook that is damaged.
    """
    rows = _in_workbook(Workbook(path, data)) if data.startswith(b"PK\x03\x04") else _in_text(path, data)
    header = next(rows, None)
    if header is None or not is_header(header.cells.values()):
        return None
    names = {column: name.strip() for column, name in header.cells.items()}
    return tuple(found for row in rows if (found := _row(row, names)))


def _in_workbook(book: Workbook) -> Iterator[SheetRow]:
    """The rows of the sheet of that name, header first."""
    sheet = next((each for each in book.sheets if each.name == _SHEET), None)
    yield from book.content(sheet).rows if sheet else ()


def _in_text(path: str, data: bytes) -> Iterator[SheetRow]:
    """The rows of a CSV file, header first; none if it is not one."""
    try:
        for row in delimited.table(path, decode(path, data)[0]).rows:
            yield SheetRow(row.number, dict(enumerate(row.cells)))
    except TimelineError:
        return


def _row(row: SheetRow, names: Mapping[int, str]) -> ChecklistRow | None:
    """A row by the names of its columns; None if it is empty."""
    known = {*FIXED, *NOTED, *FILLED}
    cells = [(names.get(column, ""), " ".join(text.split())) for column, text in row.cells.items()]
    others = [
        (name or "a cell beside the table", text) for name, text in cells if name not in known and text
    ]
    others += [(names.get(column, "a cell"), text) for column, text in row.odd]
    kept = {name: text for name, text in cells if name in known and text}
    return ChecklistRow(row.number, kept, tuple(others)) if kept or others else None

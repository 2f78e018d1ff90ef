"""A table of texts, as a CSV file or a sheet of a workbook holds it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

#: A row with more columns is no list of events.
MAX_COLUMNS = 2_000


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its number as a spreadsheet counts, the line of the file it begins on, and its texts.

    ``odd`` are remarks on single cells, each with the index of its column: a formula without a result.
    ``skipped`` is the number of empty rows before it that the file does not list.
    """

    number: int
    line: int
    cells: list[str]
    odd: tuple[tuple[int, str], ...] = ()
    skipped: int = 0

    @property
    def is_empty(self) -> bool:
        return not any(cell.strip() for cell in self.cells)


@dataclass(slots=True)
class Table:
    """The rows of a table in order, its header among them. ``format`` is what the file is."""

    path: str
    format: str
    rows: Iterator[Row]
    kept: list[tuple[str, str]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def letters(column: int) -> str:
    """The letters by which a spreadsheet names a column, counted from 0.

    >>> letters(0), letters(25), letters(26)
    ('A', 'Z', 'AA')
    """
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name

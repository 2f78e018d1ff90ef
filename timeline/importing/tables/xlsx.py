"""One sheet of an Excel workbook -> a table."""

from __future__ import annotations

from collections.abc import Iterator

from timeline.importing.draft import Choices, refuse
from timeline.importing.leftovers import listed
from timeline.importing.tables import sheets
from timeline.importing.tables.table import Row, Table, letters
from timeline.importing.tables.workbook import Sheet, Workbook
from timeline.importing.tables.workbook_parts import SheetContent, position
from timeline.normalise.text import quoted

#: Cells that merged ranges may fill in all.
_MOST_FILLED = 1_000_000


def table(book: Workbook, choices: Choices) -> Table:
    """The rows of the sheet that the user names, or of the first visible one that has a header we know."""
    if not book.sheets:
        raise refuse(book.path, "E008", "the workbook has no sheets", "a sheet with a header and rows")
    sheet, content = _chosen(book, choices)
    return _table(book, sheet, content)


def _chosen(book: Workbook, choices: Choices) -> tuple[Sheet, SheetContent]:
    if choices.sheet:
        named = next(
            (each for each in book.sheets if each.name.casefold() == choices.sheet.casefold()), None
        )
        if named is None:
            names = ", ".join(each.name for each in book.sheets)
            raise refuse(book.path, "E040", f"there is no sheet {quoted(choices.sheet)}", f"one of {names}")
        return named, book.content(named)
    visible = [sheet for sheet in book.sheets if not sheet.is_hidden] or book.sheets
    first: tuple[Sheet, SheetContent] | None = None
    for sheet in visible:
        content = book.content(sheet)
        if content.rows and sheets.has_header(_rows(content), choices):
            return sheet, content
        if first is None and content.rows:
            first = sheet, content
    return first or (visible[0], SheetContent())


def _table(book: Workbook, sheet: Sheet, content: SheetContent) -> Table:
    """The table, with remarks on all that is peculiar to a sheet."""
    notes = []
    others = [each.name for each in book.sheets if each is not sheet]
    if others:
        notes.append(f"Sheets that were not imported: {', '.join(others)}; --sheet NAME chooses one")
    hidden = [f"row {row.number}" for row in content.rows if row.is_hidden]
    if hidden:
        notes.append(f"Hidden in the sheet, but imported: {listed(hidden)}")
    if content.formulas:
        notes.append(
            f"Of formulas, the results were taken as the file holds them: {content.formulas:,} cells"
        )
    filled = _fill_merged(content)
    if filled:
        notes.append(f"Merged cells: each of their rows was given their text: {', '.join(filled)}")
    _add_links(content)
    kept = []
    if content.rows:
        kept = [
            (f"cell {letters(column)}{content.rows[0].number}", remark)
            for column, remark in content.rows[0].odd
        ]
    name = f"XLSX, sheet {quoted(sheet.name)}" if len(book.sheets) > 1 else "XLSX"
    return Table(book.path, name, _rows(content), kept, notes)


def _rows(content: SheetContent) -> Iterator[Row]:
    last = 0
    for row in content.rows:
        width = max(row.cells, default=-1) + 1
        cells = [row.cells.get(column, "") for column in range(width)]
        yield Row(row.number, row.number, cells, tuple(row.odd), max(row.number - last - 1, 0))
        last = row.number


def _fill_merged(content: SheetContent) -> list[str]:
    """Give each row of a merged range the text of its first cell; the ranges for which that was done."""
    by_number = {row.number: row for row in content.rows}
    filled: list[str] = []
    left = _MOST_FILLED
    for reference in content.merged:
        first, _, last = reference.partition(":")
        (top, column), (bottom, _) = position(first), position(last)
        text = by_number[top].cells.get(column, "") if top in by_number else ""
        if not text or bottom <= top or left <= 0:
            continue
        rows = [
            by_number[number]
            for number in range(top + 1, min(bottom, top + left) + 1)
            if number in by_number
        ]
        left -= bottom - top
        for row in rows:
            row.cells.setdefault(column, text)
        if rows:
            filled.append(reference)
    return filled[:20] + ([f"and {len(filled) - 20:,} more"] if len(filled) > 20 else [])


def _add_links(content: SheetContent) -> None:
    """Note the address behind a cell, unless the cell shows it."""
    by_number = {row.number: row for row in content.rows}
    for reference, address in content.links:
        row, column = position(reference.partition(":")[0])
        if row in by_number and by_number[row].cells.get(column, "").strip() != address:
            by_number[row].odd.append((column, f"link: {address}"))

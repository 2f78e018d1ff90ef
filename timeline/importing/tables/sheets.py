"""A table -> a `Reading`: finds the header, and with it the kind of table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain, islice

from timeline.importing.draft import Choices, Reading, refuse
from timeline.importing.tables import checklist, names, own_sheet, rows, timelinejs_sheet
from timeline.importing.tables.table import Row, Table, letters
from timeline.model.problems import Location, Problem, TimelineError
from timeline.normalise.text import quoted

#: The header is looked for in so many rows: some sheets have a title and a note above it.
_FIRST_ROWS = 20
#: More names of columns than this are not listed in a message.
_MOST_NAMES = 12


#: The header of Preceden's files, and the fields of its columns.
_PRECEDEN = (
    [
        *("Layer Name", "Event ID", "Event Name", "Event Notes", "Start Date", "Start Approximate"),
        *("End Date", "End Approximate", "Milestone", "Symbol", "Color"),
    ],
    dict(
        enumerate(
            ("track", "id", "title", "summary", "date", "approximate", "end", "end_approximate", "key")
        )
    ),
)


class UnknownColumnsError(TimelineError):
    """It is not clear which column holds the title or the date; ``columns`` are the names there are."""

    def __init__(self, problem: Problem, columns: tuple[str, ...], missing: tuple[str, ...]) -> None:
        super().__init__((problem,))
        self.columns, self.missing = columns, missing


def read(table: Table, choices: Choices) -> Reading:
    """The events of a table of any kind."""
    iterator = iter(table.rows)
    first = list(islice(iterator, _FIRST_ROWS))
    if all(row.is_empty for row in first):
        raise refuse(table.path, "E008", "there are no rows", "a header and at least one row")
    for number, row in enumerate(first):
        header = [cell.strip() for cell in row.cells]
        following = chain(first[number + 1 :], iterator)
        reading = _special(table, header, following)
        if reading:
            return _with_rest(reading, table, first[:number])
    if not choices.columns and all(map(_is_preceden, first)):
        following = chain(first, iterator)
        return _with_rest(rows.read(f"{table.format} of Preceden", *_PRECEDEN, following), table, [])
    number, columns = _header(table, first, choices)
    header = [cell.strip() for cell in first[number].cells]
    reading = rows.read(_name(table, header), header, columns, chain(first[number + 1 :], iterator))
    return _with_rest(reading, table, first[:number])


def has_header(table_rows: Iterator[Row], choices: Choices) -> bool:
    """Whether one of the first rows is a header of a known kind."""
    for row in islice(table_rows, _FIRST_ROWS):
        header = [cell.strip() for cell in row.cells]
        if own_sheet.is_header(header) or timelinejs_sheet.is_header(header):
            return True
        found = set(_columns(row, choices).values())
        if "title" in found and found & {"date", "year", "end"}:
            return True
    return False


def _special(table: Table, header: list[str], following: Iterator[Row]) -> Reading | None:
    """The events, if the header is that of a known program. Raises TimelineError for a fact-check sheet."""
    if checklist.is_header(header):
        message = "this is a fact-check sheet: it says who has checked events, and holds none"
        raise refuse(table.path, "E040", message, "timeline import FILE --update EVENTS")
    if own_sheet.is_header(header):
        return own_sheet.read(table.format, header, following)
    if timelinejs_sheet.is_header(header):
        return timelinejs_sheet.read(table.format, header, following)
    return None


def _is_preceden(row: Row) -> bool:
    """Whether a row may be one of Preceden, whose files need no header.

    Format: https://support.preceden.com/article/16-csv
    """
    words = {"", "yes", "no", "true", "false"}
    cells = [cell.strip() for cell in row.cells]
    if len(cells) != len(_PRECEDEN[0]) or not (cells[0] and cells[2] and cells[4]):
        return False
    return {cells[each].casefold() for each in (5, 7, 8)} <= words


def _name(table: Table, header: list[str]) -> str:
    """The format for the report."""
    has = {each.casefold() for each in header}
    if {"layer name", "event name"} <= has:
        return f"{table.format} of Preceden"
    if "start date" in has and has & {"arc", "duration", "parent"} and has & {"title", "label"}:
        return f"{table.format} of Aeon Timeline"
    return table.format


def _with_rest(reading: Reading, table: Table, before: list[Row]) -> Reading:
    """What stands above the header, and what the table itself had besides its rows.

    Raises TimelineError where there is nothing below it.
    """
    if not reading.drafts and not reading.others.keys() - {"empty row"}:
        raise refuse(table.path, "E008", "below the header there are no events", "at least one row")
    for row in before:
        if not row.is_empty:
            reading.keep(f"row {row.number}, above the header", " | ".join(filter(None, row.cells)))
    reading.kept += table.kept
    reading.notes += table.notes
    return reading


def _header(table: Table, first: list[Row], choices: Choices) -> tuple[int, Mapping[int, str]]:
    """The index of the header row, and the field of each column that has one."""
    best: tuple[int, Mapping[int, str]] | None = None
    for number, row in enumerate(first):
        columns = _columns(row, choices)
        found = set(columns.values())
        if "title" in found and found & {"date", "year", "end"}:
            return number, columns
        if best is None and not row.is_empty and (len(list(filter(str.strip, row.cells))) > 1 or columns):
            best = number, columns
    number, known = best or (0, {})
    if "title" in known.values() and choices.columns.get("date") == "":
        return number, known
    raise _unknown(table, first[number], known, choices)


def _columns(row: Row, choices: Choices) -> dict[int, str]:
    """The field of each column: as the user said, else by its name; of two columns, the surer one."""
    headers = [cell.strip() for cell in row.cells]
    columns: dict[int, str] = {}
    for field, name in choices.columns.items():
        index = _index(headers, name) if name else None
        if index is not None:
            columns[index] = field
    has_parts = {"year", "month"} & set(map(names.field_of, headers))
    surest = sorted(range(len(headers)), key=lambda index: (names.rank_of(headers[index]), index))
    for index in surest:
        header = headers[index]
        field = "day" if has_parts and header.casefold() == "tag" else names.field_of(header)
        is_free = field not in columns.values() and field not in choices.columns
        if field and index not in columns and is_free:
            columns[index] = field
    return columns


def _index(headers: list[str], name: str) -> int | None:
    """The column of that name, or of that letter."""
    by_name = (index for index, header in enumerate(headers) if names.same(header, name))
    by_letter = (index for index in range(len(headers)) if letters(index) == name.upper())
    return next(chain(by_name, by_letter), None)


def _unknown(table: Table, row: Row, columns: Mapping[int, str], choices: Choices) -> UnknownColumnsError:
    """The fault for a table whose title or date was not found."""
    headers = [cell.strip() or letters(index) for index, cell in enumerate(row.cells)]
    listed = ", ".join(headers[:_MOST_NAMES]) + (" …" if len(headers) > _MOST_NAMES else "")
    at = Location(table.path, row.line, 1, "")
    odd = [name for name in choices.columns.values() if name and _index(headers, name) is None]
    if odd:
        problem = Problem(at, "E040", f"there is no column {quoted(odd[0])}", f"one of {listed}")
        return UnknownColumnsError(problem, (), ())
    missing = [name for name in ("title", "date") if name not in columns.values()]
    what = "title or the date" if len(missing) == 2 else missing[0]
    message = f"no column is known to hold the {what} of an event; the columns are {listed}"
    known = {field: headers[index] for index, field in columns.items()}
    likely = {"title": known.get("summary", "COLUMN")}
    mapped = ",".join(f"{field}={likely.get(field, 'COLUMN')}" for field in missing)
    hint = f'--map "{mapped}", with the names of your columns' + (
        "; date= where there is none" if "date" in missing else ""
    )
    return UnknownColumnsError(Problem(at, "E040", message, hint), tuple(headers), tuple(missing))

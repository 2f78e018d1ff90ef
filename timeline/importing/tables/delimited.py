"""CSV and TSV: the delimiter is found by trying, quoted cells may have line breaks."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator
from itertools import islice

from timeline.importing.draft import MAX_TEXT, refuse
from timeline.importing.tables.table import MAX_COLUMNS, Row, Table

_NAMES = {",": "CSV", ";": "CSV with semicolons", "\t": "TSV", "|": "CSV with bars"}
#: So many lines are looked at to find the delimiter.
_SAMPLE = 50


def table(path: str, text: str) -> Table:
    """The rows of a text.

    >>> [row.cells for row in table("a.csv", "Title;Date\\n\\"A;\\nB\\";1998\\n").rows]
    [['Title', 'Date'], ['A;\\nB', '1998']]
    """
    first, _, rest = text.partition("\n")
    if first.strip().lower().startswith("sep=") and len(first.strip()) == len("sep=;"):  # Excel's own hint
        return Table(path, "CSV", _rows(path, rest, first.strip()[-1], skipped=1))
    delimiter = _delimiter(text)
    return Table(path, _NAMES[delimiter], _rows(path, text, delimiter))


def _delimiter(text: str) -> str:
    """The one that divides the first rows into the most columns, the same number in most rows."""
    sample = list(islice(_lines(text), _SAMPLE))
    best, most = ",", 0.0
    for delimiter in _NAMES:
        try:
            widths = [len(row) for row in csv.reader(sample, delimiter=delimiter) if row]
        except csv.Error:
            continue
        if widths and widths[0] > 1:
            (width, times), *_ = Counter(widths).most_common(1)
            score = widths[0] + width * times / len(widths)
            if score > most:
                best, most = delimiter, score
    return best


def _lines(text: str) -> Iterator[str]:
    """The lines with their ends: only CR and LF end one."""
    return iter(io.StringIO(text, newline=""))


def _rows(path: str, text: str, delimiter: str, skipped: int = 0) -> Iterator[Row]:
    """The rows one by one. Raises TimelineError for a quotation mark that is never closed."""
    csv.field_size_limit(MAX_TEXT)
    has_quotes = '"' in text
    is_strict = has_quotes and delimiter != "\t"
    reader = csv.reader(_lines(text), delimiter=delimiter, strict=is_strict)
    if delimiter == "\t" and _is_unquoted(text):
        reader = csv.reader(_lines(text), delimiter=delimiter, quoting=csv.QUOTE_NONE)
    line = skipped + 1
    number = skipped
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise _refusal(path, text, line, skipped + reader.line_num, str(error)) from None
        number += 1
        if len(cells) > MAX_COLUMNS:
            message = f"row {number:,} has more than {MAX_COLUMNS:,} columns"
            raise refuse(path, "E006", message, "delete the columns that are not needed", line=line)
        yield Row(number, line, cells)
        line = skipped + reader.line_num + 1


def _is_unquoted(text: str) -> bool:
    """Whether the quotation marks of tabbed text are only marks in its texts: they are odd in number, or
    one is followed by more text in its cell."""
    try:
        for _ in csv.reader(_lines(text), delimiter="\t", strict=True):
            pass
    except csv.Error:
        return True
    return False


def _refusal(path: str, text: str, line: int, last: int, why: str) -> Exception:
    """The fault for a row that begins on ``line`` and could not be read up to the line ``last``."""
    shown = next(islice(_lines(text), line - 1, None), "")[:200].rstrip("\r\n")
    if "larger than field limit" in why:
        message = f"a cell has more than {MAX_TEXT:,} characters; perhaps a quotation mark is never closed"
    elif last >= text.count("\n") and "end of data" in why:
        message = "a quotation mark that opens a cell of this row is never closed"
    else:
        message = "after the closing quotation mark of a cell, more text follows"
    hint = 'write a quotation mark inside a quoted cell twice: "He said ""no"" to us"'
    return refuse(path, "E040", message, hint, line=line, text=shown)

"""Excel sheets whose every cell is text. The only module that uses XlsxWriter.

No spreadsheet makes another date of a date, or runs a text as a formula.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

#: The most characters that a cell can have, in UTF-16.
_LONGEST_CELL = 32_767
#: What Excel takes as a link: an address of so many characters, of which those of ``_ESCAPED`` become
#: three each, and so many of them in a sheet.
_LONGEST_ADDRESS, _ESCAPED, _MOST_LINKS = 2_000, frozenset('%"<>[]^`{} '), 65_000
#: What stands in the place of a longer text; an import leaves the text as it is.
TOO_LONG = "[longer than a cell can be: not exported]"
#: The number of A4 in Excel, and its margins in inches.
_A4, _MARGIN = 9, 0.4


class Sheets:
    """The sheets of a book as they are filled; ``notes`` names the texts that no cell can hold."""

    def __init__(self, title: str) -> None:
        import xlsxwriter

        self._stream = io.BytesIO()
        self._book = xlsxwriter.Workbook(self._stream, {"in_memory": True, "strings_to_urls": False})
        self._book.set_properties({"title": title, "created": datetime(2000, 1, 1, tzinfo=UTC)})
        self._header: Format = self._book.add_format(
            {"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"}
        )
        self._cell: Format = self._book.add_format({"num_format": "@", "text_wrap": True, "valign": "top"})
        self._link: Format = self._book.add_format(
            {"num_format": "@", "text_wrap": True, "valign": "top", "font_color": "#0b5394", "underline": 1}
        )
        self.notes: list[str] = []

    def content(self) -> bytes:
        """The file: the same bytes for the same sheets. Nothing can be added any more."""
        self._book.close()
        return self._stream.getvalue()

    def explain(self, lines: Iterable[tuple[str, str]]) -> None:
        """A sheet named About, of names and their meanings; what begins with a capital is a heading."""
        sheet = self._book.add_worksheet("About")
        sheet.set_column(0, 0, 20, self._cell)
        sheet.set_column(1, 1, 100, self._cell)
        for row, (name, text) in enumerate(lines):
            sheet.write_string(row, 0, name, self._header if name[:1].isupper() else self._cell)
            sheet.write_string(row, 1, text, self._cell)

    def table(
        self, name: str, columns: Mapping[str, int], rows: Iterable[Sequence[str]], *, links: str = ""
    ) -> Worksheet:
        """A sheet with a header that stays in sight. An empty cell is not written.

        ``columns`` are their names with their widths; the addresses in the column ``links`` can be clicked.
        """
        sheet: Worksheet = self._book.add_worksheet(name)
        titles = [*columns]
        for column, (title, width) in enumerate(columns.items()):
            sheet.set_column(column, column, width, self._cell)
            sheet.write_string(0, column, title, self._header)
        sheet.freeze_panes(1, 2 if len(columns) > 4 else 1)
        for number, row in enumerate(rows, 1):
            for column, text in enumerate(row):
                if len(text.encode("utf-16-le")) > 2 * _LONGEST_CELL:
                    self.notes.append(
                        f"{name}, row {number + 1}: {titles[column]} is longer than a cell can be: left out"
                    )
                    sheet.write_string(number, column, TOO_LONG, self._cell)
                elif titles[column] == links and number < _MOST_LINKS and _is_link(text):
                    sheet.write_url(number, column, text, self._link, text)
                elif text:
                    sheet.write_string(number, column, text, self._cell)
        return sheet

    def choose(
        self, sheet: Worksheet, column: int, last_row: int, source: str | Sequence[str], *, is_open: bool
    ) -> None:
        """Offer values in a column: a list of them, or the cells that hold them. If it ``is_open``, another
        value is taken after a question.
        """
        options: dict[str, Any] = {
            "validate": "list",
            "source": source,
            "error_type": "warning" if is_open else "stop",
        }
        sheet.data_validation(1, column, last_row, column, options)

    def print_wide(self, sheet: Worksheet) -> None:
        """Print it on A4, lying on its side, as wide as the paper, with its header on each page."""
        sheet.set_landscape()
        sheet.set_paper(_A4)
        sheet.set_margins(*[_MARGIN] * 4)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)
        sheet.set_footer("&L&F&R&P/&N")


def _is_link(text: str) -> bool:
    """Whether Excel takes the text as the address of a link.

    >>> _is_link("https://example.org/a"), _is_link("https://example.org/" + "x" * 2000), _is_link("=1+1")
    (True, False, False)
    """
    length = len(text) + 2 * sum(map(_ESCAPED.__contains__, text))
    return text.startswith(("http://", "https://")) and length <= _LONGEST_ADDRESS

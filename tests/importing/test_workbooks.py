"""Excel workbooks: dates as cells, formulas, merged cells, several sheets, and files made to do harm."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from datetime import datetime

import pytest
import xlsxwriter

from tests.helpers.imports import imported, refusal


def workbook(fill: Callable[[xlsxwriter.Workbook], None]) -> bytes:
    """The bytes of a workbook that ``fill`` fills."""
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream)
    fill(book)
    book.close()
    return stream.getvalue()


def sheet_of(rows: list[list[object]], **formats: str) -> bytes:
    """A workbook of one sheet; a date is shown in the format that is named after its column."""

    def fill(book: xlsxwriter.Workbook) -> None:
        sheet = book.add_worksheet()
        shown = {name: book.add_format({"num_format": code}) for name, code in formats.items()}
        for number, row in enumerate(rows):
            for column, value in enumerate(row):
                style = shown.get("ABCDE"[column]) if isinstance(value, datetime) else None
                sheet.write(number, column, value, style)

    return workbook(fill)


DAY = datetime(2025, 2, 17, 16, 30)  # noqa: DTZ001 -- the cells of a workbook have no zone


@pytest.mark.parametrize(
    ("code", "date", "time"),
    [
        ("d mmm yyyy", "2025-02-17", None),
        ("dd/mm/yy", "2025-02-17", None),
        ("yyyy-mm-dd hh:mm", "2025-02-17", "16:30"),
        ("mmmm yyyy", "2025-02", None),
        ("yyyy", "2025", None),
        ('[$-407]d. mmmm yyyy "Uhr"', "2025-02-17", None),
    ],
)
def test_a_date_is_as_exact_as_its_cell_shows_it(code: str, date: str, time: str | None) -> None:
    (event,) = imported(sheet_of([["Title", "Date"], ["A", DAY]], B=code)).events
    assert (event["date"], event.get("time")) == (date, time)


def test_years_and_numbers_stay_as_they_are() -> None:
    found = imported(sheet_of([["Title", "Date", "Number"], ["A", 1998, 0.1], ["B", "about 1900", 1e20]]))
    assert [event["date"] for event in found.events] == ["1998", "about 1900"]
    assert "#   Number: 0.1\n" in found.text


def test_empty_rows_are_counted_also_where_the_file_does_not_list_them() -> None:
    found = imported(sheet_of([["Title", "Date"], ["A", 1998], [], [], ["B", 1999]]))
    assert (found.account.total, found.account.others) == (4, (("empty row", 2),))


def test_a_workbook_that_counts_from_1904() -> None:
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"date_1904": True})
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, ["Title", "Date"])
    sheet.write(1, 0, "A")
    sheet.write_datetime(1, 1, DAY, book.add_format({"num_format": 14}))
    book.close()
    assert imported(stream.getvalue()).events[0]["date"] == "2025-02-17"


def peculiar(book: xlsxwriter.Workbook) -> None:
    notes = book.add_worksheet("Read me")
    notes.write(0, 0, "Only words")
    sheet = book.add_worksheet("Data")
    sheet.merge_range("A1:D1", "The list")
    sheet.write_row(1, 0, ["Title", "Date", "Group", "Link"])
    for row in range(2, 7):
        sheet.write(row, 0, f"Event {row + 1}")
        sheet.write(row, 1, 1990 + row)
    sheet.merge_range("C3:C5", "Europe")
    sheet.write_url(2, 3, "https://example.org/a", string="Example News")
    sheet.write_formula(5, 2, '="As"&"ia"', None, "Asia")
    sheet.write_formula(6, 2, "=A1/0", None, "")
    sheet.write_formula(6, 3, "=A1/0", None, "#DIV/0!")
    sheet.set_row(5, None, None, {"hidden": True})
    sheet.write_comment("A7", "Check this")
    book.add_worksheet("Other").hide()


def test_what_is_peculiar_to_a_sheet_is_imported_or_named() -> None:
    found = imported(workbook(peculiar))
    assert [event["track"] for event in found.events] == ["Europe", "Europe", "Europe", "Asia", "Events"]
    assert "- url: https://example.org/a  # from Link" in found.text
    for comment in (
        "Group: formula without a result: =A1/0",
        "Link: error of the spreadsheet: #DIV/0!",
        "Title: note on the cell: Check this",
    ):
        assert f"#   {comment}\n" in found.text
    notes = found.account.notes
    assert "Sheets that were not imported: Read me, Other; --sheet NAME chooses one" in notes
    assert "Hidden in the sheet, but imported: row 6" in notes
    assert "Merged cells: each of their rows was given their text: C3:C5" in notes
    assert found.left["row 1, above the header"] == "_timeline.yaml"


def test_a_sheet_can_be_chosen() -> None:
    def fill(book: xlsxwriter.Workbook) -> None:
        for name in ("One", "Two"):
            sheet = book.add_worksheet(name)
            sheet.write_row(0, 0, ["Title", "Date"])
            sheet.write_row(1, 0, [name, 1998])

    assert imported(workbook(fill)).events[0]["title"] == "One"
    assert imported(workbook(fill), sheet="two").events[0]["title"] == "Two"
    assert refusal(workbook(fill), sheet="Three").message == 'there is no sheet "Three"'


def test_a_sheet_of_timelinejs() -> None:
    found = imported(sheet_of([["Year", "Month", "Day", "Headline"], [1998, 3, 5, "Talks"]]))
    assert found.account.format == "XLSX of TimelineJS"
    assert found.events[0]["date"] == "1998-03-05"


def test_an_empty_workbook_is_refused() -> None:
    assert refusal(sheet_of([])).message == "there are no rows"


def altered(part: str, content: bytes, data: bytes | None = None) -> bytes:
    """A workbook in which one part is another."""
    stream = io.BytesIO()
    source = zipfile.ZipFile(io.BytesIO(data or sheet_of([["Title", "Date"], ["A", 1998]])))
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            target.writestr(name, content if name == part else source.read(name))
    return stream.getvalue()


SHEET = "xl/worksheets/sheet1.xml"
MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


@pytest.mark.parametrize(
    ("part", "content", "code"),
    [
        (SHEET, b'<!DOCTYPE a [<!ENTITY b "cc">]><worksheet><sheetData/></worksheet>', "E040"),
        (SHEET, b"<worksheet", "E040"),
        (SHEET, b"<a>" * 500 + b"</a>" * 500, "E006"),
        (
            SHEET,
            f'<worksheet {MAIN}><row r="1"><c r="XFD1"><v>1</v></c></row></worksheet>'.encode(),
            "E006",
        ),
        (SHEET, f"<worksheet {MAIN}>".encode() + b" " * 5_000_000 + b"</worksheet>", "E006"),
        ("xl/workbook.xml", f"<workbook {MAIN}/>".encode(), "E008"),
    ],
    ids=["entities", "no XML", "deep", "wide", "bomb", "no sheets"],
)
def test_a_harmful_or_damaged_workbook_is_refused_by_name(
    part: str, content: bytes, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("timeline.importing.tables.workbook.MAX_UNPACKED", 4_000_000)
    assert refusal(altered(part, content)).code == code


def test_cells_far_apart_take_no_room() -> None:
    rows = '<row r="1"><c r="A1" t="inlineStr"><is><t>Title</t></is></c><c t="str"><v>Date</v></c></row>'
    far = '<row r="1048576"><c r="A1048576" t="inlineStr"><is><t>A</t></is></c><c><v>1998</v></c></row>'
    content = f"<worksheet {MAIN}><sheetData>{rows}{far}</sheetData></worksheet>"
    found = imported(altered(SHEET, content.encode()))
    assert (found.events[0]["title"], found.account.total) == ("A", 1_048_575)


@pytest.mark.parametrize(
    ("names", "message"),
    [
        (["content.xml"], "this is an OpenDocument file, not an Excel workbook (.xlsx)"),
        (["word/document.xml"], "this is a Word file, not an Excel workbook (.xlsx)"),
        (["a.txt"], "this is a zip archive, not an Excel workbook (.xlsx)"),
    ],
)
def test_other_archives_are_refused_by_name(names: list[str], message: str) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    assert refusal(stream.getvalue()).message == message
    assert refusal(b"PK\x03\x04 no archive").message == "this is a damaged zip or Excel file"

"""The fact-check sheet as an Excel workbook, which `timeline import --update` reads back."""

from __future__ import annotations

from collections.abc import Iterator

from timeline.model import Timeline
from timeline.model.export import Exported
from timeline.model.sources.deep_links import deep_link
from timeline.render.data.checklist.rows import Sheet, sheets
from timeline.render.data.sheets import Sheets

#: The columns with their widths, and what they hold.
_COLUMNS = {
    "event": (14, "the id of the event"),
    "part": (10, "where the page says it"),
    "date": (14, "the date of the event, as the page has it"),
    "statement": (40, "what the page says"),
    "source": (7, "the number of the source that should say so; empty if none is named"),
    "publisher": (16, "who published that source"),
    "headline": (24, "its headline"),
    "quotation": (28, "words of the source; beside a date, those with which it gives the date"),
    "context": (40, "these words in the kept copy of the page, with what stands before and after them"),
    "evidence": (18, "what timeline found of these words in the copy, and when the copy was made"),
    "address": (30, "the page, opened at these words"),
    "checked": (9, "yes, once you have seen that the source says so"),
    "by": (
        14,
        "who has checked it; the rows below it of the same event need no name of their own",
    ),
    "on": (12, "the day on which they did, such as 2025-03-20; likewise"),
    "remarks": (24, "for your colleagues; an import shows them, and changes nothing"),
}


def workbook(timeline: Timeline) -> Exported:
    """The workbook: the same bytes for the same timeline."""
    book = Sheets(timeline.title)
    rows = [cells for sheet in sheets(timeline) for cells in _cells(sheet)]
    widths = {name: width for name, (width, _) in _COLUMNS.items()}
    sheet = book.table("Checklist", widths, rows, links="address")
    book.choose(sheet, [*_COLUMNS].index("checked"), max(1, len(rows)), ["yes"], is_open=False)
    book.print_wide(sheet)
    book.explain(
        [
            ("", "Tick each row of an event with yes, say who has checked it and when, and save as .xlsx."),
            (
                "",
                "timeline import FILE.xlsx --update EVENTS    notes in the event files who did",
            ),
            ("", ""),
            *((name, meaning) for name, (_, meaning) in _COLUMNS.items()),
        ]
    )
    return Exported(book.content(), tuple(book.notes))


def _cells(sheet: Sheet) -> Iterator[list[str]]:
    checked = sheet.event.checked
    ticks = ["yes", checked.by, checked.on.isoformat(), ""] if checked else ["", "", "", ""]
    for row in sheet.rows:
        source = row.source
        yield [
            sheet.event.id,
            row.part,
            sheet.date,
            row.statement,
            str(row.number or ""),
            source.publisher if source else "",
            source.title if source else "",
            row.quotation,
            "".join(row.context),
            row.evidence,
            deep_link(source) if source else "",
            *ticks,
        ]

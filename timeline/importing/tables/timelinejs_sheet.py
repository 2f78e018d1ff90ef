"""The spreadsheet of TimelineJS, exported as CSV or XLSX: also that of its first version.

Format: https://timeline.knightlab.com/docs/using-spreadsheets.html. Names of columns are compared without
case and blanks; the first four columns count by their place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from timeline.importing.dating import Stamp, clock, from_parts, span, stamp
from timeline.importing.draft import Draft, Reading
from timeline.importing.html_text import addresses
from timeline.importing.tables.rows import text
from timeline.importing.tables.table import Row, letters
from timeline.importing.timelinejs_parts import add_era, set_title

_KNOWN = {
    *("year", "month", "day", "time", "endyear", "endmonth", "endday", "endtime", "startdate", "enddate"),
    *("headline", "text", "media", "type", "group", "tag"),
}


def is_header(header: list[str]) -> bool:
    """
    >>> is_header(["Year", "Month", "Day", "Time", "Headline", "Text"]), is_header(["Year", "Title"])
    (True, False)
    """
    keys = {_key(each) for each in header}
    return "headline" in keys and bool(keys & {"year", "startdate", "displaydate", "endyear"})


def read(format_: str, header: list[str], rows: Iterator[Row]) -> Reading:
    """The events, the title and the eras of a sheet."""
    reading = Reading(f"{format_} of TimelineJS", "row")
    keys = [_key(each) for each in header]
    if "year" not in keys and "startdate" not in keys:
        keys[:4] = ["year", "month", "day", "time"]
    for row in rows:
        reading.total += 1
        if row.is_empty and not row.odd:
            reading.others["empty row"] += 1
            continue
        draft, cells = _draft(row, header, keys)
        kind = cells.get("type", "").casefold()
        if kind == "title" and "title" not in reading.frame and draft.fields.get("title"):
            set_title(reading, draft)
        elif kind == "era":
            add_era(reading, draft)
        else:
            draft.keep("Type", cells.get("type", ""))
            reading.drafts.append(draft)
    return reading


def _key(name: str) -> str:
    return re.sub(r"[\s_]+", "", name).casefold()


def _draft(row: Row, header: list[str], keys: list[str]) -> tuple[Draft, dict[str, str]]:
    """One row, whatever its type, and its cells by their names."""
    draft = Draft(f"row {row.number}")
    cells: dict[str, str] = {}
    for index, cell in enumerate(row.cells):
        key = keys[index] if index < len(keys) else ""
        name = header[index] if index < len(header) and header[index] else f"column {letters(index)}"
        if key in _KNOWN and key not in cells:
            cells[key] = cell.strip()
        else:
            draft.keep(name, cell)
        if key in {"media", "background", "mediathumbnail", "mediacredit", "mediacaption"}:
            for address in addresses(cell):
                draft.link(address, name)
    for index, remark in row.odd:
        name = header[index] if index < len(header) else f"column {letters(index)}"
        draft.keep(name, remark)
        for address in addresses(remark):
            draft.link(address, name)
    _date(draft, cells)
    text(draft, "title", "Headline", cells.get("headline", ""))
    text(draft, "summary", "Text", cells.get("text", ""))
    draft.put("track", cells.get("group") or cells.get("tag", ""))
    draft.keep("Media", cells.get("media", ""))
    return draft, cells


def _date(draft: Draft, cells: dict[str, str]) -> None:
    if "year" in cells:
        start, end = _stamp(draft, cells, ""), _stamp(draft, cells, "end")
    else:
        start, end = stamp(cells.get("startdate", "")), stamp(cells.get("enddate", ""))
    joined = span(start, end)
    draft.put("date", joined.date)
    draft.put("time", joined.time)
    draft.keep("date, as it was" if joined.date else "date", joined.rest)


def _stamp(draft: Draft, cells: dict[str, str], prefix: str) -> Stamp:
    numbers = (re.sub(r"[\s,]+", "", cells.get(f"{prefix}{name}", "")) for name in ("year", "month", "day"))
    found = from_parts(*numbers)
    written = cells.get(f"{prefix}time", "")
    time = clock(written) if found.date else ""
    if written and not time:
        draft.keep("End Time" if prefix else "Time", written)
    return found._replace(time=time)

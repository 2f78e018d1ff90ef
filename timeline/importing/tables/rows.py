"""Rows of a table whose columns are known -> events."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from timeline.importing.dating import Stamp, clock, from_parts, span, stamp, year
from timeline.importing.draft import Draft, Reading
from timeline.importing.html_text import addresses, plain_text
from timeline.importing.tables.cell_values import CellFormat, number_text
from timeline.importing.tables.sources import sources
from timeline.importing.tables.table import Row, letters
from timeline.model.zones import zone_names
from timeline.normalise.format.checks import STATUSES

_YES = {"true", "yes", "1", "x", "ja", "oui", "sí", "si", "да", "так", "✓"}
_NO = {"false", "no", "0", "nein", "non", "нет", "ні"}


def read(format_: str, header: list[str], columns: Mapping[int, str], rows: Iterator[Row]) -> Reading:
    """The event of each row. Columns without a field are kept under their own names."""
    reading = Reading(format_, "row")
    for row in rows:
        reading.total += 1 + row.skipped
        if row.skipped:
            reading.others["empty row"] += row.skipped
        if row.is_empty and not row.odd:
            reading.others["empty row"] += 1
            continue
        reading.drafts.append(_draft(row, header, columns))
    return reading


def _draft(row: Row, header: list[str], columns: Mapping[int, str]) -> Draft:
    """The event of one row."""
    draft = Draft(f"row {row.number}")
    cells: dict[str, tuple[str, str]] = {}
    for index, cell in enumerate(row.cells):
        name = header[index] if index < len(header) and header[index] else f"column {letters(index)}"
        if index in columns:
            cells[columns[index]] = name, cell.strip()
        else:
            draft.keep(name, cell)
            for address in addresses(cell):
                draft.link(address, name)
    for index, remark in row.odd:
        name = header[index] if index < len(header) and header[index] else f"column {letters(index)}"
        draft.keep(name, remark)
        if remark.startswith("link: "):
            for address in addresses(remark):
                draft.link(address, name)
    _date(draft, cells)
    for field, (name, cell) in cells.items():
        if cell:
            _set(draft, field, name, cell)
    sources(draft, cells)
    return draft


def _set(draft: Draft, field: str, name: str, cell: str) -> None:
    """One cell whose field is one of an event."""
    match field:
        case "title" | "label" | "summary" | "remark" | "note" | "venue" | "track":
            text(draft, field, name, cell)
        case "place":
            names = divided(cell)
            draft.put(field, names[0] if len(names) == 1 else names)
        case "participants":
            draft.put(field, _people(draft, name, cell))
        case "id" | "kind":
            draft.put(field, cell)
        case "media":
            for address in addresses(cell):
                draft.link(address, name)
            draft.keep(name, cell)
        case "key" | "status" | "zone":
            value = _choice(field, cell)
            draft.put(field, value or "")
            draft.keep(name, cell if value is None else "")


def _choice(field: str, cell: str) -> str | None:
    """A value of which there are only some; None for another."""
    word = cell.casefold()
    match field:
        case "key":
            return "true" if word in _YES else "" if word in _NO else None
        case "status":
            return word if word in STATUSES else None
        case _:
            return cell if cell in zone_names() else None


def text(draft: Draft, field: str, name: str, cell: str) -> None:
    """A field of words: HTML becomes plain text, its links are noted."""
    plain = plain_text(cell)
    draft.put(field, plain.text)
    for address in plain.links:
        draft.link(address, name)
    for each in plain.dropped:
        draft.keep(f"{name}, not shown there", each)


def divided(cell: str) -> list[str]:
    """Several names in one cell, divided where that is certain: not at commas, which names may contain.

    >>> divided("Paris | Kyiv"), divided("Doe, Jane; World Bank"), divided("Paris")
    (['Paris', 'Kyiv'], ['Doe, Jane', 'World Bank'], ['Paris'])
    """
    parts = (part.strip() for part in re.split(r" \| |;|\n", cell))
    return list(dict.fromkeys(part for part in parts if part))


def _people(draft: Draft, name: str, cell: str) -> list[str]:
    """The names in a cell. A comma divides them where each part has a given and a family name; where not,
    it may stand between the two.
    """
    names = divided(cell)
    if len(names) != 1 or "," not in cell:
        return names
    parts = [part.strip() for part in re.split(r",\s+and\s|,|\s+and\s+", cell) if part.strip()]
    if all(" " in part for part in parts):
        draft.decided.append(f"{name}: names were divided at commas")
        return list(dict.fromkeys(parts))
    draft.decided.append(f'{name}: a comma was taken for a part of one name; divide names with ";"')
    return names


def _date(draft: Draft, cells: dict[str, tuple[str, str]]) -> None:
    """The date and time of a row, from one column or from three."""
    start = _stamp(draft, cells, "")
    joined = span(start, _stamp(draft, cells, "end_"))
    draft.put("date", joined.date)
    draft.put("time", joined.time)
    draft.keep("date, as it was" if joined.date else "date", joined.rest)


def _stamp(draft: Draft, cells: dict[str, tuple[str, str]], prefix: str) -> Stamp:
    """The beginning, or with the prefix "end_" the end."""

    def cell(field: str) -> str:
        return cells[field][1] if field in cells else ""

    whole, year_ = cell("end" if prefix else "date"), cell(f"{prefix}year")
    month, day = cell(f"{prefix}month"), cell(f"{prefix}day")
    if whole and year_ and not re.search(r"\d{4}", whole):
        found = Stamp(f"{whole} {year(year_)}")
    elif whole:
        found = stamp(_number_as_year(whole))
        if re.fullmatch(r"[1-5]\d{4}", whole):
            day = number_text(whole, CellFormat("ymd"), is_1904=False)
            draft.keep("date, if the number is a day of a spreadsheet", day)
        for field in ("year", "month", "day"):
            if f"{prefix}{field}" in cells and cell(f"{prefix}{field}").lstrip("0") not in whole:
                draft.keep(*cells[f"{prefix}{field}"])
    else:
        found = from_parts(year_, month, day)
    name, written = cells.get(f"{prefix}time", ("", ""))
    time = clock(written)
    if written and (not time or not found.date or found.time):
        draft.keep(name, written if written != found.time else "")
        time = ""
    name, written = cells.get(f"{prefix}approximate", ("", ""))
    if written.casefold() in _YES and found.date and not found.time:
        return Stamp(
            f"{found.date}~" if re.fullmatch(r"-?\d{4}(-\d\d){0,2}", found.date) else f"about {found.date}"
        )
    draft.keep(name, "" if written.casefold() in _NO else written)
    return found._replace(time=found.time or time)


def _number_as_year(whole: str) -> str:
    """A year written as a number, such as -44 or 98."""
    return year(whole) if re.fullmatch(r"-\d{1,9}|\d{3,4}", whole) else whole

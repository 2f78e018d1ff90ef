"""Our own workbook, as `timeline export xlsx` makes it and people change it -> the events it holds."""

from __future__ import annotations

from typing import Any

from timeline.importing.draft import Reading, refuse
from timeline.importing.tables.workbook import Workbook
from timeline.importing.trees import own_json
from timeline.normalise.text import quoted

_LISTS = ("participants", "related", "author", "place", "also_archived")
#: What the export writes in the place of a text that no cell can hold.
_LEFT_OUT = "[longer than a cell can be: not exported]"


def is_ours(book: Workbook) -> bool:
    """Whether a workbook has the sheets and columns of our own."""
    sheets = {sheet.name: sheet for sheet in book.sheets}
    if not {"Events", "Sources"} <= sheets.keys():
        return False
    header = _rows(book, "Events", most=1)
    return bool(header) and {"id", "title", "date", "as_stated", "track"} <= set(header[0][1].values())


def read(book: Workbook) -> Reading:
    """The timeline of a workbook. A source of an event that is not there is kept as a comment."""
    value: dict[str, Any] = {"format": "workbook", "tracks": [], "kinds": [], "eras": [], "glossary": []}
    sources: dict[str, list[dict[str, Any]]] = {}
    for number, row in _records(book, "Sources"):
        event = row.pop("event", "")
        if not event:
            message = f"row {number} of the sheet Sources names no event"
            raise refuse(book.path, "E040", message, "write the id of its event into the column event")
        sources.setdefault(event, []).append(row)
    events = _records(book, "Events")
    value["events"] = [{"sources": sources.pop(row.get("id", ""), []), **row} for _, row in events]
    for _, row in _records(book, "Timeline"):
        _add_to_frame(value, row)
    _list_tracks(value)
    reading = own_json.read(value)
    reading.format, reading.unit = "a workbook of timeline", "event"
    for draft, (number, _) in zip(reading.drafts, events, strict=True):
        draft.where = f"row {number}"
    reading.places = [
        {
            name: text
            for name, text in row.items()
            if name in {"name", "country", "coordinates", "zone"} and text
        }
        for _, row in _records(book, "Places")
    ]
    if all(len(place) < 2 for place in reading.places):
        reading.places = []
    for name, rows in sources.items():
        for row in rows:
            reading.keep(f"source of {quoted(name)}, an event that is not there", str(row.get("url", "")))
    return reading


def _list_tracks(value: dict[str, Any]) -> None:
    """Where the sheet Timeline lists tracks, those that only an event names come after them."""
    listed = [track["name"] for track in value["tracks"]]
    for event in value["events"] if listed else ():
        track = event.get("track", "")
        if track and track not in listed:
            listed.append(track)
            value["tracks"].append({"name": track, "colour": ""})


def _add_to_frame(value: dict[str, Any], row: dict[str, Any]) -> None:
    what, name, text = row.get("what", ""), row.get("name", ""), row.get("value", "")
    match what:
        case "track":
            value["tracks"].append({"name": name, "colour": text})
        case "kind":
            value["kinds"].append({"name": name, "shape": text})
        case "era":
            value["eras"].append({"name": name, "edtf": text})
        case "term":
            value["glossary"].append({"term": name, "meaning": text})
        case "correction":
            day, *events = _names(name) or [""]
            value.setdefault("corrections", []).append({"on": day, "text": text, "events": events})
        case "title" | "kicker" | "standfirst" | "language" | "base_url" | "credit" | "updated":
            value[what] = text
        case _:
            value[f"sheet Timeline, {what or name or 'a row'}"] = text


def _rows(book: Workbook, name: str, most: int = 0) -> list[tuple[int, dict[int, str]]]:
    sheet = next((each for each in book.sheets if each.name == name), None)
    rows = book.content(sheet).rows if sheet else []
    return [(row.number, row.cells) for row in (rows[:most] if most else rows)]


def _records(book: Workbook, name: str) -> list[tuple[int, dict[str, Any]]]:
    """The rows below the header of a sheet, by the names of their columns; empty ones are left out."""
    header, *rows = _rows(book, name) or [(1, {})]
    names = header[1]
    found = []
    for number, cells in rows:
        row: dict[str, Any] = {}
        for column, text in cells.items():
            key = names.get(column, "").strip() or f"column {column + 1}"
            if text.strip() and text != _LEFT_OUT:
                row[key] = _names(text) if key in _LISTS else text.strip()
        if row:
            row |= {key: row.get(key, "") for key in ("date", "id") if name == "Events"}
            found.append((number, row))
    return found


def _names(cell: str) -> list[str]:
    """Names on lines of their own; on one line, separated as in events.csv.

    >>> _names("Paris\\nKyiv"), _names("Paris | Kyiv"), _names("Paris")
    (['Paris', 'Kyiv'], ['Paris', 'Kyiv'], ['Paris'])
    """
    parts = cell.split("\n") if "\n" in cell else cell.split(" | ")
    return list(dict.fromkeys(part.strip() for part in parts if part.strip()))

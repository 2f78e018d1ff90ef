"""Our own events.csv, also as it comes back from a spreadsheet -> the events it was made from."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from timeline.importing.draft import Draft, Reading
from timeline.importing.own_events import DATE_COLUMNS, OwnDate, OwnPlaces, place_of, put_checked, put_date
from timeline.importing.tables.table import Row, letters

_TEXTS = (
    "id", "title", "note", "track", "kind", "venue", "summary", "remark", "discussion", "added", "updated",
)  # fmt: skip
#: Columns that follow from others.
_DERIVED = {"precision", "approximate", "rule", "publishers", "origins", "url", "start", "end"}
_SOURCE = re.compile(r"(?P<publisher>.*?) <(?P<url>[^<>]*)>(?: \| |$)", re.DOTALL)


def is_header(header: list[str]) -> bool:
    """Whether the columns are those of events.csv: the ones without which it cannot be read back."""
    return {"id", "title", "edtf", "track", "sources"} <= set(header)


def read(format_: str, header: list[str], rows: Iterator[Row]) -> Reading:
    """The events of an events.csv."""
    reading = Reading(f"events.csv ({format_})", "row")
    places = OwnPlaces()
    for row in rows:
        reading.total += 1
        if row.is_empty:
            reading.others["empty row"] += 1
            continue
        reading.drafts.append(_event(row, header, places))
    reading.places = places.entries
    return reading


def _event(row: Row, header: list[str], places: OwnPlaces) -> Draft:
    draft = Draft(f"row {row.number}")
    cells: dict[str, str] = {}
    for index, cell in enumerate(row.cells):
        name = header[index] if index < len(header) and header[index] else f"column {letters(index)}"
        cells[name] = without_guard(cell)
    for index, remark in row.odd:
        draft.keep(header[index] if index < len(header) else f"column {letters(index)}", remark)

    def take(name: str) -> str:
        return cells.pop(name, "").strip()

    for name in _TEXTS:
        draft.put(name, take(name))
    if (label := take("label")) != draft.fields.get("title"):
        draft.put("label", label)
    put_date(draft, OwnDate(*map(take, DATE_COLUMNS)), "en")
    for name in ("participants", "related"):
        draft.put(name, place_of(take(name)))
    if (status := take("status")) != "held":
        draft.put("status", status)
    for name in ("key", "draft"):
        draft.put(name, "true" if take(name).casefold() == "true" else "")
    disputed, about = take("disputed"), take("disputed_about")
    draft.put("disputed", {"about": about, "text": disputed} if about and disputed else disputed)
    names = place_of(take("place"))
    draft.put("place", names[0] if len(names) == 1 else names)
    places.add(names, take("country"), take("latitude"), take("longitude"))
    put_checked(draft, take("checked_by"), take("checked_on"))
    written = take("sources")
    sources = [each.groupdict() for each in _SOURCE.finditer(written)]
    origins = re.split(r"\s*\|\s*", cells.pop("source_origins", ""))
    for source, origin in zip(sources, origins, strict=False):
        source.update({"origin": origin.strip()} if origin.strip() else {})
    draft.put("sources", sources)
    draft.keep("sources", _SOURCE.sub("", written))
    for name, cell in cells.items():
        draft.keep("" if name in _DERIVED else name, "" if name in _DERIVED else cell)
    return draft


def without_guard(cell: str) -> str:
    """A cell without the apostrophe that keeps a spreadsheet from running it as a formula.

    >>> without_guard("'=1+1"), without_guard("'tis"), without_guard("=1")
    ('=1+1', "'tis", '=1')
    """
    if not cell.startswith("'"):
        return cell
    bare = cell[1:]
    first = next((c for c in bare if unicodedata.category(c)[0] not in "CZ"), "")
    runs = unicodedata.normalize("NFKC", first)[:1] in tuple("=+-@") or bare[:1] in tuple("\t\r\n")
    return bare if runs else cell

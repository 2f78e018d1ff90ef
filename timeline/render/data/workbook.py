"""Timeline -> an Excel workbook that people edit and `timeline import` reads back.

Sheets: one that explains, one with a row for each event, one with a row for each source, one for places,
one for the timeline itself, and one with the choices for lists of cells.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from timeline.model import Event, Place, Timeline
from timeline.model.export import Exported, ExportOptions
from timeline.model.kinds import SOURCE_KINDS
from timeline.render.data.fields import COLUMNS, SourceRow
from timeline.render.data.rows import SEPARATOR, event_row, source_row
from timeline.render.data.sheets import Sheets

#: Columns of the sheet of events, with their widths.
EVENT_COLUMNS = {
    "id": 18, "title": 50, "label": 25, "date": 22, "time": 12, "as_stated": 22, "zone": 18, "track": 16,
    "kind": 12, "status": 12, "key": 6, "note": 25, "place": 18, "venue": 18, "participants": 30,
    "summary": 60, "disputed": 30, "disputed_about": 14, "remark": 30, "discussion": 30, "related": 25,
    "added": 14, "updated": 14,
}  # fmt: skip
#: Columns of the sheet of sources after that of the event; what a build computes is not among them.
SOURCE_COLUMNS = {
    "url": 50, "publisher": 22, "origin": 22, "title": 50, "author": 22, "published": 14, "accessed": 14,
    "archived": 30, "also_archived": 30, "unarchivable": 20, "language": 10, "kind": 12, "says": 22,
    "says_language": 10, "quote": 40, "speaker": 20, "page": 8, "at": 8, "zone": 16,
}  # fmt: skip
_MEANINGS = {
    "date": "the date: 2025-02-17, 2025-02, 2025, 2025-02-17/2025-02-19, or in words",
    "time": "local time at the place: 16:00, or 16:00/19:00",
    "as_stated": "the words that the date was read from; they are kept as long as the date is not changed",
}
_STATUSES = ("held", "announced", "postponed", "cancelled")
_SUBJECTS = ("date", "length", "place", "attendance", "number", "wording", "other")
#: So many rows below the last have lists of choices too.
_SPARE_ROWS = 200


def xlsx(timeline: Timeline, _options: ExportOptions) -> Exported:
    """The workbook: the same bytes for the same timeline."""
    sheets = Sheets(timeline.title)
    lists: dict[str, Sequence[str]] = {
        "track": [each.name for each in timeline.tracks],
        "kind": [each.name for each in timeline.kinds],
        "status": _STATUSES,
        "kind of source": SOURCE_KINDS,
        "disputed_about": _SUBJECTS,
        "key": ("true", "false"),
    }
    sheets.explain(_meanings())
    events = sheets.table("Events", EVENT_COLUMNS, [_event_cells(event) for event in timeline.events])
    sources = sheets.table("Sources", {"event": 18, **SOURCE_COLUMNS}, _source_cells(timeline))
    sheets.table(
        "Places", {"name": 25, "country": 10, "coordinates": 25, "zone": 20}, _place_cells(timeline)
    )
    sheets.table("Timeline", {"what": 12, "name": 25, "value": 60}, _frame_cells(timeline))
    sheets.table("Lists", dict.fromkeys(lists, 16), _columns_as_rows(list(lists.values())))
    last = len(timeline.events) + _SPARE_ROWS
    for name in ("track", "kind", "status", "key", "disputed_about"):
        if lists[name]:
            column, is_open = [*EVENT_COLUMNS].index(name), name in {"track", "kind"}
            sheets.choose(events, column, last, _cells_of(lists, name), is_open=is_open)
    column, last = 1 + [*SOURCE_COLUMNS].index("kind"), len(timeline.sources) + _SPARE_ROWS
    sheets.choose(sources, column, last, _cells_of(lists, "kind of source"), is_open=False)
    return Exported(sheets.content(), tuple(sheets.notes))


def _cells_of(lists: dict[str, Sequence[str]], name: str) -> str:
    """The cells of the sheet Lists that hold a list."""
    letter = chr(ord("A") + [*lists].index(name))
    return f"=Lists!${letter}$2:${letter}${len(lists[name]) + 1}"


def _meanings() -> list[tuple[str, str]]:
    """What the sheets are for, and what their columns mean."""
    meanings = {name: field.description or "" for name, field in SourceRow.model_fields.items()}
    return [
        ("", "Edit Events, Sources, Places and Timeline, and save the workbook as .xlsx. Then:"),
        ("", "timeline import FILE.xlsx -o NEW-FOLDER    makes a new folder of event files"),
        ("", "timeline import FILE.xlsx --update EVENTS    changes the event files that you have"),
        ("", "Several names in a cell stand on lines of their own. A new event needs an id of its own."),
        ("", ""),
        ("Events", "One row for each event."),
        *((name, _MEANINGS.get(name) or COLUMNS[name]) for name in EVENT_COLUMNS),
        ("", ""),
        ("Sources", "One row for each source. The first source of an event is the link behind it."),
        ("event", "the id of the event"),
        *((name, meanings[name]) for name in SOURCE_COLUMNS),
        ("", ""),
        ("Places", "One row for each place."),
        ("Timeline", "Title, tracks, kinds, eras and glossary."),
        ("Lists", "What the lists of cells offer."),
    ]


def _event_cells(event: Event) -> list[str]:
    row = event_row(event).model_dump()
    has_offset = bool(re.search("[Z+]|-", row["clock"]))
    date = row["edtf"] if has_offset else _days(row["edtf"])
    values = row | {
        "date": date,
        "time": "" if has_offset else row["clock"],
        "label": "" if row["label"] == row["title"] else row["label"],
        "key": "true" if row["key"] else "",
        "place": [place.name for place in event.places],
    }
    return [_text(values[name]) for name in EVENT_COLUMNS]


def _days(edtf: str) -> str:
    """The days of a date without their clock times."""
    first, _, last = re.sub("T[^/]*", "", edtf).partition("/")
    return f"{first}/{last}" if last and last != first else first if "T" in edtf else edtf


def _source_cells(timeline: Timeline) -> list[list[str]]:
    rows = []
    for event in timeline.events:
        for source in event.sources:
            values = source_row(source).model_dump()
            values["published"] = values["published_as"] or values["published"]
            rows.append([event.id, *(_text(values[name]) for name in SOURCE_COLUMNS)])
    return rows


def _place_cells(timeline: Timeline) -> list[list[str]]:
    places: dict[str, Place] = {}
    for event in timeline.events:
        for place in event.places:
            places.setdefault(place.name, place)
    return [
        [
            place.name,
            place.country,
            f"{place.latitude}, {place.longitude}" if place.latitude is not None else "",
            place.zone,
        ]
        for place in places.values()
    ]


def _frame_cells(timeline: Timeline) -> list[list[str]]:
    texts = ("title", "kicker", "standfirst", "language", "base_url", "credit")
    return [
        *([name, "", getattr(timeline, name)] for name in texts),
        *(["track", track.name, track.colour] for track in timeline.tracks),
        *(["kind", kind.name, str(kind.shape)] for kind in timeline.kinds),
        *(["era", era.name, era.when.edtf] for era in timeline.eras),
        *(["term", term.term, term.meaning] for term in timeline.glossary),
        *([["updated", "", timeline.updated.isoformat()]] if timeline.updated else []),
        *(
            ["correction", SEPARATOR.join([each.day.isoformat(), *each.events]), each.text]
            for each in timeline.corrections
        ),
    ]


def _columns_as_rows(columns: Sequence[Sequence[str]]) -> list[list[str]]:
    longest = max(map(len, columns))
    return [[column[row] if row < len(column) else "" for column in columns] for row in range(longest)]


def _text(value: object) -> str:
    """Names on lines of their own; one that could be taken for two is followed by an empty line."""
    if not isinstance(value, list):
        return str(value or "")
    return f"{value[0]}\n" if len(value) == 1 and SEPARATOR in value[0] else "\n".join(value)

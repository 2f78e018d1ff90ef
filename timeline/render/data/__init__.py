"""Timeline -> the two data files beside the page: JSON for programs, CSV for spreadsheets."""

from __future__ import annotations

import csv
import io
import json
import unicodedata

from timeline.model import Timeline
from timeline.render.data.fields import (
    COLUMNS,
    FORMAT,
    CorrectionRow,
    EraRow,
    EventsFile,
    KindRow,
    TermRow,
    TrackRow,
)
from timeline.render.data.rows import SEPARATOR, event_row

__all__ = ["FORMAT", "events_csv", "events_json"]


def events_json(timeline: Timeline) -> str:
    """The timeline and every event as JSON, in time order, for programs.

    ``columns`` gives the meaning of each field of an event. What is unknown is "" in a text, null
    elsewhere. Characters are written as themselves (UTF-8); there is no NaN; the file ends with a newline.

    >>> text = events_json(Timeline(title="Zelensky à Paris", events=(), tracks=(), language="fr"))
    >>> text.splitlines()[1:4]
    [' "format": "timeline-events/1",', ' "title": "Zelensky à Paris",', ' "kicker": "",']
    """
    file = EventsFile.model_construct(
        format=FORMAT,
        title=timeline.title,
        kicker=timeline.kicker,
        standfirst=timeline.standfirst,
        language=timeline.language,
        base_url=timeline.base_url,
        credit=timeline.credit,
        tracks=[TrackRow.model_construct(name=each.name, colour=each.colour) for each in timeline.tracks],
        kinds=[KindRow.model_construct(name=each.name, shape=str(each.shape)) for each in timeline.kinds],
        eras=[EraRow.model_construct(name=each.name, edtf=each.when.edtf) for each in timeline.eras],
        glossary=[
            TermRow.model_construct(term=each.term, meaning=each.meaning) for each in timeline.glossary
        ],
        updated=timeline.updated.isoformat() if timeline.updated else None,
        corrections=[
            CorrectionRow.model_construct(on=each.day.isoformat(), text=each.text, events=[*each.events])
            for each in timeline.corrections
        ],
        columns=COLUMNS,
        events=[event_row(event) for event in timeline.events],
    )
    return json.dumps(file.model_dump(), ensure_ascii=False, allow_nan=False, indent=1) + "\n"


def events_csv(timeline: Timeline) -> str:
    """One line per event under a header line, in time order, for spreadsheets.

    RFC 4180, with CRLF at line ends: spreadsheets expect them, and a lone CR or LF within a text is then
    quoted. Lists are joined by " | ", sources written as "Publisher <url>". A text that a
    spreadsheet would run as a formula begins with an apostrophe, as
    https://owasp.org/www-community/attacks/CSV_Injection advises.

    >>> events_csv(Timeline(title="Empty", events=(), tracks=())).partition(",label")[0]
    'id,title'
    """
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for event in timeline.events:
        row = event_row(event).model_dump()
        writer.writerow([_cell(row[name]) for name in COLUMNS])
    return file.getvalue()


def _cell(value: object) -> object:
    """A cell for CSV: a number stays a number, anything else becomes text that no spreadsheet runs.

    What is unknown is an empty cell.
    """
    match value:
        case bool():
            return str(value).lower()
        case int():  # of a place at 48°; a column has one kind of numbers
            return float(value)
        case str():
            return _without_formula(value)
        case list():
            return _without_formula(SEPARATOR.join(_item(item) for item in value))
        case _:
            return value


def _item(item: str | dict[str, object]) -> str:
    return item if isinstance(item, str) else f"{item['publisher']} <{item['url']}>"


def _without_formula(text: str) -> str:
    """``text`` after an apostrophe where a spreadsheet might run it as a formula.

    Leading blanks and full-width signs are looked through, as spreadsheets do.
    """
    first = next((c for c in text if unicodedata.category(c)[0] not in "CZ"), "")
    runs = unicodedata.normalize("NFKC", first)[:1] in tuple("=+-@") or text[:1] in tuple("\t\r\n")
    return f"'{text}" if runs else text

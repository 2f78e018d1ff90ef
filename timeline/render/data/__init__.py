"""Timeline -> the two data files beside the page: JSON for programs, CSV for spreadsheets."""

from __future__ import annotations

import json
import math
import unicodedata
from dataclasses import asdict

from timeline.model import Timeline
from timeline.render.data.table import COLUMNS, SEPARATOR, frame

#: Named in the JSON file, and described by ``timeline.schema``; a change that breaks readers gets the next
#: number, a field that is new does not.
FORMAT = "timeline-events/1"


def events_json(timeline: Timeline) -> str:
    """The timeline and every event as JSON, in time order, for programs.

    ``columns`` tells what each field of an event means; what is unknown is "" in a text, null
    elsewhere. Characters stand as themselves (UTF-8), never as NaN; the file ends with a newline.

    >>> text = events_json(Timeline(title="Zelensky à Paris", events=(), tracks=(), language="fr"))
    >>> text.splitlines()[1:4]
    [' "format": "timeline-events/1",', ' "title": "Zelensky à Paris",', ' "kicker": "",']
    """
    data = {
        "format": FORMAT,
        "title": timeline.title,
        "kicker": timeline.kicker,
        "standfirst": timeline.standfirst,
        "language": timeline.language,
        "base_url": timeline.base_url,
        "credit": timeline.credit,
        "tracks": [asdict(track) for track in timeline.tracks],
        "eras": [{"name": era.name, "edtf": era.when.edtf} for era in timeline.eras],
        "glossary": [asdict(term) for term in timeline.glossary],
        "columns": COLUMNS,
        "events": [
            {name: _value(value) for name, value in row.items()}
            for row in frame(timeline).to_dict(orient="records")
        ],
    }
    return json.dumps(data, ensure_ascii=False, allow_nan=False, indent=1) + "\n"


def events_csv(timeline: Timeline) -> str:
    """One line per event under a header line, in time order, for spreadsheets.

    RFC 4180 with its CRLF line ends: spreadsheets expect them, and a lone CR or LF within a text is
    then quoted. Lists are joined by " | ", sources written as "Publisher <url>". A text that a
    spreadsheet would run as a formula begins with an apostrophe, as
    https://owasp.org/www-community/attacks/CSV_Injection advises.

    >>> events_csv(Timeline(title="Empty", events=(), tracks=())).partition(",label")[0]
    'id,title'
    """
    table = frame(timeline)
    for name in table.columns:
        table[name] = table[name].map(_cell)
    text: str = table.to_csv(index=False, lineterminator="\r\n")
    return text


def _value(value: object) -> object:
    """A cell for JSON, which has no NaN."""
    return None if isinstance(value, float) and math.isnan(value) else value


def _cell(value: object) -> object:
    """A cell for CSV: numbers stay numbers, the rest is text that is only ever text."""
    match value:
        case bool():
            return str(value).lower()
        case str():
            return _inert(value)
        case list():
            return _inert(SEPARATOR.join(_item(item) for item in value))
        case _:
            return value


def _item(item: str | dict[str, object]) -> str:
    return item if isinstance(item, str) else f"{item['publisher']} <{item['url']}>"


def _inert(text: str) -> str:
    """``text`` behind an apostrophe where a spreadsheet might run it, also past blanks and wide forms."""
    first = next((c for c in text if unicodedata.category(c)[0] not in "CZ"), "")
    runs = unicodedata.normalize("NFKC", first)[:1] in tuple("=+-@") or text[:1] in tuple("\t\r\n")
    return f"'{text}" if runs else text

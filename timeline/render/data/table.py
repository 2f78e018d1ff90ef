"""Timeline -> one tidy DataFrame, a row per event: for notebooks, and for the page's data files."""

from __future__ import annotations

from dataclasses import fields
from datetime import date
from typing import TYPE_CHECKING

from timeline.model import Event, Moment, Source, Timeline, When

if TYPE_CHECKING:
    import pandas as pd

#: Every column with its meaning, in order. The text is "" where nothing is known.
COLUMNS: dict[str, str] = {
    "id": "the event's id, and its anchor on the page",
    "title": "what happened, in our words",
    "label": "the short form on the chart",
    "as_stated": "the words its date was read from",
    "edtf": "the date in EDTF (ISO 8601-2)",
    "start": "the first day it may touch, YYYY-MM-DD; empty where it is not known",
    "end": "the last day it may touch, YYYY-MM-DD; empty where it is not known, or still going on",
    "clock": "local time at the place, HH:MM, or HH:MM/HH:MM from start to end; with its offset from UTC "
    "(16:00+01:00) where the zone does not tell it",
    "precision": "how exactly the date is known: minute, day, week, month, year ...",
    "approximate": "true where the date is about, or perhaps, the one given",
    "rule": "the rule that read the words",
    "zone": "IANA time zone of the place",
    "track": "the lane of the chart",
    "kind": "summit, talks, visit, call, vote, statement, agreement or decision",
    "status": "held, announced, postponed or cancelled",
    "key": "true for one of the main events",
    "place": "the place, or several joined by ' | '",
    "venue": "the building or room",
    "country": "the country of the first place",
    "latitude": "degrees north of the first place",
    "longitude": "degrees east of the first place",
    "participants": "list: people and bodies that took part",
    "summary": "plain text, paragraphs parted by a blank line",
    "disputed": "how accounts differ",
    "discussion": "a question to a class",
    "related": "list: ids of other events",
    "url": "address of the first source",
    "publishers": "list: publishers of the sources, each once",
    "sources": "list: every source with all its fields; its reading as EDTF, agrees null without one",
}

#: Parts of a cell that holds several texts.
SEPARATOR = " | "


def frame(timeline: Timeline) -> pd.DataFrame:
    """One row per event in time order, with the columns of ``COLUMNS``.

    Days are texts (YYYY-MM-DD), not datetimes: they sort and compare as days, any year from 1 to 9999
    fits, and no midnight is made up; ``pandas.to_datetime(table["start"])`` is there when datetimes are
    due. Latitude and longitude are floats, NaN where unknown. ``participants``, ``related`` and
    ``publishers`` hold lists of texts, ``sources`` lists of dicts.

    >>> list(frame(Timeline(title="Empty", events=(), tracks=())).columns)[:3]
    ['id', 'title', 'label']
    """
    import pandas as pd

    rows = [_row(event) for event in timeline.events]
    table = pd.DataFrame(rows, columns=list(COLUMNS))
    return table.astype({"latitude": float, "longitude": float, "approximate": bool, "key": bool})


def _row(event: Event) -> dict[str, object]:
    """The cells of one event, by column."""
    when = event.when
    place = event.places[0] if event.places else None
    return {
        "id": event.id,
        "title": event.title,
        "label": event.label,
        "as_stated": when.words,
        "edtf": when.edtf,
        "start": "" if when.lacks_start else when.first.isoformat(),
        "end": "" if when.lacks_end else when.last.isoformat(),
        "clock": _clock(when),
        "precision": str(when.precision),
        "approximate": any(moment.approximate or moment.uncertain for moment in _moments(when)),
        "rule": when.rule,
        "zone": when.zone,
        "track": event.track,
        "kind": event.kind,
        "status": event.status,
        "key": event.key,
        "place": SEPARATOR.join(place.name for place in event.places),
        "venue": event.venue,
        "country": place.country if place else "",
        "latitude": place.latitude if place else None,
        "longitude": place.longitude if place else None,
        "participants": [person.name for person in event.participants],
        "summary": event.summary,
        "disputed": event.disputed,
        "discussion": event.discussion,
        "related": list(event.related),
        "url": event.sources[0].url,
        "publishers": list(dict.fromkeys(source.publisher for source in event.sources)),
        "sources": [_source(source) for source in event.sources],
    }


def _source(source: Source) -> dict[str, object]:
    """Every field of a source as a plain value; without a reading it neither agrees nor differs."""
    values = {field.name: _plain(getattr(source, field.name)) for field in fields(source)}
    return values if source.reading else values | {"agrees": None}


def _plain(value: object) -> object:
    """A day in ISO, a reading in EDTF, several in a list; the rest as it is."""
    match value:
        case When():
            return value.edtf
        case date():
            return value.isoformat()
        case tuple():
            return [_plain(each) for each in value]
        case _:
            return value


def _moments(when: When) -> tuple[Moment, ...]:
    return (when.start, when.end) if when.end else (when.start,)


def _clock(when: When) -> str:
    """The clock times, as an event file's ``time`` field writes them, with an offset that no zone tells."""
    return "/".join(
        f"{moment.clock:%H:%M}{moment.offset_in_edtf(when.zone) if moment.offset is not None else ''}"
        for moment in _moments(when)
        if moment.clock
    )

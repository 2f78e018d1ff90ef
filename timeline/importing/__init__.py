"""Files of other tools -> event files: the command ``timeline import``. No stage of the pipeline needs it.

    bytes ─recognise→ rows or objects ─a reader→ drafts ─event_files→ YAML text

A reader of a format turns each of its entries into a `Draft`. Nothing is dropped and nothing made up: what
no field holds becomes a comment of the event's file and is named in the report; an address becomes a
comment too, since a source needs a publisher that somebody has seen.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from timeline.importing import event_files, recognise
from timeline.importing.advice import advice
from timeline.importing.draft import Choices, Reading
from timeline.importing.leftovers import Leftover, decisions, leftovers
from timeline.importing.tables.sheets import UnknownColumnsError
from timeline.normalise.bounds import MAX_EVENTS

__all__ = ["Choices", "Imported", "UnknownColumnsError", "convert", "name_of", "prepared"]

#: Largest file, in bytes.
MAX_BYTES = 100_000_000
#: The track of events for which the file names none.
DEFAULT_TRACK = "Events"


@dataclass(frozen=True, slots=True)
class Imported:
    """The event files made of a file, and the account of it: ``total`` entries of the kind ``unit`` became
    ``events`` events and ``others``.

    ``without_source`` counts events that have none, ``with_links`` those of them with addresses as
    comments.
    """

    format: str
    unit: str
    total: int
    events: int
    others: tuple[tuple[str, int], ...]
    leftovers: tuple[Leftover, ...]
    without_source: int
    with_links: int
    notes: tuple[str, ...]
    files: dict[str, str] = field(repr=False)


def convert(path: str, data: bytes, choices: Choices | None = None) -> Imported:
    """The event files of a file in any format that `recognise` knows.

    Raises TimelineError for a file that is not imported. ``path`` is as the user named it.

    >>> imported = convert("a.csv", b"Title,Date\\nTalks,2025-02-17\\n")
    >>> imported.format, imported.events, list(imported.files)
    ('CSV', 1, ['_timeline.yaml', '2025-02-17-talks.yaml'])
    """
    choices = choices or Choices()
    reading = prepared(path, data, replace(choices, track=choices.track or DEFAULT_TRACK))
    name = name_of(path)
    if not reading.frame.get("title"):
        reading.frame["title"] = name.rpartition(".")[0] or name
        reading.notes.append("The file names no title: that of the timeline is the name of the file")
    if choices.language:
        reading.frame["language"] = choices.language
    reading.notes += advice(reading.drafts, str(reading.frame.get("language", "")))
    if len(reading.drafts) > MAX_EVENTS:
        reading.notes.append(
            f"A timeline may have {MAX_EVENTS:,} events: before you build, divide the files into folders"
        )
    return _imported(reading, name)


def name_of(path: str) -> str:
    """The name of a file, or of what is at an address.

    >>> name_of("lists/a.csv"), name_of("https://example.org/b.csv?x=1"), name_of("https://example.org/")
    ('a.csv', 'b.csv', 'example.org')
    """
    bare = re.split(r"[?#]", path)[0] if "://" in path else path
    return bare.replace("\\", "/").rstrip("/").rpartition("/")[2] or path


def prepared(path: str, data: bytes, choices: Choices | None = None) -> Reading:
    """The events of a file, each with an id, and with a track if there is one for all that name none.

    Raises TimelineError for a file that is refused.
    """
    choices = choices or Choices()
    reading = recognise.read(path, data, choices)
    event_files.finish(path, reading, choices.track)
    return reading


def _imported(reading: Reading, name: str) -> Imported:
    bare = [draft for draft in reading.drafts if not draft.fields.get("sources")]
    return Imported(
        format=reading.format,
        unit=reading.unit,
        total=reading.total,
        events=len(reading.drafts),
        others=tuple(sorted(reading.others.items())),
        leftovers=leftovers(reading),
        without_source=len(bare),
        with_links=sum(bool(draft.links) for draft in bare),
        notes=(*reading.notes, *decisions(reading)),
        files=event_files.files(reading, name),
    )

"""What an import has read: one `Draft` for each event, and a `Reading` of the whole file.

A reader of a format fills these values; `event_files` writes them. Whatever a format holds and an event
file has no field for goes to ``kept`` and becomes a comment of the event's file, so that nothing is lost.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from timeline.model.problems import Location, Problem, TimelineError
from timeline.rewriting.yaml_text import Value

#: The longest text that one cell or value may have, in characters.
MAX_TEXT = 1_000_000


@dataclass(slots=True)
class Draft:
    """One event as an event file would hold it.

    ``where`` is its place in the imported file, such as "row 5". ``links`` are addresses found in it, each
    with the name of what held it: sources that nobody has vouched for yet. ``kept`` is what has no field,
    each with its name. ``decided`` says how what was not clear was read, for the report. ``has_own_id`` is
    set by `event_files.finish`.
    """

    where: str
    fields: dict[str, Value] = field(default_factory=dict)
    links: dict[str, str] = field(default_factory=dict)
    kept: list[tuple[str, str]] = field(default_factory=list)
    decided: list[str] = field(default_factory=list)
    has_own_id: bool = False

    def put(self, name: str, value: Value) -> None:
        """Set a field, unless there is nothing to set."""
        if value:
            self.fields[name] = value

    def keep(self, name: str, value: str) -> None:
        """Keep what has no field, unless there is nothing to keep."""
        if value.strip():
            self.kept.append((name, value.strip()))

    def link(self, address: str, name: str) -> None:
        """Note an address as a candidate for a source, each once."""
        if address:
            self.links.setdefault(address, name)


@dataclass(slots=True)
class Reading:
    """A file as read: its events, and what belongs to the whole timeline.

    ``unit`` is what the format calls one entry ("row", "item"). ``total`` is the number of them,
    ``others`` says how many became something else than an event, by what they became. ``frame`` holds
    fields of ``_timeline.yaml``, ``places`` and ``people`` the entries of those files.
    ``kept`` are things of the whole file that have no field; ``notes`` are sentences for the report.
    """

    format: str
    unit: str
    total: int = 0
    drafts: list[Draft] = field(default_factory=list)
    others: Counter[str] = field(default_factory=Counter)
    frame: dict[str, Value] = field(default_factory=dict)
    eras: list[dict[str, str]] = field(default_factory=list)
    places: list[dict[str, str]] = field(default_factory=list)
    people: list[dict[str, str]] = field(default_factory=list)
    kept: list[tuple[str, str]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def keep(self, name: str, value: str) -> None:
        if value.strip():
            self.kept.append((name, value.strip()))


@dataclass(frozen=True, slots=True)
class Choices:
    """What the user said about the file: ``columns`` maps a field to the name of a column ("" for none);
    ``sheet`` names a sheet of a workbook; ``track`` is the track of events for which the file names none,
    ``language`` the tag of the language of its texts.
    """

    columns: Mapping[str, str] = field(default_factory=dict)
    sheet: str = ""
    track: str = ""
    language: str = ""


def refuse(  # noqa: PLR0913 -- the parts of a fault
    path: str, code: str, message: str, hint: str, *, line: int = 1, column: int = 1, text: str = ""
) -> TimelineError:
    """The fault because of which a file is not imported."""
    return TimelineError((Problem(Location(path, line, column, text), code, message, hint),))

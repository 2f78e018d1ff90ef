"""The list of events beside the form, and the id by which the page knows each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from timeline.dates import resolve
from timeline.editing.form.shapes import shared_by_file
from timeline.editing.form.values import events_of
from timeline.language.dates import spelled_out
from timeline.model import When
from timeline.model.clock import sort_key
from timeline.model.problems import Problem
from timeline.model.records import Document, Items
from timeline.model.records import Path as FieldPath
from timeline.normalise.ids import default_id

#: The warning that an event is a draft, which the list says anyway.
_IS_DRAFT = "W014"


@dataclass(frozen=True, slots=True)
class Listed:
    """An event in the list; ``number`` is its place in a file that holds several, ``sources`` are the ids
    of those that it cites from the list of sources.

    ``faults`` is the number of errors in its file, ``warnings`` that of warnings, but for the one that it
    is a draft. A file that cannot be read as events is listed too, by its name as ``title``, with
    ``problem``: what is wrong with it.
    """

    file: str
    title: str
    number: int | None = None
    id: str = ""
    date: str = ""
    track: str = ""
    draft: bool = False
    faults: int = 0
    warnings: int = 0
    problem: str = ""
    sources: tuple[str, ...] = ()


def listing(
    documents: Sequence[Document],
    unread: Sequence[Problem],
    problems: Sequence[Problem],
    dates: Mapping[str, When] = MappingProxyType({}),
) -> list[Listed]:
    """The events of these files, and the files that cannot be read, in the order of their ``dates``, which
    are by `key_of`; else of those in the names of their files. What has none is last.

    >>> from timeline.model.problems import Location
    >>> listing((), (Problem(Location("events/a.yaml", 3), "E003", "a tab on line 3"),), ())[0].problem
    'Line 3: a tab on line 3'
    """
    faults = Counter(each.location.path for each in problems if each.is_error)
    warnings = Counter(
        each.location.path for each in problems if not each.is_error and each.code != _IS_DRAFT
    )
    found = []
    for document in documents:
        for number, fields in events_of(document):
            when = dates.get(key_of(document, number, fields))
            event = Listed(
                document.path,
                _text(fields.get("title")) or document.name,
                number,
                _id(document, fields),
                _text(fields.get("date")) or (spelled_out(when) if when else _file_date(document.name)),
                _text(fields.get("track")),
                _text(fields.get("draft")) in {"true", "yes"},
                faults[document.path],
                warnings[document.path],
                sources=_cited(fields),
            )
            found.append((_place(when, event), event))
    known = {document.path for document in documents}
    first = {each.location.path: each for each in reversed(unread) if each.is_error}
    for path, fault in first.items():
        if path not in known and not shared_by_file(path):
            name, problem = path.rsplit("/", 1)[-1], f"Line {fault.location.line}: {fault.message}"
            event = Listed(path, name, faults=1, problem=problem)
            found.append((_place(None, event), event))
    return [event for _, event in sorted(found, key=lambda each: each[0])]


def _cited(fields: dict[str, Any]) -> tuple[str, ...]:
    listed = fields.get("sources")
    sources = [each for each in listed if isinstance(each, dict)] if isinstance(listed, list) else []
    return tuple(filter(None, (_text(each.get("source")) for each in sources)))


def _place(when: When | None, event: Listed) -> tuple[bool, int, int, str]:
    """Where an event stands in the list; those of one day stay in the order of the files."""
    if when is None:
        name = event.file.rpartition("/")[2].rpartition(".")[0]
        when = next(iter(resolve(_file_date(name)).readings), None)
    day, instant = sort_key(when, "") if when else (0, 0)
    return when is None, day, instant, event.file


def key_of(document: Document, number: int | None, fields: dict[str, Any]) -> str:
    """What an event is known by: its id; its file and number if it has none yet."""
    return _id(document, fields) or f"{document.path}#{number}"


def event_id(document: Document, holder: FieldPath) -> str:
    """The id of the event at ``holder``, "" if it has none."""
    number = holder[0] if holder else None
    return next((_id(document, fields) for each, fields in events_of(document) if each == number), "")


def _id(document: Document, fields: dict[str, Any]) -> str:
    """The id as written; else, of an event that is alone in its file, that of the file's name."""
    is_alone = not isinstance(document.root, Items) or len(document.root.values) == 1
    return _text(fields.get("id")) or (default_id(document.name) if is_alone else "")


def _text(value: object) -> str:
    return " ".join(value.split()) if isinstance(value, str) else ""


def _file_date(name: str) -> str:
    """The date before the name of a file."""
    return name.removesuffix(default_id(name)).rstrip("-")

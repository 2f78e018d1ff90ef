"""Problems of event files -> messages at the fields of the form."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from timeline.editing.form.fields import Field
from timeline.editing.form.shapes import EVENT, Shape
from timeline.model.problems import Problem, visible
from timeline.model.records import Document, key_locations, locations
from timeline.model.records import Path as FieldPath
from timeline.normalise.dating.dispute import ABOUT_DATE

#: That there are no events yet is no fault to somebody who is about to write one.
_NO_EVENTS = "E008"
#: So many messages are enough for a page.
_MOST = 50
#: What the files beside the events, and lines of YAML, are to somebody who does not see files.
_FILES = {
    "_people.yaml": "the list of people",
    "_places.yaml": "the list of places",
    "_sources.yaml": "the list of sources",
    "_timeline.yaml": "the settings of the timeline",
    f"write {ABOUT_DATE}": "say how they differ in “Sources disagree”, under More",
    f"also {ABOUT_DATE}": "also say how they differ in “Sources disagree”, under More",
}
#: Where the form has a date that is counted from another event.
_COUNTED = (
    "that is counted from another event",
    "choose the event in “Counted from another event instead”",
)


def at_fields(
    document: Document, holder: FieldPath, problems: Iterable[Problem], shape: Shape = EVENT
) -> tuple[list[dict[str, Any]], list[Problem]]:
    """The problems of one event, or of a file beside the events, each with the path of its field; and all
    other ones.
    """
    places: dict[tuple[int, int], FieldPath] = {}
    for path, at in (*locations(document.root), *key_locations(document.root)):
        places[at.line, at.column] = path if len(path) >= len(places.get((at.line, at.column), ())) else ()
    found, others = [], []
    for problem in problems:
        at = problem.location
        path = _nearest(places, at.line, at.column)
        if at.path != document.path or path[: len(holder)] != holder:
            others.append(problem)
        else:
            own = shape.in_form(path[len(holder) :])
            found.append(_as_record(problem, _field_path(own, problem.message, shape)))
    return found[:_MOST], others


def _nearest(places: Mapping[tuple[int, int], FieldPath], line: int, column: int) -> FieldPath:
    """The field that begins at that place, or the last one before it on the line: what is wrong within a
    text is reported where it stands there.
    """
    if (line, column) in places:
        return places[line, column]
    before = [each for each in places if each[0] == line and each[1] < column]
    return places[max(before)] if before else ()


def elsewhere(problems: Sequence[Problem]) -> list[dict[str, Any]]:
    """The errors in other files or events, by file."""
    return [
        {"file": each.location.path, "line": each.location.line, **_labelled(each)}
        for each in problems
        if each.is_error and each.code != _NO_EVENTS
    ][:_MOST]


def _labelled(problem: Problem) -> dict[str, str]:
    """Message and hint, after the label of the field if the message begins with its name.

    >>> from timeline.model.problems import Location
    >>> fault = Problem(Location("a.yaml"), "E025", 'url "x" does not begin with https://', "url: y")
    >>> _labelled(fault)
    {'message': 'Address: does not begin with https://', 'hint': 'y'}
    """
    name = problem.message.partition(" ")[0]
    inner = [each for field in EVENT.fields for each in field.fields]
    label = next((each.label for each in (*EVENT.fields, *inner) if each.name == name), "")
    if not label:
        return _words(problem)
    words = _words(problem, name)
    message = words["message"]
    return words | {"message": f"{label}: {message[:1].lower()}{message[1:]}"}


def _field_path(path: FieldPath, message: str, shape: Shape) -> list[str | int]:
    """The path of the field that a message is about: a missing one is reported where it should be."""
    name = message.partition(" ")[0]
    if re.match(rf"{re.escape(name)} is missing\b", message):
        fields = {field.name for field in _fields_at(path, shape)}
        if name in fields and (not path or path[-1] != name):
            kept = path if not path or (path[0] in shape.lists and len(path) == 2) else path[:-1]
            return [*kept, name]
    return [*path][:3]


def _fields_at(path: FieldPath, shape: Shape) -> tuple[Field, ...]:
    if path and path[0] in shape.lists and len(path) > 1:
        return next(field.fields for field in shape.fields if field.name == path[0])
    return shape.fields


def _as_record(problem: Problem, path: list[str | int]) -> dict[str, Any]:
    return {"path": path, "is_error": problem.is_error, **_words(problem, str(path[-1]) if path else "")}


def _words(problem: Problem, name: str = "") -> dict[str, str]:
    """The message and the hint for somebody who sees the form, and not the file.

    >>> from timeline.model.problems import Location
    >>> place = Location("events/a.yaml")
    >>> _words(Problem(place, "E012", 'date "31 June 2025": June has 30 days', "30 June 2025"), "date")
    {'message': 'June has 30 days', 'hint': '30 June 2025'}
    >>> _words(Problem(place, "E020", "track is missing", "track: Europe"), "track")
    {'message': 'This is missing', 'hint': 'Europe'}
    """
    message, hint = visible(problem.message), visible(problem.hint)
    if name:
        own = rf"{re.escape(name)} (?:\"[^\"]*\":? ?)?"
        message = re.sub(rf"^{own}(?=(?:is|has)\b)", "This ", message)
        message = re.sub(rf"^{own}", "", message) or message
        hint = re.sub(rf"^(?:- )?{re.escape(name)}: ", "", hint)
    if hint.startswith(("[", "{", "- ")) or ", on the next line " in hint:  # YAML
        hint = ""
    if name == "date" and message.endswith(_COUNTED[0]):
        hint = _COUNTED[1]
    message, hint = (_without_files(text) for text in (message, hint))
    return {"message": message[:1].upper() + message[1:], "hint": hint}


def _without_files(text: str) -> str:
    for file, words in _FILES.items():
        text = text.replace(file, words)
    return text.replace("`", "")

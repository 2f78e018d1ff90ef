"""Validation errors as faults: the code, what is wrong, what to write instead."""

from __future__ import annotations

import re

from timeline.model.problems import Location
from timeline.model.records import Path
from timeline.normalise.faults import Faults
from timeline.normalise.format import (
    NESTED_RECORDS,
    RECORD_LISTS,
    FieldError,
    SharedSourceRecord,
    SourceRecord,
)
from timeline.normalise.format.field_types import Record
from timeline.normalise.format.other_names import name_here
from timeline.normalise.format.urls import refusal
from timeline.normalise.text import is_blank, quoted

#: Codes of missing required fields; E020 for all others.
CODES_OF_MISSING = {"sources": "E027"}
#: Letters of a value that is repeated in a hint.
_LONGEST = 80
#: Pydantic's name of a wrong type -> what was expected.
_DUE = {"string_type": "one text", "tuple_type": "a list", "model_type": "fields"}


def explain_error(
    model: type[Record], error: FieldError, at: Location, faults: Faults
) -> tuple[str, str, str]:
    """An error as a fault code, a message and a hint."""
    path, shape, value, fault = error
    owner = owner_of(model, path)
    name = next(step for step in reversed(path) if isinstance(step, str))
    if shape == "extra_forbidden":
        fields = field_names(owner)
        if meant := name_here(name, fields):
            message = f"field {quoted(name)} is unknown; its name here is {meant}"
            return "E022", message, _renamed(owner, name, meant, value)
        if model is SharedSourceRecord and name in field_names(SourceRecord):
            message = f"field {quoted(name)} is not of a source, but of the event that cites it"
            return "E022", message, "write it there, below source"
        near = faults.nearest(name, fields)
        return "E022", f"field {quoted(name)} is unknown", near or f"one of {', '.join(fields)}"
    if isinstance(value, str) and is_blank(value):
        comment = 'put the text in quotes: "#" begins a comment' if "#" in at.text else ""
        code = CODES_OF_MISSING.get(name, "E020")
        way_out = example(owner, name) if name in owner.required else "write it, or delete the line"
        return code, f"{name} is empty", comment or way_out
    if fault:
        hint = f"{name}: {fault.hint}" if fault.hint else "one of those"
        return fault.code, f"{name} {fault.message}", hint
    if isinstance(value, str) and name == "sources" and value.strip() in faults.sources:
        hint = f"- source: {value.strip()}"
    elif name in RECORD_LISTS and shape != "string_type":
        hint = opening(RECORD_LISTS[name], "- ")
    elif shape == "tuple_type" and isinstance(value, str):
        hint = f"{name}: [{', '.join(_listed(value[:_LONGEST]))}]"
    elif shape == "string_type" and isinstance(value, list) and value and isinstance(value[0], str):
        hint = f"{name}: {value[0][:_LONGEST]}"
    else:
        hint = example(owner, name)
    return "E021", f"{name} takes {_DUE[shape]} here, not {kind_of(value)}", hint


def _listed(text: str) -> list[str]:
    """The parts of a list in one text.

    >>> _listed("Macron, Starmer and Scholz")
    ['Macron', 'Starmer', 'Scholz']
    """
    return [part for part in re.split(r"\s*[,;&]\s*|\s+and\s+", text) if part]


def owner_of(model: type[Record], path: Path) -> type[Record]:
    """The kind of record that the last field of a path belongs to, in a record of ``model``."""
    *holders, _ = (step for step in path if isinstance(step, str))
    return NESTED_RECORDS[holders[-1]] if holders else model


def field_names(model: type[Record]) -> list[str]:
    """The names of a record's fields, as they are written in a file."""
    return [field.alias or each for each, field in model.model_fields.items()]


def _renamed(model: type[Record], name: str, meant: str, value: object) -> str:
    """The line with the field's name here; with an example where the value cannot stay as it is."""
    if name.casefold().startswith("end") and meant == "date":
        return "date: 2025-02-17/2025-02-18, from the first day to the last"
    if meant == "sources" and isinstance(value, str) and not refusal(value) and not set(value) & {*",[]{}"}:
        return f"sources: [{{url: {value}, publisher: Example News}}]"
    if meant in RECORD_LISTS or not isinstance(value, str):
        return example(model, meant)
    return meant if "\n" in value or len(value) > _LONGEST else f"{meant}: {value}"


def example(model: type[Record], name: str) -> str:
    """A field with an example value. A name of the author's own has that of its record.

    A list of sources is written as the manual writes it, in lines of its own.
    """
    if name == "sources":
        return f'"{name}:", below it {opening(RECORD_LISTS[name], "  - ")}'
    fields = model.model_fields.items()
    examples = next((field.examples for each, field in fields if name in {each, field.alias}), None)
    return f"{name}: {_flow(next(iter(examples or (model.example,))))}"


def _flow(value: object) -> str:
    """A value in YAML's one-line form."""
    match value:
        case list():
            return f"[{', '.join(_flow(each) for each in value)}]"
        case dict():
            return "{" + ", ".join(f"{key}: {_flow(each)}" for key, each in value.items()) + "}"
        case str() if value.startswith("#"):
            return f'"{value}"'
        case _:
            return str(value)


def opening(model: type[Record], dash: str = "") -> str:
    """The first two lines of a record."""
    names = dict.fromkeys((*model.required, *model.model_fields))
    first, second = (example(model, name) for name in list(names)[:2])
    return f'"{dash}{first}", on the next line "{" " * len(dash)}{second}"'


def kind_of(value: object) -> str:
    """What a value is, for a message."""
    match value:
        case list():
            return "a list"
        case dict():
            return "fields"
        case _:
            return "one text"

"""Validation errors as faults: the code, what is wrong, what to write instead."""

from __future__ import annotations

from timeline.model.problems import Location
from timeline.normalise.faults import Faults
from timeline.normalise.format import NESTED_RECORDS, RECORD_LISTS, FieldError
from timeline.normalise.format.field_types import Record
from timeline.normalise.text import is_blank, quoted

#: Codes of missing required fields; E020 for all others.
CODES_OF_MISSING = {"sources": "E027"}
#: Pydantic's name of a wrong type -> what was expected.
_DUE = {"string_type": "one text", "tuple_type": "a list", "model_type": "fields"}


def explain_error(
    model: type[Record], error: FieldError, at: Location, faults: Faults
) -> tuple[str, str, str]:
    """An error as a fault code, a message and a hint."""
    path, shape, value, fault = error
    *holders, name = (step for step in path if isinstance(step, str))
    owner = NESTED_RECORDS[holders[-1]] if holders else model
    if shape == "extra_forbidden":
        fields = [field.alias or each for each, field in owner.model_fields.items()]
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
    if name in RECORD_LISTS and shape != "string_type":
        hint = opening(RECORD_LISTS[name], "- ")
    elif shape == "tuple_type" and isinstance(value, str):
        hint = f"{name}: [{value[:80]}]"
    else:
        hint = example(owner, name)
    return "E021", f"{name} takes {_DUE[shape]} here, not {kind_of(value)}", hint


def example(model: type[Record], name: str) -> str:
    """A field with an example value. A name of the author's own has that of its record."""
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

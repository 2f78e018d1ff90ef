"""JSON Schemas of the event files, for editors that read ``# yaml-language-server: $schema=...``."""

from __future__ import annotations

import json
from typing import Any

from timeline.normalise.format import (
    EventRecord,
    EvidenceRecord,
    PersonRecord,
    PlaceRecord,
    SharedSourceRecord,
    TimelineRecord,
)
from timeline.normalise.format.field_types import Record

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
#: The folder of the schemas beside the event files, which the reader skips; event files name it.
FOLDER = ".schema"
#: Kind of file -> its name in that folder.
KINDS = {
    "events": "event",
    "timeline": "timeline",
    "people": "people",
    "places": "places",
    "sources": "sources",
    "evidence": "evidence",
}
_LISTS: dict[str, type[Record]] = {
    "people": PersonRecord,
    "places": PlaceRecord,
    "sources": SharedSourceRecord,
    "evidence": EvidenceRecord,
}


def schemas() -> dict[str, bytes]:
    """The schema of each kind of file, by its path within the folder of event files.

    >>> sorted(schemas())[:2]
    ['.schema/event.json', '.schema/evidence.json']
    """
    return {f"{FOLDER}/{name}.json": file_schema(kind).encode() for kind, name in KINDS.items()}


def file_schema(kind: str) -> str:
    """The JSON Schema of a kind of file: one of `KINDS`.

    It refuses nothing that the checks take. The checks also read dates, addresses, names and references,
    which a schema cannot.
    """
    match kind:
        case "events":
            schema = _events()
        case "timeline":
            schema = TimelineRecord.model_json_schema()
        case _:
            schema = _list(_LISTS[kind].model_json_schema())
    return json.dumps({"$schema": _DIALECT} | _as_editors_read(schema), ensure_ascii=False, indent=1) + "\n"


def _list(record: dict[str, Any]) -> dict[str, Any]:
    """A list of records, whose own definitions stand at the top."""
    definitions = record.pop("$defs", None)
    return {"type": "array", "items": record} | ({"$defs": definitions} if definitions else {})


def _events() -> dict[str, Any]:
    """An event or a list of events. What is required may be missing in an event that is a draft."""
    event = EventRecord.model_json_schema()
    records = event.pop("$defs")
    source, sources = records["SourceRecord"], event["properties"]["sources"]
    finished = {
        "required": event.pop("required"),
        "properties": {
            "sources": {"minItems": sources.pop("minItems"), "items": {"anyOf": source.pop("anyOf")}}
        },
    }
    is_draft = {"properties": {"draft": {"enum": ["true", "yes"]}}, "required": ["draft"]}
    records["Event"] = event | {"if": is_draft, "else": finished}
    one = {"$ref": "#/$defs/Event"}
    several = {"type": "array", "items": one}
    return {"title": "An event, or a list of events", "anyOf": [one, several], "$defs": records}


def _as_editors_read(schema: Any) -> Any:
    """The schema for values as YAML types them: timeline takes every value as text, an editor does not.

    No text may be empty, and choices may be written in capitals.

    >>> _as_editors_read({"type": "string"})
    {'type': ['string', 'number', 'boolean'], 'minLength': 1}
    >>> _as_editors_read({"enum": ["true"]})
    {'anyOf': [{'enum': ['true', True]}, {'type': 'string', 'pattern': '^[tT][rR][uU][eE]$'}]}
    """
    if isinstance(schema, list):
        return [_as_editors_read(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    made = {
        name: value if name in ("examples", "enum", "required") else _as_editors_read(value)
        for name, value in schema.items()
    }
    if "enum" in made:
        made.pop("type", None)
        words = made.pop("enum")
        made["anyOf"] = [{"enum": _choices(words)}, {"type": "string", "pattern": _in_either_case(words)}]
    elif made.get("type") == "string":
        made |= {"type": ["string", "number", "boolean"], "minLength": 1}
    return made


def _choices(words: list[str]) -> list[str | bool]:
    """The words, and the truth values that YAML makes of some of them."""
    truths = {"true": True, "yes": True, "false": False, "no": False}
    return [*words, *dict.fromkeys(truths[word] for word in words if word in truths)]


def _in_either_case(words: list[str]) -> str:
    """
    >>> _in_either_case(["on-off", "held"])
    '^(?:[oO][nN]-[oO][fF][fF]|[hH][eE][lL][dD])$'
    """
    spelt = [
        "".join(f"[{each}{each.upper()}]" if each.isalpha() else each for each in word) for word in words
    ]
    return f"^{spelt[0]}$" if len(spelt) == 1 else f"^(?:{'|'.join(spelt)})$"

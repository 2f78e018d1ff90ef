"""JSON Schemas of the event files, for editors that read ``# yaml-language-server: $schema=...``."""

from __future__ import annotations

import json
from typing import Any

from timeline.normalise.format import EventRecord, PersonRecord, PlaceRecord, TimelineRecord

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
#: The folder of the schemas beside the event files, which the reader skips; event files name it.
FOLDER = ".schema"


def schemas() -> dict[str, bytes]:
    """The schema of each kind of file, by its path within the folder of event files.

    >>> sorted(schemas())
    ['.schema/event.json', '.schema/people.json', '.schema/places.json', '.schema/timeline.json']
    """
    event = EventRecord.model_json_schema()
    records = {name: event.pop(name) for name in ("$defs",) if name in event}
    several = {"type": "array", "items": {"$ref": "#/$defs/Event"}}
    records["$defs"] = records.get("$defs", {}) | {"Event": event}
    made = {
        "event": {"title": "An event, or a list of events", "anyOf": [{"$ref": "#/$defs/Event"}, several]}
        | records,
        "timeline": TimelineRecord.model_json_schema(),
        "people": {"type": "array", "items": PersonRecord.model_json_schema()},
        "places": {"type": "array", "items": PlaceRecord.model_json_schema()},
    }
    return {f"{FOLDER}/{name}.json": _as_json(schema) for name, schema in made.items()}


def _as_json(schema: dict[str, Any]) -> bytes:
    text = json.dumps({"$schema": _DIALECT} | _as_editors_read(schema), ensure_ascii=False, indent=1)
    return f"{text}\n".encode()


def _as_editors_read(schema: Any) -> Any:
    """The schema for values as YAML types them: timeline takes every value as text, an editor does not.

    >>> _as_editors_read({"type": "string", "enum": ["true", "false"]})["enum"]
    ['true', 'false', True, False]
    """
    if isinstance(schema, list):
        return [_as_editors_read(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    made = {
        name: value if name in ("examples", "enum", "required") else _as_editors_read(value)
        for name, value in schema.items()
    }
    if made.get("type") == "string":
        made["type"] = ["string", "number", "boolean"]
    if "enum" in made:
        made["enum"] = made["enum"] + [
            value == "true" for value in made["enum"] if value in ("true", "false")
        ]
    return made

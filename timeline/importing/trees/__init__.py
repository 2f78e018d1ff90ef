"""Formats that are trees: JSON and XML."""

from __future__ import annotations

from typing import Any

from timeline.importing.draft import Choices, Reading, refuse
from timeline.importing.tables import sheets
from timeline.importing.trees import json_text, own_json, records, simile, timelinejs, vis
from timeline.normalise.text import quoted

_KNOWN = "JSON of TimelineJS, SIMILE or vis-timeline, a list of objects, or events.json"


def read_json(path: str, text: str, choices: Choices) -> Reading:
    """The events of a JSON file of any known kind."""
    value = json_text.parse(path, text)
    reading = _reading(value)
    table = records.table_of(path, value) if reading is None else None
    if table is not None:
        return sheets.read(table, choices)
    if reading is None:
        raise refuse(path, "E040", f"this JSON is {_described(value)}, which is no known timeline", _KNOWN)
    if not reading.drafts and not reading.others:
        raise refuse(path, "E008", "the file has no events", "a file with at least one event")
    return reading


def _reading(value: Any) -> Reading | None:
    items = vis.items_of(value)
    if items is not None:
        return vis.read(value, items)
    if not isinstance(value, dict):
        return None
    if str(value.get("format", "")).startswith("timeline-events/"):
        return own_json.read(value)
    old = value.get("timeline")
    if isinstance(old, dict) and isinstance(old.get("date"), list):
        return timelinejs.read_old(old)
    if isinstance(old, dict) and isinstance(old.get("events"), list):
        value = old
    if isinstance(value.get("events"), list) and timelinejs.is_timeline(value):
        return timelinejs.read(value)
    if isinstance(value.get("events"), list) and simile.is_timeline(value):
        return simile.read(value)
    return None


def _described(value: Any) -> str:
    """
    >>> _described({"a": 1, "b": 2}), _described([1])
    ('an object with the keys "a", "b"', 'a list')
    """
    if isinstance(value, list):
        return "a list"
    if not isinstance(value, dict):
        return "a single value"
    keys = ", ".join(quoted(str(key)) for key in list(value)[:6])
    return f"an object with the keys {keys}" if keys else "an empty object"

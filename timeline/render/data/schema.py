"""The JSON Schema (https://json-schema.org, 2020-12) of events.json, for whoever reads that file."""

from __future__ import annotations

from importlib.resources import files


def events_schema() -> str:
    """The schema of the format "timeline-events/1", as the text of a JSON file.

    >>> import json
    >>> json.loads(events_schema())["properties"]["format"]["const"]
    'timeline-events/1'
    """
    return (files("timeline.render.data") / "timeline-events-1.json").read_text(encoding="utf-8")

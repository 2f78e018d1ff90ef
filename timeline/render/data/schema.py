"""The published description of events.json: its JSON Schema, and its columns as a Markdown table."""

from __future__ import annotations

import json

from pydantic.json_schema import GenerateJsonSchema

from timeline.render.data.fields import COLUMNS, EventsFile


class _WithoutFieldTitles(GenerateJsonSchema):
    """Leaves out the title that pydantic gives each field, which only repeats its name."""

    def field_title_should_be_set(self, schema: object) -> bool:  # noqa: ARG002  pydantic's signature
        return False


def events_schema() -> str:
    """The JSON Schema (https://json-schema.org, 2020-12) of the format "timeline-events/1", as text.

    >>> json.loads(events_schema())["properties"]["format"]["const"]
    'timeline-events/1'
    """
    schema = EventsFile.model_json_schema(schema_generator=_WithoutFieldTitles, mode="serialization")
    dialect = {"$schema": GenerateJsonSchema.schema_dialect}
    return json.dumps(dialect | schema, ensure_ascii=False, indent=1) + "\n"


def columns_table() -> str:
    r"""The columns of events.csv and their meanings as a Markdown table, for the manual.

    >>> print(*columns_table().splitlines()[:3], sep="\n")
    | Column | Meaning |
    |---|---|
    | `id` | the event's id, and its anchor on the page |
    """
    cells = ((name, meaning.replace("|", r"\|")) for name, meaning in COLUMNS.items())
    rows = (f"| `{name}` | {meaning} |" for name, meaning in cells)
    return "\n".join(("| Column | Meaning |", "|---|---|", *rows)) + "\n"

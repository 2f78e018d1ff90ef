"""events.json keeps to the schema that `timeline schema` prints, and the schema describes every field."""

import json
import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import fields as fields_of
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from jsonschema import Draft202012Validator

from tests.helpers.make import event, timeline
from timeline.cli import main
from timeline.dates import resolve
from timeline.model import Era, Kind, Shape, Source
from timeline.model.kinds import SOURCE_KINDS
from timeline.model.when import Precision
from timeline.normalise.format.checks import STATUSES
from timeline.render.data import FORMAT, events_json
from timeline.render.data.schema import columns_table, events_schema
from timeline.render.data.table import COLUMNS

SCHEMA = json.loads(events_schema())
VALIDATOR = Draft202012Validator(SCHEMA, format_checker=Draft202012Validator.FORMAT_CHECKER)


def faults(data: object) -> list[str]:
    return [f"{error.json_path}: {error.message}" for error in VALIDATOR.iter_errors(data)]


@pytest.fixture
def built(site: Path) -> dict[str, Any]:
    """The events.json of the curated events, to read or to spoil."""
    data: dict[str, Any] = deepcopy(json.loads((site / "events.json").read_text(encoding="utf-8")))
    return data


def test_the_curated_events_keep_to_the_schema(built: dict[str, Any]) -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert faults(built) == []


@pytest.mark.parametrize(
    "words",
    [
        "2025-02-17T23:30Z", "circa 2014", "2025-02-17?", "late February 2025", "the 1990s", "summer 2025",
        "2025-02-17/..", "/2025-02-17", "2025-02-17T23:30Z/2025-02-18T01:00-05:00", "19th century",
        "15 March 44 BC", "264–241 BC", "February 1722 (O.S.)",
    ],
)  # fmt: skip
def test_dates_of_every_form_keep_to_the_schema(words: str) -> None:
    (when,) = resolve(words).readings
    source = Source("https://example.org/a", "A", says=words, reading=when, others=(when,), decided="date")
    made = timeline([event("talks", when, sources=(source,))], eras=(Era("Then", when),))
    assert faults(json.loads(events_json(made))) == []


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("id", ""), ("title", ""), ("start", "17 February"), ("edtf", "in spring"), ("clock", "4 pm"),
        ("precision", "exact"), ("approximate", "no"), ("kind", None), ("status", "past"),
        ("latitude", 91), ("participants", "Macron"), ("url", "javascript:alert(1)"), ("sources", []),
    ],
)  # fmt: skip
def test_the_schema_finds_a_field_that_is_not_as_it_should_be(
    built: dict[str, Any], name: str, value: object
) -> None:
    built["events"][3][name] = value
    assert [fault.partition(":")[0] for fault in faults(built)] == [f"$.events[3].{name}"]


def test_the_schema_finds_a_field_that_is_missing(built: dict[str, Any]) -> None:
    del built["events"][0]["sources"][0]["published"]
    assert faults(built) == ["$.events[0].sources[0]: 'published' is a required property"]


def objects(schema: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Every description of an object within the schema."""
    if "properties" in schema:
        yield schema
    for value in schema.values():
        for each in value if isinstance(value, list) else [value]:
            if isinstance(each, dict):
                yield from objects(each)


def test_every_field_is_described_and_none_is_left_out(built: dict[str, Any]) -> None:
    described = list(objects(SCHEMA))
    assert len(described) == 8
    for one in described:
        assert all(field.get("description") for field in one["properties"].values())
        assert one["required"] == list(one["properties"])
    assert list(SCHEMA["properties"]) == list(built)
    every = [field.name for field in fields_of(Source) if field.name != "beside"]  # it is for links alone
    assert (
        list(SCHEMA["$defs"]["SourceRow"]["properties"]) == list(built["events"][0]["sources"][0]) == every
    )


def test_the_schema_says_of_an_events_fields_what_the_file_itself_says() -> None:
    fields = SCHEMA["$defs"]["EventRow"]["properties"]
    assert {name: field["description"] for name, field in fields.items()} == COLUMNS
    assert list(fields) == list(COLUMNS)


def test_the_schema_allows_the_values_that_event_files_allow() -> None:
    fields = SCHEMA["$defs"]["EventRow"]["properties"]
    assert fields["status"]["enum"] == list(STATUSES)
    assert fields["precision"]["enum"] == [str(precision) for precision in Precision]
    assert SCHEMA["$defs"]["SourceRow"]["properties"]["kind"]["enum"] == list(SOURCE_KINDS)


def test_a_kind_of_the_authors_own_and_a_note_keep_to_the_schema() -> None:
    launch = event("launch", kind="launch", note="Apollo 13 leaves", key=True)
    data = json.loads(events_json(timeline([launch], kinds=(Kind("launch", Shape.SQUARE),))))
    assert faults(data) == []
    assert data["kinds"] == [{"name": "launch", "shape": "square"}]
    assert [data["events"][0][name] for name in ("kind", "note")] == ["launch", "Apollo 13 leaves"]


def test_the_file_names_the_version_of_the_schema_it_keeps_to(built: dict[str, Any]) -> None:
    assert built["format"] == SCHEMA["title"] == SCHEMA["properties"]["format"]["const"] == FORMAT


def test_the_manuals_table_has_a_row_of_two_cells_for_each_column() -> None:
    rows = [re.split(r"(?<!\\)\|", line)[1:-1] for line in columns_table().splitlines()]
    cells = [[cell.strip().replace(r"\|", "|") for cell in row] for row in rows]
    assert cells[:2] == [["Column", "Meaning"], ["---", "---"]]
    assert cells[2:] == [[f"`{name}`", meaning] for name, meaning in COLUMNS.items()]


def test_the_command_prints_the_schema() -> None:
    answer = CliRunner().invoke(main, ["schema"])
    assert (answer.exit_code, answer.stdout) == (0, events_schema())

"""A new project: what it holds, what editors make of it, and that nothing is ever replaced."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.helpers.editors import typed, validator
from timeline.build import check
from timeline.editing.project import start_project
from timeline.model import Timeline
from timeline.writing import WriteError
from timeline.writing.new_files import ExistingFilesError, create_files

if TYPE_CHECKING:
    from jsonschema import Draft202012Validator


def parsed(file: Path) -> Any:
    return typed(file.read_text(encoding="utf-8"))


@pytest.fixture(params=[False, True], ids=["story", "example"])
def events(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """The event files of a new project."""
    start_project(tmp_path / "project", has_example=request.param)
    return tmp_path / "project" / "events"


def test_a_new_project_has_no_fault_and_no_warning(events: Path, curated: Timeline) -> None:
    timeline, problems = check((events,))
    assert problems == ()
    assert timeline is not None
    assert len(timeline.events) in {3, len(curated.events)}


def test_the_story_says_that_it_is_invented_and_cites_only_reserved_hosts(tmp_path: Path) -> None:
    start_project(tmp_path, has_example=False)
    timeline, _ = check((tmp_path,))
    assert timeline is not None
    assert timeline.kicker == "An invented story"
    for source in timeline.sources:
        assert source.url.split("/")[2].endswith("example.org")
        assert source.title.endswith("(invented)")


def test_every_field_of_the_story_has_a_comment(tmp_path: Path) -> None:
    start_project(tmp_path, has_example=False)
    for file in (tmp_path / "events").glob("*.yaml"):
        block = False
        for line in file.read_text(encoding="utf-8").splitlines()[2:]:
            continues = block and (line.startswith("  ") or not line)
            if line.lstrip().startswith("#") or not line or continues:
                continue
            assert " # " in line or line.startswith("  load test:"), f"{file.name}: {line}"
            block = ": >" in line


def test_each_file_names_its_schema_for_editors(tmp_path: Path) -> None:
    start_project(tmp_path, has_example=False)
    for file in (tmp_path / "events").glob("*.yaml"):
        modeline = file.read_text(encoding="utf-8").splitlines()[0]
        prefix = "# yaml-language-server: $schema="
        assert modeline.startswith(prefix)
        assert (file.parent / modeline.removeprefix(prefix)).is_file()


def schema(events: Path, name: str) -> Draft202012Validator:
    return validator((events / ".schema" / f"{name}.json").read_text(encoding="utf-8"))


def test_every_file_is_valid_by_its_schema(events: Path) -> None:
    for file in events.glob("*.yaml"):
        kind = file.stem.removeprefix("_") if file.stem.startswith("_") else "event"
        faults = [error.message for error in schema(events, kind).iter_errors(parsed(file))]
        assert faults == [], file.name


def test_the_schema_takes_a_list_of_events_and_refuses_an_unknown_field(tmp_path: Path) -> None:
    start_project(tmp_path, has_example=False)
    event = parsed(tmp_path / "events" / "2025-09-01-reopening.yaml")
    validator = schema(tmp_path / "events", "event")
    assert validator.is_valid([event, event])
    assert not validator.is_valid(event | {"headline": "A"})
    assert not validator.is_valid(event | {"status": "planned"})


def test_a_folder_that_holds_event_files_is_left_alone(tmp_path: Path) -> None:
    mine = tmp_path / "events" / "deep" / "mine.yml"
    mine.parent.mkdir(parents=True)
    mine.write_text("title: Mine", encoding="utf-8")
    with pytest.raises(ExistingFilesError):
        start_project(tmp_path, has_example=False)
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == [mine]


def test_files_are_made_all_or_none(tmp_path: Path) -> None:
    (tmp_path / "b").write_text("mine", encoding="utf-8")
    with pytest.raises(ExistingFilesError):
        create_files(tmp_path, {"a": b"new", "b": b"new"})
    assert {path.name: path.read_text(encoding="utf-8") for path in tmp_path.iterdir()} == {"b": "mine"}


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "link.yaml").symlink_to(tmp_path / "elsewhere.yaml")
    with pytest.raises(ExistingFilesError):
        create_files(tmp_path, {"link.yaml": b"new"})
    assert not (tmp_path / "elsewhere.yaml").exists()


def test_a_file_in_the_place_of_the_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "project").write_text("mine", encoding="utf-8")
    with pytest.raises(WriteError) as refused:
        start_project(tmp_path / "project", has_example=False)
    assert "a file exists where a folder is needed" in str(refused.value)
    assert (tmp_path / "project").read_text(encoding="utf-8") == "mine"

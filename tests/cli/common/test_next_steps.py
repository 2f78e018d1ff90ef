"""`timeline` alone says what to do next in this folder."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from timeline.cli import main


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def printed() -> list[str]:
    result = CliRunner().invoke(main, [])
    assert (result.exit_code, result.stderr) == (0, "")
    return result.stdout.splitlines()


def test_in_an_empty_folder_it_names_init() -> None:
    assert printed() == [
        "There are no event files here yet.",
        "",
        "  timeline init            start with a small story, to replace with your own",
        "  timeline init --example  start with a finished timeline, to look around in",
        "  timeline help            the manual",
    ]


def test_a_spreadsheet_is_offered_to_be_imported(here: Path) -> None:
    (here / "Apollo 13.xlsx").touch()
    assert printed()[2] == '  timeline import "Apollo 13.xlsx"  make event files of this sheet'


COMMANDS = [
    "  timeline edit    change events in a form, in a browser",
    "  timeline serve   show the page in a browser while you edit",
    "  timeline check   list what is wrong",
    "  timeline build   make the page in output",
    "  timeline --help  every command",
    "  timeline help    the manual",
]


def test_beside_event_files_it_names_what_can_be_done_with_them() -> None:
    CliRunner().invoke(main, ["init"])
    assert printed() == ['The folder "events" holds event files.', "", *COMMANDS]


def test_above_a_project_it_says_where_to_go() -> None:
    CliRunner().invoke(main, ["init", "my-story"])
    assert printed() == [
        'The folder "my-story/events" holds event files.',
        "",
        "  cd my-story      go there",
        *COMMANDS,
    ]


def test_among_the_event_files_its_commands_work_too(monkeypatch: pytest.MonkeyPatch, here: Path) -> None:
    CliRunner().invoke(main, ["init"])
    monkeypatch.chdir(here / "events")
    lines = printed()
    assert lines[0] == "This folder holds event files."
    assert lines[5].split("  ")[1] == "timeline build . -o ../output"
    assert CliRunner().invoke(main, ["check", "."]).exit_code == 0


def test_yaml_of_something_else_is_no_timeline(here: Path) -> None:
    (here / "compose.yaml").write_text("services: {}", encoding="utf-8")
    assert printed()[0] == "There are no event files here yet."

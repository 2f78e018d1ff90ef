"""`timeline init`: what it prints, and that the next command works."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.helpers.event_files import an_event_file
from timeline.build import load
from timeline.cli import main
from timeline.model import Timeline


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*words: str) -> Result:
    return CliRunner().invoke(main, words)


FILES = """\
events/2025-05-12-cracks-found.yaml
events/2025-05-20-council-vote.yaml
events/2025-09-01-reopening.yaml
events/_people.yaml
events/_places.yaml
events/_timeline.yaml
"""


@pytest.mark.parametrize("words", [(), (".",), ("events",)])
def test_the_events_are_put_where_the_other_commands_look_for_them(words: tuple[str, ...]) -> None:
    result = run("init", *words)
    assert (result.exit_code, result.stdout) == (0, FILES)
    assert run("check", "--strict").stdout == "3 events, 4 sources, 2 independent: no faults\n"


def test_a_project_is_made_in_a_folder_that_is_missing() -> None:
    result = run("init", "desk/my-story")
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [f"desk/my-story/{line}" for line in FILES.splitlines()]
    assert result.stderr.startswith("Next: cd desk/my-story, then timeline ")
    assert run("check", "--strict", "desk/my-story").exit_code == 0


def test_a_title_begins_a_timeline_of_ones_own() -> None:
    result = run("init", "--title", "Apollo 13: \x1b#1")
    assert (result.exit_code, result.stdout) == (0, "events/_timeline.yaml\n")
    assert '\ntitle: "Apollo 13: #1"\n' in Path("events/_timeline.yaml").read_text("utf-8")
    assert run("fmt", "--check").exit_code == 0
    an_event_file(Path("events"))
    assert run("check", "--strict").stdout == "1 event, 1 source, 1 independent: no faults\n"
    assert load(Path("events")).title == "Apollo 13: #1"


def test_a_title_and_the_example_exclude_each_other() -> None:
    result = run("init", "--title", "A", "--example")
    assert (result.exit_code, "Try: one of them" in result.stderr) == (2, True)


def test_the_example_is_the_curated_timeline(curated: Timeline) -> None:
    result = run("--quiet", "init", "--example")
    assert (result.exit_code, result.stderr) == (0, "")
    assert run("check").stdout.startswith(f"{len(curated.events)} events, {curated.documents} sources, ")


def test_a_second_time_nothing_is_written() -> None:
    run("init")
    mine = Path("events", "2025-05-12-cracks-found.yaml")
    mine.write_text("title: Mine\n", encoding="utf-8")
    result = run("init", "--example")
    assert result.exit_code == 2
    assert "events holds event files already, such as 2025-05-12-cracks-found.yaml" in result.stderr
    assert "Try: timeline init with the name of a new folder" in result.stderr
    assert mine.read_text(encoding="utf-8") == "title: Mine\n"
    assert len(list(Path("events").glob("*.yaml"))) == 6

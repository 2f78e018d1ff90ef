"""The workflows for GitHub, our own and the one for newsrooms to copy, and the script that ours runs."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner

from tests.helpers.event_files import EVENT, SOURCE, an_event_file
from timeline.cli import main

ROOT = Path(__file__).parent.parent
OURS = ROOT / ".github" / "workflows" / "ci.yml"
NEWSROOM = ROOT / ".github" / "workflow-templates" / "publish-timeline.yml"
RUN = ROOT / ".ci" / "run"
HOOKS = ROOT / ".pre-commit-hooks.yaml"

on_unix = pytest.mark.skipif(os.name == "nt", reason=".ci/run is a script for a Unix shell")


def steps(workflow: Path, job: str) -> list[dict[str, Any]]:
    """The steps of one job."""
    found: list[dict[str, Any]] = yaml.safe_load(workflow.read_text(encoding="utf-8"))["jobs"][job]["steps"]
    return found


def follows_the_schema(workflow: Path) -> bool:
    """Whether the file has the shape that GitHub's published schema of workflows asks for."""
    import check_jsonschema

    arguments = ["--builtin-schema", "vendor.github-workflows", str(workflow)]
    answer = CliRunner().invoke(check_jsonschema.main, arguments)
    assert isinstance(answer.exception, SystemExit | None), answer.exception
    return answer.exit_code == 0


@pytest.mark.parametrize("workflow", [OURS, NEWSROOM], ids=lambda path: path.name)
def test_a_workflow_follows_githubs_schema(workflow: Path) -> None:
    assert follows_the_schema(workflow)


def test_a_workflow_with_a_misspelt_key_does_not(tmp_path: Path) -> None:
    misspelt = tmp_path / "ci.yml"
    misspelt.write_text(OURS.read_text(encoding="utf-8").replace("runs-on:", "run-on:"), encoding="utf-8")
    assert not follows_the_schema(misspelt)


def test_ours_runs_every_set_from_the_lowest_python_on() -> None:
    matrix = yaml.safe_load(OURS.read_text(encoding="utf-8"))["jobs"]["run"]["strategy"]["matrix"]
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert matrix["set"] == ["newest", "locked", "lowest"]
    assert f">={matrix['python'][0]}" == project["requires-python"]


def test_the_newsrooms_commands_check_and_build_what_is_published(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "events").mkdir()
    an_event_file(tmp_path / "events")
    monkeypatch.chdir(tmp_path)
    commands = [shlex.split(step["run"]) for step in steps(NEWSROOM, "build") if "run" in step]
    assert [command[:2] for command in commands] == [
        ["python", "-m"],
        ["timeline", "check"],
        ["timeline", "build"],
    ]
    for _, *arguments in commands[1:]:
        assert CliRunner().invoke(main, arguments).exit_code == 0
    published = steps(NEWSROOM, "build")[-1]["with"]["path"]
    assert (tmp_path / published / "index.html").is_file()


@pytest.mark.parametrize(("date", "exit_code"), [("2025-02-17", 0), ("31 June 2025", 1)])
def test_a_hook_of_pre_commit_stops_a_commit_with_a_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, date: str, exit_code: int
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "events").mkdir()
    (tmp_path / "events" / "a.yaml").write_text(f"{EVENT}date: {date}\n{SOURCE}", encoding="utf-8")
    hooks = {each["id"]: shlex.split(each["entry"]) for each in yaml.safe_load(HOOKS.read_text("utf-8"))}
    assert hooks["timeline-fmt"] == ["timeline", "fmt"]
    formatted = CliRunner().invoke(main, ["fmt", "events/a.yaml"])
    assert (formatted.exit_code, formatted.stdout) == (0, "events/a.yaml\n")
    program, *arguments = hooks["timeline-check"]
    assert program == "timeline"
    assert CliRunner().invoke(main, arguments).exit_code == exit_code


def test_the_newsrooms_workflow_never_runs_here() -> None:
    assert [file.name for file in OURS.parent.iterdir()] == ["ci.yml"]


def ran(folder: Path, readme: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """What ``.ci/run`` answers in a folder that has nothing but this README.md."""
    (folder / ".ci").mkdir()
    shutil.copy(RUN, folder / ".ci" / "run")
    (folder / "README.md").write_text(readme, encoding="utf-8")
    command = ["bash", str(folder / ".ci" / "run"), *arguments]
    return subprocess.run(command, check=False, capture_output=True, text=True)


@on_unix
def test_a_set_that_is_unknown_is_refused(tmp_path: Path) -> None:
    answer = ran(tmp_path, "", "oldest")
    assert answer.returncode == 2
    assert answer.stderr == "usage: .ci/run [newest] [locked] [lowest]\n"


@on_unix
@pytest.mark.parametrize(
    ("readme", "found"),
    [
        ("```console\n$ timeline build\n```\n", "none"),
        ("$ python -m pip install . && timeline build\n" * 2, "python -m pip install . && timeline build"),
    ],
    ids=["none", "two"],
)
def test_a_readme_without_exactly_one_command_to_build_is_refused(
    tmp_path: Path, readme: str, found: str
) -> None:
    answer = ran(tmp_path, readme)
    assert answer.returncode == 1
    wanted = 'README.md must show exactly one command "python -m pip install ... timeline build"; found: '
    assert answer.stderr.startswith(wanted + found)

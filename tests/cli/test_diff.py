"""`timeline diff`: folders, git revisions and files, what it prints and how it ends."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.conftest import without
from tests.helpers.event_files import SOURCE
from timeline.cli import main

TALKS = f"title: Talks\ndate: 2025-02-17\ntrack: Europe\n{SOURCE}"
LATER = TALKS.replace("02-17", "02-18")
CHANGED = "The date was 17 February 2025, is now 18 February 2025."
SAID = f"18 February 2025: Talks\n  {CHANGED}\n1 event changed\n"


def run(*words: str) -> Result:
    return CliRunner().invoke(main, ["diff", *words])


def git(*words: str) -> None:
    name = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *name, *words], check=True, capture_output=True)  # noqa: S607


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with two commits of the folder "our events", which has been changed since."""
    if shutil.which("git") is None:
        without("git is not installed")
    monkeypatch.chdir(tmp_path)
    file = Path("our events", "2025-02-17-talks.yaml")
    file.parent.mkdir()
    git("init", "-q")
    for text in (TALKS.replace("Talks", "Old talks"), TALKS):
        file.write_text(text, encoding="utf-8")
        Path("our events", ".hidden.yaml").write_text("{", encoding="utf-8")
        git("add", ".")
        git("commit", "-qm", "x")
    git("tag", "published")
    file.write_text(LATER, encoding="utf-8")
    return file


def test_a_revision_is_compared_with_the_files_that_are_there_now(repository: Path) -> None:
    assert run("published", "our events").stdout == SAID
    assert run("HEAD~1", "published", "--events", "our events").stdout.splitlines()[1] == (
        "  The title was “Old talks”, is now “Talks”."
    )
    found = run("HEAD", "our events", "--exit-code")
    assert (found.exit_code, found.stdout) == (1, SAID)
    assert repository.read_text(encoding="utf-8") == LATER
    assert run("HEAD", "HEAD", "--events", "our events", "--exit-code").exit_code == 0
    shutil.rmtree("our events")
    gone = run("HEAD~1", "HEAD", "--events", "our events")
    assert gone.stdout.endswith("The title was “Old talks”, is now “Talks”.\n1 event changed\n")
    Path("others").mkdir()
    assert "the folder is not there at that revision" in run("HEAD", "others").stderr


def test_what_is_no_revision_is_wrong_usage_and_never_an_option(repository: Path) -> None:
    for name in ("--output=stolen", "-h", "nosuch", "HEAD:our events", "a\nb", "", "published^{tree}"):
        found = run("--", name, "our events")
        assert found.exit_code == 2, name
        assert "is not a folder, an events.json or a git revision of our events: " in found.stderr
    assert [each.name for each in repository.parent.parent.iterdir() if each.name != ".git"] == [
        "our events"
    ]


def test_a_fault_at_a_revision_is_told_with_its_place(repository: Path) -> None:
    repository.write_text(TALKS.replace("2025-02-17", "31 June 2025"), encoding="utf-8")
    git("commit", "-qam", "x")
    repository.write_text(LATER, encoding="utf-8")
    found = run("HEAD", "our events")
    assert found.exit_code == 1
    assert found.stderr.startswith("HEAD:our events/2025-02-17-talks.yaml:2:7: error[E012] ")


def test_folders_and_files_of_a_build_are_compared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("timeline.render.pictures.png.can_draw", lambda: False)
    for name, text in {"old": TALKS, "events": LATER}.items():
        Path(name).mkdir()
        Path(name, "2025-02-17-talks.yaml").write_text(text, encoding="utf-8")
    assert run("old").stdout == run("old", "events").stdout == SAID
    CliRunner().invoke(main, ["build", "old"], catch_exceptions=False)
    assert run("output/events.json", "events").stdout == SAID
    assert json.loads(run("output/events.json", "--format", "json").stdout)["counts"]["changed"] == 1
    assert run("old", "--format", "md").stdout == (
        f"**18 February 2025: Talks**\n\n- {CHANGED}\n\n1 event changed.\n"
    )
    assert run("old", "output/events.json").stdout == "No differences for readers\n"
    built = CliRunner().invoke(main, ["build", "--changes-since", "output/events.json"])
    assert built.exit_code == 0, built.stderr
    assert "output/changes.json" in built.stdout
    written = Path("output", "changes.json").read_text(encoding="utf-8")
    assert [each["text"] for each in json.loads(written)["changes"]] == [CHANGED]
    CliRunner().invoke(main, ["build", "--changes-since", "output/events.json"])
    assert json.loads(Path("output", "changes.json").read_bytes())["changes"] == []
    Path("other.json").write_text("[]", encoding="utf-8")
    refused = run("other.json")
    assert refused.exit_code == 1
    assert refused.stderr.startswith(
        "other.json:1:1: error[E041] it is not an events.json that timeline has made\n"
    )
    outside = run("HEAD")
    assert outside.exit_code == 2

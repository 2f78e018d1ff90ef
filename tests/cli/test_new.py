"""`timeline new`: what it prints, and how it ends."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from timeline import fetching
from timeline.cli import main
from timeline.fetching import Fetched

PAGE = '<title>Leaders meet</title><link rel="canonical" href="https://www.example.org/story">'


@pytest.fixture(autouse=True)
def events(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The event files of a new project."""
    monkeypatch.chdir(tmp_path)
    run("init")
    return tmp_path / "events"


def run(*words: str) -> Result:
    return CliRunner().invoke(main, words)


def test_a_new_event_is_a_draft_that_a_check_names_and_a_build_leaves_out() -> None:
    result = run("new", "Leaders meet", "--date", "2025-02-17")
    assert (result.exit_code, result.stdout) == (0, "events/2025-02-17-leaders-meet.yaml\n")
    assert result.stderr == ("Next: fill in the lines that begin with #, and delete the line draft: true\n")
    checked = run("check")
    assert checked.exit_code == 0
    assert '"Leaders meet" is a draft' in checked.stdout
    assert run("check", "--strict").exit_code == 1


def test_a_saved_page_becomes_the_source() -> None:
    Path("page.html").write_text(PAGE, encoding="utf-8")
    assert run("new", "--from-file", "page.html").stdout == "events/leaders-meet.yaml\n"
    assert "url: https://www.example.org/story" in Path("events", "leaders-meet.yaml").read_text("utf-8")
    assert run("new", "Another title", "--from-file", "page.html").stdout == "events/another-title.yaml\n"


def test_a_fetched_page_becomes_the_source(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "fetch", lambda address: Fetched(address, PAGE.encode()))
    assert run("new", "--from-url", "https://www.example.org/story?id=1").exit_code == 0
    assert "url: https://www.example.org/story\n" in Path("events", "leaders-meet.yaml").read_text("utf-8")


def test_a_page_that_is_in_the_list_of_sources_is_cited_by_its_id() -> None:
    record = "- id: story\n  url: https://www.example.org/story\n  publisher: Example News\n"
    Path("events/_sources.yaml").write_text(record, encoding="utf-8")
    Path("page.html").write_text(PAGE, encoding="utf-8")
    run("new", "--from-file", "page.html")
    text = Path("events", "leaders-meet.yaml").read_text("utf-8")
    assert [line.partition("#")[0].rstrip() for line in text.splitlines()[-4:-2]] == [
        "sources:",
        "  - source: story",
    ]
    assert "W023" not in run("check").stdout


def test_a_page_inside_the_network_is_refused() -> None:
    result = run("new", "--from-url", "http://127.0.0.1:9/")
    assert (result.exit_code, result.stdout) == (3, "")
    assert result.stderr == (
        "Error: http://127.0.0.1:9/ leads to 127.0.0.1, which is not an address of the public internet\n"
        "Try: save the page in a browser, then timeline new --from-file\n"
    )


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ((), "the event has no title\nTry: timeline new"),
        (("Talks", "--events", "nowhere"), "no such folder: nowhere\nTry: timeline init"),
        (("--from-file", "page.html", "--from-url", "https://www.example.org/"), "exclude each other"),
        (("Cracks found",), "events/2025-05-12-cracks-found.yaml is already there; nothing was written"),
    ],
)
def test_wrong_usage_says_what_to_do(words: tuple[str, ...], message: str) -> None:
    Path("page.html").write_text("", encoding="utf-8")
    result = run("new", *words)
    assert (result.exit_code, result.stdout) == (2, "")
    assert message in result.stderr
    assert len(list(Path("events").glob("*.yaml"))) == 6

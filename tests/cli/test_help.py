"""What `timeline help` shows of the manual."""

from __future__ import annotations

import re
import sys

import click
import pytest
from click.shell_completion import ShellComplete
from click.testing import CliRunner, Result

from timeline.cli import help, main  # noqa: A004

TOPICS = {
    "dates": "# Dates in event files\n\nA date is *a day*: naïve, 17 février.\n",
    "event-files": "# Event files\n\nOne event a file.\n",
}


@pytest.fixture
def manual(monkeypatch: pytest.MonkeyPatch) -> None:
    """A manual of two topics."""
    monkeypatch.setattr(help, "read_manual", lambda: TOPICS)


def run(*words: str) -> Result:
    return CliRunner().invoke(main, ["help", *words])


@pytest.mark.usefixtures("manual")
def test_help_lists_the_topics_with_their_titles() -> None:
    result = run()
    assert result.stdout == "dates        Dates in event files\nevent-files  Event files\n"
    assert (result.stderr, result.exit_code) == ("", 0)


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        (["timeline", "res"], ["resolve"]),
        (["timeline", "help", "fa"], ["faults"]),
        (["timeline", "export", "cs"], ["csl"]),
    ],
)
def test_a_shell_completes_commands_topics_and_formats(typed: list[str], offered: list[str]) -> None:
    *arguments, begun = typed[1:]
    complete = ShellComplete(main, {}, "timeline", "_TIMELINE_COMPLETE")
    found = [item.value for item in complete.get_completions(arguments, begun)]
    assert found == offered


@pytest.mark.usefixtures("manual")
def test_help_prints_a_topic_as_it_is_written() -> None:
    result = run("dates")
    assert result.stdout == TOPICS["dates"]
    assert (result.stderr, result.exit_code) == ("", 0)


@pytest.mark.usefixtures("manual")
def test_on_a_terminal_a_topic_is_shown_by_the_pager(monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[str] = []
    monkeypatch.setattr(click, "echo_via_pager", shown.append)
    assert main.commands["help"].callback is not None
    with click.Context(main.commands["help"]):
        monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
        main.commands["help"].callback(topic="dates")
    assert shown == [TOPICS["dates"]]


@pytest.mark.usefixtures("manual")
@pytest.mark.parametrize(
    ("topic", "message"),
    [
        ("event-flies", "the manual has no topic 'event-flies'; did you mean event-files?\n"),
        ("xyz", "the manual has no topic 'xyz'\nTry: timeline help, which lists the topics\n"),
        ("build", "the manual has no topic 'build'\nTry: timeline build --help\n"),
        (
            "../cli",
            "the manual has no topic '../cli'\nTry: timeline help, which lists the topics\n",
        ),
    ],
)
def test_an_unknown_topic_is_wrong_usage_and_the_nearest_is_named(topic: str, message: str) -> None:
    result = run(topic)
    assert result.stderr.endswith(f"Error: {message}")
    assert (result.stdout, result.exit_code) == ("", 2)


def test_the_manual_that_comes_with_the_package_can_be_read() -> None:
    topics = help.read_manual()
    assert "commands" in topics
    assert [name for name in topics if not re.fullmatch("[a-z][a-z-]*", name)] == []
    untitled = [name for name, text in topics.items() if not re.match(r"# \w", text)]
    assert untitled == []
    assert {name: run(name).stdout for name in topics} == topics


def test_the_manual_names_every_command() -> None:
    text = help.read_manual()["commands"]
    assert [name for name in main.commands if f"timeline {name}" not in text] == []

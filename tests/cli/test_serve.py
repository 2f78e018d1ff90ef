"""`timeline serve` as a process: what it prints, and how it ends."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from timeline.cli import main

PATIENCE = 60

pytestmark = pytest.mark.skipif(os.name == "nt", reason="signals are sent as on Unix")


@pytest.fixture(autouse=True)
def events(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The event files of a new project."""
    monkeypatch.chdir(tmp_path)
    run("init")
    return tmp_path / "events"


def run(*words: str) -> Result:
    return CliRunner().invoke(main, words)


@contextmanager
def serving(*words: str) -> Iterator[subprocess.Popen[str]]:
    """The command as a process of its own."""
    command = [sys.executable, "-m", "timeline", "serve", "--no-browser", *words]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
    with subprocess.Popen(command, **pipes) as process:  # type: ignore[call-overload]
        yield process
        process.kill()


def address(process: subprocess.Popen[str]) -> str:
    """The address that it prints once the page is there."""
    assert process.stdout is not None
    line = process.stdout.readline()
    assert line.startswith("events is shown at http://127.0.0.1:")
    return line.split()[-1]


def test_it_serves_the_page_until_it_is_interrupted(events: Path) -> None:
    before = sorted(path for path in events.parent.rglob("*"))
    with serving("--port", "0") as process:
        home = address(process)
        with urllib.request.urlopen(home, timeout=PATIENCE) as answer:  # noqa: S310 -- our own
            assert b"How the Old Bridge was saved" in answer.read()
        events_of = f"{home}__timeline/events"
        stream = urllib.request.urlopen(events_of, timeout=PATIENCE)  # noqa: S310 -- likewise
        stream.readline()
        process.send_signal(signal.SIGINT)
        _, stderr = process.communicate(timeout=PATIENCE)
        stream.close()
    assert process.returncode == 0
    assert stderr == (
        "3 events, 4 sources, 2 independent: no faults\n"
        "It changes whenever you save a file. Ctrl-C ends it.\n"
        "Ended\n"
    )
    assert sorted(path for path in events.parent.rglob("*")) == before


def test_faults_are_printed_as_by_check_and_it_ends_cleanly(events: Path) -> None:
    file = events / "2025-09-01-reopening.yaml"
    good = file.read_text(encoding="utf-8")
    with serving("--port", "0") as process:
        address(process)
        assert process.stderr is not None
        for _ in range(2):
            process.stderr.readline()
        file.write_text(good.replace("1 September 2025", "31 June 2025"), encoding="utf-8")
        lines = [process.stderr.readline() for _ in range(5)]
        assert lines[0] == (
            'events/2025-09-01-reopening.yaml:6:7: error[E012] date "31 June 2025": June has 30 days\n'
        )
        assert lines[3:] == ["    Try: 30 June 2025\n", "1 error in 1 file\n"]
        file.write_text(good, encoding="utf-8")
        assert process.stderr.readline() == "3 events, 4 sources, 2 independent: no faults\n"
        process.terminate()
        assert process.communicate(timeout=PATIENCE)[1] == "Ended\n"
    assert process.returncode == 0


def test_a_port_that_is_taken_is_named() -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        result = run("serve", "--no-browser", "--port", str(port))
    assert (result.exit_code, result.stdout) == (3, "")
    assert f"Error: port {port} is used by another program\nTry: --port " in result.stderr


@pytest.mark.parametrize("words", [("nowhere",), ("--port", "70000"), ("--port", "x")])
def test_wrong_usage_ends_at_once(words: tuple[str, ...]) -> None:
    assert run("serve", "--no-browser", *words).exit_code == 2

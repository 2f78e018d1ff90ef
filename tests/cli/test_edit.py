"""`timeline edit` as a command: where it can be opened, and what it says without event files."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest
from click.testing import CliRunner

from timeline.cli import main

PATIENCE = 60


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.skipif(sys.platform == "win32", reason="signals are sent as on Unix")
def test_it_says_where_the_form_is_and_ends_when_it_is_interrupted() -> None:
    CliRunner().invoke(main, ["init"])
    command = [sys.executable, "-m", "timeline", "edit", "--no-browser", "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        line = process.stdout.readline()
        assert line.startswith("events can be edited at http://127.0.0.1:")
        with urllib.request.urlopen(line.split()[-1], timeout=PATIENCE) as answer:  # noqa: S310 -- our own
            assert b"<h1>Edit events</h1>" in answer.read()
        process.send_signal(signal.SIGINT)
        _, stderr = process.communicate(timeout=PATIENCE)
    assert process.returncode == 0
    assert "Leave this window open while you edit. Ctrl-C ends it.\nEnded\n" in stderr


def test_without_event_files_it_says_how_to_begin(here: Path) -> None:
    result = CliRunner().invoke(main, ["edit", "--no-browser"])
    assert result.exit_code == 2
    assert "Error: no such folder: events\nTry: timeline init, which makes one\n" in result.stderr
    (here / "events").mkdir()
    result = CliRunner().invoke(main, ["edit", "--no-browser"])
    assert result.exit_code == 2
    assert "Error: the folder events holds no event files\nTry: timeline init, which makes" in result.stderr


def test_a_port_that_is_taken_is_named() -> None:
    CliRunner().invoke(main, ["init"])
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        result = CliRunner().invoke(main, ["edit", "--no-browser", "--port", str(port)])
    assert result.exit_code == 3
    assert f"Error: port {port} is used by another program\nTry: --port " in result.stderr

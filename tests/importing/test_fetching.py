"""A published file is fetched within bounds, and never from a private network."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from click.testing import CliRunner

from timeline.cli import main
from timeline.fetching import TEST_SWITCH
from timeline.importing import fetching
from timeline.model.problems import Problem, TimelineError


class Pages(BaseHTTPRequestHandler):
    """A CSV, redirects to it, to itself and to a file of the disk, and a file that is too large."""

    def do_GET(self) -> None:
        targets = {
            "/moved": "/list.csv",
            "/circle": "/circle",
            "/away": "file:///etc/passwd",
        }
        if self.path in targets:
            self.send_response(302)
            self.send_header("Location", targets[self.path])
            self.end_headers()
        elif self.path.partition("?")[0] in {"/list.csv", "/long"}:
            self.send_response(200)
            self.end_headers()
            with suppress(ConnectionError):  # who has had enough hangs up
                self.wfile.write(b"x" * 3_000_000 if self.path == "/long" else b"Title,Date\nTalks,1998\n")
        else:
            self.send_error(404)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 -- likewise
        """Nothing is logged."""


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Pages) as served:
        thread = threading.Thread(target=served.serve_forever, args=(0.02,))
        thread.start()
        yield f"http://127.0.0.1:{served.server_port}"
        served.shutdown()
        thread.join()


@pytest.fixture
def local(server: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """The server, to which the switch for tests allows to connect."""
    monkeypatch.setenv(TEST_SWITCH, "1")
    return server


def refused(url: str) -> Problem:
    with pytest.raises(TimelineError) as raised:
        fetching.fetch(url)
    (problem,) = raised.value.problems
    return problem


@pytest.mark.parametrize("path", ["/list.csv", "/moved"])
def test_a_file_is_fetched_also_after_a_redirect(local: str, path: str) -> None:
    assert fetching.fetch(local + path) == b"Title,Date\nTalks,1998\n"


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("/none", "the address answers with the status 404"),
        ("/circle", "the address leads on to more than 5 other addresses"),
        ("/away", "the address does not begin with https:// or http://"),
    ],
)
def test_an_address_without_a_file_is_refused_by_name(local: str, path: str, message: str) -> None:
    assert refused(local + path).message == message


def test_a_file_that_is_too_large_is_refused(local: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "MAX_BYTES", 2_000_000)
    assert refused(f"{local}/long").message == "the address has more than 2 MB"


def test_the_command_takes_an_address(server: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    private = CliRunner().invoke(main, ["import", f"{server}/list.csv", "-o", "new"])
    assert private.exit_code == 1
    assert "leads to 127.0.0.1, which is not an address of the public internet" in private.stderr
    monkeypatch.setenv(TEST_SWITCH, "1")
    new = tmp_path / "new"
    result = CliRunner().invoke(main, ["import", f"{server}/list.csv?output=csv", "-o", str(new)])
    assert result.exit_code == 0, result.output
    assert "In:  1 row of CSV" in result.stdout
    assert "title: list\n" in (new / "_timeline.yaml").read_text()

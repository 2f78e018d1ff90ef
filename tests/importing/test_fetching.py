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
from timeline.importing import fetching
from timeline.model.problems import Problem, TimelineError


class Pages(BaseHTTPRequestHandler):
    """A CSV, redirects to it, to itself and into a private network, and a file without an end."""

    def do_GET(self) -> None:
        targets = {
            "/moved": "/list.csv",
            "/circle": "/circle",
            "/away": "file:///etc/passwd",
            "/private": "http://10.0.0.1/",
        }
        if self.path in targets:
            self.send_response(302)
            self.send_header("Location", targets[self.path])
            self.end_headers()
        elif self.path in {"/list.csv", "/long"}:
            self.send_response(200)
            self.end_headers()
            with suppress(ConnectionError):  # who has had enough hangs up
                self.wfile.write(
                    b"Title,Date\nTalks,1998\n" if self.path == "/list.csv" else b"x" * 3_000_000
                )
        else:
            self.send_error(404)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 -- likewise
        """Nothing is logged."""


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Pages) as served:
        thread = threading.Thread(target=served.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{served.server_port}"
        served.shutdown()
        thread.join()


def is_local(address: str) -> bool:
    return address == "127.0.0.1"


def refused(url: str, allows: fetching.Allows = is_local) -> Problem:
    with pytest.raises(TimelineError) as raised:
        fetching.fetch(url, allows)
    (problem,) = raised.value.problems
    return problem


@pytest.mark.parametrize("path", ["/list.csv", "/moved"])
def test_a_file_is_fetched_also_after_a_redirect(server: str, path: str) -> None:
    assert fetching.fetch(server + path, is_local) == b"Title,Date\nTalks,1998\n"


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("/none", "the server answers 404"),
        ("/circle", "more than 5 redirects"),
        ("/away", 'the address "file:///etc/passwd" does not begin with https:// or http://'),
        ("/private", '"10.0.0.1" is not on the public internet'),
    ],
)
def test_an_address_without_a_file_is_refused_by_name(server: str, path: str, message: str) -> None:
    assert refused(server + path).message == message


def test_a_file_that_is_too_large_is_refused(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "MAX_BYTES", 2_000_000)
    assert refused(f"{server}/long").message == "there are more than 2 MB at this address"


def test_a_slow_file_is_refused(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "MAX_SECONDS", -1)
    assert refused(f"{server}/long").message == "127.0.0.1 does not answer: it took too long"


@pytest.mark.parametrize(
    "host",
    [
        *("127.0.0.1", "localhost", "[::1]", "10.1.2.3", "169.254.169.254", "[fd00::1]", "[::]"),
        *("[::ffff:127.0.0.1]", "[64:ff9b::a00:1]", "[2002:7f00:1::]"),
    ],
)
def test_nothing_on_a_private_network_is_connected_to(host: str) -> None:
    problem = refused(f"http://{host}/list.csv", fetching.is_public)
    assert problem.message.endswith("is not on the public internet")


def test_the_command_takes_an_address(server: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    private = CliRunner().invoke(main, ["import", f"{server}/list.csv", "-o", "new"])
    assert (private.exit_code, "is not on the public internet" in private.stderr) == (1, True)
    monkeypatch.setattr(fetching, "fetch", lambda _: b"Title,Date\nTalks,1998\n")
    new = tmp_path / "new"
    result = CliRunner().invoke(main, ["import", f"{server}/list.csv?output=csv", "-o", str(new)])
    assert result.exit_code == 0, result.output
    assert "In:  1 row of CSV" in result.stdout
    assert "title: list\n" in (new / "_timeline.yaml").read_text()

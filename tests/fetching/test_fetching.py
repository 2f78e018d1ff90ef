"""Fetching a page: only from the public internet, within bounds. The servers are on this machine."""

from __future__ import annotations

import gzip
import socket
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

import pytest

from timeline.fetching import TEST_SWITCH, Fetched, FetchError, addresses, fetch, pages
from timeline.normalise.format.ip_addresses import is_public

HTML = {"Content-Type": "text/html; charset=utf-8"}


@dataclass
class Site:
    """A server: its address, the answers by path (status, headers, body), and the requests it got."""

    home: str
    answers: dict[str, tuple[int, dict[str, str], bytes]] = field(default_factory=dict)
    requests: list[str] = field(default_factory=list)


@pytest.fixture
def site() -> Iterator[Site]:
    """A server on this machine."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            found.requests.append(self.path)
            status, headers, body = found.answers.get(self.path, (404, HTML, b""))
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Does not log requests."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    found = Site(f"http://127.0.0.1:{server.server_port}")
    Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    yield found
    server.shutdown()
    server.server_close()


@pytest.fixture
def allowed(monkeypatch: pytest.MonkeyPatch) -> None:
    """The switch for tests is on."""
    monkeypatch.setenv(TEST_SWITCH, "1")


def refused(address: str) -> str:
    with pytest.raises(FetchError) as error:
        fetch(address)
    return str(error.value)


@pytest.mark.usefixtures("allowed")
def test_a_page_is_fetched_after_redirects(site: Site) -> None:
    site.answers["/a"] = (302, {"Location": "/b?x=ä".encode().decode("latin-1")}, b"")
    site.answers["/b?x=%C3%A4"] = (200, HTML, b"<p>")
    assert fetch(f"{site.home}/a") == Fetched(f"{site.home}/b?x=%C3%A4", b"<p>", "utf-8")


@pytest.mark.usefixtures("allowed")
def test_a_compressed_page_is_unpacked(site: Site) -> None:
    site.answers["/"] = (200, HTML | {"Content-Encoding": "gzip"}, gzip.compress(b"<p>"))
    assert fetch(site.home).content == b"<p>"


@pytest.mark.parametrize("path", ["/page", "/bomb"])
@pytest.mark.usefixtures("allowed")
def test_a_page_that_is_too_large_is_refused(
    site: Site, path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pages, "MAX_BYTES", 1_000_000)
    large = b"x" * 1_000_001
    site.answers["/page"] = (200, HTML, large)
    site.answers["/bomb"] = (200, HTML | {"Content-Encoding": "gzip"}, gzip.compress(large))
    assert refused(site.home + path) == "has more than 1 MB"


@pytest.mark.usefixtures("allowed")
def test_a_server_that_never_answers_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "TIMEOUT", 0.2)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        assert refused(f"http://127.0.0.1:{silent.getsockname()[1]}/") in (
            "has not answered within 0 seconds",
            "does not answer",
        )


@pytest.mark.parametrize(
    ("answer", "message"),
    [
        ((403, HTML, b""), "answers with the status 403"),
        ((200, {"Content-Type": "application/pdf"}, b""), "is not a web page but application/pdf"),
        ((302, {"Location": "/"}, b""), "leads on to more than 5 other addresses"),
        ((302, {"Location": "file:///etc/passwd"}, b""), "does not begin with https:// or http://"),
        ((200, HTML | {"Content-Encoding": "gzip"}, b"no gzip"), "cannot be fetched: error"),
    ],
)
@pytest.mark.usefixtures("allowed")
def test_what_is_no_page_is_named(site: Site, answer: Any, message: str) -> None:
    site.answers["/"] = answer
    assert refused(f"{site.home}/") == message


@pytest.mark.parametrize(
    ("address", "message"),
    [
        ("ftp://www.example.org/", "does not begin with https:// or http://"),
        ("file:///etc/passwd", "does not begin with https:// or http://"),
        ("https://user:secret@www.example.org/", "holds a user name or password"),
    ],
)
def test_only_full_web_addresses_are_fetched(address: str, message: str) -> None:
    assert refused(address) == message


def test_without_the_switch_this_machine_is_never_connected_to(site: Site) -> None:
    site.answers["/"] = (200, HTML, b"<p>")
    for host in ("127.0.0.1", "localhost"):
        message = refused(site.home.replace("127.0.0.1", host))
        assert message.endswith("which is not an address of the public internet")
    assert site.requests == []


@pytest.mark.parametrize(
    "address",
    [
        *("127.0.0.1", "127.1.2.3", "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254"),
        *(
            "100.64.0.1",
            "100.100.100.200",
            "168.63.129.16",
            "224.0.0.1",
            "255.255.255.255",
            "192.0.0.192",
            "0.0.0.1",
        ),
        *(
            "::",
            "::1",
            "fe80::1",
            "fe80::1%eth0",
            "fc00::1",
            "fd00:ec2::254",
            "ff02::1",
            "::ffff:127.0.0.1",
        ),
        *("::127.0.0.1", "64:ff9b::a9fe:a9fe", "2002:7f00:1::", "2001:0:1::", "64:ff9b:1::1"),
    ],
)
def test_no_address_inside_a_network_is_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["93.184.215.14", "8.8.8.8", "2606:2800:21f:cb07:6820:80da:af6b:8b2c"])
def test_addresses_of_the_internet_are_public(address: str) -> None:
    assert is_public(address)


def test_a_redirect_is_checked_like_the_first_address(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(addresses, "is_public", lambda address: address == "127.0.0.1")
    inside = site.home.replace("127.0.0.1", "127.0.0.2")
    site.answers["/"] = (302, {"Location": f"{inside}/secret"}, b"")
    assert refused(f"{site.home}/").startswith("leads to 127.0.0.2")
    assert site.requests == ["/"]


def test_a_name_is_looked_up_once_and_all_its_addresses_count(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.answers["/"] = (200, HTML, b"<p>")
    port = int(site.home.rpartition(":")[2])
    answers = [["127.0.0.1"], ["127.0.0.2"]]

    def look_up(host: str, *_: object, **_more: object) -> list[tuple[Any, ...]]:
        assert host == "rebinding.example.org"
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (each, port)) for each in answers.pop(0)]

    with monkeypatch.context() as patched:
        patched.setattr(addresses, "is_public", lambda address: address == "127.0.0.1")
        patched.setattr(socket, "create_connection", lambda where, **_: connected(where[0], where[1]))
        patched.setattr(socket, "getaddrinfo", look_up)
        assert fetch(f"http://rebinding.example.org:{port}/").content == b"<p>"
        answers[:] = [["127.0.0.1", "127.0.0.2"]]
        assert refused(f"http://rebinding.example.org:{port}/").startswith("leads to 127.0.0.2")


def connected(host: str, port: int) -> socket.socket:
    """A connection without a look-up of the name."""
    assert host == "127.0.0.1"
    made = socket.socket()
    made.connect((host, port))
    return made

"""Asking whether something is at an address: one request within bounds, whatever the server does."""

from __future__ import annotations

import gzip
import socket
import time
from collections.abc import Callable, Iterator

import pytest

from tests.helpers.sites import Site, http_site, raw_site
from timeline.fetching import (
    TEST_SWITCH,
    Answer,
    BrokenAnswerError,
    FetchError,
    UnknownHostError,
    ask,
    fetch,
)

#: Longer than any of these tests takes.
PATIENT = 5.0


@pytest.fixture
def site() -> Iterator[Site]:
    with http_site() as found:
        yield found


@pytest.fixture
def allowed(monkeypatch: pytest.MonkeyPatch) -> None:
    """The switch for tests is on."""
    monkeypatch.setenv(TEST_SWITCH, "1")


@pytest.mark.usefixtures("allowed")
def test_one_request_is_made_and_no_redirect_followed(site: Site) -> None:
    site.answers["/a"] = (301, {"Location": "/b?x=ä".encode().decode("latin-1"), "Retry-After": " 7 "})
    assert ask(f"{site.home}/a", "HEAD", PATIENT) == Answer(301, f"{site.home}/b?x=%C3%A4", "7")
    assert site.requests == ["HEAD /a"]
    assert site.agents == {"timeline (checks links)"}


@pytest.mark.parametrize(
    ("location", "leads_to"),
    [
        ("file:///etc/passwd", "file:///etc/passwd"),
        ("//other.example.org/x", "http://other.example.org/x"),
        ("/\xff\xfe\x80", "/%FF%FE%80"),
        ("a b\tc", "/a%20b%09c"),
        ("", ""),
    ],
)
@pytest.mark.usefixtures("allowed")
def test_odd_locations_become_addresses(site: Site, location: str, leads_to: str) -> None:
    site.answers["/"] = (302, {"Location": location})
    found = ask(f"{site.home}/", "HEAD", PATIENT)
    assert found.location == (site.home + leads_to if leads_to.startswith("/") else leads_to)


@pytest.mark.parametrize("function", [fetch, lambda address: ask(address, "HEAD", PATIENT)])
@pytest.mark.parametrize(
    ("location", "message"),
    [
        ("http://[::1", "leads on to an address that cannot be read"),
        ("/" + "x" * 8_000, "leads on to an address that is too long"),
    ],
)
@pytest.mark.usefixtures("allowed")
def test_a_location_that_is_no_address_is_refused(
    site: Site, function: Callable[[str], object], location: str, message: str
) -> None:
    site.answers["/"] = (302, {"Location": location})
    with pytest.raises(FetchError, match=f"^{message}$"):
        function(f"{site.home}/")


OK = b"HTTP/1.1 200 OK\r\n"


def endlessly(chunk: bytes, *, first: bytes = OK, pause: float = 0) -> Iterator[bytes]:
    yield first
    while True:
        yield chunk
        time.sleep(pause)


@pytest.mark.parametrize(
    "chunks",
    [
        lambda: endlessly(b"X-A: b\r\n"),
        lambda: endlessly(b"x" * 10_000),
        lambda: iter([b"SSH-2.0-OpenSSH_9.2\r\n"]),
        lambda: iter([]),
    ],
)
@pytest.mark.usefixtures("allowed")
def test_a_server_that_does_not_speak_http_is_given_up(chunks: Callable[[], Iterator[bytes]]) -> None:
    with (
        raw_site(chunks) as address,
        pytest.raises(BrokenAnswerError, match=r"^gives no answer that is HTTP$"),
    ):
        ask(address, "HEAD", PATIENT)


@pytest.mark.parametrize(
    "chunks",
    [
        lambda: endlessly(b"X: " + b"x" * 60_000 + b"\r\n"),
        lambda: endlessly(b"HTTP/1.1 100 Continue\r\n\r\n", first=b""),
    ],
)
@pytest.mark.usefixtures("allowed")
def test_headers_have_a_bound(chunks: Callable[[], Iterator[bytes]]) -> None:
    with raw_site(chunks) as address, pytest.raises(FetchError, match=r"^sends more than was asked for$"):
        ask(address, "HEAD", PATIENT)


@pytest.mark.usefixtures("allowed")
def test_a_server_that_is_not_there_refuses_the_connection() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    with pytest.raises(FetchError, match=r"^refuses the connection$"):
        ask(f"http://127.0.0.1:{port}/", "HEAD", PATIENT)


@pytest.mark.usefixtures("allowed")
def test_a_server_that_drips_bytes_is_left_when_the_time_is_over() -> None:
    with raw_site(lambda: endlessly(b"a", pause=0.02)) as address, pytest.raises(FetchError) as error:
        ask(address, "HEAD", 0.2)
    assert str(error.value) in ("has not answered within 0 seconds", "does not answer")


@pytest.mark.parametrize(
    "answer",
    [
        OK
        + b"Content-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n"
        + gzip.compress(bytes(1_000_000), mtime=0),
        OK + b"Content-Length: 999999999999\r\n\r\nshort",
        OK + b"Content-Length: -1\r\n\r\n",
        OK + b"Transfer-Encoding: chunked\r\n\r\nno chunk",
    ],
)
@pytest.mark.parametrize("method", ["HEAD", "GET"])
@pytest.mark.usefixtures("allowed")
def test_what_follows_the_headers_does_not_matter(answer: bytes, method: str) -> None:
    with raw_site(lambda: endlessly(b"x" * 10_000, first=answer)) as address:
        assert ask(address, method, PATIENT) == Answer(200)


@pytest.mark.usefixtures("allowed")
def test_any_three_digits_are_a_status() -> None:
    with raw_site(lambda: iter([b"HTTP/1.1 999 Request denied\r\n\r\n"])) as address:
        assert ask(address, "HEAD", PATIENT) == Answer(999)


def test_without_the_switch_this_machine_is_never_asked(site: Site) -> None:
    with pytest.raises(FetchError, match=r"which is not an address of the public internet$"):
        ask(f"{site.home}/", "HEAD", PATIENT)
    assert site.requests == []


@pytest.mark.parametrize(("number", "is_certain"), [("EAI_NONAME", True), ("EAI_AGAIN", False)])
def test_a_host_that_the_name_service_does_not_know(
    monkeypatch: pytest.MonkeyPatch, number: str, is_certain: bool
) -> None:
    def look_up(*_: object, **_more: object) -> None:
        raise socket.gaierror(getattr(socket, number), "not known")

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    with pytest.raises(UnknownHostError, match=r"^is on the host no\.example\.org, ") as error:
        ask("https://no.example.org/", "HEAD", PATIENT)
    assert error.value.is_certain == is_certain


def test_a_host_that_no_name_service_can_know_is_no_fault_of_the_program() -> None:
    with pytest.raises(UnknownHostError):
        ask(f"https://{'a' * 64}.example.org/", "HEAD", PATIENT)

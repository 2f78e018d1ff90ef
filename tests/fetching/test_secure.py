"""Connections by https: only to a host whose certificate is trusted, and within the same bounds.

``localhost.pem`` is a key and a certificate for this machine, made for these tests; valid until 2120.
"""

from __future__ import annotations

import ssl
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.helpers.sites import Site, http_site, raw_site
from timeline.fetching import TEST_SWITCH, Answer, FetchError, ask, connection

CERTIFICATE = Path(__file__).with_name("localhost.pem")
#: Longer than any of these tests takes.
PATIENT = 5.0


@pytest.fixture(autouse=True)
def _allowed(monkeypatch: pytest.MonkeyPatch) -> None:
    """The switch for tests is on."""
    monkeypatch.setenv(TEST_SWITCH, "1")


@pytest.fixture
def site() -> Iterator[Site]:
    with http_site(CERTIFICATE) as found:
        yield found


@pytest.fixture
def trusted(monkeypatch: pytest.MonkeyPatch) -> None:
    """The certificate of the tests is trusted, and no other."""
    context = ssl.create_default_context(cafile=CERTIFICATE)
    monkeypatch.setattr(connection, "tls", lambda: context)


@pytest.mark.usefixtures("trusted")
def test_a_host_that_is_trusted_is_asked(site: Site) -> None:
    site.answers["/a"] = (301, {"Location": "/b"})
    assert ask(f"{site.home}/a", "HEAD", PATIENT) == Answer(301, f"{site.home}/b")


def test_a_host_that_is_not_trusted_is_not_asked(site: Site) -> None:
    with pytest.raises(FetchError, match=r"^has a certificate that is not trusted$"):
        ask(f"{site.home}/a", "HEAD", PATIENT)
    assert site.requests == []


@pytest.mark.usefixtures("trusted")
def test_a_certificate_for_another_host_is_not_trusted(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "look_up", lambda *_: ("127.0.0.1",))
    with pytest.raises(FetchError, match=r"^has a certificate that is not trusted$"):
        ask(site.home.replace("127.0.0.1", "www.example.org"), "HEAD", PATIENT)
    assert site.requests == []


def test_a_server_without_encryption_offers_no_secure_connection() -> None:
    with (
        raw_site(lambda: iter([b"HTTP/1.1 400 Bad Request\r\n\r\n"])) as address,
        pytest.raises(FetchError, match=r"^offers no secure connection$"),
    ):
        ask(address.replace("http:", "https:"), "HEAD", PATIENT)

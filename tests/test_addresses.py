"""Which addresses a source may have."""

from __future__ import annotations

import pytest

from timeline.normalise.addresses import refusal


@pytest.mark.parametrize(
    "address",
    [
        "https://www.example.org",
        "HTTP://EXAMPLE.org:8080/a%20b?c=d&e='f'#g",
        "https://bücher.example/ü",
        "http://192.0.2.1/",
        "https://en.wikipedia.org/wiki/2025_London_Summit_on_Ukraine_(March)",
    ],
)
def test_an_address_that_every_reader_reads_alike_passes(address: str) -> None:
    assert refusal(address) == ""


@pytest.mark.parametrize(
    "address",
    [
        "",
        "javascript:alert(1)",
        "data:text/html,x",
        "//example.org/",
        "www.example.org",
        "https:example.org",
        "https:/example.org",
        "https:///example.org",
        "https://",
        "https://?x",
        "https://user@example.org/",
        "https://example.org\\@evil.example/",
        "https://exa mple.org/",
        "https://example.org/a b",
        " https://example.org/",
        "https://example.org/\n",
        "https://example.org/\u202e",
        "https://example.org/\u00a0",
        "https://ex%61mple.org/",
        "https://example.org:0/",
        "https://example.org:99999/",
        "https://example.org:8x/",
        "https://2130706433/",
        "https://0x7f.1/",
        "https://010.0.0.1/",
        "https://[::1]/",
        "https://[",
        "https://ⅵ.example/",
        "https://example.org\u3002evil.example/",
        "https://.example.org/",
        "https://a..b/",
        "https://<b>/",
    ],
)
def test_an_address_that_might_be_read_otherwise_is_refused(address: str) -> None:
    assert refusal(address)

"""Which addresses a source may have."""

from __future__ import annotations

import random
from urllib.parse import urlsplit

import pytest

from tests.conftest import Opened
from timeline.normalise.format.hosts import misleading_host
from timeline.normalise.format.urls import in_letters, refusal

PORTS = {"http": 80, "https": 443}


@pytest.mark.parametrize(
    "address",
    [
        "https://www.example.org",
        "HTTP://EXAMPLE.org:8080/a%20b?c=d&e='f'#g",
        "https://bücher.example/ü",
        "https://3bücher.example/",
        "https://[::1]/",
        "https://[1::]/",
        "http://192.0.2.1/",
        "https://example.org:65535/",
        "https://example.org:1/",
        "https://" + "a." * 125 + "org/",
        "https://\u05d0\u05d1.example/",
        "https://\u0627\u0644\u0639\u0631\u0628\u064a\u0629.example/",
        "https://[2001:db8::1]:8080/a?b=c&d=e#f",
        "https://xn--bcher-kva.example/",
        "https://example.org/a%20b%2Fc?d=%22|[]{}'",
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
        "https://example.org:65536/",
        "https://" + "a." * 125 + "orgs/",
        "https://ex\uff41mple.org/",
        "https://e\u0301xample.org/",
        "https://\u05d0a.example/",
        "https://1a.\u05d0\u05d1.example/",
        "https://example.org:8x/",
        "https://2130706433/",
        "https://0x7f.1/",
        "https://010.0.0.1/",
        "https://[::1",
        "https://[::1%25eth0]/",
        "https://[1::2::3]/",
        'https://example.org/"onclick=',
        "https://example.org/<b>",
        "https://xn--a/",
        "https://" + "ü" * 64 + ".example/",
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


@pytest.mark.parametrize(
    ("character", "name"),
    [
        *((" ", "a space"), ("\t", "a tab"), ("\n", "a line break"), ("\\", "a backslash")),
        *(('"', "a quotation mark"), ("<", "the character <"), ("`", "the character `")),
        ("\u202e", "the character U+202E"),
    ],
)
def test_a_character_that_an_address_may_not_hold_is_named(character: str, name: str) -> None:
    assert refusal(f"https://example.org/a{character}b") == f"holds {name}"


@pytest.mark.parametrize(
    ("address", "host"),
    [
        ("https://www.ex\u0430mple.org/", "www.xn--exmple-4nf.org"),
        ("https://\u0430\u0440\u0440\u04cf\u0435.com/", "xn--80ak6aa92e.com"),
        ("https://\u03bf\u03c5\u03c1\u03b1.example/", "xn--mxa1agp.example"),
        ("https://\u0261oogle.example/", "xn--oogle-qmc.example"),
        ("https://b\u00fccher.example/", ""),
        ("https://\u043a\u0442\u043e.\u0440\u0444/", ""),
        ("https://\u0441\u043e\u0440.\u0440\u0444/", ""),
        ("https://\u65e5\u672c\u30abA.example/", ""),
        # Lisu, Cherokee and Coptic
        ("https://\ua4d6\ua4f3\ua4f3\ua4d6\ua4e1\ua4f0.com/", "xn--9l8aa7aydma.com"),
        ("https://\u13c0\u13be\u13be\u13c0.com/", "xn--09daec.com"),
        ("https://\u2c9f\u2ca3\u2c89.com/", "xn--dhj1bm.com"),
        # a dot below, a dotless i, wynn, a click, small capitals, a slash of Japanese
        ("https://g\u1ecd\u1ecdgle.com/", "xn--ggle-gx5aa.com"),
        ("https://tw\u0131tter.com/", "xn--twtter-q9a.com"),
        ("https://\u01bfaypal.com/", "xn--aypal-ytb.com"),
        ("https://\u01c3google.com/", "xn--google-v3b.com"),
        ("https://\u0280euters.com/", "xn--euters-o6c.com"),
        ("https://example.com\u30ceindex.example.net/", "example.xn--comindex-634g.example.net"),
        # two scripts in one word
        ("https://ex\u0436mple.com/", "xn--exmple-cpf.com"),
        # punycode written out
        ("https://xn--80ak6aa92e.com/", "xn--80ak6aa92e.com (\u0430\u0440\u0440\u04cf\u0435.com)"),
        ("https://www.xn--twtter-q9a.com/", "www.xn--twtter-q9a.com (www.tw\u0131tter.com)"),
        # words that are what they seem
        ("https://xn--bcher-kva.example/", ""),
        ("https://k\u0131rm\u0131z\u0131.com.tr/", ""),
        ("https://\u00feing.is/", ""),
        ("https://h\u1ecdcvi\u1ec7n.com/", ""),
        ("https://h\u1ecdc.vn/", ""),
        ("https://\u0219tiri.com/", ""),
        ("https://\u00e6ble.com/", ""),
        ("https://c\u01a1m.com/", ""),
        ("https://\u03b5\u03b8\u03bd\u03bf\u03c2.com/", ""),
        ("https://\ud55c\uad6d.com/", ""),
        ("https://k\u6f22\ud55c.com/", ""),
        ("https://\u0625.com/", ""),
        ("https://\u0627\u0644\u0639\u0631\u0628\u064a\u0629.com/", ""),
    ],
)
def test_a_host_that_may_pass_for_another_is_told_in_punycode(address: str, host: str) -> None:
    assert misleading_host(address) == host


def test_a_host_that_cannot_be_decoded_stays_as_it_is() -> None:
    assert in_letters("www.xn--a.example") == "www.xn--a.example"


#: What an address can be made of, and what a browser would mend.
PARTS = [
    *(
        "http",
        "https",
        ":",
        "/",
        "//",
        "@",
        "\\",
        "?",
        "#",
        "%2e",
        "%41",
        "%",
        "..",
        ".",
        "example.org",
        "a",
    ),
    *("0x7f", "127.1", "[", "]", "::1", "xn--a", "xn--bcher-kva", "ü", "ß", "ⅵ", "ⓐ", "\u0430", "\u064a"),
    *("\u3002", "\u200d", "\u00ad", "\u202e", "\u0661", "\t", " ", ":80", ":443", ":99999"),
    *("'", '"', "<", "|", "^", "{", "`", "-", "_"),
]
#: What a browser makes of addresses: scheme, user and password, host, port; nothing where it refuses one.
READ = """addresses => addresses.map((address) => {
  try {
    const { protocol, username, password, hostname, port } = new URL(address);
    return [protocol, username + password, hostname, port || null];
  } catch { return []; }
})"""


def test_what_passes_is_what_a_browser_reads(opened: Opened) -> None:
    chance = random.Random(7)  # noqa: S311  the same addresses in every run
    made = ["https://" * chance.randint(0, 1) + "".join(chance.choices(PARTS, k=chance.randint(1, 8)))
        for _ in range(40_000)]  # fmt: skip
    passing = sorted({address for address in made if not refusal(address)})
    assert len(passing) > 300
    read = opened("about:blank", wait=False).evaluate(READ, passing)
    for address, found in zip(passing, read, strict=True):
        assert found, f"a browser refuses {address}"
        scheme, user, host, port = found
        typed = urlsplit(address)
        assert (scheme, user) == (f"{typed.scheme}:", ""), address
        assert int(port or PORTS[typed.scheme]) == (typed.port or PORTS[typed.scheme]), address
        if typed.hostname and typed.hostname.isascii() and not typed.hostname.count(":"):
            assert host == typed.hostname, address

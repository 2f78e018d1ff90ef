"""Which addresses may stand behind a node: those that every reader of URLs reads alike.

Browsers follow the WHATWG URL Standard (https://url.spec.whatwg.org/), which mends what it is
given: it drops tabs and line breaks, reads a backslash as a slash, decodes a percent-encoded
host, and reads "0x7f.1" as a number. ``urllib`` does none of this. What the two would read
differently is refused here, so nothing has to be mended and every character is kept.
"""

from __future__ import annotations

import ipaddress
import re
import unicodedata
from urllib.parse import urlsplit

_AUTHORITY = re.compile(r"(?P<host>[\w-]+(?:\.[\w-]+)*)(?::(?P<port>[0-9]{1,5}))?")
_NUMBER = re.compile(r"(?:[0-9]+|0[xX][0-9a-fA-F]*)")
_LARGEST_PORT = 65535
_LONGEST_HOST = 253


def refusal(address: str) -> str:
    """Why ``address`` is not a full http or https address, in words that follow it; "" if it is one.

    >>> refusal("https://www.example.org/story?id=1#top")
    ''
    >>> refusal("www.example.org/story")
    'does not begin with https:// or http://'
    >>> refusal("https://user:secret@example.org/")
    'holds a user name or password'
    """
    strange = next((c for c in address if c == "\\" or unicodedata.category(c)[0] in "CZ"), "")
    if strange:
        return f"holds {_NAMES.get(strange, f'the character U+{ord(strange):04X}')}"
    if not re.match(r"https?://", address, re.IGNORECASE):
        return "does not begin with https:// or http://"
    try:
        authority = urlsplit(address).netloc
    except ValueError:
        return "has a host that cannot be read"
    if "@" in authority:
        return "holds a user name or password"
    return _authority_refusal(authority)


_NAMES = {" ": "a space", "\\": "a backslash", "\t": "a tab", "\n": "a line break"}


def _authority_refusal(authority: str) -> str:
    """The same for ``host:port``."""
    if not authority:
        return "has no host"
    parts = _AUTHORITY.fullmatch(authority)
    if parts is None or not _is_plain_host(parts["host"]):
        return "has a host that cannot be read"
    if parts["port"] and not 0 < int(parts["port"]) <= _LARGEST_PORT:
        return "has a port that does not exist"
    return ""


def mixed_host(address: str) -> str:
    """The host as the network knows it, in punycode, if a part of it mixes alphabets; else "".

    Japanese and Korean are written in several, and may stand with Latin letters, as "highly restrictive" of
    https://www.unicode.org/reports/tr39/ has it. ``address`` is one without `refusal`.

    >>> mixed_host("https://www.ex\u0430mple.org/story"), mixed_host("https://b\u00fccher.example/")
    ('www.xn--exmple-4nf.org', '')
    """
    host = urlsplit(address).hostname or ""
    if not any(map(_is_mixed, host.split("."))):
        return ""
    return ".".join(
        part if part.isascii() else f"xn--{part.encode('punycode').decode()}" for part in host.split(".")
    )


def _is_mixed(part: str) -> bool:
    scripts = {unicodedata.name(each, "?").split()[0].split("-")[0] for each in part if each.isalpha()}
    return len(scripts) > 1 and not any(scripts <= together for together in _TOGETHER)


#: Scripts that one word may have, by the first word of the names of their letters.
_TOGETHER = (
    {"LATIN", "CJK", "IDEOGRAPHIC", "HIRAGANA", "KATAKANA"},
    {"LATIN", "CJK", "HANGUL"},
    {"LATIN", "CJK", "IDEOGRAPHIC", "BOPOMOFO"},
)


def _is_plain_host(host: str) -> bool:
    """Whether a browser would look up these very letters; digits are those from 0 to 9."""
    if any(each.isnumeric() and unicodedata.category(each) != "Lo" and not each.isascii() for each in host):
        return False
    if len(host) > _LONGEST_HOST or unicodedata.normalize("NFKC", host) != host:
        return False
    if not _NUMBER.fullmatch(host.rsplit(".", 1)[-1]):
        return True
    try:
        return str(ipaddress.IPv4Address(host)) == host
    except ValueError:
        return False

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
from collections.abc import Callable
from functools import lru_cache
from urllib.parse import urlsplit

_AUTHORITY = re.compile(r"(?P<host>[\w-]+(?:\.[\w-]+)*|\[[0-9A-Fa-f:.]+\])(?::(?P<port>[0-9]{1,5}))?")
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
    suspects = _SUSPECT.findall(address)
    strange = next((c for c in suspects if c in _DELIMITERS or unicodedata.category(c)[0] in "CZ"), "")
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


#: A backslash is a slash to browsers; the others end an address in running text, in our own data files
#: too (https://www.rfc-editor.org/rfc/rfc3986#appendix-C). Browsers copy all of them percent-encoded.
_DELIMITERS = '\\"<>`'
#: These, and what may be a space or a control: anything but the printable characters of ASCII.
_SUSPECT = re.compile(r"[^!-~]|" + f"[{re.escape(_DELIMITERS)}]")
_NAMES = {" ": "a space", "\\": "a backslash", "\t": "a tab", "\n": "a line break", '"': "a quotation mark"}
_NAMES |= {each: f"the character {each}" for each in "<>`"}


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


@lru_cache(maxsize=4096)  # the sources of a timeline come from a few hosts
def _is_plain_host(host: str) -> bool:
    """Whether a browser would look up these very letters; digits are those from 0 to 9."""
    if host.startswith("["):
        return _is_ip(ipaddress.IPv6Address, host[1:-1])
    if any(each.isnumeric() and unicodedata.category(each) != "Lo" and not each.isascii() for each in host):
        return False
    if len(host) > _LONGEST_HOST or unicodedata.normalize("NFKC", host) != host:
        return False
    if not (host.isascii() and "xn--" not in host.lower()) and not in_punycode(host):
        return False
    if _NUMBER.fullmatch(host.rpartition(".")[2]):
        return _is_ip(ipaddress.IPv4Address, host)
    return True


def _is_ip(kind: Callable[[str], object], host: str) -> bool:
    try:
        kind(host)
    except ValueError:
        return False
    return True


def in_letters(host: str) -> str:
    """The host with its parts in punycode decoded, as browsers may show it."""
    import idna

    try:
        return ".".join(idna.ulabel(part) if part.startswith("xn--") else part for part in host.split("."))
    except UnicodeError:
        return host


def in_punycode(host: str) -> str:
    """The host in the letters of ASCII, after https://www.unicode.org/reports/tr46/; "" if it has none."""
    import idna

    runs_left = any(unicodedata.bidirectional(each) in {"R", "AL", "AN"} for each in host)
    try:
        for part in host.split(".") if runs_left else ():
            idna.check_bidi(part, check_ltr=True)  # where one part runs leftwards, the rule is for all
        return idna.encode(host, uts46=True).decode()
    except idna.IDNAError:
        return ""

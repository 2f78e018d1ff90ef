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
    strange = next((c for c in address if c in _DELIMITERS or unicodedata.category(c)[0] in "CZ"), "")
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


def misleading_host(address: str) -> str:
    """The host in punycode if it can be mistaken for another; else "".

    It can if a part of it mixes scripts, has only letters that look like Latin ones, or has a phonetic
    letter. Japanese and Korean use several scripts, and may be mixed with Latin letters, as in "highly
    restrictive" of https://www.unicode.org/reports/tr39/. ``address`` must be one without `refusal`.

    >>> misleading_host("https://www.ex\u0430mple.org/story"), misleading_host("https://b\u00fccher.example/")
    ('www.xn--exmple-4nf.org', '')
    >>> misleading_host("https://\u0440\u0430\u0443.example/")
    'xn--80a5ak.example'
    """
    host = urlsplit(address).hostname or ""
    parts = host.split(".")
    is_disguised = parts[-1].isascii() and any(map(_is_disguised, parts))
    passes = is_disguised or any(map(_is_mixed, parts)) or not _PHONETIC.isdisjoint(host)
    return _in_punycode(host) if passes else ""


def _is_disguised(part: str) -> bool:
    letters = {each for each in part if each.isalpha()}
    return bool(letters) and letters <= _LIKE_LATIN


def _is_mixed(part: str) -> bool:
    scripts = {unicodedata.name(each, "?").split()[0].split("-")[0] for each in part if each.isalpha()}
    return len(scripts) > 1 and not any(scripts <= together for together in _TOGETHER)


#: Letters of Cyrillic, Greek and Armenian that look like Latin ones (UTS 39).
_LIKE_LATIN = frozenset("асԁеһіјӏорԛѕԝхуьѵѡαικνορυωագհոսւցօ")

#: Letters of phonetic alphabets that look like common Latin ones.
_PHONETIC = frozenset("ɑɡɢɪɴʀʏʙʜʟᴀᴄᴅᴇᴊᴋᴍᴏᴘᴛᴜᴠᴡᴢ")

#: Scripts that one word may have, by the first word of the names of their letters.
_TOGETHER = (
    {"LATIN", "CJK", "IDEOGRAPHIC", "HIRAGANA", "KATAKANA"},
    {"LATIN", "CJK", "HANGUL"},
    {"LATIN", "CJK", "IDEOGRAPHIC", "BOPOMOFO"},
)


def _is_plain_host(host: str) -> bool:
    """Whether a browser would look up these very letters; digits are those from 0 to 9."""
    if host.startswith("["):
        return _is_ip(ipaddress.IPv6Address, host[1:-1])
    if any(each.isnumeric() and unicodedata.category(each) != "Lo" and not each.isascii() for each in host):
        return False
    if len(host) > _LONGEST_HOST or unicodedata.normalize("NFKC", host) != host:
        return False
    if not (host.isascii() and "xn--" not in host.lower()) and not _in_punycode(host):
        return False
    if _NUMBER.fullmatch(host.rsplit(".", 1)[-1]):
        return _is_ip(ipaddress.IPv4Address, host) and str(ipaddress.IPv4Address(host)) == host
    return True


def _is_ip(kind: Callable[[str], object], host: str) -> bool:
    try:
        kind(host)
    except ValueError:
        return False
    return True


def _in_punycode(host: str) -> str:
    """The host in the letters of ASCII, after https://www.unicode.org/reports/tr46/; "" if it has none."""
    import idna

    runs_left = any(unicodedata.bidirectional(each) in {"R", "AL", "AN"} for each in host)
    try:
        for part in host.split(".") if runs_left else ():
            idna.check_bidi(part, check_ltr=True)  # where one part runs leftwards, the rule is for all
        return idna.encode(host, uts46=True).decode()
    except idna.IDNAError:
        return ""

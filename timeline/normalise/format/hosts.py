"""Hosts that a person may take for another, and those that lead to one machine or network only.

The first are a subset of https://www.unicode.org/reports/tr39/. A host with its letters in Unicode is meant
well far more often than not, so that only what looks like a host in plain ASCII, or what no language writes
so, is pointed out.
"""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from urllib.parse import urlsplit

from timeline.normalise.format.ip_addresses import is_public
from timeline.normalise.format.urls import in_letters, in_punycode


def misleading_host(address: str) -> str:
    """The host in punycode if it can be mistaken for another; else "".

    It can if a part of it is written with letters that look like those of ASCII, as the table of Unicode's
    report has them, or that differ from them by a mark which the line below a link hides; if it mixes
    scripts, other than Japanese and Korean do; or if it is of a script that is hardly in use. A host that
    is given in punycode is read first, and its letters are added. ``address`` must be one without
    `refusal`.

    >>> misleading_host("https://www.ex\\u0430mple.org/story"), misleading_host("https://b\\u00fccher.example/")
    ('www.xn--exmple-4nf.org', '')
    >>> misleading_host("https://xn--80a5ak.example/")
    'xn--80a5ak.example (\\u0440\\u0430\\u0443.example)'
    """
    return _misleading(urlsplit(address).hostname or "")


@lru_cache(maxsize=4096)  # the sources of a timeline come from a few hosts
def _misleading(written: str) -> str:
    host = in_letters(written)
    if host.isascii():
        return ""
    *parts, last = host.split(".")
    is_disguised = last.isascii() and any(_is_disguised(part, last) for part in parts)
    if not (is_disguised or any(map(_is_odd, (*parts, last)))):
        return ""
    return f"{written} ({host})" if written.isascii() else in_punycode(host)


#: Last parts of hosts that are kept for a network of one's own (RFC 6761, 6762, 8375, and ICANN's
#: "internal").
_OWN_NETWORK = (".localhost", ".local", ".internal", ".lan", ".home.arpa")


def is_local_host(address: str) -> bool:
    """Whether its host leads to one machine or network only. ``address`` must be one without `refusal`.

    Such are `localhost`, hosts of one word, and the IP addresses that the public network does not have.

    >>> [is_local_host(f"http://{each}/") for each in ("localhost:8000", "intranet", "10.0.0.1")]
    [True, True, True]
    >>> [is_local_host(f"http://{each}/") for each in ("www.example.org", "93.184.215.14")]
    [False, False]
    """
    return _is_local((urlsplit(address).hostname or "").rstrip("."))


@lru_cache(maxsize=4096)
def _is_local(host: str) -> bool:
    try:
        return not is_public(host)
    except ValueError:
        return "." not in host or host.endswith(_OWN_NETWORK)


def _is_disguised(part: str, top: str) -> bool:
    """Whether every letter that is not of ASCII looks like one that is; ``top`` is the last part."""
    strange = [each for each in part if not each.isascii()]
    return bool(strange) and all(_looks_plain(each, top) for each in strange)


def _looks_plain(letter: str, top: str) -> bool:
    if top in _AT_HOME.get(letter, ()):
        return False
    apart = unicodedata.normalize("NFD", letter)
    if apart[0].isascii():  # an ASCII letter with marks: none alone is left in NFKC
        return top not in _DOTS_BELOW and all(map(_is_hidden, apart[1:]))
    return letter in _ALSO_PLAIN or _is_small_capital(letter) or _is_in_table(letter)


#: Letters of living alphabets that look like ASCII, and the countries in whose addresses they are expected.
_AT_HOME = {"ı": ("tr", "az"), "þ": ("is",)}
#: Where letters with a dot below are expected: Vietnamese, Yoruba and Igbo.
_DOTS_BELOW = ("vn", "ng", "bj")
#: Letters for which Unicode's table has no letter of ASCII, though they look like one.
_ALSO_PLAIN = frozenset("ƿþькωւ")
#: Letters for which it has two, though readers of the languages that use them know them well.
_WELL_KNOWN = frozenset("æœơґӕ")
_BELOW = 220  # the class of marks that stand below a letter
_COMMA_BELOW = "\u0326"  # Romanian


def _is_hidden(mark: str) -> bool:
    return unicodedata.combining(mark) == _BELOW and mark != _COMMA_BELOW


def _is_small_capital(letter: str) -> bool:
    return unicodedata.name(letter, "").startswith("LATIN LETTER SMALL CAPITAL")


@cache
def _is_in_table(letter: str) -> bool:
    from confusable_homoglyphs import confusables

    found = confusables.is_confusable(letter) or ()
    twins = [each["c"] for entry in found for each in entry["homoglyphs"]]
    return letter not in _WELL_KNOWN and any(twin.isascii() for twin in twins)


def _is_odd(part: str) -> bool:
    """Whether it mixes scripts that no language mixes, or is of one that is hardly in use."""
    scripts = {_script(each) for each in part if each.isalpha()}
    is_mixed = len(scripts) > 1 and not any(scripts <= together for together in _TOGETHER)
    return is_mixed or not scripts <= _IN_USE


def _script(letter: str) -> str:
    """The script of a letter, by the first word of its name."""
    return unicodedata.name(letter, "?").split()[0].split("-")[0]


#: Scripts that one word may have ("highly restrictive" in section 5.2 of the report).
_TOGETHER = (
    {"LATIN", "CJK", "IDEOGRAPHIC", "HIRAGANA", "KATAKANA"},
    {"LATIN", "CJK", "HANGUL"},
    {"LATIN", "CJK", "IDEOGRAPHIC", "BOPOMOFO"},
)
#: The scripts in everyday use (table 5 of https://www.unicode.org/reports/tr31/); letters that belong to no
#: script have names of their own.
_IN_USE = frozenset(
    {
        *("LATIN", "GREEK", "CYRILLIC", "ARMENIAN", "HEBREW", "ARABIC", "THAANA", "DEVANAGARI", "BENGALI"),
        *("GURMUKHI", "GUJARATI", "ORIYA", "TAMIL", "TELUGU", "KANNADA", "MALAYALAM", "SINHALA", "THAI"),
        *("LAO", "TIBETAN", "MYANMAR", "GEORGIAN", "ETHIOPIC", "KHMER", "HANGUL", "HIRAGANA", "KATAKANA"),
        *("BOPOMOFO", "CJK", "IDEOGRAPHIC", "MODIFIER"),
    }
)

"""Brings English phrases into the form that the rules read: small letters, no punctuation, words apart."""

from __future__ import annotations

import re
from collections.abc import Callable

from timeline.dates.english.vocabulary import MONTHS, alternatives

_MONTH = alternatives(MONTHS)
_ERA = "(?:ad|ce)"


def _four_digits(found: re.Match[str]) -> str:
    return (found[1] or found[2] or found[3]).zfill(4)


#: Pattern, replacement, an example in small letters, and its result.
RULES: tuple[tuple[str, str | Callable[[re.Match[str]], str], str, str], ...] = (
    (rf"(?<=\d)(?=(?:{_MONTH})(?![a-z]))", " ", "17feb", "17 feb"),
    (
        rf"(?<![a-z])({_MONTH})(?=\d{{4}}\b|\d{{1,2}}(?:st|nd|rd|th)? \d{{4}}\b)",
        r"\1 ",
        "february17 2025",
        "february 17 2025",
    ),
    (
        rf"\b{_ERA} ?(\d{{1,4}})\b(?! (?:{_MONTH})\b)|\b(\d{{1,4}}) ?{_ERA}\b|\b(?<=the )year (\d{{1,3}})$",
        _four_digits,
        "ad 79",
        "0079",
    ),
    (rf"\b(c|cent|century|centuries) {_ERA}\b", r"\1", "1st century ad", "1st century"),
)
_RULES = tuple((re.compile(pattern), becomes) for pattern, becomes, *_ in RULES)
_MAY_NEED = re.compile(rf"\d[a-z]|[a-z]\d|\b(?:{_ERA}|year)\b")


def tidied(phrase: str) -> str:
    """The phrase in small letters, without commas, brackets and the full stops of abbreviations.

    Square brackets are dropped: in archives they mark a date that the archivist has supplied.

    >>> tidied("Monday (Feb. 17), 4 p.m. local time"), tidied("[24 August AD 79]")
    ('monday feb 17 4 pm', '24 august 0079')
    """
    words = phrase.lower()
    if not words.replace(" ", "").isalpha():
        words = re.sub(r"[,()\[\]\"“”„«»]", " ", words)
        words = re.sub(r"(?<=[a-z])\.(?=\d)|(?<=\d)\.(?= ?[a-z])", " ", words)
        words = re.sub(r"(?<=[a-z])\.|[.;:]$", "", words)
        for pattern, becomes in _RULES if _MAY_NEED.search(words) else ():
            words = pattern.sub(becomes, " ".join(words.split()))
    return " ".join(words.replace(" local time", "").split())

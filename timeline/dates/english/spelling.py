"""Brings English phrases into the form that the rules read: small letters, no punctuation, words apart."""

from __future__ import annotations

import re

from timeline.dates.english.eras import in_four_digits
from timeline.dates.english.vocabulary import MONTHS, alternatives
from timeline.dates.rewriting import Rewrite, rewriter

_MONTH = alternatives(MONTHS)


RULES: tuple[Rewrite, ...] = (
    Rewrite(rf"(?<=\d)(?=(?:{_MONTH})(?![a-z]))", " ", "17feb", "17 feb"),
    Rewrite(
        rf"(?<![a-z])({_MONTH})(?=\d{{4}}\b|\d{{1,2}}(?:st|nd|rd|th)? \d{{4}}\b)",
        r"\1 ",
        "february17 2025",
        "february 17 2025",
    ),
    # Clock times without a colon, where no year may be meant.
    Rewrite(r"\b([01]\d|2[0-3])([0-5]\d) ?(?:hrs?|hours)\b", r"\1:\2", "monday 1530 hours", "monday 15:30"),
    Rewrite(
        r"(^|\bat |day )([01]\d|2[0-3])([0-5]\d)(?= ?(?:gmt|utc|z)\b)",
        r"\1\2:\3",
        "2230 gmt on sunday",
        "22:30 gmt on sunday",
    ),
    Rewrite(r"^(0\d|2[1-3])([0-5]\d)(?= on )", r"\1:\2", "0800 on 17 february", "08:00 on 17 february"),
    Rewrite(r"\b([01]?\d|2[0-3])h([0-5]\d)\b", r"\1:\2", "monday 14h13", "monday 14:13"),
)
_respelt = rewriter(RULES)
_BLANKS = str.maketrans(dict.fromkeys(',()[]"“”„«»', " "))
_STOP = re.compile("[.;:]")
_STOP_BETWEEN = re.compile(r"(?<=[a-z])\.(?=\d)|(?<=\d)\.(?= ?[a-z])")
_STOP_AFTER = re.compile(r"(?<=[a-z])\.|[.;:]$")
_MAY_NEED = re.compile(r"\d[a-z]|[a-z]\d|\d\d (?:gmt|utc|z|hrs?|hours|on)\b")


def tidied(phrase: str) -> str:
    """The phrase in small letters, without commas, brackets and the full stops of abbreviations.

    Square brackets are dropped: in archives they mark a date that the archivist has supplied.

    >>> tidied("Monday (Feb. 17), 4 p.m. local time"), tidied("[24 August AD 79]")
    ('monday feb 17 4 pm', '24 august 0079')
    """
    words = phrase.lower().translate(_BLANKS)
    if _STOP.search(words):
        words = _STOP_BETWEEN.sub(" ", words)
        words = _STOP_AFTER.sub("", words)
    words = " ".join(words.replace(" local time", "").split())
    return in_four_digits(_respelt(words) if _MAY_NEED.search(words) else words)

"""Years before and after Christ in English phrases, brought into the form that the rules read.

A year of four digits is one of our era, with an "a" before it one that is no clock time; a year with a "b",
such as b0264, is of the era before.
"""

from __future__ import annotations

import re

from timeline.dates.english.vocabulary import MONTHS, alternatives
from timeline.dates.refused import Refused
from timeline.dates.rewriting import Rewrite, rewriter

_BC, _AD = "bce?", "(?:ad|ce)"
_MONTH = alternatives(MONTHS)
_JOIN = r" ?[-–/] ?| to | and | & | or | until | till "
#: A year as the rules read it.
YEAR = r"(?P<year>a?\d{4}|b\d{4,5})"

#: Found in every phrase that a rule changes, and in a few others.
_MAY_NEED = re.compile(rf"(?:{_AD}|{_BC}|year)\b|(?<!\d)\d{{3}}(?!\d)")


def _first_of_two(found: re.Match[str]) -> str:
    """The first year of "264-241 bc". In "264-41 bc" the second may be 41 or 241: refused."""
    first, last = found[1], found[3]
    in_full = int(first[: -len(last)] + last) if len(last) < len(first) else int(last)
    if int(last) < in_full < int(first):
        raise Refused(f"its second year may be {int(last)} or {in_full} BC", "both years in full")
    return f"b{first.zfill(4)}{found[2]}"


def _before(found: re.Match[str]) -> str:
    year = found[1] or found[2]
    if not int(year):
        raise Refused("there is no year 0: 1 BC is followed by AD 1", "1 BC")
    return f"b{year.zfill(4)}"


def _of_our_era(found: re.Match[str]) -> str:
    return str(next(filter(None, found.groups()))).zfill(4)


#: Each later rule finds what the earlier ones have left.
RULES: tuple[Rewrite, ...] = (
    Rewrite(rf"\b(\d{{1,2}}) (\d{{3}}) ?(?={_BC}\b)", r"\1\2 ", "10 000 bc", "b10000"),  # had a comma
    Rewrite(rf"\bc(?=\d{{1,5}} ?{_BC}\b)", "c ", "c100 bc", "c b0100"),
    Rewrite(rf"\b(\d{{1,5}}) year (?=(?:{_BC}|{_AD})\b)", r"\1 ", "264 year bc", "b0264"),  # in Slavic
    Rewrite(rf"\b((?:{_MONTH}) \d{{3}}) years?$", r"\1", "1 january 622 year", "1 january 0622"),
    # An era before its century, as in Turkish.
    Rewrite(rf"\b({_BC}) (.+[ -](?:century|millennium))$", r"\2 \1", "bc 5th century", "5th century bc"),
    Rewrite(
        rf"\b(c|cent|century|centuries|millennium|millennia) {_AD}\b",
        r"\1",
        "5th century ad",
        "5th century",
    ),
    Rewrite(rf"\b(\d{{1,5}})({_JOIN})(?=(\d{{1,5}}) ?{_BC}\b)", _first_of_two, "264-241 bc", "b0264-b0241"),
    Rewrite(rf"\b{_BC} ?(\d{{1,5}})\b(?!st|nd|rd|th)|\b(\d{{1,5}}) ?{_BC}\b", _before, "44 bc", "b0044"),
    Rewrite(
        rf"\b{_AD} ?(\d{{1,4}})\b(?! (?:{_MONTH})\b)|\b(\d{{1,4}}) ?{_AD}\b|\b(?<=the )year (\d{{1,3}})$"
        r"|(?<=[a-z] )(?<!\d )(\d{3})$",
        _of_our_era,
        "24 august ad 79",
        "24 august 0079",
    ),
    Rewrite(
        rf"((?:{_MONTH}) \d{{1,2}}(?:st|nd|rd|th)?) (\d{{3}})$",
        r"\1 0\2",
        "august 24 410",
        "august 24 0410",
    ),
    Rewrite(rf"^(\d{{3}})({_JOIN})(\d{{3}})$", r"a0\1\g<2>a0\3", "410-430", "a0410-a0430"),
)
_rewritten = rewriter(RULES)


def in_four_digits(phrase: str) -> str:
    """The phrase, in small letters, with each year of another era or of fewer digits as the rules read it.

    >>> in_four_digits("15 march 44 bc"), in_four_digits("264-241 bc"), in_four_digits("24 august ad 79")
    ('15 march b0044', 'b0264-b0241', '24 august 0079')
    >>> in_four_digits("25 december 800"), in_four_digits("44 bc to ad 14")
    ('25 december 0800', 'b0044 to 0014')
    """
    return _rewritten(phrase) if _MAY_NEED.search(phrase) else phrase


def year_of(text: str) -> int:
    """A year as the rules read it, in astronomical numbering.

    >>> year_of("b0264"), year_of("0622")
    (-263, 622)
    """
    return 1 - int(text[1:]) if text.startswith("b") else int(text.removeprefix("a"))

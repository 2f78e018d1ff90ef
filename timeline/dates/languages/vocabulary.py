"""The words that other languages use in dates, with their English meanings, from ``tables/``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from timeline.dates.characters import tidy
from timeline.dates.english.vocabulary import NUMBERS

#: Groups of numbers that are kept as they are: 17/2/2025, 17.2., 16:30.
_NUMBERS = (
    r"\d{1,4}(?P<mark>[./-]) ?\d{1,2}(?P=mark) ?\d{1,4}\.?|\d{1,2}/\d{1,2}(?![\d/])"
    r"|\d{1,2}\. ?\d{1,2}\.(?! ?\d)|\d{1,2}:\d{2}"
)


_LETTER = r"[^\W\d_]"


#: Numbers written as words stay words: "alle otto" is not the eighth day.
_WORDED = {str(number): word for word, number in NUMBERS.items()}


class Meaning(NamedTuple):
    """An English word, "" if there is none; ``in_company`` if it is read only next to other words."""

    english: str
    in_company: bool = False


@dataclass(frozen=True)
class Vocabulary:
    """The table of one language: the meanings of each form, and the directives (lines with "@") by name."""

    meanings: dict[str, tuple[Meaning, ...]]
    directives: dict[str, str]
    pattern: re.Pattern[str]


@cache
def vocabulary(language: str) -> Vocabulary:
    """The vocabulary of a language that has a table.

    >>> [meaning.english for meaning in vocabulary("de").meanings["morgen"]]
    ['tomorrow', 'morning']
    """
    meanings: dict[str, tuple[Meaning, ...]] = {}
    directives: dict[str, str] = {}
    table = (files("timeline.dates.languages") / "tables" / f"{language}.txt").read_text(encoding="utf-8")
    for line in table.splitlines():
        name, _, value = line.partition(": ")
        if line.startswith("@"):
            directives[name[1:]] = value
        elif line and not line.startswith("#"):
            for form in value.split(" | "):
                meaning = Meaning("" if name == "-" else _WORDED.get(name, name), form.endswith("*"))
                plain = tidy(form.removesuffix("*"))
                meanings[plain] = (*meanings.get(plain, ()), meaning)
    return Vocabulary(meanings, directives, _pattern(meanings, directives))


def _pattern(meanings: dict[str, tuple[Meaning, ...]], directives: dict[str, str]) -> re.Pattern[str]:
    """The pattern of a token: numbers, the longest form, a number, a sign, or an unknown word."""
    cjk = "script" in directives
    edge = "" if cjk else rf"(?!{_LETTER})"
    forms = "|".join(
        re.escape(form) + (edge if re.match(_LETTER, form[-1]) else "")
        for form in sorted(meanings, key=lambda form: (-len(form), form))
    )
    before = f"(?:{directives['prefix']})" if "prefix" in directives else ""
    after = f"(?:{directives['suffix']}(?!{_LETTER}))?" if "suffix" in directives else ""
    ordinal = f"(?:{directives['ordinal']})(?!{_LETTER}|\\d)" if "ordinal" in directives else ""
    tokens = [
        rf"(?P<numbers>{_NUMBERS}|\d{{3}}0s(?!{_LETTER})|'\d0s(?!{_LETTER})|\d{{1,2}}th-century)",
        *([r"(?P<short_year>'\d\d)"] if cjk else []),
        rf"(?P<form>{forms}){after}",
        *([rf"{before}(?P<prefixed>{forms})", rf"{before}(?=\d)"] if before else []),
        *([rf"(?P<ordinal>\d{{1,2}}){ordinal}"] if ordinal else []),
        rf"(?P<number>\d+){after}",
        r"(?P<sign>[-–/?&])",
        r"[ ,.،、;()（）「」\"“”„«»]",
        *([] if cjk else [rf"(?P<unknown>{_LETTER}[^\s\d,.،;()/–]*)"]),
    ]
    return re.compile("|".join(tokens))

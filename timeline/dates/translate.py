"""The words of dates in other languages -> English, word by word, from the tables in ``words/``.

A table has a line for each English word: ``february: februar | feber | feb*``. A form with a star counts
only in company, "-" are words that say nothing of the day, and lines with "@" tell how the language writes:

- ``@order``: how numbers such as 3/4/2025 stand, where custom leaves no doubt.
- ``@ordinal``, ``@suffix``: patterns of what may hang on a number or a word; ``@prefix``: what may stand
  before them; ``@split``: compounds of two words.
- ``@at``, ``@hour``, ``@clock``, ``@oclock``, ``@am``, ``@pm``: words around a clock time, as `clock_words`
  tells.
- ``@decade``, ``@century``, ``@eras``: years told otherwise than by their number, as `eras` tells.
- ``@periods``: units that begin on other days than ours, such as weeks on Sunday.
- ``@week``: how many days before ours their weeks begin; several where writers differ.
- ``@weekday_of_week: yes``: "last Monday" is that of last week.
- ``@one``: units that are one of themselves without a number, "тиждень тому".
- ``@years``: years of another calendar; ``@refused``: its words.
- ``@script: cjk``: words without blanks.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, partial
from importlib.resources import files
from itertools import product
from math import prod
from typing import NamedTuple

from timeline.dates.calendar_words import MONTH_NAMES, NUMBERS, WEEKDAY_NAMES
from timeline.dates.eras import in_common_years
from timeline.dates.tidy import tidy
from timeline.dates.word_order import in_english_order

#: Numbers that stand together, kept as they are: 17/2/2025, 17.2., 16:30.
_NUMBERS = (
    r"\d{1,4}(?P<mark>[./-]) ?\d{1,2}(?P=mark) ?\d{1,4}\.?|\d{1,2}/\d{1,2}(?![\d/])"
    r"|\d{1,2}\. ?\d{1,2}\.(?! ?\d)|\d{1,2}:\d{2}"
)
_LETTER = r"[^\W\d_]"
_MOST_VARIANTS, _MOST_UNKNOWN = 48, 4
#: In East Asia the day stands after its month: a number before it is another month, as in 一二月.
_DAY_FIRST = re.compile(rf"\b\d{{1,2}} (?:{'|'.join(MONTH_NAMES).lower()})\b")
#: Numbers that a language writes as words stay words: "alle otto" is no eighth day.
_WORDED = {str(number): word for word, number in NUMBERS.items()}
_WEEKDAYS = frozenset(name.lower() for name in WEEKDAY_NAMES)
_SMALL_TURKISH = str.maketrans("Iİ", "ıi")
#: "17、18日" are two days.
_TWO_DAYS = re.compile(r"(?<=\d)[、,·] ?(?=\d{1,2}[日일])")
_PERSIAN = str.maketrans("يك", "یک")


class Meaning(NamedTuple):
    """An English word, "" for one that says nothing; ``in_company`` when it counts only beside others."""

    english: str
    in_company: bool = False


#: The meanings of a word in small letters, none when it is not known.
Lookup = Callable[[str], tuple[Meaning, ...]]


@dataclass(frozen=True)
class Vocabulary:
    """The table of one language: the meanings of each form, and the lines with "@" by name."""

    meanings: dict[str, tuple[Meaning, ...]]
    manner: dict[str, str]
    pattern: re.Pattern[str]


@cache
def vocabulary(language: str) -> Vocabulary:
    """The vocabulary of a language that has a table.

    >>> [meaning.english for meaning in vocabulary("de").meanings["morgen"]]
    ['tomorrow', 'morning']
    """
    meanings: dict[str, tuple[Meaning, ...]] = {}
    manner: dict[str, str] = {}
    table = (files("timeline.dates") / "words" / f"{language}.txt").read_text(encoding="utf-8")
    for line in table.splitlines():
        name, _, value = line.partition(": ")
        if line.startswith("@"):
            manner[name[1:]] = value
        elif line and not line.startswith("#"):
            for form in value.split(" | "):
                meaning = Meaning("" if name == "-" else _WORDED.get(name, name), form.endswith("*"))
                plain = tidy(form.removesuffix("*"))
                meanings[plain] = (*meanings.get(plain, ()), meaning)
    return Vocabulary(meanings, manner, _pattern(meanings, manner))


def _pattern(meanings: dict[str, tuple[Meaning, ...]], manner: dict[str, str]) -> re.Pattern[str]:
    """One token of a phrase: numbers, the longest form, a number, a sign, or an unknown word."""
    cjk = manner.get("script") == "cjk"
    edge = "" if cjk else rf"(?!{_LETTER})"
    forms = "|".join(
        re.escape(form) + (edge if re.match(_LETTER, form[-1]) else "")
        for form in sorted(meanings, key=lambda form: (-len(form), form))
    )
    before = f"(?:{manner['prefix']})" if "prefix" in manner else ""
    after = f"(?:{manner['suffix']}(?!{_LETTER}))?" if "suffix" in manner else ""
    ordinal = f"(?:{manner['ordinal']})(?!{_LETTER}|\\d)" if "ordinal" in manner else ""
    tokens = [
        rf"(?P<numbers>{_NUMBERS}|\d{{3}}0s(?!{_LETTER})|\d{{1,2}}th-century)",
        rf"(?P<form>{forms}){after}",
        *([rf"{before}(?P<prefixed>{forms})", rf"{before}(?=\d)"] if before else []),
        *([rf"(?P<ordinal>\d{{1,2}}){ordinal}"] if ordinal else []),
        rf"(?P<number>\d+){after}",
        r"(?P<sign>[-–/?&])",
        r"[ ,.،、;()（）「」\"“”„«»]",
        *([] if cjk else [rf"(?P<unknown>{_LETTER}[^\s\d,.،;()/–]*)"]),
    ]
    return re.compile("|".join(tokens))


def translated(phrase: str, language: str, other: Lookup) -> tuple[str, ...]:
    """Each English wording of the phrase, in English order; none when there is a word that is not known.

    ``other`` finds the meanings of a word, in small letters, that is not in the table.

    >>> translated("Montag, den 17. Februar 2025", "de", lambda word: ())
    ('monday 17 february 2025',)
    >>> translated("nicht am 17. Februar 2025", "de", lambda word: ())
    ()
    """
    words = vocabulary(language)
    text = _prepared(phrase, language, words.manner)
    tokens = _tokens(text, words, other)
    if not tokens or not all(tokens) or prod(map(len, tokens)) > _MOST_VARIANTS:
        return ()
    cjk = "script" in words.manner
    ordered = partial(
        in_english_order, weekday_of_week="weekday_of_week" in words.manner, one=_is_one(text, words.manner)
    )
    alone = len(tokens) == 1
    wordings = (
        " ".join(meaning.english for meaning in each if meaning.english)
        for each in product(*tokens)
        if not (alone and each[0].in_company) and not _is_misled(each, tokens)
    )
    return tuple(
        each for each in dict.fromkeys(map(ordered, wordings)) if not (cjk and _DAY_FIRST.search(each))
    )


def _is_misled(wording: tuple[Meaning, ...], tokens: list[tuple[Meaning, ...]]) -> bool:
    """It takes "dans les trois jours" for "in three days", or "morgen Montag" for "Monday morning"."""
    words = [meaning.english for meaning in wording]
    within = any(
        first == "in" and not second and (third.isdigit() or third in NUMBERS)
        for first, second, third in zip(words, words[1:], words[2:], strict=False)
    )
    return within or any(
        first == "morning" and second in _WEEKDAYS and "tomorrow" in {meaning.english for meaning in token}
        for first, second, token in zip(words, words[1:], tokens, strict=False)
    )


def _is_one(text: str, manner: dict[str, str]) -> bool:
    return bool("one" in manner and re.search(rf"(?<!\w)(?:{manner['one']})(?!\w)", text))


def _prepared(phrase: str, language: str, manner: dict[str, str]) -> str:
    """In small letters, with compounds taken apart and no blank between a number and its sign."""
    text = phrase.translate(_SMALL_TURKISH) if language == "tr" else phrase
    text = text.lower().translate(_PERSIAN if language == "fa" else {})
    text = in_common_years(text, manner)
    if "split" in manner:
        text = re.sub(manner["split"], r"\1 \2", text)
    if "script" not in manner:
        return text
    text = _TWO_DAYS.sub("&", text.replace("~", "–").replace("∼", "–"))
    return re.sub(r"(?<=\d) (?=[^\W\da-z])", "", text)


def _tokens(text: str, words: Vocabulary, other: Lookup) -> list[tuple[Meaning, ...]]:
    """The meanings of each token, signs among them; an empty one for a word that is not known."""
    tokens: list[tuple[Meaning, ...]] = []
    position = unknown = 0
    while position < len(text):
        found = words.pattern.match(text, position)
        if not found:
            return [()]
        position = found.end()
        kind = found.lastgroup
        if kind == "mark":
            kind = "numbers"
        if kind == "unknown":
            unknown += 1
            tokens.append(other(found[0]) if unknown <= _MOST_UNKNOWN else ())
        elif kind in ("form", "prefixed"):
            tokens.append(words.meanings[found[kind]])
        elif kind:
            tokens.append((Meaning(found[kind].replace(" ", "")),))
    return tokens

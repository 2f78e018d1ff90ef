"""Translates dates of other languages into English, word by word, by the tables in ``tables/``.

A table has a line for each English word: ``february: februar | feber | feb*``. A form with a star is
read only next to other words, "-" lists words without meaning, and directives (lines with "@") describe how
the language writes dates:

- ``@order``: the order of numbers such as 3/4/2025, if usage is uniform.
- ``@ordinal``, ``@suffix``: patterns of what may follow a number or a word directly; ``@prefix``: what may
  precede them; ``@split``: compounds of two words.
- ``@at``, ``@hour``, ``@hours``, ``@clock``, ``@oclock``, ``@am``, ``@pm``: words around a clock time; see
  `clock`.
- ``@decade``, ``@short_decade``, ``@tens``, ``@century``, ``@numbers``, ``@eras``: years that are not
  written as a number; see `years`.
- ``@slash``: a pattern around a day and a month that are written with a hyphen, "ngày 17-2".
- ``@periods``: units that begin on other days than in ISO 8601, such as weeks on Sunday.
- ``@week``: how many days before Monday weeks begin; several if usage differs.
- ``@week_numbers: yes``: a week by its number needs no year.
- ``@weekday_of_week: yes``: "last Monday" is the Monday of last week.
- ``@one``: units that mean one if they have no number, "тиждень тому".
- ``@years``: years of another calendar; ``@refused``: its words.
- ``@offset``: a pattern around years that are later than ours, and by how much.
- ``@script``: words without spaces; ``cjk`` for East Asian ones.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from itertools import pairwise, product
from math import prod

from timeline.dates.english.vocabulary import NUMBERS
from timeline.dates.languages.vocabulary import Meaning, Vocabulary, vocabulary
from timeline.dates.languages.word_order import in_english_order
from timeline.dates.languages.years import in_common_years
from timeline.dates.moments import MONTH_NAMES, WEEKDAY_NAMES

_MOST_VARIANTS, _MOST_UNKNOWN = 48, 4
#: In East Asian dates the day follows its month: a number before a month is another month, as in 一二月.
#: Days that are counted but from nothing are the day of a month.
_NOT_CJK = re.compile(rf"\b\d{{1,2}} (?:{'|'.join(MONTH_NAMES).lower()})\b|\bcounted-day\b")
_WEEKDAYS = frozenset(name.lower() for name in WEEKDAY_NAMES)
_WHICH = frozenset({"last", "next", "this", "coming", "past"})
_SMALL_TURKISH = str.maketrans("Iİ", "ıi")
#: "17、18日" are two days.
_TWO_DAYS = re.compile(r"(?<=\d)[、,·] ?(?=\d{1,2}[日일])")
_PERSIAN = str.maketrans("يك", "یک")


#: From a word in lower case to its meanings, none if it is unknown.
Lookup = Callable[[str], tuple[Meaning, ...]]


def translated(phrase: str, language: str, other: Lookup) -> tuple[str, ...]:
    """Each English translation of the phrase, in English order; none if a word is unknown.

    ``other`` finds the meanings of a word, in lower case, that is not in the table.

    >>> translated("Montag, den 17. Februar 2025", "de", lambda word: ())
    ('monday 17 february 2025',)
    >>> translated("nicht am 17. Februar 2025", "de", lambda word: ())
    ()
    """
    words = vocabulary(language)
    text = _prepared(phrase, language, words.directives)
    tokens = _tokens(text, words, other)
    if not tokens or not all(tokens) or prod(map(len, tokens)) > _MOST_VARIANTS:
        return ()
    cjk = words.directives.get("script") == "cjk"
    ordered = partial(
        in_english_order,
        weekday_of_week="weekday_of_week" in words.directives,
        one=_is_one(text, words.directives),
    )
    alone = len(tokens) == 1
    wordings = (
        " ".join(meaning.english for meaning in each if meaning.english)
        for each in product(*tokens)
        if not (alone and each[0].in_company)
        and not _is_misled(each, tokens)
        and not (cjk and _is_unit(each))
    )
    return tuple(
        each for each in dict.fromkeys(map(ordered, wordings)) if not (cjk and _NOT_CJK.search(each))
    )


def _is_misled(wording: tuple[Meaning, ...], tokens: list[tuple[Meaning, ...]]) -> bool:
    """Whether the translation is wrong: "dans les trois jours" as "in three days", or "morgen Montag" as
    "Monday morning".
    """
    words = [meaning.english for meaning in wording]
    within = any(
        first == "in" and not second and (third.isdigit() or third in NUMBERS)
        for first, second, third in zip(words, words[1:], words[2:], strict=False)
    )
    return within or any(
        first == "morning" and second in _WEEKDAYS and "tomorrow" in {meaning.english for meaning in token}
        for first, second, token in zip(words, words[1:], tokens, strict=False)
    )


def _is_unit(wording: tuple[Meaning, ...]) -> bool:
    """Whether "next", "last" or a number precedes a weekday of one character, which is then a unit: 次の日
    is the next day, not the next Sunday; 29日 is the 29th.
    """
    words = [meaning for meaning in wording if meaning.english]
    return any(
        (first.english in _WHICH or first.english.isdigit() or first.english in NUMBERS)
        and second.english in _WEEKDAYS
        and second.in_company
        for first, second in pairwise(words)
    )


def _is_one(text: str, directives: dict[str, str]) -> bool:
    return bool("one" in directives and re.search(rf"(?<!\w)(?:{directives['one']})(?!\w)", text))


def _prepared(phrase: str, language: str, directives: dict[str, str]) -> str:
    """The phrase in lower case, with compounds split and no space between a number and its unit."""
    text = phrase.translate(_SMALL_TURKISH) if language == "tr" else phrase
    text = text.lower().translate(_PERSIAN if language == "fa" else {})
    text = in_common_years(text, directives)
    if "slash" in directives:
        text = re.sub(directives["slash"], _with_slash, text)
    if "split" in directives:
        text = re.sub(directives["split"], r"\1 \2", text)
    if directives.get("script") != "cjk":
        return text
    text = _TWO_DAYS.sub("&", text.replace("~", "–").replace("∼", "–"))
    return re.sub(r"(?<=\d) (?=[^\W\da-z])", "", text)


def _with_slash(found: re.Match[str]) -> str:
    """17-2 is 17/2; "10-12" may be three days, and stays."""
    return f"{found[1]}/{found[2]}" if int(found[1]) > int(found[2]) else found[0]


def _tokens(text: str, words: Vocabulary, other: Lookup) -> list[tuple[Meaning, ...]]:
    """The meanings of each token, punctuation included; an empty tuple for an unknown word."""
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

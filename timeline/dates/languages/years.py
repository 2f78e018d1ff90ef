"""Years and days that are written as decades, centuries, years of a reign, or in Chinese numerals.

Directives of the tables in ``tables/``: ``@decade`` is a pattern around its first year ("les années
1990"), ``@short_decade`` around its last two digits or its word in ``@tens`` ("anni Novanta"), ``@century``
around its number ("xix secolo") or its word in ``@numbers``, ``@offset`` around a year of the Buddhist
calendar; ``@eras`` holds the name, first and last year of each reign.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

#: The ninth decade of the 20th century.
_OF_CENTURY = re.compile(r"(\d{1,2})世[纪紀](\d0)年代")
#: A year before ours, without the word "year" after it.
_YEAR_BEFORE = re.compile(r"((?:紀元|公元|西元)前|기원전) ?(\d{1,5}) ?[年년]")
#: "07年以前" is before 2007, "7年以前" seven years ago.
_SHORT_YEAR_BEFORE = re.compile(r"(?<!\d)(0\d)年(?=[以之]前)")
_ROMAN = {"i": 1, "v": 5, "x": 10, "і": 1, "х": 10}
_HAN_DIGITS = "〇一二三四五六七八九"
_HAN_NUMBER = re.compile(
    rf"(?<![零十百千{_HAN_DIGITS}])(?:(?P<year>[零{_HAN_DIGITS}]{{4}})(?=年)"
    rf"|(?P<day>(?:[一二三]?十)?[{_HAN_DIGITS[1:]}]|[一二三]?十)(?=[日号號]))"
)


def in_common_years(text: str, directives: Mapping[str, str]) -> str:
    """The phrase, in lower case, with such years as "1990s", "19th-century" or 2025年.

    ``directives`` are those of the language's table. A year outside its reign is left as it is.

    >>> in_common_years("les années 1990", {"decade": r"années (\\d{3}0)"})
    'les 1990s'
    >>> in_common_years("2568", {"offset": r"(25\\d\\d) 543"})
    '2025'
    >>> in_common_years("anni novanta", {"short_decade": r"anni '?(TENS)", "tens": "novanta 90"})
    "'90s"
    >>> in_common_years("平成元年1月8日", {"eras": "平成 1989-2019", "script": "cjk"})
    '1989年1月8日'
    """
    if "century" in directives:
        centuries, numbers = _worded(directives["century"], directives.get("numbers", ""))
        text = centuries.sub(lambda found: f"{numbers.get(found[1]) or _number(found[1])}th-century", text)
    text = _YEAR_BEFORE.sub(r"\1 \2", text)
    if "offset" in directives:
        pattern, _, later = directives["offset"].rpartition(" ")
        text = re.sub(pattern, lambda found: str(int(found[1]) - int(later)), text)
    if directives.get("script") == "cjk":
        text = _HAN_NUMBER.sub(_in_digits, _of_reigns(text, directives.get("eras", "")))
        text = _SHORT_YEAR_BEFORE.sub(r"'\1", text)
        text = _OF_CENTURY.sub(lambda found: f"{int(found[1]) - 1}{found[2]}年代", text)
    if "decade" in directives:
        text = re.sub(directives["decade"], r"\1s", text)
    if "short_decade" in directives:
        decades, tens = _worded(directives["short_decade"], directives.get("tens", ""))
        text = decades.sub(lambda found: f"'{tens.get(found[1], found[1])}s", text)
    return text


@cache
def _worded(pattern: str, listed: str) -> tuple[re.Pattern[str], dict[str, str]]:
    """The pattern with the listed words ("venti 20 | trenta 30") in place of NUMBERS, and their numbers.

    TENS stands for two digits too.
    """
    numbers = {each[:-3]: each[-2:] for each in filter(None, listed.split(" | "))}
    words = "|".join(sorted(numbers, key=len, reverse=True)) or "(?!)"
    return re.compile(pattern.replace("TENS", rf"\d0|{words}").replace("NUMBERS", words)), numbers


def _of_reigns(text: str, eras: str) -> str:
    """令和7年 is 2025年, 元年 the first year."""
    for era in filter(None, eras.split(" | ")):
        name, _, years = era.partition(" ")
        first, last = (int(year) for year in years.split("-"))
        for found in reversed(list(re.finditer(rf"{name} ?(元|\d{{1,3}})年", text))):
            year = first - 1 + (1 if found[1] == "元" else int(found[1]))
            if first <= year <= last:
                text = f"{text[: found.start()]}{year}年{text[found.end() :]}"
    return text


def _number(written: str) -> int:
    """The number of a century: in digits, in Chinese numerals, or in Roman ones, Latin or Cyrillic.

    >>> _number("19"), _number("十九"), _number("xix"), _number("хіх")
    (19, 19, 19, 19)
    """
    if written.isdecimal():
        return int(written)
    if "十" in written:
        return _han(written)
    values = [_ROMAN[letter] for letter in written]
    return sum(-a if a < b else a for a, b in zip(values, [*values[1:], 0], strict=True))


def _han(written: str) -> int:
    """二十五 is 25."""
    tens, _, ones = written.rpartition("十") if "十" in written else ("〇", "", written)
    return 10 * (_HAN_DIGITS.index(tens) if tens else 1) + (_HAN_DIGITS.index(ones) if ones else 0)


def _in_digits(found: re.Match[str]) -> str:
    """二〇二五 is 2025, 二十五 is 25."""
    if found["year"]:
        return "".join(str(_HAN_DIGITS.index(sign)) for sign in found["year"].replace("零", "〇"))
    return str(_han(found["day"]))

"""The texts of events -> the words of all of them, and which events have each word: for the search.

A search looks for each of its words within the words of an event, so an index of words finds what a look
into every text would find.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache
from html import unescape
from itertools import pairwise
from unicodedata import category, normalize

#: What an article has besides its words: the parts that a search does not look into.
_BESIDES = re.compile(
    r"<svg.*?</svg>|<button.*?</button>|<summary.*?</summary>|<a class=\"cite\".*?</a>"
    r"|<p class=\"related\">.*?</p>|<span class=\"kept\">.*?</span>"
    r"|(?<=<div class=\"sources\">)\s*<p>.*?</p>",
    re.DOTALL,
)
_TAG = re.compile(r"<[^>]*>")
_ARTICLE = re.compile(r"<article .*?</article>", re.DOTALL)
#: As `plain` in address.js folds them: dashes and quotation marks.
_ALIKE = str.maketrans({"ł": "l", **dict.fromkeys("‐‑‒–—―", "-"), **dict.fromkeys('’ʼ“”„«»"', "'")})
#: What stands around words, without being a part of them.
_AROUND = ".,;:!?()[]…·-"
#: The digits of a number: five bits each, with a sixth for "more follow".
DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"


def texts_of(html: str) -> list[str]:
    """The text of each article in HTML that our templates made."""
    return [unescape(_TAG.sub(" ", _BESIDES.sub(" ", found[0]))) for found in _ARTICLE.finditer(html)]


def word_index(texts: Iterable[str]) -> dict[str, str]:
    """The ``words`` of all texts, one a line, and for each the numbers of its texts, one a line.

    >>> word_index(["An Élysée dinner", "A dinner, an end"])
    {'words': 'a\\nan\\ndinner\\nelysee\\nend', 'events': 'B\\nAB\\nAB\\nA\\nB'}
    """
    found: dict[str, list[int]] = defaultdict(list)
    for number, text in enumerate(texts):
        for word in {word for written in set(text.split()) for word in _folded(written)}:
            found[word].append(number)
    words = sorted(found)
    return {"words": "\n".join(words), "events": "\n".join(_steps(found[word]) for word in words)}


@lru_cache(1 << 17)
def _folded(written: str) -> tuple[str, ...]:
    """A word as it is searched for; a sign that Unicode takes apart may make it two, or none."""
    return tuple(word for part in plain(written).split() if (word := part.strip(_AROUND)))


def plain(text: str) -> str:
    """The text in lower case without diacritics, as the page's script folds what is searched for.

    >>> plain("Élysée – Łódź")
    'elysee - lodz'
    """
    if text.isascii():
        return text.lower().replace('"', "'")
    folded = normalize("NFKD", text).lower()
    return "".join(char for char in folded if category(char)[0] != "M").translate(_ALIKE)


def _steps(numbers: Sequence[int]) -> str:
    """The numbers, which rise, as the steps from each to the next, in digits.

    >>> _steps([0, 1, 40])
    'ABnB'
    """
    return "".join(_digits(other - one) for one, other in pairwise([0, *numbers]))


def _digits(number: int) -> str:
    digits = ""
    while number >= 32:
        digits += DIGITS[32 + number % 32]
        number //= 32
    return digits + DIGITS[number]

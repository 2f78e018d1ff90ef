"""The direction in which a text is written."""

from __future__ import annotations

import unicodedata

#: What runs leftwards, and the controls that make other text do so, by their bidirectional class.
_LEFTWARD = frozenset({"R", "AL"})


_TURNING = _LEFTWARD | {"LRE", "RLE", "LRO", "RLO", "LRI", "RLI", "FSI"}


def isolated(text: str) -> str:
    """``text`` in its own direction, whatever stands around it, if it holds anything written leftwards.

    So too if it holds a control that would turn what follows.
    https://www.unicode.org/reports/tr9/#Explicit_Directional_Isolates

    >>> isolated("Paris"), isolated("باريس"), isolated("a\\u202eb")
    ('Paris', '\\u2068باريس\\u2069', '\\u2068a\\u202eb\\u2069')
    """
    turns = any(unicodedata.bidirectional(char) in _TURNING for char in text)
    return f"\u2068{text}\u2069" if turns else text


def script(text: str) -> str:
    """The class of a text whose letters Arial's kin may lack: " leftward", " eastern" or "".

    >>> script("Paris"), script("باريس"), script("巴黎")
    ('', ' leftward', ' eastern')
    """
    if any(unicodedata.east_asian_width(char) == "W" for char in text):
        return " eastern"
    return " leftward" if any(unicodedata.bidirectional(char) in _LEFTWARD for char in text) else ""


def is_leftward(text: str, *, otherwise: bool) -> bool:
    """Whether a text runs from right to left, as its first letter with a direction says.

    https://www.unicode.org/reports/tr9/#P2

    >>> is_leftward("1. باريس", otherwise=False), is_leftward("2025", otherwise=True)
    (True, True)
    """
    strong = (unicodedata.bidirectional(char) for char in text)
    return next((kind != "L" for kind in strong if kind in {"L", "R", "AL"}), otherwise)


def _is_other(char: str) -> bool:
    """Whether a letter comes from a font of another script than Arial's."""
    is_wide = unicodedata.east_asian_width(char) in {"W", "F"}
    return is_wide or unicodedata.bidirectional(char) in {"R", "AL"}

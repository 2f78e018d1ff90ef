"""The writing direction of a text."""

from __future__ import annotations

from functools import cache

from timeline.typography.unicode_data import bidirectional, east_asian_width

#: The bidirectional classes of letters written from right to left.
_LEFTWARD = frozenset({"R", "AL"})
#: These, and the classes of the controls that change the direction of other text.
_TURNING = _LEFTWARD | {"LRE", "RLE", "LRO", "RLO", "LRI", "RLI", "FSI"}


def isolated(text: str) -> str:
    """``text`` isolated from its surroundings if it holds letters or controls that run from right to left.

    https://www.unicode.org/reports/tr9/#Explicit_Directional_Isolates

    >>> isolated("Paris"), isolated("باريس"), isolated("a\\u202eb")
    ('Paris', '\\u2068باريس\\u2069', '\\u2068a\\u202eb\\u2069')
    """
    turns = not text.isascii() and any(bidirectional(char) in _TURNING for char in text)
    return f"\u2068{text}\u2069" if turns else text


def script(text: str) -> str:
    """The CSS class of scripts that fonts with Arial's widths may lack: " leftward", " eastern" or "".

    >>> script("Paris"), script("باريس"), script("巴黎")
    ('', ' leftward', ' eastern')
    """
    if any(east_asian_width(char) == "W" for char in text):
        return " eastern"
    return " leftward" if any(bidirectional(char) in _LEFTWARD for char in text) else ""


def is_leftward(text: str, *, otherwise: bool) -> bool:
    """Whether a text runs from right to left, by its first letter with a direction; else ``otherwise``.

    https://www.unicode.org/reports/tr9/#P2

    >>> is_leftward("1. باريس", otherwise=False), is_leftward("2025", otherwise=True)
    (True, True)
    """
    strong = (bidirectional(char) for char in text)
    return next((kind != "L" for kind in strong if kind in {"L", "R", "AL"}), otherwise)


def has_other_script(text: str) -> bool:
    """Whether any letter comes from a font of another script than Arial's.

    >>> has_other_script("Talks in Riyadh"), has_other_script("Talks in الرياض")
    (False, True)
    """
    return not text.isascii() and any(map(_is_other_script, text))


@cache
def _is_other_script(char: str) -> bool:
    return east_asian_width(char) in {"W", "F"} or bidirectional(char) in {"R", "AL"}

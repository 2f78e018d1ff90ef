"""How wide a text will be, without a browser.

The label font stack holds only fonts of Arial's widths, so what is computed is what is seen.
"""

from __future__ import annotations

import unicodedata
from functools import cache

from timeline.layout.arial import BOLD, REGULAR

#: A reserve on every text, for hinting and for letters outside the table.
_RESERVE = 1.02
_FULL_WIDTH = 1000
_UNKNOWN = 700


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """The width of one line of ``text`` at ``size`` px, in px, never less than it will be in Arial.

    >>> round(text_width("Riyadh", 13), 1)
    41.3
    """
    widths = _table(bold)
    units = sum(widths.get(c) or _guess(c, widths) for c in text)
    return units * size / 1000 * _RESERVE


def fit(text: str, size: float, room: float, *, bold: bool = False) -> str:
    """``text``, or as much of it as stands in ``room`` px with an ellipsis.

    >>> fit("Emergency summit in Paris", 13, 100)
    'Emergency su…'
    """
    if text_width(text, size, bold=bold) <= room:
        return text
    kept = text
    while kept and text_width(f"{kept}…", size, bold=bold) > room:
        kept = kept[:-1]
    return f"{kept.rstrip()}…"


@cache
def _table(bold: bool) -> dict[str, int]:
    return {c: width for width, chars in (BOLD if bold else REGULAR).items() for c in chars}


def _guess(char: str, widths: dict[str, int]) -> int:
    """The width of a character that the table lacks: its base letter's, none, or a generous one."""
    if unicodedata.combining(char) or unicodedata.category(char) in {"Cf", "Mn", "Me"}:
        return 0
    if unicodedata.east_asian_width(char) in {"W", "F"}:
        return _FULL_WIDTH
    return widths.get(unicodedata.normalize("NFD", char)[0], _UNKNOWN)

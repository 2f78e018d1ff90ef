"""How wide a text will be, without a browser.

The label font stack holds only fonts of Arial's widths, so what is computed is what is seen. Arabic and
Hebrew letters come from whatever font a system has for them, so that those are given their greatest width.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect
from functools import cache, lru_cache

from timeline.typography import rtl_letters
from timeline.typography.arial import BOLD, REGULAR
from timeline.typography.sentences import pieces

#: A reserve on every text, for hinting and for letters outside the table.
_RESERVE = 1.02
_FULL_WIDTH = 1000
_UNKNOWN, _UNKNOWN_JOINING = 700, 1500


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """The width of one line of ``text`` at ``size`` px, in px, never less than it will be in Arial.

    >>> round(text_width("Riyadh", 13), 1)
    41.3
    """
    shown = [char for char in text if not _is_mark(char)]
    following = [*shown, ""][1:]
    units = sum(_width(char, after, bold=bold) for char, after in zip(shown, following, strict=True))
    return units * size / 1000 * _RESERVE


def fit(text: str, size: float, room: float, *, bold: bool = False) -> str:
    """``text``, or as much of it as stands in ``room`` px with an ellipsis.

    >>> fit("Emergency summit in Paris", 13, 100)
    'Emergency su…'
    """
    if text_width(text, size, bold=bold) <= room:
        return text

    def wide(end: int) -> float:
        return text_width(f"{text[:end]}…", size, bold=bold)

    most = 64  # near the end to come: of a long text only its beginning is measured
    while most < len(text) and wide(most) <= room:
        most *= 2
    kept = bisect(range(1, min(most, len(text))), room, key=wide)
    return f"{text[:kept].rstrip()}…"


def wrap(text: str, size: float, room: float, *, bold: bool = False) -> tuple[str, ...]:
    """``text`` in lines of at most ``room`` px, broken at spaces, East Asian letters, in long words.

    >>> wrap("Emergency summit in Paris", 13, 110)
    ('Emergency', 'summit in Paris')
    """
    lines, line = [], ""
    for piece in pieces(text):
        if not line or text_width((line + piece).rstrip(), size, bold=bold) <= room:
            line += piece
        else:
            lines.append(line.rstrip())
            line = piece
        while text_width(line.rstrip(), size, bold=bold) > room and len(line.rstrip()) > 1:
            kept = len(fit(line.rstrip(), size, room, bold=bold)) - 1 or 1
            lines.append(line[:kept])
            line = line[kept:]
    return tuple(part for part in (*lines, line.rstrip()) if part)


def has_whole_words(text: str, size: float, room: float, *, bold: bool = False) -> bool:
    """Whether ``wrap`` breaks no word in two."""
    return all(text_width(piece.strip(), size, bold=bold) <= room for piece in pieces(text))


@cache
def _table(bold: bool) -> dict[str, int]:
    """Each character with its width where no other joins it."""
    tables = (BOLD, rtl_letters.BOLD) if bold else (REGULAR, rtl_letters.REGULAR)
    return {char: width for table in tables for width, chars in table.items() for char in chars}


@cache
def _joined(bold: bool) -> dict[str, int]:
    table = rtl_letters.BOLD_JOINED if bold else rtl_letters.REGULAR_JOINED
    return {char: width for width, chars in table.items() for char in chars}


@cache
def _is_mark(char: str) -> bool:
    """Whether a character takes no room of its own."""
    return unicodedata.category(char) in {"Cf", "Mn", "Me"}


@lru_cache(maxsize=1 << 16)
def _width(char: str, following: str, *, bold: bool) -> int:
    """The width of a character before another, in thousandths of an em; a generous one if it is unknown."""
    widths, base = _table(bold), unicodedata.normalize("NFD", char)[0]
    if unicodedata.bidirectional(following or " ") == "AL" and following != "ء":
        joined = _joined(bold)
        if char in joined or base in joined:
            return joined.get(char) or joined[base]
    if char in widths:
        return widths[char]
    if unicodedata.east_asian_width(char) in {"W", "F"}:
        return _FULL_WIDTH
    return widths.get(base, _UNKNOWN_JOINING if unicodedata.bidirectional(char) == "AL" else _UNKNOWN)

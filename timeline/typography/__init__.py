"""Measures text without a browser, in Arial, and in bold serif type for the labels of main events.

The labels' font stack holds only fonts with Arial's widths, so that the computed width is the one seen.
Serif fonts differ by system, so their letters get the greatest width.
Arabic and Hebrew letters come from other fonts, which differ by system, so they get their greatest width.

Labels may be in fonts of the house instead: within `measured_in`, no text is narrower than in these either.
It is also as wide as without them, because until they have arrived a page shows the others.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache, lru_cache
from itertools import repeat
from types import MappingProxyType

from timeline.typography import rtl_letters, serif
from timeline.typography.arial import BOLD, REGULAR
from timeline.typography.direction import script
from timeline.typography.sentences import pieces
from timeline.typography.unicode_data import bidirectional, east_asian_width

#: A factor on every width, for hinting and for letters outside the table.
_RESERVE = 1.02
_FULL_WIDTH = 1000
_UNKNOWN, _UNKNOWN_JOINING = 700, 1500

#: The widths of characters in the fonts of the house, in thousandths of an em, by the kind of label:
#: "regular", "bold" or, for main events, "serif".
HouseWidths = Mapping[str, Mapping[str, int]]
_HOUSE: ContextVar[HouseWidths] = ContextVar("house", default=MappingProxyType({}))


@contextmanager
def measured_in(widths: HouseWidths) -> Iterator[None]:
    """Within it, texts are at least as wide as in these fonts.

    >>> with measured_in({"regular": {"i": 1000}}):
    ...     round(text_width("i", 100))
    102
    """
    token = _HOUSE.set(widths)
    try:
        yield
    finally:
        _HOUSE.reset(token)


def text_width(text: str, size: float, *, bold: bool = False, is_serif: bool = False) -> float:
    """The width in px of ``text`` on one line at ``size`` px, never less than in Arial or the serif fonts.

    Serif type is always bold.

    >>> round(text_width("Riyadh", 13), 1)
    41.3
    """
    face = "serif" if is_serif else "bold" if bold else "regular"
    units = _units(text, face)
    house = _HOUSE.get()
    if house:
        shown = _without_marks(text)
        units = max(units, *(_house_width(shown, face, each) for each in _faces(text, face, house)), 0)
    return units * size / 1000 * _RESERVE


@lru_cache(maxsize=1 << 14)  # scenes of all widths measure the same texts
def _units(text: str, face: str) -> int:
    """The width of ``text`` in Arial or the serif fonts, in thousandths of an em."""
    shown = _without_marks(text)
    return sum(map(_width, shown, [*shown[1:], ""], repeat(face)))  # no loop in Python: called very often


def _without_marks(text: str) -> Sequence[str]:
    """The characters that have a width of their own."""
    return text if text.isascii() else [char for char in text if not _is_mark(char)]


def _faces(text: str, face: str, house: HouseWidths) -> list[Mapping[str, int]]:
    """The widths in the fonts in which a text may be: serif type has no letters of other scripts."""
    faces = (face, "bold") if face == "serif" and script(text) else (face,)
    return [house[each] for each in faces if each in house]


def _house_width(shown: Iterable[str], face: str, widths: Mapping[str, int]) -> int:
    """The width of characters in a font of the house, in thousandths of an em."""
    pairs = zip(shown, [*[*shown][1:], ""], strict=False)
    return sum(_in_house(char, following, face, widths) for char, following in pairs)


def _in_house(char: str, following: str, face: str, widths: Mapping[str, int]) -> int:
    """The width of a character; letters that join have other forms than the one measured."""
    own = widths.get(char)
    if own is None:
        return max(_width(char, following, face), widths.get(unicodedata.normalize("NFD", char)[0], 0))
    return max(own, _width(char, following, face)) if bidirectional(char) == "AL" else own


def fit(text: str, size: float, room: float, *, bold: bool = False, is_serif: bool = False) -> str:
    """``text``, shortened with an ellipsis if it is wider than ``room`` px.

    >>> fit("Emergency summit in Paris", 13, 100)
    'Emergency su…'
    """
    if text_width(text, size, bold=bold, is_serif=is_serif) <= room:
        return text

    def width(end: int) -> float:
        return text_width(f"{text[:end]}…", size, bold=bold, is_serif=is_serif)

    most = 64  # a text may be very long, so only as much of its beginning is measured as is needed
    while most < len(text) and width(most) <= room:
        most *= 2
    kept = bisect(range(1, min(most, len(text))), room, key=width)
    return f"{text[:kept].rstrip()}…"


def wrap(text: str, size: float, room: float, *, bold: bool = False) -> tuple[str, ...]:
    """``text`` in lines of ``room`` px, broken at spaces, at East Asian letters and in overlong words.

    >>> wrap("Emergency summit in Paris", 13, 110)
    ('Emergency', 'summit in Paris')
    """
    lines, line = [], ""
    for piece in pieces(text):
        if line and text_width((line + piece).rstrip(), size, bold=bold) <= room:
            line += piece
            continue
        lines.append(line.rstrip())
        line = piece
        while text_width(line.rstrip(), size, bold=bold) > room and len(line.rstrip()) > 1:
            kept = len(fit(line.rstrip(), size, room, bold=bold)) - 1 or 1
            lines.append(line[:kept])
            line = line[kept:]
    return tuple(part for part in (*lines, line.rstrip()) if part)


def has_whole_words(text: str, size: float, room: float, *, bold: bool = False) -> bool:
    """Whether ``wrap`` breaks no word."""
    return all(text_width(piece.strip(), size, bold=bold) <= room for piece in pieces(text))


@cache
def _table(face: str) -> dict[str, int]:
    """The width of each character that is not joined to the next one, in regular, bold or serif type."""
    tables = {
        "regular": (REGULAR, rtl_letters.REGULAR),
        "bold": (BOLD, rtl_letters.BOLD),
        "serif": (BOLD, rtl_letters.BOLD, serif.BOLD),
    }
    return {char: width for table in tables[face] for width, chars in table.items() for char in chars}


@cache
def _joined_table(face: str) -> dict[str, int]:
    """The width of each character that is joined to the next one and then has a width of its own."""
    table = rtl_letters.REGULAR_JOINED if face == "regular" else rtl_letters.BOLD_JOINED
    return {char: width for width, chars in table.items() for char in chars}


@cache
def _is_mark(char: str) -> bool:
    """Whether a character has no width of its own."""
    return unicodedata.category(char) in {"Cf", "Mn", "Me"}


@lru_cache(maxsize=1 << 16)
def _width(char: str, following: str, face: str) -> int:
    """The width of a character before ``following``, in thousandths of an em; a generous one if unknown."""
    widths, base = _table(face), unicodedata.normalize("NFD", char)[0]
    if bidirectional(following or " ") == "AL" and following != "ء":
        joined = _joined_table(face)
        if char in joined or base in joined:
            return joined.get(char) or joined[base]
    if char in widths:
        return widths[char]
    if east_asian_width(char) in {"W", "F"}:
        return _FULL_WIDTH
    return widths.get(base, _UNKNOWN_JOINING if bidirectional(char) == "AL" else _UNKNOWN)

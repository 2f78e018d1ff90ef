"""Width and direction of characters, also of those that this Python's version of Unicode does not know yet.

Of a character without an entry, Python 3.11 says that it is wide and later versions that it is not. Here it
has what Unicode reserves its place for (UAX 11, section 7; the head of DerivedBidiClass.txt), so that a new
character has the same properties, and pages the same bytes, in every version.
"""

from __future__ import annotations

import unicodedata

#: Ideographs, and emoji.
_RESERVED_FOR_WIDE = ((0x3400, 0x9FFF), (0xF900, 0xFAFF), (0x1F680, 0x1FAFF), (0x20000, 0x3FFFD))
_RESERVED_FOR_ARABIC = (
    *((0x0600, 0x07BF), (0x0860, 0x08FF), (0xFB50, 0xFDCF), (0xFDF0, 0xFDFF), (0xFE70, 0xFEFF)),
    *((0x10D00, 0x10D3F), (0x10EC0, 0x10EFF), (0x10F30, 0x10F6F), (0x1EC70, 0x1ECBF), (0x1ED00, 0x1ED4F)),
    (0x1EE00, 0x1EEFF),
)
_RESERVED_FOR_LEFTWARD = ((0x0590, 0x08FF), (0xFB1D, 0xFB4F), (0x10800, 0x10FFF), (0x1E800, 0x1EFFF))


def east_asian_width(char: str) -> str:
    """The East Asian width of a character, as `unicodedata.east_asian_width`: "W" and "F" are wide.

    >>> [east_asian_width(char) for char in ("巴", "\\uff01", "\\u0378", "\\U0002fffd")]
    ['W', 'F', 'N', 'W']
    """
    if unicodedata.category(char) != "Cn":
        return unicodedata.east_asian_width(char)
    return "W" if _is_in(char, _RESERVED_FOR_WIDE) else "N"


def bidirectional(char: str) -> str:
    """The bidirectional class of a character, as `unicodedata.bidirectional`.

    >>> bidirectional("a"), bidirectional("ب"), bidirectional("\\u05ff"), bidirectional("\\u0378")
    ('L', 'AL', 'R', 'L')
    """
    if known := unicodedata.bidirectional(char):
        return known
    if _is_in(char, _RESERVED_FOR_ARABIC):
        return "AL"
    return "R" if _is_in(char, _RESERVED_FOR_LEFTWARD) else "L"


def _is_in(char: str, ranges: tuple[tuple[int, int], ...]) -> bool:
    return any(first <= ord(char) <= last for first, last in ranges)

"""Unifies characters that look alike to a reader, and no others."""

from __future__ import annotations

import unicodedata

#: Hyphens and the minus sign are "-", dashes "–": "2010–12" is two years, "2010-12" a month.
_ALIKE = (
    dict.fromkeys("‐‑−﹣", "-") | dict.fromkeys("‒—―", "–") | {"’": "'", "ʼ": "'", "〜": "–", "～": "–"}
)
#: Invisible characters without meaning: soft hyphen, byte order mark, joiners, direction marks.
_NOTHING = dict.fromkeys("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\u061c\ufeff", "")
#: The code points of full-width ASCII are this much higher; the tilde is not among them, it means "to".
_FULL_WIDTH, _FIRST_FULL, _LAST_FULL = 0xFEE0, "\uff01", "\uff5d"


def tidy(text: str) -> str:
    """Digits of any script as 0-9, full-width letters as ASCII, any run of blanks as one space.

    >>> tidy("１７\\u00a0February — ٢٠٢٥")
    '17 February – 2025'
    """
    if text.isascii():
        return " ".join(text.split())
    composed = unicodedata.normalize("NFC", text)
    return " ".join(composed.translate(_PLAIN).split())


def _plain(character: str) -> str:
    if _FIRST_FULL <= character <= _LAST_FULL:
        character = chr(ord(character) - _FULL_WIDTH)
    if character.isdecimal():
        return str(unicodedata.decimal(character))
    return _ALIKE.get(character, _NOTHING.get(character, character))


class _Plain(dict[int, str]):
    """A table for `str.translate` that looks up each character once."""

    def __missing__(self, code: int) -> str:
        return self.setdefault(code, _plain(chr(code)))


_PLAIN = _Plain()

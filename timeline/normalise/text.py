"""Texts as people type them: normalised, folded for comparison, quoted in a message."""

from __future__ import annotations

import re
import unicodedata
from itertools import groupby

from timeline.model import When

_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
#: Characters that change the direction of text, so that it can appear different from what it is
#: (Trojan Source, CVE-2021-42574): LRM, RLM, embeddings, overrides and isolates.
_DIRECTION = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_LONGEST_SHOWN = 60
#: Invisible, although their category is that of a letter or a symbol.
_FILLERS = "\u115f\u1160\u2800\u3164\uffa0"


def one_line(text: str) -> str:
    """``text`` without outer space, each run of line breaks inside a single space.

    >>> one_line("  An emergency\\n  summit ")
    'An emergency summit'
    """
    return " ".join(line for line in map(str.strip, text.splitlines()) if line)


def paragraphs(text: str) -> str:
    """Like `one_line`, but a blank line still separates two paragraphs.

    >>> paragraphs("One\\nline.\\n\\n\\nAnother.\\n")
    'One line.\\n\\nAnother.'
    """
    parts = groupby(map(str.strip, text.splitlines()), key=bool)
    return "\n\n".join(" ".join(lines) for is_filled, lines in parts if is_filled)


def is_blank(text: str) -> bool:
    """Whether ``text`` is invisible: only spaces, controls, zero-width or combining characters, or blank
    letters (Hangul fillers, the blank Braille pattern).

    >>> is_blank(" \\u200b\\u0301"), is_blank("é")
    (True, False)
    """
    return all(unicodedata.category(each)[0] in "ZCM" or each in _FILLERS for each in text)


def fold(text: str) -> str:
    """``text`` without accents and case, for comparison.

    >>> fold("Volodymyr  ZELENSKÝ") == fold("volodymyr zelensky")
    True
    """
    bare = (c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return " ".join("".join(bare).casefold().split())


def uncased(text: str) -> str:
    """``text`` case-folded and in one Unicode normal form, equal for two names that look the same.

    >>> uncased("E\u0301lys\u00e9e") == uncased("\u00c9LYS\u00c9E")
    True
    """
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).casefold())


def direction_control(text: str) -> str:
    """The first text direction control in ``text`` as "U+202E", or "".

    >>> direction_control("abc\\u202edef")
    'U+202E'
    """
    found = _DIRECTION.search(text)
    return f"U+{ord(found[0]):04X}" if found else ""


def quoted(text: str) -> str:
    """``text`` in quotation marks, shortened for a message.

    >>> quoted("Monday")
    '"Monday"'
    """
    short = text if len(text) <= _LONGEST_SHOWN else text[: _LONGEST_SHOWN - 1] + "…"
    return f'"{short}"'


def shown(when: When) -> str:
    """A reading for a message: in EDTF, a single day preceded by its weekday.

    A date of the Julian calendar is followed by its numbers there.

    >>> from datetime import date
    >>> from timeline.model import Moment
    >>> shown(When(Moment.day(date(2025, 2, 18))))
    'Tue 2025-02-18'
    """
    text = f"{_WEEKDAYS[when.first.weekday()]} {when.edtf}" if when.first == when.last else when.edtf
    calendar = when.start.calendar
    return f"{text} (Julian {when.edtf_for(calendar)})" if calendar else text


def any_of(readings: tuple[When, ...]) -> str:
    """Several readings for a message: the first few, joined by "or".

    >>> from datetime import date
    >>> from timeline.model import Moment
    >>> any_of(tuple(When(Moment.day(date(2025, 2, day))) for day in (11, 18)))
    'Tue 2025-02-11 or Tue 2025-02-18'
    """
    return " or ".join(shown(reading) for reading in readings[:5])

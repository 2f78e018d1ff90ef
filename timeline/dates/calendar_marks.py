"""The calendar that English words name beside a date: "14 February 1722 (O.S.)", "7 November 1917 N.S."."""

from __future__ import annotations

import re

_NAMES = {
    "julian": r"O\.? ?S\.?|[Oo]ld [Ss]tyle|[Jj]ulian(?: calendar)?",
    "gregorian": r"N\.? ?S\.?|[Nn]ew [Ss]tyle|[Gg]regorian(?: calendar)?",
}
_MARKED = {
    calendar: re.compile(rf"(?P<rest>.*\d.*?)(?:,? (?:{names})|,? ?\((?:{names})\))")
    for calendar, names in _NAMES.items()
}
#: How a mark may end.
_ENDS = (")", "S", "S.", "tyle", "ulian", "orian", "alendar")


def without_mark(words: str) -> tuple[str, str]:
    """The words without the name of their calendar, and "julian", "gregorian" or "" if they name none.

    >>> without_mark("14 February 1722 (O.S.)"), without_mark("14 February 1722")
    (('14 February 1722', 'julian'), ('14 February 1722', ''))
    """
    if not words.endswith(_ENDS):  # nearly all words; a pattern would take longer to say so
        return words, ""
    for calendar, pattern in _MARKED.items():
        found = pattern.fullmatch(words)
        if found:
            return found["rest"], calendar
    return words, ""

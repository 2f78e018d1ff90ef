"""Notations that look like ISO or EDTF and are not read, each with its reason."""

from __future__ import annotations

import re
from datetime import date, timedelta

from timeline.dates.moments import YEARS
from timeline.dates.refused import Refused
from timeline.dates.rule import Table

#: Pattern of a notation that is not read, why, and what to write instead.
_REFUSED: tuple[tuple[str, str, str], ...] = (
    (r"[\[{]\.\..*", "a set with an open start is not read", "the first possible day too"),
    (r"[\[{].*\.\.[\]}]", "a set with an open end is not read", "the last possible day too"),
    (
        r"\[[^\]]*|[^\[]*\]|\{[^}]*|[^{]*\}",
        "one of two brackets is missing",
        "both brackets, as in [2025-02-12..2025-02-16], or none",
    ),
    (r"(?:\.\.)?/(?:\.\.)?", "an interval needs one end that is known", "2025-02-17/.."),
    (r"(?:[^ ]*/)?Y-?\d.*", "years with Y (beyond 9999, or with exponents) are not read", YEARS),
    (r"-\d{5,}(?:-.*)?", "years before 10000 BC are not read", YEARS),
    (r"-\d{3}", "a year with a sign has four digits", "-0043 for 44 BC"),
    (r"-\d{4}-\d\d-\d\dT.*", "clock times before the year 1 are not read", "the day alone"),
    (r"\d{5,}-.*|\d{5,7}|\d{9,}", "that is neither a year nor a day in eight digits", "2025-02-17"),
    (r"\d{4}/\d{2}", "the second year has two digits", "both years in full, as in 2024/2025"),
    (
        r"\d{3,4}S\d+|Y?-?\d+S\d+",
        "significant digits (S) are not read",
        "the decade or century, as in 195X",
    ),
    (r"\d{4}-\d\d-\d\d/\d{1,2}(?:-\d\d)?", "the end is not written in full", "2025-02-17/2025-02-18"),
    (
        r"[\dX]{4}-[\dX]{2}(?:-[\dX]{2})?|[\dX]{4}",
        "digits are unspecified (X) from the right only",
        "2025-02-XX, 2025 or 202X",
    ),
)
#: The day from which spreadsheets count (ECMA-376, part 1, 18.17.4.1): they know a 29 February 1900.
_FIRST = date(1899, 12, 30)
_REASONS = Table({pattern: (reason, hint) for pattern, reason, hint in _REFUSED})


def refusal(text: str) -> Refused | None:
    """Why a notation is not read; None when it is neither ISO nor EDTF.

    >>> refusal("-12000").reason
    'years before 10000 BC are not read'
    >>> refusal("45383").hint
    '2024-04-01, if it is the number of a day in a spreadsheet'
    """
    found = _REASONS.fullmatch(text)
    if not found:
        return None
    reason, hint = found[0]
    if re.fullmatch(r"[1-5]\d{4}", text):
        hint = f"{_FIRST + timedelta(int(text))}, if it is the number of a day in a spreadsheet"
    return Refused(reason, hint)

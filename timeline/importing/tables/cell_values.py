"""The cells of a workbook -> texts. A date is as exact as its cell shows it.

Days are numbers in a workbook (ECMA-376, part 1, 18.17.4.1); only the number format says that one is a
date.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import NamedTuple

#: Numbers of the built-in formats that show a date, and what they show (ECMA-376, 18.8.30).
_BUILT_IN = {
    **dict.fromkeys((14, 15, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58), "ymd"),
    **dict.fromkeys((18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47, 55, 56), "h"),
    **dict.fromkeys((16,), "md"),
    **dict.fromkeys((17,), "ym"),
    **dict.fromkeys((22,), "ymdh"),
}
#: What is no code of a format: quoted text, colours and conditions, escaped and padding characters.
_LITERAL = re.compile(r'"[^"]*"|\[(?!h+\]|m+\]|s+\])[^\]]*\]|\\.|[_*].', re.IGNORECASE)
_LAST_SERIAL = 2_958_465
#: 29 February 1900, which Excel believes in.
_PHANTOM = 60


class CellFormat(NamedTuple):
    """What a number format shows of a date: some of "y", "m", "d" and "h"; nothing for a number."""

    shows: str


def cell_format(number: int, code: str) -> CellFormat:
    """
    >>> cell_format(14, "").shows, cell_format(164, "mmm yyyy").shows, cell_format(164, "0.00").shows
    ('ymd', 'ym', '')
    >>> cell_format(164, "[$-409]d mmm yyyy hh:mm;@").shows, cell_format(0, "General").shows
    ('ymdh', '')
    """
    if not code:
        return CellFormat(_BUILT_IN.get(number, ""))
    bare = _LITERAL.sub("", code.partition(";")[0]).lower().replace("am/pm", "h").replace("general", "")
    has_clock = bool(re.search("[hs]", bare))
    has_day, has_year = "d" in bare, "y" in bare or bool(re.search("e(?![+-])", bare))
    has_month = bool(re.search("m{3,}", bare)) or ("m" in bare and (has_day or has_year or not has_clock))
    shows = "".join(
        letter
        for letter, is_there in (("y", has_year), ("m", has_month), ("d", has_day), ("h", has_clock))
        if is_there
    )
    return CellFormat(shows)


def number_text(value: str, shown: CellFormat, *, is_1904: bool) -> str:
    """A number as it would be written: a date in ISO 8601, as exact as its format shows it.

    >>> number_text("45705", CellFormat("ymd"), is_1904=False)
    '2025-02-17'
    >>> number_text("45705.75", CellFormat("ymdh"), is_1904=False)
    '2025-02-17T18:00'
    >>> number_text("45705", CellFormat("y"), is_1904=False)
    '2025'
    >>> number_text("1998.0", CellFormat(""), is_1904=False)
    '1998'
    """
    try:
        number = float(value)
    except ValueError:
        return value
    if not shown.shows or not 0 <= number <= _LAST_SERIAL:
        return _plain(value, number)
    days, seconds = divmod(round(number * 86_400), 86_400)
    clock = f"{seconds // 3600:02}:{seconds // 60 % 60:02}" + (
        f":{seconds % 60:02}" if seconds % 60 else ""
    )
    if shown.shows == "h":
        return clock if days == 0 else _plain(value, number)
    day = _day(days, is_1904=is_1904)
    if shown.shows == "y":
        return day[:4]
    if shown.shows == "ym":
        return day[:7]
    return f"{day}T{clock}" if seconds and "h" in shown.shows else day


def _day(days: int, *, is_1904: bool) -> str:
    if is_1904:
        return (date(1904, 1, 1) + timedelta(days)).isoformat() if days < _LAST_SERIAL - 1462 else str(days)
    if days == _PHANTOM:
        return "1900-02-29"
    start = date(1899, 12, 31) if days < _PHANTOM else date(1899, 12, 30)
    return (start + timedelta(days)).isoformat()


def _plain(value: str, number: float) -> str:
    """A number without the noise of binary fractions."""
    if abs(number) < 1e15 and number.is_integer():
        return str(int(number))
    return f"{number:.15g}" if re.fullmatch(r"-?\d*\.?\d+(?:[eE][+-]?\d+)?", value) else value

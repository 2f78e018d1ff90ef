"""Dates of publication and access as citations write them, in English."""

from __future__ import annotations

from datetime import date

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
#: MLA Handbook, appendix 1.
_SHORT = ("Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.")
#: "No date".
UNKNOWN = "n.d."


def day_parts(day: date | None) -> tuple[int, ...]:
    """Year, month and day; empty without a day.

    >>> day_parts(date(2025, 2, 17)), day_parts(None)
    ((2025, 2, 17), ())
    """
    return (day.year, day.month, day.day) if day else ()


def american(parts: tuple[int, ...]) -> str:
    """A day, a month or a year, with the month first; "" where nothing is known.

    >>> american((2025, 2, 17)), american((2025, 2)), american((2025,))
    ('February 17, 2025', 'February 2025', '2025')
    """
    match parts:
        case (year, month, day):
            return f"{MONTHS[month - 1]} {day}, {year}"
        case (year, month):
            return f"{MONTHS[month - 1]} {year}"
    return " ".join(map(str, parts))


def british(parts: tuple[int, ...]) -> str:
    """A day, a month or a year, with the day first and the month abbreviated; "" where nothing is known.

    >>> british((2025, 2, 17)), british((2025, 2)), british((2025,))
    ('17 Feb. 2025', 'Feb. 2025', '2025')
    """
    match parts:
        case (year, month, day):
            return f"{day} {_SHORT[month - 1]} {year}"
        case (year, month):
            return f"{_SHORT[month - 1]} {year}"
    return " ".join(map(str, parts))

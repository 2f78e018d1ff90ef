"""English names of months, weekdays, seasons and small numbers: data, and nothing else."""

from __future__ import annotations

MONTH_NAMES = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip
WEEKDAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

#: Every spelling of a month -> 1 to 12.
MONTHS: dict[str, int] = {
    spelling: number
    for number, name in enumerate(MONTH_NAMES, 1)
    for spelling in (name.lower(), name[:3].lower())
} | {"sept": 9}

#: Every spelling of a weekday -> 0 (Monday) to 6.
WEEKDAYS: dict[str, int] = {
    spelling: number
    for number, name in enumerate(WEEKDAY_NAMES)
    for spelling in (name.lower(), name[:3].lower())
} | {"tues": 1, "weds": 2, "thur": 3, "thurs": 3}

#: Northern meteorological seasons -> their first month, as in EDTF level 1.
SEASONS: dict[str, int] = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}

ORDINALS: dict[str, int] = {"first": 1, "second": 2, "third": 3, "fourth": 4}

#: Words that count. "couple" is left out: it may be two or a few.
NUMBERS: dict[str, int] = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
}  # fmt: skip

#: Words that are a month or weekday only in company: alone they are a verb, a noun or a typing slip.
NOT_ALONE = frozenset({"may", "mar", "sat", "sun", "wed"})


def alternatives(spellings: dict[str, int]) -> str:
    """A regular expression for any of them, the longest first.

    >>> alternatives({"fall": 9, "autumn": 9})
    'autumn|fall'
    """
    return "|".join(sorted(spellings, key=lambda spelling: (-len(spelling), spelling)))

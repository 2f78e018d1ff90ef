"""English names of months, weekdays, seasons and small numbers: data only."""

from __future__ import annotations

from collections.abc import Iterable

from timeline.dates.moments import MONTH_NAMES, WEEKDAY_NAMES

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

_ORDINAL_WORDS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth",
    "eighteenth", "nineteenth", "twentieth",
)  # fmt: skip
#: Days of a month in words, "first" to "thirty-first".
DAY_WORDS: dict[str, int] = {
    **{word: number for number, word in enumerate(_ORDINAL_WORDS, 1)},
    **{
        f"twenty{mark}{word}": 20 + number
        for mark in "- "
        for number, word in enumerate(_ORDINAL_WORDS[:9], 1)
    },
    "thirtieth": 30,
    **{f"thirty{mark}first": 31 for mark in "- "},
}

#: The first to the fifth of something, and the last (-1).
ORDINALS: dict[str, int] = {
    **{word: number for number, word in enumerate(_ORDINAL_WORDS[:5], 1)},
    "1st": 1,
    "2nd": 2,
    "3rd": 3,
    "4th": 4,
    "5th": 5,
    "last": -1,
    "final": -1,
}

#: Words that count. "couple" is left out: it may be two or a few.
NUMBERS: dict[str, int] = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30,
}  # fmt: skip

#: Words that are a month or weekday only beside other words: alone they may be a verb, a noun or a slip.
NOT_ALONE = frozenset({"may", "mar", "sat", "sun", "wed"})

#: A part of a day.
PART_OF_DAY = (
    r"(?:(?:early |late |mid-?)?(?:morning|afternoon)|(?:early |late )?evening|(?:late )?night"
    r"|lunchtime|lunch time|(?:pre-?)?dawn|dusk|daybreak|sunrise|sunset)"
)

#: Between the two ends of a span.
TO = r" ?[-–] ?| to | until | till | through | thru "

#: "early", "mid-", "the end of": the first, second or last third of what follows.
THIRD = (
    r"(?:at )?(?:the )?(?:(?P<early>early(?: in)?|(?:very )?(?:beginning|start) of)"
    r"|(?P<mid>mid|(?:the )?middle of)|(?P<late>late(?: in)?|(?:very )?end of))(?: the)?[ –-]"
)


def alternatives(spellings: Iterable[str]) -> str:
    """A regular expression for any of them, the longest first.

    >>> alternatives({"fall": 9, "autumn": 9})
    'autumn|fall'
    """
    return "|".join(sorted(spellings, key=lambda spelling: (-len(spelling), spelling)))

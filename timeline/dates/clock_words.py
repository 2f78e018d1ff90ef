"""Clock times in the words of other languages -> digits with a colon: "um 16 Uhr", "alle otto"."""

from __future__ import annotations

import re
from functools import cache

from timeline.dates.calendar_words import NUMBERS, alternatives
from timeline.dates.translate import vocabulary

_HOURS = 12


def with_clock(phrase: str, language: str) -> str:
    """The phrase with "à 16 h 30", "16 Uhr" or "alle otto" as 16:30, 16:00 and 8:00.

    >>> with_clock("17. Februar 2025, 16 Uhr", "de")
    '17. Februar 2025, 16:00'
    """
    manner = vocabulary(language).manner
    at, after, suffix = manner.get("at", "@"), manner.get("clock", "@"), manner.get("suffix", "@")
    said = rf"(?<!\w)(?:{at}) (?P<hour>\d{{1,2}})[.:](?P<minute>\d{{2}})(?:{suffix})?(?!\w|[./-]? ?\d)"
    phrase = re.sub(said, r"\g<hour>:\g<minute>", phrase, flags=re.IGNORECASE)
    for pattern in (  # of 24 hours
        rf"(?<!\w)(?:{at}) (?P<hour>\d{{1,2}})h(?P<minute>\d{{2}})(?!\w)",
        rf"(?<!\w)(?:(?:{at}) )?(?P<hour>\d{{1,2}})[.:h](?P<minute>\d{{2}}) ?(?:{after})(?!\w)",
        rf"(?<!\w)(?:(?:{at}) )?(?P<hour>\d{{1,2}}) ?(?:{after}) ?(?P<minute>\d{{2}})?(?!\w)",
    ):
        phrase = re.sub(pattern, _in_24_hours, phrase, flags=re.IGNORECASE)
    return _with_hour(phrase, language)


def _with_hour(phrase: str, language: str) -> str:
    """An hour alone behind the words that announce one: it may be of either half of the day."""
    pattern, worded = _hours(language)
    if not pattern:
        return phrase
    return pattern.sub(
        lambda found: f"{worded.get(said := (found[1] or found[2]).lower(), said)}:00", phrase
    )


@cache
def _hours(language: str) -> tuple[re.Pattern[str] | None, dict[str, int]]:
    """The pattern of an hour alone, in a number or a word, and the numbers of those words."""
    words = vocabulary(language)
    if "hour" not in words.manner:
        return None, {}
    numbers = {form: NUMBERS.get(each[0].english, 0) for form, each in words.meanings.items()}
    worded = {form: number for form, number in numbers.items() if 0 < number <= _HOURS}
    suffix = words.manner.get("suffix", "@")
    at, after, hours = words.manner["hour"], words.manner.get("clock", "@"), alternatives(worded)
    pattern = (
        rf"(?<!\w)(?:(?:{at}) (\d{{1,2}}|{hours})(?:{suffix})?(?: (?:{after}))?|({hours}) (?:{after}))"
        r"(?!\w|[.:,/-] ?\d| ?[-–])"
    )
    return re.compile(pattern, re.IGNORECASE), worded


def _in_24_hours(found: re.Match[str]) -> str:
    return f"{found['hour']:0>2}:{found['minute'] or '00'}"

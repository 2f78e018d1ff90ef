"""Clock times in other languages -> digits with a colon: "um 16 Uhr", "午後4時半".

Directives of the tables in ``tables/``: ``@at`` and ``@hour`` are words before a clock time, ``@hour`` also
before an hour alone; ``@clock`` follows it; ``@oclock`` is the character after an hour in a script without
spaces, with ``@am`` and ``@pm`` before it. ``@hours`` has the words before the first of two hours, then
those before the second that show it to be an hour ("de 23 às 4"), then those that stand before days too.
A time with two digits ("08:00") is on the 24-hour clock.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from timeline.dates.english.vocabulary import MONTHS, NUMBERS, alternatives
from timeline.dates.languages.vocabulary import Vocabulary, vocabulary

_HALF_DAY = 12
_PARTS = frozenset({"morning", "afternoon", "evening", "night", "lunchtime"})


def with_clock(phrase: str, language: str) -> str:
    """The phrase with "à 16 h 30", "alle otto" or "о 8-й вечора" as 16:30, 8:00 and "8:00 вечора".

    >>> with_clock("17. Februar 2025, 16 Uhr", "de"), with_clock("у понеділок о 8-й вечора", "uk")
    ('17. Februar 2025, 16:00', 'у понеділок 8:00 вечора')
    >>> with_clock("17日午後4時半", "ja")
    '17日 4:30 pm'
    """
    words = vocabulary(language)
    if "oclock" in words.directives:
        return re.sub(_east_asian(words.directives), _east_asian_time, phrase).rstrip()
    patterns, numbers = _patterns(language)
    hours = _hours_of_span(language)
    phrase = hours.sub(_span, phrase) if hours else phrase

    def time(found: re.Match[str]) -> str:
        parts = found.groupdict()
        hour, minute = parts["hour"].lower(), parts.get("minute") or "00"
        return f"{numbers.get(hour, hour):{'0>2' if 'of_24' in parts else ''}}:{minute}"

    for pattern in patterns:
        phrase = pattern.sub(time, phrase)
    return phrase


@cache
def _hours_of_span(language: str) -> re.Pattern[str] | None:
    """The pattern of two hours of the 24-hour clock, in a language with ``@hours``."""
    directives = vocabulary(language).directives
    if "hours" not in directives:
        return None
    first, sure, other = directives["hours"].split(" = ")
    after, mark = directives.get("clock", "@"), "(?:[.:]| ?h ?)"
    return re.compile(
        rf"(?<!\w)(?:{first}) (?P<hour>\d{{1,2}})(?:{mark}(?P<minute>\d{{2}}))?(?: ?(?:{after}))?"
        rf" (?:(?P<sure>{sure})|{other}) (?P<last_hour>\d{{1,2}})(?:{mark}(?P<last_minute>\d{{2}}))?"
        rf"(?P<after> ?(?:{after}))?(?!\w|[./:-]? ?\d)",
        re.IGNORECASE,
    )


def _span(found: re.Match[str]) -> str:
    """ "23:00-04:00"; the words as they are where they may be days."""
    if not (found["sure"] or found["last_minute"] or found["after"]):
        return found[0]
    first = f"{found['hour']:0>2}:{found['minute'] or '00'}"
    return f"{first}-{found['last_hour']:0>2}:{found['last_minute'] or '00'}"


@cache
def _patterns(language: str) -> tuple[tuple[re.Pattern[str], ...], dict[str, str]]:
    """The patterns of clock times, in the order in which they are tried; the numbers of hours in words."""
    words = vocabulary(language)
    directives = words.directives
    numbers = _hours(words)
    alone, after = directives.get("hour", "@"), directives.get("clock", "@")
    at = f"{directives.get('at', '@')}|{alone}"
    endings = "|".join(directives[name] for name in ("ordinal", "suffix") if name in directives) or "@"
    digits = r"(?P<hour>\d{1,2})"
    worded = rf"(?P<hour>\d{{1,2}}|{alternatives(numbers)})"
    part = rf"(?= (?:{alternatives(map(re.escape, _parts(words)))})(?!\w))"
    minute = r"(?P<minute>\d{2})"
    # "um 16 Uhr 17. Februar": a number before a month is a day.
    minute_after = rf"(?:{minute}(?!\.?[ -](?:{alternatives(map(re.escape, _months(words)))})(?!\w)))?"
    patterns = (
        # Of 12 hours: the part of the day follows.
        rf"(?<!\w)(?:{at}) {worded}(?:{endings})?(?:[.:h](?P<minute>\d{{2}}))?(?: ?(?:{after}))?{part}",
        rf"(?<![\w:.]){worded} ?(?:{after}) ?(?P<minute>\d{{2}})?{part}",
        # Of either half of the day.
        rf"(?<!\w)(?:{at}) {digits}[.:](?P<minute>\d{{2}})(?:{endings})?(?!\w|[./-]? ?\d)",
        # Of 24 hours.
        rf"(?<!\w)(?:{at}) {digits}h(?P<minute>\d{{2}})(?P<of_24>)(?!\w)",
        rf"(?<!\w)(?:(?:{at}) )?{digits}[.:h](?P<minute>\d{{2}}) ?(?:{after})(?P<of_24>)(?!\w)",
        rf"(?<!\w)(?:(?:{at}) )?{digits} ?(?:{after}) ?{minute_after}(?P<of_24>)(?!\w)",
        # An hour alone, in a number or a word.
        rf"(?<!\w)(?:{alone}) {worded}(?:{endings})?(?: (?:{after}))?(?!\w|[.:,/-] ?\d| ?[-–])",
        rf"(?<!\w){worded} (?:{after})(?!\w|[.:,/-] ?\d| ?[-–])",
    )
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in patterns), numbers


def _hours(words: Vocabulary) -> dict[str, str]:
    """The words for one to twelve if a word announces an hour alone, as in "alle otto"; else none."""
    if "hour" not in words.directives:
        return {}
    numbers = {form: NUMBERS.get(each[0].english, 0) for form, each in words.meanings.items()}
    return {form: str(number) for form, number in numbers.items() if 0 < number <= _HALF_DAY}


def _months(words: Vocabulary) -> list[str]:
    """The forms of the months."""
    return [form for form, each in words.meanings.items() if any(m.english in MONTHS for m in each)]


def _parts(words: Vocabulary) -> list[str]:
    """The words for a part of the day."""
    return [form for form, each in words.meanings.items() if not _PARTS.isdisjoint(m.english for m in each)]


def _east_asian(directives: Mapping[str, str]) -> str:
    half = rf"(?:(?P<am>{directives.get('am', '@')})|(?P<pm>{directives.get('pm', '@')}))?"
    rest = r"(?:(?P<half>[半반])| ?(?P<minute>\d{1,2})[分분])?"
    return rf"{half} ?(?<!\d)(?P<hour>\d{{1,2}})(?:{directives['oclock']}){rest}"


def _east_asian_time(found: re.Match[str]) -> str:
    hour, minute = int(found["hour"]), 30 if found["half"] else int(found["minute"] or 0)
    if not (found["am"] or found["pm"]):
        return f" {found['hour']}:{minute:02} "
    if hour >= _HALF_DAY:  # noon for some, midnight for others
        return found[0]
    return f" {hour or _HALF_DAY}:{minute:02} {'am' if found['am'] else 'pm'} "

"""Clock times as languages say them: "о 8 вечора", "jam 4 sore", "午後4時半" -> 8:00, 4:00, 4:30 pm.

A table of words tells with "@" how: ``@half`` the words that follow an hour of twelve ("вечора"), ``@hour``
those that announce an hour alone ("pukul 16"), ``@oclock`` the sign after it, with ``@am`` and ``@pm``
before it, where words have no blanks.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

_HALF_DAY = 12


def in_numbers(phrase: str, manner: Mapping[str, str]) -> str:
    """The phrase with such clock times in numbers and a colon; the words for half a day stay.

    >>> in_numbers("у понеділок о 8-й вечора", {"at": "о", "half": "вечора", "ordinal": "-й"})
    'у понеділок 8:00 вечора'
    >>> in_numbers("17日午後4時半", {"oclock": "時", "am": "午前", "pm": "午後"})
    '17日 4:30 pm'
    """
    if "oclock" in manner:
        return re.sub(_east_asian(manner), _east_asian_time, phrase).rstrip()
    at, after = manner.get("at", "@"), manner.get("clock", "@")
    hour = rf"(?P<hour>\d{{1,2}})(?:{manner.get('ordinal', '@')})?"
    minute = r"(?:[.:h](?P<minute>\d{2}))?"
    if "half" in manner:
        followed = rf" (?=(?:{manner['half']})(?!\w))"
        for pattern in (
            rf"(?<!\w)(?:{at}|{manner.get('hour', '@')}) {hour}{minute}(?: ?(?:{after}))?{followed}",
            rf"(?<![\w:.]){hour} ?(?:{after})(?P<minute>\d{{2}})?{followed}",
        ):
            phrase = re.sub(pattern, lambda found: f"{_time(found)} ", phrase, flags=re.IGNORECASE)
    if "hour" in manner:
        pattern = rf"(?<!\w)(?:{manner['hour']}) {hour}{minute}(?!\w|[.:,/-] ?\d)"
        phrase = re.sub(pattern, _time, phrase, flags=re.IGNORECASE)
    return phrase


def _time(found: re.Match[str]) -> str:
    return f"{found['hour']}:{found['minute'] or '00'}"


def _east_asian(manner: Mapping[str, str]) -> str:
    half = rf"(?:(?P<am>{manner.get('am', '@')})|(?P<pm>{manner.get('pm', '@')}))?"
    rest = r"(?:(?P<half>[半반])| ?(?P<minute>\d{1,2})[分분])?"
    return rf"{half} ?(?<!\d)(?P<hour>\d{{1,2}})(?:{manner['oclock']}){rest}"


def _east_asian_time(found: re.Match[str]) -> str:
    hour, minute = int(found["hour"]), 30 if found["half"] else int(found["minute"] or 0)
    if not (found["am"] or found["pm"]):
        return f" {found['hour']}:{minute:02} "
    if hour >= _HALF_DAY:  # noon for some, midnight for others
        return found[0]
    return f" {hour or _HALF_DAY}:{minute:02} {'am' if found['am'] else 'pm'} "

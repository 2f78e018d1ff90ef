"""Clock times without "am" or "pm": the part of the day beside them decides."""

from __future__ import annotations

import re
from datetime import time

from timeline.dates.refused import Refused

#: A clock time and where it ends, or None.
Span = tuple[time, time | None]

_EARLY = range(7)
#: Words for a part of the day -> its hours. The first that is found counts.
PARTS: tuple[tuple[str, frozenset[int]], ...] = (
    (r"early hours|small hours", frozenset(_EARLY)),
    (r"dawn|daybreak|sunrise", frozenset(range(2, 10))),
    (r"morning", frozenset(range(12))),
    (r"lunch ?time", frozenset(range(11, 16))),
    (r"afternoon", frozenset(range(12, 19))),
    (r"dusk|sunset", frozenset(range(14, 24))),
    (r"evening", frozenset(range(16, 24))),
    (r"night|tonight|overnight", frozenset({*_EARLY, *range(17, 24)})),
)
_PARTS = tuple((re.compile(rf"\b(?:{words})\b"), hours) for words, hours in PARTS)
_HALF = re.compile(r"[ap]m|noon|midday")
_TWELVE = 12


def readings(written: str, times: Span, phrase: str) -> tuple[Span, ...]:
    """What ``written``, read as ``times`` of 24 hours, may mean beside the words of ``phrase``.

    Without a part of the day only an hour of one digit may be am or pm. Raises Refused when none of
    its readings is of that part of the day.

    >>> readings("8:15", (time(8, 15), None), "monday evening")
    ((datetime.time(20, 15), None),)
    """
    hours = next((hours for pattern, hours in _PARTS if pattern.search(phrase)), None)
    found = [times]
    is_open = hours is not None or _is_of_either_half(written)
    if not _HALF.search(written) and is_open and 1 <= times[0].hour < _TWELVE:
        found += [(_later(times[0]), _later(times[1]) if times[1] else None)]
    fitting = [each for each in found if hours is None or each[0].hour in hours]
    if not fitting:
        raise Refused(f"{written} is not in that part of the day", "the clock time alone, as in 20:15")
    forward = [(start, end) for start, end in fitting if end is None or start <= end]
    return tuple(forward or fitting)


def hours_of(phrase: str) -> frozenset[int]:
    """The hours of the part of the day that the phrase names; all of them if it names none.

    >>> min(hours_of("monday evening")), len(hours_of("monday"))
    (16, 24)
    """
    return next((hours for pattern, hours in _PARTS if pattern.search(phrase)), frozenset(range(24)))


def _is_of_either_half(written: str) -> bool:
    """Whether no hour is written as in 24 hours: 02:30, 0:30 or 14:30."""
    hours = re.findall(r"(?<![\d:.])(\d{1,2})[:.]", written)
    return any(len(hour) == 1 for hour in hours) and not any(
        hour.startswith("0") or int(hour) > _TWELVE for hour in hours
    )


def _later(clock: time) -> time:
    """Twelve hours later, as far as that is a time of the same day."""
    return clock.replace(hour=clock.hour + _TWELVE) if 1 <= clock.hour < _TWELVE else clock

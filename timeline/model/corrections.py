"""What was corrected after publication."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date


@dataclass(frozen=True, slots=True)
class Correction:
    """A correction as readers are told of it: its day, a text, and the ids of the events concerned."""

    day: date
    text: str
    events: tuple[str, ...] = ()


def corrections_about(corrections: Iterable[Correction], ids: Collection[str]) -> tuple[Correction, ...]:
    """Those that concern one of these events, which alone they name then, or no event at all.

    >>> lasted = Correction(date(2025, 3, 14), "It lasted 90 minutes.", ("call", "talks"))
    >>> corrections_about([lasted], ["call"])[0].events, corrections_about([lasted], ["vote"])
    (('call',), ())
    """
    return tuple(
        replace(each, events=tuple(id_ for id_ in each.events if id_ in ids))
        for each in corrections
        if not each.events or any(id_ in ids for id_ in each.events)
    )

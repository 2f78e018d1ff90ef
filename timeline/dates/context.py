"""What a date depends on besides its words: the day of publication, the language, the zone and more."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time
from typing import NamedTuple

from timeline.dates.moments import Refused
from timeline.model.when import When

TENSES = ("", "past", "future")
ORDERS = ("", "day-first", "month-first")


class Context(NamedTuple):
    """The keywords of `timeline.dates.resolve`, as one value that a cache can hold.

    ``now`` is the clock time of publication, where it is known.
    """

    published: date | None = None
    language: str = "en"
    zone: str = ""
    anchor: When | None = None
    tense: str = ""
    order: str = ""
    now: time | None = None


#: Reads a phrase: its readings, none when the reader does not know it.
Reader = Callable[[str, Context], tuple[When, ...]]


def in_tense(found: tuple[When, ...], context: Context) -> tuple[When, ...]:
    """The readings that touch a day before or on the day of publication ("past"), or on or after it.

    Raises Refused when the words have readings and none is of that tense.
    """
    published = context.published
    if published is None or not context.tense:
        return found
    past = context.tense == "past"
    kept = tuple(
        when
        for when in found
        if (
            when.lacks_start or when.first <= published
            if past
            else when.lacks_end or when.last >= published
        )
    )
    if found and not kept:
        side = "after" if past else "before"
        raise Refused(
            f"every reading lies {side} {published}, the day of publication; `tense` is {context.tense}",
            "the other `tense`, or the date in full",
        )
    return kept

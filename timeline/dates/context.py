"""What a date depends on besides its words: the day of publication, the language, the zone and more."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time
from typing import NamedTuple

from timeline.dates.refused import Refused
from timeline.model.when import When

TENSES = ("", "past", "future")
ORDERS = ("", "day-first", "month-first")
CALENDARS = ("", "gregorian", "julian")
HEMISPHERES = ("", "north", "south")


class Context(NamedTuple):
    """The keywords of `timeline.dates.resolve`, as one value that a cache can hold.

    ``now`` is the clock time of publication, where it is known. With ``every``, a date without its year or
    month has every candidate as a reading, also those that are left out as not meant.
    """

    published: date | None = None
    language: str = "en"
    zone: str = ""
    anchor: When | None = None
    tense: str = ""
    order: str = ""
    now: time | None = None
    every: bool = False
    calendar: str = ""
    hemisphere: str = ""

    @property
    def region(self) -> str:
        """The country in the tag of the language, in two capitals, or "".

        >>> Context(language="en-US").region, Context(language="zh-Hant-TW").region, Context().region
        ('US', 'TW', '')
        """
        subtags = self.language.replace("_", "-").split("-")[1:]
        return next((tag.upper() for tag in subtags if len(tag) == len("US")), "")


#: Changes a reading of part of a phrase into those of the whole phrase; raises Refused if it does not fit.
Change = Callable[[When], tuple[When, ...]]
#: Reads a phrase: its readings, none when the reader does not know it.
Reader = Callable[[str, Context], tuple[When, ...]]


def changed(found: tuple[When, ...], change: Change) -> tuple[When, ...]:
    """The readings that fit the whole phrase; raises the first refusal if none does.

    So "the weekend of 13-14 July" chooses the year in which that is a weekend.
    """
    kept: list[When] = []
    refusals: list[Refused] = []
    for when in found:
        try:
            kept += change(when)
        except Refused as refusal:
            refusals.append(refusal)
    if refusals and not kept:
        raise refusals[0]
    return tuple(kept)


def in_tense(found: tuple[When, ...], context: Context) -> tuple[When, ...]:
    """The readings that touch a day before or on the day of publication ("past"), or on or after it.

    Raises Refused when the words have readings and none is of that tense.
    """
    if not context.tense:
        return found
    kept = of_tense(found, context)
    if found and not kept:
        side = "after" if context.tense == "past" else "before"
        raise Refused(
            f"every reading lies {side} {context.published}, the day of publication;"
            f" `tense` is {context.tense}",
            "the other `tense`, or the date in full",
        )
    return kept


def context_of_start(context: Context, *, has_begun: bool) -> Context:
    """The context for the first day of an open span, which reaches days after it whatever the tense.

    Where its words say that it ``has_begun`` ("since", "to date"), that day is not after publication.
    """
    if has_begun:
        return context._replace(tense="past")
    return context._replace(tense="" if context.tense == "future" else context.tense)


def of_tense(found: tuple[When, ...], context: Context) -> tuple[When, ...]:
    """Those readings, perhaps none."""
    published = context.published
    if published is None or not context.tense:
        return found
    if context.tense == "past":
        return tuple(when for when in found if when.lacks_start or when.first <= published)
    return tuple(when for when in found if when.lacks_end or when.last >= published)

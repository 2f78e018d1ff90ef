"""Seasons where it may be summer from December to February: of a source or a place south of the equator.

A source's hemisphere is known by the region in its language, such as "en-AU"; without one it is the north.
Where the event took place in the other hemisphere, its words have the readings of both. The readings there
are stretches of months, because our names of seasons are northern.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache

from timeline.dates.context import Context
from timeline.dates.explanations import SOUTHERN_SEASON
from timeline.dates.refused import Refused
from timeline.dates.zones.tables import side_of_zone
from timeline.model.when import Moment, Precision, When

#: Countries whose sources mean southern seasons: those on the equator have no summer of their own.
_REGIONS = frozenset({
    "ao", "ar", "au", "bo", "br", "bw", "ck", "cl", "fj", "fk", "ls", "mg", "mu", "mw", "mz", "na", "nc",
    "nf", "nu", "nz", "pe", "pf", "pg", "pn", "py", "re", "sz", "tl", "to", "tz", "uy", "vu", "ws", "za",
    "zm", "zw",
})  # fmt: skip
_NORTHERN = {
    "spring": "autumn",
    "summer": "winter",
    "autumn": "spring",
    "fall": "spring",
    "winter": "summer",
}
#: A season in EDTF of no stated hemisphere: 21 to 24.
_EDTF_SEASON = re.compile(r"(?<![-\d])(\d{4})-(2[1-4])(?![-\d])")
_EDTF_NAMES = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}
_SEASON = re.compile(rf"\b(?:{'|'.join(_NORTHERN)})\b")
_EITHER = "its seasons may be those north or south of the equator"
_RULE = "season of the south"
#: The rule of such a reading -> its explanation.
EXPLANATIONS = {_RULE: SOUTHERN_SEASON}


def read(
    phrase: str, context: Context, read_northern: Callable[[str, Context], tuple[When, ...]]
) -> tuple[When, ...]:
    """The readings of an English phrase in the hemisphere, or those, that it may speak of.

    ``read_northern`` reads a phrase with northern seasons. Raises Refused where the phrase can be read in
    one of two hemispheres only.
    """
    if not (_SEASON.search(phrase) and _may_be_south(context)):
        return read_northern(phrase, context)
    if not _may_be_north(context):
        return tuple(map(_southern, read_northern(_northern(phrase), context)))
    refusals: list[Refused] = []
    found: list[tuple[When, ...]] = []
    for words, change in ((phrase, _without_name), (_northern(phrase), _southern)):
        try:
            found.append(tuple(map(change, read_northern(words, context))))
        except Refused as refusal:
            refusals.append(refusal)
    if len(refusals) == 1:
        raise Refused(_EITHER, "the months")
    if refusals:
        raise refusals[0]
    north, south = found
    return (*north, *south) if north and south else read_northern(phrase, context)


def read_edtf(
    text: str,
    found: tuple[When, ...],
    context: Context,
    read_english: Callable[[str, Context], tuple[When, ...]],
) -> tuple[When, ...]:
    """The readings of an EDTF text, of which ``found`` are the northern ones.

    A season of the numbers 21 to 24 has no hemisphere: in a place of the south it may be of either.
    """
    seasons = [when for when in found if _has_season(when)]
    if not (seasons and _may_be_south(context)):
        return found
    others = tuple(when for when in found if when not in seasons)
    if not _EDTF_SEASON.search(text):
        return (*map(_without_name, seasons), *others)
    whole = _EDTF_SEASON.fullmatch(text)
    if whole is None:
        hint = "25 to 28 for those of the north, 29 to 32 for those of the south; or the months"
        raise Refused(_EITHER, hint)
    in_words = f"{_EDTF_NAMES[whole[2]]} {whole[1]}"
    return (*read_english(in_words, context._replace(language="en", hemisphere="south")), *others)


def _has_season(when: When) -> bool:
    if when.start.precision is Precision.SEASON:
        return True
    return when.end is not None and when.end.precision is Precision.SEASON


def _may_be_south(context: Context) -> bool:
    place = "south" in (context.hemisphere, side_of_zone(context.zone))
    return place or _is_southern(context.language)


def _may_be_north(context: Context) -> bool:
    place = "north" in (context.hemisphere, side_of_zone(context.zone))
    return place or not _is_southern(context.language)


@cache
def _is_southern(language: str) -> bool:
    return not _REGIONS.isdisjoint(language.lower().replace("_", "-").split("-")[1:])


def _northern(phrase: str) -> str:
    """The phrase with the northern names of the same months.

    >>> _northern("late summer 2025")
    'late winter 2025'
    """
    return _SEASON.sub(lambda found: _NORTHERN[found[0]], phrase)


def _southern(when: When) -> When:
    return replace(_without_name(when), rule=_RULE)


def _without_name(when: When) -> When:
    """The reading without the northern name of its season."""
    return replace(when, start=_unnamed(when.start), end=_unnamed(when.end) if when.end else None)


def _unnamed(moment: Moment) -> Moment:
    return replace(moment, precision=Precision.PART) if moment.precision is Precision.SEASON else moment

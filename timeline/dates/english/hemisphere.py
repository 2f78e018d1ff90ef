"""Seasons of a source from south of the equator: its summer is December to February.

Such a source is known by the region in its language, such as "en-AU". Its season is read as the northern
one half a year away; the result is a stretch of months, because our names of seasons are northern.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from timeline.dates.explanations import SOUTHERN_SEASON
from timeline.model.when import Moment, Precision, When

#: Countries that lie south of the equator, or nearly all of which does; those on it have no such seasons.
_REGIONS = frozenset({
    "ao", "ar", "au", "bo", "br", "bw", "cl", "fj", "ls", "mg", "mu", "mw", "mz", "na", "nc", "nz", "pe",
    "pf", "pg", "py", "re", "sz", "tl", "tz", "uy", "vu", "ws", "za", "zm", "zw",
})  # fmt: skip
_NORTHERN = {
    "spring": "autumn",
    "summer": "winter",
    "autumn": "spring",
    "fall": "spring",
    "winter": "summer",
}
_SEASON = re.compile(rf"\b(?:{'|'.join(_NORTHERN)})\b")
_RULE = "season of the south"
#: The rule of such a reading -> its explanation.
EXPLANATIONS = {_RULE: SOUTHERN_SEASON}


def has_southern_season(phrase: str, language: str) -> bool:
    """Whether the English phrase, from a source in that language, names a season of the south.

    >>> has_southern_season("summer 2025", "en-AU"), has_southern_season("summer 2025", "en-GB")
    (True, False)
    """
    return _is_southern(language) and bool(_SEASON.search(phrase))


@cache
def _is_southern(language: str) -> bool:
    return not _REGIONS.isdisjoint(language.lower().replace("_", "-").split("-")[1:])


def northern(phrase: str) -> str:
    """The phrase with the northern names of the same months.

    >>> northern("late summer 2025")
    'late winter 2025'
    """
    return _SEASON.sub(lambda found: _NORTHERN[found[0]], phrase)


def southern(when: When) -> When:
    """The reading without the northern name of its season."""
    end = _unnamed(when.end) if when.end else None
    return replace(when, start=_unnamed(when.start), end=end, rule=_RULE)


def _unnamed(moment: Moment) -> Moment:
    return replace(moment, precision=Precision.PART) if moment.precision is Precision.SEASON else moment

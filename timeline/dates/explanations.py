"""Explanations that rules of several families share; one that a single family needs stands there."""

from __future__ import annotations

from timeline.dates.rule import Explanation
from timeline.model.messages import message

AS_WRITTEN = Explanation(message("the date as written"))
FIRST_TO_LAST = Explanation(message("from the first date to the last"))
ONE_OF_SEVERAL = Explanation(message("one of several dates"))
NIGHT = Explanation(message("a night touches two days"))
WEEKEND_OF_DAYS = Explanation(message("the weekend of the named day or days"))
IN_THIRDS = Explanation(
    message("the beginning, the middle and the end stand for thirds of the month, season or year")
)
HALF_OR_QUARTER = Explanation(message("a half or a quarter of the named month or year"))
SEASON = Explanation(message("a season of three whole months, as north of the equator"))
SOUTHERN_SEASON = Explanation(message("seasons of three whole months, as south of the equator"))
ISO_WEEK = Explanation(message("a week by its number, from Monday to Sunday (ISO 8601)"))
FROM_PUBLICATION = Explanation(message("counted from the day of publication"), counted=True)
LAST = Explanation(
    message("the last one before the day of publication, or the one of the previous week or year"),
    counted=True,
)
NEXT = Explanation(
    message("the next one after the day of publication, or the one of the following week or year"),
    counted=True,
)

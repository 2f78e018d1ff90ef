"""ISO 8601 and EDTF (https://www.loc.gov/standards/datetime/): levels 0 and 1, and much of level 2.

Read: year, month, day, day with a clock time and perhaps an offset; years before ours with a sign (-0263
is 264 BC); the qualifiers ``?`` ``~`` ``%``, which apply to the whole date even where they stand at one
part of it; unspecified digits from the right; decades; the parts of a year 21-41; intervals, also with an
end that is open (``..``) or unknown (left blank); sets; the ISO week, day of the year and basic forms.
Refused with their own reason: sets with an open end, intervals bounded by a season of no stated hemisphere,
years before 10000 BC and beyond 9999, exponents and significant digits.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any

from timeline.dates import moments
from timeline.dates.edtf import one_moment
from timeline.dates.edtf.notations import INTERNATIONAL, PARTS_OF_YEAR, RARE_PARTS
from timeline.dates.edtf.notations import RULES as RULES
from timeline.dates.edtf.refusals import refusal
from timeline.dates.explanations import FIRST_TO_LAST, ONE_OF_SEVERAL
from timeline.dates.refused import Refused
from timeline.dates.rule import Explanation
from timeline.dates.spans import span, spans_between
from timeline.model.messages import message
from timeline.model.when import Moment, When

#: The notation of the end that an interval lacks -> which kind it is.
_LACKS = {"..": "open", "": "unknown"}
#: The rules of this module that are no rows of a table -> their explanations.
EXPLANATIONS = {
    "ISO day and time": INTERNATIONAL,
    "two years": Explanation(message("two years, the second one shortened")),
    "EDTF interval": FIRST_TO_LAST,
    "EDTF interval with an open end": Explanation(message("from that date on, with no end given")),
    "EDTF interval with an unknown end": Explanation(
        message("from that date on, to an end that is not known")
    ),
    "EDTF interval with an open start": Explanation(message("up to that date, with no beginning given")),
    "EDTF interval with an unknown start": Explanation(
        message("up to that date, from a beginning that is not known")
    ),
    "EDTF one of a set": ONE_OF_SEVERAL,
    "EDTF all of a set": FIRST_TO_LAST,
}
_A_FEW_YEARS, _LAST_MONTH = 6, 12
#: How nearly all dates are written. It is tried first; no other notation has this form.
_ISO_DAY = next(rule for rule in RULES if rule.name == "ISO day")
#: Text that is no notation, nor refused as one: it begins with a word, or a word after one or two digits,
#: and has no brackets and no slash.
_PROSE = re.compile(r"(?:\d{1,2} ?)?[^\W\d_X][^\W\d_][^\[\]{}/]*")
_TWO_YEARS = re.compile(r"(\d{4})-(\d{2})")


def read(text: str, zone: str = "") -> tuple[When, ...] | None:
    """The readings of ISO or EDTF text, None when it is neither. Raises Refused when it is wrong.

    >>> [when.edtf for when in read("2025-02-17/..")]
    ['2025-02-17/..']
    """
    day = _ISO_DAY.compiled.fullmatch(text)
    if day:
        return (When(_ISO_DAY.build(*map(int, day.groups())), None, text, _ISO_DAY.name, zone),)
    return None if _PROSE.fullmatch(text) else read_any(text, zone)


def read_any(text: str, zone: str = "") -> tuple[When, ...] | None:
    """The same as `read`, which first looks at the form of the text to save time."""
    found = _single(text, zone) or _interval(text, zone) or _set(text, zone)
    if found:
        return found
    refused = refusal(text)
    if refused:
        raise refused
    return None


def _single(text: str, zone: str) -> tuple[When, ...]:
    is_short = len(text) <= len("2023-24")
    years = _two_years(text) if is_short else ()
    if years and not _is_month_or_part(text):
        return years
    rule, readings = one_moment.read(text, zone)
    found = tuple([When(moment, None, text, rule, zone) for moment in readings])
    return (*found, *years) if found and is_short else found


def _is_month_or_part(text: str) -> bool:
    """Whether EDTF has a month or a part of a year of that number: not for "1939-45" or "1999-00"."""
    number = int(text[-2:])
    return 1 <= number <= _LAST_MONTH or number in PARTS_OF_YEAR


def _two_years(text: str) -> tuple[When, ...]:
    """ "2023-24" is a winter in EDTF and "2009-10" a month, and both may be two years: two readings.

    The same holds for other seasons and parts of a year where the years would be few ("1918-22");
    "2001-21" is EDTF beyond doubt, and "1939-45" two years.
    """
    found = _TWO_YEARS.fullmatch(text)
    if not found:
        return ()
    first, number = int(found[1]), int(found[2])
    last = first // 100 * 100 + number
    if number == 0 and (first + 1) % 100 == 0:
        last = first + 1
    lasts = last - first
    is_part = number in PARTS_OF_YEAR and number not in RARE_PARTS
    if lasts > 0 and (not is_part or lasts <= _A_FEW_YEARS):
        return (When(moments.a_year(first), moments.a_year(last), rule="two years"),)
    return ()


def _interval(text: str, zone: str) -> tuple[When, ...]:
    if "/" not in text:
        return ()
    left, _, right = (side.strip() for side in text.partition("/"))
    one_moment.check_hemispheres(left, right)
    (_, starts), (_, ends) = one_moment.read(left, zone), one_moment.read(right, zone)
    if starts and ends:
        return spans_between(starts, ends, "EDTF interval")
    if starts and right in _LACKS:
        return _one_sided(starts, _LACKS[right], "end")
    return _one_sided(ends, _LACKS[left], "start") if ends and left in _LACKS else ()


def _one_sided(known: tuple[Moment, ...], lack: str, side: str) -> tuple[When, ...]:
    lacks: dict[str, Any] = {f"{lack}_{side}": True}
    return tuple(When(each, rule=f"EDTF interval with an {lack} {side}", **lacks) for each in known)


def _set(text: str, zone: str) -> tuple[When, ...]:
    """``[a, b]`` is one of the two: each is a reading. ``{a, b}`` is both: neighbouring days are a span."""
    found = one_moment.SET.fullmatch(text)
    members = (found[1] or found[2]).split(",") if found else []
    known = [ends for member in members if (ends := one_moment.ends_of(member, zone))]
    if not found or len(known) != len(members):
        return ()
    if found[1]:
        return tuple(When(one_moment.between(*ends), rule="EDTF one of a set") for ends in known)
    if any((after.earliest - before.latest).days != 1 for (_, before), (after, _) in pairwise(known)):
        raise Refused("a set of dates that do not touch is not one date", "one event for each")
    first, last = known[0][0], known[-1][1]
    return (
        When(first, rule="EDTF all of a set") if first == last else span(first, last, "EDTF all of a set"),
    )

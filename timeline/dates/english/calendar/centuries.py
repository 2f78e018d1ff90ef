"""English decades and centuries, whole and in parts, and shortened ends of ranges of years.

"The late 1990s", "the 18th and 19th centuries", "1914–18".
"""

from __future__ import annotations

import re

from timeline.dates import moments
from timeline.dates.context import Context
from timeline.dates.english.calendar import BuildInYear, read_in_year, third_of
from timeline.dates.english.vocabulary import DAY_WORDS, ORDINALS, THIRD, alternatives
from timeline.dates.refused import Refused
from timeline.dates.rule import Explanation, Rule, matching
from timeline.model.messages import message
from timeline.model.when import Moment, When

_DECADE_OR_CENTURY = Explanation(message("the named decade or century, or a part of it"))
_NTH = rf"(?:(?P<century>\d{{1,2}})(?:st|nd|rd|th)|(?P<worded>{alternatives(DAY_WORDS)}))"
_BEFORE = "(?P<bc> bce?)?"
_CENTURY = rf"{_NTH}[ -](?:century|cent|c){_BEFORE}"
_MILLENNIUM = rf"{_NTH}[ -]millennium{_BEFORE}"
_TENS = rf"(?P<tens>\d{{1,3}})0'?s{_BEFORE}"
_HALF = r"(?:the )?(?P<half>first|1st|second|2nd) half of (?:the )?"
_FOUR = "first|1st|second|2nd|third|3rd|fourth|4th|last|final"
_QUARTER = rf"(?:the )?(?P<quarter>{_FOUR}) quarter of (?:the )?"
_SHORT_YEAR = re.compile(r"(?:from )?(?P<first>\d{4}) ?[-–] ?(?P<last>\d{2})")
_CENTURIES = (
    re.compile(r"(?P<first>.+?)(?:[ -]c(?:entury|ent)?)?", re.ASCII),
    re.compile(r"(?:the )?(?P<last>.+[ -]c)(?:ent(?:ur(?:y|ies))?)?(?P<bc> bce?)?"),
)
_DECADES = re.compile(r".*(?P<hundreds>\d{2})\d0'?s"), re.compile(r"(?P<before>.*?)'?(?P<decade>\d0'?s)")


def _decade(found: re.Match[str], _: int) -> tuple[Moment, ...]:
    """The 1920s are a decade, the 1900s a decade or a hundred years; the 260s BC are 269 to 260 BC."""
    tens = 10 * int(found["tens"])
    decade = moments.a_decade(-tens - 8 if found["bc"] else tens)
    if tens % 100:
        return (decade,)
    if found["bc"]:
        return decade, moments.some_years(-tens - 98, 1 - tens)
    return decade, moments.a_hundred_years(tens)


def _third_of_decade(found: re.Match[str], _: int) -> tuple[Moment, ...]:
    """Years 0-3, 4-6 and 7-9."""
    tens = 10 * int(found["tens"])
    if not tens % 100:
        raise Refused(f"the {tens}s are ten years or a hundred", "the years")
    first = -tens - 8 if found["bc"] else tens
    begin, end = ((0, 3), (4, 6), (7, 9))[third_of(found)]
    return (moments.some_years(first + begin, first + end),)


def _part_of_century(found: re.Match[str], _: int) -> tuple[Moment, ...]:
    """Thirds of 33, 33 and 34 years; halves of 50, quarters of 25."""
    groups = found.groupdict()
    if groups.get("half"):
        begin, end = (0, 49) if ORDINALS[groups["half"]] == 1 else (50, 99)
    elif groups.get("quarter"):
        begin = 25 * ((ORDINALS[groups["quarter"]] - 1) % 5)  # the last (-1) is the fourth
        end = begin + 24
    else:
        begin, end = ((0, 32), (33, 65), (66, 99))[third_of(found)]
    first = moments.first_year_of(_number(found), 100)
    return (moments.some_years(first + begin, first + end),)


def _third_of_millennium(found: re.Match[str], _: int) -> tuple[Moment, ...]:
    """Thirds of 333, 333 and 334 years."""
    first = moments.first_year_of(_number(found), 1000)
    begin, end = ((0, 332), (333, 665), (666, 999))[third_of(found)]
    return (moments.some_years(first + begin, first + end),)


RULES: tuple[Rule[BuildInYear], ...] = (
    Rule("decade", rf"(?:the )?(?=\d{{4}}|.*bc){_TENS}", "1920s", _decade, _DECADE_OR_CENTURY),
    Rule(
        "third of a decade",
        rf"{THIRD}(?=\d{{4}}|.*bc){_TENS}",
        "the late 1990s",
        _third_of_decade,
        _DECADE_OR_CENTURY,
    ),
    Rule(
        "century",
        rf"(?:the )?{_CENTURY}",
        "19th century",
        lambda found, _: (moments.a_century(_number(found)),),
        _DECADE_OR_CENTURY,
    ),
    Rule(
        "millennium",
        rf"(?:the )?{_MILLENNIUM}",
        "8th millennium bc",
        lambda found, _: (moments.a_millennium(_number(found)),),
        _DECADE_OR_CENTURY,
    ),
    Rule(
        "third of a millennium",
        rf"{THIRD}{_MILLENNIUM}",
        "early 2nd millennium bc",
        _third_of_millennium,
        _DECADE_OR_CENTURY,
    ),
    Rule(
        "third of a century",
        rf"{THIRD}{_CENTURY}",
        "late 19th century",
        _part_of_century,
        _DECADE_OR_CENTURY,
    ),
    Rule(
        "half of a century",
        rf"{_HALF}{_CENTURY}",
        "first half of the 20th century",
        _part_of_century,
        _DECADE_OR_CENTURY,
    ),
    Rule(
        "quarter of a century",
        rf"{_QUARTER}{_CENTURY}",
        "third quarter of the 19th century",
        _part_of_century,
        _DECADE_OR_CENTURY,
    ),
)


def read(phrase: str, context: Context) -> tuple[When, ...]:
    """The readings of a decade, a century or a part of one.

    >>> [when.edtf for when in read("the 1920s", Context())]
    ['192X']
    """
    return read_in_year(RULES, phrase, context)


def both(left: str, right: str) -> tuple[Moment, Moment] | None:
    """The two ends of "1920s-30s" or "18th-19th century", where each states what the other leaves out.

    >>> [str(moment.earliest) for moment in both("late 18th", "early 19th centuries") or ()]
    ['1767-01-01', '1801-01-01']
    """
    centuries = _CENTURIES[0].fullmatch(left), _CENTURIES[1].fullmatch(right)
    decades = _DECADES[0].fullmatch(left), _DECADES[1].fullmatch(right)
    if centuries[0] and centuries[1]:
        before = centuries[1]["bc"] or ""
        left, right = f"{centuries[0]['first']} c{before}", f"{centuries[1]['last']}{before}"
    elif decades[0] and decades[1] and not decades[1]["before"][-2:].isdigit():
        right = f"{decades[1]['before']}{decades[0]['hundreds']}{decades[1]['decade']}"
    ends = [
        tuple(hit[0].build(hit[1], 0)) for hit in (matching(RULES, side) for side in (left, right)) if hit
    ]
    if len(ends) < 2 or len(ends[0]) == len(ends[1]) == 2:  # "the 1800s and 1900s" may be of ten years
        return None
    return ends[0][0], ends[1][0]


def short_year(left: str, right: str, phrase: str) -> str:
    """The second of two years with the century of the first; the year after 1999 is 2000.

    >>> short_year("1914", "18", "1914–18"), short_year("17", "18 may", "17–18 may")
    ('1918', '18 may')
    """
    years = _SHORT_YEAR.fullmatch(phrase)
    if not years or not left.endswith(years["first"]) or right != years["last"]:
        return right
    first, last = int(years["first"]), int(right)
    last += first // 100 * 100 if last or (first + 1) % 100 else first + 1
    return f"{last:04}" if last > first else right


def _number(found: re.Match[str]) -> int:
    """The number of a century or millennium, negative before our era."""
    number = int(found["century"] or DAY_WORDS[found["worded"]])
    if not number:
        raise Refused("there is no century 0", "the first century, or the first century BC")
    return -number if found["bc"] else number

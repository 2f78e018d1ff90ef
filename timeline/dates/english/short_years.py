"""English years and decades without their century: "17 Feb 25", "the '90s", "the late nineties"."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from timeline.dates.context import Context, Reader
from timeline.dates.english.vocabulary import MONTHS, WEEKDAYS, alternatives
from timeline.dates.nearest import in_order
from timeline.dates.refused import Refused
from timeline.dates.rule import Explanation, Rule, matching
from timeline.model.messages import message
from timeline.model.when import When

#: From the last two digits and the year of publication, if known, to the years that may be meant.
Years = Callable[[int, int | None], Iterable[int]]

_NO_CENTURY = Explanation(message("a year or a decade whose century is not written"))
_TENS = {
    "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70,
    "eighties": 80, "nineties": 90,
}  # fmt: skip
#: In years: how near publication such a year is certain, and how soon a decade may begin.
_NEAR, _FAR, _SOON = 10, 100, 25
#: Without a day of publication the words are read as those of our time.
_OUR_TIME = 2025
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_WEEKDAY = rf"(?:(?:{alternatives(WEEKDAYS)}) )?"
_MONTH = f"(?:{alternatives(MONTHS)})"


def _years(short: int, published: int | None) -> Iterable[int]:
    """That year within ten years of publication if there is one, else those within a hundred years."""
    if published is None:
        raise Refused(
            "the year has two digits", "the year in full, as in 2025, or the source's `published` day"
        )
    century = published // 100 * 100
    each = [century + step + short for step in (-100, 0, 100)]
    near = [year for year in each if abs(year - published) <= _NEAR]
    return near or [year for year in each if abs(year - published) <= _FAR]


def _years_not_far_ahead(short: int, published: int | None) -> Iterable[int]:
    """Those of `_years` that are not more than 25 years ahead: before '07 is not before 2107."""
    return [year for year in _years(short, published) if year < (published or _OUR_TIME) + _SOON]


def _decades(short: int, published: int | None) -> Iterable[int]:
    """That of the century before, and that of this century unless it is more than 25 years ahead."""
    now = _OUR_TIME if published is None else published
    century = now // 100 * 100
    return [year for year in (century - 100 + short, century + short) if year < now + _SOON]


_OF_DATES: tuple[Rule[Years], ...] = (
    Rule(
        "year in two digits",
        rf"(?P<before>{_WEEKDAY}{_DAY}(?: |-)(?:of )?{_MONTH}(?: |-))'?(?P<short>\d\d)(?P<after>)",
        "17 Feb 25",
        _years,
        _NO_CENTURY,
    ),
    Rule(
        "year in two digits",
        rf"(?P<before>(?:{_WEEKDAY}{_MONTH}(?: {_DAY})?|spring|summer|autumn|fall) (?:of )?)"
        r"'(?P<short>\d\d)(?P<after>)",
        "Feb. 17, '25",
        _years,
        _NO_CENTURY,
    ),
)
RULES: tuple[Rule[Years], ...] = (
    *_OF_DATES,
    Rule(
        "year in two digits",
        r"(?P<before>(?:before|after|since|until|till|by) )'(?P<short>\d\d)(?P<after>)",
        "before '07",
        _years_not_far_ahead,
        _NO_CENTURY,
    ),
    Rule(
        "decade without its century",
        r"(?P<before>|.*[ -])(?:(?:'|(?<=[a-z][ -]))(?P<short>[1-9]0)'?(?P<after>s)"
        rf"|(?P<tens>{alternatives(_TENS)}))",
        "the '90s",
        _decades,
        _NO_CENTURY,
    ),
)


def has_year(phrase: str) -> bool:
    """Whether the phrase is a day, a month or a season with a year in two digits.

    >>> has_year("17 feb 25"), has_year("the '90s")
    (True, False)
    """
    return matching(_OF_DATES, phrase) is not None


def read(phrase: str, context: Context, read_inner: Reader) -> tuple[When, ...]:
    """The readings of a year or a decade without its century, none when the words are something else.

    >>> from datetime import date
    >>> from timeline.dates.english import read_tidied
    >>> [when.edtf for when in read("the '90s", Context(), read_tidied)]
    ['199X']
    >>> [when.edtf for when in read("17 feb 25", Context(date(2025, 2, 19)), read_tidied)]
    ['2025-02-17']
    """
    hit = matching(RULES, phrase)
    if hit is None:
        return ()
    rule, found = hit
    parts = found.groupdict()
    short = _TENS[parts["tens"]] if parts.get("tens") else int(parts["short"])
    published = context.published.year if context.published else None
    whole = [
        f"{parts['before']}{year:04}{'s' if parts.get('tens') else parts['after']}"
        for year in rule.build(short, published)
        if year > 0
    ]
    readings = [when for words in whole for when in read_inner(words, context)]
    return in_order(replace(when, rule=rule.name) for when in readings)

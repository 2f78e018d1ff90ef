"""Dates in languages other than English: translated into English word by word, then read as English.

Every word must be in the language's table in ``tables/``, or be a month or a weekday according to
dateparser. Unknown words are refused, never dropped.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from functools import lru_cache, partial

from timeline.dates import english
from timeline.dates.characters import tidy
from timeline.dates.context import Context
from timeline.dates.english import short_years
from timeline.dates.english.eras import in_four_digits
from timeline.dates.english.vocabulary import NUMBERS, alternatives
from timeline.dates.languages.clock import with_clock
from timeline.dates.languages.translate import translated
from timeline.dates.languages.vocabulary import Meaning, vocabulary
from timeline.dates.moments import MONTH_NAMES, WEEKDAY_NAMES, stretch
from timeline.dates.nearest import in_order
from timeline.dates.refused import Refused
from timeline.dates.weekdays import WEEK
from timeline.model.when import When

#: The languages that are read, each with a table in ``tables/``. Other languages are refused: they may use
#: another calendar or have ambiguous words.
LANGUAGES = (
    "ar", "bg", "ca", "cs", "da", "de", "el", "es", "fa", "fi", "fr", "he", "hi", "hr", "hu", "id", "it",
    "ja", "ko", "nb", "nl", "pl", "pt", "ro", "ru", "sk", "sv", "th", "tr", "uk", "vi", "zh",
)  # fmt: skip
_SAME = {"no": "nb", "iw": "he", "in": "id"}
_MONTH_FIRST_REGIONS = frozenset({"es-us", "es-pr", "es-pa", "fr-ca"})

#: Two unrelated days: a result that dateparser gives for both does not depend on the current day.
_BASES = (datetime(2001, 3, 15, 12), datetime(2012, 10, 22, 12))  # noqa: DTZ001 - must not depend on a zone
_SHORT = 4
_COUNTED = re.compile(rf"\b(?:\d+|{alternatives(NUMBERS)}) (?:week|month|year)s?\b")
_NUMBERED_WEEK = re.compile(r"\bweek \d{1,2}$")
_WEEK = re.compile(r"(?:last|this|next) week")
_ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}.*")
_DAY_FIRST = re.compile(r"\d{1,2}[./-]\d{1,2}[./-]\d{4}")


def read(phrase: str, context: Context) -> tuple[When, ...]:
    """The readings of a phrase in the language of its context, none if it is not a date.

    Raises Refused for a wrong date and for a language that is not in `LANGUAGES`.

    >>> [when.edtf for when in read("Montag, den 17. Februar 2025", Context(language="de"))]
    ['2025-02-17']
    """
    code = code_of(context.language)
    if ".." in phrase:
        return ()
    region = context.language.lower().replace("_", "-")
    custom = "" if region in _MONTH_FIRST_REGIONS else vocabulary(code).directives.get("order", "")
    ordered = context._replace(order=context.order or custom)
    clocked = with_clock(phrase, code)
    return (_read(clocked, code, ordered) if clocked != phrase else ()) or _read(phrase, code, ordered)


def code_of(language: str) -> str:
    """The language of a tag as `LANGUAGES` spells it; raises Refused if it is not among them.

    >>> code_of("pt-BR"), code_of("no")
    ('pt', 'nb')
    """
    code = language.lower().replace("_", "-").split("-")[0]
    code = _SAME.get(code, code)
    if code not in LANGUAGES:
        raise Refused(f'dates in the language "{language}" are not read', "2025-02-17, or English words")
    return code


def check_calendar(phrase: str, language: str) -> None:
    """Raises Refused for a year or a month of another calendar that is used in the language.

    ISO dates are accepted, but not in the digits of the language: ۱۴۰۳-۱۱-۲۹ is not in the Gregorian
    year 1403.

    >>> check_calendar("1403", "fa")
    Traceback (most recent call last):
    timeline.dates.refused.Refused: it may be a date of the Persian calendar
    """
    try:
        directives = vocabulary(code_of(language)).directives
    except Refused:
        return
    text = tidy(phrase)
    span, _, calendar = directives.get("years", "").partition(" ")
    months, _, other = directives.get("refused", "").partition(" = ")
    first, last = (int(year) for year in span.split("-")) if span else (0, 0)
    written = [] if _ISO.fullmatch(phrase) else re.findall(r"(?<!\d)\d{4}(?!\d)", text)
    if _is_of_no_calendar(text, directives.get("offset", "")) or (
        months and re.search(rf"(?<!\w)(?:{months})(?!\w)", text)
    ):
        calendar = other
    elif not any(first <= year <= last for year in map(int, written)):
        return
    raise Refused(f"it may be a date of {calendar}", "the day in the Gregorian calendar, as in 2025-02-17")


def _is_of_no_calendar(text: str, offset: str) -> bool:
    """Whether a year such as 2568 stands without a word of the language that shows whose year it is."""
    years = offset.rpartition(" ")[0]
    is_known = not text.isascii() or _DAY_FIRST.fullmatch(text)
    return bool(years and re.search(years, text) and not is_known)


def _read(phrase: str, code: str, context: Context) -> tuple[When, ...]:
    """The readings of every translation; raises the first refusal if there are none."""
    found: list[When] = []
    refusals: list[Refused] = []
    directives = vocabulary(code).directives
    others = directives.get("periods")
    other_periods = re.compile(rf"\b(?:{others})\b|weekend|midweek") if others else None
    for words in translated(phrase, code, partial(_dateparser, code)):
        if other_periods and _WEEK.fullmatch(words) and "week" in directives and context.published:
            found += _own_weeks(words, context, directives["week"])
            continue
        if other_periods and other_periods.search(_COUNTED.sub("", words)):
            refusals.append(Refused("weeks, months or years begin on other days there", "the days"))
            continue
        if _is_not_customary(words, directives):
            continue
        try:
            found += english.read_tidied(in_four_digits(words), context)
        except Refused as refusal:
            refusals.append(refusal)
    if refusals and not found:
        raise refusals[0]
    return in_order({_ends(when): when for when in found}.values())


def _is_not_customary(words: str, directives: Mapping[str, str]) -> bool:
    """Whether a week or a year is written as the language does not: "25. febr. 17." is of the year 2025."""
    if directives.get("order") != "day-first" and short_years.has_year(words):
        return True
    return "week_numbers" not in directives and bool(_NUMBERED_WEEK.search(words))


def _ends(when: When) -> tuple[object, ...]:
    """What makes two readings of different words the same one."""
    return when.start, when.end, when.open_end, when.unknown_end, when.open_start, when.unknown_start


def _own_weeks(words: str, context: Context, begins: str) -> list[When]:
    """Weeks that begin on Sunday or Saturday: read relative to a later day, then moved back by as much."""
    found: list[When] = []
    for step in (timedelta(days=int(number)) for number in begins.split("|")):
        later = context._replace(published=(context.published or date.min) + step)
        weeks = english.read_tidied(words, later)
        found += [When(stretch(when.first - step, when.last - step), rule=when.rule) for when in weeks]
    return found


@lru_cache(maxsize=4096)
def _dateparser(language: str, word: str) -> tuple[Meaning, ...]:
    """The English name of the month or weekday that dateparser finds in the word, from both base days."""
    from dateparser.date import DateDataParser  # slow to import, and rarely needed

    seen, periods = [], set()
    for base in _BASES:
        settings = {
            "RELATIVE_BASE": base,
            "PARSERS": ["absolute-time"],
            "RETURN_AS_TIMEZONE_AWARE": False,
            "PREFER_DAY_OF_MONTH": "first",
            "PREFER_DATES_FROM": "current_period",
        }
        answer = DateDataParser(languages=[language], settings=settings).get_date_data(word)
        if answer.date_obj is None:
            return ()
        seen.append(answer.date_obj)
        periods.add(answer.period)
    short = len(word) < _SHORT
    if periods == {"month"} and len({at.month for at in seen}) == 1:
        return (Meaning(MONTH_NAMES[seen[0].month - 1].lower(), short),)
    near = all(abs(at - base) <= WEEK for at, base in zip(seen, _BASES, strict=True))
    if periods == {"day"} and near and len({at.weekday() for at in seen}) == 1:
        return (Meaning(WEEKDAY_NAMES[seen[0].weekday()].lower(), short),)
    return ()

"""Dates in languages other than English.

dateparser knows the words, our own rules decide what may be believed: each word must be a month, a
weekday or a filler of the language, each number a day or a year, and the whole must come back from
dateparser as that same day, whatever day it takes for today. What it would drop in silence is refused.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache

from timeline.dates import numeric, weekdays
from timeline.dates.context import Context
from timeline.dates.moments import Refused
from timeline.dates.named import Named, NeedsPublished, readings
from timeline.model import Precision, When


@dataclass(frozen=True, slots=True)
class Language:
    """What we add to dateparser's knowledge of a language.

    ``fillers`` say nothing of the day: articles, prepositions, "year", "day", ordinal endings.
    ``day_first`` is True where numbers stand day first by custom; elsewhere both orders are read.
    """

    fillers: frozenset[str] = frozenset()
    day_first: bool = True


#: The languages that are read. A new row needs its phrases in the table of tests: other calendars (Thai,
#: Persian) and words with two meanings (Hindi has one for yesterday and tomorrow) are why there is no
#: default.
LANGUAGES: dict[str, Language] = {
    "ar": Language(frozenset(["في", "يوم", "من", "عام", "سنة", "م"])),
    "cs": Language(frozenset(["v", "ve", "dne", "roku"])),
    "da": Language(frozenset(["den", "d", "i", "på"])),
    "de": Language(frozenset(["am", "im", "den", "der", "des", "dem"])),
    "el": Language(frozenset(["στις", "την", "του", "το"])),
    "es": Language(frozenset(["el", "de", "del", "en", "año"])),
    "fi": Language(),
    "fr": Language(frozenset(["le", "en", "au", "mois", "de", "d", "er", "l"])),
    "he": Language(frozenset(["יום", "ב"])),
    "hu": Language(day_first=False),
    "it": Language(frozenset(["il", "di", "del", "nel", "l"])),
    "ja": Language(day_first=False),
    "ko": Language(day_first=False),
    "nb": Language(frozenset(["den", "i", "på"])),
    "nl": Language(frozenset(["op", "de", "in", "van"])),
    "pl": Language(frozenset(["w", "we", "dnia", "r", "roku"])),
    "pt": Language(frozenset(["em", "no", "na", "de", "o", "dia", "º"])),
    "ro": Language(frozenset(["pe", "în", "din", "al"])),
    "ru": Language(frozenset(["в", "во", "г", "года", "году", "год"])),
    "sv": Language(frozenset(["den", "i", "på"])),
    "tr": Language(frozenset(["günü", "yılı"])),
    "uk": Language(frozenset(["у", "в", "р", "року", "році", "рік"])),
    "zh": Language(day_first=False),
}
_SAME = {"no": "nb", "iw": "he"}
_MONTH_FIRST_REGIONS = frozenset({"es-us", "es-pr", "es-pa", "fr-ca"})

#: 2025年2月17日, 2025년 2월 17일, with or without the year and the day.
_EAST_ASIAN = re.compile(
    r"(?:(?P<year>\d{4}) ?[年년] ?)?(?P<month>\d{1,2}) ?[月월](?: ?(?P<day>\d{1,2}) ?[日일号號])?"
    r"(?: ?\(?(?P<weekday>[月火水木金土日월화수목금토일])(?:曜日?|요일)?\)?)?"
)
_EAST_ASIAN_WEEKDAYS = {
    sign: number for signs in ("月火水木金土日", "월화수목금토일") for number, sign in enumerate(signs)
}
_SIGNS = r"\d\s.,،;:/()\[\]{}<>?!~%+*=&#@|\\\"–-"
_TOKEN = re.compile(rf"\d+|[^{_SIGNS}](?:-?[^{_SIGNS}])*")
#: The only signs that may stand between tokens; a dash or a slash would mean something.
_BETWEEN = frozenset(" .,،()")
#: Two days that share nothing: what is the same seen from both is in the words.
_BASES = (datetime(2001, 3, 15, 12), datetime(2012, 10, 22, 12))  # noqa: DTZ001 - no zone may come into it
_ALONE = {"latin": 4, "other": 2}
_LAST_LATIN = "\u024f"
#: From the day before yesterday to the day after tomorrow.
_DAY_STEPS = {timedelta(days=step) for step in (-2, -1, 0, 1, 2)}


def read(phrase: str, context: Context) -> tuple[When, ...]:
    """The readings of a phrase in the language of its context, none when it is not one.

    Raises Refused for a phrase at fault and for a language that is not in `LANGUAGES`.

    >>> [when.edtf for when in read("Montag, den 17. Februar 2025", Context(language="de"))]
    ['2025-02-17']
    """
    language, published = context.language, context.published
    tag = language.lower().replace("_", "-")
    code = tag.split("-")[0]
    code = _SAME.get(code, code)
    if code not in LANGUAGES:
        raise Refused(f'dates in the language "{language}" are not read', "2025-02-17, or English words")
    month_first = not LANGUAGES[code].day_first or tag in _MONTH_FIRST_REGIONS
    order = context.order or ("" if month_first else "day-first")
    found = numeric.read(phrase.lower(), published, order) or _east_asian(phrase, published)
    return found or _written(phrase, code, published) or _relative(phrase, code, published)


def _east_asian(phrase: str, published: date | None) -> tuple[When, ...]:
    found = _EAST_ASIAN.fullmatch(phrase)
    if not found or (found["weekday"] and not found["day"]):
        return ()
    year, month, day = (int(found[name]) if found[name] else None for name in ("year", "month", "day"))
    weekday = _EAST_ASIAN_WEEKDAYS.get(found["weekday"] or "")
    unit = Precision.MONTH if day is None else Precision.DAY
    return readings(Named(unit, year, month, day, weekday), published, "year month day")


def _written(phrase: str, language: str, published: date | None) -> tuple[When, ...]:
    """Weekday, day, month and year, in any order, each at most once and nothing else."""
    if ".." in phrase or not _BETWEEN.issuperset(_TOKEN.sub("", phrase)):
        return ()
    tokens = [token for token in _TOKEN.findall(phrase) if token.lower() not in LANGUAGES[language].fillers]
    kinds: dict[str, int] = {}
    for token in tokens:
        kind, number = _meaning(token, language)
        if kind in kinds or not kind:
            return ()
        kinds[kind] = number
    if set(kinds) == {"weekday"} and _stands_alone(tokens[0]):
        if published is None:
            raise NeedsPublished
        return weekdays.as_days(weekdays.bare(kinds["weekday"], published), "weekday")
    if "month" not in kinds or ("weekday" in kinds and "day" not in kinds):
        return ()
    if set(kinds) == {"month"} and not _stands_alone(tokens[0]):
        return ()
    unit = Precision.DAY if "day" in kinds else Precision.MONTH
    year, month, day, weekday = (kinds.get(kind) for kind in ("year", "month", "day", "weekday"))
    found = readings(Named(unit, year, month, day, weekday), published, f"{unit} in words")
    words = " ".join(token for token in tokens if _meaning(token, language)[0] != "weekday")
    return found if _agrees(words, language, unit, kinds) else ()


def _stands_alone(word: str) -> bool:
    """Short words are often others: Dutch "do" is Thursday, Spanish "mar" March or the sea."""
    return len(word) >= _ALONE["latin" if word[0] <= _LAST_LATIN else "other"]


@lru_cache(maxsize=4096)
def _meaning(token: str, language: str) -> tuple[str, int]:
    """What a token names ("year", "day", "month", "weekday" or ""), and its number."""
    if token.isdecimal():
        return {1: "day", 2: "day", 4: "year"}.get(len(token), ""), int(token)
    seen, periods = _ask(token, language, "absolute-time")
    if periods == {"month"} and len({at.month for at in seen}) == 1:
        return "month", seen[0].month
    near = all(abs(at - base) <= weekdays.WEEK for at, base in zip(seen, _BASES, strict=False))
    if periods == {"day"} and near and len({at.weekday() for at in seen}) == 1:
        return "weekday", seen[0].weekday()
    return "", 0


def _agrees(words: str, language: str, unit: Precision, kinds: dict[str, int]) -> bool:
    """Whether dateparser reads the same in the whole; only a year left out may come from its base."""
    seen, periods = _ask(words, language, "absolute-time")
    wanted = {(kinds.get("year", base.year), kinds["month"], kinds.get("day", 1)) for base in _BASES}
    return periods == {str(unit)} and {(at.year, at.month, at.day) for at in seen} == wanted


def _relative(phrase: str, language: str, published: date | None) -> tuple[When, ...]:
    """One word for a day near today, such as "gestern": the same step from either base."""
    if not _TOKEN.fullmatch(phrase) or phrase.isdecimal():
        return ()
    seen, periods = _ask(phrase, language, "relative-time")
    steps = {at - base for at, base in zip(seen, _BASES, strict=False)}
    if periods != {"day"} or not steps < _DAY_STEPS or len(steps) != 1:
        return ()
    if published is None:
        raise NeedsPublished
    return weekdays.as_days([published + min(steps)], "day")


def _ask(words: str, language: str, parser: str) -> tuple[list[datetime], set[str]]:
    """What dateparser makes of the words on each base: times and periods; nothing if either fails."""
    from dateparser.date import DateDataParser  # slow to import, and rarely needed

    seen, periods = [], set()
    for base in _BASES:
        settings = {
            "RELATIVE_BASE": base,
            "PARSERS": [parser],
            "RETURN_AS_TIMEZONE_AWARE": False,
            "PREFER_DAY_OF_MONTH": "first",
            "PREFER_DATES_FROM": "current_period",
        }
        answer = DateDataParser(languages=[language], settings=settings).get_date_data(words)
        if answer.date_obj is None:
            return [], set()
        seen.append(answer.date_obj)
        periods.add(answer.period)
    return seen, periods

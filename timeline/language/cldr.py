"""What Unicode's CLDR, through Babel, knows of a language: its locale and its patterns of dates.

A pattern is a text such as "d MMMM y"; Babel's documentation of dates explains the fields. Each function
takes a BCP 47 tag.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from functools import cache, lru_cache
from itertools import chain, zip_longest
from typing import TYPE_CHECKING

from timeline.model.day import CalendarDay, days_in_month

if TYPE_CHECKING:
    from babel import Locale

#: English that names no region: the day before the month, "Sep" as short as "Feb".
_WORLD_ENGLISH = "en_001"
#: Zones that CLDR has under an older name.
_OLDER_ZONES = {
    "Europe/Kyiv": "Europe/Kiev",
    "Asia/Kolkata": "Asia/Calcutta",
    "Asia/Yangon": "Asia/Rangoon",
}
#: Language -> the first day of a month, where that is not written as a plain 1.
_FIRST = {"fr": "1er", "it": "1º"}
#: Language -> the word "year". CLDR abbreviates it after a date, so a sentence would end in two full stops.
_YEAR = {"ru": "года", "uk": "року"}
#: A later year needs no era to be understood.
_LAST_YEAR_WITH_ERA = 99
#: Years that begin on each weekday, with and without a leap day.
_ALL_KINDS_OF_YEARS = range(2000, 2028)
_ABBREVIATED_YEAR = re.compile(r"[\s\u202f]*'?(?:г|рр?)'?\.(?=\W*$)")


def family(tag: str) -> str:
    """The language of a tag without its region or script.

    >>> family("en-GB")
    'en'
    """
    return tag.split("-", 1)[0].lower()


@cache
def locale(tag: str) -> Locale:
    """CLDR's data of the language, or of English if CLDR does not have it."""
    from babel import Locale, UnknownLocaleError

    if tag.lower() == "en":
        return Locale.parse(_WORLD_ENGLISH)
    try:
        return Locale.parse(tag, sep="-")
    except (UnknownLocaleError, ValueError):
        return Locale.parse(_WORLD_ENGLISH)


#: Each day of a timeline of ten years, in a few patterns.
@lru_cache(maxsize=20_000, typed=True)
def format_day(tag: str, day: CalendarDay, pattern: str) -> str:
    """The day written by the pattern; the first of a month as the language writes it.

    A year before 100 gets its era, so that "79" is not taken for 1979.
    """
    from babel.dates import format_date

    if not isinstance(day, date) or day.year <= _LAST_YEAR_WITH_ERA:
        pattern = _with_literal_year(tag, pattern, day.year)
    text = format_date(_alike(day), pattern, locale(tag))
    first = _FIRST.get(family(tag))
    return re.sub(r"\b1\b", first, text, count=1) if first and day.day == 1 and "d" in pattern else text


def _alike(day: CalendarDay) -> date:
    """The day, or one of the same month, number and weekday that Babel can format."""
    if isinstance(day, date):
        return day
    years = (year for year in _ALL_KINDS_OF_YEARS if day.day <= days_in_month(year, day.month))
    days = (date(year, day.month, day.day) for year in years)
    return next(each for each in days if each.weekday() == day.weekday())


def _with_literal_year(tag: str, pattern: str, year: int) -> str:
    """The pattern with the year as literal text, before 100 with its era.

    The era stands at the end if the year does.
    """
    pieces = split_pattern(pattern)
    places = [place for place, field in enumerate(pieces) if place % 2 and field.startswith("y")]
    if not places:
        return pattern
    number = str(year if year > 0 else 1 - year)
    before, after = _around_year(tag, is_before=year <= 0) if year <= _LAST_YEAR_WITH_ERA else ("", "")
    place = places[0]
    is_last = place == len(pieces) - 2
    left = pieces[place - 1]
    if before or after:
        left = left.removesuffix(f"{locale(tag).eras['abbreviated'][1]} ")  # Thai always has it
    right = pieces[place + 1] + after if is_last else after + pieces[place + 1]
    text = f"{left}{before}{number}{right}"
    return join_pattern([*pieces[: place - 1], text, *pieces[place + 2 :]])


def with_era(tag: str, text: str, *, is_before: bool) -> str:
    """The text, such as "the 260s", with the era before ours or ours, as the language places it."""
    before, after = _around_year(tag, is_before=is_before)
    return f"{before}{text}{after}"


def year(tag: str, year: int) -> str:
    """A year of astronomical numbering, with its era before the year 100."""
    if year > _LAST_YEAR_WITH_ERA:
        return str(year)
    return with_era(tag, str(year if year > 0 else 1 - year), is_before=year <= 0)


@cache
def _around_year(tag: str, *, is_before: bool) -> tuple[str, str]:
    """What stands before and after a year with its era; one of the two is empty."""
    era = locale(tag).eras["abbreviated"][0 if is_before else 1]
    pieces = split_pattern(locale(tag).datetime_skeletons["Gy"].pattern)
    fields = pieces[1::2]
    era_first = fields[0].startswith("G")
    between = pieces[2] if fields[0][0] + fields[1][0] in ("Gy", "yG") else " "
    space = " " if " " in between else ""
    return (era + space, "") if era_first else ("", space + era)


@cache
def day_pattern(tag: str) -> str:
    """A day in full: "d MMMM y"."""
    return _adapted(tag, locale(tag).date_formats["long"].pattern)


@cache
def weekday_pattern(tag: str) -> str:
    """A day in full with its weekday: "EEEE d MMMM y"."""
    return _adapted(tag, locale(tag).date_formats["full"].pattern)


@cache
def skeleton_pattern(tag: str, skeleton: str) -> str:
    """The language's pattern for the fields of a skeleton: "MMMM y" for "yMMMM"."""
    return _adapted(tag, locale(tag).datetime_skeletons[skeleton].pattern)


@cache
def tick_pattern(tag: str, unit: str, *, with_year: bool) -> str:
    """A short date for an axis. A month alone is written as it is before its year."""
    skeleton = {"day": "MMMd", "month": "MMM"}[unit]
    pattern = skeleton_pattern(tag, f"y{skeleton}" if with_year or unit == "month" else skeleton)
    if unit == "month" and not with_year:
        month = re.search("MMM|LLL", pattern)
        return month[0] if month else "MMM"
    return pattern.replace(f" '{_YEAR.get(family(tag))}'", "")


@cache
def interval_parts(tag: str) -> tuple[str, ...]:
    """CLDR's pattern of two days of one month, in two parts: "d–" and "d MMM y"; () if it has none."""
    formats = locale(tag).interval_formats
    parts = (formats.get("yMMMMd") or formats.get("yMMMd") or {}).get("d", ())
    return tuple(_adapted(tag, part) for part in parts) if len(parts) == 2 else ()


@cache
def day_and_month(tag: str) -> re.Pattern[str]:
    """Finds a day and the name of its month next to each other in a date."""
    months = "|".join(map(re.escape, locale(tag).months["format"]["wide"].values()))
    return re.compile(rf"\d(?:\.|er|º)? (?:de |ב)?(?:{months})|(?:{months}) \d\d?(?!\d)")


def duration(tag: str, number: int, unit: str) -> str:
    """A number of days, months or years.

    >>> duration("uk", 12, "day")
    '12 днів'
    """
    from babel.units import format_unit

    return format_unit(number, f"duration-{unit}", length="long", locale=locale(tag))


def city(tag: str, zone: str) -> str:
    """The city that stands for an IANA zone.

    >>> city("en", "America/New_York"), city("uk", "Europe/Kyiv")
    ('New York', 'Київ')
    """
    names = locale(tag).time_zones
    known = names.get(zone) or names.get(_OLDER_ZONES.get(zone, ""), {})
    return str(known.get("city") or zone.rpartition("/")[2].replace("_", " "))


def split_pattern(pattern: str) -> list[str]:
    """Literal texts and fields of a pattern in turn; the first and the last are texts, perhaps empty.

    >>> split_pattern("d. MMMM y")
    ['', 'd', '. ', 'MMMM', ' ', 'y', '']
    """
    from babel.dates import tokenize_pattern

    pieces = [""]
    for _, value in tokenize_pattern(pattern):
        if isinstance(value, str):
            pieces[-1] += value
        else:
            letter, count = value
            pieces += [letter * count, ""]
    return pieces


def join_pattern(pieces: Sequence[str]) -> str:
    """The pattern of these texts and fields in turn: what `split_pattern` divides."""
    quoted = ("'{}'".format(text.replace("'", "''")) if text else "" for text in pieces[::2])
    return "".join(chain.from_iterable(zip_longest(quoted, pieces[1::2], fillvalue="")))


def _adapted(tag: str, pattern: str) -> str:
    """CLDR's pattern in our style: no leading 0 in a day, plain spaces, the word "year" in full."""
    pattern = pattern.replace("dd", "d").replace("\u2009", " ")
    language = locale(tag).language
    if language == "en":
        pattern = re.sub("(E+), d", r"\1 d", pattern)
    year = _YEAR.get(language)
    return _ABBREVIATED_YEAR.sub(f" '{year}'", pattern) if year else pattern

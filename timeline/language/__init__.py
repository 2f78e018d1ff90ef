"""A language as a page speaks it: its messages, its way with dates and numbers, its direction.

Dates and numbers come from CLDR through Babel, messages from ``messages/<language>.po``, whose msgids are
the English texts. Every function takes its language from the value, none from the machine.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from gettext import GNUTranslations, NullTranslations
from importlib.resources import files
from io import BytesIO
from itertools import chain, takewhile, zip_longest
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from babel import Locale

#: English that names no region: the day before the month, in "Sep" as in "Feb".
_WORLD_ENGLISH = "en_001"
#: How the first of a month is written where that is not a plain 1.
_FIRST = {"fr": "1er", "it": "1º"}
#: CLDR abbreviates the word "year" after a date; a sentence that ends so would have two full stops.
_YEAR = {"ru": "года", "uk": "року"}
_ABBREVIATED_YEAR = re.compile(r"[\s\u202f]*'?(?:г|рр?)'?\.(?=\W*$)")


@dataclass(frozen=True, slots=True)
class Language:
    """The language of a BCP 47 ``tag``; what is not known of it is as in English.

    >>> Language("de").day(date(2025, 2, 17)), Language("en").day(date(2025, 2, 17))
    ('17. Februar 2025', '17 February 2025')
    """

    tag: str = "en"

    @property
    def family(self) -> str:
        """The language without its region or script: "pt" of "pt-BR"."""
        return family(self.tag)

    @property
    def direction(self) -> str:
        """The direction of its script: "ltr" or "rtl"."""
        return "rtl" if _locale(self.tag).text_direction == "rtl" else "ltr"

    @property
    def is_rtl(self) -> bool:
        return self.direction == "rtl"

    # ---- messages

    def gettext(self, message: str, **values: object) -> str:
        """The message in this language, with its ``%(name)s`` filled in.

        >>> Language("fr").gettext("since %(date)s", date="2025")
        '2025 – en cours'
        """
        text = _messages(self.tag).gettext(message)
        return text % values if values else text

    def ngettext(self, one: str, many: str, num: int, **values: object) -> str:
        """The message in the grammatical number of ``num``, which it may show as ``%(num)s``.

        >>> Language("pl").ngettext("%(num)s event", "%(num)s events", 22)
        '22 wydarzenia'
        """
        return _messages(self.tag).ngettext(one, many, num) % {"num": self.number(num), **values}

    # ---- dates; a year is that of the Gregorian calendar, digits are 0 to 9

    def day(self, day: date) -> str:
        """A day in full."""
        return self._date(day, _day_pattern(self.tag))

    def weekday(self, day: date) -> str:
        """
        >>> Language("en").weekday(date(2025, 2, 17))
        'Monday 17 February 2025'
        """
        return self._date(day, _weekday_pattern(self.tag))

    def month(self, day: date) -> str:
        """
        >>> Language("pl").month(date(2025, 2, 17))
        'luty 2025'
        """
        return self._date(day, _skeleton(self.tag, "yMMMM"))

    def ends(self, first: date, last: date) -> tuple[str, str]:
        """Both ends of a span of days, the first without the month or year that they share.

        >>> Language("en").ends(date(2025, 2, 12), date(2025, 2, 16))
        ('12', '16 February 2025')
        """
        head, _, tail = _span_patterns(self.tag, first, last)
        return self._date(first, head), self._date(last, tail)

    def span(self, first: date, last: date) -> str:
        """
        >>> Language("de").span(date(2025, 2, 12), date(2025, 2, 16))
        '12.–16. Februar 2025'
        """
        start, end = self.ends(first, last)
        return f"{start}{_span_patterns(self.tag, first, last)[1]}{end}"

    def tick(self, instant: datetime, unit: str, *, with_year: bool) -> str:
        """A short date for an axis: a "day", a "month" or a "year".

        >>> Language("uk").tick(datetime(2025, 2, 17), "day", with_year=False).replace("\\xa0", " ")
        '17 лют.'
        """
        if unit == "year":
            return str(instant.year)
        return self._date(instant, _tick_pattern(self.tag, unit, with_year=with_year)).replace(" ", "\xa0")

    def kept_together(self, words: str) -> str:
        """``words`` with no line's end between a day and its month.

        >>> Language("es").kept_together("17 de febrero de 2025")
        '17\\xa0de\\xa0febrero de 2025'
        """
        return _day_and_month(self.tag).sub(lambda found: found[0].replace(" ", "\xa0"), words)

    def _date(self, day: date, pattern: str) -> str:
        from babel.dates import format_date

        words = format_date(day, pattern, _locale(self.tag))
        first = _FIRST.get(self.family)
        return (
            re.sub(r"\b1\b", first, words, count=1) if first and day.day == 1 and "d" in pattern else words
        )

    # ---- numbers and lists

    def number(self, number: int) -> str:
        """
        >>> Language("en").number(1000), Language("de").number(1000)
        ('1,000', '1.000')
        """
        from babel.numbers import format_decimal

        return format_decimal(number, locale=_locale(self.tag))

    def any_of(self, items: Sequence[str]) -> str:
        """
        >>> Language("fr").any_of(["lundi", "mardi"])
        'lundi ou mardi'
        """
        from babel.lists import format_list

        return format_list(items, "or", _locale(self.tag))


ENGLISH = Language("en")


def message(text: str) -> str:
    """``text``, marked for the catalogues as a message that is looked up elsewhere."""
    return text


def family(tag: str) -> str:
    """The language of a tag without its region or script.

    >>> family("en-GB")
    'en'
    """
    return tag.split("-", 1)[0].lower()


@cache
def _locale(tag: str) -> Locale:
    """What CLDR knows of the language, or of English where it does not know it."""
    from babel import Locale, UnknownLocaleError

    if tag.lower() == "en":
        return Locale.parse(_WORLD_ENGLISH)
    try:
        return Locale.parse(tag, sep="-")
    except (UnknownLocaleError, ValueError):
        return Locale.parse(_WORLD_ENGLISH)


@cache
def _messages(tag: str) -> NullTranslations:
    """The messages of the tag itself, else of its language, else the English ones."""
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    folder = files("timeline.language") / "messages"
    for name in (tag, family(tag)):
        file = folder / f"{name}.po"
        if file.is_file():
            compiled = BytesIO()
            write_mo(compiled, read_po(BytesIO(file.read_bytes()), locale=name.replace("-", "_")))
            compiled.seek(0)
            return GNUTranslations(compiled)
    return NullTranslations()


def _tidy(tag: str, pattern: str) -> str:
    """A pattern of CLDR with days without a leading 0, plain spaces, and the year as a word, if at all."""
    pattern = pattern.replace("dd", "d").replace("\u2009", " ")
    language = _locale(tag).language
    if language == "en":
        pattern = pattern.replace("EEEE, d", "EEEE d")
    word = _YEAR.get(language)
    return _ABBREVIATED_YEAR.sub(f" '{word}'", pattern) if word else pattern


@cache
def _day_pattern(tag: str) -> str:
    return _tidy(tag, _locale(tag).date_formats["long"].pattern)


@cache
def _weekday_pattern(tag: str) -> str:
    return _tidy(tag, _locale(tag).date_formats["full"].pattern)


@cache
def _skeleton(tag: str, name: str) -> str:
    """The pattern of CLDR for these fields."""
    return _tidy(tag, _locale(tag).datetime_skeletons[name].pattern)


@cache
def _tick_pattern(tag: str, unit: str, *, with_year: bool) -> str:
    """A short date. A month alone has the form that it has before its year."""
    name = {"day": "MMMd", "month": "MMM"}[unit]
    pattern = _skeleton(tag, f"y{name}" if with_year or unit == "month" else name)
    if unit == "month" and not with_year:
        month = re.search("MMM|LLL", pattern)
        return month[0] if month else "MMM"
    return pattern.replace(f" '{_YEAR.get(family(tag))}'", "")


def _span_patterns(tag: str, first: date, last: date) -> tuple[str, str, str]:
    """The pattern of the first day, what joins the two, and the pattern of the last day.

    Both patterns are made from the pattern of a single day, which has the full name of the month. CLDR's
    patterns of intervals have less and may have another order, so that only their separator is used.
    """
    if (first.year, first.month) == (last.year, last.month):
        return _days_of_a_month(tag)
    whole = _day_pattern(tag)
    separator = _separator(tag)[1]
    if " " in whole and not _is_word(separator):
        separator = f" {separator} "
    return _without_year(tag) if first.year == last.year else whole, separator, whole


@cache
def _days_of_a_month(tag: str) -> tuple[str, str, str]:
    """The pattern of a single day, with the day twice: "MMMM d–d, y" for "MMMM d, y"."""
    pieces = _pieces(_day_pattern(tag))
    day = 2 * pieces[1::2].index("d") + 1
    suffix, separator = _separator(tag)
    if not pieces[day + 1].startswith(suffix):
        suffix = ""
    return _pattern([*pieces[: day + 1], suffix]), separator, _pattern(["", *pieces[day:]])


@cache
def _without_year(tag: str) -> str:
    """The pattern of a day without its year; of the whole day if its year does not come last."""
    whole, short = _day_pattern(tag), _skeleton(tag, "MMMMd")
    fields = _fields(short)
    return short if len(fields) == 2 and _fields(whole)[:2] == fields else whole


@cache
def _separator(tag: str) -> tuple[str, str]:
    """What CLDR writes between two days of a month: what belongs to the first day, and the separator.

    That is the text between the last field of the pattern's first part and the first field of its second
    part. Of this text, what also follows the same field in the second part belongs to the day: the full
    stop of "12.", for instance. A separator that is a word keeps its spaces. Without one, a dash is used.
    """
    formats = _locale(tag).interval_formats
    parts = (formats.get("yMMMMd") or formats.get("yMMMd") or {}).get("d", ())
    if len(parts) != 2:
        return "", "–"
    first, second = (_pieces(_tidy(tag, part)) for part in parts)
    between, field = first[-1], first[-2]
    after = dict(zip(second[1::2], second[2::2], strict=True)).get(field, "")
    shared = takewhile(lambda pair: pair[0] == pair[1], zip(between, after, strict=False))
    suffix = "".join(character for character, _ in shared).rstrip()
    separator = between[len(suffix) :] + second[0]
    if not separator.strip():
        return "", "–"
    return suffix, separator if _is_word(separator) else separator.strip()


def _is_word(separator: str) -> bool:
    return re.search(r"\w", separator) is not None


def _pieces(pattern: str) -> list[str]:
    """Texts and fields of a pattern in turn; it begins and ends with a text, which may be empty."""
    from babel.dates import tokenize_pattern

    pieces = [""]
    for _, value in tokenize_pattern(pattern):
        if isinstance(value, str):
            pieces[-1] += value
        else:
            letter, count = value
            pieces += [letter * count, ""]
    return pieces


def _pattern(pieces: Sequence[str]) -> str:
    """The pattern of these texts and fields."""
    quoted = ("'{}'".format(text.replace("'", "''")) if text else "" for text in pieces[::2])
    return "".join(chain.from_iterable(zip_longest(quoted, pieces[1::2], fillvalue="")))


def _fields(pattern: str) -> list[str]:
    """The fields of a pattern; a month is the same field within a date and alone."""
    return [field.replace("L", "M") for field in _pieces(pattern)[1::2]]


@cache
def _day_and_month(tag: str) -> re.Pattern[str]:
    """A day and the name of its month, as they stand in a date."""
    months = "|".join(map(re.escape, _locale(tag).months["format"]["wide"].values()))
    return re.compile(rf"\d(?:\.|er|º)? (?:de |ב)?(?:{months})|(?:{months}) \d\d?(?!\d)")

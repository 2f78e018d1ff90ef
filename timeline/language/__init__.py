"""The language of a page: its messages, its dates and numbers, the direction of its script.

Dates and numbers come from CLDR through Babel, messages from ``messages/<language>.po``, whose msgids are
the English texts. Nothing depends on the locale of the machine.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from gettext import GNUTranslations, NullTranslations
from importlib.resources import files
from io import BytesIO

from timeline.language import cldr
from timeline.language.cldr import family
from timeline.language.spans import span_patterns
from timeline.model.day import CalendarDay
from timeline.model.messages import message

__all__ = ["ENGLISH", "Language", "family", "message"]


@dataclass(frozen=True, slots=True)
class Language:
    """The language of a BCP 47 ``tag``; what it has no translation or CLDR data for is in English.

    >>> from datetime import date
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
        return "rtl" if cldr.locale(self.tag).text_direction == "rtl" else "ltr"

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

    def plural(self, number: int) -> str:
        """The name in CLDR of the grammatical number of ``number``, by which browsers know it, too.

        >>> Language("pl").plural(22), Language("pl").plural(25)
        ('few', 'many')
        """
        return str(cldr.locale(self.tag).plural_form(number))

    # ---- dates, in the Gregorian calendar and with the digits 0 to 9

    def year(self, year: int) -> str:
        """A year of astronomical numbering; with its era before the year 100.

        >>> [Language("en").year(year) for year in (2025, 79, -263)], Language("de").year(-263)
        (['2025', '79 AD', '264 BC'], '264 v. Chr.')
        """
        return cldr.year(self.tag, year)

    def with_era(self, text: str, year: int) -> str:
        """A text about a year before ours, such as "264–241", with its era; any other as it is.

        >>> Language("en").with_era("the 260s", -268), Language("en").with_era("the 1920s", 1920)
        ('the 260s BC', 'the 1920s')
        """
        return text if year > 0 else cldr.with_era(self.tag, text, is_before=True)

    def day(self, day: CalendarDay) -> str:
        """A day in full."""
        return cldr.format_day(self.tag, day, cldr.day_pattern(self.tag))

    def day_with_weekday(self, day: CalendarDay) -> str:
        """
        >>> from datetime import date
        >>> Language("en").day_with_weekday(date(2025, 2, 17))
        'Monday 17 February 2025'
        """
        return cldr.format_day(self.tag, day, cldr.weekday_pattern(self.tag))

    def day_in_brief(self, day: CalendarDay, *, with_year: bool) -> str:
        """
        >>> from datetime import date
        >>> [Language(tag).day_in_brief(date(2025, 2, 17), with_year=True) for tag in ("en", "de")]
        ['Mon 17 Feb 2025', 'Mo., 17. Feb. 2025']
        """
        pattern = cldr.skeleton_pattern(self.tag, "yMMMEd" if with_year else "MMMEd")
        return cldr.format_day(self.tag, day, pattern)

    def month(self, day: CalendarDay) -> str:
        """
        >>> from datetime import date
        >>> Language("pl").month(date(2025, 2, 17))
        'luty 2025'
        """
        return cldr.format_day(self.tag, day, cldr.skeleton_pattern(self.tag, "yMMMM"))

    def span_ends(self, first: CalendarDay, last: CalendarDay) -> tuple[str, str]:
        """Both ends of a span of days, the first without the month or year that they share.

        >>> from datetime import date
        >>> Language("en").span_ends(date(2025, 2, 12), date(2025, 2, 16))
        ('12', '16 February 2025')
        """
        start, _, end = span_patterns(self.tag, first, last)
        return cldr.format_day(self.tag, first, start), cldr.format_day(self.tag, last, end)

    def span(self, first: CalendarDay, last: CalendarDay) -> str:
        """
        >>> from datetime import date
        >>> Language("de").span(date(2025, 2, 12), date(2025, 2, 16))
        '12.–16. Februar 2025'
        """
        _, separator, _ = span_patterns(self.tag, first, last)
        return separator.join(self.span_ends(first, last))

    def tick(self, day: CalendarDay, unit: str, *, with_year: bool) -> str:
        """A short date for an axis, with no line break in it; ``unit`` is "day", "month" or "year".

        >>> from datetime import date
        >>> Language("uk").tick(date(2025, 2, 17), "day", with_year=False).replace("\\xa0", " ")
        '17 лют.'
        """
        if unit == "year":
            return self.year(day.year)
        pattern = cldr.tick_pattern(self.tag, unit, with_year=with_year)
        return cldr.format_day(self.tag, day, pattern).replace(" ", "\xa0")

    def keep_day_with_month(self, text: str) -> str:
        """The text with no line break between a day and the name of its month.

        >>> Language("es").keep_day_with_month("17 de febrero de 2025")
        '17\\xa0de\\xa0febrero de 2025'
        """
        return cldr.day_and_month(self.tag).sub(lambda found: found[0].replace(" ", "\xa0"), text)

    # ---- numbers and lists

    def number(self, number: int) -> str:
        """
        >>> Language("en").number(1000), Language("de").number(1000)
        ('1,000', '1.000')
        """
        from babel.numbers import format_decimal

        return format_decimal(number, locale=cldr.locale(self.tag))

    def any_of(self, items: Sequence[str]) -> str:
        """
        >>> Language("fr").any_of(["lundi", "mardi"])
        'lundi ou mardi'
        """
        from babel.lists import format_list

        return format_list(items, "or", cldr.locale(self.tag))


ENGLISH = Language("en")


@cache
def _messages(tag: str) -> NullTranslations:
    """The catalogue of the tag, else of its language, else none, so that messages stay English."""
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

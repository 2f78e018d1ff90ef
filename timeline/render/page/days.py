"""Articles -> the list by day: each day's events under its heading."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby, pairwise
from statistics import median

from timeline.language import Language
from timeline.language.dates import when_in_words
from timeline.language.events import capitalised
from timeline.language.headings import HeadingPart, day_heading, gap_in_words
from timeline.model import Era, When
from timeline.model.day import Day
from timeline.render.web.articles import Article

#: A gap is shown if it has at least so many days, and is so many times as long as the median gap.
_LEAST_DAYS, _TIMES_THE_MEDIAN = 4, 4


@dataclass(frozen=True, slots=True)
class DayOfEvents:
    """The events that have one heading: of one day, or of one date that is no single day.

    ``parts`` are the parts of a day's heading, empty where ``words`` say another date. ``gap`` is how much
    later it is than the one before, "" if that is not shown. ``names_year``: the year is not that of
    the heading before. ``eras`` are the names of those in which it begins, ``begun`` of those in which no
    heading before it does.
    """

    parts: tuple[HeadingPart, ...]
    words: str
    gap: str
    names_year: bool
    articles: tuple[Article, ...]
    eras: tuple[str, ...] = ()
    begun: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Addresses:
    """Where links of an article lead: to the page of ``citations`` ("" if there is none), to the page
    ``home``, which has the glossary, and to the ``pages`` of other events; both are "" for the same page.
    """

    citations: str = "citations.html"
    home: str = ""
    pages: Mapping[str, str] = field(default_factory=dict)

    def of(self, event: str) -> str:
        """
        >>> Addresses().of("paris"), Addresses(pages={"paris": "2025-02.html"}).of("paris")
        ('#paris', '2025-02.html#paris')
        """
        return f"{self.pages.get(event, '')}#{event}"


def by_day(articles: Sequence[Article], language: Language, eras: Sequence[Era] = ()) -> list[DayOfEvents]:
    """The articles, in their order, each below the heading of the day on which its event begins."""
    by_heading = groupby(articles, key=lambda article: heading_of(article.event.when))
    groups = [(heading, tuple(group)) for heading, group in by_heading]
    headings = [heading for heading, _ in groups]
    gaps = ["", *_gaps(headings, language)]
    years = [None, *map(_year, headings)]
    within = [tuple(era.name for era in eras if _is_in(heading, era)) for heading in headings]
    since: dict[str, int] = {}
    for number, names in enumerate(within):
        for name in names:
            since.setdefault(name, number)
    return [
        DayOfEvents(
            parts=() if isinstance(heading, When) else day_heading(heading, language),
            words=capitalised(when_in_words(heading, language)) if isinstance(heading, When) else "",
            gap=gap,
            names_year=_year(heading) != before,
            articles=group,
            eras=names,
            begun=tuple(name for name in names if since[name] == number),
        )
        for number, ((heading, group), gap, before, names) in enumerate(
            zip(groups, gaps, years, within, strict=False)
        )
    ]


def heading_of(when: When) -> Day | When:
    """The day on which it began, if that is certain and of our calendar, else the whole date."""
    if when.start.is_day and not when.start.calendar and not when.lacks_start:
        return when.start.earliest
    return replace(when, words="", rule="", zone="")


def _gaps(headings: Sequence[Day | When], language: Language) -> list[str]:
    """How long after the one before each is, "" where that is not much longer than elsewhere."""
    lengths = [_days_between(one, other) for one, other in pairwise(headings)]
    known = [length for length in lengths if length > 0]
    least = max(_LEAST_DAYS, _TIMES_THE_MEDIAN * median(known)) if known else 0
    return [
        gap_in_words(one, other, language)
        if length >= least and not isinstance(one, When) and not isinstance(other, When)
        else ""
        for (one, other), length in zip(pairwise(headings), lengths, strict=True)
    ]


def _days_between(one: Day | When, other: Day | When) -> int:
    """The days between two days, 0 where one of them is no day."""
    return 0 if isinstance(one, When) or isinstance(other, When) else (other - one).days


def _is_in(heading: Day | When, era: Era) -> bool:
    """Whether it begins in an era, or may."""
    day = heading.first if isinstance(heading, When) else heading
    return era.when.first <= day and (era.when.open_end or day <= era.when.last)


def _year(day: Day | When) -> int:
    return day.start.earliest.year if isinstance(day, When) else day.year

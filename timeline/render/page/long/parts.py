"""The list by day -> its parts: runs of days, each small enough to be loaded at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import count, groupby

from timeline.language import Language
from timeline.model import Event
from timeline.model.day import Day, year_number
from timeline.render.page.days import DayOfEvents
from timeline.render.web.articles import Article

#: A part weighs at most as much: each event and each source counts as one, which are 1 to 2 kB of HTML.
MOST = 240
#: So many parts need no headings of years. At most so many of these stand above them; else each is for 10,
#: 100 or 1000 years.
_FEW, _MOST_SPANS = 16, 40


@dataclass(frozen=True, slots=True)
class Part:
    """A run of days: its ``name`` in addresses, and its first and last day in ``words``.

    ``number`` is its own, ``first`` that of its first event in the timeline, both from 0.
    """

    name: str
    words: str
    number: int
    first: int
    days: tuple[DayOfEvents, ...]

    @property
    def events(self) -> list[Event]:
        """Its events."""
        return [article.event for day in self.days for article in day.articles]

    @property
    def ids(self) -> list[str]:
        """The ids of its events."""
        return [event.id for event in self.events]

    @property
    def year(self) -> int:
        """The year in which it begins."""
        return _begin(self.days[0]).year


@dataclass(frozen=True, slots=True)
class Span:
    """The parts that begin in one year, or in as many years as give few headings. ``number``: of events."""

    words: str
    number: int
    parts: tuple[Part, ...]


def in_parts(days: Sequence[DayOfEvents], language: Language, most: int = MOST) -> tuple[Part, ...]:
    """The days in parts that weigh at most ``most``, along the years, months and days of the calendar.

    A part is as many whole years as fit, or months of a year, or days of a month; a single day that
    weighs more is divided. Its name is that of the first of them: "2024", "2024-03", "2024-03-05". So an
    event that is added later changes the names of few other parts.
    """
    parts: list[Part] = []
    names: set[str] = set()
    first = 0
    for run in _divided([piece for day in days for piece in _pieces(day, most)], 0, most):
        begin, end = _begin(run.days[0]), _begin(run.days[-1])
        name = "-".join([year_number(begin.year), f"{begin.month:02}", f"{begin.day:02}"][: run.level + 1])
        words = _words(begin, end, language)
        again = next(n for n in count(1) if _numbered(name, n) not in names)
        if again > 1:
            name = _numbered(name, again)
            words += f" · {language.number(again)}" if begin == end else ""
        names.add(name)
        parts.append(Part(name, words, len(parts), first, tuple(run.days)))
        first += sum(len(day.articles) for day in run.days)
    return tuple(parts)


def in_spans(parts: Sequence[Part], language: Language) -> tuple[Span, ...]:
    """The parts under headings of years; few of them are one span."""
    groups = [(0, tuple(parts))]
    for years in (1, 10, 100, 1000) if len(parts) > _FEW else ():
        groups = [(year, tuple(run)) for year, run in groupby(parts, partial(_span_of, years))]
        if len(groups) <= _MOST_SPANS:
            break
    return tuple(
        Span(
            words="–".join(dict.fromkeys(language.year(part.year) for part in (run[0], run[-1]))),
            number=sum(len(part.ids) for part in run),
            parts=run,
        )
        for _, run in groups
    )


def _span_of(years: int, part: Part) -> int:
    return part.year // years


@dataclass(slots=True)
class _Run:
    """Days that stay together: whole years (``level`` 0), months (1) or days (2)."""

    days: list[DayOfEvents]
    weight: int
    level: int


def _divided(days: Sequence[DayOfEvents], level: int, most: int) -> list[_Run]:
    """The days of one period, as runs of its years, months or days."""
    runs: list[_Run] = []
    for _, each in groupby(days, key=lambda day: _fields(day)[: level + 1]):
        run = _Run(list(each), 0, level)
        run.weight = sum(map(weight, run.days))
        if run.weight > most and len(run.days) > 1:
            deeper = _divided(run.days, level + 1, most) if level < 2 else _each(run.days)
            runs += deeper
        elif runs and runs[-1].level == level and runs[-1].weight + run.weight <= most:
            runs[-1].days += run.days
            runs[-1].weight += run.weight
        else:
            runs.append(run)
    return runs


def _each(days: Sequence[DayOfEvents]) -> list[_Run]:
    return [_Run([day], weight(day), 2) for day in days]


def weight(day: DayOfEvents) -> int:
    """How many events and sources it has."""
    return sum(map(_weight, day.articles))


def _weight(article: Article) -> int:
    return 1 + len(article.event.sources)


def _pieces(day: DayOfEvents, most: int) -> list[DayOfEvents]:
    """The day, divided if it weighs too much; only the first piece says what came before it."""
    pieces: list[list[Article]] = [[]]
    total = 0
    for article in day.articles:
        total += _weight(article)
        if pieces[-1] and total > most:
            pieces.append([])
            total = _weight(article)
        pieces[-1].append(article)
    first, *others = (tuple(piece) for piece in pieces)
    return [
        replace(day, articles=first),
        *(replace(day, articles=piece, gap="", begun=()) for piece in others),
    ]


def _numbered(name: str, number: int) -> str:
    return name if number == 1 else f"{name}-{number}"


def _begin(day: DayOfEvents) -> Day:
    return day.articles[0].event.when.first


def _fields(day: DayOfEvents) -> tuple[int, int, int]:
    begin = _begin(day)
    return begin.year, begin.month, begin.day


def _words(first: Day, last: Day, language: Language) -> str:
    return language.day(first) if first == last else language.span(min(first, last), max(first, last))

"""What stands at the end of a deck: the glossary, and every source as a short link."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, time

from timeline.language import Language
from timeline.model import Event, Source, Term
from timeline.render.slides.deck import SMALLEST, Paragraph, Run
from timeline.render.slides.text_boxes import shortened, width
from timeline.typography.direction import is_leftward

#: Points: the size of a term, and what parts two entries.
_TERM, _GAP = 24.0, 12.0
_SEPARATOR = " · "


def glossary(terms: Iterable[Term], language: Language) -> Iterator[Paragraph]:
    """A paragraph for each term, which is bold.

    >>> [entry] = glossary([Term("backstop", "a promise to help")], Language("en"))
    >>> entry.text
    'backstop: a promise to help'
    """
    for term in terms:
        leftward = is_leftward(term.term, otherwise=language.is_rtl)
        runs = (Run(f"{term.term}: ", bold=True), Run(term.meaning))
        yield Paragraph(runs, _TERM, before=_GAP, leftward=leftward)


def sources(events: Iterable[Event], language: Language, room: float, wide: float) -> Iterator[Paragraph]:
    """Each event with its sources, a paragraph a line of ``room`` points, so that no link is broken.

    The lines of one event are to stay together. What is left out here stands in the notes.
    """
    for event in events:
        found = tuple(_lines(event, language, room, wide))
        for number, runs in enumerate(found):
            yield Paragraph(
                runs,
                SMALLEST,
                before=0.0 if number else _GAP,
                leftward=language.is_rtl,
                keep=number < len(found) - 1,
            )


def _lines(event: Event, language: Language, room: float, wide: float) -> Iterator[tuple[Run, ...]]:
    """The event's label, and after it as many sources to a line as fit."""
    line: tuple[Run, ...] = (Run(event.label, bold=True),)
    for number, source in enumerate(event.sources):
        entry = _entry(source, language, room, wide)
        longer = (*line, Run(_SEPARATOR if number else "  "), *entry)
        if _width(longer, wide) <= room:
            line = longer
        else:
            yield line
            line = entry
    yield line


def _entry(source: Source, language: Language, room: float, wide: float) -> tuple[Run, ...]:
    """The publisher, which is the link, and the day: nothing of it may part at the end of a line."""
    day = ""
    if source.published:
        day = language.tick(datetime.combine(source.published, time()), "day", with_year=True)
    after = f"\xa0({day})" if day else ""
    left = room - width(after, SMALLEST, wide)
    publisher = shortened(source.publisher.replace(" ", "\xa0"), SMALLEST, left, wide)
    return (Run(publisher, link=source.url), *([Run(after)] if after else ()))


def _width(runs: Sequence[Run], wide: float) -> float:
    return sum(width(run.text, SMALLEST, wide, bold=run.bold) for run in runs)

"""The end of a deck: the glossary, and every source as a short link."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from timeline.language import Language
from timeline.language.events import published_in_words
from timeline.model import Event, Source, Term
from timeline.render.slides.deck import SMALLEST, Paragraph, Run
from timeline.render.slides.text_boxes import shortened, width
from timeline.typography.direction import is_leftward

#: Points: the size of a glossary entry, and the space between two entries.
_TERM, _GAP = 24.0, 12.0
_SEPARATOR = " · "


def glossary(terms: Iterable[Term], language: Language) -> Iterator[Paragraph]:
    """A paragraph for each term, which is bold.

    >>> [entry] = glossary([Term("backstop", "a promise to help")], Language("en"))
    >>> entry.text
    'backstop: a promise to help'
    """
    for term in terms:
        is_rtl = is_leftward(term.term, otherwise=language.is_rtl)
        runs = (Run(f"{term.term}: ", bold=True), Run(term.meaning))
        yield Paragraph(runs, _TERM, space_before=_GAP, is_rtl=is_rtl)


def sources(
    events: Iterable[Event], language: Language, room: float, width_factor: float
) -> Iterator[Paragraph]:
    """Each event with its sources, a paragraph for each line of ``room`` points, so that no link is broken.

    The lines of one event are kept together. Details that are left out here are in the notes.
    """
    for event in events:
        found = tuple(_lines(event, language, room, width_factor))
        for number, runs in enumerate(found):
            yield Paragraph(
                runs,
                SMALLEST,
                space_before=0.0 if number else _GAP,
                is_rtl=language.is_rtl,
                keep_with_next=number < len(found) - 1,
            )


def _lines(event: Event, language: Language, room: float, width_factor: float) -> Iterator[tuple[Run, ...]]:
    """The event's label, followed by its sources, as many to a line as fit."""
    line: tuple[Run, ...] = (Run(event.label, bold=True),)
    for number, source in enumerate(event.sources):
        entry = _entry(source, language, room, width_factor)
        longer = (*line, Run(_SEPARATOR if number else "  "), *entry)
        if _width(longer, width_factor) <= room:
            line = longer
        else:
            yield line
            line = entry
    yield line


def _entry(source: Source, language: Language, room: float, width_factor: float) -> tuple[Run, ...]:
    """The publisher, which is the link, and the day, without a place for a line break."""
    day = ""
    if source.published:
        day = language.tick(source.published, "day", with_year=True)
    elif source.inferred_parts:
        day = published_in_words(source, language).replace(" ", "\xa0")
    after = f"\xa0({day})" if day else ""
    left = room - width(after, SMALLEST, width_factor)
    publisher = shortened(source.publisher.replace(" ", "\xa0"), SMALLEST, left, width_factor)
    return (Run(publisher, link=source.url), *([Run(after)] if after else ()))


def _width(runs: Sequence[Run], width_factor: float) -> float:
    return sum(width(run.text, SMALLEST, width_factor, bold=run.bold) for run in runs)

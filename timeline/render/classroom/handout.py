"""Timeline and its panels -> the hand-out: line, events, sources and glossary on sheets of paper."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

from timeline.language import Language
from timeline.language.events import place_of, totals
from timeline.model import Event, Source, Timeline, When
from timeline.model.scene import Scene
from timeline.render.classroom.paper import Paper
from timeline.render.classroom.print_style import panel, ranges, signs, style
from timeline.render.references.bibliography import references
from timeline.render.web.articles import accounts, html_date
from timeline.render.web.templates import fill


@dataclass(frozen=True, slots=True)
class _Entry:
    """An event with what is told of it; ``numbers`` are those of its sources, the first and the last of
    each run, and ``quotes`` have theirs.
    """

    event: Event
    datetime: str
    place: str
    paragraphs: tuple[str, ...]
    quotes: tuple[tuple[Source, int], ...]
    accounts: tuple[tuple[When, tuple[str, ...]], ...]
    numbers: tuple[tuple[int, int], ...]


def handout(timeline: Timeline, panels: Sequence[Scene], paper: Paper) -> str:
    """The page as HTML, whole in itself. ``panels`` are the scenes of all its events."""
    language = Language(timeline.language)
    sources = [reference.source for reference in references(timeline)]
    numbers = {source.url: number for number, source in enumerate(sources, 1)}
    return fill(
        "classroom/handout.html",
        language,
        timeline=timeline,
        panels=[panel(timeline, scene) for scene in panels],
        nodes=list(chain.from_iterable(scene.nodes for scene in panels)),
        entries=[_entry(event, numbers, language) for event in timeline.events],
        signs=signs(timeline),
        totals=totals(timeline, language),
        sources=sources,
        style=style(
            timeline,
            paper,
            timeline.title,
            "chart/chart.css",
            "classroom/printed.css",
            "classroom/handout.css",
        ),
    )


def _entry(event: Event, numbers: dict[str, int], language: Language) -> _Entry:
    given = accounts(event)
    return _Entry(
        event=event,
        datetime=html_date(event.when.start),
        place=place_of(event, language),
        paragraphs=event.paragraphs,
        quotes=tuple((source, numbers[source.url]) for source in event.sources if source.quote),
        accounts=given if len(given) > 1 else (),
        numbers=ranges(list({numbers[source.url] for source in event.sources})),
    )

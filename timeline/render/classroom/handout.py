"""Timeline and its panels -> the hand-out: chart, events, sources and glossary, to print."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from timeline.language import Language
from timeline.language.events import axis_note, place_of, totals
from timeline.model import Event, Shape, Source, Timeline, When
from timeline.model.scene import Scene
from timeline.render.chart.kinds import shape_legend
from timeline.render.classroom.paper import Paper
from timeline.render.classroom.print_style import panel, ranges, style, track_colours
from timeline.render.references.bibliography import bibliography
from timeline.render.web.articles import accounts, html_date, legend
from timeline.render.web.marker import sign
from timeline.render.web.templates import Markup, fill
from timeline.typography.source_marks import pieces, renumbered


@dataclass(frozen=True, slots=True)
class _EventEntry:
    """An event as the hand-out shows it. ``numbers`` are the ranges of its sources' numbers, first and last
    of each; each quote has the number of its source, and each piece of a paragraph those of its sources.
    """

    event: Event
    marker: Markup
    datetime: str
    place: str
    paragraphs: tuple[tuple[tuple[str, tuple[int, ...]], ...], ...]
    quotes: tuple[tuple[Source, int], ...]
    accounts: tuple[tuple[When, tuple[Source, ...]], ...]
    numbers: tuple[tuple[int, int], ...]


def handout(timeline: Timeline, panels: Sequence[Scene], paper: Paper) -> str:
    """The page as self-contained HTML. ``panels`` are the scenes of all its events."""
    language = Language(timeline.language)
    sources = [reference.source for reference in bibliography(timeline)]
    numbers = {source.url: number for number, source in enumerate(sources, 1)}
    return fill(
        "classroom/handout.html",
        language,
        timeline=timeline,
        titles={event.id: event.title for event in timeline.events},
        panels=[panel(timeline, scene) for scene in panels],
        shapes=shape_legend(timeline),
        legends=[legend(timeline, scene) for scene in panels],
        entries=[
            _event_entry(event, timeline.shape_of(event), numbers, language) for event in timeline.events
        ],
        colours=track_colours(timeline),
        totals=totals(timeline, language),
        clock=axis_note(timeline, language) if any(scene.shows_hours for scene in panels) else "",
        sources=sources,
        style=style(
            timeline,
            paper,
            timeline.title,
            "chart/chart.css",
            "chart/rare_marks.css",
            "chart/kinds.css",
            "classroom/printed.css",
            "classroom/handout.css",
        ),
    )


def _event_entry(event: Event, shape: Shape, numbers: dict[str, int], language: Language) -> _EventEntry:
    dates = accounts(event)
    return _EventEntry(
        event=event,
        marker=sign(shape, is_held=event.is_held),
        datetime=html_date(event.when.start),
        place=place_of(event, language),
        paragraphs=tuple(
            pieces(renumbered(paragraph, lambda n: numbers[event.sources[n - 1].url]))
            for paragraph in event.paragraphs
        ),
        quotes=tuple((source, numbers[source.url]) for source in event.spoken),
        accounts=dates if len(dates) > 1 else (),
        numbers=ranges(list({numbers[source.url] for source in event.sources})),
    )

"""Timeline -> the articles of a page, one an event, and the legend of its chart."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from timeline.language import Language
from timeline.language.events import place_of
from timeline.language.evidence import kept_in_words
from timeline.language.provenance import DateEvidence, date_evidence
from timeline.model import Correction, Event, Moment, Precision, Source, Timeline, When
from timeline.model.day import year_number
from timeline.model.scene import Scene
from timeline.model.seconds import DAY
from timeline.model.sources.evidence import by_address
from timeline.render.web.glossary import Piece, with_terms
from timeline.render.web.marker import sign
from timeline.render.web.templates import Markup
from timeline.typography.source_marks import numbers

#: How many quotations of an event stand on their own; the others stand beside their sources.
MOST_QUOTES = 2

#: Px of a day in which one sees where a mark stands.
_WIDE_DAY = 8


@dataclass(frozen=True, slots=True)
class Article:
    """An event and what its article shows of it.

    ``datetime`` is the start as HTML's ``<time>`` takes it; ``marker`` its mark in an SVG.
    ``quotes`` are the sources whose quotations stand on their own.
    ``accounts`` are the dates that sources give, with these sources. ``is_marked``: its summary names its
    sources by their numbers. ``kept`` is what copies say of the quotation of each source, "" where there is
    none or the timeline has no copies. ``corrections`` are those of the event, the latest first.
    """

    event: Event
    date_evidence: tuple[DateEvidence, ...]
    lane: int
    marker: Markup
    datetime: str
    place: str
    paragraphs: tuple[tuple[Piece, ...], ...]
    quotes: tuple[Source, ...]
    related: tuple[Event, ...]
    official_count: int
    is_marked: bool
    accounts: tuple[tuple[When, tuple[Source, ...]], ...]
    kept: tuple[str, ...]
    corrections: tuple[Correction, ...]


@dataclass(frozen=True, slots=True)
class Legend:
    """The kinds of marks that occur in the chart and so need an explanation."""

    key: bool
    span: bool
    soft: bool
    blur: bool
    hollow: bool
    day: bool


def legend(timeline: Timeline, scene: Scene) -> Legend:
    """The legend of a scene. The band of a day without a clock time does not stand for an unknown date.

    ``day`` is whether marks of days stand beside marks of clock times that are elsewhere on their days.
    """
    exact = {event.id for event in timeline.events if event.when.is_exact}
    timed = {event.id for event in timeline.events if event.when.start.clock}
    day_width = scene.plot_width * DAY / abs(scene.last - scene.first)
    return Legend(
        key=any(node.key for node in scene.marked),
        span=any(node.mark_kind == "span" for node in scene.marked),
        soft=any(node.mark_kind == "soft" and node.event not in exact for node in scene.marked),
        blur=any(node.mark_kind == "blur" for node in scene.marked),
        hollow=any(node.hollow for node in scene.marked),
        day=day_width >= _WIDE_DAY
        and bool(timed)
        and any(node.mark_kind == "dot" and node.event in exact - timed for node in scene.marked),
    )


def articles(timeline: Timeline, language: Language, most: int | None = None) -> list[Article]:
    """The article of each event, in the order of the timeline; of the first ``most`` events, if said."""
    used = {event.track for event in timeline.events}
    tracks = [track.name for track in timeline.tracks if track.name in used]
    lanes = {name: number for number, name in enumerate(tracks)}  # a lane may show a part of the name
    events = {event.id: event for event in timeline.events}
    copies = by_address(timeline.evidence)
    return [
        Article(
            event=event,
            date_evidence=date_evidence(event, language),
            lane=lanes[event.track],
            marker=sign(timeline.shape_of(event), is_held=event.is_held),
            datetime=html_date(event.when.start),
            place=place_of(event, language),
            paragraphs=with_terms(event.paragraphs, timeline.glossary),
            quotes=event.spoken[:MOST_QUOTES],
            related=tuple(events[other] for other in event.related),
            official_count=sum(source.kind == "official" for source in event.sources),
            is_marked=bool(numbers(event.summary)),
            accounts=accounts(event),
            kept=tuple(
                kept_in_words(source, copies[source.url], language) if timeline.evidence else ""
                for source in event.sources
            ),
            corrections=timeline.corrections_of(event),
        )
        for event in timeline.events[:most]
    ]


def accounts(event: Event) -> tuple[tuple[When, tuple[Source, ...]], ...]:
    """The dates that sources give, each with these sources; first the date of the event itself.

    A publisher stands there once, but with each of the wordings in which it states another date.
    """
    dates: dict[str, tuple[When, dict[tuple[str, str], Source]]] = {event.when.edtf: (event.when, {})}
    for source in event.sources:
        when = event.when if source.agrees else source.reading
        if source.reading and when:
            words = "" if source.agrees else source.says
            dates.setdefault(when.edtf, (when, {}))[1].setdefault((source.publisher, words), source)
    return tuple((when, tuple(sources.values())) for when, sources in dates.values() if sources)


def html_date(moment: Moment) -> str:
    """The moment as HTML's ``datetime`` takes it: a day, week, month or year, no more exact than known.

    https://html.spec.whatwg.org/multipage/text-level-semantics.html#the-time-element

    >>> from datetime import date
    >>> html_date(Moment(date(2025, 2, 21), date(2025, 2, 28), Precision.PART))
    '2025-02'
    """
    first, last = moment.earliest, moment.latest
    if first == last:
        return first.isoformat()
    if moment.precision is Precision.WEEK and isinstance(first, date):
        year, week, _ = first.isocalendar()
        return f"{year:04}-W{week:02}"
    year_text = year_number(first.year)
    is_month = (first.year, first.month) == (last.year, last.month)
    return f"{year_text}-{first.month:02}" if is_month else year_text

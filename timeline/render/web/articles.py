"""Timeline -> what the articles of a page tell, event by event."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.language import Language
from timeline.language.events import place_of
from timeline.language.provenance import DateEvidence, date_evidence
from timeline.model import Event, Moment, Precision, Source, Timeline, When
from timeline.model.scene import Scene, mark_size, shape_of
from timeline.render.web import marker
from timeline.render.web.glossary import Piece, with_terms


@dataclass(frozen=True, slots=True)
class Entry:
    """An event with what its article needs besides."""

    event: Event
    known: tuple[DateEvidence, ...]
    lane: int
    sign: str
    datetime: str
    place: str
    paragraphs: tuple[tuple[Piece, ...], ...]
    quotes: tuple[Source, ...]
    related: tuple[Event, ...]
    publishers: int
    official: int
    accounts: tuple[tuple[When, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Forms:
    """What of the chart's vocabulary occurs, and so has to be explained."""

    key: bool
    span: bool
    soft: bool
    hollow: bool


def forms(scene: Scene) -> Forms:
    """The forms of the marks of a scene."""
    return Forms(
        key=any(node.key for node in scene.nodes),
        span=any(node.form == "span" for node in scene.nodes),
        soft=any(node.form == "soft" for node in scene.nodes),
        hollow=any(node.hollow for node in scene.nodes),
    )


def entries(timeline: Timeline, scene: Scene, language: Language) -> list[Entry]:
    lanes = {node.event: node.lane for node in scene.nodes}
    events = {event.id: event for event in timeline.events}
    return [
        Entry(
            event=event,
            known=date_evidence(event, language),
            lane=lanes[event.id],
            sign=_sign(scene, lanes[event.id]),
            datetime=html_date(event.when.start),
            place=place_of(event, language),
            paragraphs=with_terms(event.paragraphs, timeline.glossary),
            quotes=tuple(source for source in event.sources if source.quote),
            related=tuple(events[other] for other in event.related),
            publishers=len({source.publisher for source in event.sources}),
            official=sum(source.kind == "official" for source in event.sources),
            accounts=accounts(event),
        )
        for event in timeline.events
    ]


def accounts(event: Event) -> tuple[tuple[When, tuple[str, ...]], ...]:
    """Who gives which date, the one shown first; of one date if nobody gives another."""
    given: dict[str, tuple[When, list[str]]] = {event.when.edtf: (event.when, [])}
    for source in event.sources:
        when = event.when if source.agrees else source.reading
        if source.reading and when:
            publishers = given.setdefault(when.edtf, (when, []))[1]
            publishers += [] if source.publisher in publishers else [source.publisher]
    return tuple((when, tuple(publishers)) for when, publishers in given.values() if publishers)


def _sign(scene: Scene, lane: int) -> str:
    """The outline of the lane's marks, in a box of 14 by 14 that the list draws large or small."""
    shape = shape_of(scene.lanes[lane].index)
    return marker.outline(shape, mark_size(shape, key=True))


def html_date(moment: Moment) -> str:
    """The moment as HTML's ``datetime`` allows it, never more exact than it is: a day, week, month or year.

    https://html.spec.whatwg.org/multipage/text-level-semantics.html#the-time-element

    >>> from datetime import date
    >>> html_date(Moment(date(2025, 2, 21), date(2025, 2, 28), Precision.PART))
    '2025-02'
    """
    first, last = moment.earliest, moment.latest
    if first == last:
        return first.isoformat()
    if moment.precision is Precision.WEEK:
        year, week, _ = first.isocalendar()
        return f"{year:04}-W{week:02}"
    return (
        first.isoformat()[:7]
        if (first.year, first.month) == (last.year, last.month)
        else first.isoformat()[:4]
    )

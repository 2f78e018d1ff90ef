"""Timeline and its scenes -> the page: whole without JavaScript, with Plotly to come on top."""

from __future__ import annotations

import hashlib
from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass

from timeline.language import Language
from timeline.model import Event, Moment, Precision, Source, Timeline
from timeline.render import drawing, palette
from timeline.render.known import Known, known
from timeline.render.templates import Markup, asset, css_string, fill
from timeline.scene import Scene, mark_size, shape_of


@dataclass(frozen=True, slots=True)
class _Entry:
    """An event with what its article needs besides."""

    event: Event
    known: tuple[Known, ...]
    lane: int
    sign: str
    datetime: str
    place: str
    paragraphs: tuple[str, ...]
    quotes: tuple[Source, ...]
    related: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class _Forms:
    """What of the chart's vocabulary occurs, and so has to be explained."""

    key: bool
    span: bool
    soft: bool
    hollow: bool


def page(timeline: Timeline, scenes: Sequence[Scene], scripts: Sequence[str]) -> str:
    """The whole page as HTML. ``scripts`` are the addresses of Plotly and the figures, for after paint."""
    script = asset("page.js").replace("__SCRIPTS__", " ".join(scripts))
    nodes = scenes[-1].nodes
    language = Language(timeline.language)
    return fill(
        "page.html",
        language,
        timeline=timeline,
        description=timeline.standfirst or _description(timeline, language),
        style=asset("page.css"),
        quotes=_quotes(language),
        inks=fill("inks.css", inks=[palette.ink(lane) for lane in scenes[-1].lanes]),
        sheets=drawing.sheets(scenes),
        chart=drawing.chart(timeline, scenes),
        forms=_Forms(
            key=any(node.key for node in nodes),
            span=any(node.form == "span" for node in nodes),
            soft=any(node.form == "soft" for node in nodes),
            hollow=any(node.hollow for node in nodes),
        ),
        entries=_entries(timeline, scenes[-1], language),
        script=script,
        script_hash=_csp_hash(script),
    )


def _csp_hash(script: str) -> str:
    """The Content Security Policy's name for that very script."""
    return f"sha256-{b64encode(hashlib.sha256(script.encode()).digest()).decode()}"


def _description(timeline: Timeline, language: Language) -> str:
    """What the page is, in a sentence, where its author says nothing."""
    events = language.ngettext("%(num)s event", "%(num)s events", len(timeline.events))
    return language.gettext(
        "%(title)s: %(events)s, each with its source.", title=timeline.title, events=events
    )


def _quotes(language: Language) -> Markup:
    """The language's quotation marks as two strings of CSS, for every quotation on the page."""
    opening, _, closing = language.gettext("“%(words)s”", words="|").partition("|")
    return Markup(" ").join(css_string(mark) for mark in (opening, closing))


def _entries(timeline: Timeline, scene: Scene, language: Language) -> list[_Entry]:
    lanes = {node.event: node.lane for node in scene.nodes}
    events = {event.id: event for event in timeline.events}
    return [
        _Entry(
            event=event,
            known=known(event, language),
            lane=lanes[event.id],
            sign=_sign(scene, lanes[event.id]),
            datetime=html_date(event.when.start),
            place=_place(event, language),
            paragraphs=tuple(part for part in event.summary.split("\n\n") if part),
            quotes=tuple(source for source in event.sources if source.quote),
            related=tuple(events[other] for other in event.related),
        )
        for event in timeline.events
    ]


def _sign(scene: Scene, lane: int) -> str:
    """The outline of the lane's marks, in a box of 14 by 14 that the list draws large or small."""
    shape = shape_of(scene.lanes[lane].index)
    return drawing.outline(shape, mark_size(shape, key=True))


def _place(event: Event, language: Language) -> str:
    return language.gettext(", ").join(
        part for part in (event.venue, " – ".join(place.name for place in event.places)) if part
    )


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

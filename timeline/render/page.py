"""Timeline and its scenes -> the page: whole without JavaScript, with Plotly to come on top."""

from __future__ import annotations

import hashlib
from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from timeline.model import Account, Event, Moment, Place, Precision, Source, Timeline, When
from timeline.render import drawing, palette
from timeline.render.templates import asset, fill
from timeline.render.words import counted, rule_in_words, spelled_out, weekday_in_words
from timeline.scene import Scene, mark_size, shape_of


@dataclass(frozen=True, slots=True)
class _Known:
    """One line of how a date is known: who, the words (in ``language``) and what they came to."""

    who: str
    words: str
    language: str
    meaning: str


@dataclass(frozen=True, slots=True)
class _Entry:
    """An event with what its article needs besides."""

    event: Event
    sources: tuple[tuple[Source, Account], ...]
    known: tuple[_Known, ...]
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
    return fill(
        "page.html",
        timeline=timeline,
        language=timeline.language,
        description=timeline.standfirst
        or f"{timeline.title}: {counted(len(timeline.events), 'event')}, each with its source.",
        style=Markup(asset("page.css")),  # noqa: S704  our own file
        inks=fill("inks.css", inks=[palette.ink(lane) for lane in scenes[-1].lanes]),
        sheets=drawing.sheets(scenes),
        chart=drawing.chart(timeline, scenes),
        forms=_Forms(
            key=any(node.key for node in nodes),
            span=any(node.form == "span" for node in nodes),
            soft=any(node.form == "soft" for node in nodes),
            hollow=any(node.hollow for node in nodes),
        ),
        entries=_entries(timeline, scenes[-1]),
        script=Markup(script),  # noqa: S704  our own file, and addresses that we made
        script_hash=_csp_hash(script),
    )


def _csp_hash(script: str) -> str:
    """The Content Security Policy's name for that very script."""
    return f"sha256-{b64encode(hashlib.sha256(script.encode()).digest()).decode()}"


def _entries(timeline: Timeline, scene: Scene) -> list[_Entry]:
    lanes = {node.event: node.lane for node in scene.nodes}
    events = {event.id: event for event in timeline.events}
    return [
        _Entry(
            event=event,
            sources=_with_accounts(event),
            known=_known(event, timeline.language),
            lane=lanes[event.id],
            sign=_sign(scene, lanes[event.id]),
            datetime=html_date(event.when.start),
            place=_place(event),
            paragraphs=tuple(part for part in event.summary.split("\n\n") if part),
            quotes=tuple(source for source in event.sources if source.quote),
            related=tuple(events[other] for other in event.related),
        )
        for event in timeline.events
    ]


def _sign(scene: Scene, lane: int) -> str:
    shape = shape_of(scene.lanes[lane].index)
    return drawing.outline(shape, mark_size(shape, key=False))


def _place(event: Event) -> str:
    places: tuple[Place, ...] = event.places
    return ", ".join(part for part in (event.venue, " – ".join(place.name for place in places)) if part)


def _with_accounts(event: Event) -> tuple[tuple[Source, Account], ...]:
    accounts = event.accounts or (Account(),) * len(event.sources)
    return tuple(zip(event.sources, accounts, strict=True))


def _known(event: Event, language: str) -> tuple[_Known, ...]:
    """How the date came about: in its own words where they are not the plain date, then by each source."""
    when = event.when
    is_plain = when.words == when.edtf or when.words.startswith(when.first.isoformat())
    is_said = when.words in {source.says for source in event.sources}
    stated = _Known("As stated:", when.words, language, _meaning(when))
    return (
        *(() if is_plain or is_said else (stated,)),
        *(
            _Known(
                f"{_told_by(source, account)} says",
                source.says,
                source.says_language or source.language,
                _came_to(source, account),
            )
            for source, account in _with_accounts(event)
            if source.says
        ),
    )


def _told_by(source: Source, account: Account) -> str:
    """The publisher and the day of publication, which a source may word as "15 hours ago"."""
    seen = f" when seen on {weekday_in_words(source.accessed)}" if source.accessed else ""
    stated = f"“{account.published}”{seen}" if account.published else ""
    if source.published:
        day = f"{source.publisher} of {weekday_in_words(source.published)}"
        return f"{day} ({stated})" if stated else day
    return f"{source.publisher}, published {stated}," if stated else source.publisher


def _came_to(source: Source, account: Account) -> str:
    """What its words came to, what else they could mean, and whether that is the date shown."""
    if source.reading is None:
        return ", which gives no date."
    if source.reading.start.clock and account.zone:
        city = account.zone.rpartition("/")[2].replace("_", " ")
        told = [f" ({city} time): {spelled_out(source.reading)} by the clocks of the place."]
    else:
        told = [_meaning(source.reading)]
    if account.others:
        others = " or ".join(spelled_out(other) for other in account.others)
        told.append(f"The words could also mean {others}{_DECIDED[account.decided]}.")
    if not source.agrees:
        told.append("That is not the date shown here.")
    return " ".join(told)


#: What ruled out the other readings -> the end of the sentence that names them.
_DECIDED = {
    "date": "; the date of the event decides",
    "sources": "; the other sources decide",
    "tense": "; whether it had happened yet decides",
    "": "",
}


def _meaning(when: When) -> str:
    return f": {spelled_out(when)} ({rule_in_words(when.rule)})."


def html_date(moment: Moment) -> str:
    """The moment's first day as HTML's ``datetime`` allows it: no more exact than the moment itself.

    https://html.spec.whatwg.org/multipage/text-level-semantics.html#the-time-element

    >>> from datetime import date
    >>> html_date(Moment(date(2025, 2, 1), date(2025, 2, 28), Precision.MONTH))
    '2025-02'
    """
    first = moment.earliest
    match moment.precision:
        case Precision.DAY | Precision.MINUTE | Precision.WEEK | Precision.PART:
            return first.isoformat()
        case Precision.MONTH | Precision.SEASON | Precision.QUARTER | Precision.HALF:
            return f"{first.year:04}-{first.month:02}"
        case Precision.YEAR | Precision.DECADE | Precision.CENTURY:
            return f"{first.year:04}"

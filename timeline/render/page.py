"""Timeline and its scenes -> the page: whole without JavaScript, with Plotly to come on top."""

from __future__ import annotations

import hashlib
import re
from base64 import b64encode
from collections.abc import Sequence
from dataclasses import asdict, dataclass

from timeline.known import Known, known
from timeline.language import Language
from timeline.model import Event, Moment, Precision, Source, Theme, Timeline, When
from timeline.render import drawing, finding, head, linked, palette
from timeline.render.templates import Markup, asset, css_string, fill
from timeline.scene import MARGIN, Scene, mark_size, shape_of
from timeline.words import place_of

#: The parts of the page's script, in the order in which they build on each other.
_SCRIPTS = ("shared", "find", "table", "choose", "story", "copy", "marks", "plot", "shift", "hands")
_COMMENT = re.compile(r"^ *//.*\n| +// .*$", re.MULTILINE)


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
    publishers: int
    official: int
    accounts: tuple[tuple[When, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class _Forms:
    """What of the chart's vocabulary occurs, and so has to be explained."""

    key: bool
    span: bool
    soft: bool
    hollow: bool


def page(timeline: Timeline, scenes: Sequence[Scene], scripts: Sequence[str]) -> str:
    """The whole page as HTML. ``scripts`` are the addresses of Plotly and the figures, for after paint."""
    script = _script()
    theme_script = asset("theme.js")
    nodes = scenes[-1].nodes
    language = Language(timeline.language)
    description = timeline.standfirst or _description(timeline, language)
    return fill(
        "page.html",
        language,
        timeline=timeline,
        head=head.head(timeline, description),
        linked=linked.linked_data(timeline, description),
        style=asset("page.css"),
        theme=_theme(timeline.theme),
        quotes=_quotes(language),
        theme_script=theme_script,
        theme_hash=_csp_hash(theme_script),
        inks=fill("inks.css", inks=[palette.ink(lane, timeline.theme) for lane in scenes[-1].lanes]),
        sheets=drawing.sheets(scenes),
        chart=drawing.chart(timeline, scenes),
        forms=_Forms(
            key=any(node.key for node in nodes),
            span=any(node.form == "span" for node in nodes),
            soft=any(node.form == "soft" for node in nodes),
            hollow=any(node.hollow for node in nodes),
        ),
        entries=_entries(timeline, scenes[-1], language),
        findable=finding.findable(timeline),
        choices=finding.choices(timeline),
        scene=scenes[-1],
        margin=MARGIN,
        scripts=scripts,
        script=script,
        script_hash=_csp_hash(script),
    )


def _theme(theme: Theme) -> Markup:
    """The house style as CSS custom properties; marks are outlined, so that colour is never alone."""
    light, dark = asdict(theme.light), asdict(theme.dark)
    colours = [(name, light[name], dark[name]) for name in light]
    outline = ("outline", theme.light.ink, theme.dark.paper)
    return fill("theme.css", theme=theme, colours=[*colours, outline])


def _script() -> str:
    """The page's script: its parts, each with names of its own, without their comments."""
    shared, *parts = (_COMMENT.sub("", asset(f"js/{name}.js")) for name in _SCRIPTS)
    return "".join([shared, *(f"{{\n{part}}}\n" for part in parts)])


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
            place=place_of(event, language),
            paragraphs=tuple(part for part in event.summary.split("\n\n") if part),
            quotes=tuple(source for source in event.sources if source.quote),
            related=tuple(events[other] for other in event.related),
            publishers=len({source.publisher for source in event.sources}),
            official=sum(source.kind == "official" for source in event.sources),
            accounts=_accounts(event),
        )
        for event in timeline.events
    ]


def _accounts(event: Event) -> tuple[tuple[When, tuple[str, ...]], ...]:
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
    return drawing.outline(shape, mark_size(shape, key=True))


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

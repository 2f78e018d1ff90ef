"""The data model that every stage shares: frozen values, the standard library only."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from timeline.model.corrections import Correction, corrections_about
from timeline.model.kinds import DEFAULT_KINDS, Kind, Shape
from timeline.model.sources.evidence import Finding, KeptCopy
from timeline.model.sources.origins import documents, origins
from timeline.model.sources.review import Checked
from timeline.model.theme import Theme
from timeline.model.when import Moment, Precision, Resolution, When

__all__ = [
    "Checked", "Colours", "Correction", "Era", "Event", "Finding", "KeptCopy", "Kind", "Moment", "Person",
    "Place",
    "Precision", "Resolution", "Shape", "Source", "Term", "Theme", "Timeline", "Track", "When",
    "paragraphs",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Source:
    """Where a claim can be checked. ``url`` is http or https; the rest may be unknown (None or "").

    ``says`` is the date as this source words it, ``says_language`` the language of ``says`` if that is a
    translation (else ""), ``reading`` the date that it was read as. ``agrees`` is False if that is not the
    date of the event (which ``disputed`` must then explain).

    ``author`` lists the authors: "Family name, given names" for a person, a name without a comma for an
    organisation or somebody with one name. The publisher is not repeated there.

    ``origin`` is where the text comes from if not from the publisher itself: an agency, another paper, an
    office. ``also_archived`` are further copies than ``archived``, ``unarchivable`` says why there is none.
    ``page`` is the page of a PDF, ``at`` the second of a recording that is cited. ``beside`` are the words
    before and after the quotation, if its kept copy shows that it stands there more than once.

    ``published_as`` is the date of publication as written if that is not a day; "2025-02" or "2025" if only
    the month or year is known, and with a mark of EDTF ("2025-02-18~") if it is inferred. ``zone`` is the
    IANA zone of its clock times ("" for the event's).
    ``others`` are other dates that ``says`` could mean, ``decided`` is what ruled them out: "date",
    "sources" (the other ones) or "tense"; "" if nothing did.
    """

    url: str
    publisher: str
    title: str = ""
    author: tuple[str, ...] = ()
    published: date | None = None
    accessed: date | None = None
    archived: str = ""
    language: str = "en"
    kind: str = "press"
    says: str = ""
    says_language: str = ""
    reading: When | None = None
    agrees: bool = True
    published_as: str = ""
    zone: str = ""
    others: tuple[When, ...] = ()
    decided: str = ""
    quote: str = ""
    speaker: str = ""
    origin: str = ""
    page: int | None = None
    at: int | None = None
    also_archived: tuple[str, ...] = ()
    unarchivable: str = ""
    beside: tuple[str, str] = ("", "")

    @property
    def copies(self) -> tuple[str, ...]:
        """The addresses of its archived copies."""
        return (self.archived, *self.also_archived) if self.archived else ()

    @property
    def published_parts(self) -> tuple[int, ...]:
        """Year, month and day of publication, as far as they are known.

        >>> Source("https://example.org", "Example News", published_as="2025-02").published_parts
        (2025, 2)
        """
        if self.published:
            return self.published.year, self.published.month, self.published.day
        return _date_parts(self.published_as)

    @property
    def inferred_parts(self) -> tuple[int, ...]:
        """Like `published_parts`, of a date that is only inferred; empty if it is certain or not known.

        >>> Source("https://example.org", "Example News", published_as="2025-02-18~").inferred_parts
        (2025, 2, 18)
        """
        is_inferred = not self.published and self.published_as.endswith(("~", "?", "%"))
        return _date_parts(self.published_as[:-1]) if is_inferred else ()


def _date_parts(text: str) -> tuple[int, ...]:
    return tuple(map(int, text.split("-"))) if re.fullmatch(r"\d{4}(-\d{2}){0,2}", text) else ()


@dataclass(frozen=True, slots=True)
class Place:
    """A place in its house spelling. Degrees north and east, or None; an IANA zone, or ""."""

    name: str
    country: str = ""
    latitude: float | None = None
    longitude: float | None = None
    zone: str = ""
    variants: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Person:
    """A person or organisation in its house spelling; ``variants`` are other spellings of the same."""

    name: str
    role: str = ""
    body: str = ""
    variants: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Track:
    """A row of the chart. ``colour`` is "#rrggbb", or "" for the next of the default colours."""

    name: str
    colour: str = ""


@dataclass(frozen=True, slots=True)
class Era:
    """A span in the background of the chart."""

    name: str
    when: When


@dataclass(frozen=True, slots=True)
class Term:
    """An entry of the glossary: a term and its meaning."""

    term: str
    meaning: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that happened, or was announced. ``sources`` is never empty; the first is its link.

    ``note`` is the line below its label in the chart, of a main event only ("" for none). ``summary`` may
    have marks after its sentences, "[1]" or "[1, 3]", with the numbers of the sources that say so.
    ``disputed`` is how accounts differ, ``disputed_about`` what about ("" if the event file does not say);
    ``remark`` is for the reader too, but no dispute. ``discussion`` is a question for discussion in class.
    ``draft`` marks one that is not finished, which only some builds show. ``added`` is the day on which it
    was published here, ``updated`` that of its last change that readers should know of. ``checked`` is None
    if nobody has checked it, or not as it is now.
    With ``names_zone``, the clock time is shown with its zone, because others of the timeline have another.
    """

    id: str
    title: str
    label: str
    when: When
    track: str
    sources: tuple[Source, ...]
    kind: str = ""
    status: str = "held"
    key: bool = False
    note: str = ""
    draft: bool = False
    places: tuple[Place, ...] = ()
    venue: str = ""
    participants: tuple[Person, ...] = ()
    summary: str = ""
    disputed: str = ""
    disputed_about: str = ""
    remark: str = ""
    discussion: str = ""
    related: tuple[str, ...] = ()
    added: date | None = None
    updated: date | None = None
    checked: Checked | None = None
    names_zone: bool = False

    @property
    def is_held(self) -> bool:
        """Whether it took place: it was not only announced, nor postponed or cancelled."""
        return self.status == "held"

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The summary, paragraph by paragraph."""
        return paragraphs(self.summary)

    @property
    def spoken(self) -> tuple[Source, ...]:
        """The sources with the words of somebody; the other quotations are words of the source itself."""
        return tuple(source for source in self.sources if source.quote and source.speaker)


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """A whole timeline: events in time order, each on one of ``tracks``.

    ``clock`` is the IANA zone by whose clocks clock times stand on the axis; "" if no event has a zone.
    ``view`` are the days that the chart shows first, None for all of them.
    ``kinds`` are the kinds that its events may have, each name once.
    ``independent_origins`` is how many independent origins the sources of a main event must have,
    ``needs_marks`` whether every summary must name the sources of its sentences, ``needs_review`` whether
    somebody must have checked every main event.
    ``evidence`` are the kept copies of its sources, the latest last.
    ``updated`` is the day of the last update, None if no day of any change is known. ``corrections`` begin
    with the latest, and name only events of the timeline.
    """

    title: str
    events: tuple[Event, ...]
    tracks: tuple[Track, ...]
    kicker: str = ""
    standfirst: str = ""
    language: str = "en"
    eras: tuple[Era, ...] = ()
    base_url: str = ""
    credit: str = ""
    theme: Theme = Theme()  # noqa: RUF009  a frozen value
    glossary: tuple[Term, ...] = ()
    clock: str = ""
    view: When | None = None
    kinds: tuple[Kind, ...] = DEFAULT_KINDS
    independent_origins: int = 1
    needs_marks: bool = False
    needs_review: bool = False
    evidence: tuple[KeptCopy, ...] = ()
    updated: date | None = None
    corrections: tuple[Correction, ...] = ()

    def main_events_only(self) -> Timeline:
        """The same timeline with only its main events, or with all if it has no main events."""
        return self.with_events(tuple(event for event in self.events if event.key) or self.events)

    def with_events(self, events: tuple[Event, ...]) -> Timeline:
        """The same timeline with only these of its events, and what was corrected of them."""
        corrections = corrections_about(self.corrections, {event.id for event in events})
        return replace(self, events=events, corrections=corrections)

    def shape_of(self, event: Event) -> Shape:
        """The shape of the mark of an event; a disc if its kind is not known.

        >>> timeline = Timeline(title="", events=(), tracks=())
        >>> when = When(Moment.day(date(2025, 2, 12)))
        >>> call = Event(id="a", title="", label="", when=when, track="", sources=(), kind="call")
        >>> str(timeline.shape_of(call)), str(timeline.shape_of(replace(call, kind="")))
        ('ring', 'disc')
        """
        return next((kind.shape for kind in self.kinds if kind.name == event.kind), Shape.DISC)

    def corrections_of(self, event: Event) -> tuple[Correction, ...]:
        """The corrections that concern an event, the latest first."""
        return tuple(each for each in self.corrections if event.id in each.events)

    def changed(self, event: Event) -> date | None:
        """The day on which an event was last added, updated or corrected; None if no day is known."""
        corrected = (each.day for each in self.corrections_of(event))
        return max(filter(None, (event.added, event.updated, *corrected)), default=None)

    @property
    def has_news(self) -> bool:
        """Whether a feed has anything to tell: a correction, or the day of an addition or update.

        >>> Timeline(title="", events=(), tracks=(), updated=date(2025, 3, 14)).has_news
        False
        """
        return bool(self.corrections) or any(event.added or event.updated for event in self.events)

    @property
    def sources(self) -> tuple[Source, ...]:
        """Every source of every event, in order."""
        return tuple(source for event in self.events for source in event.sources)

    @property
    def documents(self) -> int:
        """The number of distinct addresses among its sources."""
        return documents(self.sources)

    @property
    def independent(self) -> int:
        """The number of independent origins of its sources."""
        return len(origins(self.sources))


def paragraphs(text: str) -> tuple[str, ...]:
    """The paragraphs of a text, which are separated by blank lines.

    >>> paragraphs("They met.\\n\\nThen they left.")
    ('They met.', 'Then they left.')
    """
    return tuple(filter(None, text.split("\n\n")))

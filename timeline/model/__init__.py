"""What a timeline is made of, as every stage shares it: frozen values, the standard library only."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from timeline.model.theme import Theme
from timeline.model.when import Moment, Precision, Resolution, When

__all__ = [
    "Colours", "Era", "Event", "Moment", "Person", "Place", "Precision",
    "Resolution", "Source", "Term", "Theme", "Timeline", "Track", "When", "paragraphs",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Source:
    """Where a claim can be checked. ``url`` is http or https; the rest may be unknown (None or "").

    ``says`` is the date as this source words it, ``says_language`` the language of a translation of those
    words ("" where they are the source's own), ``reading`` what they came to, and ``agrees`` is False where
    that is not the event's date (which ``disputed`` must then explain).

    ``author`` are those who wrote it: "Family name, given names" a person, a name without a comma a body or
    somebody with one name. Who published it is not repeated there.

    ``published_as`` are the words of its day of publication where they are not the day itself; "2025-02" or
    "2025" where no more than the month or year is known. ``zone`` is the IANA zone of its clock times (""
    for the event's). ``others`` are what else ``says`` could have meant, ``decided`` is what ruled that
    out: "date", "sources" (the other ones) or "tense"; "" where nothing did.
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

    @property
    def published_parts(self) -> tuple[int, ...]:
        """Year, month and day of publication, as far as they are known.

        >>> Source("https://example.org", "Example News", published_as="2025-02").published_parts
        (2025, 2)
        """
        if self.published:
            return self.published.year, self.published.month, self.published.day
        is_date = re.fullmatch(r"\d{4}(-\d{2})?", self.published_as)
        return tuple(map(int, self.published_as.split("-"))) if is_date else ()


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
    """A person or body in its house spelling; ``variants`` are other spellings of the same."""

    name: str
    role: str = ""
    body: str = ""
    variants: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Track:
    """A lane of the chart. ``colour`` is "#rrggbb", or "" for the next of the house palette."""

    name: str
    colour: str = ""


@dataclass(frozen=True, slots=True)
class Era:
    """A quiet background span."""

    name: str
    when: When


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the glossary and what it means."""

    term: str
    meaning: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that happened, or was announced. ``sources`` is never empty; the first is its link.

    ``discussion`` is a question to a class about it.
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
    places: tuple[Place, ...] = ()
    venue: str = ""
    participants: tuple[Person, ...] = ()
    summary: str = ""
    disputed: str = ""
    discussion: str = ""
    related: tuple[str, ...] = ()

    @property
    def is_held(self) -> bool:
        """Whether it took place: it was not only announced, nor postponed or cancelled."""
        return self.status == "held"

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The summary, paragraph by paragraph."""
        return paragraphs(self.summary)


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """A whole timeline: events in time order, each on one of ``tracks``."""

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

    def main_events_only(self) -> Timeline:
        """The same timeline with its main events alone, or with all where none is a main one."""
        main = tuple(event for event in self.events if event.key)
        return replace(self, events=main or self.events)

    @property
    def sources(self) -> tuple[Source, ...]:
        """Every source of every event, in order."""
        return tuple(source for event in self.events for source in event.sources)

    @property
    def publishers(self) -> tuple[str, ...]:
        """Each publisher once, in alphabetical order."""
        return tuple(sorted({source.publisher for source in self.sources}))


def paragraphs(text: str) -> tuple[str, ...]:
    """The paragraphs of a text, which blank lines part.

    >>> paragraphs("They met.\\n\\nThen they left.")
    ('They met.', 'Then they left.')
    """
    return tuple(filter(None, text.split("\n\n")))

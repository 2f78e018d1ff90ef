"""Events, sources and counts in words."""

from __future__ import annotations

from datetime import date

from timeline.language import ENGLISH, Language, message
from timeline.language.dates import date_and_clock
from timeline.model import Event, Source, Timeline

#: The words of the event files that a page may show, each with its message.
DATA_WORDS = (
    # how far an event has come
    *(message("held"), message("announced"), message("postponed"), message("cancelled")),
    # what kind of event it is
    *(message("summit"), message("talks"), message("visit"), message("call"), message("vote")),
    *(message("statement"), message("agreement"), message("decision")),
    # what kind of source it is
    *(message("official"), message("agency"), message("press"), message("reference")),
    *(message("regional"), message("social")),
)


def published_in_words(source: Source, language: Language = ENGLISH) -> str:
    """When a source was published: the day, month or year; else in its own words; "" where nothing is
    known.

    >>> published_in_words(Source("https://example.org", "Example News", published_as="2025-02"))
    'February 2025'
    """
    match source.published_parts:
        case (year, month, day):
            return language.day(date(year, month, day))
        case (year, month):
            return language.month(date(year, month, 1))
    return source.published_as


def byline(source: Source) -> str:
    """The authors but for the publisher, as an event file has them, without a full stop at the end.

    >>> byline(Source("https://example.org/a", "Agency", author=("Doe, Jane", "Roe, Al, Jr.", "Agency")))
    'Doe, Jane; Roe, Al, Jr'
    """
    return "; ".join(name for name in source.author if name != source.publisher).removesuffix(".")


def status_in_words(event: Event, language: Language) -> str:
    """Announced, postponed or cancelled; "" for an event that was held, which needs no word."""
    return "" if event.is_held else language.gettext(event.status)


def date_and_status(event: Event, language: Language) -> str:
    """The date with clock time and status, as a line of its own, so with a capital.

    >>> from timeline.model import Moment, When
    >>> talks = Event(id="talks", title="Talks", label="Talks", when=When(Moment.day(date(2025, 2, 17))),
    ...     track="Europe", sources=(), status="postponed")
    >>> date_and_status(talks, ENGLISH).replace("\\xa0", " ")
    '17 February 2025 (postponed)'
    """
    status = status_in_words(event, language)
    return capitalised(date_and_clock(event.when, language) + (f" ({status})" if status else ""))


def capitalised(words: str) -> str:
    """The words with their first letter as a capital.

    >>> capitalised("late February 2025")
    'Late February 2025'
    """
    return words[:1].upper() + words[1:]


def place_of(event: Event, language: Language) -> str:
    """Venue and places, as one text; "" where neither is known."""
    return language.gettext(", ").join(
        part for part in (event.venue, " – ".join(place.name for place in event.places)) if part
    )


def spoken(event: Event, language: Language = ENGLISH) -> str:
    """What a screen reader says of an event's link: its label, track, date, how far it has come, source."""
    status = status_in_words(event, language)
    return language.gettext(
        "%(label)s. %(track)s. %(date)s. Source: %(publisher)s",
        label=event.label,
        track=event.track,
        date=language.gettext(", ").join(filter(None, (date_and_clock(event.when, language), status))),
        publisher=event.sources[0].publisher,
    )


def totals(timeline: Timeline, language: Language) -> str:
    """How many events, sources and publishers there are.

    >>> totals(Timeline(title="Empty", events=(), tracks=()), ENGLISH)
    '0 events, 0 sources, 0 publishers'
    """
    counts = (
        language.ngettext("%(num)s event", "%(num)s events", len(timeline.events)),
        language.ngettext("%(num)s source", "%(num)s sources", len(timeline.sources)),
        language.ngettext("%(num)s publisher", "%(num)s publishers", len(timeline.publishers)),
    )
    return language.gettext(", ").join(counts)


def counted(number: int, noun: str, plural: str = "") -> str:
    """
    >>> counted(1, "event"), counted(38, "event"), counted(2, "summary", "summaries")
    ('1 event', '38 events', '2 summaries')
    """
    return f"{number:,} {noun if number == 1 else plural or f'{noun}s'}"

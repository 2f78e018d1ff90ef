"""Events, sources and counts in words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from timeline.language import ENGLISH, Language, message
from timeline.language.dates import clock_in_words, date_and_clock, zone_in_words
from timeline.model import Event, Source, Timeline
from timeline.model.sources.origins import documents, origins

#: The fixed values of fields in event files that a page may show, each marked for translation.
FIELD_VALUES = (
    # status of an event
    *(message("held"), message("announced"), message("postponed"), message("cancelled")),
    # kind of an event
    *(message("summit"), message("talks"), message("visit"), message("call"), message("vote")),
    *(message("statement"), message("agreement"), message("decision")),
    # kind of a source
    *(message("official"), message("agency"), message("broadcaster"), message("newspaper")),
    *(message("magazine"), message("local"), message("reference"), message("social")),
    *(message("aggregator"), message("state media"), message("press"), message("regional")),
)


def published_in_words(source: Source, language: Language = ENGLISH) -> str:
    """When a source was published: the day, month or year, else the words of the source; "" if unknown.

    >>> published_in_words(Source("https://example.org", "Example News", published_as="2025-02"))
    'February 2025'
    >>> published_in_words(Source("https://example.org", "Example News", published_as="2025-02~"))
    'about February 2025'
    """
    if not source.inferred_parts:
        return _in_words(source.published_parts, language) or source.published_as
    text, mark = _in_words(source.inferred_parts, language), source.published_as[-1]
    if mark in "~%":
        text = language.gettext("about %(date)s", date=text)
    return language.gettext("perhaps %(date)s", date=text) if mark in "?%" else text


def _in_words(parts: tuple[int, ...], language: Language) -> str:
    """A day, month or year in words; "" if it is not known."""
    match parts:
        case (year, month, day):
            return language.day(date(year, month, day))
        case (year, month):
            return language.month(date(year, month, 1))
    return " ".join(map(str, parts))


def byline(source: Source) -> str:
    """The authors as written in the event file, without the publisher and without a final full stop.

    >>> byline(Source("https://example.org/a", "Agency", author=("Doe, Jane", "Roe, Al, Jr.", "Agency")))
    'Doe, Jane; Roe, Al, Jr'
    """
    return "; ".join(name for name in source.author if name != source.publisher).removesuffix(".")


def place_in_source(source: Source, language: Language) -> str:
    """The page or the moment that is cited; "" if none is given.

    >>> place_in_source(Source("https://example.org/a", "Example News", at=3723), ENGLISH)
    'at 1:02:03'
    """
    if source.page:
        return language.gettext("page %(number)s", number=source.page)
    if source.at is None:
        return ""
    minutes, seconds = divmod(source.at, 60)
    hours, minutes = divmod(minutes, 60)
    time = f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"
    return language.gettext("at %(time)s", time=time)


def published_by(source: Source, language: Language) -> str:
    """The publisher, and where the text comes from if that is not the publisher.

    >>> published_by(Source("https://example.org/a", "Example News", origin="Reuters"), ENGLISH)
    'Example News (text from Reuters)'
    """
    origin = source.origin and language.gettext("text from %(origin)s", origin=source.origin)
    return f"{source.publisher} ({origin})" if origin else source.publisher


def event_clock(event: Event, language: Language = ENGLISH) -> str:
    """The clock time, or "", with its zone where the timeline has several."""
    return clock_in_words(event.when, _zone(event, language))


def event_date(event: Event, language: Language = ENGLISH) -> str:
    """The date, with the clock time if there is one, and with its zone where the timeline has several."""
    return date_and_clock(event.when, language, _zone(event, language))


def _zone(event: Event, language: Language) -> str:
    return _zone_at(event, event.when.zone, language) if event.names_zone else ""


def _zone_at(event: Event, zone: str, language: Language) -> str:
    """The zone in words, named after the place of the event if that is in it."""
    place = event.places[0].name if event.places and event.places[0].zone == zone else ""
    return zone_in_words(zone, language, place)


def axis_clock(timeline: Timeline, language: Language) -> str:
    """By whose clocks the axis of the chart goes; "" if that is not known.

    It is named after the first event with a clock time in that zone.
    """
    if not timeline.clock:
        return ""
    timed = [
        event for event in timeline.events if event.when.start.clock and event.when.zone == timeline.clock
    ]
    return (
        _zone_at(timed[0], timeline.clock, language) if timed else zone_in_words(timeline.clock, language)
    )


def axis_note(timeline: Timeline, language: Language) -> str:
    """A line for an axis that shows hours; "" if its clock is not known."""
    zone = axis_clock(timeline, language)
    return language.gettext("Axis: %(zone)s.", zone=zone) if zone else ""


def status_in_words(event: Event, language: Language) -> str:
    """The status in words; "" for an event that was held, which needs none."""
    return "" if event.is_held else language.gettext(event.status)


def date_and_status(event: Event, language: Language) -> str:
    """The date with clock time and status, with a capital letter as a line of its own.

    >>> from timeline.model import Moment, When
    >>> talks = Event(id="talks", title="Talks", label="Talks", when=When(Moment.day(date(2025, 2, 17))),
    ...     track="Europe", sources=(), status="postponed")
    >>> date_and_status(talks, ENGLISH).replace("\\xa0", " ")
    '17 February 2025 (postponed)'
    """
    status = status_in_words(event, language)
    return capitalised(event_date(event, language) + (f" ({status})" if status else ""))


def capitalised(text: str) -> str:
    """The text with its first letter in upper case.

    >>> capitalised("late February 2025")
    'Late February 2025'
    """
    return text[:1].upper() + text[1:]


def place_of(event: Event, language: Language) -> str:
    """Venue and places as one text; "" if the event has neither."""
    return language.gettext(", ").join(
        part for part in (event.venue, " – ".join(place.name for place in event.places)) if part
    )


def accessible_name(event: Event, language: Language = ENGLISH) -> str:
    """What a screen reader reads for an event in a drawing: its label, track, date, status and source."""
    status = status_in_words(event, language)
    return language.gettext(
        "%(label)s. %(track)s. %(date)s. Source: %(publisher)s",
        label=event.label,
        track=event.track,
        date=language.gettext(", ").join(filter(None, (event_date(event, language), status))),
        publisher=event.sources[0].publisher,
    )


def totals(timeline: Timeline, language: Language) -> str:
    """The numbers of events, documents and independent origins.

    >>> totals(Timeline(title="Empty", events=(), tracks=()), ENGLISH)
    '0 events, 0 sources, 0 independent'
    """
    events = language.ngettext("%(num)s event", "%(num)s events", len(timeline.events))
    return language.gettext(", ").join([events, source_totals(timeline.sources, language)])


def source_totals(sources: Sequence[Source], language: Language) -> str:
    """The number of documents, and how many of them have independent origins.

    >>> copies = [Source(f"https://example.org/{each}", "Example News", origin="AP") for each in "ab"]
    >>> source_totals(copies, ENGLISH)
    '2 sources, 1 independent'
    """
    counts = (
        language.ngettext("%(num)s source", "%(num)s sources", documents(sources)),
        language.ngettext("%(num)s independent", "%(num)s independent", len(origins(sources))),
    )
    return language.gettext(", ").join(counts)


def kind_in_words(source: Source, language: Language) -> str:
    """What kind of publisher it is; "" for the press, of which readers expect it.

    >>> kind_in_words(Source("https://example.org/a", "Example News", kind="state-media"), ENGLISH)
    'state media'
    """
    return "" if source.kind in {"", "press"} else language.gettext(source.kind.replace("-", " "))


def count_of(number: int, noun: str, plural: str = "") -> str:
    """A number with its English noun in the singular or plural.

    >>> count_of(1, "event"), count_of(38, "event"), count_of(2, "summary", "summaries")
    ('1 event', '38 events', '2 summaries')
    """
    return f"{number:,} {noun if number == 1 else plural or f'{noun}s'}"

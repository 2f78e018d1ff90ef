"""An event's sources, all but what their words of date come to."""

from __future__ import annotations

from datetime import date

from timeline.dates import resolve
from timeline.model import Person, Source
from timeline.normalise.faults import Faults
from timeline.normalise.format import EventRecord
from timeline.normalise.names import Names
from timeline.normalise.shape import Entry
from timeline.normalise.words import any_of, quoted
from timeline.problems import Location


def sources_of(
    entry: Entry[EventRecord], language: str, people: Names[Person], faults: Faults
) -> tuple[Source, ...]:
    """The sources of an event; ``language`` is that of sources which name none."""
    _note_same_address(entry, faults)
    return tuple(
        _source(entry, number, language, people, faults) for number in range(len(entry.record.sources))
    )


def family(language: str) -> str:
    """The language of a tag without its region or script.

    >>> family("en-GB")
    'en'
    """
    return language.split("-", 1)[0].lower()


def _note_same_address(entry: Entry[EventRecord], faults: Faults) -> None:
    """Note each address that stands twice among an event's sources."""
    seen: set[str] = set()
    for number, source in enumerate(entry.record.sources):
        if source.url and source.url in seen:
            at = entry.at("sources", number, "url")
            faults.add(
                at, "W006", f"the address {quoted(source.url)} stands twice", "name each source once"
            )
        seen.add(source.url)


def _source(
    entry: Entry[EventRecord], number: int, language: str, people: Names[Person], faults: Faults
) -> Source:
    """One source."""
    record = entry.record.sources[number]
    language = record.language or language
    days = {
        name: _day(name, text, language, entry.at("sources", number, name), faults)
        for name, text in (("published", record.published), ("accessed", record.accessed))
    }
    speaker = record.speaker and people.find(record.speaker, entry.at("sources", number, "speaker")).name
    return Source(
        url=record.url,
        publisher=record.publisher,
        title=record.title,
        published=days["published"],
        accessed=days["accessed"],
        archived=record.archived,
        language=language,
        kind=record.kind,
        says=record.says,
        says_language=record.says_language,
        quote=record.quote,
        speaker=speaker,
    )


def _day(name: str, text: str, language: str, at: Location, faults: Faults) -> date | None:
    """A day of publication or access: words that leave exactly one day."""
    if not text:
        return None
    found = resolve(text, language=family(language))
    days = [each for each in found.readings if each.is_exact and each.first == each.last]
    if len(found.readings) == len(days) == 1:
        return days[0].first
    why = f": {found.reason}" if found.reason else f" is {any_of(found.readings)}, not one day"
    faults.add(at, "E015", f"{name} {quoted(text)}{why}", f"{name}: 2025-02-17")
    return None

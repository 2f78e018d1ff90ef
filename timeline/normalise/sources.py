"""An event's sources, all but what their words of date come to."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial

from timeline.dates import published_day
from timeline.dates.nearest import NeedsPublished
from timeline.model import Person, Resolution, Source, When
from timeline.model.problems import Location
from timeline.normalise.date_settings import DateSettings, Resolver
from timeline.normalise.faults import Faults
from timeline.normalise.format import EventRecord
from timeline.normalise.format.urls import misleading_host
from timeline.normalise.format.validation import ValidatedRecord
from timeline.normalise.people_places import Names
from timeline.normalise.text import any_of, quoted


@dataclass(frozen=True)
class Publication:
    """When a source appeared. ``words`` are those of the day where they are not the day itself, or
    "2025-02" where only the month is known, "2025" where only the year is.

    Without a ``day``, ``lack`` says why and what to write; ``is_faulty`` when that has been noted.
    """

    day: date | None = None
    words: str = ""
    lack: Resolution | None = None
    is_faulty: bool = False


@dataclass(frozen=True)
class SourceDraft:
    """A source with what its words of date hang on."""

    source: Source
    appeared: Publication


#: The reason why relative words are refused when there is no day that they count from.
NEEDS_PUBLISHED = NeedsPublished().reason


def draft_sources(
    entry: ValidatedRecord[EventRecord], settings: DateSettings, people: Names[Person], faults: Faults
) -> tuple[SourceDraft, ...]:
    """The sources of an event."""
    _note_same_address(entry, faults)
    _note_misleading_hosts(entry, faults)
    return tuple(
        _source(entry, number, settings, people, faults) for number in range(len(entry.record.sources))
    )


def _note_same_address(entry: ValidatedRecord[EventRecord], faults: Faults) -> None:
    """Note each address that stands twice among an event's sources."""
    seen: set[str] = set()
    for number, source in enumerate(entry.record.sources):
        if source.url and source.url in seen:
            at = entry.at("sources", number, "url")
            faults.add(
                at, "W006", f"the address {quoted(source.url)} stands twice", "name each source once"
            )
        seen.add(source.url)


def _note_misleading_hosts(entry: ValidatedRecord[EventRecord], faults: Faults) -> None:
    """Note each address that may pass itself off as another."""
    for number, source in enumerate(entry.record.sources):
        for name, address in (("url", source.url), ("archived", source.archived)):
            known_as = misleading_host(address)
            if known_as:
                message = f"{name} {quoted(address)} may pass for another; its host is {known_as}"
                faults.add(
                    entry.at("sources", number, name), "W008", message, "make sure that it is the one meant"
                )


def _source(
    entry: ValidatedRecord[EventRecord],
    number: int,
    settings: DateSettings,
    people: Names[Person],
    faults: Faults,
) -> SourceDraft:
    """One source."""
    record = entry.record.sources[number]
    ask = settings.resolver(record.language, zone=record.zone)
    looked = _looked(record.accessed, ask, entry.at("sources", number, "accessed"), faults)
    count = settings.resolver(record.language, published_day, zone=record.zone)
    at = entry.at("sources", number, "published")
    appeared = _appeared(record.published, ask, partial(count, accessed=_instant(looked)), at, faults)
    speaker = record.speaker and people.find(record.speaker, entry.at("sources", number, "speaker")).name
    source = Source(
        url=record.url,
        publisher=record.publisher,
        title=record.title,
        author=record.author,
        published=appeared.day,
        accessed=looked.first if looked else None,
        archived=record.archived,
        language=record.language or settings.language,
        kind=record.kind,
        says=record.says,
        says_language=record.says_language,
        quote=record.quote,
        speaker=speaker,
    )
    return SourceDraft(source, appeared)


def _looked(text: str, ask: Resolver, at: Location, faults: Faults) -> When | None:
    """The day of access, with its clock time where that is told."""
    found = ask(text)
    if text and not _one_day(found):
        _note("accessed", found, at, faults)
    return found.readings[0] if _one_day(found) else None


def _instant(looked: When | None) -> date | None:
    """The day of access, or the very minute."""
    if looked is None:
        return None
    clock = looked.start.clock
    return datetime.combine(looked.first, clock) if clock else looked.first


def _appeared(text: str, ask: Resolver, count: Resolver, at: Location, faults: Faults) -> Publication:
    """The day of publication, as ``ask`` reads it or, where it is relative, as ``count`` does."""
    found = ask(text)
    if not text or _one_day(found):
        return Publication(found.readings[0].first if text else None)
    if (vague := _month_or_year(found)) is not None:
        reason = f"published {quoted(text)} is not one day"
        return Publication(None, vague.edtf, Resolution(text, (), reason, "published with its day"))
    if found.reason != NEEDS_PUBLISHED:
        _note("published", found, at, faults)
        return Publication(is_faulty=True)
    found = count(text)
    if _one_day(found):
        return Publication(found.readings[0].first, text)
    if found.reason == NEEDS_PUBLISHED:
        reason = f"published {quoted(text)} counts from accessed, which is missing"
        hint = "accessed: 2025-02-17T09:30"
    else:
        reason, hint = f"published {quoted(text)}{_why_not(found)}", "accessed with the time, and zone"
    return Publication(None, text, Resolution(text, (), reason, hint))


def _one_day(found: Resolution) -> bool:
    return len(found.readings) == 1 and found.readings[0].is_one_day


def _month_or_year(found: Resolution) -> When | None:
    """The reading, if it is the only one and a plain month or year."""
    match found.readings:
        case [When() as when] if re.fullmatch(r"\d{4}(-(0[1-9]|1[0-2]))?", when.edtf):
            return when
    return None


def _note(name: str, found: Resolution, at: Location, faults: Faults) -> None:
    faults.add(at, "E015", f"{name} {quoted(found.text)}{_why_not(found)}", f"{name}: 2025-02-17")


def _why_not(found: Resolution) -> str:
    """Why words are not one day, after the words."""
    if not found.readings:
        return f": {found.reason}"
    return f" is {any_of(found.readings)}, not one day"

"""Builds an event's sources, except the dates they state."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from timeline.dates.nearest import NeedsPublished
from timeline.model import Person, Resolution, Source, When
from timeline.model.problems import Location
from timeline.normalise.date_settings import DateSettings, Resolver
from timeline.normalise.faults import Faults
from timeline.normalise.format import EventRecord
from timeline.normalise.format.validation import ValidatedRecord
from timeline.normalise.shared_files.people_places import Names
from timeline.normalise.sourcing.addresses import warn_of_hosts, warn_same_address
from timeline.normalise.sourcing.mementos import warn_of_copies
from timeline.normalise.text import any_of, quoted


@dataclass(frozen=True)
class Publication:
    """When a source was published. ``words`` is the date as written if that is not a day, or "2025-02" if
    only the month is known, "2025" if only the year is; with "~", "?" or "%" if it is inferred.

    ``about`` is the day if that is only inferred. Without ``day`` and ``about``, ``refusal`` says why and
    what to write; ``is_faulty``: the fault has been reported.
    """

    day: date | None = None
    words: str = ""
    about: date | None = None
    refusal: Resolution | None = None
    is_faulty: bool = False


@dataclass(frozen=True)
class SourceDraft:
    """A source without its dates, and the publication date that relative ones are counted from."""

    source: Source
    publication: Publication


#: The reason why a relative date is refused if there is no day from which to count.
NEEDS_PUBLISHED = NeedsPublished().reason


def draft_sources(
    entry: ValidatedRecord[EventRecord], settings: DateSettings, people: Names[Person], faults: Faults
) -> tuple[SourceDraft, ...]:
    """The sources of an event."""
    warn_same_address(entry, faults)
    warn_of_hosts(entry, faults)
    return tuple(
        _source(entry, number, settings, people, faults) for number in range(len(entry.record.sources))
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
    resolve = settings.resolver(record.language, zone=record.zone)
    accessed_at = _accessed(record.accessed, resolve, entry.at("sources", number, "accessed"), faults)
    count_back = settings.publication_resolver(
        record.language, zone=record.zone, accessed=_instant(accessed_at)
    )
    at = entry.at("sources", number, "published")
    publication = _publication(record.published, resolve, count_back, at, faults)
    warn_of_copies(entry, number, publication.day, faults)
    speaker = record.speaker and people.find(record.speaker, entry.at("sources", number, "speaker")).name
    source = Source(
        url=record.url,
        publisher=record.publisher,
        origin=record.origin,
        title=record.title,
        author=record.author,
        published=publication.day,
        accessed=_day(accessed_at) if accessed_at else None,
        archived=next(iter(record.archived), ""),
        also_archived=record.archived[1:],
        unarchivable=record.unarchivable,
        language=record.language or settings.language,
        kind=record.kind,
        says=record.says,
        says_language=record.says_language,
        quote=record.quote,
        speaker=speaker,
        page=int(record.page) if record.page else None,
        at=_seconds(record.at) if record.at else None,
    )
    return SourceDraft(source, publication)


def _seconds(text: str) -> int:
    """Seconds from the beginning of a recording.

    >>> _seconds("83"), _seconds("1:23"), _seconds("1:02:03")
    (83, 83, 3723)
    """
    return sum(int(part) * 60**power for power, part in enumerate(reversed(text.split(":"))))


def _accessed(text: str, resolve: Resolver, at: Location, faults: Faults) -> When | None:
    """The day of access, with its clock time if that is stated."""
    found = resolve(text)
    if text and not _one_day(found):
        _note("accessed", found, at, faults)
    return found.readings[0] if _one_day(found) else None


def _instant(accessed_at: When | None) -> date | None:
    """The day of access, or the minute if that is known."""
    if accessed_at is None:
        return None
    return accessed_at.start.local or _day(accessed_at)


def _publication(
    text: str, resolve: Resolver, count_back: Callable[[str], Resolution], at: Location, faults: Faults
) -> Publication:
    """The day of publication, as ``resolve`` reads it or, if it is relative, as ``count_back`` does."""
    found = resolve(text)
    if not text or _one_day(found):
        return Publication(_day(found.readings[0]) if text else None)
    if (vague := _as_known(found)) is not None:
        return _vague_publication(text, vague)
    if found.reason != NEEDS_PUBLISHED:
        _note("published", found, at, faults)
        return Publication(is_faulty=True)
    found = count_back(text)
    if _one_day(found):
        return Publication(_day(found.readings[0]), text)
    if found.is_contradiction:
        _note("published", found, at, faults)
        return Publication(is_faulty=True)
    if found.reason == NEEDS_PUBLISHED:
        reason = f"published {quoted(text)} counts from accessed, which is missing"
        hint = "accessed: 2025-02-17T09:30"
    else:
        reason, hint = f"published {quoted(text)}{_why_not(found)}", "accessed with the time, and zone"
    return Publication(words=text, refusal=Resolution(text, (), reason, hint))


def _vague_publication(text: str, when: When) -> Publication:
    """An inferred day, or only a month or year, from which nothing can be counted."""
    if when.first == when.last:
        return Publication(words=when.edtf, about=_day(when))
    reason = f"published {quoted(text)} is not one day"
    return Publication(words=when.edtf, refusal=Resolution(text, (), reason, "published with its day"))


def _one_day(found: Resolution) -> bool:
    """Whether it is read as one day, of a year in which there may be sources."""
    return len(found.readings) == 1 and found.readings[0].is_one_day and _day(found.readings[0]) is not None


def _day(when: When) -> date | None:
    return when.first if isinstance(when.first, date) else None


def _as_known(found: Resolution) -> When | None:
    """The reading, if it is the only one and a plain month or year, or an inferred day, month or year."""
    match found.readings:
        case [When() as when] if re.fullmatch(r"\d{4}(-(0[1-9]|1[0-2])(-\d\d)?)?[~?%]?", when.edtf):
            return when
    return None


def _note(name: str, found: Resolution, at: Location, faults: Faults) -> None:
    faults.add(at, "E015", f"{name} {quoted(found.text)}{_why_not(found)}", f"{name}: 2025-02-17")


def _why_not(found: Resolution) -> str:
    """Why a date is not one day; the message continues after the quoted date."""
    if not found.readings:
        return f": {found.reason}"
    return f" is {any_of(found.readings)}, not one day"

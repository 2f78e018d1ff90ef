"""Event -> its row: the plain values of every column."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, time
from typing import Any

from timeline.model import Event, Moment, Source, When
from timeline.model.sources.origins import origins
from timeline.render.data.fields import EventRow, SourceRow

#: Stands between several texts in one cell.
SEPARATOR = " | "


def event_row(event: Event) -> EventRow:
    """The cells of one event, by column. They are not validated again: the event has been."""
    when = event.when
    place = event.places[0] if event.places else None
    return EventRow.model_construct(
        id=event.id,
        title=event.title,
        label=event.label,
        as_stated=when.words,
        edtf=when.edtf,
        start="" if when.lacks_start else when.first.isoformat(),
        end="" if when.lacks_end else when.last.isoformat(),
        clock=_clock(when),
        precision=str(when.precision),
        approximate=any(moment.approximate or moment.uncertain for moment in _moments(when)),
        calendar=when.start.calendar,
        rule=when.rule,
        zone=when.zone,
        track=event.track,
        kind=event.kind,
        status=event.status,
        key=event.key,
        note=event.note,
        draft=event.draft,
        place=SEPARATOR.join(place.name for place in event.places),
        venue=event.venue,
        country=place.country if place else "",
        latitude=place.latitude if place else None,
        longitude=place.longitude if place else None,
        participants=[person.name for person in event.participants],
        summary=event.summary,
        disputed=event.disputed,
        disputed_about=event.disputed_about,
        remark=event.remark,
        discussion=event.discussion,
        related=list(event.related),
        added=_plain(event.added),
        updated=_plain(event.updated),
        checked_by=event.checked.by if event.checked else "",
        checked_on=event.checked.on.isoformat() if event.checked else "",
        url=event.sources[0].url,
        publishers=list(dict.fromkeys(source.publisher for source in event.sources)),
        origins=list(origins(event.sources)),
        source_origins=_origins(event.sources),
        sources=[source_row(source) for source in event.sources],
    )


def _origins(sources: Sequence[Source]) -> list[str]:
    """The origin of each source; nothing if none has one."""
    found = [source.origin for source in sources]
    return found if any(found) else []


def source_row(source: Source) -> SourceRow:
    """Every field of a source as a plain value; without a reading it neither agrees nor differs."""
    values = {name: _plain(getattr(source, name)) for name in SourceRow.model_fields}
    return SourceRow.model_construct(**values if source.reading else values | {"agrees": None})


def _plain(value: object) -> Any:
    """A day in ISO, a reading in EDTF, several values as a list; any other value unchanged."""
    match value:
        case When():
            return value.edtf
        case date():
            return value.isoformat()
        case tuple():
            return [_plain(each) for each in value]
        case _:
            return value


def _time(clock: time) -> str:
    return f"{clock:%H:%M:%S}" if clock.second else f"{clock:%H:%M}"


def _moments(when: When) -> tuple[Moment, ...]:
    return (when.start, when.end) if when.end else (when.start,)


def _clock(when: When) -> str:
    """The clock times as in an event file's ``time`` field, each with its offset from UTC where the zone
    does not give it.
    """
    return "/".join(
        f"{_time(moment.clock)}{moment.offset_in_edtf(when.zone) if moment.offset is not None else ''}"
        for moment in _moments(when)
        if moment.clock
    )

"""Timeline -> an iCalendar feed (RFC 5545): every event, for the calendars of subscribers.

Written without a library, as it is little code: the bytes do not depend on a library's order of properties,
and the tests can read them with a library that did not write them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import MAXYEAR, MINYEAR, date
from uuid import NAMESPACE_URL, uuid5

from timeline.language import Language
from timeline.language.events import event_date, place_of, status_in_words
from timeline.model import Event, Moment, Timeline, When
from timeline.model.day import Day, plus
from timeline.model.seconds import parts
from timeline.typography.source_marks import without_marks

#: The greatest length of a line in octets, without its end (RFC 5545, 3.1).
_LINE = 75
#: Status of an event -> STATUS (3.8.1.11).
_STATUS = {
    "held": "CONFIRMED",
    "announced": "TENTATIVE",
    "postponed": "TENTATIVE",
    "cancelled": "CANCELLED",
}


def feed(timeline: Timeline) -> str:
    r"""The events as a calendar, its lines ended by CRLF and at most 75 octets long.

    Clock times are in UTC, so that no zone's rules are needed. Where the offset from UTC is not known, or
    the date is not exact, an event covers all the days that it may be on; the description begins with the
    date in words. Events do not mark anybody as busy (TRANSP).

    The UID of an event is made from ``base_url`` (or the title of the timeline) and its id, so it stays the
    same when its date, text or sources change. DTSTAMP is the last day on which one of its sources was
    published or accessed. A calendar has no days before the year 1: events that begin there are left out,
    and the description of the calendar says how many they are.

    >>> feed(Timeline(title="Empty", events=(), tracks=())).splitlines()[0]
    'BEGIN:VCALENDAR'
    """
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//timeline//timeline-events/1//EN",
        f"NAME:{_text(timeline.title)}",
        f"X-WR-CALNAME:{_text(timeline.title)}",
        *_left_out(timeline),
        *(line for event in timeline.events if _can_hold(event) for line in _event(timeline, event)),
        "END:VCALENDAR",
    ]
    return "".join(f"{_folded(line)}\r\n" for line in lines)


def _can_hold(event: Event) -> bool:
    """Whether a calendar has the days of the event: it has none before the year 1."""
    return isinstance(event.when.first, date)


def _left_out(timeline: Timeline) -> Iterator[str]:
    number = sum(not _can_hold(event) for event in timeline.events)
    if number:
        text = Language(timeline.language).ngettext(
            "Without %(num)s event before the year 1, which a calendar cannot hold.",
            "Without %(num)s events before the year 1, which a calendar cannot hold.",
            number,
        )
        yield f"DESCRIPTION:{_text(text)}"
        yield f"X-WR-CALDESC:{_text(text)}"


def _event(timeline: Timeline, event: Event) -> Iterator[str]:
    language = Language(timeline.language)
    yield "BEGIN:VEVENT"
    yield f"UID:{uuid5(NAMESPACE_URL, f'{timeline.base_url or timeline.title}#{event.id}')}"
    yield f"DTSTAMP:{_day(_last_seen(event))}T000000Z"
    yield from _dates(event.when)
    yield f"SUMMARY:{_text(event.title)}"
    yield f"DESCRIPTION:{_text(_description(event, language))}"
    if place := place_of(event, language):
        yield f"LOCATION:{_text(place)}"
    yield f"CATEGORIES:{_text(event.track)}"
    yield f"STATUS:{_STATUS[event.status]}"
    yield f"URL:{event.sources[0].url}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _dates(when: When) -> Iterator[str]:
    """Start and end: minutes in UTC where they are known, otherwise whole days, the end exclusive."""
    start, end = _minute(when.start, when.zone), _minute(when.end, when.zone)
    if start and (end or not when.end):
        yield f"DTSTART:{start}"
        if end > start:
            yield f"DTEND:{end}"
        return
    yield f"DTSTART;VALUE=DATE:{_day(when.first)}"
    if when.last < date.max:
        yield f"DTEND;VALUE=DATE:{_day(plus(when.last, 1))}"


def _description(event: Event, language: Language) -> str:
    """The date in words, the status, the summary, disputes, remarks, and every source with its address."""
    number = language.ngettext("%(num)s source", "%(num)s sources", len(event.sources))
    parts = (
        event_date(event, language),
        status_in_words(event, language),
        without_marks(event.summary),
        f"{language.gettext('Sources disagree.')} {event.disputed}" if event.disputed else "",
        event.remark,
        "\n".join([number, *(f"{source.publisher} {source.url}" for source in event.sources)]),
    )
    return "\n\n".join(part for part in parts if part)


def _last_seen(event: Event) -> Day:
    days = [day for source in event.sources for day in (source.published, source.accessed) if day]
    return max(days) if days else event.when.last


def _day(day: Day) -> str:
    return day.isoformat().replace("-", "")


def _minute(moment: Moment | None, zone: str) -> str:
    """A clock time in UTC; "" where its offset is not known, or it is in no year of four digits in UTC."""
    instant = moment.instant(zone) if moment else None
    if instant is None:
        return ""
    year, month, day, hour, minute, second = parts(instant)
    in_utc = f"{year:04}{month:02}{day:02}T{hour:02}{minute:02}{second:02}Z"
    return in_utc if MINYEAR <= year <= MAXYEAR else ""


def _text(text: str) -> str:
    r"""A value of type TEXT (3.3.11), escaped so that no character of it ends the value or the line.

    >>> _text("Talks; then,\nlunch\r\nBEGIN:VEVENT")
    'Talks\\; then\\,\\nlunch\\nBEGIN:VEVENT'
    """
    text = re.sub(r"\r\n?|[\x85\u2028\u2029]", "\n", text)
    text = re.sub(r"[\x00-\x08\x0b-\x1f\x7f]", " ", text)
    return re.sub(r"[\\;,]", r"\\\g<0>", text).replace("\n", r"\n")


def _folded(line: str) -> str:
    """The line folded into several, each but the first after a space; no character is split."""
    folded, length = [], 0
    for char in line:
        size = len(char.encode())
        if length + size > _LINE:
            folded.append("\r\n ")
            length = 1
        folded.append(char)
        length += size
    return "".join(folded)

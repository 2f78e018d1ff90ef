"""iCalendar (RFC 5545): the events, tasks and journal entries of a calendar.

Read here and not by a library: an import needs every property as it was written, and a calendar with one
faulty line is imported all the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import NamedTuple

from timeline.importing.dating import Stamp, span, stamp
from timeline.importing.draft import Draft, Reading, refuse
from timeline.importing.html_text import addresses
from timeline.importing.tables.rows import text
from timeline.model.zones import zone_names

_ENTRIES = {"VEVENT", "VTODO", "VJOURNAL"}
_NAME = re.compile(
    r"(?P<name>[A-Za-z0-9-]+)(?P<parameters>(?:;[^:\";]*(?:\"[^\"]*\"[^:\";]*)*)*):(?P<value>.*)", re.DOTALL
)
_PARAMETER = re.compile(r";([A-Za-z0-9-]+)=((?:\"[^\"]*\"|[^;\"])*)")
_DURATION = re.compile(
    r"\+?P(?:(?P<weeks>\d{1,4})W)?(?:(?P<days>\d{1,5})D)?"
    r"(?:T(?:(?P<hours>\d{1,4})H)?(?:(?P<minutes>\d{1,5})M)?(?:(?P<seconds>\d{1,6})S)?)?"
)


class Property(NamedTuple):
    """One line of a calendar."""

    name: str
    parameters: dict[str, str]
    value: str

    @property
    def text(self) -> str:
        """The value with its escapes undone."""
        return re.sub(r"\\(.)", lambda found: "\n" if found[1] in "nN" else found[1], self.value)


def read(path: str, source: str) -> Reading:
    """The entries of a calendar. A repeated one is one event, with its rule as a comment."""
    reading = Reading("iCalendar", "item")
    places: dict[str, dict[str, str]] = {}
    stack: list[str] = []
    entry: list[Property] = []
    for each in _properties(source):
        if each.name == "BEGIN":
            stack.append(each.value.strip().upper())
            if stack[-1] in _ENTRIES:
                entry = []
        elif each.name == "END":
            if stack and stack.pop() in _ENTRIES:
                reading.total += 1
                reading.drafts.append(_event(entry, f"item {reading.total}", places))
        elif any(name in _ENTRIES for name in stack):
            inner = "" if stack[-1] in _ENTRIES else f"{stack[-1]} "
            entry.append(each._replace(name=f"{inner}{each.name}"))
        elif each.name in {"X-WR-CALNAME", "NAME"} and "title" not in reading.frame:
            reading.frame["title"] = each.text
        elif each.name in {"X-WR-CALDESC", "DESCRIPTION"} and "standfirst" not in reading.frame:
            reading.frame["standfirst"] = each.text
        elif "VTIMEZONE" not in stack and each.name not in {"VERSION", "CALSCALE"}:
            reading.keep(each.name, each.text)
    if not reading.total:
        raise refuse(path, "E008", "the calendar has no events", "a calendar with at least one VEVENT")
    reading.places = list(places.values())
    return reading


def _properties(source: str) -> Iterator[Property]:
    """The lines, folded ones joined."""
    for line in re.sub(r"(?:\r\n|\r|\n)[ \t]", "", source).splitlines():
        found = _NAME.fullmatch(line.strip())
        if found:
            parameters = {
                name.upper(): value.replace('"', "")
                for name, value in _PARAMETER.findall(found["parameters"])
            }
            yield Property(found["name"].upper(), parameters, found["value"])
        elif line.strip():
            yield Property("line that cannot be read", {}, line)


def _event(properties: list[Property], where: str, places: dict[str, dict[str, str]]) -> Draft:
    draft = Draft(where)
    _date(draft, properties)
    location = ""
    for each in properties:
        match each.name:
            case "DTSTART" | "DTEND" | "DUE" | "DURATION":
                pass
            case "SUMMARY" if "title" not in draft.fields:
                text(draft, "title", "SUMMARY", each.text)
            case "DESCRIPTION" if "summary" not in draft.fields:
                text(draft, "summary", "DESCRIPTION", each.text)
            case "LOCATION" if "place" not in draft.fields:
                location = " ".join(each.text.split())
                draft.put("place", location)
            case "CATEGORIES" if "track" not in draft.fields:
                first, *others = [part.strip() for part in re.split(r"(?<!\\),", each.value)]
                draft.put("track", each._replace(value=first).text)
                draft.keep("CATEGORIES", each._replace(value=", ".join(others)).text)
            case "STATUS" if each.value.upper() == "CANCELLED":
                draft.put("status", "cancelled")
            case "STATUS" if each.value.upper() == "CONFIRMED":
                pass
            case "ATTENDEE" if "CN" in each.parameters:
                names = draft.fields.setdefault("participants", [])
                if isinstance(names, list) and each.parameters["CN"] not in names:
                    names.append(each.parameters["CN"])
                draft.keep("ATTENDEE", each.value)
            case _:
                draft.keep(each.name, each.text)
                for address in addresses(each.text):
                    draft.link(address, each.name)
    _place(location, next((each.value for each in properties if each.name == "GEO"), ""), places)
    return draft


def _place(name: str, geo: str, places: dict[str, dict[str, str]]) -> None:
    """Note the coordinates of a place that has a name. All places are listed once one is."""
    found = re.fullmatch(r"\s*(-?\d{1,2}(?:\.\d+)?)\s*;\s*(-?\d{1,3}(?:\.\d+)?)\s*", geo)
    if name and found:
        places[name] = {"name": name, "coordinates": f"{found[1]}, {found[2]}"}


def _date(draft: Draft, properties: list[Property]) -> None:
    """Start and end: the end of whole days is the day after the last."""
    by_name = {each.name: each for each in reversed(properties)}
    first, last, length = (by_name.get(name) for name in ("DTSTART", "DTEND", "DURATION"))
    last = last or by_name.get("DUE")
    start = _stamp(first)
    end = _stamp(last)
    is_day = first is not None and re.fullmatch(r"\d{8}", first.value.strip()) is not None
    if last is not None and re.fullmatch(r"\d{8}", last.value.strip()) and last.name == "DTEND":
        end = Stamp(_day_before(end.date))
        end = Stamp("") if end.date < start.date else end
    elif last is None and length is not None:
        end = _after(first, length.value.strip()) if first else Stamp("")
        if not end.date:
            draft.keep("DURATION", length.value)
        elif is_day:
            end = Stamp(_day_before(end.date))
    joined = span(start, end)
    draft.put("date", joined.date)
    draft.put("time", joined.time)
    draft.keep("date, as it was" if joined.date else "date", joined.rest)
    zone = (first or last or Property("", {}, "")).parameters.get("TZID", "")
    if zone in zone_names() and joined.time:
        draft.put("zone", zone)
    elif zone:
        draft.keep("TZID", zone)


def _stamp(written: Property | None) -> Stamp:
    """
    >>> _stamp(Property("DTSTART", {}, "20250217T160000Z")).date
    '2025-02-17T16:00Z'
    >>> _stamp(Property("DTSTART", {"TZID": "Europe/Paris"}, "20250217T160000"))
    Stamp(date='2025-02-17', time='16:00', rest='')
    """
    if written is None:
        return Stamp("")
    found = re.fullmatch(r"(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)?(Z?))?", written.value.strip())
    if not found:
        return stamp(written.text)
    year, month, day, hour, minute, second, utc = found.groups()
    if hour is None:
        return Stamp(f"{year}-{month}-{day}")
    time = f"{hour}:{minute}" + (f":{second}" if second and second != "00" else "")
    return Stamp(f"{year}-{month}-{day}T{time}Z") if utc else Stamp(f"{year}-{month}-{day}", time)


def _day_before(day: str) -> str:
    try:
        return (date.fromisoformat(day) - timedelta(1)).isoformat()
    except (ValueError, OverflowError):
        return day


def _after(first: Property, length: str) -> Stamp:
    """The time that comes ``length`` after another; nothing if either cannot be read."""
    found = _DURATION.fullmatch(length)
    try:
        start = datetime.fromisoformat(first.value.strip().removesuffix("Z"))
        parts = {name: int(value) for name, value in found.groupdict().items() if value} if found else {}
        end = start + timedelta(**parts)
    except (ValueError, OverflowError):
        return Stamp("")
    if not parts:
        return Stamp("")
    is_day = "T" not in first.value
    written = (
        f"{end:%Y%m%d}"
        if is_day
        else f"{end:%Y%m%dT%H%M%S}{'Z' if first.value.strip().endswith('Z') else ''}"
    )
    return _stamp(first._replace(value=written.zfill(8)))

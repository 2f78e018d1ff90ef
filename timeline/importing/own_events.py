"""What our events.csv and events.json share: how a settled date and places are written again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from timeline.importing.draft import Draft
from timeline.model.zones import zone_names

#: The columns of `OwnDate`, in its order.
DATE_COLUMNS = ("as_stated", "edtf", "clock", "zone", "calendar")


class OwnDate(NamedTuple):
    """The cells about the date of an event."""

    words: str
    edtf: str
    clock: str
    zone: str
    calendar: str


def put_date(draft: Draft, date: OwnDate, language: str) -> None:
    """The date as its author wrote it where those words alone give it, else in EDTF, which is exact."""
    from timeline.dates import resolve

    zone = date.zone if date.zone in zone_names() else ""
    found = resolve(date.words, zone=zone, language=language or "en").readings if date.words else ()
    read = found[0].edtf if len(found) == 1 and not date.calendar else ""
    if read and read == date.edtf:
        draft.put("date", date.words)
    elif read and read == _days(date.edtf) and re.fullmatch(r"[\d:]+(/[\d:]+)?", date.clock):
        draft.put("date", date.words)
        draft.put("time", date.clock)
    else:
        draft.put("date", date.edtf or date.words)
        draft.keep("date, as it was stated", date.words if date.words != date.edtf and date.edtf else "")
        draft.keep("calendar in which it was stated", date.calendar)
    draft.put("zone", zone)
    draft.keep("zone", "" if zone else date.zone)


class SheetDate(NamedTuple):
    """The cells about a date in a row of a workbook, by the names of their columns."""

    as_stated: str
    date: str
    time: str
    zone: str


def put_sheet_date(draft: Draft, cells: SheetDate, language: str) -> None:
    """The date of a row of a workbook: in its author's words, unless somebody has changed it since."""
    from timeline.dates import resolve

    words, date, time, zone = cells
    known_zone = zone if zone in zone_names() else ""
    found = resolve(words, zone=known_zone, language=language or "en").readings if words else ()
    read = found[0].edtf if len(found) == 1 else ""
    clocks = "/".join(re.findall(r"T(\d\d:\d\d(?::\d\d)?)", re.sub(r"(T\d\d:\d\d):00", r"\1", read)))
    if read and date in {read, _days(read)} and clocks in {"", time}:
        draft.put("date", words)
        draft.put("time", "" if clocks else time)
    else:
        draft.put("date", date)
        draft.put("time", time)
        draft.keep("date, as it was stated", words if words != date else "")
    draft.put("zone", known_zone)
    draft.keep("zone", "" if known_zone else zone)


def put_checked(draft: Draft, by: str, on: str) -> None:
    """Who has checked the event, and when."""
    draft.put("checked", {"by": by, "on": on} if by and on else "")
    draft.keep("checked", "" if by and on else by or on)


def _days(edtf: str) -> str:
    """The days of a date without their clock times.

    >>> _days("2025-02-17T16:00:00+01:00"), _days("2025-02-17T16:00:00/2025-02-17T19:00:00")
    ('2025-02-17', '2025-02-17')
    """
    first, _, last = re.sub("T[^/]*", "", edtf).partition("/")
    return f"{first}/{last}" if last and last != first else first


def place_of(cell: str) -> list[str]:
    """The places of one cell."""
    return list(dict.fromkeys(part.strip() for part in cell.split(" | ") if part.strip()))


class OwnPlaces:
    """The entries of ``_places.yaml``, each place once: of the first place of an event more is known."""

    def __init__(self) -> None:
        self._by_name: dict[str, dict[str, str]] = {}

    def add(self, names: Sequence[str], country: str, latitude: str, longitude: str) -> None:
        """Note the places of an event, and what is known of the first."""
        for name in names:
            self._by_name.setdefault(name, {"name": name})
        if names:
            entry = self._by_name[names[0]]
            if country:
                entry["country"] = country
            if latitude and longitude:
                entry["coordinates"] = f"{latitude}, {longitude}"

    @property
    def entries(self) -> list[dict[str, str]]:
        """The list, or nothing if all that is known of any place is its name."""
        found = list(self._by_name.values())
        return found if any(len(each) > 1 for each in found) else []

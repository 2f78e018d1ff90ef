"""The zone of a clock time: an offset from UTC, an IANA name, or letters that mean one zone only."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from timeline.dates.moments import Refused

#: Letters that name one zone -> a place whose clocks show them. IST, CST, BST and EST name several.
LETTERS: dict[str, str] = {
    "wet": "Europe/Lisbon", "west": "Europe/Lisbon", "cet": "Europe/Paris", "cest": "Europe/Paris",
    "eet": "Europe/Kyiv", "eest": "Europe/Kyiv", "msk": "Europe/Moscow", "jst": "Asia/Tokyo",
}  # fmt: skip

_UTC_NAMES = frozenset({"z", "utc", "gmt"})
_OFFSET = re.compile(r"(?:utc|gmt)? ?(?P<sign>[+-])(?P<hours>\d{1,2})(?::?(?P<minutes>\d{2}))?")
_LARGEST, _MINUTES = timedelta(hours=14), 60
_HINT = "the offset from UTC, as in 16:00 +01:00, or the event's own `zone`"


def offset_of(zone: str, local: datetime) -> timedelta | None:
    """How far ``zone`` is ahead of UTC when its clocks show ``local`` (without tzinfo); None for "".

    Raises Refused for letters that mean several zones or none, for letters that the clocks do not show
    at that time of the year, and for a time that the clocks leap over or show twice.

    >>> offset_of("utc+5:30", datetime(2025, 2, 17, 16)), offset_of("Europe/Kyiv", datetime(2025, 7, 1))
    (datetime.timedelta(seconds=19800), datetime.timedelta(seconds=10800))
    """
    name = zone.lower()
    if not name:
        return None
    if name in _UTC_NAMES:
        return timedelta()
    written = _OFFSET.fullmatch(name)
    if written:
        return _offset(zone, written)
    place = LETTERS.get(name) or _by_name().get(name.replace(" ", "_").removesuffix("_time"))
    if place is None:
        raise Refused(f"{zone.upper()} names more than one time zone, or none", _HINT)
    if name in LETTERS:
        return _by_letters(name.upper(), place, local)
    return _at(place, local)


def _offset(zone: str, written: re.Match[str]) -> timedelta:
    hours, minutes = int(written["hours"]), int(written["minutes"] or 0)
    offset = timedelta(hours=hours, minutes=minutes)
    if offset > _LARGEST or minutes >= _MINUTES:
        raise Refused(f"there is no offset {zone}", "an offset from -12:00 to +14:00")
    return -offset if written["sign"] == "-" else offset


def _by_letters(letters: str, place: str, local: datetime) -> timedelta:
    """CET in July is a slip for CEST, or an hour off: nobody can tell."""
    for fold in (0, 1):
        there = local.replace(tzinfo=ZoneInfo(place), fold=fold)
        if there.tzname() == letters:
            return there.utcoffset() or timedelta()
    raise Refused(f"on {local:%Y-%m-%d} no clock shows {letters}", _HINT)


def _at(place: str, local: datetime) -> timedelta:
    there = local.replace(tzinfo=ZoneInfo(place))
    if there.astimezone(UTC).astimezone(ZoneInfo(place)).replace(tzinfo=None) != local:
        raise Refused(f"the clocks of {place} leap over {local:%H:%M} on {local:%Y-%m-%d}", _HINT)
    offset = there.utcoffset()
    if offset != there.replace(fold=1).utcoffset():
        raise Refused(f"the clocks of {place} show {local:%H:%M} twice on {local:%Y-%m-%d}", _HINT)
    return offset or timedelta()


@cache
def _by_name() -> dict[str, str]:
    """IANA names in small letters, and the city alone ("kyiv") where one zone only is named after it."""
    names = {name for name in available_timezones() if "/" in name and not name.startswith("Etc/")}
    cities: dict[str, set[str]] = {}
    for name in names:
        cities.setdefault(name.rpartition("/")[2].lower(), set()).add(name)
    alone = {city: min(found) for city, found in cities.items() if len(found) == 1}
    return alone | {name.lower(): name for name in names}

"""Abbreviations of time zones that several countries share: the country of the event decides.

EST, CST, BST and IST are each used by several countries. They are read by the zone of the event, by the
other zones of its country, or by the country of the source's language ("en-US"), as far as all of these
agree. ET, CT, MT and PT are the times of North America, whichever of summer and winter time is in use.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import cache
from importlib.resources import files

from timeline.dates.refused import Refused
from timeline.model.zones import zone_info

#: North American time without "standard" or "daylight" -> a zone that has it.
GENERIC: dict[str, str] = {
    "et": "America/New_York", "ct": "America/Chicago", "mt": "America/Denver", "pt": "America/Los_Angeles",
    "eastern time": "America/New_York", "central time": "America/Chicago",
    "mountain time": "America/Denver", "pacific time": "America/Los_Angeles",
}  # fmt: skip
#: Countries that may have an eastern or a central time of their own.
_OWN_EASTERN_TIME = frozenset({"AU", "BR", "CN", "ID"})
HINT = "the offset from UTC, as in 16:00 +01:00, or the event's own `zone`"
_WINTER_AND_SUMMER = (1, 7)


def generic(letters: str, zone: str, region: str) -> str | None:
    """The zone of ET, CT, MT or PT where the country is known and has no time of that name itself.

    >>> generic("et", "Europe/Kyiv", ""), generic("et", "", ""), generic("et", "Australia/Sydney", "")
    ('America/New_York', None, None)
    """
    countries = _countries(zone, region)
    known = bool(zone or countries)
    return GENERIC.get(letters) if known and not countries & _OWN_EASTERN_TIME else None


def shared(letters: str, local: datetime, zone: str, region: str) -> timedelta:
    """The offset of an abbreviation that several countries share, when clocks show ``local``.

    ``zone`` is the zone of the event, ``region`` the country of its language, in two capitals; "" if they
    are not known. Raises Refused where neither uses the abbreviation, or not on that day, or where they
    use it for different times.

    >>> shared("EST", datetime(2025, 2, 17, 16), "America/Chicago", "").total_seconds() / 3600
    -5.0
    >>> shared("IST", datetime(2025, 2, 17, 16), "Asia/Kolkata", "").total_seconds() / 3600
    5.5
    """
    own = _offset(letters, zone, local) if zone else None
    countries = _countries(zone, region)
    offsets = {own} if own is not None else _offsets(letters, local, _countries(zone, ""))
    offsets |= _offsets(letters, local, _countries("", region) - _countries(zone, ""))
    if len(offsets) == 1 and None not in offsets:
        return next(offset for offset in offsets if offset is not None)
    if not (zone or countries):
        raise Refused(f"{letters} names more than one time zone, or none", HINT)
    if None in offsets:
        raise Refused(f"on {local:%Y-%m-%d} no clock shows {letters}", HINT)
    where = " or ".join(filter(None, (zone, region)))
    number = "more than one time zone" if offsets else "no time zone"
    raise Refused(f"{letters} names {number} of the country of {where}", HINT)


def _offsets(letters: str, local: datetime, countries: frozenset[str]) -> set[timedelta | None]:
    """The offsets of the zones that use the abbreviation in that year; None for one that does not then.

    In July clocks in New York do not show EST, though those of a few Canadian towns do: what the words mean
    is not certain.
    """
    return {
        _offset(letters, place, local)
        for country in countries
        for place in _places().get(country, ())
        if any(
            _offset(letters, place, local.replace(month=month, day=15)) is not None
            for month in _WINTER_AND_SUMMER
        )
    }


def _offset(letters: str, place: str, local: datetime) -> timedelta | None:
    for fold in (0, 1):
        there = local.replace(tzinfo=zone_info(place), fold=fold)
        if there.tzname() == letters:
            return there.utcoffset()
    return None


def _countries(zone: str, region: str) -> frozenset[str]:
    """The countries of a zone and of a language, as far as tzdata has them."""
    of_zone = (country for country, places in _places().items() if zone in places)
    return frozenset({*of_zone, *({region} & _places().keys())})


@cache
def _places() -> dict[str, tuple[str, ...]]:
    """Country in two capitals -> its zones, by the table ``zone.tab`` of tzdata."""
    found: dict[str, list[str]] = {}
    for country, place in _rows():
        found.setdefault(country, []).append(place)
    return {country: tuple(places) for country, places in found.items()}


def _rows() -> Iterator[tuple[str, str]]:
    table = (files("tzdata") / "zoneinfo" / "zone.tab").read_text(encoding="utf-8")
    for line in table.splitlines():
        if line and not line.startswith("#"):
            country, _, place, *_ = line.split("\t")
            yield country, place

"""The zone of a clock time: an offset from UTC, an IANA name, or an abbreviation."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta
from functools import cache

from timeline.dates.refused import Refused
from timeline.dates.zones import letters
from timeline.dates.zones.letters import HINT
from timeline.model.when import Moment
from timeline.model.zones import zone_info, zone_names

#: Abbreviation of only one zone -> an IANA zone that uses it. Others are in `letters`.
LETTERS: dict[str, str] = {
    "wet": "Europe/Lisbon", "west": "Europe/Lisbon", "cet": "Europe/Paris", "cest": "Europe/Paris",
    "eet": "Europe/Kyiv", "eest": "Europe/Kyiv", "msk": "Europe/Moscow", "jst": "Asia/Tokyo",
}  # fmt: skip

#: Cities that newspapers name and tzdata does not -> their zone.
CAPITALS: dict[str, str] = {
    "ankara": "Europe/Istanbul", "beijing": "Asia/Shanghai", "geneva": "Europe/Zurich",
    "kiev": "Europe/Kyiv", "munich": "Europe/Berlin", "new delhi": "Asia/Kolkata",
    "tel aviv": "Asia/Jerusalem", "washington": "America/New_York", "washington dc": "America/New_York",
}  # fmt: skip
#: Names of other well-known places too. Those in parts of a country ("America/Indiana/Petersburg") count
#: as such.
_NAMESAKES = frozenset({"halifax", "jersey", "merida", "perth", "santiago"})
_CONTINENTS = frozenset({"Africa", "America", "Asia", "Australia", "Europe"})
_UTC_NAMES = frozenset({"z", "utc", "gmt"})
_OFFSET = re.compile(r"(?:utc|gmt)? ?(?P<sign>[+-])(?P<hours>\d{1,2})(?::?(?P<minutes>\d{2}))?")
_LARGEST, _MINUTES = timedelta(hours=14), 60
_HALF_A_MINUTE = timedelta(seconds=30)


def offsets_of(zone: str, local: datetime, event_zone: str = "", region: str = "") -> tuple[timedelta, ...]:
    """How far ``zone`` is ahead of UTC when its clocks show ``local`` (without tzinfo).

    An hour that occurs twice, in autumn, has two offsets, that of the earlier instant first. An
    abbreviation that several countries share is read by ``event_zone`` and ``region`` (`letters`).

    Raises Refused for an abbreviation that is unknown, ambiguous or not in use at that time of the year,
    and for a time that the clocks skip.

    >>> offsets_of("utc+5:30", datetime(2025, 2, 17, 16)), offsets_of("Europe/Kyiv", datetime(2025, 7, 1))
    ((datetime.timedelta(seconds=19800),), (datetime.timedelta(seconds=10800),))
    >>> [offset.seconds // 3600 for offset in offsets_of("Europe/Paris", datetime(2025, 10, 26, 2, 30))]
    [2, 1]
    """
    name = zone.lower()
    if name in _UTC_NAMES:
        return (timedelta(),)
    written = _OFFSET.fullmatch(name)
    if written:
        return (_offset(zone, written),)
    place = (
        LETTERS.get(name)
        or CAPITALS.get(name.removesuffix(" time"))
        or _by_name().get(name.replace(" ", "_").removesuffix("_time"))
        or letters.generic(name, event_zone, region)
    )
    if place is None:
        return (letters.shared(zone.upper(), local, event_zone, region),)
    if name in LETTERS:
        return (_by_letters(name.upper(), place, local),)
    return _at(place, local)


def by_the_clocks(instant: datetime, zone: str) -> Moment:
    """An aware ``instant`` in the local time of ``zone``; to the nearest minute where that is a mean time.

    >>> by_the_clocks(datetime(2025, 10, 26, 0, 30, tzinfo=UTC), "Europe/Paris").offset
    datetime.timedelta(seconds=7200)
    """
    local = instant.astimezone(zone_info(zone))
    if (local.utcoffset() or timedelta()) % timedelta(minutes=1):  # local mean time has seconds
        local = (instant + _HALF_A_MINUTE).astimezone(zone_info(zone)).replace(second=0)
    either = [to_the_minute(local.replace(fold=fold).utcoffset() or timedelta()) for fold in (0, 1)]
    offset = either[local.fold] if either[0] != either[1] else None
    return Moment.day(local.date(), time(local.hour, local.minute, local.second), offset)


def to_the_minute(offset: timedelta) -> timedelta:
    """An offset rounded to the minute: local mean times, used before standard zones, have seconds."""
    return timedelta(minutes=round(offset.total_seconds() / 60))


def _offset(zone: str, written: re.Match[str]) -> timedelta:
    hours, minutes = int(written["hours"]), int(written["minutes"] or 0)
    offset = timedelta(hours=hours, minutes=minutes)
    if offset > _LARGEST or minutes >= _MINUTES:
        raise Refused(f"there is no offset {zone}", "an offset from -12:00 to +14:00")
    return -offset if written["sign"] == "-" else offset


def _by_letters(letters: str, place: str, local: datetime) -> timedelta:
    """The offset of an abbreviation. CET in July is refused: CEST may be meant, or the time wrong."""
    for fold in (0, 1):
        there = local.replace(tzinfo=zone_info(place), fold=fold)
        if there.tzname() == letters:
            return there.utcoffset() or timedelta()
    raise Refused(f"on {local:%Y-%m-%d} no clock shows {letters}", HINT)


def _at(place: str, local: datetime) -> tuple[timedelta, ...]:
    there = local.replace(tzinfo=zone_info(place))
    if there.astimezone(UTC).astimezone(zone_info(place)).replace(tzinfo=None) != local:
        raise Refused(
            f"the clocks of {place} skip {local:%H:%M} on {local:%Y-%m-%d}", "the time on the clock"
        )
    both = (there.replace(fold=fold).utcoffset() or timedelta() for fold in (0, 1))
    return tuple(dict.fromkeys(both))


def city_zone(name: str) -> str | None:
    """The zone of a city, by its name in small letters, None for other words.

    >>> city_zone("washington"), city_zone("hong kong"), city_zone("march")
    ('America/New_York', 'Asia/Hong_Kong', None)
    """
    found = CAPITALS.get(name) or _by_name().get(name.replace(" ", "_"), "")
    area, *rest = found.split("/")
    return found if area in _CONTINENTS and len(rest) == 1 and name not in _NAMESAKES else None


def days_in(day: date, place: str, zone: str, hours: tuple[int, int] = (0, 23)) -> tuple[date, date]:
    """The first and the last day of ``zone`` that those hours of a day of ``place`` touch.

    Without a ``zone`` it is that day itself. The last hour is included.

    >>> [str(day) for day in days_in(date(2025, 2, 17), "America/New_York", "Europe/Kyiv")]
    ['2025-02-17', '2025-02-18']
    """
    if not zone:
        return day, day
    ends = (
        datetime.combine(day, clock, zone_info(place)).astimezone(zone_info(zone)).date()
        for clock in (time(hours[0]), time(hours[1], 59))
    )
    first, last = ends
    return first, last


@cache
def _by_name() -> dict[str, str]:
    """IANA names in lower case, and the city alone ("kyiv") if only one zone is named after it."""
    names = {name for name in zone_names() if "/" in name and not name.startswith("Etc/")}
    cities: dict[str, set[str]] = {}
    for name in names:
        cities.setdefault(name.rpartition("/")[2].lower(), set()).add(name)
    alone = {city: min(found) for city, found in cities.items() if len(found) == 1}
    return alone | {name.lower(): name for name in names}


def at_place(day: date, clock: time, written: str, zone: str, region: str = "") -> tuple[Moment, ...]:
    """That minute in the local time of ``zone``; two moments if the clock time occurs twice.

    ``written`` is the offset or zone written with the clock time, or "". The time is converted from it to
    ``zone``, which may change the day; without a ``zone`` it keeps its own offset. ``region`` is the
    country of the language, or "". Raises Refused for an unknown zone, for a time that the clocks skip, and
    for one that is outside the years 1 to 9999 in ``zone``.

    >>> at_place(date(2025, 2, 17), time(23, 30), "UTC", "Europe/Paris")[0].earliest
    datetime.date(2025, 2, 18)
    >>> len(at_place(date(2025, 10, 26), time(2, 30), "", "Europe/Paris"))
    2
    """
    if not (written or zone):
        return (Moment.day(day, clock),)
    local = datetime.combine(day, clock)
    offsets = offsets_of(written or zone, local, zone, region)
    if not zone:
        return tuple(Moment.day(day, clock, offset) for offset in offsets)
    instants = (local.replace(tzinfo=UTC) - offset for offset in offsets)
    try:
        return tuple(dict.fromkeys(by_the_clocks(instant, zone) for instant in instants))
    except OverflowError:
        raise Refused(*beyond_the_years(zone)) from None


def beyond_the_years(zone: str) -> tuple[str, str]:
    """The reason and the hint for a clock time whose day in ``zone`` is in the year 0 or 10000."""
    return f"by the clocks of {zone} it lies outside the years 1 to 9999", "the day without a clock time"

"""Clock times from zone to zone, by way of UTC."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from itertools import product
from zoneinfo import ZoneInfo

from timeline.model import Moment, When


def moved(when: When, zone: str) -> tuple[When, ...]:
    """``when`` by the clocks of ``zone``, which may change the day; a date without a clock time stays.

    Two readings where the clocks of its own zone show that time twice (the hour in autumn).

    >>> from datetime import date
    >>> stamp = When(Moment.day(date(2025, 2, 18), time(0, 57)), zone="Europe/Kyiv")
    >>> [each.edtf for each in moved(stamp, "Europe/Paris")]
    ['2025-02-17T23:57:00+01:00']
    """
    if not zone or not when.zone or zone == when.zone:
        return (when if when.zone else replace(when, zone=zone),)
    starts = later(when.start, when.zone, timedelta(), zone)
    ends = later(when.end, when.zone, timedelta(), zone) if when.end else (None,)
    return tuple(
        replace(when, start=start, end=end, zone=zone)
        for start, end in product(starts, ends)
        if end is None or start.earliest <= end.latest
    )


def later(moment: Moment, zone: str, passed: timedelta, to_zone: str) -> tuple[Moment, ...]:
    """``moment``, a clock time of ``zone``, after that much time and by the clocks of ``to_zone``."""
    if moment.clock is None:
        return (moment,)
    local = datetime.combine(moment.earliest, moment.clock, ZoneInfo(zone or "UTC"))
    found = (
        (local.replace(fold=fold).astimezone(UTC) + passed).astimezone(ZoneInfo(to_zone or zone or "UTC"))
        for fold in (0, 1)
    )
    return tuple(
        replace(moment, earliest=each.date(), latest=each.date(), clock=time(each.hour, each.minute))
        for each in dict.fromkeys(each.replace(tzinfo=None) for each in found)
    )

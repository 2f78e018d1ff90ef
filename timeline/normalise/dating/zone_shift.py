"""Converts clock times from one zone to another, by way of UTC."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, timedelta
from itertools import product

from timeline.dates.zones import by_the_clocks, to_the_minute
from timeline.model import Moment, When
from timeline.model.zones import zone_info


def in_zone(when: When, zone: str) -> tuple[When, ...]:
    """``when`` converted to ``zone``, which may change the day; a date without a clock time is unchanged.

    It is converted from its own offset or zone; if neither is known, it is taken as local time. Without a
    ``zone`` the result is that of `with_offset`. Two readings if a clock time occurs twice; none if the
    end would be before the start.

    >>> from datetime import date, time
    >>> stamp = When(Moment.day(date(2025, 2, 18), time(0, 57)), zone="Europe/Kyiv")
    >>> [each.edtf for each in in_zone(stamp, "Europe/Paris")]
    ['2025-02-17T23:57:00+01:00']
    """
    if not zone:
        return (with_offset(when),)
    if zone == when.zone:
        return (when,)
    starts = _moment_in_zone(when.start, when.zone, zone)
    ends = _moment_in_zone(when.end, when.zone, zone) if when.end else (None,)
    return tuple(
        replace(when, start=start, end=end, zone=zone)
        for start, end in product(starts, ends)
        if end is None or start.earliest <= end.latest
    )


def with_offset(when: When) -> When:
    """``when`` without a zone, its clock times as written, each with its offset; for an unknown event zone.

    >>> from datetime import date, time
    >>> with_offset(When(Moment.day(date(2025, 2, 18), time(0, 57)), zone="Europe/Kyiv")).edtf
    '2025-02-18T00:57:00+02:00'
    """
    if not when.zone:
        return when
    start, end = _with_offset(when.start, when.zone), when.end and _with_offset(when.end, when.zone)
    return replace(when, start=start, end=end, zone="")


def _with_offset(moment: Moment, zone: str) -> Moment:
    ahead = moment.ahead(zone)
    return replace(moment, offset=None if ahead is None else to_the_minute(ahead))


def _moment_in_zone(moment: Moment, zone: str, to_zone: str) -> tuple[Moment, ...]:
    is_known = zone or moment.offset is not None
    return shift_moment(moment, zone, timedelta(), to_zone) if is_known else (moment,)


def shift_moment(moment: Moment, zone: str, passed: timedelta, to_zone: str) -> tuple[Moment, ...]:
    """``moment``, a clock time of ``zone`` or its own offset, moved by ``passed`` and shown in ``to_zone``.

    Two results if the clocks of ``zone`` show it twice (an hour in autumn) and no offset determines which.
    """
    local = moment.local
    if local is None:
        return (moment,)
    to_zone = to_zone or zone
    if not to_zone:
        there = local + passed
        return (replace(moment, earliest=there.date(), latest=there.date(), clock=there.time()),)
    if moment.offset is not None:
        instants = [local.replace(tzinfo=UTC) - moment.offset]
    else:
        clocks = zone_info(zone or to_zone)
        instants = [local.replace(tzinfo=clocks, fold=fold).astimezone(UTC) for fold in (0, 1)]
    found = (by_the_clocks(instant + passed, to_zone) for instant in instants)
    return tuple(
        replace(
            each,
            approximate=moment.approximate,
            uncertain=moment.uncertain,
            calendar=moment.calendar,
        )
        for each in dict.fromkeys(found)
    )

"""One clock for all clock times: where each event stands on the axis and, by the same number, in the list.

An event with a clock time stands at its instant, by the clock of the whole timeline; one with a day only
stands on its local day. A clock time whose zone is unknown stands where its local clock says.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from functools import cache

from timeline.model.moment import Moment
from timeline.model.seconds import DAY, at_day
from timeline.model.when import When
from timeline.model.zones import zone_info

#: The instants (in seconds) between which `datetime` can look up the offset of a zone.
_FIRST, _LAST = 3 * DAY, at_day(date.max) - 3 * DAY


def common_zone(whens: Iterable[When]) -> str:
    """The IANA zone that most of the dates with a clock time share, the first of several; "" if none has.

    Clock times with nothing but an offset count as UTC.
    """
    zones = Counter(
        when.zone or "UTC" for when in whens if (clocked := _clocked(when)) and clocked.instant(when.zone)
    )
    return zones.most_common(1)[0][0] if zones else ""


def zones_of(whens: Iterable[When]) -> frozenset[str]:
    """The zones of the clock times; "" for one that is unknown, or of which only the offset is known."""
    return frozenset(when.zone for when in whens if _clocked(when))


def sort_key(when: When, zone: str) -> tuple[int, int]:
    """The order of dates: the position of the start on the axis, then the instant."""
    return position(when.start, when.zone, zone), when.start.instant(when.zone) or 0


def position(moment: Moment, own: str, zone: str) -> int:
    """When a moment begins, in seconds of the axis whose clock is that of ``zone`` ("": local clocks).

    >>> from datetime import date, time
    >>> noon = Moment.day(date(1970, 4, 17), time(12))
    >>> (position(noon, "America/Chicago", "UTC") - position(noon, "", "UTC")) // 3600
    6
    """
    known = moment.instant(own)
    if known is None or not zone:
        return at_day(moment.earliest, moment.clock)
    return _shown(known, zone)


def certain(moment: Moment, own: str, zone: str) -> range:
    """The seconds of the axis within which a moment begins for certain: its instant, else its days."""
    if moment.instant(own) is not None and zone:
        begin = position(moment, own, zone)
        return range(begin, begin + 1)
    return range(at_day(moment.earliest), (moment.latest.toordinal() + 1) * DAY)


def _clocked(when: When) -> Moment | None:
    return next((moment for moment in (when.start, when.end) if moment and moment.clock), None)


def _shown(known: int, zone: str) -> int:
    """What the clocks of ``zone`` show at an instant; never less than at an earlier one.

    An hour that clocks show twice, in autumn, is passed through once, at half the speed: what happens in it
    keeps its order, and nothing else is moved.
    """
    first, second = _offsets(known, zone)
    if first <= second:
        return known + _ahead(known, zone)
    length = first - second
    around = range(known - length, known + length)
    change = around.start + bisect_left(around, True, key=lambda at: _ahead(at, zone) == second)
    begin = change - length
    return begin + first + (known - begin) // 2


def _ahead(known: int, zone: str) -> int:
    return _seconds(_local(known, zone).utcoffset())


def _offsets(known: int, zone: str) -> tuple[int, int]:
    """The offsets of the first and the second time at which clocks show what they show at this instant."""
    local = _local(known, zone)
    first, second = (_seconds(local.replace(fold=fold).utcoffset()) for fold in (0, 1))
    return first, second


def _seconds(offset: timedelta | None) -> int:
    return int(offset.total_seconds()) if offset else 0


@cache
def _local(known: int, zone: str) -> datetime:
    """The instant by the clocks of ``zone``; outside the years of `datetime`, one at the edge of them."""
    within = min(max(known, _FIRST), _LAST)
    utc = datetime(1, 1, 1, tzinfo=UTC) + timedelta(seconds=within - DAY)
    return utc.astimezone(zone_info(zone))

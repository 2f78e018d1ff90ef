"""The date that a source, or the event itself, states, with every reading of it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from timeline.dates.nearest import NeedsPublished
from timeline.dates.zones import beyond_the_years
from timeline.model import Precision, Resolution, When
from timeline.model.problems import Location
from timeline.normalise.date_settings import Resolver
from timeline.normalise.dating.zone_shift import in_zone


@dataclass(frozen=True)
class DateClaim:
    """A date as written and its readings; ``ruled_out`` are readings that the source's tense excludes.

    ``farther`` are readings that only count where the event's date or another source is one of them: "20
    December", published on the 5th, hardly means that of the year before.

    Without a stated date, ``text`` is "" and ``found`` has no readings. ``publisher`` is the source's.
    ``day`` is the number of the day of the event that the source is about; 0 if it is not stated.
    ``calendar`` is "julian" if the event file writes its own date in that calendar.
    """

    text: str
    at: Location
    found: Resolution = field(default_factory=lambda: Resolution(""))
    ruled_out: tuple[When, ...] = ()
    publisher: str = ""
    day: int = 0
    farther: tuple[When, ...] = ()
    calendar: str = ""


def read_claim(
    text: str, at: Location, resolver: Resolver, *, tense: str = "", zone: str | None = None
) -> DateClaim:
    """The claim ``text`` with its readings in ``zone`` ("" if unknown; None leaves them as read)."""
    if not text:
        return DateClaim("", at)
    found = _convert(zone, resolver(text, tense=tense))
    farther = _added(found, _convert(zone, resolver(text, tense=tense, every=True)))
    if not tense:
        return DateClaim(text, at, found, farther=farther)
    return DateClaim(text, at, found, _added(found, _convert(zone, resolver(text))), farther=farther)


def read_own_date(text: str, at: Location, resolver: Resolver, calendar: str = "") -> DateClaim:
    """The date in an editor's field, where "2009-10" is EDTF: the month, not two years.

    There "2010-13" is refused, since it may be a wrong month. ``calendar`` is "julian" if it is written in
    that calendar.
    """
    claim = replace(read_claim(text, at, resolver), calendar=calendar)
    if claim.found.reason == NeedsPublished().reason:
        reason = "a date here needs its year"
        hint = "the whole date, as in 17 February 2025; words of a source belong in its `says`"
        return replace(claim, found=Resolution(text, (), reason, hint))
    in_edtf = tuple(each for each in claim.found.readings if each.rule != "two years")
    if claim.found.readings and not in_edtf:
        years = claim.found.readings[0].edtf_for(claim.calendar)
        refused = Resolution(text, (), "a second year needs its four digits here", f"date: {years}")
        return replace(claim, found=refused)
    if [each.precision for each in in_edtf] != [Precision.MONTH]:
        return claim
    return replace(claim, found=Resolution(text, in_edtf))


def _added(found: Resolution, every: Resolution) -> tuple[When, ...]:
    """The readings that only ``every`` has; none for words that are not read."""
    return tuple(each for each in every.readings if found.readings and each not in found.readings)


def _convert(zone: str | None, found: Resolution) -> Resolution:
    if zone is None:
        return found
    try:
        readings = tuple(there for when in found.readings for there in in_zone(when, zone))
    except OverflowError:
        return Resolution(found.text, (), *beyond_the_years(zone))
    if found.readings and not readings:
        reason = f"in the zone {zone} it ends before it begins"
        return Resolution(found.text, (), reason, "both ends with a clock time")
    return replace(found, readings=readings)

"""A date in words, with every reading of them: what is known of one source, or of the event itself."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from timeline.dates.nearest import NeedsPublished
from timeline.model import Precision, Resolution, When
from timeline.model.problems import Location
from timeline.normalise.date_settings import Resolver
from timeline.normalise.dating.zone_shift import in_zone


@dataclass(frozen=True)
class DateClaim:
    """A date in words and what it can mean; ``ruled_out`` are readings of another tense than the source's.

    No text, and nothing found, where nothing is said.
    """

    text: str
    at: Location
    found: Resolution = field(default_factory=lambda: Resolution(""))
    ruled_out: tuple[When, ...] = ()


def read_claim(
    text: str, at: Location, ask: Resolver, *, tense: str = "", zone: str | None = None
) -> DateClaim:
    """The words with their readings, by the clocks of the event's ``zone`` ("" unknown; None: as asked)."""
    if not text:
        return DateClaim("", at)
    found = _by_the_clocks_of(zone, ask(text, tense=tense))
    if not tense:
        return DateClaim(text, at, found)
    every = _by_the_clocks_of(zone, ask(text)).readings
    return DateClaim(text, at, found, tuple(each for each in every if each not in found.readings))


def read_own_date(text: str, at: Location, ask: Resolver) -> DateClaim:
    """A date of the timeline's own files, in which "2009-10" is EDTF: the month, not two years."""
    words = read_claim(text, at, ask)
    if words.found.reason == NeedsPublished().reason:
        reason = "a date of the timeline's own needs its year"
        hint = "the whole date, as in 17 February 2025; words of a source stand in its `says`"
        return replace(words, found=Resolution(text, (), reason, hint))
    in_edtf = tuple(each for each in words.found.readings if each.rule != "two years")
    if [each.precision for each in in_edtf] != [Precision.MONTH]:
        return words
    return replace(words, found=Resolution(text, in_edtf))


def _by_the_clocks_of(zone: str | None, found: Resolution) -> Resolution:
    if zone is None:
        return found
    try:
        readings = tuple(there for when in found.readings for there in in_zone(when, zone))
    except OverflowError:
        return Resolution(found.text, (), "it lies outside the years 1 to 9999", "a date of its own")
    if found.readings and not readings:
        reason = f"by the clocks of {zone} it ends before it begins"
        return Resolution(found.text, (), reason, "both ends with a clock time")
    return replace(found, readings=readings)

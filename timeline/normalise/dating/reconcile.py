"""Settles a date from ``date`` and the dates that the sources state, without guessing.

Every stated date is resolved to all its possible readings. ``date`` must fit one reading of every
source; without it, the readings must leave exactly one date.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from timeline.model import When
from timeline.model.problems import Location
from timeline.normalise.dating.claims import DateClaim
from timeline.normalise.dating.compare import coarseness, fits
from timeline.normalise.faults import Faults
from timeline.normalise.text import any_of, quoted, shown


@dataclass(frozen=True)
class Reading:
    """How a source's date was read, and whether it agrees with the event's date.

    ``others`` are other possible readings, ``decided`` is what ruled them out: "date", "sources" or
    "tense"; "" if nothing did.
    """

    when: When | None = None
    agrees: bool = True
    others: tuple[When, ...] = ()
    decided: str = ""


@dataclass(frozen=True)
class Settled:
    """An event's date, None if there were faults, and one reading for each source."""

    when: When | None
    readings: tuple[Reading, ...]


def settle(
    own_date: DateClaim,
    claims: Sequence[DateClaim],
    *,
    is_disputed: bool,
    faults: Faults,
    add_time: Callable[[When], When],
) -> Settled:
    """The date of an event from its ``date`` and each source's ``says``.

    If ``is_disputed``, sources may differ from ``own_date``. ``add_time`` adds the event's clock time.
    """
    _report_unreadable(
        claims,
        needed=not own_date.text and not any(claim.found.readings for claim in claims),
        faults=faults,
    )
    if own_date.text:
        when = only_reading("date", own_date, faults)
    else:
        when = _from_sources(own_date.at, claims, is_disputed=is_disputed, faults=faults)
    if when is None:
        return Settled(None, tuple(Reading() for _ in claims))
    by = "date" if own_date.text else "sources"
    day, when = when, add_time(when)
    readings = tuple(_reading(when, claim, by) for claim in claims)
    if not is_disputed:
        _report_disagreement(when, claims, readings, faults)
    if all(claim.text for claim in claims):
        _warn_too_exact(day, own_date, readings, faults)
    return Settled(when, readings)


def _report_unreadable(claims: Sequence[DateClaim], *, needed: bool, faults: Faults) -> None:
    """Report stated dates that cannot be read: an error if the date depends on them, else a warning.

    Words that contradict the calendar are always an error.
    """
    for claim in claims:
        if claim.text and not claim.found.readings:
            is_error = needed or claim.found.is_contradiction
            message = f"says {quoted(claim.text)}: {claim.found.reason}"
            faults.add(claim.at, "E012" if is_error else "W002", message, claim.found.hint)


def only_reading(name: str, claim: DateClaim, faults: Faults) -> When | None:
    """The one reading of a field; None, and a reported fault, if there is none or more than one."""
    found = claim.found
    if found.status == "exact":
        return found.readings[0]
    if found.readings:
        message = f"{name} {quoted(claim.text)} can be {any_of(found.readings)}"
        faults.add(claim.at, "E013", message, _alternatives(name, found.readings))
    else:
        faults.add(claim.at, "E012", f"{name} {quoted(claim.text)}: {found.reason}", found.hint)
    return None


def _from_sources(
    at: Location, claims: Sequence[DateClaim], *, is_disputed: bool, faults: Faults
) -> When | None:
    """The one date that fits a reading of every source, no more exact than the sources."""
    readable = [claim for claim in claims if claim.found.readings]
    if not readable:
        if not any(claim.text for claim in claims):
            faults.add(at, "E020", "date is missing, and no source states one", "date: 2025-02-17")
        return None
    at = readable[0].at
    candidates = {_date_key(each): each for claim in readable for each in claim.found.readings}
    fitting = [
        each
        for each in candidates.values()
        if all(any(fits(each, reading) for reading in claim.found.readings) for claim in readable)
    ]
    if not fitting:
        views = "; ".join(
            f"{quoted(claim.text)} is {any_of(claim.found.readings)}" for claim in readable[:5]
        )
        hint = "write the date" if is_disputed else f"write the date; {_DISPUTE}"
        faults.add(at, "E014", f"the sources do not agree on a date: {views}", hint)
        return None
    finest = min(map(coarseness, fitting))
    left = tuple(each for each in fitting if coarseness(each) == finest)
    if len(left) > 1:
        faults.add(at, "E013", f"the sources allow {any_of(left)}", _alternatives("date", left))
        return None
    return replace(left[0], rule=f"from the sources: {left[0].rule}")


_DISPUTE = 'if the accounts differ, say how in "disputed"'


def _alternatives(name: str, readings: Sequence[When]) -> str:
    """A hint with the first readings to choose from."""
    return ", or ".join(f"{name}: {reading.edtf}" for reading in readings[:3])


def _date_key(when: When) -> object:
    """A value that is equal for two readings of the same date."""
    return replace(when, words="", rule="", zone="")


def _reading(when: When, claim: DateClaim, by: str) -> Reading:
    """The most exact reading that fits; if none does, the nearest, marked as not agreeing.

    ``by`` is the origin of ``when``: "date" or "sources".
    """
    readings = claim.found.readings
    if not readings:
        return Reading()
    fitting = [each for each in readings if fits(when, each)]
    if fitting:
        chosen = min(fitting, key=coarseness)
    else:
        chosen = min(readings, key=lambda each: (abs(each.first - when.first), each.first))
    others = tuple(each for each in (*readings, *claim.ruled_out) if _date_key(each) != _date_key(chosen))
    decided = ""
    if others and (len(readings) == 1 or len(fitting) == 1):
        decided = by if len(readings) > 1 else "tense"
    return Reading(chosen, bool(fitting), others, decided)


def _report_disagreement(
    when: When,
    claims: Sequence[DateClaim],
    chosen: Sequence[Reading],
    faults: Faults,
) -> None:
    """Report each source that states another date."""
    for claim, reading in zip(claims, chosen, strict=True):
        if not reading.agrees:
            message = (
                f"says {quoted(claim.text)} is {any_of(claim.found.readings)}, but date is {shown(when)}"
            )
            faults.add(claim.at, "E014", message, f"correct date or says; {_DISPUTE}")


def _warn_too_exact(when: When, own_date: DateClaim, chosen: Sequence[Reading], faults: Faults) -> None:
    """Warn of a date that is more exact than every source; only called if every source states a date."""
    agreeing = [reading.when for reading in chosen if reading.when and reading.agrees]
    finest = min(agreeing, key=coarseness, default=when)
    if coarseness(finest) > coarseness(when):
        message = f"date {shown(when)} is more exact than its sources, which give {shown(finest)}"
        faults.add(own_date.at, "W003", message, f"add a source that says so, or write date: {finest.edtf}")

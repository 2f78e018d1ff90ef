"""Settles a date from ``date`` and the dates that the sources state, without guessing.

Every stated date is resolved to all its possible readings. ``date`` must fit one reading of every
source, or at least of one if a dispute excuses the others; without it, the readings must leave exactly one
date.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from timeline.model import When
from timeline.normalise.dating.claims import DateClaim
from timeline.normalise.dating.compare import coarseness, fits
from timeline.normalise.dating.cross_check import Reading, check_agreement, warn_too_exact
from timeline.normalise.dating.dispute import ABOUT_DATE, Dispute
from timeline.normalise.faults import Faults
from timeline.normalise.text import any_of, quoted


@dataclass(frozen=True)
class Settled:
    """An event's date, None if there were faults, and one reading for each source."""

    when: When | None
    readings: tuple[Reading, ...]


def settle(
    own_date: DateClaim,
    claims: Sequence[DateClaim],
    *,
    dispute: Dispute,
    faults: Faults,
    add_time: Callable[[When], When],
) -> Settled:
    """The date of an event from its ``date`` and each source's ``says``.

    Sources that ``dispute`` excuses may differ from ``own_date``, but not all of them. ``add_time`` adds
    the event's clock time.
    """
    _report_unreadable(
        claims,
        needed=not own_date.text and not any(claim.found.readings for claim in claims),
        faults=faults,
    )
    if own_date.text:
        when = only_reading("date", own_date, faults)
    else:
        when = _from_sources(own_date, claims, dispute, faults)
    if when is None:
        return Settled(None, tuple(Reading() for _ in claims))
    by = "date" if own_date.text else "sources"
    day, when = when, add_time(when)
    readings = tuple(_reading(when, claim, by) for claim in claims)
    check_agreement(when, own_date.at, tuple(zip(claims, readings, strict=True)), dispute, faults)
    if all(claim.text for claim in claims):
        warn_too_exact(day, own_date, readings, faults)
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
        faults.add(claim.at, "E013", message, _alternatives(name, found.readings, claim.calendar))
    else:
        faults.add(claim.at, "E012", f"{name} {quoted(claim.text)}: {found.reason}", found.hint)
    return None


def _from_sources(
    own_date: DateClaim, claims: Sequence[DateClaim], dispute: Dispute, faults: Faults
) -> When | None:
    """The one date that fits a reading of every source, no more exact than the sources.

    ``own_date`` has no text: the event states no date.
    """
    readable = [claim for claim in claims if claim.found.readings]
    if not readable:
        if not any(claim.text for claim in claims):
            faults.add(own_date.at, "E020", "date is missing, and no source states one", "date: 2025-02-17")
        return None
    at = readable[0].at
    candidates = {_date_key(each): each for claim in readable for each in claim.found.readings}
    fitting = [each for each in candidates.values() if all(_fitting(each, claim) for claim in readable)]
    fitting = fitting or [
        each
        for each in candidates.values()
        if all(_fitting(each, claim) or _fitting_farther(each, claim) for claim in readable)
    ]
    if not fitting:
        views = "; ".join(
            f"{quoted(claim.text)} is {any_of(claim.found.readings)}" for claim in readable[:5]
        )
        also = "" if dispute.may_be_about_date else f"; if the accounts differ, also {ABOUT_DATE}"
        faults.add(at, "E014", f"the sources do not agree on a date: {views}", f"write the date{also}")
        return None
    left = tuple(each for each in fitting if not any(_is_finer(other, each) for other in fitting))
    if len(left) > 1:
        faults.add(
            at, "E013", f"the sources allow {any_of(left)}", _alternatives("date", left, own_date.calendar)
        )
        return None
    return replace(left[0], rule=f"from the sources: {left[0].rule}")


def _is_finer(when: When, other: When) -> bool:
    """Whether it is more exact than ``other`` and compatible with it: a month is not finer than another."""
    return coarseness(when) < coarseness(other) and fits(when, other)


def _alternatives(name: str, readings: Sequence[When], calendar: str) -> str:
    """A hint with the first readings to choose from, written in ``calendar``."""
    return ", or ".join(f"{name}: {reading.edtf_for(calendar)}" for reading in readings[:3])


def _fitting(when: When, claim: DateClaim) -> list[When]:
    return [each for each in claim.found.readings if fits(when, each, claim.day)]


def _fitting_farther(when: When, claim: DateClaim) -> list[When]:
    return [each for each in claim.farther if fits(when, each, claim.day)]


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
    near = _fitting(when, claim)
    fitting = near or _fitting_farther(when, claim)
    if fitting:
        chosen = min(fitting, key=coarseness)
    else:
        chosen = min(readings, key=lambda each: (abs(each.first - when.first), each.first))
    others = tuple(each for each in (*readings, *claim.ruled_out) if _date_key(each) != _date_key(chosen))
    decided = ""
    if others and (len(readings) == 1 or len(fitting) == 1):
        decided = by if len(readings) > 1 or not near else "tense"
    return Reading(chosen, bool(fitting), others, decided)

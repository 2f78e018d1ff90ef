"""Compares the date of an event with what each source was read as saying, and reports where they differ."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from timeline.model import When
from timeline.model.problems import Location
from timeline.normalise.dating.claims import DateClaim
from timeline.normalise.dating.compare import coarseness, day_of
from timeline.normalise.dating.dispute import Dispute
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


def check_agreement(
    when: When,
    at: Location,
    stated: Sequence[tuple[DateClaim, Reading]],
    dispute: Dispute,
    faults: Faults,
) -> None:
    """Report sources that differ from the date of the event, and a dispute in which none does.

    ``stated`` has the claim of each source and how it was read. A dispute excuses some of them, but not all
    that state a date: then the fault is at the date of the event, ``at``.
    """
    if dispute and _none_agrees(stated):
        _report_no_agreement(when, at, stated, faults)
    else:
        _report_disagreement(when, stated, dispute, faults)
        _warn_no_disagreement(stated, dispute, faults)


def _none_agrees(stated: Sequence[tuple[DateClaim, Reading]]) -> bool:
    """Whether sources state dates, and none of them that of the event."""
    agreements = [reading.agrees for _, reading in stated if reading.when]
    return bool(agreements) and not any(agreements)


def _report_no_agreement(
    when: When, at: Location, stated: Sequence[tuple[DateClaim, Reading]], faults: Faults
) -> None:
    """Report that every source which states a date states another one: no dispute excuses that."""
    statements = "; ".join(_statement(claim) for claim, reading in stated if reading.when)
    message = f"no source agrees with date {shown(when)}: {statements}"
    hint = "correct date, or add what a source that agrees with it says; a dispute is not enough"
    faults.add(at, "E014", message, hint)


def _report_disagreement(
    when: When, stated: Sequence[tuple[DateClaim, Reading]], dispute: Dispute, faults: Faults
) -> None:
    """Report each source that states another date without being excused."""
    for claim, reading in stated:
        if not reading.agrees and not dispute.excuses(claim.publisher):
            number = day_of(when, reading.when) if reading.when else 0
            if claim.day:
                message = f"says {_statement(claim)}, but that is not day {claim.day} of {shown(when)}"
                hint = (
                    f"day_of_event: {number}" if number else "correct date or says, or remove day_of_event"
                )
            else:
                message = f"says {_statement(claim)}, but date is {shown(when)}"
                alone = f"if it is about that day alone, write day_of_event: {number}; else "
                hint = (alone if number else "") + dispute.why_not(claim.publisher)
            faults.add(claim.at, "E014", message, hint)


def _statement(claim: DateClaim) -> str:
    return f"{quoted(claim.text)} is {any_of(claim.found.readings)}"


def _warn_no_disagreement(
    stated: Sequence[tuple[DateClaim, Reading]], dispute: Dispute, faults: Faults
) -> None:
    """Warn of a dispute about the date if no source states another one, or one that cannot be read."""
    is_unread = any(claim.text and not reading.when for claim, reading in stated)
    if dispute.about == "date" and not is_unread and all(reading.agrees for _, reading in stated):
        message = "the dispute is about the date, but no source states another one"
        faults.add(dispute.at, "W010", message, "what the other source says, or another about")


def warn_too_exact(when: When, own_date: DateClaim, chosen: Sequence[Reading], faults: Faults) -> None:
    """Warn of a date that is more exact than every source; only called if every source states a date."""
    agreeing = [reading.when for reading in chosen if reading.when and reading.agrees]
    finest = min(agreeing, key=coarseness, default=when)
    if coarseness(finest) > coarseness(when):
        better = finest.edtf_for(own_date.calendar)
        message = f"date {shown(when)} is more exact than its sources, which give {shown(finest)}"
        faults.add(own_date.at, "W003", message, f"add a source that says so, or write date: {better}")

"""How a date is settled: from ``date``, from what the sources say, and never by a guess.

Every wording is resolved to all its honest readings. ``date`` must fit one reading of every
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
    """What a source's words came to, and whether that is the event's date.

    ``others`` are what else the words could have meant, ``decided`` is what ruled that out: "date",
    "sources" or "tense"; "" where nothing did.
    """

    when: When | None = None
    agrees: bool = True
    others: tuple[When, ...] = ()
    decided: str = ""


@dataclass(frozen=True)
class Settled:
    """An event's date, None when there were faults, and one reading for each source."""

    when: When | None
    readings: tuple[Reading, ...]


def settle(
    given: DateClaim,
    said: Sequence[DateClaim],
    *,
    is_disputed: bool,
    faults: Faults,
    timed: Callable[[When], When],
) -> Settled:
    """The date of an event from its ``date`` and each source's ``says``.

    When ``is_disputed``, sources may differ from ``given``. ``timed`` puts the event's clock time to it.
    """
    _note_refused(
        said, needed=not given.text and not any(words.found.readings for words in said), faults=faults
    )
    if given.text:
        when = only_reading("date", given, faults)
    else:
        when = _from_sources(given.at, said, is_disputed=is_disputed, faults=faults)
    if when is None:
        return Settled(None, tuple(Reading() for _ in said))
    by = "date" if given.text else "sources"
    day, when = when, timed(when)
    readings = tuple(_reading(when, words, by) for words in said)
    if not is_disputed:
        _note_disagreement(when, said, readings, faults)
    if all(words.text for words in said):
        _note_finer(day, given, readings, faults)
    return Settled(when, readings)


def _note_refused(said: Sequence[DateClaim], *, needed: bool, faults: Faults) -> None:
    """A source whose words cannot be read is a fault only when the date hangs on it."""
    for words in said:
        if words.text and not words.found.readings:
            message = f"says {quoted(words.text)}: {words.found.reason}"
            faults.add(words.at, "E012" if needed else "W002", message, words.found.hint)


def only_reading(name: str, words: DateClaim, faults: Faults) -> When | None:
    """The one reading of a field's words; None, and a fault noted, when there is none or several."""
    found = words.found
    if found.status == "exact":
        return found.readings[0]
    if found.readings:
        message = f"{name} {quoted(words.text)} can be {any_of(found.readings)}"
        faults.add(words.at, "E013", message, _either(name, found.readings))
    else:
        faults.add(words.at, "E012", f"{name} {quoted(words.text)}: {found.reason}", found.hint)
    return None


def _from_sources(
    at: Location, said: Sequence[DateClaim], *, is_disputed: bool, faults: Faults
) -> When | None:
    """The one date that fits a reading of every source, as exact as their words and no more."""
    voices = [words for words in said if words.found.readings]
    if not voices:
        if not any(words.text for words in said):
            faults.add(at, "E020", "date is missing, and no source says one", "date: 2025-02-17")
        return None
    at = voices[0].at
    candidates = {_days(each): each for words in voices for each in words.found.readings}
    fitting = [
        each
        for each in candidates.values()
        if all(any(fits(each, reading) for reading in words.found.readings) for words in voices)
    ]
    if not fitting:
        views = "; ".join(f"{quoted(words.text)} is {any_of(words.found.readings)}" for words in voices[:5])
        hint = "write the date" if is_disputed else f"write the date; {_DISPUTE}"
        faults.add(at, "E014", f"the sources do not agree on a date: {views}", hint)
        return None
    finest = min(map(coarseness, fitting))
    left = tuple(each for each in fitting if coarseness(each) == finest)
    if len(left) > 1:
        faults.add(at, "E013", f"the sources leave open {any_of(left)}", _either("date", left))
        return None
    return replace(left[0], rule=f"from the sources: {left[0].rule}")


_DISPUTE = 'if the accounts differ, say how in "disputed"'


def _either(name: str, readings: Sequence[When]) -> str:
    """The ways out of a choice."""
    return ", or ".join(f"{name}: {reading.edtf}" for reading in readings[:3])


def _days(when: When) -> object:
    """What makes two readings the same date."""
    return replace(when, words="", rule="", zone="")


def _reading(when: When, words: DateClaim, by: str) -> Reading:
    """The finest reading that fits; failing that the nearest, as one that differs.

    ``by`` says what ``when`` comes from.
    """
    readings = words.found.readings
    if not readings:
        return Reading()
    fitting = [each for each in readings if fits(when, each)]
    if fitting:
        chosen = min(fitting, key=coarseness)
    else:
        chosen = min(readings, key=lambda each: (abs(each.first - when.first), each.first))
    others = tuple(each for each in (*readings, *words.ruled_out) if _days(each) != _days(chosen))
    decided = ""
    if others and (len(readings) == 1 or len(fitting) == 1):
        decided = by if len(readings) > 1 else "tense"
    return Reading(chosen, bool(fitting), others, decided)


def _note_disagreement(
    when: When,
    said: Sequence[DateClaim],
    chosen: Sequence[Reading],
    faults: Faults,
) -> None:
    """Note each source that speaks of another date."""
    for words, reading in zip(said, chosen, strict=True):
        if not reading.agrees:
            message = (
                f"says {quoted(words.text)} is {any_of(words.found.readings)}, but date is {shown(when)}"
            )
            faults.add(words.at, "E014", message, f"mend date or says; {_DISPUTE}")


def _note_finer(when: When, given: DateClaim, chosen: Sequence[Reading], faults: Faults) -> None:
    """Note a date that no source gives so exactly; a silent one may, so all of them have spoken here."""
    agreeing = [reading.when for reading in chosen if reading.when and reading.agrees]
    finest = min(agreeing, key=coarseness, default=when)
    if coarseness(finest) > coarseness(when):
        message = f"date {shown(when)} is more exact than its sources, which come to {shown(finest)}"
        faults.add(given.at, "W003", message, f"add a source that says so, or write date: {finest.edtf}")

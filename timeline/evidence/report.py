"""Verdicts -> problems, and the counts in the last lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from timeline.evidence.checking import Verdict
from timeline.evidence.claims import FIELDS
from timeline.model import KeptCopy
from timeline.model.problems import Problem
from timeline.normalise.text import quoted

_RESULTS = ("found", "found in pieces", "not found", "not checked")
_PLURALS = {
    "quote": "quotations",
    "says": "words of dates",
    "title": "titles",
    "author": "authors",
    "published": "days",
}
_ADD = "keep a copy of the page, and run timeline evidence add FILE --for ADDRESS"


def problems(verdicts: Iterable[Verdict], *, is_strict: bool = False) -> tuple[Problem, ...]:
    """What is wrong: words that are not in the copy; if it is strict, also quotations without a copy."""
    found = sorted(problem for verdict in verdicts for problem in _of(verdict))
    return tuple(problem for problem in found if is_strict or problem.code != "W061")


def _of(verdict: Verdict) -> Iterator[Problem]:
    claim, what = verdict.claim, f"{verdict.claim.field} {quoted(verdict.claim.text)}"
    if verdict.is_changed:
        message = f"{what}: the kept copy has been changed since it was added"
        yield Problem(claim.at, "E061", message, f"timeline evidence add FILE --for {claim.url}")
    elif verdict.result == "not found":
        code = "E060" if claim.field == "quote" else "W060"
        is_like = f"the copy has: {verdict.near}" if verdict.near else "what the page says, word for word"
        yield Problem(claim.at, code, f"{what} is not in the kept copy{_of_day(verdict.copy)}", is_like)
    elif verdict.result == "not checked" and claim.field == "quote":
        kept = "is not among what was checked in it; it is not here" if verdict.copy else "there is none"
        yield Problem(claim.at, "W061", f"{what} was not checked against a kept copy: {kept}", _ADD)
    elif verdict.is_gone:
        message = f"{what} is in the kept copy{_of_day(verdict.copy)}, and not in a later one"
        yield Problem(claim.at, "W062", message, "look whether the page has been corrected")


def _of_day(copy: KeptCopy | None) -> str:
    if not copy or not copy.day:
        return ""
    return f" made by {copy.day}" if copy.is_latest_day else f" of {copy.day}"


def tally(verdicts: Sequence[Verdict]) -> tuple[str, ...]:
    """How many claims of each kind were found, a line for each kind there is.

    >>> tally(())
    ()
    """
    counts = Counter((verdict.claim.field, verdict.result) for verdict in verdicts)
    fields = (field for field in FIELDS if any(counts[field, result] for result in _RESULTS))
    return tuple(
        f"{_PLURALS[field]}: "
        + ", ".join(f"{counts[field, result]} {result}" for result in _RESULTS if counts[field, result])
        for field in fields
    )


def shown(verdict: Verdict) -> str:
    """One verdict in a line, with what stands around the words."""
    claim, match = verdict.claim, verdict.match
    line = f"{claim.at.path}:{claim.at.line}: {claim.field} {verdict.result}{_of_day(verdict.copy)}"
    around = (
        " ".join(f"{match.before}[{match.words}]{match.after}".split()) if match and match.words else ""
    )
    return f"{line}: {around or verdict.near or claim.text}"

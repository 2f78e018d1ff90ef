"""What is said about each cited address that is not ok, as problems with their places."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from timeline.language.events import count_of
from timeline.links.citations import Citation
from timeline.links.judging import Finding, Outcome
from timeline.model.problems import Problem
from timeline.normalise.text import quoted

#: Where one can look for copies of a page; that there is one is not claimed.
_COPIES = "https://web.archive.org/web/*/"
#: What comes before the words of a finding.
_OPENINGS = {Outcome.DEAD: "is dead: it ", Outcome.UNKNOWN: "cannot be judged: it "}
_NEVER_ASKED = Finding(Outcome.UNKNOWN, "has not been asked yet")


def finding_of(citation: Citation, findings: Mapping[str, Finding]) -> Finding:
    """The finding about the page that is cited."""
    return findings.get(citation.document, _NEVER_ASKED)


def problem(citation: Citation, findings: Mapping[str, Finding]) -> Problem | None:
    """What is wrong with a cited address, and what to do; None if it is ok.

    >>> from timeline.model.problems import Location
    >>> citation = Citation("https://example.org/a", "url", Location("a.yaml", 6, 10))
    >>> moved = Finding(Outcome.MOVED, "has moved for good", "https://example.org/b")
    >>> print(problem(citation, {citation.document: moved}))
    a.yaml:6:10: warning[W050] url "https://example.org/a" has moved for good
        Try: url: https://example.org/b
    """
    finding = finding_of(citation, findings)
    words = _OPENINGS.get(finding.outcome, "") + finding.words
    message = f"{citation.field} {quoted(citation.address)} {words}"
    match finding.outcome:
        case Outcome.OK:
            return None
        case Outcome.MOVED:
            code, hint = "W050", f"{citation.field}: {new_address(citation, finding)}"
        case Outcome.UNKNOWN:
            code, hint = "W051", "open it in a browser"
        case Outcome.DEAD if copy := _copy(citation, findings):
            code, hint = "W052", f"leave it, since the archived copy is there: {copy}"
        case Outcome.DEAD:
            code, hint = "E050", _where_to_look(citation)
    return Problem(citation.at, code, message, hint)


def new_address(citation: Citation, finding: Finding) -> str:
    """The address to write for one that moved; browsers keep the fragment, too. "" if it has not moved."""
    return finding.new + (citation.fragment if finding.new and "#" not in finding.new else "")


def verdict(citations: Iterable[Citation], findings: Mapping[str, Finding]) -> str:
    """The last line: how many addresses there are, each counted once, and their outcomes."""
    documents = {citation.document: finding_of(citation, findings).outcome for citation in citations}
    number = Counter(documents.values())
    counts = ", ".join(f"{number[outcome]:,} {outcome}" for outcome in Outcome if number[outcome])
    return f"{count_of(len(documents), 'address', 'addresses')}{counts and f': {counts}'}"


def _copy(citation: Citation, findings: Mapping[str, Finding]) -> str:
    """The first archived copy that the source cites and that is there; "" if there is none."""
    for copy in citation.others if citation.field == "url" else ():
        finding = findings.get(copy.partition("#")[0])
        if finding is not None and finding.outcome in (Outcome.OK, Outcome.MOVED):
            return copy
    return ""


def _where_to_look(citation: Citation) -> str:
    page = next(iter(citation.others), "") if citation.field == "archived" else citation.address
    if not page or page.startswith("https://web.archive.org/"):
        return "look for another copy of the page"
    return f"look for a copy of the page, and cite it as archived: {_COPIES}{page}"

"""What the commands print: faults for people, scripts and GitHub; what was made; sizes and counts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from timeline.cli.readability import reading_level
from timeline.language.events import counted
from timeline.model import Timeline
from timeline.model.problems import Problem, errors, visible
from timeline.render.references.styles.authors import Name

if TYPE_CHECKING:
    from timeline.build import Report


def size(length: int) -> str:
    """A size in bytes as people read it; 1 kB is 1000 bytes.

    >>> size(999), size(48_321), size(4_700_000)
    ('999 B', '48.3 kB', '4.7 MB')
    """
    for factor, unit in ((1_000_000, "MB"), (1000, "kB")):
        if length >= factor:
            return f"{length / factor:.1f} {unit}"
    return f"{length} B"


def tally(problems: Sequence[Problem]) -> str:
    """How many errors and warnings in how many files.

    >>> tally(())
    'no faults'
    """
    bad = len(errors(tuple(problems)))
    kinds = [(bad, "error"), (len(problems) - bad, "warning")]
    counts = ", ".join(counted(number, kind) for number, kind in kinds if number)
    files = len({problem.location.path for problem in problems})
    return f"{counts} in {counted(files, 'file')}" if problems else "no faults"


def verdict(timeline: Timeline | None, problems: Sequence[Problem]) -> str:
    """The last line of a check: what the files hold, if it can be told, and what is wrong with them."""
    if timeline is None:
        return tally(problems)
    held = (
        counted(len(timeline.events), "event"),
        counted(len(timeline.sources), "source"),
        counted(len(timeline.publishers), "publisher"),
    )
    return f"{', '.join(held)}: {tally(problems)}"


def advice(timeline: Timeline) -> tuple[str, ...]:
    """What is no fault and yet worth a look: how hard the summaries are, and who is cited as a body."""
    lines = []
    level = reading_level(timeline)
    if level:
        hardest = ", ".join(f"{name} {grade:.0f}" for name, grade in level.hardest)
        told = f"{counted(level.summaries, 'summary', 'summaries')} read at school grade {level.grade:.0f}"
        lines.append(f"{told} (Automated Readability Index); hardest: {hardest}")
    authors = [Name.read(text) for source in timeline.sources for text in source.author]
    bodies = sorted({name.family for name in authors if not name.given})
    if bodies:
        lines.append(f"Authors cited as bodies, without given names: {'; '.join(bodies)}")
    return tuple(lines)


def summary(report: Report) -> str:
    """What a build made.

    >>> from timeline.build import Report
    >>> bundle = "Plotly 4.1.1, basic bundle"
    >>> summary(Report((), events=38, sources=120, publishers=48, plotly=bundle, warnings=()))
    'Built 38 events, 120 sources from 48 publishers'
    """
    made = f"{counted(report.events, 'event')}, {counted(report.sources, 'source')}"
    return f"Built {made} from {counted(report.publishers, 'publisher')}"


def as_record(problem: Problem) -> dict[str, str | int]:
    """A problem as an object for scripts."""
    return {
        "path": problem.location.path,
        "line": problem.location.line,
        "column": problem.location.column,
        "code": problem.code,
        "severity": problem.severity,
        "message": problem.message,
        "hint": problem.hint,
    }


def as_annotation(problem: Problem) -> str:
    """A problem as a workflow command: GitHub shows it beside the line in a pull request.

    Rule: https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions

    >>> from timeline.model.problems import Location
    >>> print(as_annotation(Problem(Location("a,b.yaml", 4, 7), "E012", "100% wrong", "30 June")))
    ::error file=a%2Cb.yaml,line=4,col=7,title=E012::100%25 wrong%0ATry: 30 June
    """
    place = problem.location
    path = _escaped(visible(place.path)).replace(":", "%3A").replace(",", "%2C")
    where = f"file={path},line={place.line},col={place.column},title={problem.code}"
    message = visible(problem.message) + (f"\nTry: {visible(problem.hint)}" if problem.hint else "")
    return f"::{problem.severity} {where}::{_escaped(message)}"


def _escaped(text: str) -> str:
    """Text for a workflow command, whose message ends at the line's end."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")

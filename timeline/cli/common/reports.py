"""Texts that the commands print: problems for scripts and GitHub, summaries, sizes and counts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from timeline.cli.common.readability import reading_level
from timeline.language.events import count_of
from timeline.model import Timeline
from timeline.model.problems import Problem, errors, visible

if TYPE_CHECKING:
    from timeline.model.export import Report


#: Said after the name of a file that a build has left.
KEPT = "is no longer part of the output, but was changed after a build wrote it: not removed"


def size(length: int) -> str:
    """A size in bytes, for people; 1 kB is 1000 bytes.

    >>> size(999), size(48_321), size(4_700_000)
    ('999 B', '48.3 kB', '4.7 MB')
    """
    for factor, unit in ((1_000_000, "MB"), (1000, "kB")):
        if length >= factor:
            return f"{length / factor:.1f} {unit}"
    return f"{length} B"


def tally(problems: Sequence[Problem]) -> str:
    """How many errors and warnings there are, and in how many files.

    >>> tally(())
    'no faults'
    """
    error_count = len(errors(tuple(problems)))
    by_severity = [(error_count, "error"), (len(problems) - error_count, "warning")]
    counts = ", ".join(count_of(number, severity) for number, severity in by_severity if number)
    files = len({problem.location.path for problem in problems})
    return f"{counts} in {count_of(files, 'file')}" if problems else "no faults"


def verdict(timeline: Timeline | None, problems: Sequence[Problem]) -> str:
    """The last line of a check: the number of faults, and what the files hold if they have no error."""
    if timeline is None:
        return tally(problems)
    contents = (
        count_of(len(timeline.events), "event"),
        count_of(timeline.documents, "source"),
        f"{timeline.independent:,} independent",
    )
    return f"{', '.join(contents)}: {tally(problems)}"


def advice(timeline: Timeline) -> tuple[str, ...]:
    """What is worth a look without being a fault: hard summaries, and authors cited as organisations."""
    from timeline.render.references.styles.authors import Name

    lines = []
    level = reading_level(timeline)
    if level:
        hardest = ", ".join(f"{name} {grade:.0f}" for name, grade in level.hardest)
        summaries = count_of(level.summaries, "summary", "summaries")
        index = f"school grade {level.grade:.0f} (Automated Readability Index)"
        lines.append(f"{summaries} at {index}; hardest: {hardest}")
    authors = [Name.read(text) for source in timeline.sources for text in source.author]
    organisations = sorted({name.family for name in authors if not name.given})
    if organisations:
        lines.append(f"Authors without a given name, cited as organisations: {'; '.join(organisations)}")
    return tuple(lines)


def build_summary(report: Report, *, is_unchanged: bool = False) -> str:
    """How much a build read; ``is_unchanged`` if nothing had changed, so that it wrote nothing.

    >>> from timeline.model.export import Report
    >>> bundle = "Plotly 4.1.1, basic bundle"
    >>> build_summary(Report((), events=38, sources=120, independent=48, plotly=bundle, warnings=()))
    'Built 38 events, 120 sources, 48 independent'
    """
    return f"{'Nothing has changed:' if is_unchanged else 'Built'} {contents(report)}"


def contents(report: Report) -> str:
    """How many events, sources and independent origins a timeline has."""
    counted = f"{count_of(report.events, 'event')}, {count_of(report.sources, 'source')}"
    return f"{counted}, {report.independent:,} independent"


def as_record(problem: Problem) -> dict[str, str | int]:
    """A problem for scripts."""
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
    """A problem as a workflow command, which GitHub shows beside the line in a pull request.

    Rule: https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions

    >>> from timeline.model.problems import Location
    >>> print(as_annotation(Problem(Location("a,b.yaml", 4, 7), "E012", "100% wrong", "30 June")))
    ::error file=a%2Cb.yaml,line=4,col=7,title=E012::100%25 wrong%0ATry: 30 June
    """
    location = problem.location
    path = _escaped(visible(location.path)).replace(":", "%3A").replace(",", "%2C")
    properties = f"file={path},line={location.line},col={location.column},title={problem.code}"
    message = visible(problem.message) + (f"\nTry: {visible(problem.hint)}" if problem.hint else "")
    return f"::{problem.severity} {properties}::{_escaped(message)}"


def _escaped(text: str) -> str:
    """Text for a workflow command, whose message is a single line."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")

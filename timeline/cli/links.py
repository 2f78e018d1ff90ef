"""The command ``timeline links``."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from timeline.cli.common import reports
from timeline.cli.common.params import require_existing
from timeline.cli.common.terminal import print_problems, progress_bar, say, say_json
from timeline.model.problems import Problem, TimelineError, errors, visible

if TYPE_CHECKING:
    from timeline.links.citations import Citation
    from timeline.links.kept import Kept
    from timeline.links.trail import Trail
    from timeline.reading import Memory

_EXAMPLE = "\b\nExample:\n  timeline links events --max-age 30"


@click.command("links", epilog=_EXAMPLE)
@click.argument("events", type=click.Path(path_type=Path), default="events")
@click.option("--format", "format_", type=click.Choice(["text", "json", "github"]), default="text")
@click.option(
    "--max-age",
    metavar="DAYS",
    type=click.IntRange(min=0),
    default=7,
    show_default=True,
    help="Do not ask again for what has been asked within so many days.",
)
@click.option("--offline", "is_offline", is_flag=True, help="Show what the last runs found; ask nobody.")
@click.option("--strict", is_flag=True, help="Treat moved and unknown addresses as dead ones.")
@click.pass_obj
def command(  # noqa: PLR0913 -- the options of the command
    quiet: bool, /, events: Path, format_: str, *, max_age: int, is_offline: bool, strict: bool
) -> None:
    """Ask whether the cited pages of EVENTS, by default the folder "events", are still there.

    No other command asks for them, and no file of yours is changed. Ctrl-C ends it and keeps the answers
    that have come.
    """
    require_existing([events])

    from timeline.links import kept, report, stale

    cited = _citations(events, quiet=quiet)
    folder = events if events.is_dir() else events.parent
    pages = {citation.document for citation in cited}
    known = kept.read_kept(folder)
    if events.is_dir():  # what is known of a page that is no longer cited is forgotten
        known = {page: each for page, each in known.items() if page in pages}
    asked = [] if is_offline else stale(pages, known, today(), max_age)
    if asked:
        _ask(asked, known, folder, quiet=quiet)
    findings = {page: each.finding for page, each in known.items()}
    found = [(each, problem) for each in cited if (problem := report.problem(each, findings))]
    problems = [problem for _, problem in found]
    if format_ == "json":
        say_json([_as_record(each, problem, known) for each, problem in found])
    elif format_ == "github":
        for problem in problems:
            say(reports.as_annotation(problem))
    else:
        print_problems(problems, to_stderr=False)
        say(report.verdict(cited, findings))
    if any(problem.is_error or strict for problem in problems):
        raise click.exceptions.Exit(1)


def today() -> date:
    """The day for which answers are kept."""
    return datetime.now(UTC).date()


def _citations(events: Path, *, quiet: bool) -> tuple[Citation, ...]:
    """The addresses in files without faults. Raises TimelineError if there are faults."""
    from timeline.build import check
    from timeline.links.citations import citations

    memory: Memory = {}
    progress = iter if quiet else progress_bar
    _, problems = check((events,), progress, is_whole=events.is_dir(), demands_review=False, memory=memory)
    if errors(problems):
        raise TimelineError(errors(problems))
    return citations(document for _, document, _ in memory.values() if document)


def _ask(pages: Sequence[str], known: dict[str, Kept], folder: Path, *, quiet: bool) -> None:
    """Ask for pages, add the answers to what is known and keep it; if interrupted, as far as they came."""
    from timeline.links import judged
    from timeline.links.asking import ask_all

    trails: list[Trail] = []
    try:
        for trail in ask_all(pages) if quiet else shown(ask_all(pages), len(pages)):
            trails.append(trail)  # noqa: PERF402 -- those that came before an interruption count
    except KeyboardInterrupt:
        _keep(folder, known | judged(trails, {}, today()))  # without looking up other hosts
        say(f"Interrupted: {len(trails)} of {len(pages)} answers are kept", to_stderr=True)
        raise
    known |= judged(trails, known, today())
    _keep(folder, known)


def _keep(folder: Path, known: dict[str, Kept]) -> None:
    """A folder that cannot be written to is no reason to show no answers."""
    from timeline.links.kept import write_kept
    from timeline.writing import WriteError

    try:
        write_kept(folder, known)
    except WriteError as error:
        say(visible(f"The answers are not kept: {error}"), to_stderr=True)


def shown(trails: Iterator[Trail], number: int) -> Iterator[Trail]:
    """The trails, with a progress bar if stderr is a terminal."""
    if not sys.stderr.isatty():
        yield from trails
        return
    with click.progressbar(trails, length=number, label="Asking", file=sys.stderr) as bar:
        yield from bar


def _as_record(citation: Citation, problem: Problem, known: dict[str, Kept]) -> dict[str, Any]:
    """A finding for scripts: like a fault, with what is known of the address."""
    from timeline.links.report import new_address

    kept = known.get(citation.document)
    return {
        **reports.as_record(problem),
        "address": citation.address,
        "outcome": str(kept.finding.outcome) if kept else "unknown",
        "new_address": new_address(citation, kept.finding) if kept else "",
        "checked": kept.day.isoformat() if kept else None,
    }

"""The command ``timeline check``."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from timeline import __version__
from timeline.cli.common import reports
from timeline.cli.common.params import require_existing
from timeline.cli.common.sarif import as_sarif
from timeline.cli.common.terminal import print_problems, progress_bar, say, say_json
from timeline.cli.evidence.desk import copies_option, folder_of_copies
from timeline.model.problems import Problem, errors, visible

if TYPE_CHECKING:
    from timeline.evidence.checking import Verdict
    from timeline.evidence.copied import Proposal
    from timeline.model import Timeline
    from timeline.reading import Memory


#: The code of an event that nobody has checked.
_UNREVIEWED = "E031"


@click.command("check")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--format", "format_", type=click.Choice(["text", "json", "github", "sarif"]), default="text")
@click.option("--strict", is_flag=True, help="Treat warnings as errors.")
@click.option(
    "--evidence",
    "with_evidence",
    is_flag=True,
    help="Check what is claimed of sources against kept copies.",
)
@copies_option
@click.option(
    "-v",
    "--verbose",
    is_flag=True,
    help="Add advice, and what was found in each copy.",
)
@click.pass_obj
def command(  # noqa: PLR0913 -- the options of the command
    quiet: bool,
    /,
    paths: tuple[Path, ...],
    format_: str,
    *,
    strict: bool,
    with_evidence: bool,
    copies: Path | None,
    verbose: bool,
) -> None:
    """List every fault of PATHS, by default the folder "events"."""
    paths = paths or (Path("events"),)
    require_existing(paths)

    from timeline.build import check

    memory: Memory = {}
    timeline, problems = check(
        paths,
        progress=iter if quiet else progress_bar,
        is_whole=all(path.is_dir() for path in paths),
        memory=memory,
    )
    verdicts: tuple[Verdict, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    evident = timeline or _unreviewed(paths, problems, memory) if with_evidence else None
    if evident:
        from timeline.evidence import report

        verdicts, proposals = _asked(evident, memory, folder_of_copies(paths[0], copies))
        problems = tuple(sorted((*problems, *report.problems(verdicts, is_strict=strict))))
    if format_ == "json":
        say_json([reports.as_record(problem) for problem in problems])
    elif format_ == "github":
        for problem in problems:
            say(reports.as_annotation(problem))
    elif format_ == "sarif":
        say_json(as_sarif(problems, __version__))
    else:
        print_problems(problems, to_stderr=False)
        say(reports.verdict(timeline, problems))
        if verdicts:
            _say_verdicts(verdicts, proposals, verbose=verbose)
        for line in reports.advice(timeline) if verbose and timeline else ():
            say(visible(line))
    if any(problem.is_error or strict for problem in problems):
        raise click.exceptions.Exit(1)


def _unreviewed(paths: Sequence[Path], problems: tuple[Problem, ...], memory: Memory) -> Timeline | None:
    """The timeline if all that is wrong is that nobody has checked events yet.

    That is no reason not to look at what copies say of them.
    """
    from timeline.build import check

    if any(problem.code != _UNREVIEWED for problem in errors(problems)):
        return None
    is_whole = all(path.is_dir() for path in paths)
    return check(paths, is_whole=is_whole, memory=memory, demands_review=False)[0]


def _asked(
    timeline: Timeline, memory: Memory, folder: Path
) -> tuple[tuple[Verdict, ...], tuple[Proposal, ...]]:
    """What the kept copies say of each claim about a source, and which sources print what others wrote."""
    from timeline.evidence import checking, copied
    from timeline.evidence.claims import cited, claims
    from timeline.evidence.store import Store

    documents = [document for _, document, _ in memory.values() if document]
    store = Store(folder)
    verdicts = tuple(checking.check(claims(documents), timeline.evidence, store))
    return verdicts, copied.check(cited(documents), timeline.evidence, store)


def _say_verdicts(verdicts: tuple[Verdict, ...], proposals: tuple[Proposal, ...], *, verbose: bool) -> None:
    """The counts of what was found, and which sources may print what others wrote; or every verdict."""
    from timeline.evidence import report

    for line in (*map(report.shown, verdicts if verbose else ()), *report.tally(verdicts)):
        say(visible(line))
    for proposal in proposals:
        where = f"{proposal.at.path}:{proposal.at.line}"
        say(visible(f"Perhaps origin: {proposal.origin} in {where}: {proposal.why}"))

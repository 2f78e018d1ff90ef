"""The command ``timeline check``."""

from __future__ import annotations

from pathlib import Path

import click

from timeline import __version__
from timeline.cli.common import reports
from timeline.cli.common.params import require_existing
from timeline.cli.common.sarif import as_sarif
from timeline.cli.common.terminal import print_problems, progress_bar, say, say_json
from timeline.model.problems import visible


@click.command("check")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--format", "format_", type=click.Choice(["text", "json", "github", "sarif"]), default="text")
@click.option("--strict", is_flag=True, help="Treat warnings as errors.")
@click.option("-v", "--verbose", is_flag=True, help="Add advice on summaries and authors.")
@click.pass_obj
def command(quiet: bool, paths: tuple[Path, ...], format_: str, strict: bool, verbose: bool) -> None:
    """List every fault of PATHS, by default the folder "events"."""
    paths = paths or (Path("events"),)
    require_existing(paths)

    from timeline.build import check

    timeline, problems = check(
        paths,
        progress=iter if quiet else progress_bar,
        is_whole=all(path.is_dir() for path in paths),
    )
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
        for line in reports.advice(timeline) if verbose and timeline else ():
            say(visible(line))
    if any(problem.is_error or strict for problem in problems):
        raise click.exceptions.Exit(1)

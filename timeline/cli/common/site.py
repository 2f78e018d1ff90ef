"""``timeline build --all``: prints what came of each timeline of a folder."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from timeline.cli.common import reports
from timeline.cli.common.terminal import print_problems, say, warn_missing_glyphs
from timeline.language.events import count_of
from timeline.model.problems import visible

if TYPE_CHECKING:
    from timeline.newsroom import Outcome


def build_site(folder: Path, output: Path, *, quiet: bool, **options: bool) -> None:
    """Builds all timelines of the folder; exits with 1 if one has faults, 3 if one cannot be written."""
    from timeline.newsroom import Options, build_all, timelines_in

    start = time.perf_counter()
    found = timelines_in(folder) if folder.is_dir() else {}
    if not found:
        raise click.UsageError(
            f"{visible(str(folder))} holds no timelines\n"
            "Try: name the folder in which each timeline has a folder of its own with its event files"
        )
    built = build_all(tuple(found.items()), output, Options(**options))
    outcomes = list(_shown(built, len(found), quiet=quiet))
    for outcome in outcomes:
        _say(outcome, output)
    if not quiet:
        unchanged = sum(outcome.is_unchanged for outcome in outcomes)
        done = sum(outcome.report is not None for outcome in outcomes) - unchanged
        rest = f", {unchanged} unchanged" if unchanged else ""
        say(
            f"Built {count_of(done, 'timeline')}{rest} in {time.perf_counter() - start:.1f} s",
            to_stderr=True,
        )
    if any(outcome.refusal for outcome in outcomes):
        raise click.exceptions.Exit(3)
    if any(outcome.problems for outcome in outcomes):
        raise click.exceptions.Exit(1)


def _shown(built: Iterator[Outcome], number: int, *, quiet: bool) -> Iterator[Outcome]:
    """The outcomes, with a progress bar on a terminal."""
    if quiet or not sys.stderr.isatty():
        yield from built
        return
    with click.progressbar(built, length=number, label="Building", file=sys.stderr) as bar:
        yield from bar


def _say(outcome: Outcome, output: Path) -> None:
    """One line on what stands where, or the faults."""
    page = visible(str(output / outcome.name / "index.html"))
    report = outcome.report
    if report is None:
        print_problems(outcome.problems, to_stderr=True)
        reason = visible(outcome.refusal) or reports.tally(outcome.problems)
        say(f"{page}: not built, {reason}", to_stderr=True)
        return
    print_problems(report.warnings, to_stderr=True)
    say(f"{page}  {reports.contents(report)}")
    for path in report.kept:
        say(f"{visible(str(path))} {reports.KEPT}", to_stderr=True)
    warn_missing_glyphs(report.missing_glyphs)

"""The command ``timeline build``."""

from __future__ import annotations

import os
import time
from collections.abc import Sequence
from pathlib import Path

import click

from timeline.cli.common import reports
from timeline.cli.common.params import bad_subset, require_existing, subset_conditions
from timeline.cli.common.terminal import print_problems, progress_bar, say, warn_missing_glyphs
from timeline.model.problems import visible
from timeline.model.subset import Condition, NoSuchSubsetError


@click.command("build")
@click.argument("events", type=click.Path(path_type=Path), default="events")
@click.option("-o", "--output", type=click.Path(path_type=Path), default="output", show_default=True)
@click.option(
    "--only",
    "subset",
    metavar="NAME=VALUE",
    multiple=True,
    callback=subset_conditions,
    help="Only events with this track, person, kind, main=1, last=N, from=DAY or to=DAY. Repeatable.",
)
@click.option("--standalone", "is_standalone", is_flag=True, help="Also write the page as a single file.")
@click.option(
    "--external",
    "is_external",
    is_flag=True,
    help="Write all scripts and styles as files, for a strict policy.",
)
@click.option("--drafts", "has_drafts", is_flag=True, help="Also show events marked as drafts.")
@click.option(
    "--force", "is_forced", is_flag=True, help="Replace files of the same names that no build wrote."
)
@click.pass_obj
def command(
    quiet: bool, /, events: Path, output: Path, subset: Sequence[Condition], **options: bool
) -> None:
    """Build the page of EVENTS, by default the folder "events"."""
    require_existing([events])
    _refuse_nesting(events, output)
    start = time.perf_counter()

    from timeline.build import build
    from timeline.writing import ForeignFilesError

    try:
        progress = iter if quiet else progress_bar
        report = build(events, output, progress, subset=subset, **options)
    except NoSuchSubsetError as error:
        raise bad_subset(error) from None
    except ForeignFilesError as error:
        advice = (
            "Try: -o with another folder, or --force: files of the same names are replaced, others stay"
        )
        raise click.UsageError(f"{visible(str(error))}\n{advice}") from None
    print_problems(report.warnings, to_stderr=True)
    width = max((len(visible(str(path))) for path, _ in report.files), default=0)
    for path, length in report.files:
        say(f"{visible(str(path)):{width}}  {reports.size(length)}")
    if not quiet:
        say(report.plotly, to_stderr=True)
        say(f"{reports.build_summary(report)} in {time.perf_counter() - start:.1f} s", to_stderr=True)
        for line in report.omissions:
            say(line, to_stderr=True)
    for path in report.kept:
        reason = "is no longer part of the output, but was changed after a build wrote it: not removed"
        say(f"{visible(str(path))} {reason}", to_stderr=True)
    warn_missing_glyphs(report.missing_glyphs)


def _refuse_nesting(events: Path, output: Path) -> None:
    """Refuses folders one of which is inside the other: a build would read or overwrite its own files."""
    source, target = (Path(os.path.realpath(path)) for path in (events, output))  # survives circular links
    if source.is_relative_to(target) or target.is_relative_to(source):
        names = f"OUTPUT {visible(str(output))} and EVENTS {visible(str(events))}"
        raise click.UsageError(
            f"{names} must not be inside each other\nTry: -o with a folder beside the event files"
        )

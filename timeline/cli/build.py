"""The command ``timeline build``."""

from __future__ import annotations

import os
import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from timeline.cli.common import reports
from timeline.cli.common.params import bad_subset, require_existing, subset_conditions
from timeline.cli.common.terminal import print_problems, progress_bar, say, warn_missing_glyphs
from timeline.model.problems import visible
from timeline.model.subset import Condition, NoSuchSubsetError

if TYPE_CHECKING:
    from timeline.build import MoreFiles, Progress
    from timeline.model.export import Report
    from timeline.writing import ForeignFilesError


@click.command("build")
@click.argument("events", type=click.Path(path_type=Path), default="events")
@click.option("-o", "--output", type=click.Path(path_type=Path), default="output", show_default=True)
@click.option(
    "--only",
    "subset",
    metavar="NAME=VALUE",
    multiple=True,
    callback=subset_conditions,
    help="Only events with this track, person, kind, main=1, last=N, from, to or since=DAY. Repeatable.",
)
@click.option("--standalone", "is_standalone", is_flag=True, help="Also write the page as a single file.")
@click.option(
    "--external",
    "is_external",
    is_flag=True,
    help="Write all scripts and styles as files, for a strict policy.",
)
@click.option(
    "--changes-since",
    metavar="OLD",
    help="Also write changes.json: what has changed since OLD, as for timeline diff.",
)
@click.option("--drafts", "has_drafts", is_flag=True, help="Also show events marked as drafts.")
@click.option(
    "--force", "is_forced", is_flag=True, help="Replace files of the same names that no build wrote."
)
@click.option(
    "--no-cache",
    "is_always",
    is_flag=True,
    envvar="TIMELINE_NO_CACHE",
    help="Build even if nothing has changed since the last build.",
)
@click.option(
    "--all",
    "is_site",
    is_flag=True,
    help="EVENTS is a folder of timelines: build each, and a page that lists them.",
)
@click.pass_obj
def command(  # noqa: PLR0913 -- the options of the command
    quiet: bool,
    /,
    events: Path,
    output: Path,
    subset: Sequence[Condition],
    *,
    changes_since: str | None,
    is_always: bool,
    is_site: bool,
    **options: bool,
) -> None:
    """Build the page of EVENTS, by default the folder "events"."""
    require_existing([events])
    _refuse_nesting(events, output)
    if is_site:
        _build_site(events, output, subset, changes_since, quiet=quiet, is_cached=not is_always, **options)
        return
    start = time.perf_counter()
    more_files = _changes(changes_since, events) if changes_since is not None else None

    from timeline import caching

    everything = {"subset": subset, **options}
    before = None if is_always or more_files else caching.fingerprint(events, output, everything)
    known = caching.recall(output, before)
    progress = iter if quiet else progress_bar
    report = known or _built(events, output, subset, progress, more_files, **options)
    # A file that was changed while the build ran is not what it read
    if known is None and before and before == caching.fingerprint(events, output, everything):
        caching.remember(output, before, report)
    summary = reports.build_summary(report, is_unchanged=known is not None)
    _say_report(report, f"{summary} in {time.perf_counter() - start:.1f} s", quiet=quiet)


def _build_site(
    folder: Path,
    output: Path,
    subset: Sequence[Condition],
    changes_since: str | None,
    **options: bool,
) -> None:
    """Builds all timelines of a folder."""
    from timeline.cli.common.site import build_site
    from timeline.writing import ForeignFilesError

    if subset or changes_since is not None:
        name = "--only" if subset else "--changes-since"
        raise click.UsageError(f"{name} is for one timeline\nTry: build that one without --all")
    try:
        build_site(folder, output, **options)
    except ForeignFilesError as error:
        raise _as_usage(error) from None


def _say_report(report: Report, summary: str, *, quiet: bool) -> None:
    """Prints what was written, and what a user should know of it."""
    print_problems(report.warnings, to_stderr=True)
    width = max((len(visible(str(path))) for path, _ in report.files), default=0)
    for path, length in report.files:
        say(f"{visible(str(path)):{width}}  {reports.size(length)}")
    if not quiet:
        say(report.plotly, to_stderr=True)
        say(summary, to_stderr=True)
        for line in report.omissions:
            say(line, to_stderr=True)
    for path in report.kept:
        say(f"{visible(str(path))} {reports.KEPT}", to_stderr=True)
    warn_missing_glyphs(report.missing_glyphs)


def _changes(place: str, events: Path) -> MoreFiles:
    """What makes ``changes.json``: the changes since the timeline at ``place``."""
    from timeline.cli.diff.places import since

    return since(place, events)


def _built(
    events: Path,
    output: Path,
    subset: Sequence[Condition],
    progress: Progress,
    more_files: MoreFiles | None,
    **options: bool,
) -> Report:
    """Builds the page; what is wrong with the options or the folder is wrong usage."""
    from timeline.build import build
    from timeline.writing import ForeignFilesError

    try:
        return build(events, output, progress, subset=subset, more_files=more_files, **options)
    except NoSuchSubsetError as error:
        raise bad_subset(error) from None
    except ForeignFilesError as error:
        raise _as_usage(error) from None


def _as_usage(error: ForeignFilesError) -> click.UsageError:
    advice = "Try: -o with another folder, or --force: files of the same names are replaced, others stay"
    return click.UsageError(f"{visible(str(error))}\n{advice}")


def _refuse_nesting(events: Path, output: Path) -> None:
    """Refuses folders one of which is inside the other: a build would read or overwrite its own files."""
    source, target = (Path(os.path.realpath(path)) for path in (events, output))  # survives circular links
    if source.is_relative_to(target) or target.is_relative_to(source):
        names = f"OUTPUT {visible(str(output))} and EVENTS {visible(str(events))}"
        raise click.UsageError(
            f"{names} must not be inside each other\nTry: -o with a folder beside the event files"
        )

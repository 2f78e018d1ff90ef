"""The commands: parse, call one function, print. Heavy imports wait until a command needs them."""

from __future__ import annotations

import difflib
import os
import re
import time
import zoneinfo
from datetime import date
from pathlib import Path
from typing import Any

import click

from timeline import __version__
from timeline.cli import reports
from timeline.cli.export import export, warn_missing_glyphs
from timeline.cli.terminal import Commands, bar, make_streams_forgiving, must_exist, say, say_json, show
from timeline.model.problems import visible


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="%(prog)s %(version)s")
@click.option("--debug", is_flag=True, help="Show where in the program a bug stands.")
@click.option("-q", "--quiet", is_flag=True, help="Print results and faults, no talk.")
@click.pass_context
def main(ctx: click.Context, debug: bool, quiet: bool) -> None:  # noqa: ARG001 -- Commands reads debug
    """A folder of event files in, a timeline page with a source behind every node out."""
    ctx.obj = quiet
    if os.environ.get("NO_COLOR"):
        ctx.color = False
    make_streams_forgiving()


@main.command()
@click.argument("events", type=click.Path(path_type=Path), default="events")
@click.option("-o", "--output", type=click.Path(path_type=Path), default="output", show_default=True)
@click.option("--standalone", is_flag=True, help="Also write the page as one file that needs no other.")
@click.pass_obj
def build(quiet: bool, events: Path, output: Path, standalone: bool) -> None:
    """Build the page of EVENTS, by default the folder "events"."""
    must_exist([events])
    _must_be_apart(events, output)
    began = time.perf_counter()

    from timeline.build import build as run

    report = run(events, output, progress=iter if quiet else bar, is_standalone=standalone)
    show(report.warnings, to_stderr=True)
    width = max((len(visible(str(path))) for path, _ in report.files), default=0)
    for path, length in report.files:
        say(f"{visible(str(path)):{width}}  {reports.size(length)}")
    if not quiet:
        say(report.plotly, to_stderr=True)
        say(f"{reports.summary(report)} in {time.perf_counter() - began:.1f} s", to_stderr=True)
        for line in report.omissions:
            say(line, to_stderr=True)
    for path in report.kept:
        told = "is no longer part of the page, but was changed since a build wrote it: left as it is"
        say(f"{visible(str(path))} {told}", to_stderr=True)
    warn_missing_glyphs(report.missing_glyphs)


main.add_command(export)


@main.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(["text", "json", "github"]), default="text")
@click.option("--strict", is_flag=True, help="Warnings count as faults.")
@click.option("-v", "--verbose", is_flag=True, help="Add what is no fault: how hard the summaries read.")
@click.pass_obj
def check(quiet: bool, paths: tuple[Path, ...], form: str, strict: bool, verbose: bool) -> None:
    """Name every fault of the files in PATHS, by default the folder "events"."""
    paths = paths or (Path("events"),)
    must_exist(paths)

    from timeline.build import check as run

    timeline, problems = run(
        paths, progress=iter if quiet else bar, is_whole=all(path.is_dir() for path in paths)
    )
    if form == "json":
        say_json([reports.as_record(problem) for problem in problems])
    elif form == "github":
        for problem in problems:
            say(reports.as_annotation(problem))
    else:
        show(problems, to_stderr=False)
        say(reports.verdict(timeline, problems))
        for line in reports.advice(timeline) if verbose and timeline else ():
            say(visible(line))
    if any(problem.is_error or strict for problem in problems):
        raise click.exceptions.Exit(1)


def _day(_ctx: click.Context, _param: click.Parameter, value: str | None) -> date | None:
    """An ISO day, and nothing else that ``date.fromisoformat`` would read."""
    try:
        if value is None:
            return None
        if re.fullmatch(r"\d{4}-\d\d-\d\d", value, re.ASCII):
            return date.fromisoformat(value)
    except ValueError:
        pass
    raise click.BadParameter(f"{value!r} is not a day such as 2025-02-17")


def _zone(_ctx: click.Context, _param: click.Parameter, value: str) -> str:
    """The name of an IANA time zone, or nothing."""
    known = zoneinfo.available_timezones() - {"localtime"}  # the machine's own
    if not value or value in known:
        return value
    near = difflib.get_close_matches(value, known, n=1)
    advice = f"did you mean {near[0]}?" if near else "write it like Europe/Paris"
    raise click.BadParameter(f"{value!r} is not an IANA time zone; {advice}")


def _language(_ctx: click.Context, _param: click.Parameter, value: str) -> str:
    """A language tag whose dates can be read, such as "uk" or "en-GB"."""
    from timeline.dates.languages import LANGUAGES

    known = sorted({"en", *LANGUAGES})
    if value.replace("_", "-").lower().partition("-")[0] in known:
        return value
    raise click.BadParameter(f"{value!r} is not a language that is read; those are {' '.join(known)}")


@main.command()
@click.argument("text")
@click.option("--published", metavar="DAY", callback=_day, required=True, help="When TEXT was published.")
@click.option("--anchor", metavar="DAY", callback=_day, help="Day of the event that TEXT counts from.")
@click.option("--language", metavar="xx", callback=_language, default="en", help="Of TEXT; default: en.")
@click.option("--zone", metavar="Z", callback=_zone, default="", help="The event's IANA time zone.")
@click.option("--tense", type=click.Choice(["past", "future"]), help="Of what TEXT tells.")
@click.option("--order", type=click.Choice(["day-first", "month-first"]), help="Of 03/04/2025.")
@click.option("--json", "as_json", is_flag=True, help="Print the answer for a script.")
def resolve(text: str, anchor: date | None, as_json: bool, **manner: Any) -> None:
    """Show every date that TEXT may mean in something published on DAY."""
    from timeline.cli import readings
    from timeline.dates import resolve as run

    given = {name: value for name, value in manner.items() if value is not None}
    if anchor:
        given["anchor"] = run(anchor.isoformat()).readings[0]
    answer = run(text, **given)
    if as_json:
        say_json(readings.as_record(answer))
    else:
        for line in readings.as_lines(answer):
            say(line)
    if not answer.readings:
        raise click.exceptions.Exit(1)


@main.command()
def doctor() -> None:
    """Say what timeline has to work with on this machine, and what it lacks."""
    from timeline.cli.doctor import run_checks

    findings = run_checks()
    width = max(len(finding.state) for finding in findings)
    for finding in findings:
        say(f"{finding.state:{width}}  {visible(finding.summary)}")
        if finding.way_out:
            say(f"{'':{width}}  Try: {finding.way_out}")
    if any(finding.state == "lacks" for finding in findings):
        raise click.exceptions.Exit(3)


@main.command()
def schema() -> None:
    """Print the JSON Schema of the file events.json that a build writes."""
    from timeline.render.data.schema import events_schema

    say(events_schema().removesuffix("\n"))


def _must_be_apart(events: Path, output: Path) -> None:
    """Else a build would read what it wrote, or write among the event files."""
    source, target = (Path(os.path.realpath(path)) for path in (events, output))  # takes a circle of links
    if source.is_relative_to(target) or target.is_relative_to(source):
        told = f"OUTPUT {visible(str(output))} and EVENTS {visible(str(events))} lie within each other"
        raise click.UsageError(f"{told}\nTry: -o with a folder beside the event files")

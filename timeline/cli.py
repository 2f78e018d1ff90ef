"""The commands: parse, call one function, print. Heavy imports wait until a command needs them."""

from __future__ import annotations

import difflib
import os
import re
import time
import zoneinfo
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

import click

from timeline import __version__, reports
from timeline.console import Commands, bar, make_streams_forgiving, say, say_json, show
from timeline.problems import visible


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
@click.pass_obj
def build(quiet: bool, events: Path, output: Path) -> None:
    """Build the page of EVENTS, by default the folder "events"."""
    _must_exist([events])
    _must_be_apart(events, output)
    began = time.perf_counter()

    from timeline.build import build as run

    report = run(events, output, progress=iter if quiet else bar)
    show(report.warnings, to_stderr=True)
    width = max((len(visible(str(path))) for path, _ in report.files), default=0)
    for path, length in report.files:
        say(f"{visible(str(path)):{width}}  {reports.size(length)}")
    if not quiet:
        say(report.plotly, to_stderr=True)
        say(f"{reports.summary(report)} in {time.perf_counter() - began:.1f} s", to_stderr=True)
        for line in report.left_out:
            say(line, to_stderr=True)
    _tell_of_boxes(report.boxes)


@main.command()
@click.argument("form", type=click.Choice(["svg", "png"]), metavar="svg|png")
@click.argument("events", type=click.Path(path_type=Path), default="events")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, allow_dash=True),
    metavar="FILE|-",
    help="Default: timeline or the ID.",
)
@click.option("--width", type=click.IntRange(320, 4096), help="In px, of the SVG; a PNG has twice as many.")
@click.option("--event", metavar="ID", help="Not the whole timeline but a card of this event.")
@click.pass_obj
def export(quiet: bool, /, form: str, events: Path, output: Path | None, **asked: Any) -> None:
    """Draw one picture of EVENTS, by default the folder "events"."""
    _must_exist([events])
    output = output or Path(f"{asked['event'] or 'timeline'}.{form}")
    _must_spare(events, output)

    from timeline.build import NoSuchEventError, draw
    from timeline.write import write

    given = {name: value for name, value in asked.items() if value is not None}
    try:
        if not quiet:
            given["progress"] = bar
        picture, boxes = draw(form, events, **given)
    except NoSuchEventError as error:
        raise click.UsageError(visible(str(error)) + error.advice) from None
    if str(output) == "-":
        say(picture, ends=False)
    else:
        write(output.parent, {output.name: picture})
        say(f"{visible(str(output))}  {reports.size(len(picture))}")
    _tell_of_boxes(boxes)


def _tell_of_boxes(letters: Iterable[str]) -> None:
    """A letter that no font has is a fault of the picture, to be told however quiet one wants it."""
    named = [f"{visible(letter)} (U+{ord(letter):04X})" for letter in letters]
    if named:
        shown = ", ".join(named[:8]) + (f" and {len(named) - 8} more" if len(named) > 8 else "")
        told = f"No font on this machine has {shown}: boxes stand for them in the PNG"
        say(f"{told}\nTry: install a font of that script, such as Noto's", to_stderr=True)


@main.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(["text", "json", "github"]), default="text")
@click.option("--strict", is_flag=True, help="Warnings count as faults.")
@click.pass_obj
def check(quiet: bool, paths: tuple[Path, ...], form: str, strict: bool) -> None:
    """Name every fault of the files in PATHS, by default the folder "events"."""
    paths = paths or (Path("events"),)
    _must_exist(paths)

    from timeline.build import examine

    timeline, problems = examine(
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
    known = zoneinfo.available_timezones()
    if not value or value in known:
        return value
    near = difflib.get_close_matches(value, known, n=1)
    advice = f"did you mean {near[0]}?" if near else "write it like Europe/Paris"
    raise click.BadParameter(f"{value!r} is not an IANA time zone; {advice}")


def _language(_ctx: click.Context, _param: click.Parameter, value: str) -> str:
    """A language tag whose dates can be read, such as "uk" or "en-GB"."""
    from timeline.dates.foreign import LANGUAGES

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
    from timeline import answers
    from timeline.dates import resolve as run

    given = {name: value for name, value in manner.items() if value is not None}
    if anchor:
        given["anchor"] = run(anchor.isoformat()).readings[0]
    answer = run(text, **given)
    if as_json:
        say_json(answers.as_record(answer))
    else:
        for line in answers.as_lines(answer):
            say(line)
    if not answer.readings:
        raise click.exceptions.Exit(1)


@main.command()
def doctor() -> None:
    """Say what timeline has to work with on this machine, and what it lacks."""
    from timeline.doctor import examine

    findings = examine()
    width = max(len(finding.state) for finding in findings)
    for finding in findings:
        say(f"{finding.state:{width}}  {visible(finding.told)}")
        if finding.way_out:
            say(f"{'':{width}}  Try: {finding.way_out}")
    if any(finding.state == "lacks" for finding in findings):
        raise click.exceptions.Exit(3)


@main.command()
def schema() -> None:
    """Print the JSON Schema of the file events.json that a build writes."""
    from timeline.schema import events_schema

    say(events_schema().removesuffix("\n"))


def _must_exist(paths: Iterable[Path]) -> None:
    """A path that is not there is a slip on the command line, not a fault in the files."""
    for path in paths:
        if not path.exists() and not path.is_symlink():
            told = f"no such folder: {visible(str(path))}"
            raise click.UsageError(f"{told}\nTry: name the folder that holds your event files")


def _must_spare(events: Path, output: Path) -> None:
    """A picture must not take the place of an event file."""
    if output.suffix.lower() in (".yaml", ".yml") or output.resolve() == events.resolve():
        told = f"{visible(str(output))} is, or is named like, an event file"
        raise click.UsageError(f"{told}\nTry: -o timeline.svg")


def _must_be_apart(events: Path, output: Path) -> None:
    """Else a build would read what it wrote, or write among the event files."""
    source, target = events.resolve(), output.resolve()
    if source.is_relative_to(target) or target.is_relative_to(source):
        told = f"OUTPUT {visible(str(output))} and EVENTS {visible(str(events))} lie within each other"
        raise click.UsageError(f"{told}\nTry: -o with a folder beside the event files")

"""The command ``timeline import``."""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from timeline.cli.common.params import date_language, require_existing
from timeline.cli.common.reports import size
from timeline.cli.common.terminal import progress_bar, say
from timeline.language.events import count_of
from timeline.model.problems import visible

if TYPE_CHECKING:
    from timeline.importing import Choices, Imported


#: A file of so many bytes takes seconds to read.
_LARGE = 2_000_000


#: So many kinds of thing without a field are listed.
_MOST_LEFTOVERS = 200


def _language(ctx: click.Context, param: click.Parameter, value: str) -> str:
    return date_language(ctx, param, value) if value else ""


def column_map(_ctx: click.Context, _param: click.Parameter, values: tuple[str, ...]) -> dict[str, str]:
    """Fields and the names of their columns, from "title=Headline,date=When" or from several such."""
    from timeline.importing.tables.names import FIELDS

    columns: dict[str, str] = {}
    for value in values:
        parts: list[str] = []
        for part in value.split(","):  # a comma within the name of a column belongs to it
            if parts and "=" not in part:
                parts[-1] += f",{part}"
            else:
                parts.append(part)
        for part in parts:
            field, equals, name = (each.strip() for each in part.partition("="))
            if not equals or field not in FIELDS:
                raise click.BadParameter(
                    f'{visible(part)!r} does not begin with a field and "="\n'
                    f"Try: --map title=Headline,date=When; the fields are {', '.join(FIELDS)}"
                )
            columns[field] = name
    return columns


@click.command("import")
@click.argument("file", metavar="FILE|URL")
@click.option(
    "-o",
    "--output",
    metavar="EVENTS",
    type=click.Path(path_type=Path),
    default="events",
    show_default=True,
    help="The folder to write event files to. It must have none yet.",
)
@click.option(
    "--map",
    "columns",
    metavar="FIELD=COLUMN,...",
    multiple=True,
    callback=column_map,
    help="Which column holds which field: title=Headline,date=When. Repeatable.",
)
@click.option("--sheet", metavar="NAME", default="", help="The sheet of a workbook. Default: the first.")
@click.option("--track", metavar="NAME", default="", help="The track of events that name none.")
@click.option(
    "--language",
    metavar="TAG",
    callback=_language,
    default="",
    help="The language of the texts and dates, such as de.",
)
@click.option(
    "--update",
    "events",
    metavar="EVENTS",
    type=click.Path(path_type=Path),
    help="Change the event files in this folder as FILE says, and nothing else.",
)
@click.option("--dry-run", "is_dry", is_flag=True, help="With --update: only show what would change.")
@click.pass_obj
def command(
    quiet: bool, /, file: str, output: Path, events: Path | None, is_dry: bool, **options: object
) -> None:
    """Make event files of FILE, or of the CSV published at URL: a timeline of another tool.

    FILE may be a spreadsheet (CSV, TSV, XLSX), JSON of TimelineJS, SIMILE or vis-timeline, SIMILE XML,
    markwhen, iCalendar, or events.json or events.csv of timeline itself. What it is, its content decides.

    Example: timeline import sheet.csv -o my-events
    """
    from timeline.importing import Choices

    is_address = bool(re.match("https?://", file, re.IGNORECASE))
    if not is_address:
        require_existing([Path(file)], "name the file that you want to import")
    choices = Choices(**options)  # type: ignore[arg-type]  # click has checked them
    if is_dry and events is None:
        raise click.UsageError("--dry-run needs --update\nTry: --update EVENTS --dry-run")
    if events is not None:
        from timeline.cli.common.import_update import update

        require_existing([events])
        update(file, _read(file, is_address=is_address), events, choices, is_dry=is_dry)
        return
    _refuse_existing(output)
    data = _read(file, is_address=is_address)
    if len(data) > _LARGE and sys.stderr.isatty() and not quiet:
        say(f"Reading {visible(file)}, {size(len(data))} ...", to_stderr=True)
    imported = _convert(file, data, choices, is_asked=is_terminal() and not quiet)

    from timeline.writing.new_files import ExistingFilesError, write_new

    files = {name: text.encode() for name, text in imported.files.items()}
    try:
        write_new(output, files, iter if quiet else progress_bar)
    except ExistingFilesError as error:
        raise _existing(error) from None
    for line in report(imported, output):
        say(visible(line))
    if not quiet:
        place = "" if output == Path("events") else f" {visible(output.as_posix())}"
        next_ = f"timeline edit{place}, which shows in a form what is still missing"
        if not imported.without_source:
            next_ = f"timeline serve{place}, which shows the page"
        say(f"Next: {next_}", to_stderr=True)


def is_terminal() -> bool:
    """Whether somebody can be asked."""
    return sys.stdin.isatty()


def _refuse_existing(output: Path) -> None:
    """Refuse a folder with event files before any work is done."""
    from timeline.writing.new_files import ExistingFilesError, must_be_free

    try:
        must_be_free(output, {})
    except ExistingFilesError as error:
        raise _existing(error) from None


def _existing(error: Exception) -> click.UsageError:
    return click.UsageError(
        f"{visible(str(error))}; nothing was changed\nTry: -o with a new folder, or --update EVENTS"
    )


def _read(file: str, *, is_address: bool) -> bytes:
    """The bytes of a file, or of what is published at an address."""
    from timeline.importing import MAX_BYTES, fetching
    from timeline.model.problems import Problem, TimelineError
    from timeline.reading.files import File, read_bytes

    if is_address:
        return fetching.fetch(file)
    data = read_bytes(File(Path(file), Path(file).as_posix()), MAX_BYTES)
    if isinstance(data, Problem):
        raise TimelineError((data,))
    return data


def _convert(path: str, data: bytes, choices: Choices, *, is_asked: bool) -> Imported:
    """The event files. Where it is not clear which column is which, a person at a terminal is asked."""
    from dataclasses import replace

    from timeline.importing import UnknownColumnsError, convert

    try:
        return convert(path, data, choices)
    except UnknownColumnsError as error:
        if not (is_asked and error.missing):
            raise
        columns = {**choices.columns, **_ask(error.columns, error.missing)}
    return convert(path, data, replace(choices, columns=columns))


def _ask(columns: tuple[str, ...], missing: tuple[str, ...]) -> Mapping[str, str]:
    """The columns that somebody at the terminal names."""
    for number, column in enumerate(columns, 1):
        say(f"{number:3}  {visible(column)}", to_stderr=True)
    answers: dict[str, str] = {}
    for field in missing:
        last = 0 if field == "date" else 1
        question = f"Number of the column with the {field}" + ("; 0 if there is none" if not last else "")
        number = click.prompt(question, type=click.IntRange(last, len(columns)), err=True)
        answers[field] = columns[number - 1] if number else ""
    return answers


def report(imported: Imported, output: Path) -> list[str]:
    """What became of the file: in, out, and everything that was left over, by name.

    >>> from timeline.importing import convert
    >>> imported = convert("a.csv", b"Title,Date,Colour\\nTalks,2025-02-17,red\\n")
    >>> print("\\n".join(report(imported, Path("events"))))
    events: 2 files
    In:  1 row of CSV
    Out: 1 event
    Kept as comments, because events have no field for it:
      Colour: row 2
    1 event has no source yet; timeline check names it
    1 of the events names no track or group: it is on the track Events
    The file names no title: that of the timeline is the name of the file
    """
    others = [count_of(number, what) for what, number in imported.others]
    lines = [
        f"{output.as_posix()}: {count_of(len(imported.files), 'file')}",
        f"In:  {count_of(imported.total, imported.unit)} of {imported.format}",
        f"Out: {', '.join((count_of(imported.events, 'event'), *others))}",
    ]
    if imported.leftovers:
        lines.append("Kept as comments, because events have no field for it:")
        lines += [f"  {each.name}: {each.places}" for each in imported.leftovers[:_MOST_LEFTOVERS]]
        rest = len(imported.leftovers) - _MOST_LEFTOVERS
        lines += [f"  and {rest:,} more, which the comments name"] if rest > 0 else []
    if imported.without_source:
        have, them = ("has", "it") if imported.without_source == 1 else ("have", "them")
        found = (
            f"; {imported.with_links:,} of them list addresses that may be" if imported.with_links else ""
        )
        lines.append(
            f"{count_of(imported.without_source, 'event')} {have} no source yet{found}; "
            f"timeline check names {them}"
        )
    return [*lines, *imported.notes]

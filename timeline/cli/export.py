"""The commands ``timeline export FORMAT``, one for each line in the table of exports."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import click

from timeline.cli import reports
from timeline.cli.terminal import bar, must_exist, say
from timeline.model.export import ExportOptions
from timeline.model.problems import visible
from timeline.render.exports import EXPORTS, ExportFormat

#: Characters that a warning names before it only counts them.
_MOST_GLYPHS = 8

#: Name of an option in the table of exports -> the option.
_OPTIONS: dict[str, Callable[[Any], Any]] = {
    "all": click.option("--all", "all_events", is_flag=True, help="All events, not only the main ones."),
    "event": click.option("--event", metavar="ID", help="Draw a card of this event."),
    "paper": click.option(
        "--paper", type=click.Choice(["a4", "letter"]), default="a4", show_default=True, help="Paper size."
    ),
    "seed": click.option(
        "--seed", type=int, default=1, show_default=True, help="Another number gives another order."
    ),
    "template": click.option(
        "--template", type=click.Path(path_type=Path), metavar="FILE.pptx|.potx", help="Look of the slides."
    ),
    "width": click.option(
        "--width",
        type=click.IntRange(320, 4096),
        help="Width of the SVG in px; a PNG has twice as many.",
    ),
}


@click.group()
def export() -> None:
    """Make one file of EVENTS, by default of the folder "events"."""


def _refuse_event_file(_ctx: click.Context, _param: click.Parameter, value: Path | None) -> Path | None:
    """Refuses to write an output in the place of an event file, before doing any work."""
    if value and value.suffix.lower() in (".yaml", ".yml"):
        raise click.BadParameter(f"{visible(str(value))} is named like an event file")
    return value


def _command(format_: ExportFormat) -> click.Command:
    """The command that makes one format."""
    is_picture = "event" in format_.options

    @click.pass_obj
    def run(quiet: bool, /, events: Path, output: Path | None, **given: Any) -> None:
        _run(format_, quiet, events, output, **given)

    command: Any = click.option(
        "-o",
        "--output",
        type=click.Path(path_type=Path, allow_dash=True),
        metavar="FILE|-",
        callback=_refuse_event_file,
        default=None if is_picture else format_.file,
        show_default=not is_picture,
        help="Default: timeline, or the ID, with the format's extension." if is_picture else None,
    )(run)
    for name in reversed(format_.options):
        command = _OPTIONS[name](command)
    events_argument = click.argument("events", type=click.Path(path_type=Path), default="events")
    return click.command(format_.name, help=format_.summary)(events_argument(command))


def _run(
    format_: ExportFormat,
    quiet: bool,
    events: Path,
    output: Path | None,
    *,
    template: Path | None = None,
    **given: Any,
) -> None:
    must_exist([events])

    from timeline.build import export as make
    from timeline.render.pictures.export import NoSuchEventError

    options = ExportOptions(**{name: value for name, value in given.items() if value is not None})
    try:
        exported = make(format_, events, options, template=template, progress=iter if quiet else bar)
    except NoSuchEventError as error:
        raise click.UsageError(visible(str(error)) + error.advice) from None
    _deliver(exported.content, output or Path(f"{options.event or 'timeline'}.{format_.name}"))
    for line in () if quiet else exported.notes:
        say(line, to_stderr=True)
    warn_missing_glyphs(exported.missing_glyphs)


def _deliver(content: bytes, output: Path) -> None:
    """Writes one file, or sends it to standard output where ``output`` is "-"."""
    from timeline.writing import write_file

    if str(output) == "-":
        say(content, ends=False)
    else:
        write_file(output, content)
        say(f"{visible(str(output))}  {reports.size(len(content))}")


def warn_missing_glyphs(characters: Iterable[str]) -> None:
    """Warns of characters that the PNG shows as boxes, even with ``--quiet``."""
    named = [f"{visible(character)} (U+{ord(character):04X})" for character in characters]
    if named:
        rest = f" and {len(named) - _MOST_GLYPHS} more" if len(named) > _MOST_GLYPHS else ""
        shown = ", ".join(named[:_MOST_GLYPHS]) + rest
        say(
            f"No font on this machine has {shown}: the PNG shows boxes in their place\n"
            "Try: install a font for that script, such as one of the Noto fonts",
            to_stderr=True,
        )


for _format in EXPORTS:
    export.add_command(_command(_format))

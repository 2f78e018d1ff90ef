"""The commands ``timeline export FORMAT``, one for each line of the table `timeline.render.exports`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from timeline.cli.common import reports
from timeline.cli.common.params import named_like_its_format, picture_size, require_existing
from timeline.cli.common.terminal import progress_bar, say, warn_missing_glyphs
from timeline.model.export import ExportOptions
from timeline.model.problems import visible
from timeline.render.exports import EXPORTS, ExportFormat

#: Name of an option in the table of exports -> the option.
_OPTIONS: dict[str, Callable[[Any], Any]] = {
    "all": click.option("--all", "all_events", is_flag=True, help="All events, not only the main ones."),
    "dark": click.option("--dark", "is_dark", is_flag=True, help="Use the dark colours."),
    "event": click.option("--event", metavar="ID", help="Draw a card of this event."),
    "format": click.option(
        "--format",
        "kind",
        type=click.Choice(["xlsx", "html"]),
        help="A workbook, or a page to print. Default: as FILE is named, else xlsx.",
    ),
    "layout": click.option(
        "--layout",
        type=click.Choice(["handout", "page", "poster"]),
        default="handout",
        show_default=True,
        help="A hand-out of the main events, the page with all of them, or the chart alone.",
    ),
    "paper": click.option(
        "--paper", type=click.Choice(["a4", "letter"]), default="a4", show_default=True, help="Paper size."
    ),
    "seed": click.option(
        "--seed", type=int, default=1, show_default=True, help="Another number gives another order."
    ),
    "size": click.option(
        "--size",
        metavar="WIDTHxHEIGHT",
        callback=picture_size,
        help="Lay it out for a social platform: 1200x630, 1080x1080, 1080x1350 or 1080x1920 px.",
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


@click.group("export")
def command() -> None:
    """Write EVENTS as one file in another format.

    EVENTS is the folder "events" unless you name another.
    """


def _format_command(format_: ExportFormat) -> click.Command:
    """The command that makes one format."""
    is_picture = "event" in format_.options
    has_several = is_picture or bool(format_.also)

    @click.pass_obj
    def run(quiet: bool, /, events: Path, output: Path | None, **options: Any) -> None:
        _export(format_, quiet, events, output, **options)

    decorated: Any = click.option(
        "-o",
        "--output",
        type=click.Path(path_type=Path, allow_dash=True),
        metavar="FILE|-",
        callback=named_like_its_format(format_),
        default=None if has_several else format_.file,
        show_default=not has_several,
        help="Default: timeline or the ID, and the size, with the format's extension."
        if is_picture
        else f"Default: {format_.file}, or with the extension of --format."
        if has_several
        else None,
    )(run)
    for name in reversed(format_.options):
        decorated = _OPTIONS[name](decorated)
    events_argument = click.argument("events", type=click.Path(path_type=Path), default="events")
    return click.command(format_.name, help=format_.summary)(events_argument(decorated))


def _export(  # noqa: PLR0913 -- the options of the commands
    format_: ExportFormat,
    quiet: bool,
    events: Path,
    output: Path | None,
    *,
    template: Path | None = None,
    kind: str | None = None,
    **options: Any,
) -> None:
    """Makes the file and writes it to ``output``; the default is named after the event, or "timeline"."""
    require_existing([events])
    if format_.also:
        output, options["suffix"] = _of_kind(format_, output, kind)
    if options.get("size") and options.get("width"):
        raise click.UsageError("--size already says how wide the picture is\nTry: leave out --width")

    from timeline.build import export
    from timeline.render.pictures.export import NoSuchEventError

    chosen = ExportOptions(**{name: value for name, value in options.items() if value is not None})
    progress = iter if quiet else progress_bar
    try:
        exported = export(format_, events, chosen, template=template, progress=progress)
    except NoSuchEventError as error:
        raise click.UsageError(visible(str(error)) + error.advice) from None
    name = "-".join(filter(None, (chosen.event or "timeline", chosen.size)))
    _deliver(exported.content, output or Path(f"{name}.{format_.name}"))
    for line in () if quiet else exported.notes:
        say(line, to_stderr=True)
    warn_missing_glyphs(exported.missing_glyphs)


def _of_kind(format_: ExportFormat, output: Path | None, kind: str | None) -> tuple[Path, str]:
    """Where a format that makes several kinds of file is written, and which kind it is to be.

    >>> checklist = next(each for each in EXPORTS if each.name == "checklist")
    >>> _of_kind(checklist, Path("a.html"), None)[1], _of_kind(checklist, None, "html")[0].name
    ('.html', 'checklist.html')
    """
    usual, named = Path(format_.file).suffix, output.suffix.lower() if output else ""
    named = named if named in {usual, *format_.also} else ""
    if named and kind and named != f".{kind}":
        right = visible(str(output.with_suffix(f".{kind}"))) if output else ""
        raise click.UsageError(
            f"--format {kind} and the name {visible(str(output))} disagree\nTry: -o {right}"
        )
    suffix = f".{kind}" if kind else named or usual
    return output or Path(format_.file).with_suffix(suffix), suffix


def _deliver(content: bytes, output: Path) -> None:
    """Writes one file, or sends it to standard output where ``output`` is "-"."""
    from timeline.writing import write_file

    if str(output) == "-":
        say(content, newline=False)
    else:
        write_file(output, content)
        say(f"{visible(str(output))}  {reports.size(len(content))}")


for _format in EXPORTS:
    command.add_command(_format_command(_format))

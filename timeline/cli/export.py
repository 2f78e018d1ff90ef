"""The commands ``timeline export FORM``: each makes one file of the events, or sends it on."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TypeVar

import click

from timeline.cli import reports
from timeline.cli.terminal import bar, must_exist, say
from timeline.language.events import counted
from timeline.model.problems import visible


def _spares_events(_ctx: click.Context, _param: click.Parameter, value: Path | None) -> Path | None:
    """An output must not take the place of an event file; told before the work, not after it."""
    if value and value.suffix.lower() in (".yaml", ".yml"):
        raise click.BadParameter(f"{visible(str(value))} is named like an event file")
    return value


#: A function as click decorates it.
Command = TypeVar("Command", bound=Callable[..., Any])

#: What every form takes.
events_argument = click.argument("events", type=click.Path(path_type=Path), default="events")


def output_option(name: str | None = None, told: str | None = None) -> Callable[[Command], Command]:
    """Where the file goes: ``name`` unless somebody says otherwise; ``told`` is the option's help."""
    return click.option(
        "-o",
        "--output",
        type=click.Path(path_type=Path, allow_dash=True),
        metavar="FILE|-",
        callback=_spares_events,
        default=name,
        show_default=name is not None,
        help=told,
    )


_drawn = output_option(told="Default: timeline, or the ID, with the form's ending.")
#: What a picture takes.
_width = click.option(
    "--width", type=click.IntRange(320, 4096), help="In px, of the SVG; a PNG has twice as many."
)
_event = click.option("--event", metavar="ID", help="Not the whole timeline but a card of this event.")


@click.group()
def export() -> None:
    """Make one file of EVENTS, by default of the folder "events"."""


def deliver(content: bytes, output: Path) -> None:
    """Write one file, or send it to standard output where ``output`` is "-"."""
    from timeline.writing import write_file

    if str(output) == "-":
        say(content, ends=False)
    else:
        write_file(output, content)
        say(f"{visible(str(output))}  {reports.size(len(content))}")


@export.command()
@events_argument
@_drawn
@_width
@_event
@click.pass_obj
def svg(quiet: bool, /, **asked: Any) -> None:
    """Draw the timeline, or a card of one event, as SVG."""
    _draw("svg", quiet, **asked)


@export.command()
@events_argument
@_drawn
@_width
@_event
@click.pass_obj
def png(quiet: bool, /, **asked: Any) -> None:
    """Draw the timeline, or a card of one event, as PNG."""
    _draw("png", quiet, **asked)


@export.command()
@events_argument
@output_option("timeline.pptx")
@click.option("--all", "everything", is_flag=True, help="A slide for every event, not only the main ones.")
@click.option(
    "--template", type=click.Path(path_type=Path), metavar="FILE.pptx|.potx", help="Look of the slides."
)
@click.pass_obj
def pptx(quiet: bool, /, events: Path, output: Path, **asked: Any) -> None:
    """Make an editable slide deck, with a speaker's notes."""
    must_exist([events])

    from timeline.build import present

    content, count, told = present(events, progress=iter if quiet else bar, **asked)
    deliver(content, output)
    if not quiet:
        for line in (*told, counted(count, "slide")):
            say(line, to_stderr=True)


def _draw(form: str, quiet: bool, /, events: Path, output: Path | None, **asked: Any) -> None:
    must_exist([events])

    from timeline.build import NoSuchEventError, draw

    given = {name: value for name, value in asked.items() if value is not None}
    try:
        picture, boxes = draw(form, events, progress=iter if quiet else bar, **given)
    except NoSuchEventError as error:
        raise click.UsageError(visible(str(error)) + error.advice) from None
    deliver(picture, output or Path(f"{given.get('event', 'timeline')}.{form}"))
    tell_of_boxes(boxes)


@export.command()
@events_argument
@output_option("sources.json")
@click.pass_obj
def csl(quiet: bool, events: Path, output: Path) -> None:
    """List the sources as CSL-JSON, for Zotero and citation processors."""
    _list("csl", quiet, events, output)


@export.command()
@events_argument
@output_option("sources.ris")
@click.pass_obj
def ris(quiet: bool, events: Path, output: Path) -> None:
    """List the sources as RIS, for most reference managers."""
    _list("ris", quiet, events, output)


@export.command()
@events_argument
@output_option("sources.bib")
@click.pass_obj
def bibtex(quiet: bool, events: Path, output: Path) -> None:
    """List the sources as BibLaTeX entries, for LaTeX."""
    _list("bibtex", quiet, events, output)


def _list(form: str, quiet: bool, events: Path, output: Path) -> None:
    must_exist([events])

    from timeline.build import sources

    deliver(sources(form, events, progress=iter if quiet else bar), output)


_everything = click.option("--all", "everything", is_flag=True, help="All events, not the main ones alone.")
_paper = click.option(
    "--paper",
    type=click.Choice(["a4", "letter"]),
    default="a4",
    show_default=True,
    help="Size of the sheets.",
)


@export.command()
@events_argument
@output_option("handout.html")
@_paper
@_everything
@click.pass_obj
def handout(quiet: bool, /, **asked: Any) -> None:
    """Make a hand-out to print: the line, the events and their sources."""
    _hand_out("handout", quiet, **asked)


@export.command()
@events_argument
@output_option("worksheet.html")
@_paper
@_everything
@click.option("--seed", type=int, default=1, show_default=True, help="Another number, another order.")
@click.pass_obj
def worksheet(quiet: bool, /, **asked: Any) -> None:
    """Make a worksheet to print: events to put in order, and the answers."""
    _hand_out("worksheet", quiet, **asked)


@export.command()
@events_argument
@output_option("slides.md")
@_everything
@click.pass_obj
def marp(quiet: bool, /, **asked: Any) -> None:
    """Make slides in Markdown, for Marp and Quarto."""
    _hand_out("marp", quiet, **asked)


def _hand_out(form: str, quiet: bool, /, events: Path, output: Path, **asked: Any) -> None:
    must_exist([events])

    from timeline.build import hand_out

    deliver(hand_out(form, events, progress=iter if quiet else bar, **asked), output)


def tell_of_boxes(letters: Iterable[str]) -> None:
    """A letter that no font has is a fault of the picture, to be told however quiet one wants it."""
    named = [f"{visible(letter)} (U+{ord(letter):04X})" for letter in letters]
    if named:
        shown = ", ".join(named[:8]) + (f" and {len(named) - 8} more" if len(named) > 8 else "")
        told = f"No font on this machine has {shown}: boxes stand for them in the PNG"
        say(f"{told}\nTry: install a font of that script, such as Noto's", to_stderr=True)

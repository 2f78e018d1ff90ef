"""The command ``timeline new``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from timeline.cli.common.terminal import say
from timeline.model.problems import visible

if TYPE_CHECKING:
    from timeline.webpages.metadata import PageMetadata

_EXAMPLE = """\b
Examples:
  timeline new "Leaders meet in Paris" --date 2025-02-17
  timeline new --from-url https://www.example.org/story
"""
#: Largest page that is saved as a file, in bytes.
_MAX_BYTES = 20_000_000


class _UnreachableError(click.ClickException):
    """A page cannot be fetched from here."""

    exit_code = 3


@click.command("new", epilog=_EXAMPLE)
@click.argument("title", required=False, default="")
@click.option("--date", metavar="DATE", default="", help="When it happened, such as 2025-02-17.")
@click.option("--events", type=click.Path(path_type=Path), default="events", show_default=True)
@click.option(
    "--from-file",
    "file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A saved web page that becomes its source.",
)
@click.option("--from-url", "address", metavar="URL", help="A web page that becomes its source.")
@click.pass_obj
def command(  # noqa: PLR0913, PLR0917 -- the options of the command
    quiet: bool, title: str, date: str, events: Path, file: Path | None, address: str | None
) -> None:
    """Add an event, marked as a draft, with the title TITLE or drafted from a web page.

    Nothing is overwritten. Only --from-url uses the network.
    """
    from timeline.editing.new_event import NewEvent, add_event, listed_source
    from timeline.webpages.metadata import PageMetadata, one_line
    from timeline.writing.new_files import ExistingFilesError

    if not events.is_dir():
        raise click.UsageError(
            f"no such folder: {visible(str(events))}\nTry: timeline init, which makes one"
        )
    if file and address:
        raise click.UsageError("--from-file and --from-url exclude each other\nTry: one of them")
    page = _saved(file) if file else _fetched(address) if address else PageMetadata()
    title = one_line(title) or page.title
    if not title:
        raise click.UsageError('the event has no title\nTry: timeline new "Leaders meet in Paris"')
    try:
        source = listed_source(events, page.address)
        path = add_event(events, NewEvent(title, one_line(date), page, source))
    except ExistingFilesError as error:
        advice = "Try: another title, or complete the event that is there"
        raise click.UsageError(f"{visible(str(error))}; nothing was written\n{advice}") from None
    say(visible(path.as_posix()))
    if not quiet:
        say("Next: fill in the lines that begin with #, and delete the line draft: true", to_stderr=True)


def _saved(file: Path) -> PageMetadata:
    from timeline.webpages.metadata import read_page

    with file.open("rb") as opened:
        content = opened.read(_MAX_BYTES + 1)
    if len(content) > _MAX_BYTES:
        raise click.UsageError(f"{visible(str(file))} has more than {_MAX_BYTES // 1_000_000} MB")
    return read_page(content)


def _fetched(address: str) -> PageMetadata:
    from timeline.fetching import FetchError, fetch
    from timeline.webpages.metadata import read_page

    try:
        found = fetch(address)
    except FetchError as error:
        advice = "Try: save the page in a browser, then timeline new --from-file"
        raise _UnreachableError(f"{visible(address)} {visible(str(error))}\n{advice}") from None
    return read_page(found.content, address=found.address, charset=found.charset)

"""The command ``timeline edit``."""

from __future__ import annotations

from pathlib import Path

import click

from timeline.cli.common.live_server import browser_option, port_option, run_server
from timeline.model.problems import visible

_EXAMPLE = "\b\nExample:\n  timeline edit events"


@click.command("edit", epilog=_EXAMPLE)
@click.argument("events", type=click.Path(path_type=Path), default="events")
@port_option
@browser_option
@click.pass_obj
def command(quiet: bool, events: Path, port: int | None, no_browser: bool) -> None:
    """Edit EVENTS, by default the folder "events", in a browser: a form for each event beside the page.

    Only browsers on this machine can open it, and nothing leaves the machine. A save changes only the lines
    of the fields that you have changed. Ctrl-C ends it.
    """
    _must_have_events(events)

    from timeline.editing.form.answers import Form
    from timeline.editing.form.workspace import Workspace
    from timeline.editing.preview import Preview

    run_server(
        Preview(events),
        port,
        shown=f"{events.as_posix()} can be edited at",
        advice="Leave this window open while you edit. Ctrl-C ends it.",
        quiet=quiet,
        opens=not no_browser,
        extension=Form(Workspace(events)),
    )


def _must_have_events(events: Path) -> None:
    """Raise UsageError, with what to do, where there are no event files to edit."""
    if not events.exists():
        raise click.UsageError(
            f"no such folder: {visible(str(events))}\nTry: timeline init, which makes one"
        )
    if events.is_dir() and not any(events.glob("**/*.y*ml")):
        raise click.UsageError(
            f"the folder {visible(str(events))} holds no event files\n"
            "Try: timeline init, which makes a folder with a small story to replace"
        )

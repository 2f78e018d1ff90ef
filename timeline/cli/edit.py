"""The command ``timeline edit``."""

from __future__ import annotations

from pathlib import Path

import click

from timeline.cli.common.live_server import browser_option, must_be_folder, port_option, run_server

_EXAMPLE = "\b\nExample:\n  timeline edit events"


@click.command("edit", epilog=_EXAMPLE)
@click.argument("events", type=click.Path(path_type=Path), default="events")
@port_option
@browser_option
@click.pass_obj
def command(quiet: bool, events: Path, port: int | None, is_quiet: bool) -> None:
    """Edit EVENTS, by default the folder "events", in a browser: a form for each event beside the page.

    Only browsers on this machine can open it, and nothing leaves the machine. A save changes only the lines
    of the fields that you have changed. Ctrl-C ends it.
    """
    must_be_folder(events)

    from timeline.editing.form.answers import Form
    from timeline.editing.form.workspace import Workspace
    from timeline.editing.preview import Preview

    run_server(
        Preview(events),
        port,
        shown=f"{events.as_posix()} can be edited at",
        advice="Leave this window open while you edit. Ctrl-C ends it.",
        quiet=quiet,
        opens=not is_quiet,
        extension=Form(Workspace(events)),
    )

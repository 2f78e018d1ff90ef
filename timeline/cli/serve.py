"""The command ``timeline serve``."""

from __future__ import annotations

from pathlib import Path

import click

from timeline.cli.common.live_server import browser_option, port_option, run_server
from timeline.cli.common.params import require_existing

_EXAMPLE = "\b\nExample:\n  timeline serve events"


@click.command("serve", epilog=_EXAMPLE)
@click.argument("events", type=click.Path(path_type=Path), default="events")
@port_option
@browser_option
@click.option("--drafts", "has_drafts", is_flag=True, help="Also show events marked as drafts.")
@click.pass_obj
def command(quiet: bool, events: Path, port: int | None, no_browser: bool, has_drafts: bool) -> None:
    """Show the page of EVENTS, by default the folder "events", and keep it up to date while you edit.

    Only browsers on this machine can open it. Nothing is written. Ctrl-C ends it.
    """
    require_existing([events])

    from timeline.editing.preview import Preview

    run_server(
        Preview(events, has_drafts),
        port,
        shown=f"{events.as_posix()} is shown at",
        advice="It changes whenever you save a file. Ctrl-C ends it.",
        quiet=quiet,
        opens=not no_browser,
    )

"""The command ``timeline schema``."""

from __future__ import annotations

import click

from timeline.cli.common.terminal import say


@click.command("schema")
def command() -> None:
    """Print the JSON Schema of the file events.json."""
    from timeline.render.data.schema import events_schema

    say(events_schema().removesuffix("\n"))

"""The command ``timeline evidence`` and its own commands."""

from __future__ import annotations

import click

from timeline.cli.evidence import add, recheck

_EXAMPLE = "\b\nExample:\n  timeline evidence add story.html --for https://www.example.org/story"


@click.group("evidence", epilog=_EXAMPLE)
def command() -> None:
    """Keep copies of sources, and find in them what the events claim of these sources."""


command.add_command(add.command)
command.add_command(recheck.command)

"""The command ``timeline diff``."""

from __future__ import annotations

from pathlib import Path

import click

from timeline.cli.common.terminal import say
from timeline.cli.diff.places import published_at
from timeline.model.problems import visible

_EXAMPLES = """\b
Examples:
  timeline diff HEAD~3
  timeline diff output/events.json events --format md
"""


@click.command("diff", epilog=_EXAMPLES)
@click.argument("old", metavar="OLD")
@click.argument("new", metavar="[NEW]", required=False)
@click.option(
    "--events",
    type=click.Path(path_type=Path),
    help="The folder of events, for git revisions; by default NEW if that is a folder, else events.",
)
@click.option("--format", "format_", type=click.Choice(["text", "json", "md"]), default="text")
@click.option("--exit-code", "has_exit_code", is_flag=True, help="End with 1 if there are differences.")
def command(old: str, new: str | None, events: Path | None, format_: str, *, has_exit_code: bool) -> None:
    """Say what has changed for readers between OLD and NEW, by default the folder "events".

    Each is a folder of events, a git revision of it such as HEAD~3, or an events.json.
    """
    folder = events or Path(new if new and Path(new).is_dir() else "events")
    from timeline.comparing import compare, report

    before = published_at(old, folder)
    after = published_at(new or str(folder), folder)
    changes = compare(before, after)
    if format_ == "json":
        say(report.as_json(changes).encode("utf-8", "backslashreplace"), newline=False)
    else:
        text = report.as_markdown(changes) if format_ == "md" else report.as_text(changes)
        say("\n".join(map(visible, text.split("\n"))), newline=False)
    if changes and has_exit_code:
        raise click.exceptions.Exit(1)

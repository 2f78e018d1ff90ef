"""The command ``timeline init``."""

from __future__ import annotations

from pathlib import Path

import click

from timeline.cli.common.terminal import say
from timeline.model.problems import visible

_EXAMPLE = "\b\nExample:\n  timeline init my-story"


@click.command("init", epilog=_EXAMPLE)
@click.argument("project", metavar="[DIR]", type=click.Path(path_type=Path), default=".")
@click.option("--title", metavar="TITLE", default="", help="Begin with this headline, and no events yet.")
@click.option("--example", "has_example", is_flag=True, help="Copy the curated events instead.")
@click.pass_obj
def command(quiet: bool, project: Path, title: str, has_example: bool) -> None:
    """Start a project in DIR, by default here: a folder "events" with a small story to replace.

    Nothing is overwritten.
    """
    if title and has_example:
        raise click.UsageError("--title and --example exclude each other\nTry: one of them")

    from timeline.editing.project import events_folder, start_project
    from timeline.writing.new_files import ExistingFilesError

    try:
        made = start_project(project, has_example=has_example, title=title)
    except ExistingFilesError as error:
        advice = "Try: timeline init with the name of a new folder"
        raise click.UsageError(f"{visible(str(error))}; nothing was written\n{advice}") from None
    for path in made:
        if path.suffix == ".yaml":
            say(visible(path.as_posix()))
    if not quiet:
        home = events_folder(project).parent
        place = "" if home == Path() else f"cd {visible(home.as_posix())}, then "
        say(f"Next: {place}timeline edit, which opens a form for each event in a browser;", to_stderr=True)
        if not title:
            say(
                "or change the files with a text editor while timeline serve shows the page", to_stderr=True
            )

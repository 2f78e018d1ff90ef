"""The command ``timeline fmt``."""

from __future__ import annotations

from pathlib import Path

import click

from timeline.cli.common.params import require_existing
from timeline.cli.common.terminal import print_problems, say
from timeline.language.events import count_of
from timeline.model.problems import errors, visible

_EXAMPLES = """\b
Examples:
  timeline fmt
  timeline fmt --check events
"""


def _event_files(_ctx: click.Context, _param: click.Parameter, paths: tuple[Path, ...]) -> tuple[Path, ...]:
    """Folders and YAML files. Any other file is refused: one of JSON, say, would be rewritten as YAML."""
    for path in paths:
        if path.suffix.lower() not in {".yaml", ".yml"} and path.is_file():
            name = visible(str(path))
            raise click.BadParameter(f"{name} is no event file: its name does not end in .yaml or .yml")
    return paths


@click.command("fmt", epilog=_EXAMPLES)
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), callback=_event_files)
@click.option("--check", "is_check", is_flag=True, help="Name the files that would change; change none.")
@click.pass_obj
def command(quiet: bool, paths: tuple[Path, ...], is_check: bool) -> None:
    """Write event files in canonical form: PATHS, by default the folder "events".

    Values and comments stay as they are. A file that is not valid YAML is left alone.
    """
    paths = paths or (Path("events"),)
    require_existing(paths)

    from timeline.formatting import format_files
    from timeline.writing.edited_files import write_edited

    found = format_files(paths)
    if not is_check:
        write_edited(found.changes)
    for path in found.changes:
        say(visible(path.as_posix()))
    print_problems(found.problems, to_stderr=True)
    for message in found.failed:
        say(f"{visible(message)}; it is left alone", to_stderr=True)
    if not quiet:
        would = "would change" if is_check else "changed"
        say(f"{len(found.changes):,} of {count_of(found.files, 'file')} {would}", to_stderr=True)
    if errors(found.problems) or found.failed or (is_check and found.changes):
        raise click.exceptions.Exit(1)

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
  timeline fmt --sources repeated
"""
_WAYS = ("records", "repeated", "inline")


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
@click.option(
    "--sources",
    "way",
    type=click.Choice(_WAYS),
    help="Where sources stand: in _sources.yaml, there if cited more than once, or in the events.",
)
@click.pass_obj
def command(quiet: bool, paths: tuple[Path, ...], way: str | None, is_check: bool) -> None:
    """Write event files in canonical form: PATHS, by default the folder "events".

    Values and comments stay as they are. A file that is not valid YAML is left alone.
    """
    paths = paths or (Path("events"),)
    require_existing(paths)
    if way:
        _move_sources(paths, way, is_check=is_check, quiet=quiet)
        return

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
        _say_count(len(found.changes), found.files, is_check=is_check)
    if errors(found.problems) or found.failed or (is_check and found.changes):
        raise click.exceptions.Exit(1)


def _move_sources(paths: tuple[Path, ...], way: str, *, is_check: bool, quiet: bool) -> None:
    """Turn sources of events into records or back, in the only folder of ``paths``."""
    if len(paths) > 1 or not paths[0].is_dir():
        raise click.UsageError(
            "--sources takes the folder of a whole timeline\nTry: timeline fmt --sources records events"
        )
    from timeline.formatting import FormatError
    from timeline.formatting.sources import move_sources
    from timeline.writing.edited_files import remove_edited, write_edited
    from timeline.writing.new_files import create_files

    try:
        found = move_sources(paths[0], way)
    except FormatError as error:
        say(f"{visible(str(error))}; all files are left alone", to_stderr=True)
        raise click.exceptions.Exit(1) from error
    if not is_check:  # a record stands somewhere at every moment: it is written first and removed last
        for path, new in found.added.items():
            create_files(path.parent, {path.name: new})
        write_edited(found.changes)
        for path, old in found.removed.items():
            remove_edited(path, old)
    names = sorted(path.as_posix() for path in (*found.changes, *found.added, *found.removed))
    for name in names:
        say(visible(name))
    print_problems(found.problems, to_stderr=True)
    for sentence in found.left:
        say(f"Not moved: {visible(sentence)}", to_stderr=True)
    if not quiet:
        _say_count(len(names), found.files + len(found.added), is_check=is_check)
    if errors(found.problems) or (is_check and names):
        raise click.exceptions.Exit(1)


def _say_count(changed: int, files: int, *, is_check: bool) -> None:
    would = "would change" if is_check else "changed"
    say(f"{changed:,} of {count_of(files, 'file')} {would}", to_stderr=True)

"""The command line. Each command is a module of this folder, with its name and a place in `COMMANDS`.

A command parses its arguments, calls one function of the package and prints the result. It imports heavy
libraries only when it runs, so that ``--help`` is quick.
"""

from __future__ import annotations

import os
from pathlib import Path

import click

from timeline import __version__
from timeline.cli import (
    build,
    check,
    doctor,
    edit,
    evidence,
    export,
    fmt,
    help,  # noqa: A004
    import_,
    init,
    links,
    new,
    resolve,
    schema,
    serve,
)
from timeline.cli.common.next_steps import next_steps
from timeline.cli.common.terminal import Commands, escape_unencodable, say

#: Every command; ``timeline --help`` lists them by name.
COMMANDS = (
    build.command,
    check.command,
    doctor.command,
    edit.command,
    evidence.command,
    export.command,
    fmt.command,
    help.command,
    import_.command,
    init.command,
    links.command,
    new.command,
    resolve.command,
    schema.command,
    serve.command,
)


@click.group(
    cls=Commands,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(__version__, message="%(prog)s %(version)s")
@click.option("--debug", is_flag=True, help="Show the traceback of a bug in timeline.")
@click.option("-q", "--quiet", is_flag=True, help="Print only results, faults and warnings.")
@click.pass_context
def main(ctx: click.Context, debug: bool, quiet: bool) -> None:  # noqa: ARG001 -- Commands reads debug
    """Turn a folder of event files into an interactive timeline page with a source behind every event.

    Without a command: what to do next in this folder. The manual: timeline help
    """
    ctx.obj = quiet
    if os.environ.get("NO_COLOR"):
        ctx.color = False
    escape_unencodable()
    if ctx.invoked_subcommand is None:
        say(next_steps(Path.cwd()))


for _command in COMMANDS:
    main.add_command(_command)

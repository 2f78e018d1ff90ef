"""The command line. Each command is a module of this folder; ``COMMANDS`` names it and says what it does.

A command parses its arguments, calls one function of the package and prints the result. Its module is
imported when it is called, and heavy libraries only when it runs, so that ``--help`` is quick.
"""

from __future__ import annotations

import gc
import os
from pathlib import Path

import click

from timeline import __version__
from timeline.cli.common.terminal import Commands, escape_unencodable, say

#: Every command -> what it does, as ``timeline --help`` lists it: at most 60 characters, so that no
#: terminal cuts it off.
COMMANDS = {
    "build": "Build the page of a folder of event files.",
    "check": "List every fault of event files.",
    "diff": "Say what has changed for readers between two timelines.",
    "doctor": "Check whether this machine has what timeline needs.",
    "edit": "Edit event files in forms, in a browser.",
    "evidence": "Keep copies of sources, and find in them what is claimed.",
    "export": "Write a timeline as one file in another format.",
    "fmt": "Write event files in canonical form.",
    "help": "Show a topic of the manual, or list the topics.",
    "import": "Make event files of a file of another tool.",
    "init": "Start a project: a folder for events, and a first one.",
    "links": "Ask whether the cited pages are still there.",
    "new": "Add an event, marked as a draft.",
    "resolve": "Show every date that some words may mean.",
    "schema": "Print the JSON Schema of a kind of file.",
    "serve": "Show the page in a browser, and every change to it at once.",
}


@click.group(
    cls=Commands,
    summaries=COMMANDS,
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
    # A large timeline is millions of values that stay: to look for garbage among them as often as Python
    # does by itself takes a quarter of the time
    gc.set_threshold(100_000, 50, 100)
    ctx.obj = quiet
    if os.environ.get("NO_COLOR"):
        ctx.color = False
    escape_unencodable()
    if ctx.invoked_subcommand is None:
        from timeline.cli.common.next_steps import next_steps

        say(next_steps(Path.cwd()))

"""The command ``timeline serve``."""

from __future__ import annotations

import os
import signal
import sys
import webbrowser
from pathlib import Path
from typing import TYPE_CHECKING

import click

from timeline.cli.common import reports
from timeline.cli.common.params import require_existing
from timeline.cli.common.terminal import print_problems, say
from timeline.model.problems import Problem, visible

if TYPE_CHECKING:
    from timeline.editing.server import Outcome

_EXAMPLE = "\b\nExample:\n  timeline serve events"


class _PortInUseError(click.ClickException):
    """Another program has the port."""

    exit_code = 3


@click.command("serve", epilog=_EXAMPLE)
@click.argument("events", type=click.Path(path_type=Path), default="events")
@click.option(
    "--port", type=click.IntRange(0, 65535), help="The port. Default: the first free one from 8000 on."
)
@click.option("--no-browser", "is_quiet", is_flag=True, help="Do not open a browser.")
@click.option("--drafts", "has_drafts", is_flag=True, help="Also show events marked as drafts.")
@click.pass_obj
def command(quiet: bool, events: Path, port: int | None, is_quiet: bool, has_drafts: bool) -> None:
    """Show the page of EVENTS, by default the folder "events", and keep it up to date while you edit.

    Only browsers on this machine can open it. Nothing is written. Ctrl-C ends it.
    """
    require_existing([events])

    from timeline.editing.preview import Preview
    from timeline.editing.server import PortInUseError, Server, run

    try:
        server = Server(Preview(events, has_drafts), port)
    except PortInUseError:
        advice = (
            f"Try: --port {port + 1 if port and port < 65535 else 8000}, or no --port: a free one is found"
        )
        raise _PortInUseError(f"port {port} is used by another program\n{advice}") from None

    def begin() -> None:
        say(f"{visible(events.as_posix())} is shown at {server.address}")
        sys.stdout.flush()
        if not quiet:
            say("It changes whenever you save a file. Ctrl-C ends it.", to_stderr=True)
        if not is_quiet and _has_screen():
            webbrowser.open(server.address)

    for number in (signal.SIGINT, signal.SIGTERM):  # also where a shell ignores the first
        signal.signal(number, signal.default_int_handler)
    try:
        run(server, _Terminal(quiet).tell, begin)
    except KeyboardInterrupt:
        if not quiet:
            say("Ended", to_stderr=True)


class _Terminal:
    """Tells on the terminal what each look at the files finds."""

    def __init__(self, quiet: bool) -> None:
        self._quiet = quiet
        self._reported: tuple[Problem, ...] = ()

    def tell(self, outcome: Outcome) -> None:
        """Print faults, those warnings that are new, and the verdict."""
        if isinstance(outcome, Exception):
            description = visible(f"{type(outcome).__name__}: {outcome}")
            say(f"This is a bug in timeline: {description}; the last good page stays", to_stderr=True)
            return
        timeline, problems = outcome
        shown = [each for each in problems if each.is_error or each not in self._reported]
        self._reported = problems
        print_problems(shown, to_stderr=True)
        if shown or not self._quiet:
            say(reports.verdict(timeline, problems), to_stderr=True)


def _has_screen() -> bool:
    """Whether a browser would open in a window, and not take over the terminal."""
    is_unix_desktop = sys.platform not in ("win32", "darwin", "cygwin")
    return not is_unix_desktop or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))

"""What `timeline serve` and `timeline edit` share: a server on this machine, until Ctrl-C ends it."""

from __future__ import annotations

import os
import signal
import sys
import webbrowser
from typing import TYPE_CHECKING

import click

from timeline.cli.common import reports
from timeline.cli.common.terminal import print_problems, say
from timeline.model.problems import Problem, visible

if TYPE_CHECKING:
    from timeline.editing.extension import Extension
    from timeline.editing.preview import Preview
    from timeline.editing.running import Outcome


class _PortInUseError(click.ClickException):
    """Another program has the port."""

    exit_code = 3


port_option = click.option(
    "--port", type=click.IntRange(0, 65535), help="The port. Default: the first free one from 8000 on."
)
browser_option = click.option("--no-browser", is_flag=True, help="Do not open a browser.")


def run_server(  # noqa: PLR0913 -- the options of the commands
    preview: Preview,
    port: int | None,
    *,
    shown: str,
    advice: str,
    quiet: bool,
    opens: bool,
    extension: Extension | None = None,
) -> None:
    """Serve a preview, and say where: ``shown`` is a sentence that the address ends; ``advice`` follows."""
    from timeline.editing.running import run
    from timeline.editing.server import PortInUseError, Server

    try:
        server = Server(preview, port, extension)
    except PortInUseError:
        other = f"--port {port + 1 if port and port < 65535 else 8000}"
        message = f"port {port} is used by another program\nTry: {other}, or no --port: a free one is found"
        raise _PortInUseError(message) from None
    address = server.address + (extension.prefix if extension else "")

    def begin() -> None:
        say(f"{visible(shown)} {address}")
        sys.stdout.flush()
        if not quiet:
            say(advice, to_stderr=True)
        if opens and _has_screen():
            webbrowser.open(address)

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

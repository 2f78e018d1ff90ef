"""How commands print and end: stdout and stderr, colour, the progress bar, messages and exit codes."""

from __future__ import annotations

import importlib
import io
import json
import keyword
import os
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from timeline.model.problems import Problem

#: So few files are read too fast for a progress bar to be seen.
_MOST_FILES_WITHOUT_BAR = 200
#: Characters that a warning lists before it only counts them.
_MOST_GLYPHS = 8
_COLOURS = {"error": "red", "warning": "yellow"}
_File = TypeVar("_File")


class NotHereError(click.ClickException):
    """Something is missing on this machine, or cannot be written."""

    exit_code = 3


class _Bug(click.ClickException):
    """A bug in timeline (EX_SOFTWARE of sysexits.h)."""

    exit_code = 70


class _Modules(Mapping[str, click.Command]):
    """Commands by name, each in the module of that name, which is imported when it is asked for."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names = sorted(names)

    def __getitem__(self, name: str) -> click.Command:
        if name not in self._names:
            raise KeyError(name)
        module = f"{name}_" if keyword.iskeyword(name) else name
        command: click.Command = importlib.import_module(f"timeline.cli.{module}").command
        return command

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)


class Commands(click.Group):
    """A group of commands that turns every exception into a message and an exit code.

    0 success, 1 the input has faults, 2 wrong usage, 3 something is missing on this machine or cannot be
    written, 70 a bug in timeline, 130 interrupted. ``summaries`` says of each
    command what it does.
    """

    def __init__(self, *, summaries: Mapping[str, str], **attributes: Any) -> None:
        super().__init__(**attributes)
        self._summaries = summaries
        self.commands = _Modules(summaries)  # type: ignore[assignment]  # none is ever added

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        with formatter.section("Commands"):
            formatter.write_dl(sorted(self._summaries.items()))

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        for word in args:
            if "\0" in word or any("\ud800" <= letter <= "\udbff" for letter in word):
                from timeline.model.problems import visible

                raise click.UsageError(
                    f"{visible(word)} contains a character that no text or file name can contain", ctx
                )
        return super().parse_args(ctx, args)

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except click.NoSuchOption as error:
            raise self._misplaced(error) from None
        except (click.ClickException, click.Abort, click.exceptions.Exit):
            raise
        except KeyboardInterrupt:
            raise click.exceptions.Exit(130) from None
        except Exception as error:  # noqa: BLE001 -- the last resort: never show a traceback
            raise _as_exit(error, ctx.params["debug"]) from None

    def _misplaced(self, error: click.NoSuchOption) -> click.UsageError:
        """What to write instead if an option of all commands stands behind one; else the error itself."""
        option, ctx = error.option_name, error.ctx
        if ctx is None or option not in {name for each in self.params for name in each.opts}:
            return error
        return click.UsageError(
            f"{option} stands before the command\nTry: timeline {option} {ctx.info_name}", ctx
        )


def _as_exit(error: Exception, debug: bool) -> click.ClickException | click.exceptions.Exit:
    """How the command ends: faults are printed; any other exception is a system error or a bug."""
    from timeline.cli.common import reports
    from timeline.model.problems import TimelineError, visible
    from timeline.render.pdf.typesetter import NoPdfError
    from timeline.render.pictures.png import NoPicturesError
    from timeline.writing import WriteError

    match error:
        case TimelineError():
            print_problems(error.problems, to_stderr=True)
            say(reports.tally(error.problems), to_stderr=True)
            return click.exceptions.Exit(1)
        case WriteError() | NoPicturesError() | NoPdfError():
            return NotHereError(visible(str(error)))
        case ModuleNotFoundError(name=str(name)) if name.partition(".")[0] != "timeline":
            return NotHereError(f"the Python package {name} is not installed")
        case OSError():
            return NotHereError(visible(f"system error: {error}"))
    if debug:
        import traceback

        traceback.print_exception(error)
    description = visible(f"{type(error).__name__}: {error}")
    return _Bug(f"This is a bug in timeline: {description}; run again with --debug")


def escape_unencodable() -> None:
    """Makes stdout and stderr write an escape for a character that their encoding lacks."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def say(text: str | bytes, *, to_stderr: bool = False, newline: bool = True) -> None:
    """Prints a line, or with ``newline=False`` the text as it is.

    Once the reader of the stream is gone, such as ``head``, this and later output is dropped in silence.
    """
    stream = sys.stderr if to_stderr else sys.stdout
    try:
        click.echo(text, nl=newline, err=to_stderr)
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
        if not isinstance(error, BrokenPipeError):
            raise


def say_json(value: object) -> None:
    """Prints JSON in UTF-8, whatever the stream's encoding; a lone surrogate becomes a JSON escape."""
    say(json.dumps(value, ensure_ascii=False, indent=2).encode("utf-8", "backslashreplace"))


def print_problems(problems: Sequence[Problem], *, to_stderr: bool) -> None:
    """Prints problems for people, each severity in its colour."""
    for problem in problems:
        plain = f": {problem.severity}["
        coloured = f": {click.style(problem.severity, fg=_COLOURS[problem.severity])}["
        say(str(problem).replace(plain, coloured, 1), to_stderr=to_stderr)


def warn_missing_glyphs(characters: Sequence[str]) -> None:
    """Warns, even with ``--quiet``, of characters that a PNG shows as boxes."""
    if characters:
        from timeline.model.problems import visible

        names = [
            f"{visible(character)} (U+{ord(character):04X})" for character in characters[:_MOST_GLYPHS]
        ]
        rest = len(characters) - len(names)
        listed = ", ".join(names) + (f" and {rest} more" if rest else "")
        say(
            f"No font on this machine has {listed}: the PNG shows boxes in their place\n"
            "Try: install a font for that script, such as one of the Noto fonts",
            to_stderr=True,
        )


def progress_bar(files: Sequence[_File]) -> Iterator[_File]:
    """Yields the files, with a progress bar if there are many and stderr is a terminal."""
    if len(files) <= _MOST_FILES_WITHOUT_BAR or not sys.stderr.isatty():
        yield from files
        return
    with click.progressbar(files, label="Reading", file=sys.stderr) as shown:
        yield from shown

"""How the commands speak and end: two streams, colour, a bar, and an exit code for every way out."""

from __future__ import annotations

import io
import json
import os
import sys
import traceback
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

import click

from timeline.cli import reports
from timeline.model.problems import Problem, TimelineError, visible
from timeline.render.pictures.png import NoPicturesError
from timeline.writing import WriteError

#: Fewer files than this are read before a bar could be seen.
_LONG_WORK = 200
_COLOURS = {"error": "red", "warning": "yellow"}
_File = TypeVar("_File")


class _Refusal(click.ClickException):
    """Something is missing on this machine, or cannot be written."""

    exit_code = 3


class _Bug(click.ClickException):
    """Nobody's fault but ours (EX_SOFTWARE of sysexits.h)."""

    exit_code = 70


class Commands(click.Group):
    """A group that gives every way out its exit code, so that bad input never shows a traceback.

    0 fine, 1 the input has faults, 2 wrong usage, 3 something is missing on this machine or cannot be
    written, 70 a bug in timeline, 130 interrupted.
    """

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        for word in args:
            if "\0" in word or any("\ud800" <= letter <= "\udbff" for letter in word):
                raise click.UsageError(
                    f"{visible(word)} holds what neither a text nor a name can hold", ctx
                )
        return super().parse_args(ctx, args)

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except (click.ClickException, click.Abort, click.exceptions.Exit):
            raise
        except KeyboardInterrupt:
            raise click.exceptions.Exit(130) from None
        except TimelineError as error:
            show(error.problems, to_stderr=True)
            say(reports.tally(error.problems), to_stderr=True)
            raise click.exceptions.Exit(1) from None
        except Exception as error:  # noqa: BLE001 -- the last net: nothing but a sentence may pass it
            raise _told(error, ctx.params["debug"]) from None


def _told(error: Exception, debug: bool) -> click.ClickException:
    """What went wrong in one line: this machine said no, or it is a bug."""
    match error:
        case WriteError() | NoPicturesError():
            return _Refusal(visible(str(error)))
        case ModuleNotFoundError(name=str(name)) if name.partition(".")[0] != "timeline":
            return _Refusal(f"the Python package {name} is missing here")
        case OSError():
            return _Refusal(visible(f"this machine said no: {error}"))
    if debug:
        traceback.print_exception(error)
    told = visible(f"{type(error).__name__}: {error}")
    return _Bug(f"This is a bug in timeline: {told}; run again with --debug")


def must_exist(paths: Iterable[Path]) -> None:
    """A path that is not there is a slip on the command line, not a fault in the files."""
    for path in paths:
        if not path.exists() and not path.is_symlink():
            told = f"no such folder: {visible(str(path))}"
            raise click.UsageError(f"{told}\nTry: name the folder that holds your event files")


def make_streams_forgiving() -> None:
    """A character that a stream cannot encode is written as an escape."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def say(text: str | bytes, *, to_stderr: bool = False, ends: bool = True) -> None:
    """One line, or without its end a whole file; in silence once the reader, such as ``head``, has gone."""
    stream = sys.stderr if to_stderr else sys.stdout
    try:
        click.echo(text, nl=ends, err=to_stderr)
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
        if not isinstance(error, BrokenPipeError):
            raise


def say_json(value: object) -> None:
    """JSON is UTF-8 wherever it goes; what UTF-8 cannot hold becomes an escape, which JSON can read."""
    say(json.dumps(value, ensure_ascii=False, indent=2).encode("utf-8", "backslashreplace"))


def show(problems: Sequence[Problem], *, to_stderr: bool) -> None:
    """Problems for a person, the severity in its colour."""
    for problem in problems:
        plain = f": {problem.severity}["
        coloured = f": {click.style(problem.severity, fg=_COLOURS[problem.severity])}["
        say(str(problem).replace(plain, coloured, 1), to_stderr=to_stderr)


def bar(files: Sequence[_File]) -> Iterator[_File]:
    """The files, with a bar on a terminal where there are many."""
    if len(files) <= _LONG_WORK or not sys.stderr.isatty():
        yield from files
        return
    with click.progressbar(files, label="Reading", file=sys.stderr) as shown:
        yield from shown

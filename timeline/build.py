"""The pipeline as one short function: read -> normalise -> (lay out, render) -> write."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from timeline.layout import WIDTHS, lay_out
from timeline.model import Timeline
from timeline.normalise import normalise
from timeline.problems import Problem, TimelineError, errors
from timeline.reading import File, read
from timeline.render import render
from timeline.write import write

#: Wraps the files about to be read, so that a caller can show how far the work is.
Progress = Callable[[Sequence[File]], Iterable[File]]

#: Codes that may only follow from another file's fault: what is missed stands in what could not be read.
_FOLLOWS = ("E008", "E026", "W001")


@dataclass(frozen=True, slots=True)
class Report:
    """What a build made: each file with its size in bytes, what it holds, and what to look at."""

    files: tuple[tuple[Path, int], ...]
    events: int
    sources: int
    publishers: int
    warnings: tuple[Problem, ...]


def examine(
    paths: Sequence[Path], progress: Progress = iter, *, is_whole: bool = True
) -> tuple[Timeline | None, tuple[Problem, ...]]:
    """The timeline that files and folders hold, with every problem of every file in file order.

    Where they are not the whole timeline, ``related`` may name events that are not among them. None where
    there is any error. What is missed may stand in a file that could not be read: such faults are reported
    once that file is well.
    """
    documents, unread = read(paths, progress=progress)
    timeline, found = normalise(documents, is_whole=is_whole, folder=paths[0].as_posix())
    if errors(unread):
        found = tuple(problem for problem in found if problem.code not in _FOLLOWS)
    problems = tuple(sorted((*unread, *found)))
    return (None if errors(problems) else timeline), problems


def load(events: Path, progress: Progress = iter) -> Timeline:
    """The timeline in a folder of event files (or in one file).

    Raises TimelineError with every fault; warnings alone raise nothing.

    >>> import tempfile
    >>> event = '''
    ... title: European leaders meet in Paris
    ... date: 17 February 2025
    ... track: Europe
    ... sources: [{url: "https://www.example.org/story", publisher: Example News}]
    ... '''
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     _ = Path(folder, "2025-02-17-paris.yaml").write_text(event, encoding="utf-8")
    ...     [(event.id, event.when.edtf) for event in load(Path(folder)).events]
    [('paris', '2025-02-17')]
    """
    timeline, problems = examine((events,), progress)
    if timeline is None:
        raise TimelineError(problems)
    return timeline


def build(events: Path, output: Path, progress: Progress = iter) -> Report:
    """Build the page of ``events`` in ``output``.

    Raises TimelineError with every fault, and writes nothing then; WriteError when ``output`` cannot
    be written. Either way the last good page stays.
    """
    timeline, problems = examine((events,), progress)
    if timeline is None:
        raise TimelineError(problems)
    files = render(timeline, [lay_out(timeline, width) for width in WIDTHS])
    paths = write(output, files)
    return Report(
        files=tuple(zip(paths, map(len, files.values()), strict=True)),
        events=len(timeline.events),
        sources=len(timeline.sources),
        publishers=len(timeline.publishers),
        warnings=problems,
    )

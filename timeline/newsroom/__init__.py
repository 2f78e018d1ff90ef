"""Beside the pipeline: every timeline of a folder -> one site, on all cores.

Each timeline has a folder of its own in the site. Code and fonts that they share lie once in the folder
``assets`` above, named by their contents, so that a reader who has opened one timeline has them for all.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import NamedTuple

from timeline import caching
from timeline.model.export import Heading, Report
from timeline.model.problems import Problem, TimelineError
from timeline.render import ASSETS
from timeline.render.site import list_of_timelines
from timeline.writing import WriteError, write
from timeline.writing.ownership import must_be_ours

#: What a folder of a timeline may hold its event files in.
_EVENTS = "events"
_SUFFIXES = (".yaml", ".yml")
#: The way from a timeline's folder to what all share.
_ABOVE = "../"


@dataclass(frozen=True, slots=True)
class Options:
    """How each of the timelines is built, as in `timeline.build.build`.

    ``is_cached`` leaves out builds that would write what stands there already.
    """

    is_standalone: bool = False
    is_external: bool = False
    has_drafts: bool = False
    is_forced: bool = False
    is_cached: bool = True


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one timeline: a report, or else its faults, or why it could not be written.

    ``is_unchanged`` if nothing had changed; ``shared`` are the files that it shares, if it was built.
    """

    name: str
    report: Report | None = None
    problems: tuple[Problem, ...] = ()
    refusal: str = ""
    is_unchanged: bool = False
    shared: tuple[tuple[str, bytes], ...] = ()


def timelines_in(folder: Path) -> dict[str, Path]:
    """The folders of event files in ``folder``, by the names that they have there, in their order.

    Those are its subfolders that hold event files, or have a folder ``events`` that does; hidden ones are
    left out. Raises OSError if the folder cannot be read.
    """
    found = {}
    for path in sorted(path for path in folder.iterdir() if path.is_dir() and path.name[:1] not in "._"):
        places = [place for place in (path / _EVENTS, path) if _holds_events(place)]
        if places:
            found[path.name] = places[0]
    return found


def _holds_events(folder: Path) -> bool:
    return folder.is_dir() and any(path.suffix.lower() in _SUFFIXES for path in folder.iterdir())


def build_all(
    timelines: Sequence[tuple[str, Path]], output: Path, options: Options, *, cores: int | None = None
) -> Iterator[Outcome]:
    """Builds each of the ``timelines`` (its name, its event files) in a folder of ``output``, in order.

    At the end the files that they share and ``index.html`` are written. A timeline with faults keeps its
    last good page. Raises WriteError, before anything is built, if ``output`` holds files that no build
    wrote, unless that ``is_forced``.
    """
    output.mkdir(parents=True, exist_ok=True)
    if not options.is_forced:
        must_be_ours(output, {})
    site = _Site(output, options)
    notes = {name: site.note(name, events) for name, events in timelines}
    changed = [(name, events) for name, events in timelines if notes[name].known is None]
    built = _in_order(site.built, changed, cores or os.cpu_count() or 1)
    outcomes = []
    for name, events in timelines:
        known = notes[name].known
        outcome = Outcome(name, known, is_unchanged=True) if known else next(built)
        if outcome.report and not known:
            site.remember(name, events, notes[name], outcome.report)
        outcomes.append(outcome)
        yield outcome
    _write_site(output, outcomes)


class _Note(NamedTuple):
    """What is known of a timeline before it is built: see `timeline.caching`."""

    fingerprint: str | None
    known: Report | None


@dataclass(frozen=True, slots=True)
class _Site:
    """Where timelines are built, and how."""

    output: Path
    options: Options

    def note(self, name: str, events: Path) -> _Note:
        """Looks whether a build would change anything."""
        folder = self.output / name
        chosen = {"beside others": True, "options": self.options}
        found = caching.fingerprint(events, folder, chosen) if self.options.is_cached else None
        known = caching.recall(folder, found)
        is_whole = known is not None and all((folder / path).is_file() for path in known.shared)
        return _Note(found, known if is_whole else None)

    def remember(self, name: str, events: Path, before: _Note, report: Report) -> None:
        """Notes a build, unless a file was changed while it ran."""
        if before.fingerprint and before.fingerprint == self.note(name, events).fingerprint:
            caching.remember(self.output / name, before.fingerprint, report)

    def built(self, timeline: tuple[str, Path]) -> Outcome:
        """Builds one timeline."""
        from timeline.build import build_beside_others  # not needed where nothing has changed

        name, events = timeline
        try:
            report, shared = build_beside_others(
                events,
                self.output / name,
                is_standalone=self.options.is_standalone,
                is_external=self.options.is_external,
                has_drafts=self.options.has_drafts,
                is_forced=self.options.is_forced,
            )
        except TimelineError as error:
            return Outcome(name, problems=error.problems)
        except WriteError as error:
            return Outcome(name, refusal=str(error))
        return Outcome(name, report, shared=tuple(shared.items()))


def _in_order(
    build: Callable[[tuple[str, Path]], Outcome], timelines: Sequence[tuple[str, Path]], cores: int
) -> Iterator[Outcome]:
    """What is made of each, on so many cores."""
    workers = min(cores, len(timelines))
    if workers <= 1:
        yield from map(build, timelines)
        return
    # Processes that are started anew are the same on every system
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        yield from pool.map(build, timelines)


def _write_site(output: Path, outcomes: Sequence[Outcome]) -> None:
    """Writes what the timelines share, and the page that lists them.

    One that has not been built this time is listed by its name if it has a page.
    """
    files: dict[str, bytes] = {}
    headings: dict[str, Heading] = {}
    for outcome in outcomes:
        files |= {path.removeprefix(_ABOVE): data for path, data in outcome.shared}
        if outcome.report and outcome.report.heading:
            headings[outcome.name] = outcome.report.heading
            for path in outcome.report.shared:
                file = path.removeprefix(_ABOVE)
                files[file] = files.get(file) or (output / file).read_bytes()
        elif (output / outcome.name / "index.html").is_file():
            headings[outcome.name] = Heading(outcome.name, "", "", "", "en")
    files["index.html"] = list_of_timelines(headings)
    write(output, files, lasting=ASSETS, is_forced=True)

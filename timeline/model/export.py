"""What an export may be asked for and gives back, the same for every format; and what a build reports."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from timeline.model.problems import Problem


class TemplateFile(NamedTuple):
    """A file that sets the look of slides: its path as the user wrote it, and its bytes."""

    path: str
    data: bytes


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """The options of all formats together; a format reads those that its line in the table names.

    ``event`` is the id of the one event to draw, "" for the whole timeline. ``width`` is in px, 0 for the
    format's own. ``size`` is that of a picture for social platforms, such as "1080x1350", or "". With
    ``is_dark`` it has the dark colours of the theme. ``paper`` is "a4" or "letter",
    ``layout`` that of a PDF: "handout", "page" or "poster". ``suffix`` is the end of the file's name, of a
    format that makes several kinds of file: ".html", or "" for the usual kind.
    """

    all_events: bool = False
    event: str = ""
    width: int = 0
    size: str = ""
    is_dark: bool = False
    paper: str = "a4"
    layout: str = "handout"
    seed: int = 1
    template: TemplateFile | None = None
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class Exported:
    """The file, ``notes`` on what it holds (a line each), and the characters that no font here has."""

    content: bytes
    notes: tuple[str, ...] = ()
    missing_glyphs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Heading:
    """What a list of timelines says of one, in its ``language``; ``last`` is its last day in ISO 8601."""

    title: str
    standfirst: str
    period: str
    last: str
    language: str


@dataclass(frozen=True, slots=True)
class Report:
    """What a build wrote: each file with its size in bytes, and what the timeline holds: events, documents
    as ``sources``, and ``independent`` origins of these.

    ``plotly`` names the bundle of Plotly among the files. ``omissions`` lists what was not made because a
    setting or a package is missing. ``missing_glyphs`` are characters that no font on this machine has, so
    that the PNG files show boxes in their place. ``kept`` are files of an earlier build that no longer
    belong to the output, but were not removed because somebody has changed them. ``heading`` and ``shared``
    are those of a timeline among others: the paths of the files that it shares with them, as seen from its
    folder.
    """

    files: tuple[tuple[Path, int], ...]
    events: int
    sources: int
    independent: int
    plotly: str
    warnings: tuple[Problem, ...]
    omissions: tuple[str, ...] = ()
    missing_glyphs: tuple[str, ...] = ()
    kept: tuple[Path, ...] = ()
    heading: Heading | None = None
    shared: tuple[str, ...] = ()

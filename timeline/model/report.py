"""What a build reports."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from timeline.model.problems import Problem


@dataclass(frozen=True, slots=True)
class Report:
    """What a build wrote: each file with its size in bytes, and what the timeline holds: events, documents
    as ``sources``, and ``independent`` origins of these.

    ``plotly`` names the bundle of Plotly among the files. ``omissions`` lists what was not made because a
    setting or a package is missing. ``missing_glyphs`` are characters that no font on this machine has, so
    that the PNG files show boxes in their place. ``kept`` are files of an earlier build that no longer
    belong to the output, but were not removed because somebody has changed them.
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

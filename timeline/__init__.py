"""Turns YAML files of events into a timeline page with a source behind every event.

    events/*.yaml
      -> read        records: every value a text with its file, line and column
      -> normalise   Timeline: people, places, dates and sources, checked against each other
      -> lay out     Scene: the position of everything in the drawing, for each width
      -> render      files as text and bytes: the page, the data
      -> write       output/, all of it or nothing

On the command line this is ``timeline build``; in a notebook ``timeline.load("events")`` gives the
Timeline, which draws itself and has ``.to_frame()`` and ``.figure()``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from timeline.model.problems import TimelineError
    from timeline.notebook import load

__version__ = "0.1.0"
__all__ = ["TimelineError", "__version__", "load"]


def __getattr__(name: str) -> object:
    """What a notebook asks for, imported when it does: commands begin without it."""
    if name == "TimelineError":
        from timeline.model.problems import TimelineError

        return TimelineError
    if name == "load":
        from timeline.notebook import load

        return load
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

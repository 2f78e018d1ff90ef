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

from timeline.model.problems import TimelineError
from timeline.notebook import load

__version__ = "0.1.0"
__all__ = ["TimelineError", "__version__", "load"]

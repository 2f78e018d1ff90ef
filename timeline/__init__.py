"""YAML events in, a timeline page out, a source behind every node.

    events/*.yaml
      -> read        records: every value a text that knows its line
      -> normalise   Timeline: people, places, dates and sources, checked against each other
      -> lay out     Scene: everything placed in plain numbers, for each width
      -> render      files as text and bytes: the page, the data
      -> write       output/, whole or not at all

On the command line this is ``timeline build``; in a notebook ``timeline.load("events")`` gives the
Timeline, which shows itself and has ``.to_frame()`` and ``.figure()``.
"""

from timeline.model.problems import TimelineError
from timeline.notebook import load

__version__ = "0.1.0"
__all__ = ["TimelineError", "__version__", "load"]

"""The exports ``handout`` and ``worksheet``: pages to print, of the main events or of all events."""

from __future__ import annotations

from timeline.model import Timeline
from timeline.model.export import Exported, ExportOptions
from timeline.render.classroom.exercise import exercise
from timeline.render.classroom.handout import handout as handout_page
from timeline.render.classroom.panels import empty_line, panels
from timeline.render.classroom.paper import PAPERS
from timeline.render.classroom.worksheet import worksheet as worksheet_page


def handout(timeline: Timeline, options: ExportOptions) -> Exported:
    """The hand-out as HTML, for sheets of ``options.paper``."""
    shown, paper = _selected(timeline, options), PAPERS[options.paper]
    return Exported(handout_page(shown, panels(shown, paper), paper).encode())


def worksheet(timeline: Timeline, options: ExportOptions) -> Exported:
    """The worksheet as HTML, for sheets of ``options.paper``; ``options.seed`` sets the order."""
    shown, paper = _selected(timeline, options), PAPERS[options.paper]
    page = worksheet_page(shown, exercise(shown, options.seed), empty_line(shown), paper)
    return Exported(page.encode())


def _selected(timeline: Timeline, options: ExportOptions) -> Timeline:
    return timeline if options.all_events else timeline.main_events_only()

"""The export ``checklist``: a workbook, or a page to print."""

from __future__ import annotations

from timeline.model import Timeline
from timeline.model.export import Exported, ExportOptions
from timeline.render.data.checklist.page import page
from timeline.render.data.checklist.workbook import workbook


def checklist(timeline: Timeline, options: ExportOptions) -> Exported:
    """The fact-check sheet as ``options.suffix`` says."""
    return Exported(page(timeline).encode()) if options.suffix == ".html" else workbook(timeline)

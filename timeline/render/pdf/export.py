"""The export ``pdf``: a hand-out, the whole page, or a poster of the chart."""

from __future__ import annotations

from timeline.model import Timeline
from timeline.model.export import Exported, ExportOptions
from timeline.render.pdf.document import handout, page, poster
from timeline.render.pdf.typesetter import pdf as typeset

_NOT_ACCESSIBLE = "A character has no font on this machine: the PDF is tagged but does not meet PDF/UA-1"


def pdf(timeline: Timeline, options: ExportOptions) -> Exported:
    """The PDF of ``options.layout`` on ``options.paper``; a poster is on a sheet of twice the size.

    Raises NoPdfError.
    """
    match options.layout:
        case "poster":
            values = poster(timeline, options.paper)
        case "page":
            values = page(timeline, options.paper)
        case _:
            shown = timeline if options.all_events else timeline.main_events_only()
            values = handout(shown, options.paper)
    content, is_accessible = typeset(values)
    return Exported(content, () if is_accessible else (_NOT_ACCESSIBLE,))

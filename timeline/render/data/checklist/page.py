"""The fact-check sheet as a page to print, and to tick by hand or on the screen."""

from __future__ import annotations

from timeline.language import ENGLISH
from timeline.language.events import count_of
from timeline.model import Timeline
from timeline.render.data.checklist.rows import sheets, tally
from timeline.render.web.styles import minify_css
from timeline.render.web.templates import asset, fill


def page(timeline: Timeline) -> str:
    """The page as HTML, in English, with the texts of the timeline in their language."""
    made = sheets(timeline)
    events, statements = tally(made)
    return fill(
        "data/checklist/checklist.html",
        ENGLISH,
        timeline=timeline,
        sheets=made,
        totals=f"{count_of(events, 'event')}, {count_of(statements, 'statement')}",
        style=minify_css(asset("data/checklist/checklist.css")),
    )

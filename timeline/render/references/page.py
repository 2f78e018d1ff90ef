"""Timeline -> the page of its citations: every source of every event in each style, one style at a time.

A page of its own, made whole here: the rules stay in one place, the timeline's page stays light, and what
the reader chooses and copies needs no second fetch, so that it works from the disk as well. Without a
script the style can still be chosen; where a browser cannot hide the others, all are shown.
"""

from __future__ import annotations

from dataclasses import dataclass

from timeline.language import Language
from timeline.model import Event, Timeline
from timeline.render.references.styles import STYLES, Run, cite
from timeline.render.web.styles import minify_css, theme_css
from timeline.render.web.templates import Markup, asset, fill


@dataclass(frozen=True, slots=True)
class _Entry:
    """An event with the citations of its sources: for each source, one in each style by the style's id."""

    event: Event
    cited: tuple[dict[str, tuple[Run, ...]], ...]


def citations(timeline: Timeline) -> str:
    """The page as HTML; each event's part has the event's id."""
    return fill(
        "references/citations.html",
        Language(timeline.language),
        timeline=timeline,
        styles=STYLES,
        entries=[
            _Entry(
                event,
                tuple({style.id: cite(source, style) for style in STYLES} for source in event.sources),
            )
            for event in timeline.events
        ],
        style=minify_css(theme_css(timeline) + Markup(asset("references/citations.css"))),
    )

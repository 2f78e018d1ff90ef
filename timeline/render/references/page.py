"""Timeline -> citations.html: every source of every event in each style, one style shown at a time.

A page of its own, complete as written: the rules stay in one place, the timeline's page stays light, and
choosing and copying need no second request, so they also work from the disk. The style can be chosen
without a script; where a browser cannot hide the other styles, all are shown.
"""

from __future__ import annotations

from dataclasses import dataclass

from timeline.language import Language
from timeline.model import Event, Timeline
from timeline.render.references.styles import STYLES, Run, cite
from timeline.render.web.styles import minify_css, theme_css
from timeline.render.web.templates import Markup, asset, fill


@dataclass(frozen=True, slots=True)
class _CitedEvent:
    """An event with the citations of its sources: for each source, style id -> citation."""

    event: Event
    cited: tuple[dict[str, tuple[Run, ...]], ...]


def citations(timeline: Timeline, script: str) -> str:
    """The page as HTML, with the address of its script; the section of each event has the event's id."""
    return fill(
        "references/citations.html",
        Language(timeline.language),
        timeline=timeline,
        script=script,
        styles=STYLES,
        entries=[
            _CitedEvent(
                event,
                tuple({style.id: cite(source, style) for style in STYLES} for source in event.sources),
            )
            for event in timeline.events
        ],
        style=minify_css(theme_css(timeline) + Markup(asset("references/citations.css"))),
    )

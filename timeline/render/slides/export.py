"""The exports ``pptx`` and ``marp``: slides of the main events, or of all events."""

from __future__ import annotations

from timeline.language.events import count_of
from timeline.model import Timeline
from timeline.model.export import Exported, ExportOptions
from timeline.model.problems import Location, Problem, TimelineError
from timeline.render.slides import compose
from timeline.render.slides.marp import marp as markdown_slides


def pptx(timeline: Timeline, options: ExportOptions) -> Exported:
    """A PowerPoint deck, in the look of the template, if there is one.

    The notes say which of the template's layouts are used, and how many slides there are. Raises
    TimelineError if the file cannot be used as a template.
    """
    from timeline.render.slides import pptx as powerpoint

    template = options.template
    try:
        base = powerpoint.read(template.data) if template else powerpoint.default_template(timeline.theme)
    except powerpoint.TemplateError as error:
        place = Location(template.path if template else "")
        raise TimelineError((Problem(place, "E010", f"the template {error}", error.advice),)) from None
    deck = compose.deck(timeline, base.geometry, all_events=options.all_events)
    content = powerpoint.pptx(deck, base, timeline.theme)
    return Exported(content, notes=(*base.summary, count_of(len(deck.slides), "slide")))


def marp(timeline: Timeline, options: ExportOptions) -> Exported:
    """Slides in Markdown."""
    shown = timeline if options.all_events else timeline.main_events_only()
    return Exported(markdown_slides(shown).encode())

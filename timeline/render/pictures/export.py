"""The exports ``svg`` and ``png``: the whole timeline, or the card of one event."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches

from timeline.layout import WIDTHS, lay_out
from timeline.model import Timeline
from timeline.model.export import Exported, ExportOptions
from timeline.render.pictures import png as raster
from timeline.render.pictures.cards import event_card
from timeline.render.pictures.svg import card, still


class NoSuchEventError(Exception):
    """No event has that id. ``advice`` suggests the most similar id, on a line of its own, or is ""."""

    def __init__(self, name: str, ids: Sequence[str]) -> None:
        super().__init__(f"no event has the id {name!r}")
        similar = get_close_matches(name, ids, n=1)
        self.advice = f"\nTry: --event {similar[0]}" if similar else ""


def svg(timeline: Timeline, options: ExportOptions) -> Exported:
    """The drawing as SVG. Raises NoSuchEventError."""
    return Exported(_drawing(timeline, options).encode())


def png(timeline: Timeline, options: ExportOptions) -> Exported:
    """The drawing as PNG, at twice its width in px. Raises NoSuchEventError and NoPicturesError."""
    content, missing_glyphs = raster.png(_drawing(timeline, options), zoom=2)
    return Exported(content, missing_glyphs=missing_glyphs)


def _drawing(timeline: Timeline, options: ExportOptions) -> str:
    """The timeline ``options.width`` px wide, by default as wide as the page's widest chart; or a card."""
    if not options.event:
        return still(timeline, lay_out(timeline, options.width or WIDTHS[-1]))
    events = {event.id: event for event in timeline.events}
    if options.event not in events:
        raise NoSuchEventError(options.event, tuple(events))
    scene = lay_out(timeline, WIDTHS[-1])
    return card(timeline, event_card(timeline, events[options.event], scene), options.width)

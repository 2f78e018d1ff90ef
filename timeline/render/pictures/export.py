"""The exports ``svg`` and ``png``: the chart, a picture for social platforms, or the card of one event."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches

from timeline.layout import WIDTHS, lay_out
from timeline.model import Timeline
from timeline.model.export import Exported, ExportOptions
from timeline.render.pictures import png as raster
from timeline.render.pictures.cards import event_card
from timeline.render.pictures.preview import preview
from timeline.render.pictures.sheet import LINK, SHEETS
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
    """The drawing as PNG: of ``options.size`` px or, without a size, at twice its width.

    Raises NoSuchEventError and NoPicturesError.
    """
    zoom = 1 if options.size else 2
    content, missing_glyphs = raster.png(_drawing(timeline, options), zoom=zoom)
    return Exported(content, missing_glyphs=missing_glyphs)


def _drawing(timeline: Timeline, options: ExportOptions) -> str:
    """A card of one event or, for a size, of the whole timeline; else the chart, ``options.width`` px wide,
    by default as wide as the page's widest.
    """
    sheet = SHEETS[options.size] if options.size else LINK
    if options.event:
        events = {event.id: event for event in timeline.events}
        if options.event not in events:
            raise NoSuchEventError(options.event, tuple(events))
        made = event_card(timeline, events[options.event], lay_out(timeline, WIDTHS[-1]), sheet)
    elif options.size:
        made = preview(timeline, lay_out(timeline, WIDTHS[-1]), sheet)
    else:
        scene = lay_out(timeline, options.width or WIDTHS[-1])
        return still(timeline, scene, is_dark=options.is_dark)
    return card(timeline, made, options.width, is_dark=options.is_dark)

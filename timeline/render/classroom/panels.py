"""Timeline -> scenes for paper: the chart in panels that fit a sheet, and an empty time axis to draw on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from math import inf

from timeline.language import Language
from timeline.layout import lay_out
from timeline.layout.axis import axis
from timeline.layout.rtl import mirrored
from timeline.layout.ticks import PlotSize, grids
from timeline.model import Event, Timeline
from timeline.model.scene import MARGIN, Scene
from timeline.model.seconds import EARLIEST, LATEST
from timeline.render.classroom.paper import Paper

#: The width (px) of a panel's scene: the narrowest with the tracks' names beside their rows. On paper its
#: labels are eight points high.
PANEL_WIDTH = 800
#: Of a chart that would need two panels otherwise; its labels are seven points high.
_WIDE = 960
#: The largest share of a sheet's height that a panel takes, so that one fits below the headline.
_MOST = 0.72
#: An empty axis extends beyond the first and last event by this part of the time between them, so that its
#: ends do not give away their dates.
_BEYOND = 10
#: The height of an empty axis, in px.
_EMPTY_HEIGHT = 240.0


def panels(timeline: Timeline, paper: Paper) -> tuple[Scene, ...]:
    """The scenes of ``timeline``, which has an event, to be placed one below the other.

    Events before and after the timeline's view have panels of their own. A panel that is too high for a
    sheet gets smaller labels or, where that is not enough, is halved, between two days if it has more than
    one, until all fit.
    """
    return tuple(scene for part in _by_view(timeline) for scene in _fitting(part, paper))


def _by_view(timeline: Timeline) -> Iterator[Timeline]:
    """The events before the view, in it and after it, as timelines."""
    view = timeline.view
    if view is None:
        yield timeline
        return
    parts: dict[int, list[Event]] = {0: [], 1: [], 2: []}
    for event in timeline.events:
        when = event.when
        parts[0 if when.last < view.first else 2 if when.first > view.last else 1].append(event)
    yield from (replace(timeline, events=tuple(part)) for part in parts.values() if part)


def _fitting(timeline: Timeline, paper: Paper) -> tuple[Scene, ...]:
    """As many scenes of all the events as fit a sheet each."""
    events = timeline.events
    for width in (PANEL_WIDTH, _WIDE):
        scene = lay_out(replace(timeline, view=None), width, tallest=inf)
        if scene.height * paper.text_width / width <= paper.text_height * _MOST or len(events) == 1:
            return (scene,)
    middle = len(events) / 2
    days = [n for n in range(1, len(events)) if events[n - 1].when.first != events[n].when.first]
    cut = min(days or range(1, len(events)), key=lambda number: abs(number - middle))
    halves = (replace(timeline, events=part) for part in (events[:cut], events[cut:]))
    return tuple(scene for half in halves for scene in _fitting(half, paper))


def empty_line(timeline: Timeline) -> Scene:
    """A time axis with dates and nothing else, somewhat longer than ``timeline`` at both ends."""
    plot_width = PANEL_WIDTH - 2 * MARGIN
    whole = axis(replace(timeline, view=None), plot_width, MARGIN)
    beyond = (whole.last - whole.first) // _BEYOND
    start, end = max(EARLIEST, whole.first - beyond), min(LATEST, whole.last + beyond)
    size = PlotSize(plot_width, MARGIN, Language(timeline.language))
    begin, found = grids(start, end, size, by_clock=whole.has_clock)
    scene = Scene(PANEL_WIDTH, _EMPTY_HEIGHT, MARGIN, MARGIN, begin, end, found, (), (), ())
    return mirrored(scene) if Language(timeline.language).is_rtl else scene

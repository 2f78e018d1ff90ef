"""The parts of a timeline that its overview shows: the events in its view, on one slide or several."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from timeline.language import Language
from timeline.layout import lay_out
from timeline.model import Event, Moment, Timeline, When
from timeline.model import scene as scenes
from timeline.render.chart.svg import edge_counts

#: Any width does to find out which events are in view.
_WIDTH = 320


class Part(NamedTuple):
    """Some events of a timeline, with a view of their own if the timeline has one.

    ``edges`` say how many events are earlier and later than all of that view; each is "" for none.
    """

    timeline: Timeline
    edges: tuple[str, str] = ("", "")


def in_view(timeline: Timeline) -> Part:
    """The events in the view of a timeline, or all of them where it has none."""
    if timeline.view is None:
        return Part(timeline)
    scene = lay_out(timeline, _WIDTH)
    ids = {node.event for node in scenes.in_view(scene).nodes}
    events = tuple(event for event in timeline.events if event.id in ids)
    if not events:
        return Part(replace(timeline, view=None))
    return Part(replace(timeline, events=events), edge_counts(scene, Language(timeline.language)))


def split(whole: Part, count: int) -> list[Part]:
    """So many parts with about the same number of events each.

    In a view, each part has its own share of the view, and only the outermost count what is beyond it.
    """
    timeline, (earlier, later) = whole
    ends = [len(timeline.events) * number // count for number in range(count + 1)]
    return [
        Part(
            replace(timeline, events=events, view=_view_of(events, timeline.view, is_all=count == 1)),
            (earlier if first == 0 else "", later if last == ends[-1] else ""),
        )
        for first, last in pairwise(ends)
        for events in [timeline.events[first:last]]
    ]


def _view_of(events: Sequence[Event], view: When | None, *, is_all: bool) -> When | None:
    """From the first to the last day of these events, as far as they are in the ``view``."""
    if view is None or is_all:
        return view
    first = max(view.first, min(event.when.first for event in events))
    last = max(view.last if event.when.open_end else event.when.last for event in events)
    return When(Moment.day(first), Moment.day(max(first, min(view.last, last))))

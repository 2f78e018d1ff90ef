"""From which zoom on a label grows to the whole title, where zooming in has made the room."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import accumulate
from math import inf

from timeline.layout.placement import Extent, Frame, Placed
from timeline.layout.rows import SPACE
from timeline.model.scene import FONT_SIZE, KEY_FONT_SIZE
from timeline.typography import text_width

#: Labels may grow at the zooms 2, 4, ... up to this power of two.
_LEVELS = 8
#: In a track of more events labels stay as they are: it takes too long to find out.
_MOST = 150


class _Taken:
    """The extents of a row, which may overlap, in order of their left ends."""

    def __init__(self) -> None:
        self._extents: list[Extent] = []
        self._furthest: list[float] = []  # the right end that is furthest to the right, up to each of them

    def take(self, extent: Extent) -> None:
        insort(self._extents, extent)
        self._furthest = []

    def is_free(self, left: float, right: float) -> bool:
        """Whether ``left`` to ``right`` keeps `SPACE` from everything taken."""
        if len(self._furthest) < len(self._extents):
            self._furthest = list(accumulate((end for _, end in self._extents), max))
        before = bisect_left(self._extents, (right + SPACE, -inf))
        return before == 0 or self._furthest[before - 1] + SPACE <= left


def grow_by_zoom(entries: Sequence[Placed], frame: Frame) -> list[Placed]:
    """The entries, in the same order, each with the zoom from which on its label is the title.

    A title has room if it meets no mark, and no label at any zoom from its own on. Those of main events
    come first. Labels along a bar stay as they are.
    """
    placed = {entry.event.id: entry for entry in entries}
    if len(entries) > _MOST:
        return list(entries)
    waiting = [entry for entry in entries if _may_grow(entry, frame)]
    waiting.sort(key=lambda entry: not entry.event.key)
    for level in range(1, 1 + _LEVELS):
        if not waiting:
            break
        zoom = 2.0**level
        rows = _rows(placed.values(), frame, zoom)
        for entry in list(waiting):
            extent = _title_extent(entry, frame, zoom)
            left, right = _added(entry, extent, frame, zoom)
            first, last = frame.bounds(entry.anchor(entry.side), zoom)
            is_within = first <= left and right <= last
            if entry.zoom <= zoom and is_within and rows[entry.row].is_free(left, right):
                rows[entry.row].take(extent)
                placed[entry.event.id] = replace(entry, title_zoom=zoom)
                waiting.remove(entry)
    return list(placed.values())


def _may_grow(entry: Placed, frame: Frame) -> bool:
    is_longer = _title_width(entry, frame) > entry.width + SPACE
    return bool(entry.side) and entry.zoom < inf and is_longer


def _rows(entries: Iterable[Placed], frame: Frame, zoom: float) -> defaultdict[int, _Taken]:
    """What the rows hold: marks, titles, and the labels and notes that are shown there or further in."""
    width = frame.plot_width * zoom
    rows: defaultdict[int, _Taken] = defaultdict(_Taken)
    for entry in entries:
        rows[entry.row].take(entry.mark_extent(width))
        if entry.zoom < inf:
            for number, extent in enumerate(entry.text_extents(width, entry.side)):
                rows[entry.row + number].take(extent)
        if entry.title_zoom < inf:
            rows[entry.row].take(_title_extent(entry, frame, zoom))
    return rows


def _title_width(entry: Placed, frame: Frame) -> float:
    is_serif = entry.event.key and frame.has_ranks
    size = KEY_FONT_SIZE if is_serif else FONT_SIZE
    return text_width(entry.event.title, size, bold=entry.event.key, is_serif=is_serif)


def _title_extent(entry: Placed, frame: Frame, zoom: float) -> Extent:
    """The left and right end in px of the title in place of the label."""
    ((left, right), *_) = entry.text_extents(frame.plot_width * zoom, entry.side)
    width = _title_width(entry, frame)
    return (left, left + width) if entry.side > 0 else (right - width, right)


def _added(entry: Placed, extent: Extent, frame: Frame, zoom: float) -> Extent:
    """What the title takes beyond its label and the space around that."""
    ((left, right), *_) = entry.text_extents(frame.plot_width * zoom, entry.side)
    return (right + SPACE, extent[1]) if entry.side > 0 else (extent[0], left - SPACE)

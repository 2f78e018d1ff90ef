"""From which zoom on the labels of a track are shown: more of them the further one zooms in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import ceil, inf, log2

from timeline.layout.placement import Extent, Frame, Placed, extents_within, has_room, take
from timeline.layout.rows import SPACE, Row

#: Labels may wait for the zooms up to this power of two, or for those up to the deepest zoom.
_LEVELS = 14


def label_by_zoom(entries: Sequence[Placed], frame: Frame, deepest: float) -> list[Placed]:
    """The entries, in the same order, each with the zoom from which on its label is shown.

    Labels of a row never overlap, at any zoom at which they are shown.
    """
    placed = {entry.event.id: entry for entry in entries}
    _label_those_without(placed, frame, deepest)
    _hide_by_zoom(placed, frame)
    return list(placed.values())


def _label_those_without(placed: dict[str, Placed], frame: Frame, deepest: float) -> None:
    """Gives each unlabelled event the first zoom at which its row has room for its label."""
    for level in range(1, 1 + max(_LEVELS, ceil(log2(deepest)))):
        zoom = 2.0**level
        waiting = [entry for entry in placed.values() if entry.zoom == inf]
        if not waiting:
            return
        rows: list[Row] = []
        for entry in placed.values():
            if entry.zoom < zoom:
                take(rows, entry.row, entry.extents(frame.plot_width * zoom, entry.side))
        for entry in waiting:
            for side, extents in extents_within(entry, frame, zoom):
                if has_room(rows, entry.row, extents):
                    take(rows, entry.row, extents)
                    placed[entry.event.id] = replace(entry, side=side, zoom=zoom)
                    break


def _hide_by_zoom(placed: dict[str, Placed], frame: Frame) -> None:
    """Gives each event that is labelled in the part shown first the least zoom at which its label has room.

    Below zoom 1 the chart shows more of the time than at first: marks come together and may meet, but no
    label stands on a mark or on another label.
    """
    zoom = 1 / (frame.whole[1] - frame.whole[0])
    rows: dict[int, list[Placed]] = {}
    for entry in placed.values():
        rows.setdefault(entry.row, []).append(entry)
    waiting = sorted(placed.values(), key=lambda entry: not entry.event.key)
    labelled: dict[str, Placed] = {}
    while zoom < 1:
        width = frame.plot_width * zoom
        shown: dict[int, list[tuple[float, Extent]]] = {}
        for entry in labelled.values():
            for number, text in _texts(entry, width):
                shown.setdefault(number, []).append((entry.anchor(entry.side), text))
        for entry in waiting:
            if (
                entry.zoom == 1
                and entry.event.id not in labelled
                and _has_room(entry, rows, shown, frame, zoom)
            ):
                labelled[entry.event.id] = entry
                for number, text in _texts(entry, width):
                    shown.setdefault(number, []).append((entry.anchor(entry.side), text))
                placed[entry.event.id] = replace(entry, zoom=zoom)
        zoom *= 2


def _texts(entry: Placed, width: float) -> Iterator[tuple[int, Extent]]:
    """The extents of label and note in a plot so many px wide, each with its row."""
    return zip((entry.row, entry.row + 1), entry.text_extents(width, entry.side), strict=False)


def _has_room(
    entry: Placed,
    rows: dict[int, list[Placed]],
    shown: dict[int, list[tuple[float, Extent]]],
    frame: Frame,
    zoom: float,
) -> bool:
    """Whether label and note are in the frame, and apart from marks and texts of their rows, at this zoom
    and at each deeper one. ``shown`` are the texts of each row, each with the share of its anchor.
    """
    width = frame.plot_width * zoom
    first, last = frame.bounds(entry.start, zoom)
    at = entry.anchor(entry.side)
    return all(
        first <= text[0]
        and text[1] <= last
        and all(
            _is_apart(at, text, (other.start, other.end), other.mark_extent(width))
            for other in rows.get(number, ())
            if other.event is not entry.event
        )
        and all(
            _is_apart(at, text, (anchor, anchor), each, SPACE) for anchor, each in shown.get(number, ())
        )
        for number, text in _texts(entry, width)
    )


def _is_apart(at: float, text: Extent, shares: Extent, extent: Extent, space: float = 0) -> bool:
    """Whether a text anchored at the share ``at`` keeps ``space`` px from what is at some shares.

    The earlier of the two must be to the left. Else they would pass through each other as one zooms in.
    """
    is_before, is_after = text[1] + space <= extent[0], extent[1] + space <= text[0]
    if at < shares[0]:
        return is_before
    return is_after if at > shares[1] else is_before or is_after

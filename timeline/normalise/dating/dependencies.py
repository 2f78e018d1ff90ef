"""Events whose date counts from that of another: which comes first, and where that leads nowhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from graphlib import CycleError, TopologicalSorter

from timeline.model.problems import Location
from timeline.normalise.faults import Faults
from timeline.normalise.format import RelativeDateRecord
from timeline.normalise.ids import Draft
from timeline.normalise.text import quoted


def in_dependency_order(written: Sequence[Draft], faults: Faults) -> list[int]:
    """The places of the drafts in ``written``, each after those it counts from; a ring of them is a fault.

    Rings, and what counts from them, come last.
    """
    numbers = {draft.id: number for number, draft in reversed([*enumerate(written)]) if draft.id}
    anchors = {
        number: {numbers[id_]: at for id_, at in named_by(draft) if id_ in numbers}
        for number, draft in enumerate(written)
    }
    sorter = TopologicalSorter(anchors)
    with suppress(CycleError):
        sorter.prepare()
    turn: list[int] = []
    while ready := sorter.get_ready():
        turn += ready
        sorter.done(*ready)
    left = anchors.keys() - set(turn)
    for ring in _rings({number: [each for each in anchors[number] if each in left] for number in left}):
        path = " -> ".join(written[number].id or "?" for number in (*ring, ring[0]))
        at = anchors[ring[0]][ring[1 % len(ring)]]
        message = f"the date counts from itself: {path}"
        faults.add(at, "E026", message, "give one of them a date of its own")
    return [*turn, *sorted(left)]


def named_by(draft: Draft) -> Iterator[tuple[str, Location]]:
    """The ids of the events from which a date of the draft counts, and where each is named."""
    record = draft.entry.record
    if isinstance(record.date, RelativeDateRecord):
        way, id_ = record.date.anchor
        yield id_, draft.entry.at("date", way)
    for number, source in enumerate(record.sources):
        if source.relative_to:
            yield source.relative_to, draft.entry.at("sources", number, "relative_to")


def check(draft: Draft, ids: frozenset[str], faults: Faults) -> None:
    """Each of them is there."""
    for id_, at in named_by(draft):
        if id_ not in ids:
            near = faults.nearest_id(id_, ids) or "the id of another event"
            faults.add(at, "E026", f"{quoted(id_)}: no event has this id", near)


def _rings(anchors: Mapping[int, Sequence[int]]) -> Iterator[list[int]]:
    """The rings that a walk along first anchors runs into, each from its first draft on."""
    seen: set[int] = set()
    for start in sorted(anchors):
        path: dict[int, None] = {}
        number = start
        while number not in seen:
            seen.add(number)
            path[number] = None
            number = anchors[number][0]
        if number in path:
            ring = [*path][[*path].index(number) :]
            first = ring.index(min(ring))
            yield ring[first:] + ring[:first]

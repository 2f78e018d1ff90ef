"""Events whose date depends on that of another: the order to settle them in, and broken references."""

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
    """The indices of the drafts in ``written``, each after those it depends on; a cycle is a fault.

    Cycles, and what depends on them, come last.
    """
    numbers = {draft.id: number for number, draft in reversed([*enumerate(written)]) if draft.id}
    anchors = {
        number: {numbers[id_]: at for id_, at in dependencies_of(draft) if id_ in numbers}
        for number, draft in enumerate(written)
    }
    sorter = TopologicalSorter(anchors)
    with suppress(CycleError):
        sorter.prepare()
    order: list[int] = []
    while ready := sorter.get_ready():
        order += ready
        sorter.done(*ready)
    left = anchors.keys() - set(order)
    for cycle in _cycles({number: [each for each in anchors[number] if each in left] for number in left}):
        path = " -> ".join(written[number].id or "?" for number in (*cycle, cycle[0]))
        at = anchors[cycle[0]][cycle[1 % len(cycle)]]
        message = f"the date depends on itself: {path}"
        faults.add(at, "E026", message, "give one of them a date of its own")
    return [*order, *sorted(left)]


def dependencies_of(draft: Draft) -> Iterator[tuple[str, Location]]:
    """The ids of the events on which the dates of the draft depend, and where each id is written."""
    record = draft.entry.record
    if isinstance(record.date, RelativeDateRecord):
        field, id_ = record.date.anchor
        yield id_, draft.entry.at("date", field)
    for number, source in enumerate(record.sources):
        if source.relative_to:
            yield source.relative_to, draft.entry.at("sources", number, "relative_to")


def check_references(draft: Draft, ids: frozenset[str], faults: Faults) -> None:
    """Report each id of an event that a date depends on but that does not exist."""
    for id_, at in dependencies_of(draft):
        if id_ not in ids:
            near = faults.nearest_id(id_, ids) or "the id of another event"
            faults.add(at, "E026", f"{quoted(id_)}: no event has this id", near)


def warn_unchecked(draft: Draft, ids: frozenset[str], unchecked: set[str], faults: Faults) -> None:
    """Warn of each date that counts from an event in a file that was not read, or from one that does.

    ``unchecked`` are the ids of the events found so far that have such a date.
    """
    for id_, at in dependencies_of(draft):
        if id_ not in ids or id_ in unchecked:
            unchecked.add(draft.id)
            why = "whose date was not checked either" if id_ in ids else "which is in no file that was read"
            message = f"this date was not checked: it counts from {quoted(id_)}, {why}"
            faults.add(at, "W012", message, "check the whole folder")


def _cycles(anchors: Mapping[int, Sequence[int]]) -> Iterator[list[int]]:
    """The cycles found by following the first anchor of each draft, each cycle from its lowest index on."""
    seen: set[int] = set()
    for start in sorted(anchors):
        path: dict[int, None] = {}
        number = start
        while number not in seen:
            seen.add(number)
            path[number] = None
            number = anchors[number][0]
        if number in path:
            cycle = [*path][[*path].index(number) :]
            first = cycle.index(min(cycle))
            yield cycle[first:] + cycle[:first]

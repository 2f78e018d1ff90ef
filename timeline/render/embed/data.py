"""Timeline and scene -> what the embed's scripts need to know of the events."""

from __future__ import annotations

from timeline.language import Language
from timeline.model import Timeline
from timeline.model.scene import Scene
from timeline.model.scene.axis_marks import Tick
from timeline.model.scene.skyline import Skyline
from timeline.model.seconds import MINUTE, first_of
from timeline.render.embed.measures import CARDS

#: Shares are given to a millionth.
_DIGITS = 6


def skyline_data(timeline: Timeline, scene: Scene) -> dict[str, object] | None:
    """The skyline: its columns, dates and eras at shares of all the time; ``column`` of each event.

    ``faded`` are the indices of events whose dates are doubtful, ``per`` is the events of a square. Dates
    that a narrow frame has no room for have a 1.
    """
    skyline = scene.skyline
    if skyline is None:
        return None
    column_of = {event: number for number, column in enumerate(skyline.columns) for event in column.events}
    squares = [square for column in skyline.columns for square in column.squares]
    faded = {event for square in squares if square.is_faded for event in square.events}
    return {
        "per": skyline.per_square,
        "columns": [_share(column.x, scene, 3) for column in skyline.columns],
        "column": [column_of[event.id] for event in timeline.events],
        "faded": [number for number, event in enumerate(timeline.events) if event.id in faded],
        "ticks": [
            [_share(tick.x, scene, 3), tick.label, *([1] if is_extra else [])]
            for tick, is_extra in _ticks(skyline)
        ],
        "eras": [
            [_share(era.start, scene, 3), _share(era.end, scene, 3), era.name] for era in skyline.eras
        ],
    }


def _ticks(skyline: Skyline) -> list[tuple[Tick, bool]]:
    """The dates of a wide frame, and whether a narrow one has no room for them."""
    few = {tick.x: tick for tick in skyline.ticks}
    has_few = few.keys() <= {tick.x for tick in skyline.brief_ticks}
    ticks = skyline.brief_ticks if has_few else skyline.ticks
    return [(few.get(tick.x, tick), tick.x not in few) for tick in ticks]


def part_data(timeline: Timeline, scene: Scene) -> dict[str, object]:
    """All events, for a part of them to be taken.

    Instants are minutes from the beginning of all the time, which is ``zero`` as JavaScript counts it.
    Each event has its beginning, its duration, where it begins and ends on the axis (as shares), the index
    of its kind, the indices of its people, and the day of its last change, if that is known.
    """
    language = Language(timeline.language)
    ends = [scene.instant(share) for share in scene.whole]
    first = min(ends)
    nodes = {node.event: node for node in scene.nodes}
    people = list(dict.fromkeys(person.name for event in timeline.events for person in event.participants))
    kinds = sorted({event.kind for event in timeline.events if event.kind})
    events = []
    for event in timeline.events:
        shares = nodes[event.id].start, nodes[event.id].end
        begin, end = sorted((scene.instant(share) - first) // MINUTE for share in shares)
        kind = kinds.index(event.kind) if event.kind else -1
        who = [people.index(person.name) for person in event.participants]
        row = [begin, end - begin, *(_share(share, scene, _DIGITS) for share in shares), kind, who]
        changed = timeline.changed(event)
        events.append([*row, changed.isoformat()] if changed else row)
    return {
        "zero": (first - first_of(1970)) * 1000,
        "length": (max(ends) - first) // MINUTE,
        "tracks": [lane.name for lane in scene.lanes],
        "people": people,
        "kinds": kinds,
        "events": events,
        "cards": CARDS,
        "texts": {
            "none": language.gettext("No event matches."),
            "unknown": language.gettext("No event has {asked}. Possible: {values}."),
        },
    }


def share_of(share: float, scene: Scene) -> float:
    """A share of the plot as a share of all the time, for what is drawn."""
    return _share(share, scene, 3)


def _share(share: float, scene: Scene, digits: int) -> float:
    """A share of the plot as a share of all the time."""
    first, last = scene.whole
    return round((share - first) / (last - first), digits)

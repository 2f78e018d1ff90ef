"""How large a timeline may be, so that a build ends soon and a page can be used."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.model import Timeline
from timeline.model.problems import Location
from timeline.normalise.faults import Faults
from timeline.normalise.ids import Draft

MAX_EVENTS, MAX_TRACKS, MAX_ERAS = 60_000, 200, 200


def exceeds_bounds(written: Sequence[Draft], frame: Timeline, at: Location, faults: Faults) -> bool:
    """Whether there are too many events, tracks or eras, which is reported at the first of them too many.

    ``at`` is the place of ``_timeline.yaml``.
    """
    places: dict[str, Location] = {}
    for draft in written:
        places.setdefault(draft.entry.record.track, draft.entry.at("track"))
    before = len(faults.problems)
    if len(written) > MAX_EVENTS:
        _report(written[MAX_EVENTS].entry.at(), "events", MAX_EVENTS, len(written), faults)
    if len(places) > MAX_TRACKS:
        _report([*places.values()][MAX_TRACKS], "tracks", MAX_TRACKS, len(places), faults)
    for what, most, count in (
        ("tracks", MAX_TRACKS, len(frame.tracks)),
        ("eras", MAX_ERAS, len(frame.eras)),
    ):
        if count > most:
            _report(at, what, most, count, faults)
    return len(faults.problems) > before


def _report(at: Location, what: str, most: int, count: int, faults: Faults) -> None:
    message = f"there are {count:,} {what}; a timeline may have {most:,}"
    faults.add(at, "E028", message, "make two timelines of it")

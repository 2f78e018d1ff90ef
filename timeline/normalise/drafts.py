"""Events that are marked as drafts: set aside with a warning, or checked like any other."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.normalise.faults import Faults
from timeline.normalise.format.validation import check_required
from timeline.normalise.ids import Draft
from timeline.normalise.text import quoted


def set_aside(
    events: Sequence[Draft], faults: Faults, *, has_drafts: bool
) -> tuple[tuple[Draft, ...], frozenset[str]]:
    """The events of a timeline, and the ids of those that are left out of it because they are not finished.

    A warning names each that is left out, and what it lacks. If it ``has_drafts``, none is left out, and
    what they lack is a fault.
    """
    kept = []
    for event in events:
        if not event.entry.record.is_unfinished:
            kept.append(event)
        elif has_drafts:
            check_required(event.entry, faults)
            kept.append(event)
        else:
            _warn(event, faults)
    return tuple(kept), frozenset(event.id for event in events if event.id) - {event.id for event in kept}


def _warn(event: Draft, faults: Faults) -> None:
    found = Faults()
    check_required(event.entry, found)
    record = event.entry.record
    missing = [problem.message.removesuffix(" is missing") for problem in found.problems]
    if not (record.date or any(source.says for source in record.sources)):
        missing.append("date")
    message = f"{quoted(record.title) if record.title else 'the event'} is a draft, which builds leave out"
    if missing:
        message += f"; still missing: {', '.join(missing)}"
    hint = "complete it and delete the line draft: true; or timeline build --drafts"
    faults.add(event.entry.at("draft"), "W014", message, hint)

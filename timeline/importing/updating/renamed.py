"""Events to which a sheet of another tool gives another title since they were imported: found again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from timeline.importing.draft import Draft, Reading
from timeline.normalise.text import quoted


def recognised(before: Reading, after: Reading) -> tuple[str, ...]:
    """Give drafts of ``after`` that are events of ``before`` by another title the ids of these, and take
    those away that may be: a sentence for each of them.

    An event whose row has an id of its own is that event, or a new one. Else it is an event of the same day
    that has one of its addresses; with the same day alone it is for its author to say.
    """
    new = {str(draft.fields["id"]) for draft in after.drafts}
    gone = [draft for draft in before.drafts if str(draft.fields["id"]) not in new]
    known = {str(draft.fields["id"]) for draft in before.drafts}
    doubts, unclear = [], []
    for draft in after.drafts:
        if draft.has_own_id or str(draft.fields["id"]) in known or "date" not in draft.fields:
            continue
        alike = [each for each in gone if each.fields.get("date") == draft.fields["date"]]
        sure = [each for each in alike if addresses_of(each) & addresses_of(draft)]
        if len(sure) == 1:
            draft.fields["id"] = sure[0].fields["id"]
            gone.remove(sure[0])
        elif alike:
            unclear.append(draft)
            doubts.append(_doubt(draft, sure or alike))
    after.drafts = [draft for draft in after.drafts if draft not in unclear]
    return tuple(doubts)


def addresses_of(draft: Draft) -> set[str]:
    """The addresses of its sources, and those that may become sources."""
    listed: Any = draft.fields.get("sources") or ()
    return {str(each.get("url", "")) for each in listed if isinstance(each, Mapping)} | draft.links.keys()


def _doubt(draft: Draft, alike: Sequence[Draft]) -> str:
    ids = " or ".join(str(each.fields["id"]) for each in alike[:3])
    title = quoted(str(draft.fields.get("title", "")))
    return (
        f"{draft.where}, {title}: is it {ids}, of the same day, by another title? Give the sheet a column "
        "named id, and there that id; or another one, and it is added as a new event"
    )

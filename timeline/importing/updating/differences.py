"""What has changed between what event files export and what comes back, field by field and by id."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from timeline.importing.draft import Draft, Reading
from timeline.model.records import Path
from timeline.rewriting.yaml_text import Value

#: Fields of ``_timeline.yaml`` that an import can change.
_FRAME = (
    "title", "kicker", "standfirst", "language", "base_url", "credit", "tracks", "kinds", "glossary",
    "updated", "corrections",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Change:
    """A value that changes: ``path`` is within the event, or in ``_timeline.yaml`` for the id "".

    "" stands for a field that is not there.
    """

    id: str
    path: Path
    old: Value
    new: Value


@dataclass(frozen=True, slots=True)
class Differences:
    """What a file would change. ``missing`` are ids of events that it does not have; they stay as they are.

    ``unmade`` are sentences on differences that an import does not make.
    """

    changes: tuple[Change, ...]
    added: tuple[Draft, ...]
    missing: tuple[str, ...]
    unmade: tuple[str, ...]


def differences(before: Reading, after: Reading, *, is_whole: bool) -> Differences:
    """What ``after`` changes in ``before``, which is the same format made of the event files.

    Unless ``is_whole``, a field that ``after`` lacks is not removed: its format may not have it.
    """
    old = {str(draft.fields["id"]): draft for draft in before.drafts}
    new = {str(draft.fields.get("id", "")): draft for draft in after.drafts}
    changes: list[Change] = []
    for id_, draft in new.items():
        if id_ in old:
            changes += _in_event(id_, old[id_].fields, draft.fields, is_whole=is_whole)
    if is_whole:
        changes += _in_frame(before, after)
    unmade = list(_unmade(before, after) if is_whole else _other_sources(old, new))
    return Differences(
        tuple(changes),
        tuple(draft for id_, draft in new.items() if id_ not in old),
        tuple(id_ for id_ in old if id_ not in new),
        tuple(unmade),
    )


def _in_event(
    id_: str, old: Mapping[str, Value], new: Mapping[str, Value], *, is_whole: bool
) -> Iterable[Change]:
    for name in dict.fromkeys((*old, *new)):
        before, after = old.get(name, ""), new.get(name, "")
        if before == after or (not after and not is_whole):
            continue
        if name == "sources" and before and not is_whole:
            continue
        if name == "sources":
            yield from _in_sources(id_, before, after)
        else:
            yield Change(id_, (name,), before, after)


def _in_sources(id_: str, old: Any, new: Any) -> Iterable[Change]:
    """Changes of single fields, as long as the sources are the same ones in the same order."""
    olds, news = list(old or ()), list(new or ())
    if [each.get("url") for each in olds] != [each.get("url") for each in news[: len(olds)]]:
        yield Change(id_, ("sources",), olds, news)
        return
    for number, (before, after) in enumerate(zip(olds, news, strict=False)):
        for name in dict.fromkeys((*before, *after)):
            if before.get(name, "") != after.get(name, ""):
                yield Change(id_, ("sources", number, name), before.get(name, ""), after.get(name, ""))
    for number, added in enumerate(news[len(olds) :], len(olds)):
        yield Change(id_, ("sources", number), "", added)


def _in_frame(before: Reading, after: Reading) -> Iterable[Change]:
    for name in _FRAME:
        old, new = before.frame.get(name, ""), after.frame.get(name, "")
        if old != new and (old or new):
            yield Change("", (name,), old, new)


def _unmade(before: Reading, after: Reading) -> Iterable[str]:
    """Differences that an import leaves to the author."""
    known = {place["name"]: place for place in before.places}
    for place in after.places:
        if known.get(place.get("name", ""), place) != place:
            yield f"The place {place['name']} differs; change _places.yaml by hand"
    if before.eras != after.eras:
        yield "The eras differ; change _timeline.yaml by hand"
    for name, value in after.kept:
        if (name, value) not in before.kept:
            yield f"{name[:1].upper()}{name[1:]}: {value}"


def _other_sources(old: Mapping[str, Draft], new: Mapping[str, Draft]) -> Iterable[str]:
    """Sources of a foreign sheet that an event does not have: it may cite better ones by now."""
    for id_, draft in new.items():
        known = _addresses(old[id_]) if id_ in old else set()
        for address in sorted(_addresses(draft) - known) if known else ():
            yield f"{id_}: the source {address}, since the event has sources already; add it by hand"


def _addresses(draft: Draft) -> set[str]:
    listed: Any = draft.fields.get("sources") or ()
    return {str(each.get("url", "")) for each in listed if isinstance(each, Mapping)}

"""Our own events.json -> the events it was made from, as far as it holds them."""

from __future__ import annotations

from typing import Any

from timeline.importing.draft import Draft, Reading
from timeline.importing.own_events import (
    DATE_COLUMNS,
    OwnDate,
    OwnPlaces,
    SheetDate,
    place_of,
    put_checked,
    put_date,
    put_sheet_date,
)
from timeline.importing.trees.json_text import Item
from timeline.model.kinds import DEFAULT_KINDS

_TEXTS = (
    "id", "title", "note", "track", "kind", "venue", "summary", "remark", "discussion", "added", "updated",
)  # fmt: skip
#: Fields that follow from others.
_DERIVED = (
    "precision", "approximate", "rule", "publishers", "origins", "source_origins", "url", "start", "end",
)  # fmt: skip
_SOURCE = (
    "url", "publisher", "origin", "title", "author", "published", "accessed", "zone", "archived",
    "unarchivable",     "language", "kind", "says", "says_language", "quote", "speaker", "page", "at",
)  # fmt: skip
_COMPUTED = ("reading", "agrees", "others", "decided")


def read(value: dict[str, Any]) -> Reading:
    """The timeline of an events.json."""
    reading = Reading(f"events.json ({value['format']})", "event")
    top = Item({name: each for name, each in value.items() if name not in {"events", "columns", "format"}})
    for name in ("title", "kicker", "standfirst", "language", "base_url", "credit", "updated"):
        reading.frame[name] = top.take(name)
    language = str(reading.frame["language"])
    reading.frame["tracks"] = [_track(each) for each in _objects(top.pop("tracks"))]
    kinds = {str(each.get("name")): str(each.get("shape")) for each in _objects(top.pop("kinds"))}
    built_in = {kind.name: str(kind.shape) for kind in DEFAULT_KINDS}
    reading.frame["kinds"] = {name: shape for name, shape in kinds.items() if built_in.get(name) != shape}
    reading.frame["glossary"] = {
        str(each.get("term")): str(each.get("meaning")) for each in _objects(top.pop("glossary"))
    }
    reading.frame["corrections"] = [_correction(each) for each in _objects(top.pop("corrections"))]
    for era in _objects(top.pop("eras")):
        first, _, last = str(era.get("edtf", "")).partition("/")
        reading.eras.append({"name": str(era.get("name", "")), "from": first, "to": last or first})
    for name, rest in top.rest():
        reading.keep(name, rest)
    places = OwnPlaces()
    events = value.get("events")
    for number, each in enumerate(events if isinstance(events, list) else [], 1):
        reading.total += 1
        reading.drafts.append(event(each, f"event {number}", language, places))
    reading.places = places.entries
    return reading


def _objects(value: object) -> list[dict[str, Any]]:
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []


def _track(track: dict[str, Any]) -> str | dict[str, str]:
    name, colour = str(track.get("name", "")), str(track.get("colour") or "")
    return {"name": name, "colour": colour} if colour else name


def _correction(correction: dict[str, Any]) -> dict[str, Any]:
    events = correction.get("events")
    named = {"events": [str(each) for each in events]} if isinstance(events, list) and events else {}
    return {name: str(correction.get(name, "")) for name in ("on", "text")} | named


def event(value: object, where: str, language: str, places: OwnPlaces) -> Draft:
    draft, item = Draft(where), Item(value)
    for name in _TEXTS:
        draft.put(name, item.take(name))
    if (label := item.take("label")) != draft.fields.get("title", ""):
        draft.put("label", label)
    sources = [_source(each, draft, language) for each in _objects(item.pop("sources"))]
    draft.put("sources", [each for each in sources if each])
    if item.has("date"):
        put_sheet_date(draft, SheetDate(*map(item.take, SheetDate._fields)), language)
    else:
        put_date(draft, OwnDate(*map(item.take, DATE_COLUMNS)), language)
    for name in ("participants", "related"):
        draft.put(name, [str(each) for each in item.pop(name) or ()])
    if (status := item.take("status")) != "held":
        draft.put("status", status)
    for name in ("key", "draft"):
        draft.put(name, "true" if item.take(name) == "true" else "")
    disputed, about = item.take("disputed"), item.take("disputed_about")
    draft.put("disputed", {"about": about, "text": disputed} if about and disputed else disputed)
    put_checked(draft, item.take("checked_by"), item.take("checked_on"))
    written = item.pop("place")
    names = written if isinstance(written, list) else place_of(str(written or ""))
    draft.put("place", names[0] if len(names) == 1 else names)
    places.add(names, item.take("country"), item.take("latitude"), item.take("longitude"))
    for name in _DERIVED:
        item.pop(name)
    for name, rest in item.rest():
        draft.keep(name, rest)
    return draft


def _source(value: dict[str, Any], draft: Draft, language: str) -> dict[str, Any]:
    """A source with its fields; what the build computed is left out."""
    item = Item({name: each for name, each in value.items() if name not in _COMPUTED})
    published_as = item.take("published_as")
    authors, further = item.pop("author"), item.pop("also_archived")
    found: dict[str, Any] = {}
    for name in _SOURCE:
        if name == "author":
            found["author"] = (
                [str(each) for each in authors] if isinstance(authors, list) else str(authors or "")
            )
        else:
            found[name] = item.take(name)
    found["published"] = published_as or found["published"]
    if found["archived"] and further:
        found["archived"] = [found["archived"], *([further] if isinstance(further, str) else further)]
    if found["language"] == language:
        found["language"] = ""
    if found["kind"] == "press":
        found["kind"] = ""
    if isinstance(found["author"], list) and len(found["author"]) == 1:
        found["author"] = found["author"][0]
    for name, rest in item.rest():
        draft.keep(f"source, {name}", rest)
    return {name: each for name, each in found.items() if each}

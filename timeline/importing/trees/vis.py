"""vis-timeline: its items, as a list or with their groups (https://visjs.github.io/vis-timeline/docs/)."""

from __future__ import annotations

from typing import Any

from timeline.importing.dating import script_date, span
from timeline.importing.draft import Draft, Reading
from timeline.importing.html_text import addresses, plain_text
from timeline.importing.tables.rows import text
from timeline.importing.timelinejs_parts import add_era
from timeline.importing.trees.json_text import Item


def items_of(value: Any) -> list[Any] | None:
    """The items, if this is a list of them or an object that holds one; else None."""
    found = value.get("items") if isinstance(value, dict) else value
    if isinstance(found, dict):  # a DataSet, as some programs store it
        found = found.get("_data", found)
        found = list(found.values()) if isinstance(found, dict) else found
    if not isinstance(found, list):
        return None
    likely = [each for each in found if isinstance(each, dict) and "start" in each and "content" in each]
    return found if likely else None


def read(value: Any, items: list[Any]) -> Reading:
    """The events of ``items``; an item in the background is an era."""
    reading = Reading("JSON of vis-timeline", "item")
    groups = _groups(value.get("groups") if isinstance(value, dict) else None)
    if isinstance(value, dict):
        rest = Item({name: each for name, each in value.items() if name not in {"items", "groups"}})
        for name, each in rest.rest():
            reading.keep(name, each)
    for number, each in enumerate(items, 1):
        reading.total += 1
        item = Item(each)
        kind = item.take("type")
        draft = _event(item, f"item {number}", groups)
        if kind == "background" and "/" in str(draft.fields.get("date", "")) and draft.fields.get("title"):
            add_era(reading, draft)
        else:
            draft.keep("type", kind)
            reading.drafts.append(draft)
    return reading


def _groups(groups: Any) -> dict[str, str]:
    """The name of each group by its id."""
    found = groups if isinstance(groups, list) else []
    named = (
        (str(each.get("id", "")), str(each.get("content") or ""))
        for each in found
        if isinstance(each, dict)
    )
    return {id_: plain_text(content).text for id_, content in named if content}


def _event(item: Item, where: str, groups: dict[str, str]) -> Draft:
    draft = Draft(where)
    joined = span(script_date(item.take("start")), script_date(item.take("end")))
    draft.put("date", joined.date)
    draft.put("time", joined.time)
    draft.keep("date, as it was" if joined.date else "date", joined.rest)
    text(draft, "title", "content", item.take("content"))
    text(draft, "summary", "title", item.take("title"))
    group = item.take("group")
    draft.put("track", groups.get(group, group))
    for name, value in item.rest():
        draft.keep(name, value)
        for address in addresses(value):
            draft.link(address, name)
    return draft

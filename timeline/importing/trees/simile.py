"""SIMILE Timeline: its XML and its JSON (https://www.simile-widgets.org/timeline/).

An event with two dates lasts from one to the other, or, where it is said to be no duration, took place at
some time between them.
"""

from __future__ import annotations

import re
from typing import Any

from timeline.importing.dating import Stamp, script_date, span
from timeline.importing.draft import Draft, Reading, refuse
from timeline.importing.html_text import addresses
from timeline.importing.tables.rows import text
from timeline.importing.trees.json_text import Item
from timeline.importing.xml_events import Handler, read_xml

_ISO = re.compile(r"-?\d{4}(?:-\d\d){0,2}")


def is_timeline(value: dict[str, Any]) -> bool:
    """Whether an object with a list of events is one of SIMILE."""
    events = [each for each in value["events"] if isinstance(each, dict)]
    return "dateTimeFormat" in value or any("start" in each and "title" in each for each in events)


def read(value: dict[str, Any]) -> Reading:
    """A timeline in JSON: without a word on it, an event with an end is a duration."""
    reading = Reading("JSON of SIMILE", "event")
    top = Item({name: each for name, each in value.items() if name != "events"})
    for name, rest in top.rest():
        reading.keep(name, rest)
    for number, event in enumerate(value["events"], 1):
        reading.total += 1
        reading.drafts.append(_event(Item(event), f"event {number}", default="true"))
    return reading


def read_xml_text(path: str, source: str) -> Reading:
    """A timeline in XML: without a word on it, an event with an end is no duration."""
    handler = _Events()
    read_xml(
        path, [re.sub(r"^(<\?xml[^>]*?)\sencoding=(?:'[^']*'|\"[^\"]*\")", r"\1", source).encode()], handler
    )
    if handler.root != "data":
        what = "a web page" if handler.root == "html" else f"XML with the root <{handler.root}>"
        raise refuse(
            path,
            "E040",
            f"this is {what}, which is no known timeline",
            "the XML of SIMILE, with <data>; or the address of a CSV itself",
        )
    if not handler.found:
        raise refuse(path, "E008", "the file has no events", "a file with at least one <event>")
    reading = Reading("XML of SIMILE", "event")
    for name, rest in handler.about.items():
        reading.keep(name, rest)
    for number, attributes in enumerate(handler.found, 1):
        reading.total += 1
        reading.drafts.append(_event(Item(attributes), f"event {number}", default="false"))
    return reading


class _Events(Handler):
    """The events of a file, each as the attributes and the text of its element."""

    def __init__(self) -> None:
        self.root = ""
        self.about: dict[str, str] = {}
        self.found: list[dict[str, str]] = []
        self._text: list[str] | None = None

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if not self.root:
            self.root, self.about = name, dict(attributes)
        elif name == "event":
            self.found.append(dict(attributes))
            self._text = []
        elif self._text is not None:  # tags that should have been escaped
            self._text.append(
                "<" + name + "".join(f' {key}="{value}"' for key, value in attributes.items()) + ">"
            )
        else:
            self.about[f"<{name}>"] = " ".join(f"{key}={value}" for key, value in attributes.items())

    def text(self, text: str) -> None:
        if self._text is not None:
            self._text.append(text)

    def end(self, name: str) -> None:
        if name == "event" and self._text is not None:
            written = "".join(self._text).strip()
            event = self.found[-1]
            event["description" if "description" not in event else "text"] = written
            self._text = None
        elif self._text is not None:
            self._text.append(f"</{name}>")


def _event(item: Item, where: str, *, default: str) -> Draft:
    draft = Draft(where)
    start, end = script_date(item.take("start")), script_date(item.take("end"))
    is_duration = (item.take_any("durationEvent", "isDuration") or default) == "true"
    joined = span(start, end) if is_duration or not end.date else _between(start, end)
    draft.put("date", joined.date)
    draft.put("time", joined.time)
    draft.keep("date, as it was" if joined.date else "date", joined.rest)
    text(draft, "title", "title", item.take("title"))
    text(draft, "summary", "description", item.take("description"))
    link = item.take("link")
    draft.link(link if addresses(link) else "", "link")
    draft.keep("link", "" if addresses(link) else link)
    for name, value in item.rest():
        draft.keep(name, value)
        for address in addresses(value):
            draft.link(address, name)
    return draft


def _between(start: Stamp, end: Stamp) -> Stamp:
    """One day of those from ``start`` to ``end``."""
    if _ISO.fullmatch(start.date) and _ISO.fullmatch(end.date) and start.date != end.date:
        times = [f"{name} {each.time}" for name, each in (("start", start), ("end", end)) if each.time]
        rest = "; ".join(filter(None, (start.rest, end.rest, *times)))
        return Stamp(f"[{start.date}..{end.date}]", rest=rest)
    rest = "; ".join(filter(None, (start.rest, end.rest, f"at the latest {end.date} {end.time}".strip())))
    return Stamp(start.date, start.time, "" if end == start else rest)

"""The JSON of TimelineJS: version 3 and version 2.

Format: https://timeline.knightlab.com/docs/json-format.html
"""

from __future__ import annotations

import html
import re
from typing import Any

from timeline.importing.dating import Stamp, clock, from_parts, span, stamp
from timeline.importing.draft import Draft, Reading
from timeline.importing.html_text import addresses
from timeline.importing.tables.rows import text
from timeline.importing.timelinejs_parts import add_era, set_title
from timeline.importing.trees.json_text import Item

#: The sources of an event, as our own export adds them to its text.
_SOURCES = re.compile(r'<ul class="timeline-sources">.*?</ul>', re.DOTALL)
_SOURCE = re.compile(
    r'<li><a href="(?P<url>[^"]*)">(?P<words>[^<]*)</a>(?:, <cite>(?P<publisher>[^<]*)</cite>)?</li>'
)


def is_timeline(value: dict[str, Any]) -> bool:
    """Whether an object with a list of events is one of version 3."""
    parts = ("start_date", "end_date", "text", "media", "unique_id", "display_date")
    events = [each for each in value["events"] if isinstance(each, dict)]
    return any(part in each for each in events for part in parts) or (
        not events and ("title" in value or "eras" in value or "scale" in value)
    )


def read(value: dict[str, Any]) -> Reading:
    """A timeline of version 3."""
    reading = Reading("JSON of TimelineJS", "slide")
    top = Item({name: each for name, each in value.items() if name not in {"events", "title", "eras"}})
    for name, rest in top.rest():
        reading.keep(name, rest)
    title, eras = value.get("title"), value.get("eras")
    if title:
        reading.total += 1
        draft = _slide(title, "title")
        if draft.fields.get("title"):
            set_title(reading, draft)
        else:
            reading.others["incomplete title"] += 1
            for name, each in (*draft.fields.items(), *draft.kept):
                reading.keep(f"title, {name}", str(each))
            for address, name in draft.links.items():
                reading.keep(f"title, address in {name}", address)
    for number, era in enumerate(eras if isinstance(eras, list) else [], 1):
        reading.total += 1
        add_era(reading, _slide(era, f"era {number}"))
    for number, event in enumerate(value["events"], 1):
        reading.total += 1
        reading.drafts.append(_slide(event, f"event {number}"))
    return reading


def _slide(value: object, where: str) -> Draft:
    """One slide: an event, the title or an era."""
    draft, item = Draft(where), Item(value)
    joined = span(_date(item, "start_date"), _date(item, "end_date"))
    draft.put("date", joined.date)
    draft.put("time", joined.time)
    draft.keep("date, as it was" if joined.date else "date", joined.rest)
    text(draft, "title", "headline", item.take("text", "headline"))
    words = item.take("text", "text")
    listed = _SOURCES.search(words)
    if listed:
        draft.put("sources", [_source(each) for each in _SOURCE.finditer(listed[0])])
    text(draft, "summary", "text", _SOURCES.sub("", words, count=1) if listed else words)
    draft.put("track", item.take("group"))
    draft.put("id", item.take("unique_id"))
    _keep_rest(draft, item)
    return draft


def _source(found: re.Match[str]) -> dict[str, str]:
    """A source as our own export lists it."""
    words = html.unescape(found["words"])
    if not found["publisher"]:
        return {"url": html.unescape(found["url"]), "publisher": words}
    return {
        "url": html.unescape(found["url"]),
        "publisher": html.unescape(found["publisher"]),
        "title": words,
    }


def _date(item: Item, name: str) -> Stamp:
    """A date object; one given as text, which some programs write, is taken as text."""
    if whole := item.take(name):
        return stamp(whole)
    parts = [_whole_number(item.take(name, each)) for each in ("year", "month", "day")]
    found = from_parts(*parts)
    hour, minute, second = (_whole_number(item.take(name, each)) for each in ("hour", "minute", "second"))
    written = ":".join(each.zfill(2) for each in (hour, minute, second) if each)
    time = clock(written) if hour and minute and len(found.date) >= len("2025-02-17") else ""
    rest = "" if time or not written else f"{name} {written}"
    return found._replace(time=time, rest="; ".join(filter(None, (found.rest, rest))))


def _whole_number(text_: str) -> str:
    return re.sub(r"\.0*$", "", re.sub(r"[\s,]+", "", text_))


def read_old(value: dict[str, Any]) -> Reading:
    """A timeline of version 2: "date" is the list of events, a date is "2011,12,10,07,02,10"."""
    reading = Reading("JSON of TimelineJS, version 2", "slide")
    top = Item({name: each for name, each in value.items() if name not in {"date", "era"}})
    title = Draft("title")
    text(title, "title", "headline", top.take("headline"))
    text(title, "summary", "text", top.take("text"))
    date = _old_date(top.take("startDate"))
    title.put("date", date.date)
    _keep_rest(title, top)
    if title.fields.get("title"):
        reading.total += 1
        set_title(reading, title)
    eras = value.get("era")
    for number, era in enumerate(eras if isinstance(eras, list) else [], 1):
        reading.total += 1
        add_era(reading, _old_slide(era, f"era {number}"))
    for number, event in enumerate(value["date"], 1):
        reading.total += 1
        reading.drafts.append(_old_slide(event, f"event {number}"))
    return reading


def _old_slide(value: object, where: str) -> Draft:
    draft, item = Draft(where), Item(value)
    joined = span(_old_date(item.take("startDate")), _old_date(item.take("endDate")))
    draft.put("date", joined.date)
    draft.put("time", joined.time)
    draft.keep("date, as it was" if joined.date else "date", joined.rest)
    text(draft, "title", "headline", item.take("headline"))
    text(draft, "summary", "text", item.take("text"))
    draft.put("track", item.take("tag"))
    _keep_rest(draft, item)
    return draft


def _old_date(written: str) -> Stamp:
    """
    >>> _old_date("2011,12,10,07,02,10"), _old_date("2011,12").date, _old_date("12/10/2011").date
    (Stamp(date='2011-12-10', time='07:02:10', rest=''), '2011-12', '12/10/2011')
    """
    parts = [part.strip() for part in written.split(",")]
    if not all(re.fullmatch(r"-?\d+", part) for part in parts):
        return stamp(written)
    found = from_parts(*[*parts, "", ""][:3])
    time = ":".join(part.zfill(2) for part in parts[3:6])
    is_clock = len(parts) > 4 and clock(time)
    if is_clock and any(part.strip("0") for part in parts[3:6]):
        return found._replace(time=clock(time))
    return found._replace(rest=written if len(parts) > 3 else found.rest)


def _keep_rest(draft: Draft, item: Item) -> None:
    """What has no field, with the addresses in it."""
    for name, value in item.rest():
        if name in {"autolink", "start_date.format", "end_date.format"} and value in {"true", "false", ""}:
            continue
        draft.keep(name, value)
        for address in addresses(value):
            draft.link(address, name)

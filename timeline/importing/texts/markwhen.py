"""markwhen (https://docs.markwhen.com): a line "date: words" is an event, the lines below it belong to it.

Sections, groups and headings are tracks.
"""

from __future__ import annotations

import re

from timeline.importing.dating import Stamp, span, stamp
from timeline.importing.draft import Draft, Reading
from timeline.importing.html_text import without_markdown_links

#: An event: a date, in which a colon stands only between digits, then a colon and a space.
_EVENT = re.compile(
    r"\s*(?:[-*] )?(?P<date>(?=[^:]*\d|now\b)[^:#]{0,60}(?::\d\d[^:]{0,40})*):(?:\s+(?P<text>.*)|)$"
)
_DATE_LIKE = re.compile(
    r"(?:now|today|(?:after|before|by) |!|\d|[A-Z][a-z]{2,8}\.? |-\d|\.\.|about |early |late |mid)",
    re.IGNORECASE,
)
_WORDS_OF_DATES = re.compile(
    r"(?:[\d/.,:~?%+TZ!–-]+|\d+(?:st|nd|rd|th)|[Nn]ow|[Tt]oday|to|after|before|by|BCE?|AD|CE|about|early|late|mid"
    r"|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?,?|\d*\s?(?:year|month|week|day|hour|minute|"
    r"quarter|second)s?|[ap]\.?m\.?|P[\dTYMWDHS]+|!\w+|every|for|x)",
    re.IGNORECASE,
)
_SECTION = re.compile(r"\s*(?:section|group)\s+(?P<name>.*?)\s*$", re.IGNORECASE)
_END = re.compile(r"\s*(?:end\s*(?:section|group))\s*$", re.IGNORECASE)
_HEADING = re.compile(r"(?P<level>#{1,6})\s+(?P<name>.*?)\s*$")
_HEADER = re.compile(r"(?P<name>#?[\w.]+):\s*(?P<value>.*)$")
_TAG = re.compile(r"(?:^|(?<=\s))#[^\W\d][\w-]*")
#: A source, as our own export lists it.
_SOURCE = re.compile(r"- \[(?P<words>[^\[\]]+)\]\((?P<url>https?://\S+)\) — (?P<publisher>\S.*)")
_LIST = re.compile(r"\s*(?:[-*]|\d+\.)\s")


def is_markwhen(source: str) -> bool:
    """Whether a text has events of markwhen, and most of its lines that could be one are.

    >>> is_markwhen("title: A\\n1998: Talks\\n"), is_markwhen("Title,Date\\nA: B,1998")
    (True, False)
    """
    lines = [line for line in source.splitlines()[:2000] if line.strip()]
    events = sum(_event(line) is not None for line in lines)
    return events > 0 and events * 20 >= len(lines)


def _event(line: str) -> re.Match[str] | None:
    """The line as an event, if what stands before its colon is made of the words of dates."""
    found = _EVENT.match(line)
    if found is None or not _DATE_LIKE.match(found["date"].strip()):
        return None
    words = re.split(r"\s+", found["date"].strip())
    return found if all(_WORDS_OF_DATES.fullmatch(word) for word in words) else None


def read(source: str) -> Reading:
    """The events of a text in markwhen."""
    reading = Reading("markwhen", "event")
    lines = source.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    tracks: list[tuple[int, str]] = []
    body: list[str] = []
    is_day_first = bool(re.search(r"^dateFormat:\s*[\"']?d", source, re.MULTILINE))
    draft: Draft | None = None
    for number, line in enumerate(lines, 1):
        event, section, heading = _event(line), _SECTION.match(line), _HEADING.match(line)
        if line.lstrip().startswith("//"):
            (draft.keep if draft else reading.keep)("comment", line.strip().lstrip("/").strip())
        elif event:
            _finish(draft, body)
            reading.total += 1
            draft, body = Draft(f"line {number}"), []
            _start(draft, event["date"].strip(), event["text"] or "", is_day_first=is_day_first)
            draft.put("track", tracks[-1][1] if tracks else "")
            reading.drafts.append(draft)
        elif section or heading or _END.match(line):
            _finish(draft, body)
            draft, body = None, []
            _move(tracks, section, heading)
        elif draft is not None:
            body.append(line)
        elif line.strip() and line.strip() != "---":
            _header(reading, line.strip(), number)
    _finish(draft, body)
    return reading


def _move(
    tracks: list[tuple[int, str]], section: re.Match[str] | None, heading: re.Match[str] | None
) -> None:
    """Into a section, under a heading, or out of a section. A heading has a level from 1, a section 0."""
    if heading:
        level = len(heading["level"])
        while tracks and tracks[-1][0] >= level:
            tracks.pop()
        tracks.append((level, _TAG.sub("", heading["name"]).strip()))
    elif section:
        tracks.append((0, _TAG.sub("", section["name"]).strip()))
    elif tracks:
        tracks.pop()


def _header(reading: Reading, line: str, number: int) -> None:
    """A line before the first event."""
    found = _HEADER.match(line)
    name = found["name"].lower() if found else ""
    if found and name in {"title", "description"}:
        field = "title" if name == "title" else "standfirst"
        reading.frame.setdefault(field, found["value"].strip("\"' "))
    elif found:
        reading.keep(found["name"], found["value"] or "(empty)")
    else:
        reading.keep(f"line {number}", line)


def _start(draft: Draft, date: str, words: str, *, is_day_first: bool) -> None:
    joined = _date(date, is_day_first=is_day_first)
    draft.put("date", joined.date)
    draft.put("time", joined.time)
    draft.keep("date, as it was", joined.rest)
    _text(draft, "title", words)


def _text(draft: Draft, field: str, words: str) -> None:
    """Words without their tags and the marks of their links."""
    tags = _TAG.findall(words) if field == "title" else []
    plain = without_markdown_links(_TAG.sub("", words) if tags else words)
    draft.put(field, re.sub(r" {2,}", " ", plain.text).strip() if tags else plain.text.strip())
    draft.keep("tags", " ".join(tags))
    for address in plain.links:
        draft.link(address, "text")


def _finish(draft: Draft | None, body: list[str]) -> None:
    """The lines below an event: its id, then its summary. An entry of a list is a paragraph."""
    if draft is None:
        return
    kept = []
    sources = [found for line in body if (found := _SOURCE.fullmatch(line))]
    draft.put("sources", [_source(found) for found in sources])
    for line in body:
        if _SOURCE.fullmatch(line):
            continue
        id_ = re.fullmatch(r"\s*id:\s*(\S+)\s*", line)
        if id_ and "id" not in draft.fields:
            draft.put("id", id_[1])
        else:
            kept += ["", line] if _LIST.match(line) else [line]
    _text(draft, "summary", "\n".join(kept))


def _source(found: re.Match[str]) -> dict[str, str]:
    """A source as our own export lists it."""
    source = {"url": found["url"], "publisher": found["publisher"]}
    return source if found["words"] == found["publisher"] else {**source, "title": found["words"]}


def _date(written: str, *, is_day_first: bool) -> Stamp:
    """
    >>> _date("12/2012 - 1/5/2013", is_day_first=False).date
    '2012-12/2013-01-05'
    >>> _date("Dec 1 2012 - Feb 2013", is_day_first=False).date, _date("now", is_day_first=False).date
    ('2012-12-01/2013-02', 'now')
    """
    parts = re.split(r"\s+(?:-|–|to)\s+", written, maxsplit=1)
    if len(parts) == 1 and re.match(r"-?\d{4}", written) and written.count("/") == 1:
        parts = written.split("/")
    if len(parts) == 1 and re.fullmatch(r"\d{4}-\d{4}", written):
        parts = written.split("-")
    stamps = [stamp(_numbers(part.strip(), is_day_first=is_day_first)) for part in parts]
    if len(stamps) == 2 and re.fullmatch("now|today", parts[1].strip(), re.IGNORECASE):
        return span(stamps[0], Stamp(""))._replace(rest=f"until {parts[1].strip()}")
    return span(stamps[0], stamps[1]) if len(stamps) == 2 else stamps[0]


def _numbers(part: str, *, is_day_first: bool) -> str:
    """A date in numbers and slashes, of which the format says which is which: month first by default."""
    found = re.fullmatch(r"(?:(\d{1,2})/)?(\d{1,2})/(\d{4})", part)
    if not found:
        return part
    first, second, year = found.groups()
    if first is None:
        return f"{year}-{int(second):02}"
    month, day = (second, first) if is_day_first else (first, second)
    return f"{year}-{int(month):02}-{int(day):02}"

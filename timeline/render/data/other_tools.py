"""Timeline -> the formats of other tools: the JSON of TimelineJS, and markwhen.

What a format has no field for is left out and named in the notes of the export. What it has comes back from
`timeline import` as it was.
"""

from __future__ import annotations

import html
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from timeline.language import Language
from timeline.language.dates import when_in_words
from timeline.language.events import count_of
from timeline.model import Event, Source, Timeline, When
from timeline.model.export import Exported, ExportOptions

#: One end of a date in EDTF that both formats can hold.
_EXACT = re.compile(
    r"(?P<year>-?\d{4})(?:-(?P<month>0[1-9]|1[0-2])(?:-(?P<day>\d\d)"
    r"(?:T(?P<hour>\d\d):(?P<minute>\d\d)(?::(?P<second>\d\d))?(?P<offset>Z|[+-]\d\d:\d\d)?)?)?)?"
)
#: Fields of an event, and of its sources, that neither format has.
_FIELDS = ("kind", "status", "key", "note", "places", "venue", "participants", "disputed", "remark")
_MORE_FIELDS = ("discussion", "related")
_SOURCE_FIELDS = ("author", "published", "accessed", "archived", "says", "quote", "speaker")
#: A line that markwhen would take for something else than words.
_NO_WORDS = re.compile(
    r"(?:[\d.-]|now|today|after |before |about ).{0,80}?:|#|//|(?:end ?)?(?:section|group)\b|id:",
    re.IGNORECASE,
)


def timelinejs(timeline: Timeline, _options: ExportOptions) -> Exported:
    """The JSON of TimelineJS (https://timeline.knightlab.com/docs/json-format.html)."""
    language = Language(timeline.language)
    lost = _lost(timeline.events)
    eras = [
        _era(era.name, era.when)
        for era in timeline.eras
        if not (era.when.lacks_start or era.when.lacks_end)
    ]
    lost["eras without an end"] = len(timeline.eras) - len(eras)
    slides = []
    for event in timeline.events:
        dates, is_exact = _dates(event.when, language)
        lost["exactness of dates"] += not is_exact
        lost["zones of clock times"] += bool(event.when.start.clock)
        words = "".join(f"<p>{html.escape(each, quote=False)}</p>" for each in event.paragraphs)
        slides.append(
            {
                **dates,
                "text": {
                    "headline": html.escape(event.title, quote=False),
                    "text": words + _sources_in_html(event.sources),
                },
                "group": event.track,
                "unique_id": event.id,
            }
        )
    text = "".join(f"<p>{html.escape(each, quote=False)}</p>" for each in timeline.standfirst.split("\n\n"))
    title = {
        "headline": html.escape(timeline.title, quote=False),
        "text": text if timeline.standfirst else "",
    }
    value = {"title": {"text": title}, "events": slides, "eras": eras}
    return Exported(
        (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode(), _notes("TimelineJS", lost)
    )


def _sources_in_html(sources: Iterable[Source]) -> str:
    items = []
    for each in sources:
        words = html.escape(each.title or each.publisher, quote=False)
        publisher = f", <cite>{html.escape(each.publisher, quote=False)}</cite>" if each.title else ""
        items.append(f'<li><a href="{html.escape(each.url)}">{words}</a>{publisher}</li>')
    return f'<ul class="timeline-sources">{"".join(items)}</ul>'


def _era(name: str, when: When) -> dict[str, Any]:
    dates, _ = _dates(when, Language("en"))
    end = dates.get("end_date") or _parts(when.last.isoformat())
    return {
        "start_date": dates["start_date"],
        "end_date": end,
        "text": {"headline": html.escape(name, quote=False)},
    }


def _dates(when: When, language: Language) -> tuple[dict[str, Any], bool]:
    """Start and end as TimelineJS has them, and whether they say all that is known.

    A date that is no day, month or year is the days that it may be, with its words to be shown.
    """
    first, _, last = when.edtf.partition("/")
    pieces = [piece for piece in (first, last) if piece not in {"", ".."}]
    found = [_EXACT.fullmatch(piece.rstrip("~?%")) for piece in pieces]
    is_exact = all(found) and not re.search(r"[~?%]|\.\.|^/|/$", when.edtf) and not when.start.calendar
    if all(found):
        parts = [_parts(piece) for piece in pieces]
    else:
        parts = [_parts(when.first.isoformat()), _parts(when.last.isoformat())]
    dates = {"start_date": parts[0]}
    if len(parts) > 1 and parts[1] != parts[0]:
        dates["end_date"] = parts[1]
    return dates if is_exact else {**dates, "display_date": when_in_words(when, language)}, is_exact


def _parts(text: str) -> dict[str, int]:
    """
    >>> _parts("-0043"), _parts("2025-02-17T16:00:00")
    ({'year': -44}, {'year': 2025, 'month': 2, 'day': 17, 'hour': 16, 'minute': 0})
    """
    found = _EXACT.match(text)
    if not found:
        return {}
    numbers = {name: int(value) for name, value in found.groupdict().items() if value and name != "offset"}
    if numbers["year"] <= 0:
        numbers["year"] -= 1  # TimelineJS has no year 0
    return {name: value for name, value in numbers.items() if name != "second" or value}


def markwhen(timeline: Timeline, _options: ExportOptions) -> Exported:
    """Text for markwhen (https://docs.markwhen.com): a section for each track."""
    lost = _lost(timeline.events)
    lost["eras"] = len(timeline.eras)
    lines = [f"title: {timeline.title}"]
    lines += [f"description: {' '.join(timeline.standfirst.split())}"] if timeline.standfirst else []
    for track in timeline.tracks:
        events = [event for event in timeline.events if event.track == track.name]
        lines += ["", f"section {track.name}"] if events else []
        for event in events:
            lines += ["", *_in_markwhen(event, lost)]
        lines += ["", "end section"] if events else []
    return Exported(("\n".join(lines) + "\n").encode(), _notes("markwhen", lost))


def _in_markwhen(event: Event, lost: Counter[str]) -> Iterator[str]:
    first, _, last = re.sub(r"T[^/]*", "", event.when.edtf).partition("/")
    date = f"{first}/{last}" if last and last != first else first
    lost["clock times"] += bool(event.when.start.clock)
    lost["titles with a # or a link"] += bool(re.search(r"(?:^|\s)#\w|\]\(", event.title))
    yield f"{date}: {event.title}"
    yield f"id: {event.id}"
    for number, paragraph in enumerate(event.paragraphs):
        if number:
            yield ""
        is_odd = bool(_NO_WORDS.match(paragraph))
        lost["paragraphs that begin like an event, marked by >"] += is_odd
        yield f"> {paragraph}" if is_odd else paragraph
    yield ""
    for source in event.sources:
        title = re.sub(r"[\[\]]", "", source.title or source.publisher)
        yield f"- [{title}]({source.url}) — {source.publisher}"


def _lost(events: Iterable[Event]) -> Counter[str]:
    """How many events have each of the fields that are left out."""
    found: Counter[str] = Counter()
    for event in events:
        for name in (*_FIELDS, *_MORE_FIELDS):
            value = getattr(event, name)
            found[name.removesuffix("s") if name == "places" else name] += bool(value) and value != "held"
        found["label"] += event.label != event.title
        for name in _SOURCE_FIELDS:
            found[f"{name} of sources"] += any(getattr(source, name) for source in event.sources)
    return found


def _notes(format_: str, lost: Counter[str]) -> tuple[str, ...]:
    """What the format cannot hold, in one line.

    >>> _notes("markwhen", Counter({"venue": 2, "eras": 0}))
    ('Left out, because markwhen has no place for it: venue (2 events)',)
    """
    found = [
        f"{name} ({number})" if name.startswith("eras") else f"{name} ({count_of(number, 'event')})"
        for name, number in lost.items()
        if number
    ]
    return (f"Left out, because {format_} has no place for it: {', '.join(found)}",) if found else ()

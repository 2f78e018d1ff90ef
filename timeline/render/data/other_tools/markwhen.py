"""Timeline -> text for markwhen (https://docs.markwhen.com)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from timeline.model import Event, Timeline
from timeline.model.export import Exported, ExportOptions
from timeline.render.data.other_tools.shared import left_out, notes

#: A line that markwhen would take for something else than words.
_NO_WORDS = re.compile(
    r"(?:[\d.-]|now|today|after |before |about ).{0,80}?:|#|//|(?:end ?)?(?:section|group)\b|id:",
    re.IGNORECASE,
)


def markwhen(timeline: Timeline, _options: ExportOptions) -> Exported:
    """The text: a section for each track."""
    lost = left_out(timeline.events)
    lost["eras"] = len(timeline.eras)
    lines = [f"title: {timeline.title}"]
    lines += [f"description: {' '.join(timeline.standfirst.split())}"] if timeline.standfirst else []
    for track in timeline.tracks:
        events = [event for event in timeline.events if event.track == track.name]
        lines += ["", f"section {track.name}"] if events else []
        for event in events:
            lines += ["", *_in_markwhen(event, lost)]
        lines += ["", "end section"] if events else []
    return Exported(("\n".join(lines) + "\n").encode(), notes("markwhen", lost))


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

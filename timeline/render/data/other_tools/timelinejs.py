"""Timeline -> the JSON of TimelineJS (https://timeline.knightlab.com/docs/json-format.html)."""

from __future__ import annotations

import html
import json
from collections.abc import Iterable
from typing import Any

from timeline.language import Language
from timeline.language.dates import when_in_words
from timeline.model import Source, Timeline, When
from timeline.model.export import Exported, ExportOptions
from timeline.render.data.other_tools.shared import left_out, notes, parts_of, spans


def timelinejs(timeline: Timeline, _options: ExportOptions) -> Exported:
    """The JSON: a slide for each event, with its sources as links."""
    language = Language(timeline.language)
    lost = left_out(timeline.events)
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
        paragraphs = event.paragraphs
        words = "".join(f"<p>{html.escape(each, quote=False)}</p>" for each in paragraphs)
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
        (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode(), notes("TimelineJS", lost)
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
    end = dates.get("end_date") or parts_of(when.last.isoformat())
    return {
        "start_date": dates["start_date"],
        "end_date": end,
        "text": {"headline": html.escape(name, quote=False)},
    }


def _dates(when: When, language: Language) -> tuple[dict[str, Any], bool]:
    """Start and end, with the date's words to be shown if they do not say all that is known."""
    parts, is_exact = spans(when)
    dates: dict[str, Any] = dict(zip(("start_date", "end_date"), parts, strict=False))
    return dates if is_exact else {**dates, "display_date": when_in_words(when, language)}, is_exact

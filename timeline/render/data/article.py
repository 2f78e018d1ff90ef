"""Timeline -> what content management systems take: plain HTML without a style, and cards as JSON."""

from __future__ import annotations

import json
from dataclasses import dataclass

from timeline.language import Language
from timeline.language.events import date_and_status, place_of
from timeline.model import Event, Timeline
from timeline.model.export import Exported, ExportOptions
from timeline.render.web.articles import html_date
from timeline.render.web.templates import fill
from timeline.typography.source_marks import without_marks


@dataclass(frozen=True, slots=True)
class _Entry:
    """An event, its date in words and for machines, and its place."""

    event: Event
    date: str
    datetime: str
    place: str


def article(timeline: Timeline, _options: ExportOptions) -> Exported:
    """The events as HTML to paste: headings, paragraphs, lists and links; no class, style or script."""
    language = Language(timeline.language)
    filled = fill(
        "data/article.html",
        language,
        timeline=timeline,
        is_rtl=language.is_rtl,
        standfirst=timeline.standfirst.split("\n\n") if timeline.standfirst else (),
        entries=_entries(timeline, language),
    )
    return Exported(filled.encode())


def cards(timeline: Timeline, _options: ExportOptions) -> Exported:
    """The events as JSON with the fields that timeline cards of newsrooms have. No event has an image."""
    language = Language(timeline.language)
    value = {
        "title": timeline.title,
        "description": timeline.standfirst,
        "language": timeline.language,
        "cards": [
            {
                "id": entry.event.id,
                "date": entry.date,
                "datetime": entry.datetime,
                "title": entry.event.title,
                "text": without_marks(entry.event.summary),
                "status": entry.event.status,
                "image": None,
                "place": entry.place,
                "source": {"url": entry.event.sources[0].url, "name": entry.event.sources[0].publisher},
                "sources": [
                    {"url": source.url, "name": source.publisher, "title": source.title}
                    for source in entry.event.sources
                ],
            }
            for entry in _entries(timeline, language)
        ],
    }
    return Exported((json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode())


def _entries(timeline: Timeline, language: Language) -> list[_Entry]:
    return [
        _Entry(
            event,
            date_and_status(event, language),
            html_date(event.when.start),
            place_of(event, language),
        )
        for event in timeline.events
    ]

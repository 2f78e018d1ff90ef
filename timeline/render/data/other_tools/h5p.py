"""Timeline -> a package for H5P (https://h5p.org/documentation/developers/h5p-specification).

It holds content of the type H5P.Timeline, without the library itself: Moodle, WordPress and other systems
that have the content type take it.
"""

from __future__ import annotations

import html
import io
import json
from collections import Counter
from collections.abc import Mapping
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from timeline.language import Language
from timeline.language.events import date_and_status, place_of
from timeline.model import Era, Event, Timeline
from timeline.model.export import Exported, ExportOptions
from timeline.render.data.other_tools.shared import left_out, notes, spans
from timeline.render.web.templates import fill

#: The content type and the library it needs, in the versions that systems offer.
_LIBRARIES = ("H5P.Timeline", "TimelineJS")
_VERSION = {"majorVersion": 1, "minorVersion": 1}
#: The languages of its buttons, by our tags.
_LANGUAGES = {
    each: each for each in ("ar", "da", "de", "el", "en", "es", "fa", "fi", "fr", "he", "hr", "hu")
}
_LANGUAGES |= {
    each: each for each in ("id", "it", "ja", "ko", "nl", "pl", "pt", "ru", "sk", "sv", "tr", "uk")
}
_LANGUAGES |= {"cs": "cz", "nb": "no", "zh": "zh-cn"}
_LONGEST_TITLE = 255


def h5p(timeline: Timeline, _options: ExportOptions) -> Exported:
    """The package; what H5P.Timeline has no field for stands in the text of an event, or in the notes."""
    language = Language(timeline.language)
    tag = timeline.language.partition("-")[0]
    content = {
        "headline": html.escape(timeline.title),
        "text": "".join(
            f"<p>{html.escape(each)}</p>" for each in timeline.standfirst.split("\n\n") if each
        ),
        "defaultZoomLevel": "0",
        "height": 600,
        "asset": {},
        "date": [_date(event, timeline, language) for event in timeline.events],
        "era": [_era(era) for era in timeline.eras if _has_ends(era)],
        "language": _LANGUAGES.get(tag, "en"),
    }
    about = {
        "title": timeline.title[:_LONGEST_TITLE],
        "language": tag,
        "mainLibrary": _LIBRARIES[0],
        "embedTypes": ["div"],
        "license": "U",
        "preloadedDependencies": [{"machineName": each, **_VERSION} for each in _LIBRARIES],
    }
    files = {"h5p.json": about, "content/content.json": {"timeline": content}}
    return Exported(_zipped(files), notes("H5P.Timeline", _lost(timeline)))


def _date(event: Event, timeline: Timeline, language: Language) -> dict[str, Any]:
    """An event. Its date stands in the text as well, where it says all that is known."""
    text = fill(
        "data/other_tools/h5p.html",
        language,
        event=event,
        corrections=timeline.corrections_of(event),
        date=date_and_status(event, language),
        place=place_of(event, language),
    )
    dates = zip(("startDate", "endDate"), map(_day, spans(event.when)[0]), strict=False)
    # H5P.Timeline reads a field of "asset" in each event, also where there is none
    return {
        **dict(dates),
        "headline": html.escape(event.title),
        "text": text,
        "tag": event.track,
        "asset": {},
    }


def _era(era: Era) -> dict[str, str]:
    first, last = spans(era.when)[0][0], spans(era.when)[0][-1]
    return {"startDate": _day(first), "endDate": _day(last), "headline": html.escape(era.name)}


def _has_ends(era: Era) -> bool:
    """Whether it has both; H5P.Timeline draws no other."""
    return not (era.when.lacks_start or era.when.lacks_end)


def _day(parts: dict[str, int]) -> str:
    """
    >>> _day({"year": 2025, "month": 2, "day": 17, "hour": 16}), _day({"year": -44})
    ('2025,2,17', '-44')
    """
    return ",".join(str(parts[name]) for name in ("year", "month", "day") if name in parts)


def _lost(timeline: Timeline) -> Counter[str]:
    """What is left out of events, and of the timeline."""
    lost = left_out(timeline.events)
    for name in ("status", "place", "venue", "disputed", "remark"):  # they are in the text
        del lost[name]
    lost["clock times on the chart"] = sum(bool(event.when.start.clock) for event in timeline.events)
    lost["exactness of dates on the chart"] = sum(not spans(event.when)[1] for event in timeline.events)
    lost["eras without an end"] = sum(not _has_ends(era) for era in timeline.eras)
    return lost


def _zipped(files: Mapping[str, object]) -> bytes:
    """The files in a zip whose bytes depend on nothing else: every entry is as old as the format."""
    stream = io.BytesIO()
    with ZipFile(stream, "w") as package:
        for name, value in files.items():
            entry = ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            package.writestr(entry, json.dumps(value, ensure_ascii=False))
    return stream.getvalue()

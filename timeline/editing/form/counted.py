"""When events take place that their own words, or another event, date: as far as that is known by now."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from timeline.editing.form.listing import key_of
from timeline.editing.form.values import events_of
from timeline.model import Resolution, When
from timeline.model.records import Document
from timeline.normalise.date_settings import DateSettings
from timeline.normalise.dating.offsets import apply_offset
from timeline.normalise.format.checks import DISTANCE
from timeline.normalise.text import one_line

_WAYS = ("after", "before", "relative_to")
#: So many dates are read that the last check of all files has not settled, as those of drafts.
_MOST = 200


def counted(
    asked: Mapping[str, Any], dates: Mapping[str, When], settings: DateSettings, zone: str = ""
) -> Resolution:
    """A date that is counted from another event: ``asked`` has its id as "after" or "before" with "by", or
    as "relative_to" with "says"; ``dates`` has the dates of events by id.

    >>> from datetime import date
    >>> from timeline.model import Moment
    >>> dates = {"talks": When(Moment.day(date(2025, 2, 18)))}
    >>> counted({"after": "talks", "by": "2 days"}, dates, DateSettings()).readings[0].edtf
    '2025-02-20'
    >>> counted({"relative_to": "talks", "says": "the day before"}, dates, DateSettings()).readings[0].edtf
    '2025-02-17'
    >>> counted({"after": "talks", "by": "soon"}, dates, DateSettings()).status
    'refused'
    """
    way = next((way for way in _WAYS if asked.get(way)), "")
    words = one_line(str(asked.get("says" if way == "relative_to" else "by") or ""))
    anchor = dates.get(str(asked.get(way)))
    if anchor is None or not words:
        return Resolution(words, (), "the date of that event is not known yet" if words else "")
    if way == "relative_to":
        return settings.resolver(zone=zone)(words, anchor=anchor)
    if not re.fullmatch(DISTANCE, words):
        return Resolution(words, (), "a number of hours, days, weeks or months is expected", "2 days")
    return apply_offset(words, way, anchor, zone)


def known_dates(
    documents: Sequence[Document],
    settled: Mapping[str, When],
    settings: DateSettings,
    faulty: Collection[str] = (),
) -> dict[str, When]:
    """The dates of all events by `key_of`: those ``settled`` by the last check without errors; for a draft,
    and in the files that are ``faulty`` since, the one that its own date can be read as.
    """
    own = [
        (key, fields["date"])
        for document in documents
        for number, fields in events_of(document)
        if ((key := key_of(document, number, fields)) not in settled or document.path in faulty)
        and fields.get("date")
    ][:_MOST]
    dates = {key: when for key, when in settled.items() if key not in dict(own)}
    # A second time, for those that are counted from one that comes later
    for key, date in [*own, *own]:
        if key not in dates:
            resolver = settings.resolver()
            found = counted(date, dates, settings) if isinstance(date, dict) else resolver(str(date))
            dates |= {key: found.readings[0]} if len(found.readings) == 1 else {}
    return dates

"""The dates that the program takes for what somebody types, with how exact each is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import Any

from timeline.editing.form.counted import counted, known_dates
from timeline.editing.form.values import documents_of
from timeline.language.date_rules import explained
from timeline.language.dates import spelled_out
from timeline.model import Precision, Resolution, When
from timeline.model.records import Document, plain
from timeline.normalise.date_settings import DateSettings

_EXACTNESS = {
    Precision.MINUTE: "to the minute",
    Precision.DAY: "a day",
    Precision.PART: "one of these days",
    Precision.HALF: "some day of that half-year",
}
_MOST = 6


def readings(
    asked: Mapping[str, str],
    documents: Sequence[Document],
    settled: Mapping[str, When] = MappingProxyType({}),
) -> dict[str, Any]:
    """What words may mean: as the date of an event, as a source words it, or as a day of publication.

    ``asked`` has ``text`` and ``role`` ("date", "counted", "says", "published" or "accessed"), and may have
    the ``published``, ``accessed``, ``language``, ``zone``, ``calendar`` and ``tense`` of the source, or as
    ``source`` its id in the list of sources. For "counted" it has the id of another event as "after",
    "before" or "relative_to"; ``settled`` are the dates of events by id, as far as they are known.

    >>> readings({"text": "Feb 12, 2025", "role": "date"}, ())["readings"]
    [{'words': 'Wednesday 12 February 2025', 'exactness': 'a day', 'write': '2025-02-12', 'why': ''}]
    >>> [each["write"] for each in readings({"text": "03/04/2025", "role": "date"}, ())["readings"]]
    ['2025-03-04', '2025-04-03']
    """
    settings = settings_of(documents)
    asked = _with_source(asked, documents)
    role, text = asked.get("role", "date"), asked["text"]
    language, zone = asked.get("language", ""), asked.get("zone", "")
    if role == "counted":
        dates = known_dates(documents, settled, settings)
        counting = {**asked, "by": text, "says": text}
        return _as_record(counted(counting, dates, settings, zone), is_explained=False)
    if role in {"published", "accessed"}:
        found = settings.publication_resolver(
            language, zone=zone, accessed=_day(asked.get("accessed", ""))
        )(text.removesuffix("~").removesuffix("?"))
        if not found.readings:
            found = settings.resolver(language)(text)
    else:
        published = _published(settings, asked) if role == "says" else None
        resolve = settings.resolver(
            language if role == "says" else "",
            zone=zone,
            published=published,
            calendar=asked.get("calendar", ""),
        )
        found = resolve(text, tense=asked.get("tense", ""))
    return _as_record(found, is_explained=role == "says")


def _with_source(asked: Mapping[str, str], documents: Sequence[Document]) -> Mapping[str, str]:
    """What is asked, with the fields of the source in the list of sources that it names."""
    id_ = asked.get("source")
    record = next((each for each in documents_of(documents) if id_ and each.get("id") == id_), {})
    found = {name: record.get(name) for name in ("published", "accessed", "language", "zone")}
    return {**asked, **{name: value for name, value in found.items() if isinstance(value, str)}}


def settings_of(documents: Sequence[Document]) -> DateSettings:
    """How dates are read in this timeline."""
    frame = next((plain(each.root) for each in documents if each.name == "_timeline"), {})
    held = frame if isinstance(frame, dict) else {}
    language, order = held.get("language", ""), held.get("date_order", "")
    return DateSettings(
        language if isinstance(language, str) and language else "en",
        order if order in {"day-first", "month-first"} else "",
    )


def _published(settings: DateSettings, asked: Mapping[str, str]) -> date | None:
    accessed = _day(asked.get("accessed", ""))
    resolver = settings.publication_resolver(asked.get("language", ""), zone="", accessed=accessed)
    found = resolver(asked.get("published", "")).readings if asked.get("published") else ()
    return _day(found[0].edtf) if len(found) == 1 else None


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text[:10]) if text else None
    except ValueError:
        return None


def _as_record(found: Resolution, *, is_explained: bool) -> dict[str, Any]:
    return {
        "status": found.status,
        "readings": [_reading(when, is_explained=is_explained) for when in found.readings[:_MOST]],
        "reason": found.reason[:1].upper() + found.reason[1:],
        "hint": found.hint,
    }


def _reading(when: When, *, is_explained: bool) -> dict[str, str]:
    exactness = _EXACTNESS.get(when.precision, f"some day of that {when.precision}")
    return {
        "words": spelled_out(when),
        "exactness": "from the first to the last" if when.end else exactness,
        "write": when.edtf_for(when.start.calendar) if when.start.calendar else when.edtf,
        "why": explained(when) if is_explained else "",
    }

"""The fields of the forms of the settings, the people and the places, made from their JSON Schemas."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Any

from timeline.editing.form.fields import WORDS_OF_SOURCE, Field, field_of, group_of_source
from timeline.normalise.format import PersonRecord, PlaceRecord, SharedSourceRecord, TimelineRecord
from timeline.normalise.format.field_types import Record

#: Fields of the settings that only the file has: they have fields of their own.
_ONLY_IN_FILE = ("theme",)
#: The groups of the form of the settings in order; what is in none of them is in the last, which is folded.
_GROUPS = {
    "The page": ("title", "standfirst", "kicker", "credit", "language", "base_url"),
    "Tracks": ("tracks",),
    "Eras": ("eras",),
    "Glossary": ("glossary",),
    "Corrections": ("updated", "corrections"),
    "More": ("kinds", "view", "clock", "date_order", "independent_origins", "statements", "review"),
}
_FOLDED = "More"
#: Fields whose name or description speaks to somebody who writes the file: label, and help or "".
_WORDS = {
    "title": ("Headline", "The headline of the page."),
    "standfirst": ("Standfirst", "The paragraph below the headline."),
    "kicker": ("Kicker", ""),
    "language": ("Language", "Of your texts and of the page, as a tag: en, fr, de, es. Usually en."),
    "base_url": ("Address of the page", ""),
    "clock": ("Clock", "The time zone of the clock of the chart. Usually the one that most events have."),
    "date_order": ("Order of numbers", "How dates such as 03/04/2025 are read."),
    "view": ("Shown first", "The days that the chart shows first. Usually all of them."),
    "kinds": ("Kinds of event", "In addition to the usual ones, each with the shape of its mark."),
    "independent_origins": ("Independent origins", "How many the sources of each main event must have."),
    "statements": ("Sentences", "Whether every sentence of a summary must name its source, as in [1]."),
    "review": ("Review", "Whether somebody must have checked every main event before a build."),
    "glossary": ("Terms", "Terms of the summaries, each with its meaning."),
    "tracks": (
        "Tracks",
        "The rows of the chart, from top to bottom. Each event is on one of them.",
    ),
    "eras": ("Eras", ""),
    "updated": ("Last update", "Such as 2025-03-15. Left empty: the latest day of any change."),
    "corrections": ("Corrections", "What was wrong in what was published, and is corrected."),
}
#: The field by which an entry of a list is known, if that is not its name.
_KEYS = {"corrections": "text"}
_WORDS_OF_RECORDS = {
    "name": ("Name", ""),
    "colour": ("Colour", "Such as #1f5fa8. Usually left empty: there are default ones."),
    "from": ("First day", "Such as 2025-02-12."),
    "on": ("Day", "Such as 2025-03-14."),
    "text": ("Correction", "What was wrong and what is right, for the reader."),
    "events": ("Events", "The events concerned."),
    "to": ("Last day", "Leave it empty if it is still going on."),
    "role": ("Role", "Their office; or what it is, of an organisation."),
    "body": ("Speaks for", ""),
    "variants": ("Other spellings", "Events may use them, and searches find them."),
    "country": ("Country", "As ISO code, such as UA."),
    "coordinates": ("Coordinates", "Degrees north, degrees east, such as 50.4501, 30.5234."),
    "zone": ("Time zone", "Such as Europe/Kyiv."),
}
_WORDS_OF_DOCUMENTS = WORDS_OF_SOURCE | {
    "id": ("Name in the events", "Letters, digits and hyphens: the publisher and the day, for example."),
}


@cache
def settings_fields() -> tuple[Field, ...]:
    """The fields of ``_timeline.yaml`` in the order of the form.

    >>> [field.name for field in settings_fields()][:3]
    ['title', 'standfirst', 'kicker']
    """
    schema = TimelineRecord.model_json_schema()
    made = [
        _setting(name, each, schema)
        for name, each in schema["properties"].items()
        if name not in _ONLY_IN_FILE
    ]
    order = [name for names in _GROUPS.values() for name in names]
    return tuple(sorted(made, key=lambda field: order.index(field.name)))


def _setting(name: str, each: dict[str, Any], schema: dict[str, Any]) -> Field:
    group = next((group for group, names in _GROUPS.items() if name in names), _FOLDED)
    found = replace(field_of(name, each, schema, _WORDS), group=group)
    inner = _referred(each.get("items", each), schema)
    if "items" in each and inner:
        return replace(found, kind="records", fields=_fields_of(inner), key=_KEYS.get(name, "name"))
    if inner and not inner["properties"]:
        return replace(found, kind="pairs", choices=tuple(inner["additionalProperties"].get("enum", ())))
    return replace(found, kind="span") if inner else found


def _referred(each: dict[str, Any], schema: dict[str, Any]) -> dict[str, Any] | None:
    """The schema of the record that a field holds, None if it holds texts."""
    choices = [each, *each.get("anyOf", ())]
    names = [choice["$ref"].rpartition("/")[2] for choice in choices if "$ref" in choice]
    return schema["$defs"][names[0]] if names else None


def _fields_of(schema: dict[str, Any]) -> tuple[Field, ...]:
    properties = schema["properties"].items()
    return tuple(field_of(name, each, schema, _WORDS_OF_RECORDS) for name, each in properties)


@cache
def document_fields() -> tuple[Field, ...]:
    """The one field of ``_sources.yaml``.

    >>> [field.label for field in document_fields()[0].fields][:3]
    ['Name in the events', 'Address', 'Publisher']
    """
    schema = SharedSourceRecord.model_json_schema()
    fields = tuple(
        replace(
            field_of(name, each, schema, _WORDS_OF_DOCUMENTS),
            group="" if name == "id" else group_of_source(name),
        )
        for name, each in schema["properties"].items()
    )
    help_ = (
        "Sources that several events cite, once each: an event chooses one, and says what it takes from it."
    )
    return (Field("documents", "Sources", help_, "records", "Sources", fields=fields, key="id"),)


@cache
def list_fields(name: str) -> tuple[Field, ...]:
    """The one field of a file that is a list: "people" or "places".

    >>> [field.label for field in list_fields("people")[0].fields]
    ['Name', 'Role', 'Speaks for', 'Other spellings']
    """
    records: dict[str, type[Record]] = {"people": PersonRecord, "places": PlaceRecord}
    title, help_ = {
        "people": ("People", "People and organisations, once each: events name them, by any spelling."),
        "places": ("Places", "Places, once each: the date of an event is the local day at its place."),
    }[name]
    fields = _fields_of(records[name].model_json_schema())
    return (Field(name, title, help_, "records", title, fields=fields, key="name"),)
